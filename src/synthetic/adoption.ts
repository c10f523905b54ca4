import {
  AdoptionSupportPlan,
  ChildPermanenceReport,
  FamilyFinding,
  MatchingPanel,
} from '../areas/adoption/finding-a-family.ts'
import {
  AdoptionApplication,
  PlacementConsent,
  PlacementOrder,
  PlacementOrderApplication,
} from '../areas/adoption/orders.ts'
import { AdoptionDecision, AdoptionMatch } from '../areas/children-in-care/adoption-plans.ts'
import { VisitingRule } from '../areas/children-in-care/visiting.ts'
import { addDays, fromParts, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import { adoptionRates } from './adoption-rates.ts'
import { storyOf } from './after-adoption.ts'
import { type CareMade, isAdopted } from './care.ts'
import type { EpisodeMade } from './episodes.ts'
import { by, type InCare } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

const rates = adoptionRates.of

/** What is written down on the way to an adoption, or on one that led nowhere: told by the placement order that the child’s legal status has. */
export function adoptionOf(random: Random, care: CareMade, episodes: readonly EpisodeMade[]): readonly RowMade[] {
  const under = episodes.filter(({ legalStatus }) => legalStatus === 'E1')
  const [first, last] = [under[0], under.at(-1)]
  if (first === undefined || last === undefined) return []
  const orderOn = first.startedOn
  const decidedOn = later(addDays(orderOn, -between(random, rates.decisionBeforeOrder)), addDays(care.startedOn, 20))
  const revokedOn = isAdopted(care) ? null : last.endedOn
  const reversedOn = revokedOn === null ? null : later(addDays(revokedOn, -random.whole(30, 150)), addDays(orderOn, 30))
  const before = planned(random, { decidedOn, orderOn, reversedOn })
  if (!isAdopted(care)) return [...before, order(orderOn, revokedOn, 'revoked')]
  const placed = episodes.find(isPlaced)
  const consent = consentOf(random.fork('consent'), care, decidedOn)
  const matched = placed === undefined ? [] : matching(random, { care, decidedOn, placedOn: placed.startedOn })
  return [
    ...before,
    ...consent,
    order(orderOn, care.endedOn, 'adopted'),
    ...matched,
    ...storyOf(random.fork('story'), care),
  ]
}

/** Now and then parents consent, once the child is six weeks old. */
function consentOf(random: Random, care: CareMade, decidedOn: PlainDate): readonly RowMade[] {
  const consentedOn = later(addDays(decidedOn, random.whole(3, 25)), addDays(care.startedOn, 45))
  return random.chance(rates.consents)
    ? [{ type: PlacementConsent, fields: { consentedOn, relinquished: random.chance(0.4) ? 'yes' : 'no' } }]
    : []
}

/** With the family that adopts them. */
export const isPlaced = ({ placement }: EpisodeMade): boolean => placement === 'A6'

const between = (random: Random, [least, most]: readonly [number, number]): number => random.whole(least, most)
const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)

const order = (madeOn: PlainDate, endedOn: PlainDate | null, howEnded: string): RowMade => ({
  type: PlacementOrder,
  fields: { madeOn, endedOn, howEnded: endedOn === null ? null : howEnded },
})

type Plan = { readonly decidedOn: PlainDate; readonly orderOn: PlainDate; readonly reversedOn: PlainDate | null }

function planned(random: Random, { decidedOn, orderOn, reversedOn }: Plan): readonly RowMade[] {
  const appliedOn = addDays(decidedOn, random.whole(5, 40))
  const register = addDays(
    decidedOn,
    random.chance(rates.registerInTime) ? random.whole(30, 90) : random.whole(95, 170),
  )
  const search = (where: string, startedOn: PlainDate): RowMade => ({
    type: FamilyFinding,
    fields: { where, startedOn },
  })
  return [
    { type: ChildPermanenceReport, fields: { completedOn: addDays(decidedOn, -random.whole(4, 25)) } },
    {
      type: AdoptionDecision,
      fields: {
        decidedOn,
        reversedOn,
        reasonReversed: reversedOn === null ? null : random.weighted({ RD1: 50, RD3: 35, RD4: 15 }),
      },
    },
    { type: PlacementOrderApplication, fields: { appliedOn, decidedOn: orderOn, outcome: 'granted' } },
    search('own', addDays(decidedOn, random.whole(3, 30))),
    search('register', register),
  ]
}

