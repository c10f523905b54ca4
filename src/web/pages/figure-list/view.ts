import { type AskedList, type FigureList, type Listed, type Standing, standings } from '../../../app/counting/list.ts'
import type { ReasonRead } from '../../../app/counting/reasons.ts'
import type { Mark } from '../../../core/counting/count.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { shortText, toText } from '../../../core/dates/plain-date.ts'
import { written } from '../../../core/figures/written.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import {
  counted,
  figureText,
  isOfPeople,
  nounOf,
  numberText,
  whoAbout,
  whoHeading,
  whoHref,
} from '../indicator/words.ts'
import type { AskedFigure } from './asked.ts'

type Option = { readonly value: string; readonly label: string; readonly chosen: boolean }
type Behind = { readonly label: string; readonly href: string | undefined }
type Cell = {
  readonly answer: string
  readonly isOpen: boolean
  readonly behind: readonly Behind[]
  readonly more: number
}

type RowView = {
  readonly label: string
  readonly href: string
  readonly about: string | undefined
  readonly record: Behind | undefined
  readonly whose: readonly string[]
  readonly chosen: string | undefined
  readonly number: string | undefined
  readonly cells: readonly Cell[]
  readonly standing: string
  readonly isOpen: boolean
}

export type ListView = View & {
  readonly back: { readonly label: string; readonly href: string }
  readonly heading: string
  readonly lead: string
  readonly notShown: string | undefined
  readonly csv: string | undefined
  readonly action: string
  readonly authority: string
  readonly months: readonly Option[]
  readonly show: readonly (Option & { readonly count: string })[]
  readonly only: readonly { readonly label: string; readonly options: readonly Option[] }[]
  readonly sorts: readonly Option[]
  readonly narrowed: string
  readonly clear: string | undefined
  readonly noun: string
  readonly everybody: string
  /** Of a figure that is made of numbers, the heading of the column in which each stands. */
  readonly number: string | undefined
  readonly whose: string | undefined
  readonly chosen: string | undefined
  readonly tests: readonly string[]
  /** Answered alike about everybody on the page. */
  readonly alike: string | undefined
  readonly rows: readonly RowView[]
  readonly nothing: string
  readonly place: string | undefined
  readonly newer: string | undefined
  readonly older: string | undefined
  readonly allOnOne: string | undefined
  readonly knownOn: string | undefined
}

type Around = {
  readonly figure: AskedFigure
  readonly asked: AskedList
  readonly whole: boolean
  readonly who: { readonly name: string; readonly form: string }
  readonly mayExport: boolean
}

/** Whoever is left out is shown when asked for. */
export const inTheFigure: readonly Standing[] = standings.filter((one) => one !== 'left out')

const words: Readonly<Record<Standing, string>> = {
  counted: 'Counted',
  'not counted': 'Not counted',
  'not known': 'Not known',
  'not placed': 'Not known whether in the group',
  'left out': 'Left out',
}
const answers: Readonly<Record<Mark, string>> = { '1': 'Yes', '0': 'No', '?': 'Not known', '-': 'Not asked' }

/** So many tests stand as columns; of more, those that are answered alike about everybody are said once. */
const MOST_COLUMNS = 3
/** So many records are named beside an answer. */
const MOST_RECORDS = 2

