import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, demonstrationOn, productTypes } from '../../../test/support/app.ts'
import { inputFile } from '../../../test/support/returns.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { InputFile } from '../../formats/issue.ts'
import type { RecordFormat } from '../../formats/records.ts'
import { ssd } from '../../formats/ssd/index.ts'
import { ssda903 } from '../../formats/ssda903/index.ts'
import { templateFormat } from '../../formats/templates/index.ts'
import type { Store } from '../../store/open.ts'
import { listRecords } from '../../store/records/list.ts'
import { demonstrationWith, loadExampleshire } from '../exampleshire.ts'
import { importRecords } from './import-records.ts'
import { writeReturn } from './write-return.ts'

// The standard safeguarding dataset against a store: what was written and is read back changes nothing, and nobody is there twice.

const operator = { id: null, name: 'operator', roles: ['operator'] }
const day = plainDate

async function load(store: Store, files: readonly InputFile[], knownOn?: string, format: RecordFormat = ssd) {
  const asked = { files, ...(knownOn === undefined ? {} : { knownOn: day(knownOn) }) }
  const result = await importRecords(appOn(store), operator, format, asked)
  if (result.refused) throw new Error(result.findings.map(({ message }) => message).join('\n'))
  return result
}

async function written(store: Store, on: string, knownOn: string): Promise<readonly InputFile[]> {
  const asked = { of: on, knownOn: day(knownOn), as: 'csv' } as const
  const { files } = await writeReturn(appOn(store), operator, ssd, asked)
  return files.map(({ name, text }) => inputFile(name, text))
}

const fieldsOf = async (store: Store, type: RecordType, ...names: readonly string[]) =>
  (await listRecords(store.db, type, null))
    .map(({ content: { fields } }) => names.map((name) => fields[name] ?? null))
    .toSorted((one, other) => Number(one[0]) - Number(other[0]))

const people = (...lines: readonly string[]) =>
  inputFile('ssd_person.csv', `pers_person_id,pers_forename,pers_surname,pers_dob\n${lines.join('\n')}\n`)

const episodes = (...lines: readonly string[]) =>
  inputFile(
    'ssd_cla_episodes.csv',
    `clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id\n${lines.join('\n')}\n`,
  )

const statuses = (...lines: readonly string[]) =>
  inputFile(
    'ssd_legal_status.csv',
    `lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n${lines.join('\n')}\n`,
  )

const reviews = (...lines: readonly string[]) =>
  inputFile(
    'ssd_cla_reviews.csv',
    `clar_cla_review_id,clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation\n${lines.join('\n')}\n`,
  )

eachDatabase(({ open }) => {
  test('the dataset of a day read back changes nothing, and differs from nothing that is recorded', async () => {
    const store = await open()
    const app = await demonstrationOn(store)
    await loadExampleshire(app, { ...demonstrationWith(12), children: 15 })
    const files = await written(store, '2023-09-30', '2023-10-04')
    const again = await load(store, files, '2023-10-04')
    expect(again.findings.filter(({ rule }) => rule.includes('recorded-elsewhere'))).toEqual([])
    expect({ changed: again.changed, records: again.records }).toMatchObject({ changed: [] })
  })

  test('in an empty store it makes the same dataset again', async () => {
    const store = await open()
    const app = await demonstrationOn(store)
    await loadExampleshire(app, { ...demonstrationWith(12), children: 15 })
    const files = await written(store, '2023-09-30', '2023-10-04')
    const other = await open()
    await load(other, files, '2023-10-04')
    const again = await written(other, '2023-09-30', '2023-10-04')
    for (const [at, { name, bytes }] of files.entries())
      expect({ name, lines: linesOf(again[at]?.bytes) }).toEqual({ name, lines: linesOf(bytes) })
    expect(files.filter(({ bytes }) => linesOf(bytes).length > 5).length).toBeGreaterThan(12)
    const twice = await load(other, files, '2023-10-04')
    expect(twice.changed).toEqual([])
  })

  test('a later extract goes on where the one before ended, though its rows have other numbers', async () => {
    const store = await open()
    const first = [
      people('7,Ada,Lovell,05/04/2012'),
      episodes('E1,7,2023-01-02,S,N1,,,C1'),
      statuses('L1,7,C1,2023-01-02,', 'L2,7,C2,2023-03-01,'),
      reviews('R1,C1,2023-01-30,N,PN1'),
    ]
    await load(store, first, '2023-03-31')
    expect(await fieldsOf(store, Episode, 'startedOn', 'legalStatus', 'endedOn')).toEqual([
      [day('2023-01-02'), 'C1', day('2023-03-01')],
      [day('2023-03-01'), 'C2', null],
    ])
    // The full order was made a week later than was said; care has ended; she has another name.
    const second = [
      people('7,Ada,Brook,05/04/2012'),
      episodes('E1,7,2023-01-02,S,N1,2023-06-20,E4A,C1'),
      statuses('L8,7,C1,2023-01-02,2023-03-08', 'L9,7,C2,2023-03-08,2023-06-20'),
      reviews('R7,C1,2023-01-30,N,PN1', 'R1,C1,2023-04-20,N,PN1'),
    ]
    await load(store, second, '2023-06-30')
    expect(await fieldsOf(store, Episode, 'startedOn', 'legalStatus', 'endedOn', 'reasonEnded')).toEqual([
      [day('2023-01-02'), 'C1', day('2023-03-08'), 'X1'],
      [day('2023-03-08'), 'C2', day('2023-06-20'), 'E4A'],
    ])
    expect(await fieldsOf(store, CareReview, 'heldOn')).toEqual([[day('2023-01-30')], [day('2023-04-20')]])
    expect(await fieldsOf(store, PersonName, 'startedOn', 'family', 'endedOn')).toEqual([
      [day('2023-03-01'), 'Lovell', day('2023-06-20')],
      [day('2023-06-20'), 'Brook', null],
    ])
    expect((await load(store, second, '2023-07-01')).changed).toEqual([])
  })

  test('children whom another return or a template named are the same children, and what they told is not told twice', async () => {
    const store = await open()
    const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,2,05/04/2012,WBRI,UN1,,\n'
    const told = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n7,02/01/2023,S,C1,N1,U6,PR1,,,,,,\n`
    await load(store, [inputFile('header.csv', header), inputFile('episodes.csv', told)], undefined, ssda903)
    const visits = 'child,visited_on,kind\n7,2023-02-01,statutory\n'
    await load(store, [inputFile('care-visit.csv', visits)], undefined, templateFormat)
    const seen = inputFile(
      'ssd_cla_visits.csv',
      'clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen\nV1,7,2023-02-01,Y\nV2,7,2023-03-01,Y\n',
    )
    const files = [people('7,Ada,Lovell,05/04/2012'), episodes('E1,7,2023-01-02,S,N1,,,C1'), seen]
    const { records, findings } = await load(store, files)
    expect(await fieldsOf(store, PersonIdentifier, 'identifier')).toEqual([['7']])
    expect(records).toMatchObject({ CareVisit: { new: 1 }, Episode: { new: 0 } })
    expect(findings.filter(({ rule }) => rule === 'recorded-elsewhere')).toHaveLength(1)
  })
}, productTypes)

/** Without people who have no case number, who are written and not read. */
const linesOf = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? [])
    .toString()
    .trimEnd()
    .split('\n')
    .filter((line) => !/(?:^|,)#\d/.test(line))
    .toSorted()
