import { CareLeaverActivity } from '../../areas/care-leavers/activities.ts'
import { CareLeaverHome } from '../../areas/care-leavers/homes.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { CarryOn, RecordFormat } from '../records.ts'
import { readLists } from './read.ts'
import { carryOn } from './read-episodes.ts'
import { carryStated } from './read-stated.ts'
import { writeLists, written } from './write.ts'

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
  carriesOn: new Map<RecordType, CarryOn>([
    [Episode, carryOn],
    ...[CareLeaverHome, CareLeaverActivity, PermanencePlan].map((type) => [type, carryStated(type)] as const),
  ]),
  compared: [],
  compare: () => [],
  written,
  write: writeLists,
}
