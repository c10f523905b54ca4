import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { demonstrationTime } from '../../src/app/exampleshire.ts'
import { makeChildren, type Size, type Wanted } from '../../src/app/extracts.ts'
import { postcodesFrom } from '../../src/app/postcodes.ts'
import { areas } from '../../src/areas/index.ts'
import { Allocation } from '../../src/areas/organisation/allocation.ts'
import { countSubject } from '../../src/core/counting/count.ts'
import { looked, planLists } from '../../src/core/counting/plan.ts'
import { type KnownRecord, subjectRecords } from '../../src/core/counting/records.ts'
import { figureOf, tally } from '../../src/core/counting/tally.ts'
import { parsePeriod } from '../../src/core/dates/period.ts'
import { catalogue } from '../../src/core/definitions/catalogue.ts'
import type { RecordId, SubjectId } from '../../src/core/definitions/field.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Made } from '../../src/synthetic/history.ts'
import { MadeRows } from '../../src/synthetic/made-rows.ts'
import { type MadeRecords, recordsOf } from '../../src/synthetic/records.ts'
import { calendar } from './counted.ts'
import { another, recorded } from './one-child.ts'

const data = new URL('../../data/', import.meta.url)
const area = 'E06000059'
const defined = catalogue(areas)
const postcodes = postcodesFrom(new URL('geography/postcodes.csv.gz', data))

/** The made-up children of an authority of a size, at the demonstration's time, and all that is known of them on its last day. */
export function madeIn(size: Size): {
  readonly wanted: Wanted
  readonly made: readonly Made[]
  readonly records: MadeRecords
} {
  const wanted = { ...size, ...demonstrationTime, area }
  const made = makeChildren({ postcodes, calendar }, wanted)
  return { wanted, made, records: recordsOf(made, { authority: area, happenedBy: wanted.until }) }
}

type Known = KnownRecord & { readonly kind: RecordType }

/** The same by child, each under the number of the case. */
export function recordsByChild(records: MadeRecords): readonly (readonly [SubjectId, readonly Known[]])[] {
  const byChild = new Map<SubjectId, Known[]>()
  let last = 0
  for (const [key, rows] of records) {
    const kind = defined.records.get(key)
    if (kind === undefined) throw new Error(`There is no record type ${key}`)
    for (const { subjects, fields } of rows) {
      const child = Number(Object.values(subjects).flat()[0]) as SubjectId
      const roles = Object.fromEntries(Object.keys(kind.subjects).map((role) => [role, subjects[role] ? [child] : []]))
      const links = Object.fromEntries(Object.keys(kind.links).map((link) => [link, null]))
      const known = { record: ++last as RecordId, type: key, kind, content: { subjects: roles, links, fields } }
      byChild.set(child, [...(byChild.get(child) ?? []), known])
    }
  }
  return [...byChild]
}

const figures = new Map<Size, ReadonlyMap<string, number | null>>()

/** What is counted of them in September 2023, by indicator. */
export function figuresOfMade(size: Size): ReadonlyMap<string, number | null> {
  const counted = figures.get(size) ?? countFigures(size)
  figures.set(size, counted)
  return counted
}

/** Who works with whom is no part of the files: the demonstration allocates it. */
function adviserOf({ child, leaving: { adviser } }: Made): readonly KnownRecord[] {
  if (adviser === undefined) return []
  const fields = { role: 'personal-adviser', startedOn: adviser.from, endedOn: adviser.to }
  return [
    recorded(Allocation, fields, {
      person: [Number(child.number) as SubjectId],
      worker: [another],
    }),
  ]
}

/** The same as rows of an extract would have it. */
export const adviserRows = (made: readonly Made[]): MadeRows['all'] => {
  const rows = new MadeRows()
  for (const { child, leaving } of made)
    if (leaving.adviser !== undefined)
      rows.add(
        Allocation,
        { person: child.number, worker: 'adviser', team: 'advisers' },
        { role: 'personal-adviser', startedOn: leaving.adviser.from, endedOn: leaving.adviser.to },
      )
  return rows.all
}

function countFigures(size: Size): ReadonlyMap<string, number | null> {
  const { made, records } = madeIn(size)
  const advisers = new Map(made.map((one) => [Number(one.child.number), adviserOf(one)] as const))
  const children = recordsByChild(records).map(
    ([child, known]) => [child, [...known, ...(advisers.get(child) ?? [])]] as const,
  )
  return new Map(
    planLists(defined.indicators.values()).flatMap((list) => {
      const period = looked(list, parsePeriod('2023-09'), demonstrationTime.until, calendar)
      const members = children.flatMap(([child, known]) =>
        countSubject(list, subjectRecords(child, known, list.reads), [period], calendar),
      )
      const answered = members.map((member) => ({ ...member, members: 1 }))
      return list.countings.map(
        (one) => [one.indicator.key, figureOf(one.indicator, tally(one, answered), undefined).value] as const,
      )
    }),
  )
}

const printed: readonly Readonly<Record<string, string>>[] = parse(
  readFileSync(new URL('dorset/corporate-parenting-2023-09.figures.csv', data)),
  { columns: true, bom: true },
)

/** What Dorset Council published. */
export function published(indicator: string, period: string): number {
  const row = printed.find((one) => one['indicator'] === indicator && one['period'] === period)
  if (row === undefined) throw new Error(`Nothing was published of ${indicator} in ${period}`)
  return Number(row['value'])
}
