import type { PlainDate } from '../core/dates/plain-date.ts'
import { adoptersOf } from './adopters.ts'
import { askedEarlyOf } from './asked-early.ts'
import { assessedYearlyOf } from './assessed-yearly.ts'
import { courtOf } from './court.ts'
import { fosteringOf } from './fostering.ts'
import type { Made } from './history.ts'
import type { MadeRows } from './made-rows.ts'
import { outreachOf } from './outreach.ts'
import { ownHomesOf } from './own-homes.ts'
import { placedHereOf } from './placed-here.ts'
import { searchesOf } from './placement-searches.ts'
import { riskMeetingsOf } from './risk-meetings.ts'
import { shortBreaksOf } from './short-breaks.ts'
import { siblingsOf } from './siblings.ts'

type Asked = {
  readonly until: PlainDate
  readonly years: number
  /** Whether anything of a child has been written down by then. */
  isKnown(number: string): boolean
}

/** What services write down about more than one child of a made-up authority: households, homes, brothers and sisters, children of others. */
export const servicesOf = (made: readonly Made[], { until, years, isKnown }: Asked): readonly MadeRows[] => [
  fosteringOf(made, { until, years }),
  adoptersOf(made, { until, years }),
  ownHomesOf(made, { until, years }),
  outreachOf(made, { until, years }),
  courtOf(made, { until, isKnown }),
  searchesOf(made, { until }),
  siblingsOf(made, { until }),
  placedHereOf(made, { until }),
  askedEarlyOf(made, { until }),
  shortBreaksOf(made, { until }),
  assessedYearlyOf(made, { until }),
  riskMeetingsOf(made, { until }),
]
