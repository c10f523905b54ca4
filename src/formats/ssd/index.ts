import { CareLeaverActivity } from '../../areas/care-leavers/activities.ts'
import { CareLeaverHome } from '../../areas/care-leavers/homes.ts'
import { Conviction } from '../../areas/children-in-care/convictions.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import {
  DentalCheck,
  HealthAssessment,
  StrengthsAndDifficulties,
  SubstanceMisuse,
} from '../../areas/children-in-care/health.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { CareReview, CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { EhcPlan } from '../../areas/education-of-children-in-care/special-needs.ts'
import { Disability, ImmigrationStatus } from '../../areas/people/background.ts'
import { PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { carryStated } from '../annex-a/read-stated.ts'
import type { CarryOn, RecordFormat } from '../records.ts'
import { sameRecords } from './carry-on.ts'
import { readDataset } from './read.ts'
import { written } from './tables.ts'
import { writeDataset } from './write.ts'

const numbered = [
  ...[Episode, CareReview, CareVisit, HealthAssessment, DentalCheck, StrengthsAndDifficulties, SubstanceMisuse],
  ...[Conviction, MissingEpisode, ImmigrationStatus, PersonIdentifier, EhcPlan],
]
const stated = [PersonName, Disability, CareLeaverHome, CareLeaverActivity]

/**
 * The standard safeguarding dataset: into what every case system of an authority can be flattened, one CSV file for each of its entities. Which are read and
 * written stands in docs/ssd.md; how what it has apart is joined, and what it cannot say, in docs/decisions/0029.
 */
export const ssd: RecordFormat = {
  key: 'ssd',
  label: 'Standard safeguarding dataset (SSD)',
  sourceSystem: 'ssd',
  namesThings: true,
  of: 'day',
  readBy: 'programs',
  read: readDataset,
  carriesOn: new Map<RecordType, CarryOn>([
    ...numbered.map((type) => [type, sameRecords(type)] as const),
    ...stated.map((type) => [type, carryStated(type)] as const),
  ]),
  compared: [],
  compare: () => [],
  written,
  write: writeDataset,
}
