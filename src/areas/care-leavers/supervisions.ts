import { factOfDay, narrow, test } from '../../core/counting/define.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import { firstOfMonths } from '../children-in-care/populations.ts'
import { homeSupervisions } from './home-clocks.ts'
import { careLeavers17To25 } from './populations.ts'

/** Those that fell due in the 12 months up to the day, and one that has been overdue for longer. */
const supervisionsDue = factOfDay([homeSupervisions], ({ history, asAt }) => {
  const since = firstOfMonths(asAt, 12)
  return history
    .clocks(homeSupervisions)
    .filter(
      ({ due, state }) =>
        due !== null &&
        (state === 'overdue' || (state !== 'due' && state !== 'not required' && since <= due && due <= asAt)),
    )
})

/** Whether somebody looks at what an unsuitable home does to a young person as often as was agreed. */
export const supervisionsInTime = indicator({
  key: 'unsuitable-home-supervisions-in-time',
  label: 'Supervision in time while a home does not suit',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'stated',
  who: 'Care leavers aged 17 to 25 on the last day of the period who receive a service, and for whom a supervision about an unsuitable home fell due in the 12 months up to it, or has been overdue for longer.',
  countedIf: 'Each of these supervisions was held by the day it was due, every four weeks.',
  notKnown: 'A supervision that is not recorded was not held.',
  source: homeSupervisions.source,
  notes: ['Each is due from the day on which the one before it really was held.'],
  counts: {
    population: narrow(careLeavers17To25, {
      key: 'care-leavers-supervision-due',
      label: 'Care leavers aged 17 to 25 of whom a supervision about an unsuitable home fell due',
      source: homeSupervisions.source,
      include: {
        'a supervision fell due in the 12 months': test(
          [supervisionsDue],
          (member) => supervisionsDue(member).length > 0,
        ),
      },
    }),
    counted: {
      'every supervision in time': test([supervisionsDue], (member) =>
        supervisionsDue(member).every(({ state }) => state === 'in time'),
      ),
    },
    whenNotKnown: 'stays',
  },
})
