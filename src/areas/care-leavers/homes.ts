import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, plannedDate, text, worker, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { HomeOfCareLeaver } from '../children-in-care/codes-of-care-leavers.ts'
import { youngPerson } from './young-person.ts'

const regulations = 'Care Leavers (England) Regulations 2010'

export const WhyUnsuitable = codeList('why-a-home-does-not-suit', {
  label: 'Why it does not suit them',
  source: `${regulations}, regulation 9(2) and schedule 2`,
  codes: {
    'bed-and-breakfast': 'It is bed and breakfast',
    emergency: 'It is meant for an emergency only',
    custody: 'They are in custody',
    'no-fixed-home': 'They have no fixed home, or stay with friends',
    'not-safe': 'They are not safe there',
    condition: 'The state that it is in',
    'not-secure': 'They may lose it',
    cost: 'They cannot afford it',
    'too-far': 'Too far from school, work or whoever supports them',
    'support-missing': 'The support that they need is missing',
    'not-their-choice': 'They do not want to live there',
    other: 'Another reason',
  },
})

/**
 * Where a young person lives once they have left care. The letter of the national code and the judgement stand apart: the same kind of place may suit
 * one and not another. A judgement that changes is a new record from that day.
 */
export const CareLeaverHome = recordType('care-leaver-home', {
  label: 'Home of a care leaver',
  plural: 'homes of care leavers',
  icon: 'home',
  source: `${regulations}, regulation 9; DfE SSDA903, care leavers (ACCOM)`,
  subjects: { youngPerson },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'kind',
  identity: ['youngPerson', 'startedOn'],
  fields: {
    startedOn: date('From', {
      required: true,
      hint: 'Of a new judgement about the same home, the day of the judgement.',
    }),
    kind: code('What kind of home', HomeOfCareLeaver, { required: true }),
    withParent: yesNo('With a parent, or somebody else with parental responsibility?', {
      hint: 'After six months that go well, a young person under 18 has other rights.',
    }),
    suitable: yesNo('Does it suit them?', { hint: 'A judgement about this person, whatever kind of place it is.' }),
    whyNot: codes('If not: why?', WhyUnsuitable),
    about: paragraphs('What speaks for it and against it'),
    theirView: paragraphs('What they say about it, in their words'),
    regulated: yesNo('Is it registered with Ofsted or the Care Quality Commission?', {
      hint: 'After a move to one that is not, the plan is reviewed within 28 days.',
    }),
    agreedBy: worker('Manager who agreed the move'),
    exitPlan: paragraphs('How and when they will move on', {
      hint: 'For bed and breakfast and emergency accommodation: on the day they move in.',
    }),
    exitPlanOn: date('That plan was made on', { hint: 'Left empty, it was there as they moved in.' }),
    moveOnBy: plannedDate('Meant to move on by'),
    endedOn: date('Until', { hint: 'The first day on which they no longer lived there.' }),
    whyEnded: text('Why they left', { trueFrom: 'endedOn' }),
  },
})

/** Made before a young person sleeps in bed and breakfast or emergency accommodation, or on that day. */
export const HomeRiskAssessment = recordType('home-risk-assessment', {
  label: 'Risk assessment of bed and breakfast',
  plural: 'risk assessments of bed and breakfast',
  icon: 'late',
  source: `${regulations}, regulation 9(2); Dorset Council, Corporate Parenting Board, 2016: every bed and breakfast placement has one`,
  subjects: { youngPerson },
  dated: 'assessedOn',
  headline: 'risks',
  identity: ['youngPerson', 'assessedOn'],
  fields: {
    assessedOn: date('Made on', { required: true }),
    risks: paragraphs('What could go wrong there'),
    safeguards: paragraphs('What keeps them safe'),
    theirView: paragraphs('What they say, in their words'),
    agreedBy: worker('Manager who agreed it'),
  },
})

/** The manager and the adviser look at what an unsuitable home does to a young person, and at how they get out of it. */
export const HomeSupervision = recordType('home-supervision', {
  label: 'Supervision about an unsuitable home',
  plural: 'supervisions about unsuitable homes',
  icon: 'decision',
  source: 'Local: Dorset Council, supervision every four weeks while a home does not suit',
  subjects: { youngPerson },
  dated: 'heldOn',
  headline: 'decided',
  identity: ['youngPerson', 'heldOn'],
  fields: {
    heldOn: date('Held on', { required: true }),
    impact: paragraphs('What living there does to them'),
    decided: paragraphs('What was decided'),
    manager: worker('Manager'),
  },
})

const KindOfStaying = codeList('staying-arrangement', {
  label: 'Arrangement',
  source: 'Children Act 1989, section 23CZA (staying put); DfE, staying close',
  codes: { put: 'Staying put with the foster carers', close: 'Staying close to the children’s home' },
})

/** An agreement by which a young person stays with their carers, or near their home, after 18. Where they live has a record of its own. */
export const StayingArrangement = recordType('staying-arrangement', {
  label: 'Staying put or staying close',
  plural: 'arrangements to stay put or close',
  icon: 'home',
  source: 'Children Act 1989, section 23CZA; DfE, staying put: arrangements for care leavers aged 18 and above',
  subjects: { youngPerson, household: { kind: 'household', label: 'Carers’ household', optional: true } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'kind',
  identity: ['youngPerson', 'startedOn'],
  fields: {
    startedOn: date('From', { required: true }),
    kind: code('Arrangement', KindOfStaying, { required: true }),
    agreed: paragraphs('What was agreed'),
    endedOn: date('Until', { hint: 'The first day on which it no longer held.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})
