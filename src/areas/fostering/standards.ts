import type { Interval } from '../../core/dates/interval.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'

/** How long something may take, and from when that holds. `sure`: whether we read it in the text of the rule, or know it from practice and have yet to read it there. */
export type Standard = {
  readonly within: Interval
  readonly from?: PlainDate
  readonly source: string
  readonly sure: 'read' | 'from practice' | 'local'
}

const standards = 'Fostering Services: National Minimum Standards 2011'
const regulations = 'Fostering Services (England) Regulations 2011'

/** What asks for no more than a length of time. `local` is for the authority to set: ours stand until it does. */
export const STANDARDS = {
  stage1Decision: {
    within: '10 working days',
    source: `${regulations}, regulation 26 (as amended 2013)`,
    sure: 'from practice',
  },
  panelOnApplication: { within: '8 months', source: `${standards}, standard 14.4`, sure: 'read' },
  decisionAfterPanel: { within: '7 working days', source: `${standards}, standard 14.9`, sure: 'from practice' },
  toldInWriting: { within: '5 working days', source: `${standards}, standard 14.9`, sure: 'from practice' },
  representations: { within: '28 days', source: `${regulations}, regulations 27 and 28`, sure: 'from practice' },
  annualReview: { within: '12 months', source: `${regulations}, regulation 28(2)`, sure: 'read' },
  unannouncedVisit: { within: '12 months', source: `${standards}, standard 21.8`, sure: 'from practice' },
  supervisingVisit: { within: '6 weeks', source: `Local; ${standards}, standard 21 gives no number`, sure: 'local' },
  outsideTerms: {
    within: '6 working days',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 23',
    sure: 'from practice',
  },
  trainingStandards: { within: '12 months', source: `${standards}, standard 20.3`, sure: 'from practice' },
  trainingStandardsConnected: { within: '18 months', source: `${standards}, standard 20.3`, sure: 'from practice' },
  panelAfterAllegation: { within: '3 months', source: 'Local', sure: 'local' },
} as const satisfies Readonly<Record<string, Standard>>

/** A source as people read it: with what is still to be confirmed about it. */
export const sourceOf = ({ source, sure }: Standard): string =>
  sure === 'read'
    ? source
    : `${source} (${sure === 'local' ? 'the authority’s own standard' : 'known from practice, to be confirmed in the text'})`
