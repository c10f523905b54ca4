import { attribute, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { ageOn } from '../../core/dates/age.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { aboutTheChild, birthDate, under } from '../people/about-the-child.ts'
import { FosterCarer } from './approvals.ts'

const source = 'Ofsted, fostering in England: data return (age and ethnicity of carers)'

const AGE_BANDS = ['Under 30', '30 to 39', '40 to 49', '50 to 59', '60 to 69', '70 and over'] as const

const { sex, ethnicity } = aboutTheChild

const carers = population({
  key: 'people-who-foster',
  label: 'People who foster, on the last day',
  source,
  each: subjectsWithOpen(FosterCarer, 'carer'),
  by: {
    ageBand: attribute(
      'Age',
      [birthDate],
      (member) => {
        const bornOn = birthDate(member)
        if (bornOn === null) return undefined
        const years = ageOn(bornOn, member.asAt)
        return AGE_BANDS[Math.min(Math.max(Math.floor(years / 10) - 2, 0), AGE_BANDS.length - 1)]
      },
      { order: AGE_BANDS },
    ),
    sex,
    ethnicity,
  },
})

const underSixty = under(60)

/** Who the people are who foster: households are counted elsewhere. */
export const carersAsPeople: readonly Indicator[] = [
  indicator({
    key: 'people-who-foster',
    label: 'People who foster',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'People who are carers in a household that this authority has approved to foster, on the last day of the period. A couple are two.',
    notKnown: 'Cannot arise: since when somebody has been a carer is always recorded.',
    source,
    counts: { population: carers, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'people-who-foster-aged-60-and-over',
    label: 'People who foster aged 60 or over',
    unit: 'per cent',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'inferred',
    who: 'People who are carers in a household that this authority has approved to foster, on the last day of the period. A couple are two.',
    countedIf: 'They are 60 or over on that day: soon there may be fewer places than there are now.',
    notKnown: 'Somebody whose date of birth is not recorded leaves the total.',
    source: 'Dorset Council, Corporate Parenting Board, October 2023 (carers over 60)',
    counts: {
      population: carers,
      counted: {
        '60 or over': test([underSixty], (member) => {
          const younger = underSixty.ask(member)
          return younger === undefined ? undefined : !younger
        }),
      },
      whenNotKnown: 'leaves',
    },
  }),
]
