import { Reunification } from '../areas/permanence/going-home.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths } from '../core/dates/plain-date.ts'
import type { Value } from '../core/record/content.ts'
import { goingHomeRates } from './care-rates.ts'
import { by, type InCare, staysOf } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

const wishes = [
  '“I want to go home, and I want Mum to be well.”',
  '“Home at weekends first, then all the time.”',
  '“My own bed. And that nobody shouts.”',
  '“I want to stay at my school when I go home.”',
] as const
const musts = [
  'No violence in the house for three months; the support worker sees it every week.',
  'Mother keeps her appointments and tells us when she cannot.',
  'A tenancy, and a bedroom for the children.',
] as const
const SOON = 130

/** Plans for going home: of those who went home as planned, with the support after it, and of those who soon will. */
export function goingHomeOf(random: Random, told: InCare): readonly RowMade[] {
  const { care, until } = told
  const { planned, decidedBefore, supportedFor, brokeDown, ahead } = goingHomeRates.of
  if (care.reasonEnded !== 'E4A') return []
  const atHome = staysOf(told).findLast(({ placement }) => placement === 'P1')
  const homeOn = atHome?.to === care.endedOn ? atHome.from : care.endedOn
  const lasted = random.whole(decidedBefore[0], decidedBefore[1])
  const decidedOn = later(addDays(homeOn, -lasted), addDays(care.startedOn, 5))
  const isSoon = homeOn > until && homeOn <= addDays(until, SOON)
  const isTold =
    homeOn <= until ? random.chance(planned) && homeOn > addMonths(until, -36) : isSoon && random.chance(ahead)
  if (!isTold || decidedOn >= homeOn || decidedOn > until) return []
  const supportUntil = addDays(homeOn, random.whole(supportedFor[0], supportedFor[1]))
  const broke = random.chance(brokeDown)
  const endedOn = by(until, broke ? addDays(homeOn, random.whole(20, 60)) : addDays(supportUntil, random.whole(0, 25)))
  const fields: Readonly<Record<string, Value>> = {
    decidedOn,
    childsView: random.pick(wishes),
    mustBe: random.pick(musts),
    homeBy: addDays(homeOn, random.chance(0.7) ? random.whole(0, 14) : -random.whole(3, 30)),
    homeOn: by(until, homeOn),
    support: ['visits', random.pick(['family-work', 'parenting', 'money'])],
    supportUntil,
    endedOn,
    ending: endedOn === null ? null : broke ? 'broke-down' : 'settled',
  }
  return [{ type: Reunification, fields }]
}
