import { factOfDay, narrow, test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { FamilyTimeArrangement } from '../people/relationships.ts'
import { childrenInCare } from './populations.ts'
import { SiblingsDecision } from './siblings.ts'
import { metIn } from './timescales.ts'

const source = 'Children Act 1989, sections 22C(8)(c) and 34 and schedule 2, paragraph 15'

const decisions = factOfDay([SiblingsDecision], ({ history }) => history.open(SiblingsDecision))

const hasSiblings = narrow(childrenInCare, {
  key: 'in-care-with-siblings',
  label: 'Children in care about whom and a brother or sister it is decided',
  source,
  include: {
    'a decision about a brother or sister is in force': test([decisions], (one) => decisions(one).length > 0),
  },
})

/** By when those who live apart are to have a plan to keep in touch: no law gives a number. */
const planWithin = '20 working days'

/** Brothers and sisters who live apart: arranged how they spend time together, with a day on which it is looked at again. */
export const siblingsInTouch = timescale({
  key: 'siblings-in-touch',
  label: 'Plan for brothers and sisters apart to keep in touch',
  done: 'made',
  source: `${source}; local standard, chosen: to be confirmed by the authority`,
  reads: [SiblingsDecision, FamilyTimeArrangement],
  recurs: false,
  runs: (history) =>
    history.all(SiblingsDecision).flatMap(({ id, decidedOn, endedOn, together }) =>
      decidedOn === null || together !== 'apart'
        ? []
        : [
            {
              from: decidedOn,
              until: endedOn,
              began: 'it was decided that they live apart',
              because: [id],
              sort: String(id),
            },
          ],
    ),
  met: (history, run) => {
    const pair = history.all(SiblingsDecision).find(({ id }) => String(id) === run.sort)
    return history.all(FamilyTimeArrangement).flatMap(({ id, child, withWhom, startedOn, endedOn, reviewOn }) => {
      const isTheirs =
        (child === pair?.child && withWhom === pair.sibling) || (child === pair?.sibling && withWhom === pair.child)
      const holds = startedOn !== null && (endedOn === null || endedOn > run.from)
      return isTheirs && holds && reviewOn !== null ? [{ on: metIn(run, startedOn), because: [id] }] : []
    })
  },
  rules: [{ source, limit: () => ({ within: planWithin, after: 'it was decided that they live apart' }) }],
})

export const siblings: readonly Indicator[] = [
  indicator({
    key: 'siblings-together',
    label: 'Living with all their brothers and sisters in care',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'stated',
    who: 'Children in care on the last day of the period about whom and a brother or sister it is decided whether they live together. Short breaks are left out.',
    countedIf: 'They live together with each brother and sister of whom it is decided.',
    notKnown: 'A brother or sister of whom nothing is decided is not asked about.',
    source,
    counts: {
      population: hasSiblings,
      counted: {
        'together with each of them': test([decisions], (one) =>
          decisions(one).every(({ together }) => together === 'together'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
]
