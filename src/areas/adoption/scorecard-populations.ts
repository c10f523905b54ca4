import { population, subjectsWith, subjectsWithBegun, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { currentPeriod } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { whoseHousehold, whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { SuitabilityDecision } from './adopter-records.ts'
import { AdoptiveFamily } from './finding-a-family.ts'
import { anotherAuthoritys, decisionStands, leftByAdoption } from './populations.ts'
import { approved, matchedSinceApproval } from './scorecard-facts.ts'
import { isPlacedForAdoption } from './waiting-facts.ts'

const source = 'Department for Education, adoption scorecards'

/** Adopted in the days looked at, or in care at their end and waiting to be placed for adoption. */
export const adoptedOrWaiting = population({
  key: 'children-adopted-or-waiting',
  label: 'Children who were adopted, or wait to be placed for adoption',
  source: `${source}, indicator A3`,
  each: subjectsWithBegun(Episode, 'child'),
  include: {
    'adopted, or waiting to be placed': test(
      [leftByAdoption, currentPeriod, decisionStands, isPlacedForAdoption],
      (member) => {
        if (currentPeriod(member) === undefined) return leftByAdoption.ask(member)
        return decisionStands.ask(member) === true && isPlacedForAdoption.ask(member) !== true
      },
    ),
  },
  by: { ...aboutTheChild, ...whoseWork },
})

const ours = { 'another authority’s household': anotherAuthoritys }

export const adoptersWaiting = population({
  key: 'adopters-waiting',
  label: 'Approved adopters who are not matched with a child',
  source: `${source}, indicators A11 and A13`,
  each: subjectsWithOpen(SuitabilityDecision, 'household'),
  include: { 'approved as suitable to adopt': approved },
  exclude: { ...ours, 'matched with a child since': matchedSinceApproval },
  by: whoseHousehold,
})

export const adoptersMatched = population({
  key: 'adopters-matched',
  label: 'Adopters who were matched with a child',
  source: `${source}, indicator A12`,
  each: subjectsWith(AdoptiveFamily, 'household', 'matchedOn'),
  exclude: ours,
  by: whoseHousehold,
})
