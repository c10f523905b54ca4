// Makes a program of TypeScript ready to run: its files and all that they import, as JavaScript in build/, made anew when one of them has changed (a quarter of a
// second). It starts in a quarter of the time, and holds less than half the memory, of one whose files are each compiled as they are loaded. Call makeReady before: what
// compiles is one of the dependencies.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { root } from './setup.mjs'

/** Loads and runs the program of a file, named from the root of the project: 'src/main.ts'. */
export async function load(file) {
  const folder = join(root, 'build', file.replace(/\.ts$/, '').replaceAll('/', '-'))
  const made = current(folder) ?? (await make(file, folder))
  // Rubbish is cleared away when there is seven tenths as much of it as of what is needed, not when there is several times as much: counting three years of
  // everything takes 250 MB instead of 370 to 430, in the same time. Before anything is loaded, or the memory has grown by then.
  setFlagsFromString('--heap-growing-percent=70')
  // A fault names the line of the file that it happened in.
  process.setSourceMapsEnabled(true)
  return import(pathToFileURL(join(folder, made)).href)
}

/**
 * Loads a program that begins only when it is told to. What was just made is cleared away meanwhile when there is a megabyte of it, not sixteen: a program that is only
 * loaded needs no more, and is 10 MB smaller. What it then does may take what it needs.
 */
export async function loadWaiting(file) {
  setFlagsFromString('--semi-space-growth-factor=1')
  const program = await load(file)
  setFlagsFromString('--semi-space-growth-factor=2')
  return program
}

/** The program that was made last, if all that it was made of is as it was; undefined where it has to be made. */
function current(folder) {
  try {
    const { program, from } = JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8'))
    return from.every(([file, state]) => stateOf(file) === state) ? program : undefined
  } catch {
    return undefined
  }
}

/** A file as it is now; of another checkout, or the same one moved, nothing is as it was. */
const stateOf = (file) => {
  const { size, mtimeMs } = statSync(join(root, file))
  return `${root} ${size} ${mtimeMs}`
}

async function make(file, folder) {
  const { build } = await import('esbuild')
  // Each in a folder of its own: another command may be running the one before, and two may be making one at once.
  const own = randomUUID()
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { program: file },
    outdir: join(folder, own),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported only when it is needed is loaded only then.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [ownPlaces],
  })
  const program = `${own}/program.mjs`
  // What the compiler is stands in the lock file, and how it is told in this one.
  const from = [...Object.keys(metafile.inputs), 'package-lock.json', 'scripts/program.mjs']
  const note = join(folder, `${own}.json`)
  writeFileSync(note, JSON.stringify({ program, from: from.map((one) => [one, stateOf(one)]) }))
  renameSync(note, join(folder, 'made.json'))
  forgetOld(folder, own)
  return program
}

/** A file that says where it is, to find what lies beside it, goes on saying where it was written. */
const ownPlaces = {
  name: 'own places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }
    })
  },
}

const HOUR = 3_600_000

/** Takes away what was made before, unless it is so young that a command which is starting may still load of it. */
function forgetOld(folder, kept) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name === kept || name === 'made.json') continue
    if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true })
  }
}
