import { AdoptionDecision, AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import { CareLeaverOutcome } from '../../areas/children-in-care/care-leavers.ts'
import { Mother, PreviousPermanence, UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DeprivationOfLiberty } from '../../areas/children-in-care/liberty.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { OutcomesOfYear } from '../../areas/children-in-care/outcomes-of-year.ts'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { SocialWorkerEpisode } from '../../areas/children-in-care/social-workers.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { Person } from '../../areas/people/person.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'

// The tables of the return and their columns, by collection year. Source: DfE, children looked-after return (SSDA903), as held in the
// configuration of Data to Insight's csc-validator-be-903 (MIT) and Social Finance's liia-tools-pipeline (MIT). Which codes were collected when stands with
// the code lists of the records.

/** How a cell is written. `part date`: parts that are not known are written zz. */
export type CellKind = 'text' | 'date' | 'part date' | 'code' | 'number' | 'yes-no' | 'sex'

export type Column = {
  readonly name: string
  readonly kind: CellKind
  /** The record type and field that it goes to; null for what the header says already. */
  readonly to: readonly [RecordType, string] | null
  /** `row`: without it there is no telling what the row is about. `answer`: the return asks for one. */
  readonly needed: 'row' | 'answer' | null
}

export type TableName =
  | 'Header'
  | 'Episodes'
  | 'Reviews'
  | 'UASC'
  | 'OC2'
  | 'OC3'
  | 'AD1'
  | 'PlacedAdoption'
  | 'PrevPerm'
  | 'Missing'
  | 'SWEpisodes'
  | 'DoLo'

export type Table = {
  readonly name: TableName
  /** In a sentence, and as the name of a file. */
  readonly label: string
  readonly file: string
  readonly record: RecordType
  readonly columns: readonly Column[]
  /** Columns that some years or tools add: read where they are there, and not written. */
  readonly also: readonly Column[]
  /** The collection year, by the year of its April, from which on it is collected. */
  readonly since: number
  /** `child`: at most one row for each child. `event`: any number. */
  readonly rows: 'child' | 'event'
}

type FieldOf<T extends RecordType> = keyof T['fields'] & string

/** Columns of one record type: `to(Episode)('DECOM', 'date', 'startedOn', 'row')`. */
const to =
  <const T extends RecordType>(record: T) =>
  (name: string, kind: CellKind, field: FieldOf<T>, needed: Column['needed'] = null): Column => ({
    name,
    kind,
    to: [record, field],
    needed,
  })

const child: Column = { name: 'CHILD', kind: 'text', to: null, needed: 'row' }
/** Said again in most tables: held against the header. */
const born: Column = { name: 'DOB', kind: 'date', to: null, needed: 'answer' }
const sex: Column = { name: 'SEX', kind: 'sex', to: null, needed: 'answer' }

const always = { also: [], since: 0 } as const
const [person, mother, episode] = [to(Person), to(Mother), to(Episode)]
const [outcome, leaver, match] = [to(OutcomesOfYear), to(CareLeaverOutcome), to(AdoptionMatch)]
const [placed, before, missing] = [to(AdoptionDecision), to(PreviousPermanence), to(MissingEpisode)]

export const tables: readonly Table[] = [
  {
    ...always,
    name: 'Header',
    label: 'the header',
    file: 'header',
    rows: 'child',
    record: Person,
    columns: [
      child,
      person('SEX', 'sex', 'sex', 'answer'),
      person('DOB', 'date', 'bornOn', 'answer'),
      to(Ethnicity)('ETHNIC', 'code', 'ethnicity', 'answer'),
      { name: 'UPN', kind: 'text', to: null, needed: 'answer' },
      mother('MOTHER', 'yes-no', 'mother'),
      mother('MC_DOB', 'date', 'childBornOn'),
    ],
  },
  {
    ...always,
    name: 'Episodes',
    label: 'episodes',
    file: 'episodes',
    rows: 'event',
    record: Episode,
    columns: [
      child,
      episode('DECOM', 'date', 'startedOn', 'row'),
      episode('RNE', 'code', 'reasonStarted', 'answer'),
      episode('LS', 'code', 'legalStatus', 'answer'),
      episode('CIN', 'code', 'categoryOfNeed', 'answer'),
      episode('PLACE', 'code', 'placement', 'answer'),
      episode('PLACE_PROVIDER', 'code', 'provider'),
      episode('DEC', 'date', 'endedOn'),
      episode('REC', 'code', 'reasonEnded'),
      episode('REASON_PLACE_CHANGE', 'code', 'reasonForChange'),
      episode('HOME_POST', 'text', 'homePostcode'),
      episode('PL_POST', 'text', 'placementPostcode'),
      episode('URN', 'text', 'urn'),
    ],
    also: [
      episode('PL_LA', 'text', 'placementAuthority'),
      episode('PL_LOCATION', 'code', 'placementLocation'),
      episode('PL_DISTANCE', 'number', 'distance'),
    ],
  },
  {
    ...always,
    name: 'Reviews',
    label: 'reviews',
    file: 'reviews',
    rows: 'event',
    record: CareReview,
    columns: [
      child,
      born,
      to(CareReview)('REVIEW', 'date', 'heldOn', 'row'),
      to(CareReview)('REVIEW_CODE', 'code', 'participation', 'answer'),
    ],
  },
  {
    ...always,
    name: 'UASC',
    label: 'unaccompanied children',
    file: 'uasc',
    rows: 'child',
    record: UnaccompaniedStatus,
    columns: [child, sex, born, to(UnaccompaniedStatus)('DUC', 'date', 'endedOn')],
  },
  {
    ...always,
    name: 'OC2',
    label: 'outcomes of children in care for 12 months',
    file: 'oc2',
    rows: 'child',
    record: OutcomesOfYear,
    columns: [
      child,
      born,
      outcome('SDQ_SCORE', 'number', 'score'),
      outcome('SDQ_REASON', 'code', 'noScoreReason'),
      outcome('CONVICTED', 'yes-no', 'convicted'),
      outcome('HEALTH_CHECK', 'yes-no', 'developmentChecks'),
      outcome('IMMUNISATIONS', 'yes-no', 'immunisations'),
      outcome('TEETH_CHECK', 'yes-no', 'teethChecked'),
      outcome('HEALTH_ASSESSMENT', 'yes-no', 'healthAssessed'),
      outcome('SUBSTANCE_MISUSE', 'yes-no', 'substanceMisuse'),
      outcome('INTERVENTION_RECEIVED', 'yes-no', 'interventionReceived'),
      outcome('INTERVENTION_OFFERED', 'yes-no', 'interventionOffered'),
    ],
  },
  {
    ...always,
    name: 'OC3',
    label: 'care leavers',
    file: 'oc3',
    rows: 'child',
    record: CareLeaverOutcome,
    columns: [
      child,
      // The birthday in the year dates the record.
      { ...born, needed: 'row' },
      leaver('IN_TOUCH', 'code', 'inTouch', 'answer'),
      leaver('ACTIV', 'code', 'activity', 'answer'),
      leaver('ACCOM', 'code', 'accommodation', 'answer'),
    ],
  },
  {
    ...always,
    name: 'AD1',
    label: 'adopted children',
    file: 'ad1',
    rows: 'child',
    record: AdoptionMatch,
    columns: [
      child,
      born,
      match('DATE_INT', 'date', 'decidedOn', 'answer'),
      match('DATE_MATCH', 'date', 'matchedOn', 'row'),
      match('FOSTER_CARE', 'yes-no', 'fosterCarersAdopt', 'answer'),
      match('NB_ADOPTR', 'number', 'numberOfAdopters', 'answer'),
      match('SEX_ADOPTR', 'code', 'adoptersAre', 'answer'),
      match('LS_ADOPTR', 'code', 'adoptersStatus', 'answer'),
    ],
  },
  {
    ...always,
    name: 'PlacedAdoption',
    label: 'decisions to place for adoption',
    file: 'placed_for_adoption',
    rows: 'event',
    record: AdoptionDecision,
    columns: [
      child,
      born,
      placed('DATE_PLACED', 'date', 'decidedOn', 'row'),
      placed('DATE_PLACED_CEASED', 'date', 'reversedOn'),
      placed('REASON_PLACED_CEASED', 'code', 'reasonReversed'),
    ],
  },
  {
    ...always,
    name: 'PrevPerm',
    label: 'permanence before care',
    file: 'previous_permanence',
    rows: 'child',
    record: PreviousPermanence,
    columns: [
      child,
      born,
      before('PREV_PERM', 'code', 'option', 'answer'),
      before('LA_PERM', 'text', 'authority'),
      before('DATE_PERM', 'part date', 'orderedOn'),
    ],
  },
  {
    ...always,
    name: 'Missing',
    label: 'times missing or away',
    file: 'missing',
    rows: 'event',
    record: MissingEpisode,
    columns: [
      child,
      born,
      missing('MISSING', 'code', 'kind', 'answer'),
      missing('MIS_START', 'date', 'startedOn', 'row'),
      missing('MIS_END', 'date', 'endedOn'),
    ],
  },
  {
    ...always,
    name: 'SWEpisodes',
    label: 'social workers',
    file: 'sw_episodes',
    rows: 'event',
    since: 2023,
    record: SocialWorkerEpisode,
    columns: [
      child,
      born,
      to(SocialWorkerEpisode)('SW_ID', 'text', 'workerNumber', 'row'),
      to(SocialWorkerEpisode)('SW_DECOM', 'date', 'startedOn', 'row'),
      to(SocialWorkerEpisode)('SW_DEC', 'date', 'endedOn'),
      to(SocialWorkerEpisode)('SW_REASON', 'code', 'reason'),
    ],
  },
  {
    ...always,
    name: 'DoLo',
    label: 'deprivation of liberty orders',
    file: 'dolo',
    rows: 'event',
    since: 2026,
    record: DeprivationOfLiberty,
    columns: [
      child,
      born,
      to(DeprivationOfLiberty)('DOLO_START', 'date', 'startedOn', 'row'),
      to(DeprivationOfLiberty)('DOLO_END', 'date', 'endedOn'),
    ],
  },
]
