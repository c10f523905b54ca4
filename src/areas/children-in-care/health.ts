import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const subjects = { child: { kind: 'person', label: 'Child' } } as const
const statute = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7'
const sensitivity = 'health' as const

export const HealthAssessmentKind = codeList('health-assessment-kind', {
  label: 'Kind of health assessment',
  source: statute,
  codes: { initial: 'Initial health assessment', review: 'Review health assessment' },
})

const HealthAttendance = codeList('health-attendance', {
  label: 'Whether it was done',
  source: 'Local; refusals are kept because guidance counts them as not done',
  codes: { done: 'Done', refused: 'The child refused', 'not-brought': 'Not brought, or did not come' },
})

export const HealthAssessment = recordType('health-assessment', {
  label: 'Health assessment',
  plural: 'health assessments',
  source: `${statute}; DfE and Department of Health, promoting the health and well-being of looked-after children`,
  sensitivity,
  subjects,
  dated: 'assessedOn',
  headline: 'kind',
  identity: ['child', 'kind', 'assessedOn'],
  fields: {
    assessedOn: date('Held on', { required: true, hint: 'If it was refused or missed, the day on which it was.' }),
    kind: code('Kind', HealthAssessmentKind, { required: true }),
    attendance: code('Was it done?', HealthAttendance, { required: true }),
    by: text('By whom'),
    summary: paragraphs('What it found and what is to be done'),
  },
})

export const DentalCheck = recordType('dental-check', {
  label: 'Dental check',
  plural: 'dental checks',
  source: `${statute} and schedule 1; DfE SSDA903, outcomes (TEETH_CHECK)`,
  sensitivity,
  subjects,
  dated: 'checkedOn',
  headline: 'attendance',
  identity: ['child', 'checkedOn'],
  fields: {
    checkedOn: date('Checked on', { required: true, hint: 'If it was refused or missed, the day on which it was.' }),
    attendance: code('Was it done?', HealthAttendance, { required: true }),
    note: text('What was found'),
  },
})

/** As it stood on a day: what was due by then had been given, or not. */
export const ImmunisationStatus = recordType('immunisation-status', {
  label: 'Immunisations',
  plural: 'records of immunisations',
  source: `${statute} and schedule 1; NHS routine immunisation schedule; DfE SSDA903, outcomes (IMMUNISATIONS)`,
  sensitivity,
  subjects,
  dated: 'statedOn',
  identity: ['child', 'statedOn'],
  fields: {
    statedOn: date('As it stood on', { required: true }),
    upToDate: yesNo('Had every immunisation due by then been given?', { required: true }),
    whyNot: text('If not, what is missing and why'),
  },
})

export const NoScoreReason = codeList('sdq-reason', {
  label: 'Why there is no score',
  source: 'DfE SSDA903, outcomes (SDQ_REASON)',
  codes: {
    SDQ1: 'Under 4 or over 16',
    SDQ2: 'The carer would not fill it in',
    SDQ3: 'Not possible because of a severe disability',
    SDQ4: 'Another reason',
    SDQ5: 'The child would not have it filled in',
  },
})

/** The main carer's questionnaire about how a child feels and behaves. A score of 0 is a score; no score has a reason. */
export const StrengthsAndDifficulties = recordType('strengths-and-difficulties', {
  label: 'Strengths and difficulties questionnaire',
  plural: 'strengths and difficulties questionnaires',
  source:
    'DfE and Department of Health, promoting the health and well-being of looked-after children; DfE SSDA903, outcomes (SDQ_SCORE)',
  sensitivity,
  subjects,
  dated: 'completedOn',
  identity: ['child', 'completedOn'],
  fields: {
    completedOn: date('Filled in on', {
      required: true,
      hint: 'If there is no score, the day on which that was settled.',
    }),
    score: number('Total difficulties score', { least: 0, most: 40 }),
    noScoreReason: code('Why there is no score', NoScoreReason),
  },
})

export const SubstanceMisuse = recordType('substance-misuse', {
  label: 'Substance misuse',
  plural: 'records of substance misuse',
  source: 'DfE SSDA903, outcomes (SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED)',
  sensitivity,
  subjects,
  dated: 'identifiedOn',
  identity: ['child', 'identifiedOn'],
  fields: {
    identifiedOn: date('Identified on', { required: true }),
    what: text('What, and how it harms'),
    offeredOn: date('Help offered on'),
    receivedOn: date('Help begun on'),
  },
})
