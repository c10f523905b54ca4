import { AdoptionDecision } from '../../areas/children-in-care/adoption-plans.ts'
import { InTouch } from '../../areas/children-in-care/care-leavers.ts'
import { ActivityOfCareLeaver, HomeOfCareLeaver } from '../../areas/children-in-care/codes-of-care-leavers.ts'
import {
  CategoryOfNeed,
  LegalStatus,
  PlacementProvider,
  ReasonEpisodeEnded,
  ReasonForNewEpisode,
  ReasonForPlacementChange,
} from '../../areas/children-in-care/codes-of-episodes.ts'
import { PlacementType } from '../../areas/children-in-care/codes-of-placements.ts'
import { NoScoreReason } from '../../areas/children-in-care/health.ts'
import { EhcPlan } from '../../areas/education-of-children-in-care/special-needs.ts'
import { AllocationRole, ReasonForChange } from '../../areas/organisation/services.ts'
import { DisabilityCode, EthnicityCode, ImmigrationStatusCode } from '../../areas/people/codes-of-background.ts'
import { IdentifierKind, NoPupilNumber } from '../../areas/people/codes-of-identity.ts'
import type { CodeList } from '../../core/definitions/code-list.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Choice } from '../annex-a/choices.ts'
import * as inspection from '../annex-a/choices.ts'
import { wordings } from '../annex-a/wordings.ts'

// What a cell of the dataset may say, by our code. Source: Data to Insight, Standard Safeguarding Dataset 1.4.5 (ssd-data-model), guidance of the fields;
// wordings of case systems: as for the inspection lists.

type Said = Readonly<Record<string, readonly string[]>>

/** National codes, written as they are and read by their words too: ours, those of the inspection list, and more. */
function coded({ codes }: CodeList, like?: Choice, more: Said = {}): Choice {
  const others = like === undefined ? undefined : wordings.get(like)
  const wordsFor = (code: string, label: string) => [
    plain(label),
    ...(like?.written[code] === undefined ? [] : [plain(like.written[code].replace(/^.*?(?:: | - )/, ''))]),
    ...(others?.[code] ?? []),
    ...(more[code] ?? []),
  ]
  return {
    written: Object.fromEntries(Object.keys(codes).map((code) => [code, code])),
    also: Object.fromEntries(Object.entries(codes).map(([code, { label }]) => [code, wordsFor(code, label)])),
  }
}

/** Our own codes, written by these words and read by our labels too. */
const worded = ({ codes }: CodeList, written: Readonly<Record<string, string>> = {}, also: Said = {}): Choice => ({
  written: { ...Object.fromEntries(Object.entries(codes).map(([code, { label }]) => [code, label])), ...written },
  also: Object.fromEntries(
    Object.entries(codes).map(([code, { label }]) => [code, [plain(label), ...(also[code] ?? [])]]),
  ),
})

/** Small letters and figures with one space between words. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** The list of a field. */
function listOf({ key, fields }: RecordType, field: string): CodeList {
  const definition: FieldDefinition | undefined = fields[field]
  if (definition?.kind !== 'code' && definition?.kind !== 'codes') throw new TypeError(`${key}.${field} has no codes`)
  return definition.list
}

/** The codes of a field, as they are. */
export const codesOf = (type: RecordType, field: string): Choice => coded(listOf(type, field))

// The figures are those of the census and of the return up to 2023/24.
export const sex: Choice = {
  written: { M: 'M', F: 'F', U: 'U' },
  also: {
    M: ['1', '01', 'male', 'boy', 'man'],
    F: ['2', '02', 'female', 'girl', 'woman'],
    U: ['0', '00', '9', '09', 'unknown', 'not known', 'indeterminate', 'unborn', 'not stated'],
  },
}

export const ethnicity = coded(EthnicityCode, inspection.ethnicity, {
  WIRT: ['traveller'],
  WROM: ['gypsy roma'],
  BCRB: ['caribbean'],
  BAFR: ['african'],
  CHNE: ['cnhe'],
  REFU: ['refused'],
  NOBT: ['information not yet obtained', 'not obtained', 'not known'],
})

export const noPupilNumber = coded(NoPupilNumber)

export const identifierKind = worded(
  IdentifierKind,
  {
    'case-id': 'Case Number',
    'nhs-number': 'NHS Number',
    upn: 'Unique Pupil Number',
    'former-upn': 'Former Unique Pupil Number',
    'home-office': 'Home Office Registration',
    'unaccompanied-child-id': 'Unaccompanied Child ID',
    'national-insurance': 'National Insurance Number',
    'youth-justice': 'YOT Number',
    'court-case': 'Court Case Number',
    'adoption-agency': 'RAA ID',
    other: 'Other',
  },
  {
    'nhs-number': ['nhs', 'nhs no'],
    upn: ['upn'],
    'former-upn': ['former upn', 'previous upn'],
    'home-office': ['home office', 'home office number'],
    'national-insurance': ['ni number', 'nino'],
    'youth-justice': ['yot', 'youth offending'],
    other: ['incident id', 'incident'],
  },
)

export const disability = coded(DisabilityCode, undefined, {
  NONE: ['no', 'none'],
  AUT: ['autism aspergers', 'diagnosed with autism'],
  DDA: ['other dda', 'other'],
})

