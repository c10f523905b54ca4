import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, demonstrationOn, productTypes } from '../../../test/support/app.ts'
import { inputFile } from '../../../test/support/returns.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { annexA } from '../../formats/annex-a/index.ts'
import type { InputFile } from '../../formats/issue.ts'
import type { Store } from '../../store/open.ts'
import { listRecords } from '../../store/records/list.ts'
import { demonstrationWith, loadExampleshire } from '../exampleshire.ts'
import { importRecords } from './import-records.ts'
import { writeReturn } from './write-return.ts'

// Annex A against a store: what was written and is read back changes nothing, and one list after another tells one history.

const operator = { id: null, name: 'operator', roles: ['operator'] }
const day = plainDate

async function load(store: Store, files: readonly InputFile[], knownOn?: string) {
  const asked = { files, ...(knownOn === undefined ? {} : { knownOn: day(knownOn) }) }
  const result = await importRecords(appOn(store), operator, annexA, asked)
  if (result.refused) throw new Error(result.findings.map(({ message }) => message).join('\n'))
  return result
}

const HEADING = [
  ...['Child Unique ID', 'Date of Birth', 'Date Started to be Looked After', 'Start date of current legal status'],
  ...["Child's Legal Status", 'Start Date of Most Recent Placement', 'Placement Type'],
  ...['Date Ceased to be Looked After', 'Reason Ceased to be Looked After'],
].join(',')

/** List 8 about one child, in care since January 2023 under an interim order. */
const list = (placedOn: string, placement: string, ended = ',') =>
  inputFile('list-8.csv', `${HEADING}\n7,05/04/2012,02/01/2023,02/01/2023,C1: ICO,${placedOn},${placement},${ended}\n`)

const episodesIn = async (store: Store) =>
  (await listRecords(store.db, Episode, null))
    .map(({ content: { fields } }) => {
      const on = (name: string) => fields[name] ?? null
      return [on('startedOn'), fields['placement'], on('endedOn'), fields['reasonEnded']]
    })
    .toSorted((one, other) => Number(one[0]) - Number(other[0]))

eachDatabase(({ open }) => {
  test('the lists of a day, as workbook or as CSV, read back change nothing and differ from nothing that is recorded', async () => {
    const store = await open()
    const app = await demonstrationOn(store)
    await loadExampleshire(app, { ...demonstrationWith(12), children: 15 })
    const asked = { of: '2023-09-30', knownOn: app.clock.today, as: 'csv' } as const
    const written = await writeReturn(app, operator, annexA, asked)
    const inCare =
      written.files
        .find(({ name }) => name === 'list-8.csv')
        ?.text.trimEnd()
        .split('\n') ?? []
    expect(inCare.length).toBeGreaterThan(12)
    const csv = written.files.map(({ name, text }) => inputFile(name, text))
    for (const files of [csv, written.workbooks ?? []]) {
      const again = await load(store, files, '2023-10-04')
      expect(again.changed).toEqual([])
      expect(again.findings.filter(({ rule }) => rule.includes('recorded-elsewhere'))).toEqual([])
    }
  })

  test('list after list tells where a child was, one place after another, and that care ended', async () => {
    const store = await open()
    await load(store, [list('02/01/2023', 'U6')], '2023-01-31')
    await load(store, [list('01/03/2023', 'K2')], '2023-03-31')
    await load(store, [list('01/06/2023', 'U4')], '2023-06-30')
    await load(store, [list('01/06/2023', 'U4', '20/09/2023,E4A')], '2023-09-30')
    expect(await episodesIn(store)).toEqual([
      [day('2023-01-02'), 'U6', day('2023-03-01'), 'X1'],
      [day('2023-03-01'), 'K2', day('2023-06-01'), 'X1'],
      [day('2023-06-01'), 'U4', day('2023-09-20'), 'E4A'],
    ])
    const again = await load(store, [list('01/06/2023', 'U4', '20/09/2023,E4A')], '2023-10-04')
    expect(again.changed).toEqual([])
  })

  test('the sample workbook loads, and loading it again changes nothing', async () => {
    const store = await open()
    const bytes = readFileSync(new URL('../../../test/fixtures/annex-a/Annex_A.xlsx', import.meta.url))
    const first = await load(store, [{ name: 'Annex_A.xlsx', bytes }])
    expect(first.records['Person']).toEqual({ new: 16, changed: 0, same: 0, gone: 0 })
    expect(first.changed).toHaveLength(21)
    const again = await load(store, [{ name: 'Annex_A.xlsx', bytes }], '2021-03-31')
    expect(again.changed).toEqual([])
    // Each adopter is in a household of their own; the fifth first asked in 2014.
    const asked = { of: '2010-06-30', knownOn: day('2021-03-31'), as: 'csv' } as const
    const { files } = await writeReturn(appOn(store), operator, annexA, asked)
    const adopters =
      files
        .find(({ name }) => name === 'list-11.csv')
        ?.text.trimEnd()
        .split('\n') ?? []
    expect(adopters.slice(1).map((line) => line.split(',', 2).join(' '))).toEqual([
      '2937497 4012081',
      '7105179 14159183',
      '10898578 14158374',
      '11340940 15274584',
    ])
  })
}, productTypes)
