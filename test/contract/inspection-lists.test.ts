import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demonstrationWith } from '../../src/app/exampleshire.ts'
import { type PlainDate, plainDate, toText } from '../../src/core/dates/plain-date.ts'
import { annexA } from '../../src/formats/annex-a/index.ts'
import type { InputFile } from '../../src/formats/issue.ts'
import type { SourceRow, SourceRows, SourceTable } from '../../src/formats/records.ts'
import { madeIn } from '../support/made-children.ts'

// Laws of the lists for an inspection, over made-up authorities and any day.

const small = { ...demonstrationWith(8), children: 10 }
const [first, last] = [plainDate('2021-04-01'), plainDate('2023-10-04')]
const days = fc.integer({ min: first, max: last }).map((day) => day as PlainDate)
const seeds = fc.integer({ min: 0, max: 1_000_000 })

async function written(records: SourceRows, on: PlainDate) {
  const { files, workbooks = [] } = await annexA.write(records, toText(on), 'csv')
  const csv = files.map(({ name, text }): InputFile => ({ name, bytes: Buffer.from(text) }))
  return { csv, workbooks }
}

async function readBack(files: readonly InputFile[]) {
  const reading = await annexA.read(files, undefined)
  if (reading.refused) throw new Error(reading.findings.map(({ message }) => message).join('\n'))
  return reading
}

test('law: a workbook and its CSV files say the same', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, days, async (seed, on) => {
      const { csv, workbooks } = await written(madeIn({ ...small, seed }).records, on)
      const [one, other] = [await readBack(csv), await readBack(workbooks)]
      expect(other.tables).toEqual(one.tables)
      expect(other.people).toEqual(one.people)
    }),
    { numRuns: 8 },
  )
})

test('law: whatever a written list says can be read, and was recorded so', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, days, async (seed, on) => {
      const { records } = madeIn({ ...small, seed })
      const { tables, findings } = await readBack((await written(records, on)).csv)
      const unread = ['wording-unknown', 'date-unreadable', 'number-unreadable', 'column-unknown', 'column-missing']
      expect(findings.filter(({ rule }) => unread.includes(rule))).toEqual([])
      for (const table of tables) expect(notRecorded(table, records)).toEqual([])
    }),
    { numRuns: 8 },
  )
})

/** Rows of a day that nobody recorded; those that the reader worked out are left out. */
const notRecorded = ({ type, rows }: SourceTable, records: SourceRows): readonly string[] => {
  const known = new Set((records.get(type.key) ?? []).map((one) => dayOf(type.dated, one)))
  return rows
    .filter(({ inferred = [] }) => type.fields[type.dated] !== undefined && !inferred.includes(type.dated))
    .map((row) => dayOf(type.dated, row))
    .filter((one) => !known.has(one))
}

const dayOf = (dated: string, { subjects, fields }: Pick<SourceRow, 'subjects' | 'fields'>): string =>
  `${Object.values(subjects).flat()[0]} ${fields[dated]}`
