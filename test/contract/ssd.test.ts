import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demonstrationWith } from '../../src/app/exampleshire.ts'
import { type PlainDate, plainDate, toText } from '../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../src/core/definitions/field.ts'
import { ALWAYS } from '../../src/core/definitions/record-type.ts'
import type { Value } from '../../src/core/record/content.ts'
import { AsAt } from '../../src/formats/annex-a/as-at.ts'
import type { InputFile } from '../../src/formats/issue.ts'
import type { SourceRow, SourceRows, SourceTable } from '../../src/formats/records.ts'
import { ssd } from '../../src/formats/ssd/index.ts'
import { ssdReads, ssdRows } from '../../src/formats/ssd/known.ts'
import { madeIn, recordsByChild } from '../support/made-children.ts'

// Laws of the standard safeguarding dataset, over made-up authorities and any day.

const small = { ...demonstrationWith(8), children: 12 }
const [first, last] = [plainDate('2021-04-01'), plainDate('2023-10-04')]
const days = fc.integer({ min: first, max: last }).map((day) => day as PlainDate)
const seeds = fc.integer({ min: 0, max: 1_000_000 })

/** With what each record is called, as the store has it. */
const called = (records: SourceRows): SourceRows =>
  new Map(
    [...records].map(
      ([key, rows]) => [key, rows.map((row, at) => ({ ...row, identity: `LOS-${key}-${at}` }))] as const,
    ),
  )

async function filesOf(records: SourceRows, on: PlainDate): Promise<readonly InputFile[]> {
  const { files } = await ssd.write(called(records), toText(on), 'csv')
  return files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
}

async function readBack(files: readonly InputFile[]) {
  const reading = await ssd.read(files, undefined)
  if (reading.refused) throw new Error(reading.findings.map(({ message }) => message).join('\n'))
  return reading
}

/** What the dataset does not carry of a type, or worked out on the way; of the others every field comes back. */
const notCarried: Readonly<Record<string, readonly string[]>> = {
  person: ['birthDateBasis', 'bornIn'],
  'person-identifier': ['system'],
  episode: ['homePostcode', 'placementAuthority', 'placementLocation'],
  'missing-episode': ['returnedAt', 'interviewHeldAt', 'whatWeLearned'],
  'care-visit': ['atPlacement', 'whyNot'],
  'health-assessment': ['by', 'summary'],
  'dental-check': ['note'],
  'immunisation-status': ['whyNot'],
  'substance-misuse': ['offeredOn', 'receivedOn'],
  'care-plan': ['courts', 'childsView', 'plan'],
  'adoption-match': ['adoptedInYearTo'],
  'ehc-plan': ['keptBy', 'named'],
  'placement-order': ['endedOn', 'howEnded', 'whyRevoked'],
}

/** Of these every record that holds on the day comes back. */
const whole = [
  ...['person', 'ethnicity', 'episode', 'care-review', 'care-visit', 'health-assessment', 'dental-check'],
  ...[
    'immunisation-status',
    'strengths-and-difficulties',
    'substance-misuse',
    'missing-episode',
    'unaccompanied-status',
  ],
  ...['adoption-decision', 'adoption-match', 'placement-order', 'care-plan', 'conviction', 'previous-permanence'],
]

test('law: what was written is read back the same, and nothing in it is at fault', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, days, async (seed, on) => {
      const { records } = madeIn({ ...small, seed })
      const { tables, findings } = await readBack(await filesOf(records, on))
      const mine = [
        'column-left',
        'column-unknown',
        'wording-unknown',
        'date-unreadable',
        'code-unknown',
        'cell-needed',
      ]
      expect(findings.filter(({ rule }) => mine.slice(1).includes(rule))).toEqual([])
      for (const key of whole)
        expect({ key, rows: saidIn(tables, key) }).toEqual({ key, rows: heldOn(records, key, on) })
    }),
    { numRuns: 6 },
  )
})

