// node scripts/run.mjs FILE …: runs a program of this project that is written in TypeScript, with the rest of the line.
import { load } from './program.mjs'
import { makeReady } from './setup.mjs'

makeReady()
const [file] = process.argv.splice(2, 1)
await load(file)
