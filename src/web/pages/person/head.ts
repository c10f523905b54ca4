import type { PersonHead } from '../../../app/people/head.ts'
import type { WorksWith } from '../../../app/people/works-with.ts'
import { ageInWords } from '../../../core/dates/age.ts'
import { addDays, shortText } from '../../../core/dates/plain-date.ts'
import type { TagShown } from '../../../core/definitions/tag.ts'
import { listed } from '../../marks.ts'

/** The parts of what is held about a person, each a page of its own. `where`: after the person's address. */
const tabs = [
  { key: 'overview', label: 'Overview', where: '' },
  { key: 'chronology', label: 'Chronology', where: '/chronology' },
  { key: 'family', label: 'Family and network', where: '/family' },
  { key: 'clocks', label: 'Clocks', where: '/clocks' },
  { key: 'records', label: 'Records', where: '/records' },
  { key: 'looked', label: 'Who has looked', where: '/looked' },
] as const
type TabKey = (typeof tabs)[number]['key']

/** What `pages/person/head.njk` shows at the top of every page about a person, as the view's `head`. */
export type HeadView = {
  readonly name: string
  readonly age: string
  readonly facts: string
  readonly place: string
  readonly tags: readonly TagShown[]
  readonly workers: readonly string[]
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly here: boolean }[]
  /** Where something new is recorded; undefined for those who may not. */
  readonly record: string | undefined
  readonly print: string | undefined
}

/** The head of a page about a person. `here`: the tab that the page is on, if it is one of them; `print`: where it is laid out for paper. */
export function headView(
  head: PersonHead,
  { here, print }: { readonly here?: TabKey; readonly print?: string } = {},
): HeadView {
  const base = `/people/${head.subject}`
  return {
    name: head.name,
    age: ageText(head),
    facts: factsText(head),
    place: [`Number ${head.subject}`, ...head.localities].join('. '),
    tags: head.tags,
    workers: head.workers.map(workerText),
    tabs: tabs
      .filter(({ key }) => key !== 'looked' || head.maySeeWhoLooked)
      .map(({ key, label, where }) => ({ href: base + where, label, here: key === here })),
    record: head.mayRecord ? `${base}/records#new` : undefined,
    print,
  }
}

/** `9 years old`, `5 months old`, `Not yet born`: what is known of it. */
function ageText({ bornOn, expectedOn, diedOn, today }: PersonHead): string {
  const age = bornOn === null || bornOn > today ? undefined : ageInWords(bornOn, diedOn ?? today)
  if (diedOn !== null) return `Died ${shortText(diedOn)}${age === undefined ? '' : `, ${age} old`}`
  if (age !== undefined) return `${age} old`
  return expectedOn === null ? 'Age not known' : `Not yet born, expected ${shortText(expectedOn)}`
}

function factsText({ bornOn, pronouns, inTheirWords, languages, interpreter }: PersonHead): string {
  const gender = [inTheirWords, pronouns].filter((one) => one !== null).join(', ')
  const needs = interpreter === 'yes' ? 'Needs an interpreter' : `Needs an interpreter for ${interpreter}`
  const sentences = [gender, listed(languages), interpreter === null ? '' : needs].filter(Boolean)
  const rest = sentences.map((one) => `${one}.`).join(' ')
  return [bornOn === null ? '.' : `, born ${shortText(bornOn)}.`, rest].filter(Boolean).join(' ')
}

/** `Tom Fairweather, social worker (North team)`; who is waited for, who covers for whom and until when. */
function workerText({ role, ofFamily, worker, team, coverFor, endsOn }: WorksWith): string {
  if (ofFamily) return `Family of a child of ${team}`
  const cover = coverFor === null ? '' : `, covering for ${coverFor}`
  const end = endsOn === null ? '' : ` until ${shortText(addDays(endsOn, -1))}`
  const who = worker === null ? `Waiting for a ${lowerFirst(role)}` : `${worker}, ${lowerFirst(role)}`
  return `${who} (${team})${cover}${end}`
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
