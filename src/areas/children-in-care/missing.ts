import { factOfDay, test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from './care-facts.ts'
import { inCareOn } from './in-care.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { everInCareMeanwhile, firstOfMonths } from './populations.ts'

/** Times that began in the 12 months up to the day, while the child was in care; being away where one is known to be is not being missing. */
const missingTimes = factOfDay([allPeriods, MissingEpisode], (member) => {
  const since = firstOfMonths(member.asAt, 12)
  return member.history.howMany(
    MissingEpisode,
    ({ kind, startedOn }) =>
      kind === 'M' && startedOn !== null && startedOn >= since && inCareOn(allPeriods(member), startedOn) === 'yes',
  )
})
const missingAtLeast = (least: number) => test([missingTimes], (member) => missingTimes(member) >= least)

/** Children who go missing from care. */
export const missing: readonly Indicator[] = [
  indicator({
    key: 'cic-missing-more-than-one-episode',
    label: 'Missing more than once',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 6 months',
    status: 'inferred',
    who: 'Children who were in care at any time in the six months up to the last day of the period, each counted once. Short breaks are left out.',
    countedIf: 'They went missing from care two or more times in the 12 months up to that day.',
    notKnown: 'Cannot arise: a child with no record of going missing was not missing.',
    source: 'Ofsted, inspecting local authority children’s services: Annex A, list 8',
    notes: [
      'Being away without permission, when it is known where the child is, does not count as missing.',
      'Each time is counted by the day it began, while the child was in care.',
      'Children who left care during the six months stay in the group.',
      'The published measure names no window for the episodes; 12 months is taken from the measure below it.',
    ],
    counts: {
      population: everInCareMeanwhile,
      counted: { 'missing two or more times in the 12 months': missingAtLeast(2) },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-missing-at-least-one-episode-12-months',
    label: 'Missing at least once, last 12 months',
    national: {
      measure: 'children-in-care-who-went-missing',
      differs:
        'The national figure is of children in care at any time in the year; ours of those in care in the last six months.',
    },
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 6 months',
    status: 'stated',
    who: 'Children who were in care at any time in the six months up to the last day of the period, each counted once. Short breaks are left out.',
    countedIf: 'They went missing from care at least once in the 12 months up to that day.',
    notKnown: 'Cannot arise: a child with no record of going missing was not missing.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Ofsted, inspecting local authority children’s services: Annex A, list 8',
    notes: [
      'Being away without permission, when it is known where the child is, does not count as missing.',
      'Each time is counted by the day it began, while the child was in care; a child who is still missing counts.',
      'Two windows are at work: six months for being in care, 12 months for going missing.',
    ],
    counts: {
      population: everInCareMeanwhile,
      counted: { 'missing at least once in the 12 months': missingAtLeast(1) },
      whenNotKnown: 'stays',
    },
  }),
]
