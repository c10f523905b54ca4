import { test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { activityKnown, inCustody, inEducationOrTraining, notInEet } from './education-facts.ts'
import { years12And13InCare } from './populations.ts'

const who =
  'Children in care on the last day of the period who are 16 or 17 and past compulsory school age (years 12 and 13). Whoever is in custody is left out.'

const population = years12And13InCare
const without = { 'in custody': inCustody }

/** Not in education, work or training, or nobody knows: one of the two is enough. */
const neetOrNotKnown = test([notInEet], (member) => notInEet.ask(member) !== false)

/** As the nation counts what follows school; its own figures are averages of some months, these are of one day. */
export const afterYear11: readonly Indicator[] = [
  indicator({
    key: 'cic-neet-or-not-known',
    label: 'Not in education, work or training, or not known',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'at the end',
    status: 'national',
    who,
    countedIf: 'They are in neither education nor work nor training, or nobody knows what they do.',
    notKnown: 'Not known is counted with them.',
    source: 'Department for Education, NEET and not known aged 16 and 17: methodology',
    notes: ['The national figure is the average of December, January and February.'],
    counts: {
      population,
      counted: { 'in none of them, or not known': neetOrNotKnown },
      without,
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-in-education-or-training-16-17',
    label: 'In education or training at 16 and 17',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who,
    countedIf: 'They are in full-time education, an apprenticeship, training, or work with training.',
    notKnown: 'Not known stays in the total and does not count.',
    source:
      'Department for Education, participation in education and training: methodology; Education and Skills Act 2008, section 2',
    notes: ['The national figure is that of March.'],
    counts: {
      population,
      counted: { 'in education or training': inEducationOrTraining },
      without,
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-activity-known-16-17',
    label: 'What they do at 16 and 17 is known',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who,
    countedIf: 'Their main activity is recorded on that day.',
    notKnown: 'Not known is what the figure is about.',
    source:
      'Education and Skills Act 2008, section 68; Department for Education, national client caseload information system',
    counts: { population, counted: { 'main activity known': activityKnown }, without, whenNotKnown: 'stays' },
  }),
]
