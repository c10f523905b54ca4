import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, group, money, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { child } from './of-schools.ts'

const guidance =
  'Department for Education, promoting the education of looked-after children and previously looked-after children'

export const PlanGrade = codeList('education-plan-grade', {
  label: 'How good the plan is',
  source: 'Local: how the virtual school grades plans',
  codes: {
    outstanding: 'Outstanding',
    good: 'Good',
    'nearly-good': 'Not yet good',
    poor: 'Poor',
  },
})

const ChildsPart = codeList('education-plan-childs-part', {
  label: 'The child’s part in it',
  source: `Local; ${guidance}`,
  codes: {
    there: 'Was there and spoke',
    before: 'Told somebody or wrote it beforehand',
    observed: 'Too young or unable to say: what they show was written down',
    declined: 'Was asked and did not want to',
    'not-asked': 'Was not asked',
  },
})

const Progress = codeList('education-progress', {
  label: 'How they get on',
  source: 'Local; as schools report it at each plan',
  codes: {
    better: 'Better than expected from where they began',
    expected: 'As expected from where they began',
    less: 'Less than expected from where they began',
  },
})

const Support = codeList('education-support', {
  label: 'Support',
  source: `Local; ${guidance}`,
  codes: {
    'one-to-one': 'Tuition, alone or in a small group',
    mentor: 'Mentor or key adult',
    'emotional-health': 'Emotional health',
    equipment: 'Equipment or books',
    activity: 'Activities and trips',
    transition: 'Help with a change of school',
    other: 'Other',
  },
})

/**
 * The school's part of the care plan. It is begun, met about, completed, signed and looked at for its quality on days of their own: figures ask for
 * the day it was completed. The day it was begun is the meeting's where nothing else is known.
 */
export const PersonalEducationPlan = recordType('personal-education-plan', {
  label: 'Personal education plan',
  plural: 'personal education plans',
  icon: 'edu',
  source: `Care Planning, Placement and Case Review (England) Regulations 2010, regulation 5 and schedule 1; ${guidance}`,
  subjects: { child },
  dated: 'begunOn',
  headline: 'school',
  identity: ['child', 'begunOn'],
  steps: [
    { label: 'The child', asks: ['child', 'begunOn', 'school', 'childsPart', 'childSays', 'wantsNext'] },
    { label: 'How they get on', asks: ['progress', 'goingWell', 'worries', 'targets', 'support', 'nextOn'] },
    {
      label: 'Agreed and good enough',
      asks: [
        'completedOn',
        'socialWorkerThere',
        'carerThere',
        'signedOn',
        'checkedOn',
        'grade',
        'gradeWhy',
        'toBetter',
        'betterBy',
        'betterOn',
      ],
    },
  ],
  fields: {
    begunOn: date('Begun on', { required: true, hint: 'The meeting, if nothing else is known.' }),
    school: text('School, nursery or college', { hint: 'Leave empty if there is none at the time.' }),
    childsPart: code('The child’s part in it', ChildsPart),
    childSays: paragraphs('What the child says about learning, in their own words'),
    wantsNext: paragraphs('What they hope for'),
    progress: code('How they get on', Progress),
    goingWell: paragraphs('What goes well'),
    worries: paragraphs('What gets in the way'),
    targets: group('Targets', {
      target: text('Target', { required: true }),
      how: text('What helps, and who does it'),
      byOn: plannedDate('By'),
      met: yesNo('Met?'),
    }),
    support: codes('Support this term', Support),
    nextOn: plannedDate('Next meeting'),
    completedOn: date('Completed on', { hint: 'The day on which nothing was missing any more.' }),
    socialWorkerThere: yesNo('Was the social worker there?'),
    carerThere: yesNo('Was a carer or parent there?'),
    signedOn: date('Signed by the designated teacher on'),
    checkedOn: date('Looked at by the virtual school on'),
    grade: code('How good it is', PlanGrade, { trueFrom: 'checkedOn' }),
    gradeWhy: paragraphs('Why', { trueFrom: 'checkedOn' }),
    toBetter: paragraphs('What must become better', { trueFrom: 'checkedOn' }),
    betterBy: text('Who sees to it', { trueFrom: 'checkedOn' }),
    betterOn: plannedDate('By', { trueFrom: 'checkedOn' }),
  },
})

/** Money for a child's education that the virtual school head manages. */
export const PupilPremiumPlus = recordType('pupil-premium-plus', {
  label: 'Pupil premium plus',
  plural: 'payments of pupil premium plus',
  icon: 'edu',
  source: `Department for Education, pupil premium: conditions of grant; ${guidance}`,
  subjects: { child },
  links: { plan: { to: 'personal-education-plan', label: 'Agreed in which plan', optional: true } },
  dated: 'agreedOn',
  headline: 'purpose',
  identity: ['child', 'agreedOn', 'purpose'],
  fields: {
    agreedOn: date('Agreed on', { required: true }),
    purpose: text('For what', { required: true }),
    amount: money('Amount'),
    paidOn: date('Paid on'),
    lookedAtOn: date('Looked at what it achieved on'),
    achieved: paragraphs('What it achieved', { trueFrom: 'lookedAtOn' }),
  },
})
