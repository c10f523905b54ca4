import { ADOPTED, PLACED_FOR_ADOPTION } from '../../areas/adoption/adopted-facts.ts'
import { PlacementOrder } from '../../areas/adoption/orders.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { CarePlan } from '../../areas/children-in-care/care-plans.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type AsAt, dateOf, type Held, textOf } from '../annex-a/as-at.ts'
import { FOSTERED_FIRST, placedSince } from '../annex-a/write-adoption.ts'
import { timesInCare } from '../annex-a/write-in-care.ts'
import { careLeaverRows } from '../annex-a/write-leavers.ts'
import { claCarePlan, claVisits } from './care.ts'
import type { Cells } from './column.ts'
import { groupBy } from './group.ts'
import { claHealth } from './health.ts'
import * as entities from './leaving.ts'
import { answersFor } from './plan-answers.ts'
import { careNumberOn } from './write-episodes.ts'
import { keyCells, recordRows, rowId } from './write-rows.ts'

export const visitRows = (asAt: AsAt): readonly Cells[] =>
  recordRows(asAt, claVisits).map((row) => ({
    ...row,
    clav_cla_id: careNumberOn(asAt, String(row['clav_person_id']), dayIn(row, 'clav_cla_visit_date')),
  }))

const dayIn = (row: Cells, column: string): PlainDate | null => {
  const value = row[column] ?? null
  return typeof value === 'number' ? (value as PlainDate) : null
}

export const healthRows = (asAt: AsAt): readonly Cells[] => [
  ...asAt.subjects(HealthAssessment).flatMap((child) =>
    asAt.of(HealthAssessment, child).map((held) => ({
      ...keyCells(claHealth, child, rowId(child, held)),
      clah_health_check_type: textOf(held, 'kind') ?? 'assessment',
      clah_health_check_date: dateOf(held, 'assessedOn'),
      clah_health_check_status: textOf(held, 'attendance'),
    })),
  ),
  ...asAt.subjects(DentalCheck).flatMap((child) =>
    asAt.of(DentalCheck, child).map((held) => ({
      ...keyCells(claHealth, child, rowId(child, held)),
      clah_health_check_type: 'dental',
      clah_health_check_date: dateOf(held, 'checkedOn'),
      clah_health_check_status: textOf(held, 'attendance'),
    })),
  ),
]

/** Each care plan with the plan for permanence that was chosen when it ended, or on the day. */
export const carePlanRows = (asAt: AsAt): readonly Cells[] =>
  asAt.subjects(CarePlan).flatMap((child) =>
    asAt.of(CarePlan, child).map((held) => {
      const [from, until] = [dateOf(held, 'preparedOn'), dateOf(held, 'endedOn')]
      const chosen = asAt
        .of(PermanencePlan, child)
        .filter((one) => textOf(one, 'part') !== 'parallel')
        .findLast((one) => overlaps(one, from, until))
      return {
        ...keyCells(claCarePlan, child, rowId(child, held)),
        lacp_cla_care_plan_start_date: from,
        lacp_cla_care_plan_end_date: until,
        lacp_cla_care_plan_json: chosen === undefined ? null : answersFor(textOf(chosen, 'option')),
      }
    }),
  )

function overlaps(plan: Held, from: PlainDate | null, until: PlainDate | null): boolean {
  const [begins, ends] = [dateOf(plan, 'startedOn'), dateOf(plan, 'endedOn')]
  return begins !== null && (until === null || begins < until) && (ends === null || from === null || ends > from)
}

/** Care that ended with an order: adoption, special guardianship, or who the child lives with. */
const ORDERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['E43', 'E44', 'E45', 'E46', 'E47', 'E48'].map((reason) => [reason, 'guardianship'])),
  E41: 'arrangements',
}
const orderOf = (reason: string | null): string | null =>
  ADOPTED.includes(reason) ? 'adoption' : (ORDERS[reason ?? ''] ?? null)

