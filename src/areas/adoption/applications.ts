import { population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { placedStretches } from './clock-parts.ts'
import { AdoptionApplication } from './orders.ts'

const source = 'Adoption and Children Act 2002, section 42(2)'
/** Ten weeks in the home of the applicants, where an agency placed the child with them. */
const TEN_WEEKS = 70

/** Foster carers who adopt a child who was not placed for adoption have another limit, of a year, and are not known here. */
const tooEarly = test(
  [AdoptionApplication, Episode],
  ({ history, record: { appliedOn } }: RecordMember<typeof AdoptionApplication>) => {
    const placed = placedStretches(history).findLast(({ from }) => appliedOn !== null && from <= appliedOn)
    return placed === undefined || appliedOn === null ? undefined : appliedOn < addDays(placed.from, TEN_WEEKS)
  },
)

/** Limits that are no clocks. */
export const applications: readonly Indicator[] = [
  indicator({
    key: 'adoption-applications-before-10-weeks',
    label: 'Adoption applications made too early',
    unit: 'count',
    goodIs: 'low',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Applications for adoption orders made in the 12 months up to the last day of the period, before the child had been placed with the family for ten weeks.',
    notKnown: 'An application for a child who was never placed for adoption is listed, not counted.',
    source,
    notes: ['On the 70th day after the placement an application is in time.'],
    counts: {
      population: population({
        key: 'adoption-applications-too-early',
        label: 'Applications made before ten weeks in the home',
        source,
        each: recordsDated(AdoptionApplication, 'child', 'appliedOn'),
        include: { 'made before the child had lived there for ten weeks': tooEarly },
        by: { ...aboutTheChild, ...whoseWork },
      }),
      whenNotKnown: 'leaves',
    },
  }),
]
