import { code, codes, date, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { ALWAYS, recordType } from '../../core/definitions/record-type.ts'
import {
  DisabilityCode,
  EthnicityCode,
  ImmigrationStatusCode,
  LanguageCode,
  ReligionCode,
  SaidBy,
} from './codes-of-background.ts'

const person = { kind: 'person', label: 'Person' } as const

/** Has no date: it does not become true one day. A better answer is a correction. */
export const Ethnicity = recordType('ethnicity', {
  label: 'Ethnicity',
  plural: 'records of ethnicity',
  source: 'DfE children in need census and SSDA903, ethnicity; Standard Safeguarding Dataset (PERS004A)',
  subjects: { person },
  dated: ALWAYS,
  identity: ['person'],
  fields: {
    ethnicity: code('Ethnicity', EthnicityCode, { required: true, hint: 'Ask; do not guess.' }),
    inTheirWords: text('In their own words'),
    saidBy: code('Who said so', SaidBy),
  },
})

export const Language = recordType('language', {
  label: 'Language',
  plural: 'languages',
  source: 'Local; Children Act 1989, section 22(5)(c) (linguistic background)',
  subjects: { person },
  dated: ALWAYS,
  identity: ['person', 'language'],
  fields: {
    language: code('Language', LanguageCode, { required: true }),
    otherLanguage: text('Which other language, or dialect'),
    first: yesNo('First language'),
    speaks: yesNo('Speaks it well'),
    reads: yesNo('Reads it well'),
  },
})

/** How to be understood: dated, for children grow and learn. */
export const Communication = recordType('communication', {
  label: 'How to talk together',
  plural: 'records of how to talk together',
  icon: 'voice',
  source: 'Local; Equality Act 2010, section 20 (reasonable adjustments)',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    startedOn: date('Known since', { required: true }),
    interpreter: yesNo('Needs an interpreter'),
    interpreterFor: code('Interpreter for', LanguageCode),
    howBest: paragraphs('What helps', {
      hint: 'How they tell people things, and what makes it easier: time, drawing, signs, symbols, somebody they trust.',
    }),
    endedOn: date('Held until', { hint: 'The first day on which this no longer held.' }),
  },
})

export const Religion = recordType('religion', {
  label: 'Religion or belief',
  plural: 'records of religion or belief',
  source: 'Local; Children Act 1989, section 22(5)(c) (religious persuasion)',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    religion: code('Religion or belief', ReligionCode, { required: true }),
    inTheirWords: text('In their own words'),
    whatItMeans: paragraphs('What it means day to day', {
      hint: 'Food, clothes, prayer, festivals, and how carers help.',
    }),
    startedOn: date('Since', { required: true, hint: 'If it was always so, give the date of birth.' }),
    endedOn: date('Until', { hint: 'The first day on which it no longer was.' }),
  },
})

/** One record holds all the codes that are true together, as the national returns ask for them; “no disability” is an answer too. */
export const Disability = recordType('disability', {
  label: 'Disability',
  plural: 'records of disability',
  icon: 'health',
  source:
    'DfE children in need census, disabilities; Equality Act 2010, section 6; Standard Safeguarding Dataset (DISA002A)',
  sensitivity: 'health',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    disabilities: codes('Disabilities', DisabilityCode, {
      required: true,
      hint: 'All that apply. Choose “No disability” only if it was asked and there is none.',
    }),
    diagnosedOn: date('Diagnosed on', { hint: 'If nobody knows, the day on which we learned of it.' }),
    diagnosis: text('Diagnosis, if there is one', { trueFrom: 'diagnosedOn' }),
    dayToDay: paragraphs('What it means day to day', {
      hint: 'What helps, what gets in the way, equipment, medicines.',
    }),
    startedOn: date('Since', {
      required: true,
      hint: 'If nobody knows since when, the day on which we learned of it.',
    }),
    endedOn: date('Until', { hint: 'The first day on which this no longer held.' }),
  },
})

export const Nationality = recordType('nationality', {
  label: 'Nationality',
  plural: 'nationalities',
  icon: 'legal',
  source: 'Standard Safeguarding Dataset, nationality (PERS012A)',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'nationality', 'startedOn'],
  fields: {
    nationality: text('Nationality', {
      required: true,
      hint: 'The country, one record for each. Write “stateless” for none.',
    }),
    documentSeen: yesNo('Passport or other proof seen'),
    startedOn: date('Since', { required: true, hint: 'If from birth, give the date of birth.' }),
    endedOn: date('Until', { hint: 'The first day on which it no longer was.' }),
  },
})

/**
 * What the Home Office has decided, and since when. Whether a child counts as unaccompanied on a day is not read from this but from
 * `UnaccompaniedStatus` of the area children in care, which needs no beginning; a status once held stays on the record when it ends.
 */
export const ImmigrationStatus = recordType('immigration-status', {
  label: 'Immigration status',
  plural: 'records of immigration status',
  icon: 'legal',
  source:
    'Standard Safeguarding Dataset, immigration status (IMMI002A to IMMI004A); SSDA903, UASC and date UASC status ceased',
  subjects: { person },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'status', 'startedOn'],
  fields: {
    status: code('Status', ImmigrationStatusCode, { required: true }),
    startedOn: date('Since', { required: true }),
    leaveRunsOutOn: plannedDate('Leave runs out on', { hint: 'Apply for what comes next well before this day.' }),
    nextStep: paragraphs('Application or appeal under way'),
    solicitor: text('Solicitor or adviser'),
    endedOn: date('Until', {
      hint: 'The first day on which it no longer held. An unaccompanied child’s status ends on the 18th birthday at the latest.',
    }),
    whyEnded: text('How it came to an end', {
      trueFrom: 'endedOn',
      hint: 'For example refugee status given. What they have now is a record of its own.',
    }),
  },
})
