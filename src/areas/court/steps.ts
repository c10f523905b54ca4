import { factOfDay, test } from '../../core/counting/define.ts'
import type { TrackerStep } from '../../core/counting/tracker.ts'
import { PreProceedings } from './pre-proceedings.ts'
import { CareProceedings } from './proceedings.ts'
import { courtHearings, proceedingsEnd } from './proceedings-clocks.ts'

export const proceedings = factOfDay([CareProceedings], ({ history }) => history.open(CareProceedings).at(-1))
export const before = factOfDay([PreProceedings], ({ history }) => history.open(PreProceedings).at(-1))

/** Whether care proceedings about the child go on, and whether the family is in pre-proceedings. */
export const isInProceedings = test([proceedings], (member) => proceedings(member) !== undefined)
export const isInPreProceedings = test([before], (member) => before(member) !== undefined)

/** What the court is to do next, and at last: the same on every tracker of children before a court. */
export const stepsOfCourt: readonly TrackerStep[] = [
  {
    key: 'hearing',
    label: 'Next hearing',
    whose: 'Court',
    clocks: [{ timescale: courtHearings }],
    asked: isInProceedings,
  },
  {
    key: 'final-order',
    label: 'Final order',
    whose: 'Court',
    clocks: [{ timescale: proceedingsEnd }],
    asked: isInProceedings,
  },
]
