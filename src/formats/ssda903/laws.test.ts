import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Mother, PreviousPermanence, UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { Person } from '../../areas/people/person.ts'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { SourceRow, SourceRows } from '../records.ts'
import { ssda903 } from './index.ts'
import { type Table, tables } from './tables.ts'
import { collectionYear } from './year.ts'

type Row = Pick<SourceRow, 'subjects' | 'fields'>

const startsIn = fc.integer({ min: 2016, max: 2026 })
const children = fc.uniqueArray(fc.constantFrom('7', '12', 'A-1', 'B,2', 'C "3"', '<4>'), {
  minLength: 1,
  maxLength: 4,
})
const words = fc.constantFrom('AB1 2CD', 'SC123456', 'x & "y", <z>', 'é')

/** Any value that a cell can hold of a field. Days lie in a year, save for those that may be before it. */
function anyValue(field: FieldDefinition, year: number): fc.Arbitrary<Value> {
  const first = plainDate(`${year}-04-01`)
  switch (field.kind) {
    case 'date':
      return fc.integer({ min: 0, max: 364 }).map((days) => addDays(first, days))
    case 'code':
      return fc.constantFrom(...Object.keys(field.list.codes), 'ODD')
    case 'number':
      return fc.integer({ min: 0, max: 40 })
    case 'yes-no':
      return fc.constantFrom('yes', 'no')
    default:
      return words
  }
}

/** A record of a table as the return of a year can say it: every column filled in or not, what is needed always. */
function recordOf({ record, columns, name }: Table, year: number, child: string): fc.Arbitrary<Row> {
  const own = columns.filter(({ to }) => to?.[0] === record)
  const values = own.map(({ to, needed }) => {
    const field = record.fields[to?.[1] ?? '']
    if (to === null || field === undefined) throw new Error(`${name} has a column of no field`)
    const value = anyValue(field, year)
    return (needed === null ? fc.option(value) : value).map((one) => [to[1], one] as const)
  })
  const [role = ''] = Object.keys(record.subjects)
  return fc.tuple(...values).map((pairs) => ({
    subjects: { [role]: [child] },
    fields: { ...nothing(record), ...Object.fromEntries(pairs), ...ofTheYear(name, year) },
  }))
}

const nothing = (type: RecordType): Record<string, Value> =>
  Object.fromEntries(Object.keys(type.fields).map((name) => [name, null]))

/** What does not stand in a column but follows from the year. Everybody in these histories is born on 1 May. */
function ofTheYear(name: Table['name'], year: number): Record<string, Value> {
  const last = plainDate(`${year + 1}-03-31`)
  if (name === 'OC2') return { yearEndedOn: last }
  if (name === 'AD1') return { adoptedInYearTo: last }
  if (name === 'OC3') return { birthdayOn: plainDate(`${year}-05-01`) }
  return name === 'PrevPerm' ? { orderedOnPrecision: null, orderedOn: null } : {}
}

const about = (type: RecordType, child: string, fields: Record<string, Value>): Row => ({
  subjects: { [Object.keys(type.subjects)[0] ?? '']: [child] },
  fields: { ...nothing(type), ...fields },
})

/** Everything that a return of a year can say of some children, who are in care in it and in its header. */
const history: fc.Arbitrary<{ readonly year: number; readonly held: SourceRows }> = fc
  .tuple(startsIn, children)
  .chain(([year, everybody]) => {
    const collected = tables.filter(({ since, name }) => since <= year && name !== 'Header')
    const rows = collected.flatMap((table) =>
      everybody.map((child) => {
        const some = fc.array(recordOf(table, year, child), { maxLength: table.rows === 'child' ? 1 : 3 })
        const needed = table.name === 'Episodes' ? { minLength: 1, maxLength: 3 } : undefined
        const all = needed === undefined ? some : fc.array(recordOf(table, year, child), needed)
        return all.map((found) => [table.record.key, found] as const)
      }),
    )
    const sex = fc.constantFrom('M', 'F')
    const people = everybody.map((child) =>
      fc
        .tuple(sex, fc.option(fc.constantFrom('UN1', 'UN5')), fc.constantFrom('WBRI', 'REFU'), fc.option(fc.boolean()))
        .map(([one, reason, ethnicity, mother]): (readonly [string, readonly Row[]])[] => [
          [Person.key, [about(Person, child, { bornOn: plainDate('2010-05-01'), sex: one, noPupilNumber: reason })]],
          [Ethnicity.key, [about(Ethnicity, child, { ethnicity })]],
          [Mother.key, mother === null ? [] : [about(Mother, child, { mother: mother ? 'yes' : 'no' })]],
        ]),
    )
    return fc.tuple(fc.tuple(...rows), fc.tuple(...people)).map(([events, who]) => {
      const held = new Map<string, Row[]>()
      for (const [key, found] of [...events, ...who.flat()]) held.set(key, [...(held.get(key) ?? []), ...found])
      return { year, held }
    })
  })

const shortly = (rows: readonly Row[]): readonly string[] =>
  [
    ...new Set(rows.map(({ subjects, fields }) => JSON.stringify([subjects, Object.entries(fields).toSorted()]))),
  ].toSorted()

/** Tables that the XML of the return has no place for. */
const notInXml = ['SWEpisodes', 'DoLo']

test.each(['csv', 'xml'] as const)(
  'law: whatever the return of a year can say, written as %s it is read back',
  (as) => {
    fc.assert(
      fc.property(history, ({ year, held }) => {
        const label = collectionYear(year)?.label ?? ''
        const { files } = ssda903.write(held, label, as)
        const bytes = files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))
        const reading = ssda903.read(bytes, label)
        if (reading.refused) throw new Error(reading.findings.map(({ message }) => message).join('\n'))
        for (const { name, record } of tables.filter((table) => as === 'csv' || !notInXml.includes(table.name))) {
          const back = reading.tables.find(({ type }) => type.key === record.key)?.rows ?? []
          expect([name, shortly(back)]).toEqual([name, shortly(held.get(record.key) ?? [])])
        }
        for (const type of [Ethnicity, Mother, UnaccompaniedStatus, PreviousPermanence]) {
          const back = reading.tables.find((table) => table.type.key === type.key)?.rows ?? []
          expect(shortly(back)).toEqual(shortly(held.get(type.key) ?? []))
        }
      }),
      { numRuns: 60 },
    )
  },
)

test('law: any bytes give a reading, never an exception', () => {
  const pieces = fc.constantFrom(
    'CHILD',
    'DOB',
    'REVIEW',
    'REVIEW_CODE',
    ',',
    '\n',
    '"',
    '01/06/2017',
    'PN1',
    'A',
    '<',
    '>',
    'EXPSSDA903',
    '/',
    'zz',
  )
  const almost = fc
    .array(pieces)
    .map((parts) => new TextEncoder().encode(`CHILD,DOB,REVIEW,REVIEW_CODE\n${parts.join('')}\n`))
  const xml = fc.array(pieces).map((parts) => new TextEncoder().encode(`<EXPSSDA903>${parts.join('')}`))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), almost, xml), (bytes) => {
      const reading = ssda903.read([{ name: 'f', bytes }], '2017/18')
      if (reading.refused) expect(reading.findings.length).toBeGreaterThan(0)
    }),
  )
})
