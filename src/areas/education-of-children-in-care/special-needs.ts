import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { child } from './of-schools.ts'

const SpecialNeed = codeList('special-educational-need', {
  label: 'Kind of need',
  source: 'DfE school census, type of SEN; labels in our own words',
  codes: {
    SPLD: 'Specific learning difficulty',
    MLD: 'Moderate learning difficulty',
    SLD: 'Severe learning difficulty',
    PMLD: 'Profound and multiple learning difficulty',
    SEMH: 'Social, emotional and mental health',
    SLCN: 'Speech, language and communication',
    HI: 'Hearing',
    VI: 'Sight',
    MSI: 'Hearing and sight',
    PD: 'Physical disability',
    ASD: 'Autism',
    DS: 'Down syndrome',
    OTH: 'Other',
    NSA: 'No specialist assessment yet',
  },
})

const WhyPlanEnded = codeList('why-ehc-plan-ended', {
  label: 'Why it ended',
  source: 'Children and Families Act 2014, section 45; DfE SEN2',
  codes: {
    'needs-met': 'No longer necessary',
    'left-education': 'Left education or training',
    'too-old': 'Reached the age at which it ends',
    moved: 'Another authority keeps it now',
    died: 'Died',
    other: 'Another reason',
  },
})

/** That there is a plan, from the day on which it was made: one that another authority keeps is a plan too. An assessment under way is none. */
export const EhcPlan = recordType('ehc-plan', {
  label: 'Education, health and care plan',
  plural: 'education, health and care plans',
  icon: 'edu',
  source: 'Children and Families Act 2014, section 37; DfE SEN2',
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'need',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Made on', { required: true, hint: 'The day of the first final plan.' }),
    keptBy: text('Kept by which authority', { hint: 'Leave empty if it is ours.' }),
    need: code('Main need', SpecialNeed),
    named: text('School or setting that it names'),
    endedOn: date('Ceased on', { hint: 'The first day on which it was no longer kept.' }),
    whyEnded: code('Why it ended', WhyPlanEnded, { trueFrom: 'endedOn' }),
  },
})

export const SenSupport = recordType('sen-support', {
  label: 'SEN support',
  plural: 'times of SEN support',
  icon: 'edu',
  source: 'SEND code of practice 2015, chapter 6; DfE school census, SEN provision',
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    needs: codes('Kinds of need', SpecialNeed),
    what: paragraphs('What the school does'),
    endedOn: date('Until'),
  },
})
