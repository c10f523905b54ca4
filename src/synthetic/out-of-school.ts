import { ContinuousAbsence } from '../areas/education-of-children-in-care/attendance.ts'
import { PermanentExclusion } from '../areas/education-of-children-in-care/exclusions.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { attendanceRates } from './education-rates.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

type Excluded = { readonly school: string; readonly decidedOn: PlainDate; readonly toldOn: PlainDate | null }

/** An exclusion for good: the governors meet about it, and sometimes a panel after them. */
export function exclusionOf(random: Random, { school, decidedOn, toldOn }: Excluded, end: PlainDate): RowMade {
  const before = (on: PlainDate): PlainDate | null => (on < end ? on : null)
  const governorsMetOn = before(addDays(decidedOn, random.whole(14, 27)))
  const stands = random.chance(0.75)
  const reviewAskedOn = governorsMetOn !== null && stands ? before(addDays(governorsMetOn, random.whole(5, 14))) : null
  const panelMetOn = reviewAskedOn === null ? null : before(addDays(reviewAskedOn, random.whole(14, 30)))
  return {
    type: PermanentExclusion,
    fields: {
      school,
      decidedOn,
      toldOn,
      noticeOn: before(addDays(decidedOn, 1)),
      reasons: ['DB'],
      educationFrom: before(addDays(decidedOn, random.whole(1, 9))),
      governorsMetOn,
      governorsDecision: governorsMetOn === null ? null : stands ? 'upheld' : 'reinstated',
      reviewAskedOn,
      panelMetOn,
      panelDecision: panelMetOn === null ? null : random.weighted({ upheld: 70, recommended: 20, quashed: 10 }),
    },
  }
}

type Missed = { readonly school: string; readonly on: PlainDate; readonly end: PlainDate; readonly share: number }

/** Weeks away without leave, of those who are hardly ever there; the school tells when ten days are over, or later. */
export function longAbsenceOf(random: Random, { school, on, end, share }: Missed): readonly RowMade[] {
  const startedOn = addDays(on, random.whole(5, 60))
  const { littleIsUnder, staysAway } = attendanceRates.of
  if (share >= littleIsUnder || !random.chance(staysAway) || startedOn >= end) return []
  const reportedOn = addDays(startedOn, random.chance(0.75) ? random.whole(8, 13) : random.whole(18, 30))
  const endedOn = addDays(startedOn, random.whole(20, 60))
  return [
    {
      type: ContinuousAbsence,
      fields: {
        school,
        startedOn,
        reportedOn: reportedOn < end ? reportedOn : null,
        whatWeDid: reportedOn < end ? 'The virtual school and the carer met with the head; a mentor goes along.' : null,
        endedOn: endedOn < end ? endedOn : null,
      },
    },
  ]
}