export function listView(found: FigureList, around: Around): ListView {
  const { indicator, authority, period, knownOn } = around.figure
  const { asked } = around
  const noun = nounOf(found.list)
  const to = addressesOf(found, around)
  const onlyText = onlyOf(found, asked)
  const { folded, shown } = testsOf(found)
  return {
    page: {
      title: `The list behind ${indicator.label}, ${periodLabel(period)}`,
      navigation: 'figures',
      council: authority.council,
      who: around.who,
    },
    back: { label: indicator.label, href: to.indicator },
    heading: heading(found, asked, onlyText),
    lead: `${indicator.label}, ${periodLabel(period)}: ${figureText(found.figure, indicator)}. The figure is this list. Each answer names the record that decided it.`,
    notShown:
      found.notShown === 0
        ? undefined
        : `${counted(found.notShown, noun)} more ${found.notShown === 1 ? 'is' : 'are'} in the figure whose records are not yours to read.`,
    csv: around.mayExport ? to.csv : undefined,
    ...filterView(found, around),
    narrowed: `Shown: ${listed(asked.standings.map((one) => words[one].toLowerCase()))}${onlyText === undefined ? '' : `; ${onlyText}`}.`,
    clear: showsAll(found, asked) && asked.only === undefined ? undefined : to.everybody,
    noun: whoHeading(found.list.each),
    everybody: isOfPeople(found.list.each) ? 'Everybody' : 'All',
    number: found.counting.measure === undefined ? undefined : 'Adds',
    whose: whoseOf(found),
    chosen: extraOf(found, asked)?.label,
    tests: shown.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}?`),
    alike:
      folded.length === 0
        ? undefined
        : `Of ${isOfPeople(found.list.each) ? 'everybody' : 'all'} shown: ${folded.join('; ')}.`,
    rows: found.members.map((member) => rowOf(found, asked, member, shown)),
    nothing: nothing(found, noun.many),
    ...pagesOf(found, around, to),
    knownOn: knownOn === undefined ? undefined : `As it was known on ${shortText(knownOn)}.`,
  }
}

/** Everybody in the figure, however they stand in it. */
const showsAll = ({ standing }: FigureList, { standings: asked }: AskedList): boolean =>
  !asked.includes('left out') && inTheFigure.every((one) => asked.includes(one) || standing[one] === 0)

/** Where the list leads: to its figure, to itself otherwise narrowed, to other pages of it. */
function addressesOf(found: FigureList, { figure, asked }: Around) {
  const { indicator, authority, period, knownOn } = figure
  const path = `/indicators/${indicator.key}`
  const month = { authority: authority.key, period: periodText(period) }
  const query = { ...month, ...(knownOn === undefined ? {} : { 'known-on': toText(knownOn) }) }
  const narrowed = {
    ...query,
    ...(showsAll(found, asked) ? {} : { show: asked.standings }),
    ...(asked.only === undefined ? {} : { only: `${asked.only.attribute}:${asked.only.value ?? ''}` }),
    ...(asked.order === 'standing' ? {} : { sort: asked.order }),
  }
  return {
    indicator: address(path, month),
    everybody: address(`${path}/list`, query),
    csv: address(`${path}/list.csv`, narrowed),
    page: (number: number) => address(`${path}/list`, { ...narrowed, ...(number === 1 ? {} : { page: `${number}` }) }),
    allOnOne: address(`${path}/list`, { ...narrowed, all: 'yes' }),
  }
}

function filterView(found: FigureList, { figure, asked }: Around) {
  const { standing, choices } = found
  const { indicator, authority, period, periods } = figure
  return {
    action: `/indicators/${indicator.key}/list`,
    authority: authority.key,
    months: periods
      .toReversed()
      .map((one) => ({ value: periodText(one), label: periodLabel(one), chosen: one.from === period.from })),
    show: standings
      .filter((one) => standing[one] > 0 || (asked.standings.includes(one) && !showsAll(found, asked)))
      .map((one) => ({
        value: one,
        label: words[one],
        chosen: asked.standings.includes(one),
        count: written(standing[one], 'count'),
      })),
    only: choices.map(({ key, label, values }) => ({
      label,
      options: values.map(({ value, label: text }) => ({
        value: `${key}:${value ?? ''}`,
        label: value === null ? `${label} not known` : text,
        chosen: asked.only?.attribute === key && asked.only.value === value,
      })),
    })),
    sorts: [
      { value: 'standing', label: 'What needs a look first', chosen: asked.order === 'standing' },
      { value: 'name', label: 'Name', chosen: asked.order === 'name' },
      ...choices.map(({ key, label }) => ({ value: key, label, chosen: asked.order === key })),
    ],
  }
}

function pagesOf({ matching, page }: FigureList, { asked, whole }: Around, to: ReturnType<typeof addressesOf>) {
  const last = Math.ceil(matching / asked.most)
  const before = (page - 1) * asked.most
  return {
    place:
      last <= 1
        ? undefined
        : `${before + 1} to ${Math.min(before + asked.most, matching)} of ${written(matching, 'count')}`,
    newer: page > 1 ? to.page(page - 1) : undefined,
    older: page < last ? to.page(page + 1) : undefined,
    allOnOne: whole || last <= 1 ? undefined : to.allOnOne,
  }
}

/** Whose work somebody is has one column: "Team, worker". */
function whoseOf(found: FigureList): string | undefined {
  const labels = found.choices.filter(({ key }) => isWhose(found, key)).map(({ label }) => label)
  const [first, ...others] = labels
  return first === undefined ? undefined : [first, ...others.map((one) => one.toLowerCase())].join(', ')
}

function heading(found: FigureList, asked: AskedList, onlyText: string | undefined): string {
  const { matching, standing, list } = found
  const isWhole = showsAll(found, asked)
  const who = counted(matching, nounOf(list))
  if (isWhole && onlyText === undefined && matching > standing.counted)
    return `${written(standing.counted, 'count')} of ${who} counted`
  const how = isWhole ? 'in the figure' : listed(asked.standings.map((one) => words[one].toLowerCase()))
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${how}${onlyText === undefined ? '' : `, ${onlyText}`}`
}

