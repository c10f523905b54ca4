import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { checkout, sharedFolder } from './los.ts'

const folder = sharedFolder()

test('a program is made anew when a file that it is made of has changed, and goes on saying where its files lie', async () => {
  const root = join(folder(), 'checkout')
  for (const name of ['scripts', 'package-lock.json'])
    cpSync(join(checkout, name), join(root, name), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'src', 'words'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(root, 'src', name), text)
  const run = async (at = root) => {
    const program = [join(at, 'scripts', 'run.mjs'), 'src/greet.ts', 'Ann']
    return (await promisify(execFile)(process.execPath, program)).stdout
  }
  const where = (at: string) => pathToFileURL(join(at, 'src', 'words', 'greeting.ts')).href
  const greeting = (word: string) => `export const greeting: string = '${word} ' + import.meta.url\n`
  write('words/greeting.ts', greeting('Good day'))
  write(
    'greet.ts',
    "import { greeting } from './words/greeting.ts'\nconsole.log(process.argv.slice(2).join(), greeting)\n",
  )
  expect(await run()).toBe(`Ann Good day ${where(root)}\n`)
  expect(await run()).toBe(`Ann Good day ${where(root)}\n`)
  write('words/greeting.ts', greeting('Good evening'))
  expect(await run()).toBe(`Ann Good evening ${where(root)}\n`)
  const moved = join(folder(), 'moved')
  renameSync(root, moved)
  expect(await run(moved)).toBe(`Ann Good evening ${where(moved)}\n`)
  // A fault is told by the line that was written.
  writeFileSync(join(moved, 'src', 'words', 'greeting.ts'), "\n\nthrow new Error('No greeting')\n")
  await expect(run(moved)).rejects.toThrow('greeting.ts:3')
})
