import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { los, readable, serve, sharedStore } from './los.ts'

const store = sharedStore()

test('los serve answers, keeps others off its store, and lets go of it on SIGTERM', async (context) => {
  const server = await serve(context, ['--demonstration', '--data', store()])
  const page = await fetch(`${server.address}/datasets/corporate-parenting`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Corporate Parenting dataset')

  const second = await los(['demo', '--data', store()])
  expect(second).toMatchObject({ code: 1, out: '' })
  const inUse = `The store in ${store()} is in use by "los serve" (process ${server.pid}, since `
  const [line = '', ...more] = readable(second)
  expect(more).toEqual([])
  expect(line.startsWith(inUse), line).toBe(true)
  expect(line).toMatch(/Stop it \(Ctrl-C there\) and try again/)
  expect((await fetch(`${server.address}/definitions`)).status).toBe(200)

  expect(await server.stop()).toMatchObject({ code: 0, out: '' })
  expect(existsSync(join(store(), 'lock.json'))).toBe(false)

  const check = await los(['check', '--data', store()])
  expect({ code: check.code, err: check.err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(check.out)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'figures', state: 'well', found: 'of dorset, exampleshire' }),
      expect.objectContaining({ what: 'store', state: 'look', advice: expect.stringContaining('DATABASE_URL') }),
    ]),
  )
}, 120_000)

test('los serve on a port that another program has says so, exits 1 and lets go of the store', async () => {
  const other = createServer().listen(0)
  await new Promise((resolve) => other.once('listening', resolve))
  const bound = other.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  try {
    const ran = await los(['serve', '--port', `${port}`, '--data', store()])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(readable(ran)).toEqual([
      expect.stringMatching(new RegExp(`^Port ${port} is in use by another program\\..*--port \\d+`)),
    ])
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
  expect(existsSync(join(store(), 'lock.json'))).toBe(false)
})
