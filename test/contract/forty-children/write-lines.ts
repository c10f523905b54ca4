import {
  AdopterEnquiry,
  AdopterPanel,
  AdopterPause,
  AdopterStage,
  AdoptersLeft,
  SuitabilityDecision,
} from '../../../src/areas/adoption/adopter-records.ts'
import { PlacementOrder } from '../../../src/areas/adoption/orders.ts'
import { CareLeaverActivity } from '../../../src/areas/care-leavers/activities.ts'
import { CareLeaverContact } from '../../../src/areas/care-leavers/contact.ts'
import { CareLeaverHome } from '../../../src/areas/care-leavers/homes.ts'
import { HealthPassport } from '../../../src/areas/care-leavers/leaving-care.ts'
import { PathwayPlan, PathwayReview } from '../../../src/areas/care-leavers/pathway.ts'
import { AdoptionDecision, AdoptionMatch } from '../../../src/areas/children-in-care/adoption-plans.ts'
import { CareLeaverOutcome } from '../../../src/areas/children-in-care/care-leavers.ts'
import {
  DentalCheck,
  ImmunisationStatus,
  StrengthsAndDifficulties,
} from '../../../src/areas/children-in-care/health.ts'
import { EducationActivity } from '../../../src/areas/education-of-children-in-care/after-school.ts'
import { SchoolAttendance } from '../../../src/areas/education-of-children-in-care/attendance.ts'
import { PersonalEducationPlan } from '../../../src/areas/education-of-children-in-care/education-plans.ts'
import { SchoolEnrolment } from '../../../src/areas/education-of-children-in-care/enrolments.ts'
import { Suspension } from '../../../src/areas/education-of-children-in-care/exclusions.ts'
import { EhcPlan } from '../../../src/areas/education-of-children-in-care/special-needs.ts'
import { Allegation } from '../../../src/areas/fostering/allegation-records.ts'
import { FosteringApplication, FosteringPanel } from '../../../src/areas/fostering/applications.ts'
import { FosteringApproval, FosteringOnHold } from '../../../src/areas/fostering/approvals.ts'
import { FosterPlacement } from '../../../src/areas/fostering/care-given.ts'
import { SupervisingVisit } from '../../../src/areas/fostering/supervision.ts'
import { Allocation } from '../../../src/areas/organisation/allocation.ts'
import { LongTermMatch, PermanencePlan } from '../../../src/areas/permanence/records.ts'
import { Escalation } from '../../../src/areas/reviewing/escalation-records.ts'
import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import type { Line } from './lines.ts'

/** What a line is as a record: every word as text; empty is nothing. `also` are the subjects that it names beside the one that it is about. */
export type AsRecord = {
  readonly type: RecordType
  readonly fields: Readonly<Record<string, string>>
  readonly also?: readonly ('team' | 'worker' | 'household')[]
  /** Whom it is about, where there are several in one household. */
  readonly who?: string
}

