import type { Area } from '../../src/core/definitions/area.ts'
import { type Indicator, indicator, variant } from '../../src/core/definitions/indicator.ts'

export const excludingUasc = (parent: Indicator) =>
  variant(parent, {
    key: 'excl-uasc',
    label: 'excluding unaccompanied children',
    variantLabel: 'Excluding unaccompanied children',
    who: 'Unaccompanied asylum-seeking children are left out.',
    without: {},
  })

const common = { notKnown: 'Counts as not in time.', source: 'Made up for the tests', status: 'stated' } as const

export const visits = indicator({
  ...common,
  key: 'visits-in-time',
  label: 'Visits in time',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'in the period',
  who: 'Visits due in the period.',
  countedIf: 'Held on or before the day they were due.',
  notes: ['A visit on the due day is in time.'],
})

const visitsOfOthers = excludingUasc(visits)

const plansLate = indicator({
  ...common,
  key: 'plans-late',
  label: 'Plans late',
  unit: 'count',
  goodIs: 'low',
  covers: 'in the period',
  who: 'Plans due in the period and not made.',
})

const daysToPlan = indicator({
  ...common,
  key: 'days-to-plan',
  label: 'Days to a plan, average',
  unit: 'days',
  goodIs: 'low',
  covers: 'in the period',
  who: 'Plans made in the period.',
  countedIf: 'The mean of days from referral to plan.',
})

const children = indicator({
  ...common,
  key: 'children-at-end',
  label: 'Children at month end',
  unit: 'count',
  goodIs: 'neither',
  covers: 'at the end',
  who: 'Children with a plan on the last day.',
})

const stability = indicator({
  ...common,
  key: 'moves-in-year',
  label: 'Moved 3 times in 12 months',
  unit: 'per cent',
  goodIs: 'low',
  covers: 'rolling 12 months',
  who: 'Children in care on the last day.',
  countedIf: 'They have moved three times or more.',
})

const score = indicator({
  ...common,
  key: 'score-once',
  label: 'Score, first month',
  unit: 'score',
  goodIs: 'high',
  covers: 'in the period',
  who: 'Forms returned in the period.',
  countedIf: 'The mean of their scores.',
})

const blank = indicator({
  ...common,
  key: 'always-blank',
  label: 'Always blank',
  unit: 'ratio',
  goodIs: 'high',
  covers: 'in the period',
  who: 'What the source prints an empty cell for.',
  countedIf: 'Never.',
})

const never = indicator({
  ...common,
  key: 'never-loaded',
  label: 'Never loaded',
  unit: 'count',
  goodIs: 'high',
  covers: 'in the period',
  who: 'What nobody has sent.',
  status: 'to be confirmed',
  question: 'Does anybody count it? Until somebody does, there is no figure.',
})

const firstChecks = indicator({
  ...common,
  key: 'first-checks',
  label: 'First checks in 20 days',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'the cohort of the period',
  ripeAfter: '20 working days',
  who: 'Children who began in the period.',
  countedIf: 'Seen within 20 working days.',
})

const met = indicator({
  ...common,
  key: 'plans-agreed',
  label: 'Plans agreed',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'in the period',
  who: 'Plans made in the period.',
  countedIf: 'The family agreed.',
})

const unloaded = indicator({
  ...common,
  key: 'unloaded',
  label: 'Unloaded',
  unit: 'count',
  goodIs: 'low',
  covers: 'in the period',
  who: 'What no authority has sent.',
})

/** Definitions that reach what six months of one authority cannot. */
export const madeUpAreas: readonly Area[] = [
  {
    key: 'made-up',
    label: 'Made up',
    indicators: [
      visits,
      visitsOfOthers,
      plansLate,
      daysToPlan,
      children,
      stability,
      score,
      blank,
      never,
      firstChecks,
      met,
      unloaded,
    ],
    datasets: [
      {
        key: 'every-kind',
        label: 'Every Kind dataset',
        audience: 'the Tests',
        source: 'Made up for the tests',
        sections: [
          { key: 'timeliness', label: 'Timeliness', indicators: [visits, visitsOfOthers, plansLate, daysToPlan] },
          { key: 'numbers', label: 'Numbers', indicators: [children, stability, score] },
          { key: 'gaps', label: 'Gaps', indicators: [blank, never, firstChecks] },
        ],
      },
      {
        key: 'nothing-missed',
        label: 'Nothing Missed dataset',
        audience: 'the Tests',
        source: 'Made up for the tests',
        sections: [{ key: 'agreement', label: 'Agreement', indicators: [met] }],
      },
      {
        key: 'no-targets',
        label: 'No Targets dataset',
        audience: 'the Tests',
        source: 'Made up for the tests',
        sections: [{ key: 'numbers', label: 'Numbers', indicators: [children, stability] }],
      },
      {
        key: 'no-figures',
        label: 'No Figures dataset',
        audience: 'the Tests',
        source: 'Made up for the tests',
        sections: [{ key: 'nothing', label: 'Nothing', indicators: [unloaded] }],
      },
    ],
  },
]
