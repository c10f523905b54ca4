import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const

const ReunificationSupport = codeList('reunification-support', {
  label: 'Support',
  source: 'Local; Children Act 1989, section 17 and schedule 2',
  codes: {
    visits: 'Visits by the worker',
    'family-work': 'Work with the family at home',
    parenting: 'Parenting programme',
    'substance-misuse': 'Help with drugs or alcohol',
    'mental-health': 'Help with mental health',
    'domestic-abuse': 'Work on domestic abuse',
    money: 'Money, housing, practical help',
    school: 'Help at school',
    respite: 'Short breaks',
    'family-network': 'The wider family, by a family plan',
  },
})

const ReunificationEnding = codeList('reunification-ending', {
  label: 'How it went',
  source: 'Local',
  codes: {
    settled: 'The child is settled at home, and the support is over',
    'broke-down': 'It broke down',
    'not-home': 'The child did not go home: the plan changed',
  },
})

/** That a child is to go home, with what support, and how it went. The care plan says why; this holds on until they are settled or it broke down. */
export const Reunification = recordType('reunification', {
  label: 'Going home to family',
  plural: 'plans for going home',
  icon: 'family',
  source:
    'Children Act 1989, section 22C(4); Care Planning, Placement and Case Review (England) Regulations 2010, regulations 15 to 20 and 39',
  subjects: { child },
  dated: 'decidedOn',
  ends: 'endedOn',
  headline: 'ending',
  identity: ['child', 'decidedOn'],
  fields: {
    decidedOn: date('Decided on', { required: true }),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
    mustBe: paragraphs('What has to be different at home', { hint: 'And how everybody will see that it is.' }),
    homeBy: plannedDate('To be home by'),
    homeOn: date('Went home on'),
    support: codes('Support', ReunificationSupport),
    supportPlan: paragraphs('Who does what', { hint: 'And who is rung when it gets hard.' }),
    supportUntil: plannedDate('Support until, at least'),
    endedOn: date('Ended on'),
    ending: code('How it went', ReunificationEnding, { trueFrom: 'endedOn' }),
    learned: paragraphs('What we learned', { trueFrom: 'endedOn' }),
  },
})

const EarlyPermanenceKind = codeList('early-permanence-kind', {
  label: 'Kind',
  source:
    'Children Act 1989, section 22C(9A) to (9C); Care Planning, Placement and Case Review (England) Regulations 2010, regulations 22A and 25A',
  codes: { 'fostering-for-adoption': 'Fostering for adoption', concurrent: 'Concurrent planning' },
})

const EarlyPermanenceEnding = codeList('early-permanence-ending', {
  label: 'How it went on',
  source: 'Local',
  codes: {
    adopted: 'The child stays with them, placed for adoption',
    family: 'The child went home, or to family',
    moved: 'The child moved to others',
  },
})

/** A child fostered by those who may adopt them, before a court has decided. */
export const EarlyPermanence = recordType('early-permanence', {
  label: 'Early permanence placement',
  plural: 'early permanence placements',
  icon: 'home',
  source:
    'Children Act 1989, section 22C(9A) to (9C); Care Planning, Placement and Case Review (England) Regulations 2010, regulations 22A and 25A',
  subjects: { child, household: { kind: 'household', label: 'With whom', optional: true } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'kind',
  identity: ['child', 'startedOn'],
  fields: {
    kind: code('Kind', EarlyPermanenceKind, { required: true }),
    decidedOn: date('Decided on', { hint: 'By the nominated officer.' }),
    startedOn: date('Lives with them since', { required: true }),
    endedOn: date('Ended on', { hint: 'The day on which it became a placement for adoption, or the child moved.' }),
    ending: code('How it went on', EarlyPermanenceEnding, { trueFrom: 'endedOn' }),
  },
})