export const immigrationStatus = worded(
  ImmigrationStatusCode,
  {
    'unaccompanied-child': 'Unaccompanied Asylum Seeking Child',
    'adult-asylum-seeker': 'Adult Asylum Seeker',
    refugee: 'Refugee Status',
    discretionary: 'Discretionary Leave to Remain in the UK to 18 (DLR)',
    'indefinite-leave': 'Indefinite Leave to Remain in the UK (ILR)',
  },
  {
    'unaccompanied-child': ['uasc', 'unaccompanied asylum', 'unaccompanied minor'],
    refugee: ['refugee'],
    discretionary: ['discretionary leave', 'dlr'],
    'indefinite-leave': ['indefinite leave', 'ilr'],
    'humanitarian-protection': ['humanitarian'],
    'rights-exhausted': ['appeal rights exhausted', 'are'],
    'not-known': ['unknown', 'not known'],
  },
)

export const role = worded(AllocationRole, undefined, {
  'social-worker': [
    'allocated social worker',
    'allocated case worker',
    'case worker',
    'caseworker',
    'key worker',
    'sw',
  ],
  'family-worker': ['family support worker', 'early help worker'],
  'personal-adviser': ['personal advisor', 'leaving care personal', 'pa', 'leaving care worker'],
  'co-worker': ['co worker', 'secondary worker', 'joint worker'],
  'reviewing-officer': ['independent reviewing officer', 'iro', 'reviewing officer'],
  'conference-chair': ['cp chair', 'conference chair', 'child protection chair'],
  'supervising-social-worker': ['supervising social worker', 'fostering social worker', 'ssw'],
  'adoption-worker': ['adoption social worker'],
  'send-caseworker': ['sen caseworker', 'sen case worker', 'send case'],
  'youth-justice-worker': ['yot worker', 'youth justice', 'youth offending'],
  'designated-officer': ['lado'],
})

export const whyChanged = coded(ReasonForChange)

export const reasonStarted = coded(ReasonForNewEpisode)
export const need = coded(CategoryOfNeed, inspection.categoryOfNeed)
export const legalStatus = coded(LegalStatus, inspection.legalStatus)
export const placement = coded(PlacementType, inspection.placement)
export const provider = coded(PlacementProvider, inspection.provider)
export const reasonCeased = coded(ReasonEpisodeEnded, inspection.reasonCeased)
export const whyMoved = coded(ReasonForPlacementChange)

/** How a health check ended: planned and cancelled ones were none. */
export const healthStatus: Choice = {
  written: {
    done: 'Completed',
    refused: 'Refused',
    'not-brought': 'Did not attend',
    planned: 'Planned',
    cancelled: 'Cancelled',
  },
  also: {
    done: ['complete', 'done', 'attended', 'yes', 'y', 'approved', 'authorised', 'finalised', 'closed'],
    refused: ['refusal', 'declined', 'child refused'],
    'not-brought': ['dna', 'not brought', 'was not brought', 'wnb', 'missed', 'failed to attend', 'not attended'],
    planned: ['pending', 'booked', 'open', 'scheduled', 'awaiting', 'in progress', 'started', 'requested'],
    cancelled: ['canceled', 'abandoned', 'deleted'],
  },
}

export const healthCheck: Choice = {
  written: {
    initial: 'Initial Health Assessment',
    review: 'Review Health Assessment',
    assessment: 'Health Assessment',
    dental: 'Dental Check',
  },
  also: {
    initial: ['iha', 'initial health'],
    review: ['rha', 'review health', 'annual health'],
    assessment: ['health assessment', 'ha', 'health surveillance'],
    dental: ['dental', 'dentist', 'teeth'],
  },
}

export const missingKind: Choice = {
  written: { M: 'M', A: 'A' },
  also: { M: ['missing', 'missing from care'], A: ['absent', 'away', 'unauthorised', 'away from placement'] },
}

export const whyNoScore = coded(NoScoreReason)

/** The words of the inspection list without the letters before them, which differ from tool to tool. */
export const eligibility: Choice = {
  written: Object.fromEntries(
    Object.entries(inspection.eligibility.written).map(([code, words]) => [code, words.replace(/^[a-z]+\) /, '')]),
  ),
  also: wordings.get(inspection.eligibility) ?? {},
}
export const whyReversed = coded(listOf(AdoptionDecision, 'reasonReversed'), inspection.reasonReversed)
export const inTouch = coded(InTouch, inspection.inTouch)
export const home = coded(HomeOfCareLeaver, inspection.accommodation)
export const activity = coded(ActivityOfCareLeaver, inspection.activity)
export const suitability: Choice = {
  written: { suitable: 'Suitable', unsuitable: 'Unsuitable' },
  also: {
    suitable: ['1', 'y', 'yes', 'true', ...(wordings.get(inspection.suitability)?.['suitable'] ?? [])],
    unsuitable: ['2', 'n', 'no', 'false', ...(wordings.get(inspection.suitability)?.['unsuitable'] ?? [])],
  },
}

/** Why a plan ended, and the need that it is mainly for. Source: DfE SEN2. */
export const whyPlanCeased = worded(listOf(EhcPlan, 'whyEnded'), undefined, {
  'needs-met': ['special educational needs met without an ehc plan', 'needs met', 'no longer necessary'],
  'left-education': ['left education', 'moved to higher education', 'moved to paid employment'],
  'too-old': ['reached maximum age', 'maximum age'],
  moved: ['transferred to another la', 'moved out', 'transferred'],
  died: ['deceased', 'child or young person died'],
})
export const specialNeed = codesOf(EhcPlan, 'need')

export const permanenceOrder: Choice = {
  written: {
    adoption: 'Adoption',
    guardianship: 'Special Guardianship',
    arrangements: 'Child Arrangements Order/ Residence Order',
  },
}