export function recordOf(line: Line): AsRecord {
  switch (line.kind) {
    case 'dental':
      return { type: DentalCheck, fields: { checkedOn: line.day, attendance: line.how } }
    case 'immunised':
      return { type: ImmunisationStatus, fields: { statedOn: line.day, upToDate: line.answer } }
    case 'score': {
      const { day, value, reason } = line
      return { type: StrengthsAndDifficulties, fields: { completedOn: day, score: value, noScoreReason: reason } }
    }
    case 'plan':
    case 'parallel': {
      const { option, since, done, until } = line
      const part = { plan: 'main', parallel: 'parallel' }[line.kind]
      return { type: PermanencePlan, fields: { option, part, startedOn: since, completedOn: done, endedOn: until } }
    }
    case 'matched':
      return { type: LongTermMatch, fields: { matchedOn: line.day, placedOn: line.moved, endedOn: line.until } }
    case 'escalation': {
      const { began, since, formal, stage, staged, closed } = line
      const further = stage === '' ? {} : { [stage === 'cafcass' ? 'cafcassOn' : `stage${stage}On`]: staged }
      const days = { startedOn: since, formalOn: formal, closedOn: closed }
      return { type: Escalation, fields: { concern: 'care-plan', began, ...days, ...further } }
    }
    case 'decision':
      return { type: AdoptionDecision, fields: { decidedOn: line.since, reversedOn: line.until } }
    case 'order':
      return { type: PlacementOrder, fields: { madeOn: line.since, endedOn: line.until, howEnded: line.how } }
    case 'adopters':
      return { type: AdoptionMatch, fields: { matchedOn: line.day, fosterCarersAdopt: line.fosterers } }
    case 'enquiry':
      return { type: AdopterEnquiry, fields: { enquiredOn: line.day, forAnother: line.another } }
    case 'stage': {
      const { which, since, until, how } = line
      return { type: AdopterStage, fields: { stage: which, startedOn: since, endedOn: until, howEnded: how } }
    }
    case 'pause':
      return { type: AdopterPause, fields: { startedOn: line.since, endedOn: line.until } }
    case 'recommended':
      return { type: AdopterPanel, fields: { heldOn: line.day, about: 'suitability', recommended: 'suitable' } }
    case 'suitable':
      return { type: SuitabilityDecision, fields: { decidedOn: line.day, suitable: line.answer, endedOn: line.until } }
    case 'gone':
      return { type: AdoptersLeft, fields: { leftOn: line.day, why: 'elsewhere' } }
    case 'adviser':
    case 'awaited': {
      const fields = { role: 'personal-adviser', startedOn: line.since, endedOn: line.until }
      return { type: Allocation, fields, also: line.kind === 'adviser' ? ['team', 'worker'] : ['team'] }
    }
    case 'contact':
      return { type: CareLeaverContact, fields: { contactedOn: line.day, answer: line.answer } }
    case 'home': {
      const { letter, suits, since, until } = line
      return { type: CareLeaverHome, fields: { kind: letter, suitable: suits, startedOn: since, endedOn: until } }
    }
    case 'pathway':
      return { type: PathwayPlan, fields: { madeOn: line.day } }
    case 'reviewed':
      return { type: PathwayReview, fields: { reviewedOn: line.day } }
    case 'does':
      return { type: CareLeaverActivity, fields: { activity: line.code, startedOn: line.since, endedOn: line.until } }
    case 'birthday': {
      const { day, answer, code, home } = line
      const fields = { birthdayOn: day, inTouch: answer, activity: code, accommodation: home }
      return { type: CareLeaverOutcome, fields }
    }
    case 'passport':
      return { type: HealthPassport, fields: { offeredOn: line.day, outcome: line.outcome } }
    case 'pep':
      return { type: PersonalEducationPlan, fields: { begunOn: line.since, completedOn: line.done } }
    case 'school': {
      const { at, status, since, until } = line
      return { type: SchoolEnrolment, fields: { school: at, status, startedOn: since, endedOn: until } }
    }
    case 'register': {
      const { at, first, last, attended, possible } = line
      return { type: SchoolAttendance, fields: { school: at, fromOn: first, throughOn: last, attended, possible } }
    }
    case 'ehcp':
      return { type: EhcPlan, fields: { startedOn: line.since, endedOn: line.until } }
    case 'suspended': {
      const { at, day, sessions, cancelled } = line
      return { type: Suspension, fields: { school: at, startedOn: day, sessions, cancelledOn: cancelled } }
    }
    case 'activity':
      return { type: EducationActivity, fields: { activity: line.code, startedOn: line.since, endedOn: line.until } }
    case 'approved': {
      const { type, since, placed, extended, resigned, until, why } = line
      const days = { approvedOn: since, placedOn: placed, extendedOn: extended, resignedOn: resigned, endedOn: until }
      const whyExtended = extended === '' ? '' : 'assessment'
      return { type: FosteringApproval, fields: { kind: type, ...days, whyExtended, whyEnded: why } }
    }
    case 'hold':
      return { type: FosteringOnHold, fields: { startedOn: line.since, endedOn: line.until } }
    case 'applies': {
      const { type, since, assessed, until, outcome } = line
      const fields = { kind: type, enquiredOn: since, assessmentBegunOn: assessed, endedOn: until, outcome }
      return { type: FosteringApplication, fields }
    }
    case 'panel':
      return { type: FosteringPanel, fields: { heldOn: line.day, about: 'approval', recommends: 'yes' } }
    case 'visited':
      return { type: SupervisingVisit, fields: { visitedOn: line.day, kind: line.how } }
    case 'lives': {
      const { who, footing, since, until } = line
      const fields = { startedOn: since, standing: footing, endedOn: until }
      return { type: FosterPlacement, fields, also: ['household'], who }
    }
    case 'accused': {
      const { who, made, role, referred, outcome, decided } = line
      const fields = { madeOn: made, role, referredOn: referred, outcome, outcomeOn: decided }
      return { type: Allegation, fields, also: ['household'], who }
    }
  }
}
