import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { inBedAndBreakfast, inEducationOrWork, inSuitableHome, inTouch, inUnsuitableHome } from './living.ts'
import { planUpToDate } from './pathway-tests.ts'
import { careLeavers17To25, careLeavers19To21, careLeavers19To21Here } from './populations.ts'

/** How care leavers live, and whether we know. */
export const support: readonly Indicator[] = [
  indicator({
    key: 'care-leavers-in-touch-19-21',
    label: 'Care leavers in touch, aged 19 to 21',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Care leavers aged 19, 20 or 21 on the last day of the period who receive a service: they have a personal adviser here and are not in care. Those who have died, or have been home with parents for six months or more, are left out.',
    countedIf: 'The latest record up to that day says that the authority is in touch with them.',
    notKnown: 'No record counts as not in touch, and the young person stays in the total.',
    source:
      'Department for Education, children looked-after return (SSDA903): care leavers; group worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Relevant, former relevant and qualifying care leavers all count while they receive a service.',
      'Young people who refuse contact, or who say they need no help, count as not in touch.',
      'No limit is set on how old the latest record may be.',
    ],
    counts: { population: careLeavers19To21, counted: { 'in touch': inTouch }, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'care-leavers-bed-and-breakfast-17-25',
    label: 'Care leavers in bed and breakfast, aged 17 to 25',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'stated',
    who: 'Care leavers aged 17 to 25 on the last day of the period who receive a service: they have a personal adviser here and are not in care.',
    countedIf: 'They live in bed and breakfast accommodation on that day.',
    notKnown: 'A young person whose accommodation is not known is listed beside the count, not counted.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Department for Education, children looked-after return (SSDA903): care leavers',
    notes: [
      'Bed and breakfast counts even where it was judged suitable for that person.',
      'A child in care who is placed in bed and breakfast is not a care leaver and is not counted here.',
      'Staying with friends is not bed and breakfast.',
    ],
    exceptional:
      'Each month in which a care leaver lives in bed and breakfast is an exception: say why, and what is done to end it.',
    counts: {
      population: careLeavers17To25,
      counted: { 'lives in bed and breakfast': inBedAndBreakfast },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'care-leavers-unsuitable-accommodation-17-25',
    label: 'Care leavers in unsuitable accommodation, aged 17 to 25',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'stated',
    who: 'Care leavers aged 17 to 25 on the last day of the period who receive a service: they have a personal adviser here and are not in care.',
    countedIf:
      'The place where they live on that day has been judged unsuitable for them, whatever kind of place it is.',
    notKnown: 'A young person whose accommodation is not known is listed beside the count, not counted.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Department for Education, children looked-after return (SSDA903): care leavers',
    notes: [
      'The judgement is about the person: the same kind of place may suit one and not another.',
      'Custody and having no fixed home count where they are judged unsuitable.',
      'A young person who moved out on the last day is judged by the new place.',
    ],
    counts: {
      population: careLeavers17To25,
      counted: { 'lives somewhere that does not suit them': inUnsuitableHome },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'care-leavers-suitable-accommodation-19-21',
    label: 'Care leavers in suitable accommodation, aged 19 to 21',
    national: {
      measure: 'care-leavers-aged-19-to-21-in-suitable-accommodation',
      differs:
        'The national figure looks at each young person about their birthday, whether they receive a service or not; ours at the last day of the month.',
    },
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'Do young people about whom there is no information stay in the total? We keep them in, as the Department for Education does.',
    who: 'Care leavers aged 19, 20 or 21 on the last day of the period who receive a service: they have a personal adviser here and are not in care. Those who have died, have gone abroad, or have been home with parents for six months or more are left out.',
    countedIf: 'The place where they live on that day has been judged suitable for them.',
    notKnown:
      'A young person without information because contact was lost stays in the total and counts as not suitably housed.',
    source:
      'Department for Education, children looked after in England: methodology; group from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A young person who is in touch but whose address is recorded as not known leaves the total.',
      'A known place with no judgement recorded counts as not suitable and is listed.',
    ],
    counts: {
      population: careLeavers19To21Here,
      counted: { 'lives somewhere that suits them': inSuitableHome },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'care-leavers-pathway-plan-up-to-date-17-25',
    label: 'Pathway plan up to date, aged 17 to 25',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Care leavers aged 17 to 25 on the last day of the period who receive a service: they have a personal adviser here and are not in care.',
    countedIf: 'Their pathway plan was made or last reviewed within the six months up to that day.',
    notKnown: 'No plan on record counts as not up to date.',
    source:
      'Care Leavers (England) Regulations 2010, regulation 7; group worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'A plan made or reviewed exactly six months ago is up to date.',
      'Somebody over 21 who has asked for help and has no plan yet counts as not up to date.',
      'Children still in care are not in the group, although they may have a pathway plan.',
    ],
    counts: {
      population: careLeavers17To25,
      counted: { 'pathway plan up to date': planUpToDate },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'care-leavers-eet-19-21',
    label: 'Care leavers in education, work or training, aged 19 to 21',
    national: {
      measure: 'care-leavers-aged-19-to-21-in-education-work-or-training',
      differs:
        'The national figure looks at each young person about their birthday, whether they receive a service or not; ours at the last day of the month.',
    },
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Care leavers aged 19, 20 or 21 on the last day of the period who receive a service: they have a personal adviser here and are not in care. Those who have died, or have been home with parents for six months or more, are left out.',
    countedIf: 'Their main activity on that day is education, an apprenticeship, training or work, full or part time.',
    notKnown: 'An activity that is not known counts as none, and the young person stays in the total.',
    source:
      'Department for Education, children looked after in England: methodology; group worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Young people who are ill, disabled, pregnant or bringing up a child count as no unless they study or work.',
      'A course or job that ended before the last day does not count.',
    ],
    counts: {
      population: careLeavers19To21,
      counted: { 'in education, work or training': inEducationOrWork },
      whenNotKnown: 'stays',
    },
  }),
]
