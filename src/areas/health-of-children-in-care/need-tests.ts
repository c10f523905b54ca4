import { factOfDay, test } from '../../core/counting/define.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { ImmunisationStatus } from '../children-in-care/health.ts'
import { WellbeingService } from './codes-of-emotional-health.ts'
import { immunised } from './health-tests.ts'
import { EmotionalHealthNeed } from './records.ts'

export const notImmunised = test([immunised], (member) => immunised.ask(member) !== true)

export const whyNotImmunised = factOfDay(
  [ImmunisationStatus],
  ({ history }) => history.latest(ImmunisationStatus)?.whyNot ?? undefined,
)

/** The one that has waited longest. */
const waiting = factOfDay([EmotionalHealthNeed], ({ history }) =>
  history.open(EmotionalHealthNeed, ({ referredOn, seenOn }) => referredOn !== null && seenOn === null).at(0),
)

export const waitsForHelp = test([waiting], (member) => waiting(member) !== undefined)
export const referredOn = factOfDay([waiting], (member) => waiting(member)?.referredOn ?? undefined)

export const whoHelps = factOfDay([waiting], (member) => {
  const service = waiting(member)?.service ?? undefined
  return service === undefined ? undefined : labelOf(WellbeingService, service)
})
