import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { testTypes } from '../../../test/databases/record-types.ts'
import type { Place } from '../open.ts'

const runner = fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url))
const program = 'test/databases/importing-process.ts'

/** What the process found when it started, and which files it had said were done when it was killed. */
type Life = { readonly found: Readonly<Record<string, readonly number[]>>; readonly done: readonly string[] }

/** Starts the importing process, and kills it so many milliseconds after it has said that so many files are done. */
async function live(place: Place, files: number, milliseconds: number): Promise<Life> {
  const child = spawn(process.execPath, [runner, program, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const done: string[] = []
  let found: Life['found'] | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    if (found === undefined) found = JSON.parse(line).found
    else done.push(line.replace('done ', ''))
    if (done.length === files) void pause(milliseconds).then(() => child.kill('SIGKILL'))
  }
  await exit
  expect(child.signalCode).toBe('SIGKILL')
  if (found === undefined) throw new Error('The process ended before it had said what it found')
  return { found, done }
}

eachDatabase(({ place }) => {
  test('an import that was killed is there whole or not at all, and whole if it was said to be done', {
    timeout: 180_000,
  }, async () => {
    const where = await place()
    let done: readonly string[] = []
    for (let round = 0; round <= 10; round++) {
      const life = await live(where, 1 + (round % 2), Math.random() * 60)
      const { found } = life
      expect(Object.keys(found)).toEqual(expect.arrayContaining([...done]))
      for (const counts of Object.values(found)) expect(counts).toEqual([200, 200, 200])
      done = [...Object.keys(found), ...life.done]
    }
    expect(done.length).toBeGreaterThan(10)
  })
}, testTypes)
