import { factOfDay, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { HomeRegistration } from './home-records.ts'
import { independentVisits, qualityOfCareReviews } from './timescales.ts'

const act = 'Care Standards Act 2000, part 2'

const registration = factOfDay([HomeRegistration], ({ history }) => history.open(HomeRegistration).at(-1))

export const homes = population({
  key: 'own-homes',
  label: 'Homes that we run, on the last day',
  source: act,
  each: subjectsWithOpen(HomeRegistration, 'home'),
})

const hasManager = test([registration], (member) => (registration(member)?.manager ?? null) !== null)

/** The homes that the authority runs. */
export const indicators: readonly Indicator[] = [
  indicator({
    key: 'own-homes',
    label: 'Our children’s homes',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'national',
    who: 'Children’s homes that this authority runs and that are registered on the last day of the period.',
    notKnown: 'Cannot arise: the day of registration is always recorded.',
    source: act,
    counts: { population: homes, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'own-homes-with-manager',
    label: 'Homes with a registered manager',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children’s homes that this authority runs and that are registered on the last day of the period.',
    countedIf: 'A registered manager is named in the registration.',
    notKnown: 'A registration that names nobody counts as without a manager.',
    source: `${act}, section 12`,
    counts: { population: homes, counted: { 'has a registered manager': hasManager }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'own-homes-visits-up-to-date',
    label: 'Homes independently visited this month or last',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children’s homes that this authority runs and that are registered on the last day of the period.',
    countedIf: 'No independent visit is overdue: there is one in each calendar month.',
    notKnown: 'A visit that is not recorded was not made.',
    source: independentVisits.source,
    counts: {
      population: homes,
      counted: {
        'no independent visit is overdue': test([independentVisits], ({ history }) =>
          history.clocks(independentVisits).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'own-homes-quality-reviews-up-to-date',
    label: 'Homes with a review of the quality of care in time',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children’s homes that this authority runs and that are registered on the last day of the period.',
    countedIf: 'No review of the quality of care is overdue: there is one every six months.',
    notKnown: 'A review that is not recorded was not completed.',
    source: qualityOfCareReviews.source,
    counts: {
      population: homes,
      counted: {
        'no review of the quality of care is overdue': test([qualityOfCareReviews], ({ history }) =>
          history.clocks(qualityOfCareReviews).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
]
