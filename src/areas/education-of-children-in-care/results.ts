import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { child } from './of-schools.ts'

const SchoolStage = codeList('school-stage', {
  label: 'Stage',
  source: 'DfE, national curriculum assessments and key stage 4 and 5 performance',
  codes: {
    EYFS: 'End of reception',
    PHONICS: 'Phonics check, year 1',
    KS1: 'Key stage 1, year 2',
    MTC: 'Multiplication check, year 4',
    KS2: 'Key stage 2, year 6',
    KS4: 'Key stage 4: GCSEs, year 11',
    KS5: 'Key stage 5: level 3, year 13',
  },
})

const Standard = codeList('school-standard', {
  label: 'Standard reached',
  source: 'DfE, national curriculum assessments: key stage 2',
  codes: {
    below: 'Below the expected standard',
    expected: 'The expected standard',
    higher: 'A higher standard',
    absent: 'Absent or unable to take it',
  },
})

/** What a child reached at the end of a stage. Progress 8 is not published for 2024/25 and 2025/26: nothing written is not 0. */
export const SchoolResults = recordType('school-results', {
  label: 'Results at school',
  plural: 'results at school',
  icon: 'star',
  source: 'DfE, national curriculum assessments and key stage 4 and 5 performance: methodology',
  subjects: { child },
  dated: 'resultsOn',
  headline: 'stage',
  identity: ['child', 'stage', 'resultsOn'],
  fields: {
    stage: code('Stage', SchoolStage, { required: true }),
    resultsOn: date('Results given on', { required: true }),
    goodLevel: yesNo('Good level of development', { hint: 'At the end of reception.' }),
    phonics: yesNo('Met the phonics standard'),
    reading: code('Reading', Standard),
    writing: code('Writing', Standard),
    maths: code('Maths', Standard),
    attainment8: number('Attainment 8', { decimals: 2, least: 0, most: 90 }),
    progress8: number('Progress 8', { decimals: 2, hint: 'Leave empty where it is not published.' }),
    englishAndMaths: number('Grade in English and maths, the lower of the two', { least: 0, most: 9 }),
    levelThree: yesNo('Reached level 3', { hint: 'At the end of key stage 5.' }),
    achieved: text('What else they achieved'),
  },
})
