import type { PracticeFramework } from '../../core/definitions/framework.ts'

/** What practice is to come to, with the indicators that show it. An authority writes its own here; no published document says Dorset’s. */
export const practiceFramework: PracticeFramework = {
  key: 'practice-framework',
  label: 'Practice framework',
  source: 'Made up as an example, until the authority says what its own framework comes to',
  outcomes: [
    {
      key: 'home-that-lasts',
      label: 'A home that lasts',
      says: 'Children live with people who stay, near to those whom they love.',
      indicators: [
        'cic-3-plus-placements-12-months',
        'cic-long-term-placement-stability-under-16',
        'cic-over-20-miles-from-home-excl-uasc',
        'cic-in-foster-placement',
        'cic-placed-outside-dorset',
        'children-adopted-last-12-months',
      ],
    },
    {
      key: 'safe',
      label: 'Safe',
      says: 'Children are where we know them to be safe.',
      indicators: [
        'cic-missing-at-least-one-episode-12-months',
        'unregulated-placements',
        'care-leavers-bed-and-breakfast-17-25',
      ],
    },
    {
      key: 'well',
      label: 'Well in body and mind',
      says: 'Children’s health is looked after, and what troubles them is answered.',
      indicators: [
        'iha-within-20-days',
        'dental-check-within-12-months',
        'immunisations-up-to-date-12-months-plus',
        'sdq-completed-4-16',
        'sdq-average-score-4-16',
      ],
    },
    {
      key: 'learning',
      label: 'Learning',
      says: 'Children are in school, and get on there.',
      indicators: [
        'pep-termly-on-time',
        'cic-average-attendance-academic-ytd',
        'cic-suspensions-academic-ytd',
        'cic-with-ehcp',
      ],
    },
    {
      key: 'ready-for-adulthood',
      label: 'Ready for adulthood',
      says: 'Young people leave care with a home, somebody to turn to and something to do.',
      indicators: [
        'care-leavers-in-touch-19-21',
        'care-leavers-suitable-accommodation-19-21',
        'care-leavers-eet-19-21',
        'care-leavers-pathway-plan-up-to-date-17-25',
      ],
    },
  ],
}
