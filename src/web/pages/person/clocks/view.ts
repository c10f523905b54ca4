import type { App } from '../../../../app/app.ts'
import type { ClocksRead } from '../../../../app/counting/clocks.ts'
import type { Occurrence, State, Timescale } from '../../../../core/counting/chronology.ts'
import { isOpen } from '../../../../core/counting/work-list.ts'
import { longText, type PlainDate, shortText, toText } from '../../../../core/dates/plain-date.ts'
import { explainLimit, explainOccurrence, explainSteps } from '../../../../core/timescales/explain.ts'
import { clockBar } from '../../../charts/clock-bar.ts'
import { dueMark, isSoon } from '../../../due.ts'
import { listed, upperFirst } from '../../../marks.ts'
import type { View } from '../../../render.ts'
import type { Who } from '../../../session.ts'
import { type HeadView, headView } from '../head.ts'

type Mark = { readonly kind: 'late' | 'soon' | 'info' | 'done' | 'quiet'; readonly icon: string; readonly text: string }

/** A clock that runs, as it stands on a day. */
export type Running = {
  readonly title: string
  readonly mark: Mark
  /** Markup: decoration beside the sentence. */
  readonly bar: string
  readonly began: string
  readonly due: string
  readonly sentence: string
  readonly steps: readonly string[]
  readonly source: string
  readonly started: string | undefined
}

type Past = {
  readonly title: string
  readonly due: string
  readonly done: string
  readonly doneHref: string | undefined
  readonly mark: Mark
  readonly why: string
}

/** Clocks on a page, whatever they are about. */
export type ClocksPart = {
  readonly heading: string
  readonly running: readonly Running[]
  readonly past: readonly {
    readonly label: string
    readonly summary: string
    readonly rows: readonly Past[]
    readonly earlier: readonly Past[]
  }[]
  readonly nothing: string
  readonly withheld: string
}

export type ClocksView = View & {
  readonly head: HeadView
  readonly clocks: ClocksPart
  readonly asAt: string
  /** Set where another day than today is looked at. */
  readonly onThatDay: string | undefined
}

const MOST_PAST = 8

/** Somebody's clocks: those that run, the worst first, and for each kind what became of the earlier ones. */
export function clocksView(app: App, read: ClocksRead, who: Who): ClocksView {
  const { head, asAt } = read
  return {
    page: { title: `Clocks, ${head.name}`, navigation: 'people', who: { name: who.account.name, form: who.form } },
    head: headView(head, { here: 'clocks' }),
    asAt: toText(asAt),
    onThatDay: asAt === app.clock.today ? undefined : `As they stood on ${longText(asAt)}, of what is known today.`,
    clocks: clocksPart(app, read, head.name),
  }
}

/** Those that run, the worst first, and for each kind what became of the earlier ones. */
export function clocksPart(
  app: App,
  { asAt, occurrences, withheld }: Pick<ClocksRead, 'asAt' | 'occurrences' | 'withheld'>,
  name: string,
): ClocksPart {
  const open = occurrences.filter((one) => isOpen(one, asAt))
  const over = occurrences.filter((one) => !isOpen(one, asAt))
  const kinds = [...new Set(over.map(({ timescale }) => timescale))]
  return {
    heading: clocksHeading(open, asAt),
    running: runningClocks(app, open, asAt),
    past: kinds.map((timescale) => {
      const own = over.filter((one) => one.timescale === timescale)
      const rows = own.toReversed().map(pastOf)
      return {
        label: timescale.label,
        summary: summaryOf(own),
        rows: rows.slice(0, MOST_PAST),
        earlier: rows.slice(MOST_PAST),
      }
    }),
    nothing: `No clock runs or has run for ${name}. One begins by itself with what starts it, such as ${listed(starts(app))}.`,
    withheld:
      withheld === 0
        ? ''
        : `${withheld === 1 ? 'One kind of clock is' : `${withheld} kinds of clock are`} not shown: they are worked out from records that you may not read.`,
  }
}

