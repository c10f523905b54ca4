// Another process, for the test of what is left when an importing process is killed. Takes the place of a store as JSON. Says first what it
// finds (`{"found": {"file-1.csv": [200, 200, 200]}}`: of each file its versions, what they say, and the records that are found by their subject),
// then imports file after file, and says `done file-2.csv` after each.
import { sql } from 'kysely'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { openStore, type Place } from '../../src/store/open.ts'
import { importRecords } from '../../src/store/records/import.ts'
import { makeSubject } from '../../src/store/records/write.ts'
import { placement, testTypes } from './record-types.ts'

const ROWS = 200
const knownOn = plainDate('2024-05-01')
const when = new Date('2024-05-01T09:00:00Z')

const place: Place = JSON.parse(process.argv[2] ?? '')
const store = await openStore(place, testTypes)

const { rows: found } = await sql<{ name: string; versions: number; contents: number; subjects: number }>`
  select file_name as name, count(version.id) as versions, count(said.version_id) as contents, count(record_subject.record_id) as subjects
  from import_batch
    left join version on batch_id = import_batch.id
    left join record_placement as said on said.version_id = version.id
    left join record_subject on record_subject.record_id = version.record_id and record_subject.subject_id = said.child_id
  group by file_name`.execute(store.db)
const counts = found.map(({ name, versions, contents, subjects }) => [name, [versions, contents, subjects]] as const)
console.log(JSON.stringify({ found: Object.fromEntries(counts) }))

const child = await makeSubject(store.db, { kind: 'person', madeAt: when, madeBy: 'a test' })
for (let number = found.length + 1; ; number++) {
  const fileName = `file-${number}.csv`
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    identity: String(index),
    content: { subjects: { child: [child] }, links: {}, fields: { startedOn: knownOn, note: fileName } },
  }))
  const file = {
    fileName,
    sha256: String(number).padStart(64, '0'),
    format: 'placements',
    knownOn,
    recordedAt: when,
    recordedBy: 'a test',
  }
  await importRecords(store.db, file, [{ window: { type: placement, sourceSystem: 'a test' }, rows }])
  console.log(`done ${fileName}`)
}
