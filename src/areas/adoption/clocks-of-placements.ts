import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { CareReview } from '../children-in-care/reviews-and-visits.ts'
import { metIn } from '../children-in-care/timescales.ts'
import { LifeStoryWork } from '../permanence/life-story.ts'
import { inOrder, placedStretches, ruleBy } from './clock-parts.ts'
import { AdoptionSupportPlan } from './finding-a-family.ts'
import { AdoptionApplication } from './orders.ts'
import { adoptionStandards } from './standards.ts'

// From when we may place a child until the adoption, and the story that goes with the child.

const reviewsHeld = (history: Chronology): readonly Met[] =>
  history.all(CareReview).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }]))

const placedRuns = (history: Chronology): readonly Run[] =>
  placedStretches(history).map((one) => ({ ...one, began: 'the child was placed for adoption' }))

const reviewAfter = (history: Chronology, from: PlainDate, number: number): Met | undefined =>
  reviewsHeld(history).filter(({ on }) => on >= from)[number - 1]

/** The application for the order, once the second review after the placement was held. One that was made before meets it. */
export const adoptionApplications = timescale({
  key: 'adoption-application',
  label: 'Application for an adoption order',
  done: 'made',
  source: adoptionStandards.application.source,
  reads: [Episode, CareReview, AdoptionApplication],
  recurs: false,
  runs: (history) =>
    placedRuns(history).flatMap(({ from, until, because }) => {
      const second = reviewAfter(history, from, 2)
      if (second === undefined || (until !== null && second.on >= until)) return []
      return [{ from: second.on, until, began: 'the second adoption review', because: [...because, ...second.because] }]
    }),
  met: (history, run) =>
    inOrder(
      history
        .all(AdoptionApplication)
        .flatMap(({ id, appliedOn, decidedOn, outcome }) =>
          appliedOn === null || (outcome !== 'made' && decidedOn !== null && decidedOn <= run.from)
            ? []
            : [{ on: metIn(run, appliedOn), because: [id] }],
        ),
    ),
  rules: [ruleBy(adoptionStandards.application, 'the second adoption review')],
})

/** The adopters have the support plan in hand when the child moves in: until then nothing is overdue. */
export const supportPlansGiven = timescale({
  key: 'adoption-support-plan',
  label: 'Support plan given to the adopters',
  done: 'given',
  source: 'Adoption Agencies Regulations 2005, regulation 35 and schedule 5',
  reads: [Episode, AdoptionSupportPlan],
  recurs: false,
  runs: placedRuns,
  met: (history, run) =>
    inOrder(
      history
        .all(AdoptionSupportPlan)
        .flatMap(({ id, givenOn, endedOn }) =>
          givenOn === null || (endedOn !== null && endedOn <= run.from)
            ? []
            : [{ on: metIn(run, givenOn), because: [id] }],
        ),
    ),
  rules: [
    {
      source: 'Adoption Agencies Regulations 2005, regulation 35 and schedule 5',
      limit: ({ from }) => ({ by: from, why: 'the day on which the child was placed for adoption' }),
    },
  ],
})

const afterCelebration = (history: Chronology): readonly Run[] =>
  history
    .all(AdoptionApplication)
    .flatMap(({ id, celebratedOn }) =>
      celebratedOn === null
        ? []
        : [{ from: celebratedOn, until: null, began: 'the celebration hearing', because: [id] }],
    )

const given = (kind: 'book' | 'later-life-letter') => (history: Chronology, run: Run) =>
  history
    .all(LifeStoryWork)
    .flatMap((one) =>
      one.kind === kind && one.doneOn !== null ? [{ on: metIn(run, one.doneOn), because: [one.id] }] : [],
    )

const lifeStory = {
  done: 'given',
  source: adoptionStandards.lifeStory.source,
  reads: [AdoptionApplication, LifeStoryWork],
  recurs: false,
  runs: afterCelebration,
  rules: [ruleBy(adoptionStandards.lifeStory, 'the celebration hearing')],
} as const

export const lifeStoryBooks = timescale({
  ...lifeStory,
  key: 'life-story-book',
  label: 'Life story book',
  met: given('book'),
})

export const laterLifeLetters = timescale({
  ...lifeStory,
  key: 'later-life-letter',
  label: 'Later life letter',
  met: given('later-life-letter'),
})
