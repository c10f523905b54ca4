import { PlacementOrder } from '../../areas/adoption/orders.ts'
import { CareLeaverActivity } from '../../areas/care-leavers/activities.ts'
import { PathwayPlan, PathwayReview } from '../../areas/care-leavers/pathway.ts'
import { eligibilityReads } from '../../areas/care-leavers/told.ts'
import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { CarePlan } from '../../areas/children-in-care/care-plans.ts'
import { Mother, UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { SocialWorkerEpisode } from '../../areas/children-in-care/social-workers.ts'
import { EhcPlan } from '../../areas/education-of-children-in-care/special-needs.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team } from '../../areas/organisation/workers.ts'
import { Disability, Ethnicity, ImmigrationStatus } from '../../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import { ReviewingContact } from '../../areas/reviewing/contact-records.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { AsAt } from '../annex-a/as-at.ts'
import { OWN_NUMBER } from '../records.ts'
import * as inCare from './care.ts'
import type { Cells, Entity } from './column.ts'
import { entities } from './entities.ts'
import { claHealth } from './health.ts'
import { careLeavers, permanence } from './leaving.ts'
import * as who from './people.ts'
import { carePlanRows, healthRows, leaverRows, permanenceRows, visitRows } from './write-care.ts'
import { careRows, reviewRows } from './write-episodes.ts'
import {
  disabilityRows,
  identifierRows,
  immigrationRows,
  involvementRows,
  personRow,
  teamRows,
} from './write-people.ts'
import { planRows } from './write-plans.ts'
import { recordRows } from './write-rows.ts'

/** The record types that the dataset is made of. */
export const written: readonly RecordType[] = [
  ...new Set<RecordType>([
    ...[Person, PersonName, PersonIdentifier, Ethnicity, Disability, ImmigrationStatus, UnaccompaniedStatus, Mother],
    ...[Team, Allocation, SocialWorkerEpisode, Episode, CareReview, ReviewingContact, HealthAssessment, DentalCheck],
    ...[CarePlan, PermanencePlan, AdoptionDecision, AdoptionMatch, PlacementOrder, EhcPlan],
    ...[...eligibilityReads, CareLeaverActivity, PathwayPlan, PathwayReview],
    ...entities.flatMap(({ record }) => record?.type ?? []),
  ]),
]

export type Table = { readonly entity: Entity; readonly rows: readonly Cells[] }

/** The rows of every entity from what is recorded, as it was true on a day. */
export function tablesOf(asAt: AsAt): readonly Table[] {
  const { episodes, placements, statuses } = careRows(asAt)
  const byHand = new Map<Entity, readonly Cells[]>([
    [who.linkedIdentifiers, identifierRows(asAt)],
    [who.disability, disabilityRows(asAt)],
    [who.immigrationStatus, immigrationRows(asAt)],
    [who.department, teamRows(asAt)],
    [who.involvements, involvementRows(asAt)],
    [inCare.claEpisodes, episodes],
    [inCare.claPlacement, placements],
    [inCare.legalStatus, statuses],
    [inCare.claReviews, reviewRows(asAt)],
    [inCare.claVisits, visitRows(asAt)],
    [inCare.claCarePlan, carePlanRows(asAt)],
    [claHealth, healthRows(asAt)],
    [permanence, permanenceRows(asAt)],
    [careLeavers, leaverRows(asAt)],
    ...planRows(asAt),
  ])
  const others = entities
    .filter((one) => one !== who.personEntity)
    .map((entity) => ({ entity, rows: byHand.get(entity) ?? recordRows(asAt, entity) }))
  const people = listed(asAt, others)
  return [{ entity: who.personEntity, rows: people.map((person) => personRow(asAt, person)) }, ...others]
}

/** Whoever has a number in the case system, and whoever else a row is about. */
function listed(asAt: AsAt, tables: readonly Table[]): readonly string[] {
  const named = tables.flatMap(({ entity: { person }, rows }) =>
    person === null ? [] : rows.map((row) => String(row[person])),
  )
  const numbered = asAt.subjects(Person).filter((one) => !one.startsWith(OWN_NUMBER))
  return [...new Set([...numbered, ...named])].toSorted(byNumber)
}

/** 9 before 10 before A1. */
const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true })
