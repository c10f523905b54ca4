import { factOfDay, narrow, population, subjectsWithBegun, test } from '../../core/counting/define.ts'
import { birthday } from '../../core/dates/age.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { isTemporaryAbsence } from '../children-in-care/episode-rows.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { birthDate } from '../people/about-the-child.ts'
import { StayingArrangement } from './homes.ts'
import { hasDied, home } from './living.ts'
import { aboutTheYoungPerson, aged } from './populations.ts'

/** Where they lived on the last day in care, if care went on until 18. */
const lastPlacement = factOfDay([allPeriods, birthDate], (member) => {
  const bornOn = birthDate(member)
  if (bornOn === null) return undefined
  const adult = birthday(bornOn, 18)
  const last = allPeriods(member).findLast(({ kind }) => kind === 'care')
  if (last === undefined || (last.endedOn !== null && last.endedOn < adult)) return null
  const placed = last.episodes.findLast((one) => !isTemporaryAbsence(one))
  if (placed !== undefined) member.history.because(placed)
  return placed?.placement ?? undefined
})

const leftFostering = test([lastPlacement], (member) => {
  const placement = lastPlacement(member)
  return placement === undefined ? undefined : placement?.startsWith('U') === true
})

const leftFromFostering = narrow(
  population({
    key: 'care-leavers-18-20',
    label: 'Young people aged 18 to 20 who were in care',
    source: 'Children Act 1989, section 23CZA',
    each: subjectsWithBegun(Episode, 'child'),
    include: { '18 to 20': aged(18, 20) },
    exclude: { 'has died': hasDied },
    by: { ...aboutTheYoungPerson, ...whoseWork },
  }),
  {
    key: 'left-fostering-at-18',
    label: 'Young people aged 18 to 20 who lived in foster care until they turned 18',
    source: 'Children Act 1989, section 23CZA',
    include: { 'in foster care until the 18th birthday': leftFostering },
  },
)

/** An arrangement that stands, or that they live with former foster carers. */
const staysPut = test([StayingArrangement, home], (member) => {
  if (member.history.open(StayingArrangement, ({ kind }) => kind === 'put').length > 0) return true
  const kind = home(member)?.kind ?? null
  return kind === null ? undefined : kind === 'Z'
})

export const stayingPut: readonly Indicator[] = [
  indicator({
    key: 'care-leavers-staying-put-18-20',
    label: 'Staying put with foster carers, aged 18 to 20',
    national: {
      measure: 'care-leavers-who-stayed-with-their-foster-carers',
      differs:
        'The national figure looks at each young person about their birthday; ours at the last day of the month.',
    },
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'The national figure looks at birthdays, and at 18 three months after it. We look at the last day of the period.',
    who: 'Young people aged 18 to 20 on the last day of the period who were in care until their 18th birthday and lived with foster carers then. Those who have died are left out.',
    countedIf: 'They live with their former foster carers.',
    notKnown: 'A young person of whom it is not known where they live stays in the total and is not counted.',
    source: 'Children Act 1989, section 23CZA; Department for Education, staying put',
    notes: ['Being away for a time, in hospital for example, on the 18th birthday changes nothing.'],
    counts: {
      population: leftFromFostering,
      counted: { 'lives with former foster carers': staysPut },
      whenNotKnown: 'stays',
    },
  }),
]
