import type { App } from '../../../app/app.ts'
import type { SeenUnknown } from '../../../app/counting/work-list.ts'
import type { NamedNeed } from '../../../app/counting/work-lists.ts'
import type { Column } from '../../../core/counting/column.ts'
import { reasonOf } from '../../../core/counting/explain-need.ts'
import { isWatched, type WorkList } from '../../../core/counting/work-list.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { explainLimit, explainSteps } from '../../../core/timescales/explain.ts'
import { ageShort } from '../../age.ts'
import { type DueMark, dueMark, holdingMark } from '../../due.ts'
import { isOfPeople, whoHeading } from '../indicator/words.ts'
import { saidText } from './columns.ts'
import { workHref } from './line.ts'

type Said = { readonly label: string; readonly text: string; readonly written: Column['written'] }

export type Row = {
  readonly name: string
  readonly href: string
  readonly age: string | undefined
  readonly mark: DueMark | undefined
  readonly due: string
  readonly why: string
  readonly steps: readonly string[]
  readonly source: string
  /** What the columns of the list say, one after another; nothing where it is not known whether they need something. */
  readonly says: readonly Said[]
  /** The words of its own among them. */
  readonly words: readonly Said[]
  readonly worker: string | undefined
  readonly team: string | undefined
}

/** What the columns of a list are called. A list that says much of somebody leaves out what it never says, and has worker and team in one. */
export type Head = {
  readonly who: string
  readonly when: string | undefined
  readonly why: string | undefined
  /** Words have no column of their own: they stand below the reason. */
  readonly says: readonly { readonly label: string; readonly isNumber: boolean }[]
  readonly isWide: boolean
}

/** So many columns are much. */
const MUCH = 3

export function headOf({ population, columns = {}, test }: WorkList): Head {
  const all = Object.values(columns)
  const says = all.filter(({ written }) => written !== 'words')
  const isWide = says.length >= MUCH
  const hasWhen = test === undefined || test.since !== undefined || !isWide
  const hasWhy = test === undefined || test.why !== undefined || !isWide || says.length < all.length
  const [when, why] = test === undefined ? ['Due', 'Why then'] : ['Since', test.standing === 'watched' ? 'What' : 'Why']
  return {
    who: whoHeading(population.each),
    when: hasWhen ? when : undefined,
    why: hasWhy ? why : undefined,
    says: says.map(({ label, written }) => ({ label, isNumber: written === 'number' })),
    isWide,
  }
}

/** Somebody on a list: since or by when, why, and what its columns say. */
export function rowOf(app: App, work: WorkList, need: NamedNeed): Row {
  const about = { ...whoseRow(app, work, need), ...saidIn(work, need.says), why: whyText(work, need) }
  if ('occurrence' in need) {
    const { occurrence, days, due } = need
    const steps = explainSteps(occurrence, app.calendar)
    return { ...about, mark: dueMark(days), due: shortText(due), steps, source: occurrence.source }
  }
  const { since, days, holding } = need
  const due = since === null ? 'Since when is not known' : shortText(since)
  const mark = isWatched(work) ? undefined : holdingMark(days)
  return { ...about, mark, due: isWatched(work) && since === null ? '' : due, steps: [], source: holding.source }
}

/** What all are on a list for that is only looked through is said of none of them. */
const whyText = (work: WorkList, need: NamedNeed): string =>
  upperFirst(isWatched(work) && !('occurrence' in need) ? (need.holding.why ?? '') : reasonOf(need))

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What each column says of somebody; of whom it is not known whether they need something, nothing. */
function saidIn({ columns = {} }: WorkList, says: NamedNeed['says']): Pick<Row, 'says' | 'words'> {
  const all = Object.entries(columns).map(([key, column]) => ({
    label: column.label,
    text: says === undefined ? '' : saidText(column, says[key] ?? null),
    written: column.written,
  }))
  return {
    says: all.filter(({ written }) => written !== 'words'),
    words: all.filter(({ written, text }) => written === 'words' && text !== ''),
  }
}

/** Somebody of whom it is not known. */
export const unknownRow = (app: App, work: WorkList, one: SeenUnknown): Row => ({
  ...whoseRow(app, work, one),
  mark: undefined,
  due: 'Not known',
  why: unknownWhy(one),
  steps: [],
  ...saidIn(work, undefined),
  source: one.occurrence?.source ?? '',
})

function unknownWhy({ occurrence, question }: SeenUnknown): string {
  if (occurrence !== null && 'notKnown' in occurrence.limit) return upperFirst(explainLimit(occurrence))
  if (occurrence !== null) return `${explainLimit(occurrence)}; the bank holidays of that time are not loaded`
  return question === null
    ? 'The record does not say whether they belong on this list'
    : `The record does not say whether this is so: ${question}`
}

const whoseRow = (
  { clock }: App,
  work: WorkList,
  { subject, name, bornOn, team, worker }: NamedNeed | SeenUnknown,
) => ({
  name,
  href: workHref(work, subject),
  age: isOfPeople(work.population.each) ? ageShort(bornOn, clock.today) : undefined,
  team: team?.label,
  worker: worker?.label,
})
