import { PlacementOrder } from '../../areas/adoption/orders.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { CarePlan } from '../../areas/children-in-care/care-plans.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import { ReviewingContact } from '../../areas/reviewing/contact-records.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Row as ListRow } from '../annex-a/read-rows.ts'
import { leaverTables as listedLeavers } from '../annex-a/read-stated.ts'
import type { Finding, SourceRow, SourceTable } from '../records.ts'
import type { Fields, Row } from './column.ts'
import { groupBy } from './group.ts'
import { plansIn } from './plan-answers.ts'
import { dateIn, textIn, told } from './read-rows.ts'
import { distinct, identityIn, recordOf } from './source-rows.ts'

export type Made = { readonly tables: readonly SourceTable[]; readonly findings: readonly Finding[] }

const speaks = { window: null } as const

/** A record of the day that a column gives; none where it is empty. */
function onDay(type: RecordType, row: Row, column: string, fields: Fields, identity?: string): readonly SourceRow[] {
  const on = dateIn(row, column)
  if (on === null || row.person === null) return []
  const made = recordOf(type, row.person, identity ?? `${row.person}|${toText(on)}`, { ...fields, [type.dated]: on })
  return [{ ...made, rowInFile: row.row }]
}

/** The last day on which a reviewing officer was in touch, of each episode; what for is not said. */
export const contactTable = (episodes: readonly Row[]): SourceTable => ({
  ...speaks,
  type: ReviewingContact,
  rows: distinct(episodes.flatMap((row) => onDay(ReviewingContact, row, 'clae_cla_last_iro_contact_date', {}))),
})

/** Reviews that were held. Whose one was is found by the number of the time in care. */
export function reviewTable(rows: readonly Row[], numbers: ReadonlyMap<string, string>): Made {
  const held = rows.filter(
    (row) => dateIn(row, 'clar_cla_review_date') !== null && textIn(row, 'clar_cla_review_cancelled') !== 'yes',
  )
  const whose = (row: Row) => numbers.get(textIn(row, 'clar_cla_id') ?? '')
  const nobodys = held.filter((row) => whose(row) === undefined)
  return {
    tables: [
      {
        ...speaks,
        type: CareReview,
        rows: held.flatMap((row) => {
          const mine = { ...row, person: whose(row) ?? null }
          const participation = textIn(row, 'clar_cla_review_participation')
          const identity = identityIn(mine, dateIn(row, 'clar_cla_review_date'))
          return onDay(CareReview, mine, 'clar_cla_review_date', { participation }, identity)
        }),
      },
    ],
    findings: nobodys.map((row) =>
      told(
        row,
        'review-of-nobody',
        ['clar_cla_id'],
        'No episode of care in the files has this number, so nobody knows whose review it was. It was left out.',
      ),
    ),
  }
}

/** Whether a check was done; without an answer one that has a day was. One that is planned or was cancelled is none. */
const attendanceIn = (row: Row): string => textIn(row, 'clah_health_check_status') ?? 'done'
const NOT_HELD: readonly string[] = ['planned', 'cancelled']

export function healthTables(rows: readonly Row[]): readonly SourceTable[] {
  const held = rows.filter((row) => !NOT_HELD.includes(attendanceIn(row)))
  const isDental = (row: Row) => textIn(row, 'clah_health_check_type') === 'dental'
  const identity = (row: Row) => identityIn(row, dateIn(row, 'clah_health_check_date'))
  return [
    {
      ...speaks,
      type: HealthAssessment,
      rows: held
        .filter((row) => !isDental(row))
        .flatMap((row) => {
          const type = textIn(row, 'clah_health_check_type')
          const said = { kind: type === 'assessment' ? null : type, attendance: attendanceIn(row) }
          return onDay(HealthAssessment, row, 'clah_health_check_date', said, identity(row))
        }),
    },
    {
      ...speaks,
      type: DentalCheck,
      rows: held
        .filter(isDental)
        .flatMap((row) =>
          onDay(DentalCheck, row, 'clah_health_check_date', { attendance: attendanceIn(row) }, identity(row)),
        ),
    },
  ]
}

type Chosen = {
  readonly row: Row
  readonly from: PlainDate
  readonly to: PlainDate | null
  /** Undefined where the answers could not be read. */
  readonly plans: readonly string[] | undefined
}

const chosenIn = (row: Row): Chosen => ({
  row,
  from: dateIn(row, 'lacp_cla_care_plan_start_date') ?? (0 as PlainDate),
  to: dateIn(row, 'lacp_cla_care_plan_end_date'),
  plans: plansIn(textIn(row, 'lacp_cla_care_plan_json') ?? '{}'),
})

