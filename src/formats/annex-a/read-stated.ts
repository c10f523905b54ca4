import { CareLeaverActivity } from '../../areas/care-leavers/activities.ts'
import { CareLeaverContact } from '../../areas/care-leavers/contact.ts'
import { CareLeaverHome } from '../../areas/care-leavers/homes.ts'
import { PathwayPlan, PathwayReview } from '../../areas/care-leavers/pathway.ts'
import { CareLeaverOutcome } from '../../areas/children-in-care/care-leavers.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { SourceRow, SourceTable } from '../records.ts'
import { type Row, textIn } from './read-rows.ts'
import { about, distinct, onDays } from './source-rows.ts'

// What the lists say is so without saying since when: where a care leaver lives, what they do, the plan for a child. It is held to be so since the day of
// the list that said so first, and until one says otherwise.

const speaks = { window: null } as const

export const leaverTables = (rows: readonly Row[], lastDay: PlainDate): readonly SourceTable[] => [
  {
    ...speaks,
    type: CareLeaverHome,
    rows: rows.flatMap((row) => stated(CareLeaverHome, row, lastDay, homeOf(row))),
    yieldsTo: [CareLeaverHome, CareLeaverOutcome],
  },
  {
    ...speaks,
    type: CareLeaverActivity,
    rows: rows.flatMap((row) => stated(CareLeaverActivity, row, lastDay, { activity: textIn(row, 'activity') })),
    yieldsTo: [CareLeaverActivity, CareLeaverOutcome],
  },
  // The list takes a plan made anew for a review.
  {
    ...speaks,
    type: PathwayReview,
    rows: onDays(PathwayReview, rows, 'pathwayOn', {}).map((row) => ({ ...row, inferred: ['reviewedOn'] })),
    yieldsTo: [PathwayPlan, PathwayReview],
  },
  // The day is that of the last contact; whoever is no longer in touch was so then.
  {
    ...speaks,
    type: CareLeaverContact,
    rows: onDays(CareLeaverContact, rows, 'contactOn', { answer: 'YES' }),
  },
]

export const planTable = (rows: readonly Row[], lastDay: PlainDate): SourceTable => ({
  ...speaks,
  type: PermanencePlan,
  rows: rows.flatMap((row) => stated(PermanencePlan, row, lastDay, { option: planOf(row) })),
  yieldsTo: [PermanencePlan],
})

const PLANS: Readonly<Record<string, string>> = { return: 'return-home', guardianship: 'guardianship-or-arrangements' }

function planOf(row: Row): string | null {
  const plan = textIn(row, 'plan')
  return plan === null ? null : (PLANS[plan] ?? plan)
}

const homeOf = (row: Row): Readonly<Record<string, Value>> => ({
  kind: textIn(row, 'accommodation'),
  suitable: { suitable: 'yes', unsuitable: 'no' }[textIn(row, 'suitability') ?? ''] ?? null,
})

/** A record of what a row says is so; none where its first answer, which everything else hangs on, is blank. */
function stated(
  type: RecordType,
  row: Row,
  lastDay: PlainDate,
  said: Readonly<Record<string, Value>>,
): readonly SourceRow[] {
  const [first = null] = Object.values(said)
  if (first === null) return []
  const record = about(type, row.id, `${row.id}|${toText(lastDay)}`, { ...said, [type.dated]: lastDay })
  return [{ ...record, inferred: [type.dated] }]
}

/** What an earlier list said goes on where this one says the same, and ends on its day where it says something else. */
export const carryStated =
  (type: RecordType) =>
  (before: readonly SourceRow[], said: readonly SourceRow[]): readonly SourceRow[] =>
    distinct(
      said.flatMap((row) => {
        const [person] = Object.values(row.subjects).flat()
        const open = before
          .filter((one) => Object.values(one.subjects).flat()[0] === person && isOpenBefore(type, one, row))
          .at(-1)
        if (open === undefined) return [row]
        if (saysSame(type, open, row)) return [open]
        return [{ ...open, fields: { ...open.fields, [type.ends ?? '']: row.fields[type.dated] ?? null } }, row]
      }),
    )

const isOpenBefore = (type: RecordType, one: SourceRow, row: SourceRow): boolean =>
  (one.fields[type.ends ?? ''] ?? null) === null &&
  Number(one.fields[type.dated] ?? 0) < Number(row.fields[type.dated] ?? 0)

const saysSame = (type: RecordType, one: SourceRow, other: SourceRow): boolean =>
  Object.keys(type.fields).every(
    (name) =>
      name === type.dated || JSON.stringify(one.fields[name] ?? null) === JSON.stringify(other.fields[name] ?? null),
  )