/** The clocks that there are, as they stand in a sentence. */
const starts = (app: App): readonly string[] =>
  [...app.catalogue.timescales.values()].slice(0, 3).map(({ label }) => `the clock of a ${label.toLowerCase()}`)

/** The longest overdue, then what is due soonest, then what is not known. */
const worstFirst = (a: Occurrence, b: Occurrence): number =>
  (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) || a.number - b.number

/** Those of them that run, the worst first. */
export const runningClocks = (app: App, open: readonly Occurrence[], asAt: PlainDate): readonly Running[] =>
  open.toSorted(worstFirst).map((one) => runningOf(app, one, asAt))

export function clocksHeading(open: readonly Occurrence[], asAt: PlainDate): string {
  const overdue = open.filter(({ state }) => state === 'overdue').length
  const soon = open.filter(({ due }) => due !== null && isSoon(due, asAt)).length
  if (open.length === 0) return 'No clock is running'
  if (overdue + soon === 0)
    return open.length === 1 ? 'The one clock is in time' : `All ${open.length} clocks are in time`
  return [
    ...(overdue ? [`${overdue} overdue`] : ['Nothing overdue']),
    ...(soon ? [`${soon} due in the next 7 days`] : []),
  ].join(', ')
}

function runningOf(app: App, one: Occurrence, asAt: PlainDate): Running {
  const { due, from, limit, run, timescale, number, source } = one
  const began = 'within' in limit ? limit.after : run.began
  return {
    title: titleOf(timescale, number),
    mark: due === null ? { kind: 'info', icon: 'clock', text: 'Not known' } : dueMark(asAt - due),
    bar: due === null ? '' : clockBar({ from, due, today: asAt }),
    began: `${upperFirst(began)}, ${shortText(from)}`,
    due: due === null ? '' : `${due < asAt ? 'Was due' : 'Due'} ${shortText(due)}`,
    sentence: explainOccurrence(one),
    steps: explainSteps(one, app.calendar),
    source,
    started: run.because[0] === undefined ? undefined : `/records/${run.because[0]}`,
  }
}

const outcomes: Readonly<Record<State, Mark>> = {
  'in time': { kind: 'done', icon: 'tick', text: 'In time' },
  late: { kind: 'late', icon: 'late', text: 'Late' },
  missed: { kind: 'late', icon: 'late', text: 'Missed' },
  'not required': { kind: 'quiet', icon: '', text: 'Not required' },
  'not known': { kind: 'info', icon: 'clock', text: 'Not known' },
  due: { kind: 'soon', icon: 'clock', text: 'Due' },
  overdue: { kind: 'late', icon: 'late', text: 'Overdue' },
}

function pastOf(one: Occurrence): Past {
  const { timescale, number, due, done, state, because } = one
  const late =
    state === 'late' && due !== null && done !== null ? ` by ${done - due === 1 ? '1 day' : `${done - due} days`}` : ''
  const met = because.at(-1)
  return {
    title: titleOf(timescale, number),
    due: due === null ? 'Not known' : shortText(due),
    done: done === null ? '' : shortText(done),
    doneHref: done === null || met === undefined ? undefined : `/records/${met}`,
    mark: { ...outcomes[state], text: outcomes[state].text + late },
    why: state === 'missed' || state === 'not required' ? explainOccurrence(one) : explainLimit(one),
  }
}

/** `24 in time, 3 late, 1 missed`. */
function summaryOf(over: readonly Occurrence[]): string {
  const order: readonly State[] = ['missed', 'late', 'in time', 'not known', 'not required']
  return order
    .map((state) => ({ state, many: over.filter((one) => one.state === state).length }))
    .filter(({ many }) => many > 0)
    .map(({ state, many }) => `${many} ${state}`)
    .join(', ')
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth']

/** `Second review`, `Visit 14`: which one it is since the clock began to run; of what is due once there is no second. */
function titleOf({ label, recurs }: Pick<Timescale, 'label' | 'recurs'>, number: number): string {
  if (!recurs) return label
  const ordinal = ordinals[number - 1]
  return ordinal === undefined ? `${label} ${number}` : `${ordinal} ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}
