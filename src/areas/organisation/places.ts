import { plainDate } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import { address, code, date, number, text } from '../../core/definitions/field.ts'
import { ALWAYS, recordType } from '../../core/definitions/record-type.ts'

const AgencyKind = codeList('agency-kind', {
  label: 'Kind of agency',
  source: 'Local; safeguarding partners and relevant agencies, Working Together to Safeguard Children 2023',
  codes: {
    council: 'Council',
    police: 'Police',
    health: 'Health',
    education: 'School, college or trust',
    court: 'Court or Cafcass',
    probation: 'Probation',
    housing: 'Housing',
    'fostering-agency': 'Independent fostering agency',
    'adoption-agency': 'Adoption agency',
    'provider-of-homes': 'Provider of homes or supported accommodation',
    voluntary: 'Voluntary or community organisation',
    'home-office': 'Home Office',
    other: 'Other',
  },
})

export const Agency = recordType('agency', {
  label: 'Agency',
  plural: 'agencies',
  source: 'Local; Ofsted unique reference numbers of SSDA903',
  subjects: { agency: { kind: 'agency', label: 'Agency' } },
  dated: ALWAYS,
  ends: 'endedOn',
  identity: ['agency'],
  fields: {
    name: text('Name', { required: true }),
    kind: code('Kind', AgencyKind, { required: true }),
    urn: text('Unique reference number (Ofsted)', { hint: 'For fostering and adoption agencies.' }),
    phone: text('Phone'),
    email: text('E-mail'),
    startedOn: date('Since'),
    endedOn: date('Until', { hint: 'The first day on which it no longer existed.' }),
  },
})

const EstablishmentKind = codeList('establishment-kind', {
  label: 'Kind of establishment',
  source:
    'Local; Care Standards Act 2000, section 1; Education Act 1996, section 4; supported accommodation from 28 October 2023: Supported Accommodation (England) Regulations 2023',
  codes: {
    'childrens-home': 'Children’s home',
    'secure-home': 'Secure children’s home',
    'residential-school': 'Residential special school',
    'supported-accommodation': { label: 'Supported accommodation', from: plainDate('2023-10-28') },
    'short-breaks-home': 'Home for short breaks',
    'family-centre': 'Residential family centre',
    'young-offender-institution': 'Young offender institution or secure training centre',
    nursery: 'Nursery or early years setting',
    school: 'School',
    'special-school': 'Special school',
    'alternative-provision': 'Alternative provision',
    college: 'College',
    hospital: 'Hospital',
    surgery: 'Doctor’s or dentist’s surgery',
    'family-hub': 'Family hub',
    other: 'Other',
  },
})

/** A place that a child lives in, learns at or is treated at. */
export const Establishment = recordType('establishment', {
  label: 'Establishment',
  plural: 'establishments',
  source: 'DfE, Get Information about Schools; Ofsted unique reference numbers of SSDA903',
  subjects: {
    establishment: { kind: 'establishment', label: 'Establishment' },
    runBy: { kind: 'agency', label: 'Run by', optional: true },
  },
  dated: ALWAYS,
  ends: 'endedOn',
  identity: ['establishment'],
  fields: {
    name: text('Name', { required: true }),
    kind: code('Kind', EstablishmentKind, { required: true }),
    urn: text('Unique reference number', { hint: 'Of Ofsted for homes, of the DfE for schools.' }),
    dfeNumber: text('DfE number', { hint: 'For schools: three figures for the authority and four for the school.' }),
    address: address('Address'),
    phone: text('Phone'),
    email: text('E-mail'),
    places: number('Places', { least: 0 }),
    youngest: number('Youngest age taken', { least: 0, most: 25 }),
    oldest: number('Oldest age taken', { least: 0, most: 25 }),
    startedOn: date('Since'),
    endedOn: date('Until', { hint: 'The first day on which it no longer existed.' }),
  },
})

const OfstedGrade = codeList('ofsted-grade', {
  label: 'Overall grade',
  source: 'Ofsted; state-funded schools have had no overall grade since September 2024',
  codes: {
    outstanding: 'Outstanding',
    good: 'Good',
    'requires-improvement': 'Requires improvement',
    inadequate: 'Inadequate',
    'no-overall-grade': 'No overall grade given',
  },
})

export const Inspection = recordType('inspection', {
  label: 'Ofsted inspection',
  plural: 'Ofsted inspections',
  source: 'Ofsted, social care common inspection framework; Education Act 2005, section 5',
  subjects: { establishment: { kind: 'establishment', label: 'Establishment' } },
  dated: 'inspectedOn',
  identity: ['establishment', 'inspectedOn'],
  fields: {
    inspectedOn: date('Last day of the inspection', { required: true }),
    publishedOn: date('Report published'),
    grade: code('Overall grade', OfstedGrade, { trueFrom: 'publishedOn' }),
    found: text('What it found, in short', { trueFrom: 'publishedOn' }),
  },
})
