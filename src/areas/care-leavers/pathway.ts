import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, group, paragraphs, plannedDate, text, worker, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { youngPerson } from './young-person.ts'

const inCare = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const afterCare = 'Care Leavers (England) Regulations 2010'

/** What a young person needs to be ready for life on their own: the pathway plan is made from it. */
export const PathwayAssessment = recordType('pathway-assessment', {
  label: 'Needs assessment for a pathway plan',
  plural: 'needs assessments for pathway plans',
  icon: 'review',
  source: `${inCare}, regulation 42; ${afterCare}, regulations 4 and 5`,
  subjects: { youngPerson },
  dated: 'completedOn',
  headline: 'theirWords',
  identity: ['youngPerson', 'completedOn'],
  fields: {
    completedOn: date('Completed on', { required: true }),
    theirWords: paragraphs('What they say they need, in their words'),
    needs: paragraphs('What they need', {
      hint: 'Health, education and work, family and friends, money, practical skills, a home.',
    }),
    consulted: text('Who else was asked'),
  },
})

const PartOfPlan = codeList('pathway-plan-part', {
  label: 'What it is about',
  source: `${inCare}, schedule 8; ${afterCare}, schedule 1`,
  codes: {
    education: 'Education or training',
    work: 'Work',
    home: 'A home',
    health: 'Health',
    money: 'Money',
    family: 'Family and friends',
    skills: 'Practical skills',
    identity: 'Identity',
    interest: 'An interest or talent',
  },
})

export const PathwayPlan = recordType('pathway-plan', {
  label: 'Pathway plan',
  plural: 'pathway plans',
  icon: 'plan',
  source: `Children Act 1989, section 23E; ${inCare}, regulation 43; ${afterCare}, regulation 6`,
  subjects: { youngPerson },
  dated: 'madeOn',
  headline: 'theirWords',
  identity: ['youngPerson', 'madeOn'],
  fields: {
    madeOn: date('Made on', { required: true, hint: 'The day on which it was agreed.' }),
    theirWords: paragraphs('What they want, in their words'),
    interests: paragraphs('Their interests and talents'),
    goals: group('Goals', {
      goal: text('Goal', { required: true }),
      about: code('What it is about', PartOfPlan),
      who: text('Who helps'),
      by: plannedDate('By'),
    }),
    contingency: paragraphs('What if it does not work out'),
    copyGiven: yesNo('Do they have a copy?'),
  },
})

const WhyReviewed = codeList('pathway-review-reason', {
  label: 'Why it was reviewed',
  source: `${afterCare}, regulation 7`,
  codes: {
    due: 'It was due',
    asked: 'The young person asked for it',
    adviser: 'The personal adviser or the authority thought it necessary',
    moved: 'A move to accommodation that nobody regulates',
  },
})

/** A review that was held. A plan made anew is a plan, and counts as much. */
export const PathwayReview = recordType('pathway-review', {
  label: 'Review of the pathway plan',
  plural: 'reviews of pathway plans',
  icon: 'review',
  source: `${afterCare}, regulation 7; ${inCare}, part 6 for those still in care`,
  subjects: { youngPerson },
  dated: 'reviewedOn',
  headline: 'theirWords',
  identity: ['youngPerson', 'reviewedOn'],
  fields: {
    reviewedOn: date('Reviewed on', { required: true }),
    why: code('Why it was reviewed', WhyReviewed),
    tookPart: yesNo('Did the young person take part?'),
    theirWords: paragraphs('What they said, in their words'),
    changes: paragraphs('What changes'),
    chairedBy: worker('Chaired by'),
  },
})
