// Another process, for each store and scale, and for what is measured apart: so that the most memory it held is its own. Takes the job as JSON, and answers
// with what it measured, as JSON.
import { areas } from '../../src/areas/index.ts'
import { recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import { openStore, type Place } from '../../src/store/open.ts'
import type { Measurement } from './bench.ts'
import { benches } from './benches.ts'
import { findAuthority, loadAuthority } from './load.ts'

export type Job = {
  readonly place: Place
  readonly scale: number
  readonly only: readonly string[]
  /** `loading`: makes an authority and runs the benches. `apart`: runs what they measure in a process of its own, with what is there. */
  readonly part: 'loading' | 'apart'
}
export type Measured = { readonly bench: string; readonly measurements: readonly Measurement[] }

const remark = (text: string) => process.stderr.write(`${text}\n`)

const { place, scale, only, part }: Job = JSON.parse(process.argv[2] ?? '')
const store = await openStore(place, recordTypesOf(areas))
const where = `${place.kind === 'postgresql' ? 'PostgreSQL' : 'Embedded'}, scale ${scale}`
const wanted = benches.filter(({ key }) => only.includes(key))
const measured: Measured[] = []
if (part === 'loading') {
  remark(`${where}: making and importing an authority`)
  const authority = await loadAuthority(store, scale)
  for (const { key, label, run } of wanted) {
    remark(`${where}: ${label.toLowerCase()}`)
    measured.push({ bench: key, measurements: await run(authority) })
  }
} else {
  const authority = await findAuthority(store, scale)
  for (const { key, label, apart } of wanted) {
    if (apart === undefined) continue
    remark(`${where}: ${label.toLowerCase()}, apart`)
    measured.push({ bench: key, measurements: await apart(authority) })
  }
}
await store.close()
process.stdout.write(JSON.stringify(measured))
