import { describe, expect, it } from 'vitest'
import { healthsList } from '../../areas/health-of-children-in-care/healths-list.ts'
import { plainDate, toText } from '../../core/dates/plain-date.ts'
import { writeWorkbook } from '../spreadsheets/workbook.ts'
import { readTheirList } from './read.ts'
import { listExample, listTemplate } from './template.ts'

const today = plainDate('2023-10-04')
const read = (text: string | Uint8Array) =>
  readTheirList(
    healthsList,
    { name: 'list.csv', bytes: typeof text === 'string' ? Buffer.from(text, 'utf8') : text },
    today,
  )
async function entriesOf(text: string | Uint8Array) {
  const list = await read(text)
  if (list.refused) throw new Error(list.issues.map(({ message }) => message).join())
  return list.entries.map(({ row, who, item, on }) => [row, who.name, item, toText(on)])
}
const issuesOf = async (text: string) =>
  (await read(text)).issues.map(({ row, column, message, severity }) => [
    row,
    column,
    severity,
    message.split('.')[0] ?? '',
  ])

describe('a list that health keeps', () => {
  it('is read under other headings, in other orders, with a title above', async () => {
    expect(
      await entriesOf(
        'Children in care health team\nSurname,Forename,DOB,IHA completed\nKeech,Ada,3/5/12,12 Sep 2023\n',
      ),
    ).toEqual([[3, 'Ada Keech', 'initial-health-assessment', '2023-09-12']])
  })

  it('is read with a row for each assessment', async () => {
    expect(
      await entriesOf(
        'NHS No.,Assessment type,Date completed\n943 476 5919,RHA,12/09/2023\n943 476 5919,Dental,01/09/2023\n',
      ),
    ).toEqual([
      [2, '', 'review-health-assessment', '2023-09-12'],
      [3, '', 'dental-check', '2023-09-01'],
    ])
  })

  it('is read as a workbook, dates as the spreadsheet has them', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'IHAs',
        headings: ['NHS number', 'Date of IHA', 'Dental'],
        rows: [['9434765919', { on: plainDate('2023-09-12') }, 45170]],
      },
    ])
    expect((await entriesOf(bytes)).map(([, , ...rest]) => rest)).toEqual([
      ['initial-health-assessment', '2023-09-12'],
      ['dental-check', '2023-09-01'],
    ])
  })

  it('speaks only of what it has a column for', async () => {
    const list = await read('NHS number,Dental\n9434765919,01/09/2023\n')
    expect(list.refused || list.items).toEqual(['dental-check'])
  })

  it.each([
    ['has no headings that are known', 'a,b\n1,2\n', 'No row has the headings'],
    ['says of whom and not what', 'NHS number,Name\n1,2\n', 'No row has the headings'],
    ['has a column twice', 'NHS number,IHA,IHA date\n1,01/09/2023,02/09/2023\n', 'The column “IHA date” stands twice'],
    ['has no rows', 'NHS number,IHA\n', 'There is no row below the headings, so nothing can be compared'],
    ['cannot be read in any row', 'NHS number,IHA\n1,soon\n', '“soon” is no date'],
  ])('is refused whole where it %s', async (_, text, message) => {
    expect((await read(text)).refused).toBe(true)
    expect((await issuesOf(text)).map(([, , severity, said]) => [severity, said])).toEqual([['error', message]])
  })

  it('leaves out whole a row with a fault, and says which', async () => {
    const text = [
      'NHS number,Name,DOB,IHA,Dental,Notes',
      '1,Ada Keech,03/05/2012,12/09/2023,31/09/2023,x',
      '2,Ben Okoro,21/11/2016,12/09/2023,,x',
      ',Cara,,12/09/2023,,x',
      '3,Dev,,12/12/2023,,x\n',
    ].join('\n')
    expect((await entriesOf(text)).map(([row]) => row)).toEqual([3])
    expect(await issuesOf(text)).toEqual([
      [1, 'Notes', 'warning', 'The column is not read: it was passed over'],
      [2, 'Dental check', 'error', '“31/09/2023” is no date'],
      [4, null, 'error', 'Nobody can be told from this row: it needs a number, or a name and a date of birth'],
      [5, 'Initial health assessment', 'error', '12 December 2023 has not come yet'],
    ])
  })

  it('has a template, and an example of it that is read', async () => {
    expect((await read(listTemplate(healthsList))).refused).toBe(true)
    expect((await entriesOf(listExample(healthsList))).map(([row, name, item]) => [row, name, item])).toEqual([
      [2, 'Ada Keech', 'initial-health-assessment'],
      [2, 'Ada Keech', 'review-health-assessment'],
      [2, 'Ada Keech', 'dental-check'],
      [3, 'Ben Okoro', 'initial-health-assessment'],
    ])
  })
})
