import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, money, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { youngPerson } from './young-person.ts'

const Handover = codeList('health-passport-handover', {
  label: 'What became of it',
  source: 'Local; a passport that was declined was not given, and the reason is kept',
  codes: { given: 'Given to the young person', declined: 'The young person did not want it' },
})

/** The summary of their health that young people take with them. What it says stays with the health service; this says that they have it. */
export const HealthPassport = recordType('health-passport', {
  label: 'Health passport',
  plural: 'health passports',
  icon: 'health',
  source: 'DfE and Department of Health, promoting the health and well-being of looked-after children: leaving care',
  subjects: { youngPerson },
  dated: 'offeredOn',
  headline: 'outcome',
  identity: ['youngPerson', 'offeredOn'],
  fields: {
    offeredOn: date('Given or offered on', { required: true }),
    outcome: code('What became of it', Handover, { required: true }),
    whyDeclined: text('If they did not want it: why?'),
    by: text('By whom'),
  },
})

/** What of the leaving care grant was spent, and on what. */
export const LeavingCareGrant = recordType('leaving-care-grant', {
  label: 'Leaving care grant',
  plural: 'payments of leaving care grants',
  icon: 'decision',
  source: 'Children Act 1989, section 23C(4)(c); DfE, setting up home allowance',
  subjects: { youngPerson },
  dated: 'paidOn',
  headline: 'forWhat',
  identity: ['youngPerson', 'paidOn', 'forWhat'],
  fields: {
    paidOn: date('Paid on', { required: true }),
    amount: money('Amount'),
    forWhat: text('For what', { required: true }),
  },
})

/** What everybody needs in hand by 18: looked at while there is still time. */
export const ReadyForAdulthood = recordType('ready-for-adulthood', {
  label: 'Papers before 18',
  plural: 'checks of papers before 18',
  icon: 'plan',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, schedule 8; Dorset Council, Corporate Parenting Board: plan earlier for names and documents',
  subjects: { youngPerson },
  dated: 'checkedOn',
  identity: ['youngPerson', 'checkedOn'],
  fields: {
    checkedOn: date('Looked at on', { required: true }),
    birthCertificate: yesNo('Do they have their birth certificate?'),
    photoId: yesNo('Do they have a passport or other photo identity?'),
    nationalInsurance: yesNo('Do they know their National Insurance number?'),
    bankAccount: yesNo('Do they have a bank account?'),
    immigrationSettled: yesNo('Is their right to stay settled?', { hint: 'Leave empty if it never was in question.' }),
    doctor: yesNo('Are they registered with a doctor where they live?'),
    changeOfName: yesNo('Do they wish to change their name?'),
    nameChanged: yesNo('If so, has it been done?'),
    todo: paragraphs('What is to be done, by whom'),
  },
})
