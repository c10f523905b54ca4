import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const guidance = 'Working Together to Safeguard Children 2023, chapter 2 (people in positions of trust)'

const RoleOfAdult = codeList('role-of-accused-adult', {
  label: 'What the adult does with children',
  source: `${guidance}; local`,
  codes: {
    'own-foster-carer': 'Foster carer of this authority',
    'agency-foster-carer': 'Foster carer of an agency',
    'other-foster-carer': 'Foster carer of another authority',
    'residential-worker': 'Works in a children’s home or supported accommodation',
    education: 'Works in a school, college or nursery',
    health: 'Works in health',
    'social-care': 'Works in children’s social care',
    police: 'Police',
    transport: 'Drives or escorts children',
    faith: 'Faith or voluntary organisation',
    sport: 'Sport or leisure',
    other: 'Something else',
  },
})

const AllegedHarm = codeList('alleged-harm', {
  label: 'What is alleged',
  source: 'Working Together to Safeguard Children 2023 (categories of abuse and neglect)',
  codes: { physical: 'Physical', emotional: 'Emotional', sexual: 'Sexual', neglect: 'Neglect', conduct: 'Conduct' },
})

const AllegationOutcome = codeList('allegation-outcome', {
  label: 'Outcome',
  source: 'Keeping children safe in education, part four (definitions of outcomes)',
  codes: {
    substantiated: 'Substantiated',
    unsubstantiated: 'Unsubstantiated',
    unfounded: 'Unfounded',
    false: 'False',
    malicious: 'Malicious',
  },
})

/** About one adult who works with or cares for children, told to the designated officer: two accused carers are two. */
export const Allegation = recordType('allegation', {
  label: 'Allegation about somebody who works with children',
  plural: 'allegations about people who work with children',
  source: guidance,
  sensitivity: 'allegation',
  subjects: {
    adult: { kind: 'person', label: 'Who it is about' },
    household: { kind: 'household', label: 'Their household, if they foster', optional: true },
    children: { kind: 'person', label: 'Children concerned', many: true, optional: true },
  },
  dated: 'madeOn',
  headline: 'outcome',
  identity: ['adult', 'madeOn'],
  fields: {
    madeOn: date('Told to the designated officer on', { required: true }),
    role: code('What they do with children', RoleOfAdult),
    alleged: codes('What is alleged', AllegedHarm),
    metThreshold: yesNo('Did it meet the threshold?'),
    referredOn: date('Taken on as a referral on', {
      hint: 'Leave empty where it did not meet the threshold, for example a concern about standards of care alone.',
    }),
    outcomeOn: date('Outcome decided on'),
    outcome: code('Outcome', AllegationOutcome, { trueFrom: 'outcomeOn' }),
  },
})
