import { PreviousPermanence } from '../../areas/children-in-care/circumstances.ts'
import { Conviction } from '../../areas/children-in-care/convictions.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { CareReview, CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { londonDate } from '../../core/dates/instant.ts'
import type { PreciseInstant } from '../../core/definitions/field.ts'
import type { Value } from '../../core/record/content.ts'
import { dateOf, type Held, textOf } from '../annex-a/as-at.ts'
import { type Precision, readPartDate, writePartDate } from '../ssda903/cell.ts'
import * as choices from './choices.ts'
import { type Cells, column, type Entity, type Fields, left, person, type Row, to } from './column.ts'

// Care, and what happens in it.

const careNumber = (name: string) => column(name, 'id')

export const claEpisodes: Entity = {
  name: 'ssd_cla_episodes',
  label: 'episodes of care',
  id: 'clae_cla_episode_id',
  person: 'clae_person_id',
  columns: [
    column('clae_cla_episode_id', 'id'),
    person('clae_person_id'),
    column('clae_cla_episode_start_date', 'date', { needed: true, also: ['clae_cla_episode_start'] }),
    column('clae_cla_episode_start_reason', choices.reasonStarted),
    column('clae_cla_primary_need_code', choices.need, { also: ['clae_cla_primary_need'] }),
    column('clae_cla_episode_ceased_date', 'date', { also: ['clae_cla_episode_ceased', 'clae_cla_episode_cease'] }),
    column('clae_cla_episode_ceased_reason', choices.reasonCeased, { also: ['clae_cla_episode_cease_reason'] }),
    careNumber('clae_cla_id'),
    left('clae_referral_id', 'Referrals are not recorded yet.'),
    column('clae_cla_placement_id', 'id'),
    column('clae_entered_care_date', 'date', { left: 'It follows from the episodes.' }),
    column('clae_cla_last_iro_contact_date', 'date', { also: ['clae_cla_review_last_iro_contact_date'] }),
  ],
}

export const claPlacement: Entity = {
  name: 'ssd_cla_placement',
  label: 'placements',
  id: 'clap_cla_placement_id',
  person: 'clap_person_id',
  columns: [
    column('clap_cla_placement_id', 'id', { also: ['clap_placement_id'] }),
    column('clap_cla_placement_start_date', 'date', { needed: true }),
    column('clap_cla_placement_type', choices.placement),
    column('clap_cla_placement_urn', 'id', { identifying: true }),
    column('clap_cla_placement_distance', 'number'),
    careNumber('clap_cla_id'),
    column('clap_cla_placement_provider', choices.provider),
    column('clap_cla_placement_postcode', 'text', { identifying: true }),
    column('clap_cla_placement_end_date', 'date'),
    column('clap_cla_placement_change_reason', choices.whyMoved),
    column('clap_person_id', 'id'),
  ],
}

export const legalStatus: Entity = {
  name: 'ssd_legal_status',
  label: 'legal statuses',
  id: 'lega_legal_status_id',
  person: 'lega_person_id',
  columns: [
    column('lega_legal_status_id', 'id'),
    person('lega_person_id'),
    column('lega_legal_status', choices.legalStatus, { needed: true }),
    column('lega_legal_status_start_date', 'date', { needed: true, also: ['lega_legal_status_start'] }),
    column('lega_legal_status_end_date', 'date', { also: ['lega_legal_status_end'] }),
  ],
}

const review = to(CareReview)

/** Says only by the number of the time in care whom it is about. */
export const claReviews: Entity = {
  name: 'ssd_cla_reviews',
  label: 'care reviews',
  id: 'clar_cla_review_id',
  person: null,
  columns: [
    column('clar_cla_review_id', 'id'),
    column('clar_cla_id', 'id', { also: ['clar_cla_episode_id'] }),
    column('clar_cla_review_due_date', 'date', { left: 'When a review is due is worked out.' }),
    review('clar_cla_review_date', 'date', 'heldOn'),
    column('clar_cla_review_cancelled', 'yes-no'),
    review('clar_cla_review_participation', choices.codesOf(CareReview, 'participation'), 'participation'),
  ],
}

const visit = to(CareVisit)

export const claVisits: Entity = {
  name: 'ssd_cla_visits',
  label: 'visits in care',
  id: 'clav_cla_visit_id',
  person: 'clav_person_id',
  columns: [
    column('clav_cla_visit_id', 'id', { also: ['clav_casenote_id'] }),
    careNumber('clav_cla_id'),
    person('clav_person_id'),
    visit('clav_cla_visit_date', 'date', 'visitedOn', { needed: true }),
    visit('clav_cla_visit_seen', 'yes-no', 'seen'),
    visit('clav_cla_visit_seen_alone', 'yes-no', 'seenAlone'),
  ],
  record: {
    type: CareVisit,
    fixed: { kind: 'statutory' },
    only: ({ fields }) => fields['kind'] === 'statutory',
  },
}