/** Visits that nobody has to make, and cautions: the dataset has neither. */
const LEFT: readonly Value[] = ['other', 'youth-caution', 'conditional-caution']

function saidIn(tables: readonly SourceTable[], key: string): readonly string[] {
  const table = tables.find(({ type }) => type.key === key)
  return (table?.rows ?? []).map((row) => textOf(key, row)).toSorted()
}

function heldOn(records: SourceRows, key: string, on: PlainDate): readonly string[] {
  const asAt = new AsAt(records, ssdReads, on)
  const type = ssdReads.find((one) => one.key === key)
  if (type === undefined) throw new Error(`${key} is not written`)
  return asAt
    .subjects(type)
    .flatMap((subject) => asAt.of(type, subject))
    .filter(
      ({ fields }) => !LEFT.includes(fields['kind'] ?? null) && (type.dated === ALWAYS || fields[type.dated] !== null),
    )
    .map((row) => textOf(key, row))
    .toSorted()
}

const textOf = (key: string, { subjects, fields }: Pick<SourceRow, 'subjects' | 'fields'>): string => {
  const carried = Object.entries(fields).filter(([name, value]) => value !== null && !notCarried[key]?.includes(name))
  const about = Object.values(subjects)[0]?.join() ?? ''
  return `${about} ${JSON.stringify(Object.fromEntries(carried.toSorted(([one], [other]) => one.localeCompare(other))))}`
}

test('law: without what identifies, no name, number of ours, postcode or day of birth is in the rows', () => {
  fc.assert(
    fc.property(seeds, days, (seed, on) => {
      const { records } = madeIn({ ...small, seed })
      const known = new Map(recordsByChild(records))
      const pseudonym = (_: string, subject: SubjectId) => `pseudonym ${Number(subject) * 7}`
      const asked = { known, on, called: pseudonym, row: (record: RecordId) => `R${record}` }
      const tables = ssdRows({ ...asked, identifying: 'without' })
      const texts = new Set<unknown>(tables.flatMap(({ rows }) => rows.flat()))
      const kept = (key: string, field: string) =>
        (records.get(key) ?? []).map(({ fields }) => fields[field] ?? null).filter((value) => value !== null)
      const secret = [
        ...[
          ...kept('person-name', 'given'),
          ...kept('person-name', 'family'),
          ...kept('person-identifier', 'identifier'),
        ],
        ...[...kept('episode', 'placementPostcode'), ...kept('substance-misuse', 'what')],
      ]
      expect(secret.length).toBeGreaterThan(20)
      expect(secret.filter((one) => texts.has(one))).toEqual([])
      const people = tables.find(({ entity }) => entity === 'ssd_person')
      const at = people?.columns.findIndex(({ name }) => name === 'pers_dob') ?? -1
      expect(new Set(people?.rows.map((row) => String(row[at]).slice(-3)))).toEqual(new Set(['-15']))
    }),
    { numRuns: 4 },
  )
})

test('the rows about some subjects are those of the files, under the names that they are given', async () => {
  const { records } = madeIn({ ...small, seed: 3 })
  const known = new Map(recordsByChild(records))
  const number = (_: string, subject: SubjectId) => String(subject)
  const tables = ssdRows({ known, on: last, called: number, row: (record) => `R${record}`, identifying: 'with' })
  const files = await filesOf(records, last)
  const lines = (name: string) =>
    Buffer.from(files.find((one) => one.name === `${name}.csv`)?.bytes ?? '')
      .toString()
      .trimEnd()
      .split('\n').length - 1
  for (const entity of ['ssd_person', 'ssd_cla_episodes', 'ssd_cla_placement', 'ssd_legal_status', 'ssd_cla_visits']) {
    const rows = tables.find((one) => one.entity === entity)?.rows ?? []
    expect({ entity, count: rows.length }).toEqual({ entity, count: lines(entity) })
    expect(rows.length).toBeGreaterThan(10)
  }
})
