import { codeList } from '../../core/definitions/code-list.ts'

export const Sex = codeList('sex', {
  label: 'Sex',
  source:
    'DfE children in need census and SSDA903, sex from the 2024/25 collections; the numbers 1, 2, 0 and 9 of earlier years are read as these',
  codes: { F: 'Female', M: 'Male', U: 'Not known, or not yet born' },
})

export const Gender = codeList('gender', {
  label: 'Gender',
  source: 'Local. How they describe themselves, apart from sex; Equality Act 2010, section 7',
  codes: {
    female: 'Girl or woman',
    male: 'Boy or man',
    'non-binary': 'Non-binary',
    another: 'Another gender',
    'not-sure': 'Not sure yet',
    refused: 'Chose not to say',
  },
})

export const Orientation = codeList('sexual-orientation', {
  label: 'Sexual orientation',
  source: 'Census 2021, England and Wales, answers to the question on sexual orientation',
  codes: {
    straight: 'Straight or heterosexual',
    'gay-or-lesbian': 'Gay or lesbian',
    bisexual: 'Bisexual',
    other: 'Another orientation',
    'not-sure': 'Not sure yet',
    refused: 'Chose not to say',
  },
})

export const BirthDateBasis = codeList('birth-date-basis', {
  label: 'How the date of birth is known',
  source: 'Local. For an unknown day, SSDA903 asks for the 15th of the month (unaccompanied children)',
  codes: {
    certain: 'Certain, such as from a birth certificate or the NHS',
    stated: 'As they or their family told us',
    'day-not-known': 'Month and year are known, the day is not (written as the 15th)',
    estimated: 'Estimated',
    disputed: 'Disputed: their age is being, or has been, assessed',
  },
})

export const NoPupilNumber = codeList('no-pupil-number', {
  label: 'Why there is no unique pupil number',
  source: 'DfE SSDA903, UPN unknown codes',
  codes: {
    UN1: 'Too young for school, and has none yet',
    UN2: 'Never went to a maintained school in England',
    UN3: 'Educated outside England',
    UN4: 'Came into care in the last week of the year, and it is not known yet',
    UN5: 'Sources disagree about it',
  },
})

export const NameKind = codeList('name-kind', {
  label: 'Kind of name',
  source: 'Local',
  codes: {
    usual: 'Name they go by now',
    legal: 'Legal name, where that is another',
    birth: 'Name at birth',
    former: 'Former name',
    alias: 'Also known as',
    spelling: 'Other spelling',
  },
})

export const IdentifierKind = codeList('identifier-kind', {
  label: 'Kind of identifier',
  source: 'Standard Safeguarding Dataset, linked identifiers (LINK003A); DfE children in need census and SSDA903',
  codes: {
    'case-id': 'Number of the case in a case management system',
    'nhs-number': 'NHS number',
    upn: 'Unique pupil number',
    'former-upn': 'Former unique pupil number',
    'home-office': 'Home Office reference',
    'unaccompanied-child-id': 'Unaccompanied child ID of the DfE',
    'national-insurance': 'National Insurance number',
    'youth-justice': 'Youth justice number',
    'court-case': 'Court case number',
    'adoption-agency': 'Regional adoption agency number',
    other: 'Other',
  },
})
