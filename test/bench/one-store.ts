// Another process, for each store and scale: so that the most memory it held is that store's own. Takes the job as JSON, and answers with
// what it measured, as JSON.
import { areas } from '../../src/areas/index.ts'
import { recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import { openStore, type Place } from '../../src/store/open.ts'
import type { Measurement } from './bench.ts'
import { benches } from './benches.ts'
import { loadAuthority } from './load.ts'

export type Job = { readonly place: Place; readonly scale: number; readonly only: readonly string[] }
export type Measured = { readonly bench: string; readonly measurements: readonly Measurement[] }

const remark = (text: string) => process.stderr.write(`${text}\n`)

const { place, scale, only }: Job = JSON.parse(process.argv[2] ?? '')
const store = await openStore(place, recordTypesOf(areas))
const where = `${place.kind === 'postgresql' ? 'PostgreSQL' : 'Embedded'}, scale ${scale}`
remark(`${where}: making and importing an authority`)
const authority = await loadAuthority(store, scale)
const measured: Measured[] = []
for (const { key, label, run } of benches) {
  if (!only.includes(key)) continue
  remark(`${where}: ${label.toLowerCase()}`)
  measured.push({ bench: key, measurements: await run(authority) })
}
await store.close()
process.stdout.write(JSON.stringify(measured))