/** What belongs together on the way to a new family: a decision, a match, an order of a court. Where there are more of one than of others there are more rows. */
export const permanenceRows = (asAt: AsAt): readonly Cells[] =>
  [
    ...new Set([AdoptionDecision, AdoptionMatch, PlacementOrder, Episode].flatMap((type) => asAt.subjects(type))),
  ].flatMap((child) => {
    const ended = endingIn(asAt, child)
    const rows = stepsOf(asAt, child)
    const all = rows.length === 0 && ended['perm_permanence_order_type'] != null ? [{}] : rows
    return all.map((row, at) => ({
      ...keyCells(entities.permanence, child, `${child}-${at + 1}`),
      ...row,
      ...(at === all.length - 1 ? ended : {}),
    }))
  })

/** Where the child was placed on the way, and the order with which care ended. */
function endingIn(asAt: AsAt, child: string): Cells {
  const period = timesInCare(asAt, child).at(-1)
  const type = orderOf(period?.endedOn == null ? null : period.reasonEnded)
  return {
    perm_cla_id: careNumberOn(asAt, child, period?.startedOn ?? null),
    perm_placed_for_adoption_date: placedSince(period, PLACED_FOR_ADOPTION),
    perm_placed_ffa_cp_date: placedSince(period, FOSTERED_FIRST),
    perm_permanence_order_type: type,
    perm_permanence_order_date: type === null ? null : (period?.endedOn ?? null),
  }
}

function stepsOf(asAt: AsAt, child: string): readonly Cells[] {
  const decisions = asAt.of(AdoptionDecision, child)
  const matches = groupBy(asAt.of(AdoptionMatch, child), (one) => decisionOf(decisions, one, 'matchedOn'))
  const orders = groupBy(asAt.of(PlacementOrder, child), (one) => decisionOf(decisions, one, 'madeOn'))
  return [undefined, ...decisions].flatMap((decision) => {
    const [made, matched] = [orders.get(decision) ?? [], matches.get(decision) ?? []]
    const count = Math.max(decision === undefined ? 0 : 1, made.length, matched.length)
    return Array.from({ length: count }, (_, at) => ({
      perm_adm_decision_date: dateOf(decision, 'decidedOn') ?? dateOf(matched[at], 'decidedOn'),
      perm_decision_reversed_date: dateOf(decision, 'reversedOn'),
      perm_decision_reversed_reason: textOf(decision, 'reasonReversed'),
      perm_placement_order_date: dateOf(made[at], 'madeOn'),
      perm_matched_date: dateOf(matched[at], 'matchedOn'),
      perm_adopted_by_carer_flag: textOf(matched[at], 'fosterCarersAdopt'),
      perm_adopter_sex: textOf(matched[at], 'adoptersAre'),
      perm_adopter_legal_status: textOf(matched[at], 'adoptersStatus'),
      perm_number_of_adopters: matched[at]?.fields['numberOfAdopters'] ?? null,
    }))
  })
}

/** The decision that a match names, otherwise the last one before. */
function decisionOf(decisions: readonly Held[], one: Held, dated: string): Held | undefined {
  const [named, on] = [dateOf(one, 'decidedOn'), dateOf(one, dated)]
  if (named !== null) return decisions.find((decision) => dateOf(decision, 'decidedOn') === named)
  return decisions.findLast((decision) => (dateOf(decision, 'decidedOn') ?? 0) <= (on ?? 0))
}

/** As in the inspection list: what holds on the day of everybody who is owed something. */
export const leaverRows = (asAt: AsAt): readonly Cells[] =>
  careLeaverRows(asAt).map((said) => ({
    ...keyCells(entities.careLeavers, String(said['id']), `${said['id']}-L`),
    clea_care_leaver_eligibility: said['eligibility'] ?? null,
    clea_care_leaver_in_touch: said['inTouch'] ?? null,
    clea_care_leaver_latest_contact: said['contactOn'] ?? null,
    clea_care_leaver_accommodation: said['accommodation'] ?? null,
    clea_care_leaver_accom_suitable: said['suitability'] ?? null,
    clea_care_leaver_activity: said['activity'] ?? null,
    clea_pathway_plan_review_date: said['pathwayOn'] ?? null,
    clea_care_leaver_personal_advisor: said['adviser'] ?? null,
    clea_care_leaver_allocated_team: said['team'] ?? null,
    clea_care_leaver_worker_id: said['worker'] ?? null,
  }))