/** Care plans, and the plan for permanence that each says was chosen. */
export function carePlanTables(rows: readonly Row[]): Made {
  const chosen = rows.map(chosenIn)
  return {
    tables: [
      {
        ...speaks,
        type: CarePlan,
        rows: chosen.map(({ row, from, to }) =>
          recordOf(CarePlan, row.person ?? '', identityIn(row, from), { preparedOn: from, endedOn: to }),
        ),
      },
      {
        ...speaks,
        type: PermanencePlan,
        rows: [...groupBy(chosen, ({ row }) => row.person).values()].flatMap(permanencePlans),
        // Whoever writes down the plan itself says since when, and which.
        yieldsTo: [PermanencePlan],
      },
    ],
    findings: chosen.flatMap(({ row, plans }) => {
      const find = (rule: string, message: string) => [told(row, rule, ['lacp_cla_care_plan_json'], message, 'warning')]
      if (plans === undefined)
        return find('plan-unreadable', 'These are no answers to which plan was chosen. They were left.')
      return plans.length > 1
        ? find('plans-at-once', 'Several plans were chosen, and which is the main one is not said. None was recorded.')
        : []
    }),
  }
}

/** A choice holds until the next care plan of the child, which says what is chosen then; while that says the same it goes on. */
function permanencePlans(chosen: readonly Chosen[]): readonly SourceRow[] {
  const ordered = chosen.toSorted((one, other) => one.from - other.from)
  return ordered.flatMap((one, at) => {
    const option = optionOf(one)
    const before = ordered[at - 1]
    if (option === null || (before !== undefined && optionOf(before) === option && goesOn(before, one))) return []
    let last = one
    let next = ordered[at + 1]
    for (let after = at + 1; next !== undefined && optionOf(next) === option && goesOn(last, next); after++) {
      last = next
      next = ordered[after + 1]
    }
    const endedOn = next !== undefined && goesOn(last, next) ? next.from : last.to
    const said = { option, startedOn: one.from, endedOn }
    const record = recordOf(PermanencePlan, one.row.person ?? '', identityIn(one.row, one.from), said)
    return [{ ...record, inferred: ['startedOn'] }]
  })
}

const optionOf = ({ plans = [] }: Chosen): string | null => (plans.length === 1 ? (plans[0] ?? null) : null)

/** Whether a plan still held when the next was made. */
const goesOn = ({ to }: Chosen, next: Chosen): boolean => to === null || next.from <= to

/** Decisions, matches and placement orders on the way to adoption. Where a child was placed, and how care ended, the episodes tell. */
export function permanenceTables(rows: readonly Row[]): readonly SourceTable[] {
  return [
    {
      ...speaks,
      type: AdoptionDecision,
      rows: distinct(
        rows.flatMap((row) =>
          onDay(AdoptionDecision, row, 'perm_adm_decision_date', {
            reversedOn: dateIn(row, 'perm_decision_reversed_date'),
            reasonReversed: textIn(row, 'perm_decision_reversed_reason'),
          }),
        ),
      ),
    },
    {
      ...speaks,
      type: AdoptionMatch,
      rows: distinct(
        rows.flatMap((row) =>
          onDay(AdoptionMatch, row, 'perm_matched_date', {
            decidedOn: dateIn(row, 'perm_adm_decision_date'),
            fosterCarersAdopt: textIn(row, 'perm_adopted_by_carer_flag'),
            numberOfAdopters: row.values.get('perm_number_of_adopters') ?? null,
            adoptersAre: textIn(row, 'perm_adopter_sex'),
            adoptersStatus: textIn(row, 'perm_adopter_legal_status'),
          }),
        ),
      ).map((row) => ({ ...row, inferred: ['decidedOn'] })),
    },
    {
      ...speaks,
      type: PlacementOrder,
      rows: distinct(rows.flatMap((row) => onDay(PlacementOrder, row, 'perm_placement_order_date', {}))),
    },
  ]
}

/** What the entity says of care leavers is what the inspection list says: it is read as that is. */
export const leaverTables = (rows: readonly Row[], day: PlainDate): readonly SourceTable[] =>
  listedLeavers(rows.map(listRow), day)

const LISTED: Readonly<Record<string, string>> = {
  clea_care_leaver_latest_contact: 'contactOn',
  clea_care_leaver_accommodation: 'accommodation',
  clea_care_leaver_accom_suitable: 'suitability',
  clea_care_leaver_activity: 'activity',
  clea_pathway_plan_review_date: 'pathwayOn',
}

const listRow = ({ file, row, person, values }: Row): ListRow => ({
  list: 9,
  where: file,
  row,
  id: person ?? '',
  values: new Map(Object.entries(LISTED).map(([column, key]) => [key, values.get(column) ?? null])),
})
