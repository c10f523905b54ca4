import { codeList } from '../../core/definitions/code-list.ts'

export const WellbeingService = codeList('wellbeing-service', {
  label: 'Who helps',
  source: 'Local',
  codes: {
    camhs: 'Child and adolescent mental health service',
    'wellbeing-team': 'Emotional wellbeing service for children in care',
    'school-team': 'Mental health support team at school',
    psychologist: 'Psychologist or therapist we pay for',
    voluntary: 'Voluntary organisation',
    carers: 'The carers, with advice',
    other: 'Somebody else',
  },
})

export const Thriving = codeList('thrive-grouping', {
  label: 'What is needed',
  source: 'THRIVE framework for system change: needs-based groupings; labels in our own words',
  codes: {
    thriving: 'Is well; nothing beyond what everybody has',
    advice: 'Advice and signposting',
    help: 'Help with a goal, for a time',
    'more-help': 'A lot of help',
    risk: 'To be kept safe, with support',
  },
})

export const EmotionalConcern = codeList('emotional-health-concern', {
  label: 'Kind of concern',
  source: 'Local; NHS, Mental Health Services Data Set (reason for referral), in our own words and fewer',
  codes: {
    anxiety: 'Anxious',
    'low-mood': 'Low in mood',
    trauma: 'What they lived through comes back',
    'self-harm': 'Harms themselves',
    suicidal: 'Thinks of ending their life',
    anger: 'Anger, or hurting others',
    attachment: 'Finds it hard to trust those who care for them',
    loss: 'Loss or bereavement',
    eating: 'Eating',
    sleep: 'Sleep',
    attention: 'Attention, or how they think and sense',
    psychosis: 'Hears or sees what others do not',
    other: 'Something else',
  },
})

export const ConcernSource = codeList('emotional-health-concern-source', {
  label: 'First known from',
  source: 'Local',
  codes: {
    child: 'The child',
    carer: 'Those who care for the child',
    contact: 'A contact or referral',
    assessment: 'An assessment',
    visit: 'A visit',
    review: 'A review',
    'health-assessment': 'A health assessment',
    questionnaire: 'The strengths and difficulties questionnaire',
    school: 'School',
    other: 'Elsewhere',
  },
})