type Placing = { readonly care: CareMade; readonly decidedOn: PlainDate; readonly placedOn: PlainDate }

function matching(random: Random, { care, decidedOn, placedOn }: Placing): readonly RowMade[] {
  const matchedOn = addDays(placedOn, -between(random, rates.matchBeforePlaced))
  const heldOn = addDays(matchedOn, -(random.chance(rates.panelInTime) ? random.whole(2, 8) : random.whole(12, 22)))
  const agreedOn = addDays(matchedOn, -random.whole(0, 20))
  const couple = random.chance(0.8)
  const appliedOn = later(addDays(care.endedOn, -random.whole(60, 110)), addDays(placedOn, 71))
  const adopters = couple ? random.weighted({ MF: 80, FF: 12, MM: 8 }) : random.weighted({ F1: 85, M1: 15 })
  return [
    { type: MatchingPanel, fields: { heldOn, recommended: 'match' } },
    {
      type: AdoptionMatch,
      fields: {
        matchedOn,
        decidedOn,
        adoptedInYearTo: endOfYear(care.endedOn),
        fosterCarersAdopt: 'no',
        numberOfAdopters: couple ? 2 : 1,
        adoptersAre: adopters,
        adoptersStatus: couple ? (adopters === 'MF' ? 'L11' : 'L12') : 'L0',
      },
    },
    {
      type: AdoptionSupportPlan,
      fields: {
        agreedOn,
        services: random.chance(0.5) ? ['information', 'therapy'] : ['information', 'groups'],
        givenOn: random.chance(rates.planGiven) ? addDays(agreedOn, random.whole(0, 12)) : null,
      },
    },
    {
      type: AdoptionApplication,
      fields: {
        appliedOn,
        decidedOn: care.endedOn,
        outcome: 'made',
        celebratedOn: addDays(care.endedOn, random.whole(14, 40)),
      },
    },
  ]
}

/** 31 March of the return that says so. */
function endOfYear(adoptedOn: PlainDate): PlainDate {
  const { year, month } = partsOf(adoptedOn)
  return fromParts(month < 4 ? year : year + 1, 3, 31)
}

/** Reviews and visits after a placement: at four weeks, three months and then every six; every week until the first review, and then as that decides. */
export function seenAfterPlacement(random: Random, { care, episodes, until }: Omit<InCare, 'child'>) {
  const from = isAdopted(care) ? episodes.find(isPlaced)?.startedOn : undefined
  if (from === undefined) return { reviews: [], visits: [], decided: [] }
  const late = () => (random.chance(rates.reviewLate) ? random.whole(1, 20) : -random.whole(0, 8))
  const first = addDays(from, 28 + late())
  const reviews = [first, addDays(first, 88 + late())]
  const weeks = Array.from({ length: 4 }, (_, at) => addDays(from, 7 * (at + 1) - random.whole(0, 2)))
  return {
    reviews: reviews.filter((on) => on < care.endedOn),
    visits: weeks.filter((on) => on < first && !random.chance(rates.visitMissed)),
    decided:
      first < care.endedOn && first <= until ? howOften(random.fork('often'), first, by(until, care.endedOn)) : [],
  }
}

/** Now and then nobody writes down what was decided. */
const howOften = (random: Random, startedOn: PlainDate, endedOn: PlainDate | null): readonly RowMade[] =>
  random.chance(rates.oftenUnwritten)
    ? []
    : [{ type: VisitingRule, fields: { arrangement: 'adoption', everyWeeks: 6, startedOn, endedOn } }]