/** "Team: North team", where the list is narrowed. */
function onlyOf({ choices }: FigureList, { only }: AskedList): string | undefined {
  const choice = choices.find(({ key }) => key === only?.attribute)
  const value = choice?.values.find((one) => one.value === only?.value)
  return choice && `${choice.label.toLowerCase()}: ${value?.label ?? 'nobody'}`
}

const isWhose = ({ list }: FigureList, key: string): boolean =>
  list.attributes.some(([name, { named }]) => name === key && named === 'subject')

/** What the list is narrowed or sorted by, where no column shows it yet. */
function extraOf(found: FigureList, { only, order }: AskedList) {
  return found.choices.find(({ key }) => (key === only?.attribute || key === order) && !isWhose(found, key))
}

/** Which tests are columns, and what the others answer about everybody shown. */
function testsOf({ members }: FigureList): { readonly folded: readonly string[]; readonly shown: readonly string[] } {
  const names = [...new Set(members.flatMap(({ reasons }) => reasons.map(({ name }) => name)))]
  if (names.length <= MOST_COLUMNS) return { folded: [], shown: names }
  const of = (name: string) => members.flatMap(({ reasons }) => reasons.find((one) => one.name === name) ?? [])
  const isAlike = (name: string): boolean => {
    const [head, ...others] = of(name)
    return head !== undefined && head.part !== 'counts' && others.every(({ answer }) => answer === head.answer)
  }
  return {
    folded: names.filter(isAlike).map((name) => `${name}: ${answers[of(name)[0]?.answer ?? '-'].toLowerCase()}`),
    shown: names.filter((name) => !isAlike(name)),
  }
}

function rowOf(found: FigureList, asked: AskedList, member: Listed, tests: readonly string[]): RowView {
  const extra = extraOf(found, asked)
  return {
    label: member.name,
    href: whoHref(found.list.each, member.subject),
    about: whoAbout(found.list.each, member.age),
    record: member.of && behindOf(member.of),
    whose: member.values.filter(({ key }) => isWhose(found, key)).map(({ label }) => label),
    number: numberText(found.counting, member),
    chosen: extra && member.values.find(({ key }) => key === extra.key)?.label,
    cells: tests.map((name) => cellOf(member.reasons.find((one) => one.name === name))),
    standing: words[member.standing],
    isOpen: member.standing === 'not known' || member.standing === 'not placed',
  }
}

export function cellOf(reason: ReasonRead | undefined): Cell {
  if (reason === undefined) return { answer: answers['-'], isOpen: false, behind: [], more: 0 }
  const { answer, records } = reason
  return {
    answer: answers[answer],
    isOpen: answer === '?',
    behind: records.slice(0, MOST_RECORDS).map(behindOf),
    more: Math.max(0, records.length - MOST_RECORDS),
  }
}

export const behindOf = ({ label, opens, record }: ReasonRead['records'][number]): Behind => ({
  label,
  href: opens ? `/records/${record}` : undefined,
})

function nothing({ standing, notShown }: FigureList, many: string): string {
  if (standings.some((one) => standing[one] > 0)) return `No ${many} match what is chosen above.`
  return notShown > 0
    ? `The records of those in this figure are not yours to read, and so none of them is listed.`
    : `There are no ${many} in this figure.`
}
