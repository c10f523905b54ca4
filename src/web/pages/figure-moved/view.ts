import type { MovedPerson } from '../../../app/counting/moved.ts'
import type { Line, WhyMoved } from '../../../app/counting/why.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { shortText, toText } from '../../../core/dates/plain-date.ts'
import { written } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import type { AskedFigure } from '../figure-list/asked.ts'
import { behindOf, cellOf } from '../figure-list/view.ts'
import {
  counted,
  figureText,
  movedText,
  nounOf,
  standingText,
  whoAbout,
  whoHeading,
  whoHref,
} from '../indicator/words.ts'
import { type MovedTable, movedTable, sideLabel } from './table.ts'

type Option = { readonly value: string; readonly label: string; readonly chosen: boolean }
type PersonRow = {
  readonly label: string
  readonly href: string
  readonly about: string | undefined
  readonly was: ReturnType<typeof cellOf> | undefined
  readonly is: ReturnType<typeof cellOf> | undefined
  readonly latest: ReturnType<typeof behindOf> | undefined
  readonly recorded: readonly { readonly what: ReturnType<typeof behindOf>; readonly who: string }[]
}

export type MovedView = View & {
  readonly back: { readonly label: string; readonly href: string }
  readonly heading: string
  readonly lead: string
  readonly action: string
  readonly authority: string
  readonly from: readonly Option[]
  readonly to: readonly Option[]
  readonly knownOn: string
  readonly table: MovedTable
  readonly opened:
    | {
        readonly heading: string
        readonly lead: string
        readonly noun: string
        readonly was: string
        readonly is: string
        readonly test: string | undefined
        readonly isRecorded: boolean
        readonly rows: readonly PersonRow[]
      }
    | undefined
}

export function movedView(
  why: WhyMoved,
  { indicator, authority, period, periods, knownOn }: AskedFigure,
  who: { readonly name: string; readonly form: string },
): MovedView {
  const path = `/indicators/${indicator.key}`
  const options = (chosen: WhyMoved['before']['period']) =>
    periods
      .toReversed()
      .map((one) => ({ value: periodText(one), label: periodLabel(one), chosen: one.from === chosen.from }))
  return {
    page: {
      title: `Why ${indicator.label} moved, ${periodLabel(period)}`,
      navigation: 'figures',
      council: authority.council,
      who,
    },
    back: { label: indicator.label, href: address(path, { authority: authority.key, period: periodText(period) }) },
    heading: heading(why),
    lead: `${indicator.label}. From the first row to the last the lines add up exactly; each opens to those who are on it.`,
    action: `${path}/moved`,
    authority: authority.key,
    from: options(why.before.period),
    to: options(why.after.period),
    knownOn: knownOn === undefined ? '' : toText(knownOn),
    table: movedTable(why, { authority: authority.key }),
    opened: why.opened && openedView(why, why.opened),
  }
}

function heading({ before, after, counting: { indicator } }: WhyMoved): string {
  const [was, is] = [before.stand.value, after.stand.value]
  const [from, to] = [sideLabel(before, after), sideLabel(after, before)]
  if (was === null && is === null) return `No figure in ${from} or ${to}`
  if (was === null || is === null)
    return `${from}: ${figureText(before.stand, indicator)}; ${to}: ${figureText(after.stand, indicator)}`
  const [wasText, isText] = [written(was, indicator.unit), written(is, indicator.unit)]
  if (wasText === isText) return `${isText} in both: ${from} and ${to}`
  const moved = `${is > was ? 'Up' : 'Down'} from ${wasText} to ${isText}`
  return before.period.from === after.period.from
    ? `${moved} since ${shortText(before.knownOn)}: ${periodLabel(after.period)}`
    : `${moved}: ${from} to ${to}`
}

function openedView(why: WhyMoved, { line, people }: { readonly line: Line; readonly people: readonly MovedPerson[] }) {
  const { list, counting, before, after } = why
  const everybodyCounts = counting.counted.length === 0 && counting.measure === undefined
  const noun = nounOf(list)
  const around = { list, before: before.period, after: after.period, everybodyCounts }
  const isRecorded = before.knownOn < after.knownOn
  return {
    heading: `${counted(people.length, noun)}: ${lowerFirst(movedText(line, around))}`,
    lead: `Then ${standingText(line.before)}, now ${standingText(line.after)}.`,
    noun: whoHeading(list.each),
    was: sideLabel(before, after),
    is: sideLabel(after, before),
    test: line.because ?? undefined,
    isRecorded,
    rows: people.map((person) => ({
      label: person.name,
      href: whoHref(list.each, person.subject),
      about: whoAbout(list.each, person.age),
      was: line.because === null ? undefined : cellOf(person.was),
      is: line.because === null ? undefined : cellOf(person.is),
      latest: person.latest && behindOf(person.latest),
      recorded: person.recorded.map((one) => ({
        what: behindOf(one),
        who: `Known from ${shortText(one.knownOn)}, recorded by ${one.by}${one.reason === null ? '' : `: “${one.reason}”`}`,
      })),
    })),
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
