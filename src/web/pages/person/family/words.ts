import type { Relative } from '../../../../app/people/family/family-read.ts'
import type { Known, Shown } from '../../../../app/people/family/shown.ts'
import { birthday } from '../../../../core/dates/age.ts'
import { monthName, type PlainDate, partsOf, shortText } from '../../../../core/dates/plain-date.ts'
import { listed } from '../../../marks.ts'

/** The name as it is said among those who know them. */
export const firstName = (who: Known): string => who.firstName ?? who.name

const ADULT = 18

export const isAdult = ({ bornOn }: Known, date: PlainDate): boolean =>
  bornOn !== null && birthday(bornOn, ADULT) <= date

export const nameOf = (who: Shown): string => (who.kind === 'restricted' ? `Restricted: ring ${who.ring}` : who.name)

/** Everything somebody is to the person: “Mother’s mother; carer until 3 May 2021”. */
export function relationText(relative: Relative): string {
  const text = relationWithin(relative)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The same within a sentence: “Maya’s father” keeps its name. */
export function relationWithin({ relations, livesWith, important }: Relative): string {
  const words = relations.map(({ within, ended, until }) => {
    if (!ended || within.includes('former ')) return within
    return until === null ? `${within}, no longer` : `${within} until ${shortText(until)}`
  })
  if (words.length > 0) return words.join('; ')
  if (livesWith) return 'lives in the same home'
  return lowered(important?.who ?? 'Relationship not recorded')
}

const proper =
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(January|February|March|April|May|June|July|August)\b|^(Sept|Octo|Novem|Decem)/

/** A text as it goes on within a sentence. */
export const lowered = (text: string): string =>
  proper.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** “9”, “Died 30 May 2019, aged 57”, “Not yet born, due 20 February 2024”. Undefined where nothing may be said. */
export function ageText(who: Shown): string | undefined {
  if (who.kind === 'restricted') return undefined
  const { diedOn, age, unborn, expectedOn } = who
  if (diedOn !== null) return `Died ${shortText(diedOn)}${age === null ? '' : `, aged ${age}`}`
  if (unborn) return expectedOn === null ? 'Not yet born' : `Not yet born, due ${shortText(expectedOn)}`
  if (age === null) return 'Not known'
  return age === 0 ? 'Under 1' : String(age)
}

/** The same, as short as it stands in a drawing. */
export function shortAge(who: Known): string {
  if (who.diedOn !== null) return `died ${partsOf(who.diedOn).year}`
  if (who.unborn) return who.expectedOn === null ? 'not yet born' : `due ${monthAndYear(who.expectedOn)}`
  if (who.age === null) return 'age not known'
  return who.age === 0 ? 'under 1' : String(who.age)
}

const monthAndYear = (date: PlainDate): string => `${monthName(date).slice(0, 3)} ${partsOf(date).year}`

const holds = { yes: 'Yes', no: 'No', 'not known': 'Not known' } as const

/** Parental responsibility in a cell: of the relative for the person, or the other way round. */
export function responsibilityText({ responsibility, who }: Relative, self: Known): string | undefined {
  const texts = responsibility.map(({ direction, holds: answer }) => {
    if (direction === 'for') return holds[answer]
    const child = who.kind === 'restricted' ? 'them' : firstName(who)
    if (answer === 'yes') return `${firstName(self)} has it for ${child}`
    return answer === 'no' ? `${firstName(self)} does not have it for ${child}` : 'Not known'
  })
  return texts.length === 0 ? undefined : texts.join('; ')
}

/** What somebody's label in a drawing says of parental responsibility for the person. */
export function responsibilityMarks({ responsibility }: Relative): readonly string[] {
  const answers = responsibility.filter(({ direction }) => direction === 'for').map((one) => one.holds)
  if (answers.includes('yes')) return ['has PR']
  return answers.includes('not known') ? ['PR not known'] : []
}

export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

export type TimeTogether = {
  readonly text: string
  /** Only where it should have been by now. */
  readonly late: string | undefined
  readonly last: string | undefined
}

export function timesTogether({ times, livesWith }: Relative, self: Known): readonly TimeTogether[] {
  const all = times.map(({ form, howOften, none, daysLate, lastNotedOn }) => ({
    text: howOften === null || none ? form : `${form}, ${lowered(howOften)}`,
    late: daysLate > 0 ? `${daysText(daysLate)} late` : undefined,
    last: lastNotedOn === null ? undefined : `Last noted ${shortText(lastNotedOn)}`,
  }))
  return all.length === 0 && livesWith
    ? [{ text: `Lives with ${firstName(self)}`, late: undefined, last: undefined }]
    : all
}

/** “Carys’s, and every second weekend Dean’s”. Undefined where it may not be known. */
export function homesText({ homes, who }: Relative): string | undefined {
  if (homes === undefined || (who.kind === 'known' && (who.diedOn !== null || who.unborn))) return undefined
  if (homes.length === 0) return 'Not recorded'
  const ordered = homes.toSorted((a, b) => Number(a.mainHome === 'no') - Number(b.mainHome === 'no'))
  return listed(ordered.map(({ name, when }) => (when === null ? name : `${name} (${lowered(when)})`)))
}

/** Since when they are that; by birth it needs no date. */
export function sinceText({ relations }: Relative, self: Known): string | undefined {
  const since = relations[0]?.since ?? null
  if (since === null) return undefined
  return since === self.bornOn ? 'Birth' : shortText(since)
}
