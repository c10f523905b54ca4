import type { FamilyRead, Relative } from '../../../../app/people/family/family-read.ts'
import { type PlainDate, shortText } from '../../../../core/dates/plain-date.ts'
import { listed } from '../../../marks.ts'
import { daysText, firstName, isAdult, lowered, nameOf } from './words.ts'

/** Where and with whom the person lives, which is the first thing to know: “Maya lives at Carys’s, with Carys and Theo”. */
export function headingOf({ self, selfKey, households, relatives, moment }: FamilyRead, today: PlainDate): string {
  const name = firstName(self)
  const past = moment.asAt !== today
  const start = past ? `On ${shortText(moment.asAt)} ` : ''
  if (self.diedOn !== null) return past ? `${start}${name} had died` : `${name} has died`
  if (self.unborn) return past ? `${start}${name} was not yet born` : `${name} is not yet born`
  const own = households.filter((one) => one.own)
  const home = own.find(({ members }) => members.some((one) => one.key === selfKey && one.mainHome !== 'no')) ?? own[0]
  if (home === undefined)
    return past ? `${start}it is not recorded where ${name} lived` : `It is not recorded where ${name} lives`
  const others = home.members
    .filter(({ key, mainHome }) => key !== selfKey && mainHome !== 'no')
    .map(({ key, name: whole }) => firstNameOf(relatives, key) ?? whole)
  const lives = `${name} ${past ? 'lived' : 'lives'} at ${home.name}`
  return start + (others.length === 0 ? lives : `${lives}, with ${listed(others)}`)
}

function firstNameOf(relatives: readonly Relative[], key: string): string | undefined {
  const who = relatives.find((one) => one.key === key)?.who
  return who?.kind === 'known' ? firstName(who) : undefined
}

/** What is late, the other home, and who has parental responsibility. */
export function leadOf(family: FamilyRead): string {
  return [...lateTimes(family), ...secondHomes(family), ...responsibility(family)].join(' ')
}

const lateTimes = ({ relatives }: FamilyRead): readonly string[] =>
  relatives.flatMap(({ who, times }) => {
    const late = Math.max(0, ...times.map(({ daysLate }) => daysLate))
    return late === 0 ? [] : [`Time with ${nameOf(who)} is ${daysText(late)} late.`]
  })

const secondHomes = ({ selfKey, households }: FamilyRead): readonly string[] =>
  households.flatMap(({ name, own, members }) => {
    const stay = own ? members.find(({ key, mainHome }) => key === selfKey && mainHome === 'no') : undefined
    return stay === undefined ? [] : [`Second home: ${name}${stay.when === null ? '' : `, ${lowered(stay.when)}`}.`]
  })

function responsibility({ self, relatives, moment }: FamilyRead): readonly string[] {
  const held = (direction: 'for' | 'by', answer: string) =>
    relatives
      .filter((one) => one.responsibility.some((each) => each.direction === direction && each.holds === answer))
      .map(({ who }) => (who.kind === 'known' ? who.name : 'somebody restricted'))
  const [have, unknown, children] = [held('for', 'yes'), held('for', 'not known'), held('by', 'yes')]
  const adult = isAdult(self, moment.asAt)
  const name = firstName(self)
  return [
    ...(have.length > 0
      ? [`${listed(have)} ${have.length === 1 ? 'has' : 'have'} parental responsibility.`]
      : adult || self.unborn || self.diedOn !== null
        ? []
        : [`Nobody is recorded as having parental responsibility for ${name}.`]),
    ...(unknown.length > 0
      ? [`Not known whether ${listed(unknown)} ${unknown.length === 1 ? 'has' : 'have'} it.`]
      : []),
    ...(children.length > 0 ? [`${name} has parental responsibility for ${listed(children)}.`] : []),
  ]
}
