import { column } from '../../core/counting/column.ts'
import { factOfDay, type Member } from '../../core/counting/define.ts'
import { currentEpisode } from '../children-in-care/care-facts.ts'
import { PlacementLocation } from '../children-in-care/codes-of-episodes.ts'
import { placementLocation } from '../children-in-care/populations.ts'
import { ConcernSource, EmotionalConcern, WellbeingService } from './codes-of-emotional-health.ts'
import { mainNeed } from './emotional-needs.ts'
import { EmotionalHealthNeed } from './records.ts'

/** Whole weeks from the referral until they were seen; of whoever waits, until the day. */
const weeksWaited = factOfDay([mainNeed], (member) => {
  const { referredOn = null, seenOn = null } = mainNeed(member) ?? {}
  return referredOn === null ? undefined : Math.floor(((seenOn ?? member.asAt) - referredOn) / 7)
})

const NOT_REFERRED = 'Not referred'

const stands = factOfDay([mainNeed], (member) => {
  const { referredOn = null, seenOn = null } = mainNeed(member) ?? {}
  if (seenOn !== null) return 'Is seen'
  return referredOn === null ? NOT_REFERRED : 'Waits'
})

const concern = column('Kind of concern', [mainNeed], (member) => mainNeed(member)?.concern, {
  codes: EmotionalConcern,
  onDashboard: true,
})
const service = column('Who helps', [mainNeed], (member) => mainNeed(member)?.service, { codes: WellbeingService })
const referredOn = column('Referred', [mainNeed], (member) => mainNeed(member)?.referredOn, { written: 'date' })
const weeks = column('Weeks waited', [weeksWaited], weeksWaited, { written: 'number' })
const location = column('In or out of the area', [currentEpisode], placementLocation, {
  codes: PlacementLocation,
})

/** Of whoever waits: for whom, how long, where they live. */
export const ofWaiting = { service, referredOn, weeks, location } as const

/** Of everybody with a need: what it is, what is done, by whom, and what came of the last. */
export const ofNeeds = {
  concern,
  service: { ...service, onDashboard: true },
  stands: column('Seen yet?', [stands], stands, { order: ['Waits', 'Is seen', NOT_REFERRED], onDashboard: true }),
  referredOn,
  weeks,
  location,
  knownFrom: column('First known from', [mainNeed], (member) => mainNeed(member)?.knownFrom, { codes: ConcernSource }),
  response: column('What is done', [mainNeed], (member) => mainNeed(member)?.response, { written: 'words' }),
  outcome: column(
    'What came of the last',
    [EmotionalHealthNeed],
    ({ history }: Member) => history.latest(EmotionalHealthNeed, ({ outcome }) => outcome !== null)?.outcome,
    { written: 'words' },
  ),
} as const

/** Whoever waits comes first, the longest before others; then those whom nobody was asked to see. */
export const needGravity = factOfDay([stands, weeksWaited], (member) => {
  const how = stands(member)
  return how === 'Waits' ? 1000 + (weeksWaited(member) ?? 0) : how === NOT_REFERRED ? 1 : 0
})

export const whatNeed = factOfDay([mainNeed], (member) => mainNeed(member)?.need ?? undefined)
export const needSince = factOfDay([mainNeed], (member) => mainNeed(member)?.startedOn ?? undefined)