const conviction = to(Conviction)

const claConvictions: Entity = {
  name: 'ssd_cla_convictions',
  label: 'convictions',
  id: 'clac_cla_conviction_id',
  person: 'clac_person_id',
  columns: [
    column('clac_cla_conviction_id', 'id'),
    person('clac_person_id'),
    conviction('clac_cla_conviction_date', 'date', 'decidedOn', { needed: true }),
    conviction('clac_cla_conviction_offence', 'text', 'offence', { identifying: true }),
  ],
  record: {
    type: Conviction,
    fixed: { kind: 'conviction' },
    only: ({ fields }) => fields['kind'] === 'conviction',
  },
}

const before = to(PreviousPermanence)
const ORDERED = 'lapp_previous_permanence_order_date'

const claPreviousPermanence: Entity = {
  name: 'ssd_cla_previous_permanence',
  label: 'records of permanence before care',
  id: 'lapp_table_id',
  person: 'lapp_person_id',
  columns: [
    column('lapp_table_id', 'id'),
    person('lapp_person_id'),
    column(ORDERED, 'part date'),
    before('lapp_previous_permanence_option', choices.codesOf(PreviousPermanence, 'option'), 'option', {
      needed: true,
    }),
    before('lapp_previous_permanence_la', 'text', 'authority'),
  ],
  record: { type: PreviousPermanence, read: orderIn, write: orderOf },
}

function orderIn({ values }: Row): Fields {
  const text = values.get(ORDERED) ?? null
  const read = typeof text === 'string' ? readPartDate(text) : undefined
  return { orderedOn: read?.on ?? null, orderedOnPrecision: read?.precision ?? null }
}

function orderOf(held: Held): Cells {
  const [on, precision] = [dateOf(held, 'orderedOn'), textOf(held, 'orderedOnPrecision')]
  if (on === null && precision === null) return {}
  const known = isPrecision(precision) ? precision : 'day'
  return { [ORDERED]: writePartDate({ on, precision: known }) }
}

const isPrecision = (text: string | null): text is Precision =>
  text === 'day' || text === 'month' || text === 'year' || text === 'none'

/** Which plan is chosen stands in a cell of its own, with an answer for each that there may be. */
export const claCarePlan: Entity = {
  name: 'ssd_cla_care_plan',
  label: 'care plans',
  id: 'lacp_table_id',
  person: 'lacp_person_id',
  columns: [
    column('lacp_table_id', 'id', { also: ['lacp_cla_care_plan_id'] }),
    person('lacp_person_id'),
    column('lacp_cla_care_plan_start_date', 'date', { needed: true }),
    column('lacp_cla_care_plan_end_date', 'date'),
    column('lacp_cla_care_plan_json', 'text', { also: ['lacp_cla_care_plan'] }),
  ],
}

const missing = to(MissingEpisode)
const MISSING_END = 'miss_missing_episode_end_date'

const missingEntity: Entity = {
  name: 'ssd_missing',
  label: 'times missing or away',
  id: 'miss_table_id',
  person: 'miss_person_id',
  columns: [
    column('miss_table_id', 'id'),
    person('miss_person_id'),
    missing('miss_missing_episode_start_date', 'date', 'startedOn', {
      needed: true,
      also: ['miss_mis_epi_start', 'miss_missing_episode_start'],
    }),
    missing('miss_missing_episode_type', choices.missingKind, 'kind', { also: ['miss_mis_epi_type'] }),
    column(MISSING_END, 'moment', { also: ['miss_mis_epi_end', 'miss_missing_episode_end'] }),
    missing('miss_missing_rhi_offered', 'yes-no', 'interviewOffered', { also: ['miss_mis_epi_rhi_offered'] }),
    missing('miss_missing_rhi_accepted', 'yes-no', 'interviewAccepted', { also: ['miss_mis_epi_rhi_accepted'] }),
  ],
  record: { type: MissingEpisode, read: returnIn, write: returnOf },
}

const isMoment = (value: Value): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value

function returnIn({ values }: Row): Fields {
  const value = values.get(MISSING_END) ?? null
  if (!isMoment(value)) return {}
  return { endedOn: londonDate(value.at), returnedAt: value.precision === 'day' ? null : value }
}

/** The hour is told where it is one of the day on which the time away ended. */
function returnOf(held: Held): Cells {
  const [endedOn, at] = [dateOf(held, 'endedOn'), held.fields['returnedAt'] ?? null]
  const isExact = isMoment(at) && at.precision !== 'day' && londonDate(at.at) === endedOn
  return { [MISSING_END]: isExact ? at : endedOn }
}

export const care: readonly Entity[] = [
  ...[claEpisodes, claPlacement, legalStatus, claReviews, claVisits, claConvictions],
  ...[claPreviousPermanence, claCarePlan, missingEntity],
]
