import { test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { periodEnded } from '../children-in-care/care-facts.ts'
import { leftCareThen } from '../children-in-care/populations.ts'

/** For which reason the child left; one that is not recorded is not known. */
const leftBecause = (reasons: readonly string[]) =>
  test([periodEnded], (member) => {
    const reason = periodEnded(member)?.reasonEnded ?? null
    return reason === null ? undefined : reasons.includes(reason)
  })

const HOME = ['E4A', 'E4B']
const ADOPTION = ['E11', 'E12']
const GUARDIANSHIP = ['E43', 'E44', 'E45', 'E46', 'E47', 'E48']
const ARRANGEMENTS = ['E41']

/** Children who left care for a permanent home. */
export const leavingCare: readonly Indicator[] = [
  indicator({
    key: 'permanence-returned-home-rolling-6-months',
    label: 'Permanence by going home, 6 months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 6 months',
    status: 'stated',
    who: 'Children who left care in the six months up to the last day of the period, for whatever reason, each counted once by their last departure. Short breaks are left out.',
    countedIf:
      'They went home to parents, relatives or others who have parental responsibility, whether or not it was planned.',
    notKnown: 'A child whose reason for leaving is not recorded stays in the total and is not counted.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Department for Education, children looked-after return (SSDA903): code lists',
    notes: [
      'The total is everyone who left care, not only those who found a permanent home.',
      'Departures recorded late belong to the window, so the figure is recounted each month and never added up from months.',
      'Going to relatives who do not have parental responsibility does not count.',
    ],
    counts: { population: leftCareThen, counted: { 'went home': leftBecause(HOME) }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'permanence-adoption-rolling-6-months',
    label: 'Permanence by adoption, 6 months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 6 months',
    status: 'stated',
    who: 'Children who left care in the six months up to the last day of the period, for whatever reason, each counted once by their last departure. Short breaks are left out.',
    countedIf: 'They left because an adoption order was made.',
    notKnown: 'A child whose reason for leaving is not recorded stays in the total and is not counted.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Department for Education, children looked-after return (SSDA903): code lists',
    notes: [
      'The total is everyone who left care, not only those who found a permanent home.',
      'The date of the court’s order decides, not the day on which the child moved in.',
    ],
    counts: { population: leftCareThen, counted: { adopted: leftBecause(ADOPTION) }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'permanence-sgo-rolling-6-months',
    label: 'Permanence by special guardianship, 6 months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 6 months',
    status: 'stated',
    who: 'Children who left care in the six months up to the last day of the period, for whatever reason, each counted once by their last departure. Short breaks are left out.',
    countedIf: 'They left because a special guardianship order was made, to their foster carer or to anyone else.',
    notKnown: 'A child whose reason for leaving is not recorded stays in the total and is not counted.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Children Act 1989 section 14A; Department for Education, children looked-after return (SSDA903): code lists',
    notes: [
      'The total is everyone who left care, not only those who found a permanent home.',
      'A child arrangements order does not count, and an interim order does not end care.',
    ],
    counts: {
      population: leftCareThen,
      counted: { 'special guardianship': leftBecause(GUARDIANSHIP) },
      whenNotKnown: 'stays',
    },
  }),
]

/** The fourth way home that the national statistics count, which the published dataset does not. */
export const childArrangements = indicator({
  key: 'permanence-cao-rolling-6-months',
  label: 'Permanence by child arrangements order, 6 months',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'rolling 6 months',
  status: 'national',
  who: 'Children who left care in the six months up to the last day of the period, for whatever reason, each counted once by their last departure. Short breaks are left out.',
  countedIf: 'They left because a residence or child arrangements order was made.',
  notKnown: 'A child whose reason for leaving is not recorded stays in the total and is not counted.',
  source: 'Department for Education, children looked-after return (SSDA903): code lists (REC E41)',
  counts: {
    population: leftCareThen,
    counted: { 'child arrangements order': leftBecause(ARRANGEMENTS) },
    whenNotKnown: 'stays',
  },
})

/** All four ways to a permanent home together, by the year of the national statistics. */
export const leftForGood = indicator({
  key: 'left-care-to-permanence-12-months',
  label: 'Left care for a permanent home, 12 months',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'rolling 12 months',
  status: 'national',
  who: 'Children who left care in the 12 months up to the last day of the period, for whatever reason, each counted once by their last departure. Short breaks are left out.',
  countedIf:
    'They were adopted, left under a special guardianship, residence or child arrangements order, or went home to parents or others with parental responsibility.',
  notKnown: 'A child whose reason for leaving is not recorded stays in the total and is not counted.',
  source:
    'Department for Education, children looked-after return (SSDA903): code lists (REC); Department for Education, Local Authority Interactive Tool',
  notes: ['With the month of March it is the figure of the national statistics for the year.'],
  counts: {
    population: leftCareThen,
    counted: { 'a permanent home': leftBecause([...ADOPTION, ...GUARDIANSHIP, ...ARRANGEMENTS, ...HOME]) },
    whenNotKnown: 'stays',
  },
})
