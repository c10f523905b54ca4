// node test/bench/reports/start.mjs FORMAT ROWS: begins as bin/los does.
import { loadWaiting } from '../../../scripts/program.mjs'
import { makeReady } from '../../../scripts/setup.mjs'

makeReady()
const { main } = await loadWaiting('test/bench/reports/one-format.ts')
await main(process.argv.slice(2))
