import { code, date, number, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { NoScoreReason } from './health.ts'

/**
 * What the yearly return says of a child who has been in care for the 12 months to 31 March: that something happened in the year, not when. It is a
 * statement of its own, for neither a “no” nor a “yes” without a date can be written as a check or an assessment on some day.
 */
export const OutcomesOfYear = recordType('outcomes-of-year', {
  label: 'Health and outcomes of the year',
  plural: 'years of health and outcomes',
  source: 'DfE SSDA903, outcomes of children in care for 12 months (OC2)',
  sensitivity: 'health',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'yearEndedOn',
  identity: ['child', 'yearEndedOn'],
  fields: {
    yearEndedOn: date('Year to', { required: true, hint: '31 March.' }),
    score: number('Strengths and difficulties, total score', { least: 0, most: 40 }),
    noScoreReason: code('Why there is no score', NoScoreReason),
    developmentChecks: yesNo('Development checks up to date', { hint: 'For children under 5.' }),
    immunisations: yesNo('Immunisations up to date'),
    teethChecked: yesNo('Teeth checked by a dentist'),
    healthAssessed: yesNo('Annual health assessments done', { hint: 'Under 5, both of the year.' }),
    substanceMisuse: yesNo('Substance misuse identified'),
    interventionReceived: yesNo('Received help for it'),
    interventionOffered: yesNo('If not: was offered help for it'),
    convicted: yesNo('Convicted or cautioned', { sensitivity: 'criminal' }),
  },
})
