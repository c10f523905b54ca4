import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { CareReview, CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Disability, Ethnicity } from '../../areas/people/background.ts'
import { Person } from '../../areas/people/person.ts'
import type { RecordFormat } from '../records.ts'
import { readLists } from './read.ts'
import { carryOn } from './read-episodes.ts'
import { writeLists } from './write.ts'

/**
 * What Ofsted asks for as an inspection of children's services begins: lists of children, as a workbook or as CSV files. Lists 8 to 11 are read and
 * written: children in care, care leavers, adoption, adopters. What the lists say and what they cannot is in docs/decisions/0016.
 */
export const annexA: RecordFormat = {
  key: 'annex-a',
  label: 'Lists for inspection (Ofsted, Annex A)',
  sourceSystem: 'annex-a',
  of: 'day',
  read: readLists,
  carriesOn: { type: Episode, rows: carryOn },
  compared: [],
  compare: () => [],
  written: [
    ...[Person, Ethnicity, Disability, UnaccompaniedStatus, Allocation],
    ...[Episode, CareReview, CareVisit, HealthAssessment, DentalCheck, MissingEpisode],
  ],
  write: writeLists,
}
