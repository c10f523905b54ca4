import { addedLocally, education, frontDoor, health, ofPlan, police, publicHealth, youthJustice } from './agencies.ts'

const monthly = { every: 'month', within: '15 working days' } as const
const quarterly = { every: 'quarter', within: '20 working days' } as const
const yearly = { every: 'financial year', within: '6 months' } as const
const ofSchoolYear = { every: 'academic year', within: '6 months' } as const

export const bestStart = [
  ofPlan({
    key: 'plan-low-birth-weight',
    label: 'Babies born at full term with a low weight',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 12 months',
    who: 'Babies born alive at full term to mothers who live in the area.',
    countedIf: 'They weighed less than 2,500 grams.',
    sent: { by: publicHealth, ...yearly },
  }),
  ofPlan({
    key: 'plan-reception-overweight',
    label: 'Children in reception who are overweight',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 12 months',
    who: 'Children in reception who were weighed and measured at school.',
    countedIf: 'They are overweight, or more than that, for their age and sex.',
    national: { measure: 'children-in-reception-who-are-overweight', same: true },
    sent: { by: publicHealth, ...ofSchoolYear },
  }),
  ofPlan({
    key: 'plan-breastfed-6-8-weeks',
    label: 'Babies breastfed at 6 to 8 weeks',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 3 months',
    who: 'Babies who were due for the visit at 6 to 8 weeks.',
    countedIf: 'They are breastfed, wholly or in part.',
    national: {
      measure: 'babies-breastfed-at-6-to-8-weeks',
      differs: 'The national figure is of a whole year; ours of a quarter.',
    },
    sent: { by: publicHealth, ...quarterly },
  }),
  ofPlan({
    key: 'plan-good-level-of-development',
    label: 'Children with a good level of development at age 5',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    who: 'Children at the end of reception.',
    countedIf: 'They reached the expected level in the early learning goals that make up a good level of development.',
    national: { measure: 'good-level-of-development-at-age-5', same: true },
    sent: { by: education, ...ofSchoolYear },
  }),
]

export const thriving = [
  ofPlan({
    key: 'plan-first-time-entrants',
    label: 'Young people who entered the youth justice system for the first time',
    unit: 'count',
    goodIs: 'low',
    covers: 'rolling 3 months',
    who: 'Young people aged 10 to 17 with a first caution or sentence in the quarter.',
    sent: { by: youthJustice, ...quarterly },
  }),
  ofPlan({
    key: 'plan-children-in-custody',
    label: 'Children in custody',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    who: 'Young people under 18 in custody, sentenced or on remand.',
    sent: { by: youthJustice, ...monthly },
  }),
  ofPlan({
    key: 'plan-neet-16-17',
    label: 'Young people of 16 and 17 not in education, work or training',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'at the end',
    who: 'Young people of 16 and 17 who live in the area.',
    countedIf: 'They are known not to be in education, work or training.',
    national: {
      measure: '16-and-17-year-olds-not-in-education-work-or-training',
      differs: 'The national figure is a mean of the winter months; ours is of one month.',
    },
    sent: { by: education, ...monthly },
  }),
  addedLocally({
    key: 'local-self-harm-admissions',
    label: 'Admissions to hospital for self-harm',
    unit: 'count',
    goodIs: 'low',
    covers: 'rolling 3 months',
    who: 'Admissions of people under 18 who live in the area, for harm they did to themselves.',
    sent: { by: health, ...quarterly },
  }),
]

export const goodCare = [
  addedLocally({
    key: 'local-cic-waiting-mental-health',
    label: 'Children in care who wait more than 12 weeks for mental health services',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    who: 'Children in the care of the authority who were referred more than 12 weeks ago and have not been seen.',
    sent: { by: health, ...monthly },
  }),
]

export const bestEducation = [
  ofPlan({
    key: 'plan-school-attendance',
    label: 'School attendance',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'academic year to date',
    who: 'Sessions that pupils of schools in the area could attend, since September.',
    countedIf: 'The pupil was there.',
    sent: { by: education, ...monthly },
  }),
  ofPlan({
    key: 'plan-suspensions',
    label: 'Suspensions',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    who: 'Suspensions from schools in the area.',
    sent: { by: education, ...monthly },
  }),
  ofPlan({
    key: 'plan-permanent-exclusions',
    label: 'Permanent exclusions',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    who: 'Permanent exclusions from schools in the area.',
    sent: { by: education, ...monthly },
  }),
]

export const bestPlace = [
  ofPlan({
    key: 'plan-low-income-families',
    label: 'Children in low income families',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'rolling 12 months',
    who: 'Children under 16 who live in the area.',
    countedIf: 'Their family has a low income by the measure of the Department for Work and Pensions.',
    national: { measure: 'children-in-low-income-families', same: true },
    sent: { by: publicHealth, ...yearly },
  }),
]

export const familyHelp = [
  ofPlan({
    key: 'plan-families-receiving-help',
    label: 'Families who receive family help',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    who: 'Families with an open plan of family help.',
    sent: { by: frontDoor, ...monthly },
  }),
]

export const safe = [
  ofPlan({
    key: 'plan-referrals-rate',
    label: 'Referrals per 10,000 children',
    unit: 'per 10,000',
    goodIs: 'neither',
    covers: 'rolling 12 months',
    who: 'Referrals to children’s social care.',
    countedIf: 'Their number over twelve months, for each 10,000 children aged 0 to 17 who live in the area.',
    national: { measure: 'referrals-to-childrens-social-care', same: true },
    sent: { by: frontDoor, ...monthly },
  }),
  ofPlan({
    key: 'plan-section-47-rate',
    label: 'Section 47 enquiries per 10,000 children',
    unit: 'per 10,000',
    goodIs: 'neither',
    covers: 'rolling 12 months',
    who: 'Enquiries under section 47 of the Children Act 1989.',
    countedIf: 'Their number over twelve months, for each 10,000 children aged 0 to 17 who live in the area.',
    national: { measure: 'section-47-enquiries', same: true },
    sent: { by: frontDoor, ...monthly },
  }),
  ofPlan({
    key: 'plan-child-protection-plans-rate',
    label: 'Children on child protection plans per 10,000 children',
    unit: 'per 10,000',
    goodIs: 'neither',
    covers: 'at the end',
    who: 'Children on a child protection plan on the last day of the month.',
    countedIf: 'Their number, for each 10,000 children aged 0 to 17 who live in the area.',
    national: { measure: 'children-on-child-protection-plans', same: true },
    sent: { by: frontDoor, ...monthly },
  }),
  ofPlan({
    key: 'plan-at-risk-of-exploitation',
    label: 'Children at risk of exploitation',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    who: 'Children whom the partnership’s panel knows to be at risk of exploitation.',
    sent: { by: police, ...monthly },
  }),
  addedLocally({
    key: 'local-missing-reported-to-police',
    label: 'Children reported missing to the police',
    unit: 'count',
    goodIs: 'low',
    covers: 'in the period',
    who: 'Children under 18 who live in the area and were reported missing in the month, each counted once.',
    sent: { by: police, ...monthly },
  }),
  addedLocally({
    key: 'local-domestic-abuse-child-present',
    label: 'Domestic abuse incidents with a child in the home',
    unit: 'count',
    goodIs: 'low',
    covers: 'rolling 3 months',
    who: 'Incidents of domestic abuse that the police recorded in the quarter in a home where a child lives.',
    notes: ['More may mean that more is reported.'],
    sent: { by: police, ...quarterly },
  }),
]
