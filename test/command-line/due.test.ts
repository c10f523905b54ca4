import { expect, test } from 'vitest'
import { los, readable } from './los.ts'

// Other ways of asking are in commands.test.ts: every process takes seconds.

test.concurrent('los due --explain prints the due date alone on a line, then why', async () => {
  const { code, out, err } = await los(['due', '2022-12-15', '15 working days', '--explain'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [date, ...sentences] = out.trimEnd().split('\n')
  expect(date).toBe('2023-01-10')
  expect(sentences.join(' ')).toContain('Boxing Day')
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
})

test.concurrent('los due beyond the calendar names the years that are loaded, and prints no date', async () => {
  const ran = await los(['due', '2028-12-20', '20 working days'])
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(readable(ran)).toEqual([expect.stringMatching(/from 2015 to 2028.*bank holidays of 2029/)])
})
