import type { App } from '../../../app/app.ts'
import { mayStep } from '../../../app/months/leave.ts'
import type { Board, FigureException, LateAction, OverdueList } from '../../../app/performance/board.ts'
import { type Period, periodLabel, periodText } from '../../../core/dates/period.ts'
import { daysBetween, longText, monthName, shortText } from '../../../core/dates/plain-date.ts'
import type { BeyondChance } from '../../../core/figures/beyond-chance.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { manyDays } from '../../due.ts'
import { directionMark, listed, ragMark } from '../../marks.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { many, saidText } from '../month/words.ts'
import { listAddress } from '../work-lists/asked.ts'

/** What somebody tried to mark, and why it was not done. */
export type Tried = { readonly about: string; readonly words: string; readonly fault: string }

/** What is not as it should be, from one service or from all: each with why it is there, worst first, what was escalated before all. */
export function boardView(
  board: Board,
  { app, service, who, tried }: { app: App; service: string; who: Who; tried: Tried | undefined },
) {
  const isOf = ({ area }: { readonly area: { readonly key: string } | undefined }) =>
    service === '' || area?.key === service
  const figures = board.figures.filter(isOf)
  const actions = board.actions.filter(isOf)
  const lists = board.lists.filter(isOf)
  const may = mayStep(who.account, 'comment')
  const rows = {
    figures: figures.map((one) => figureRow(one, board.period, may)),
    actions: actions.map((one) => actionRow(one, app, may)),
    lists: lists.map((one) => listRow(one, may)),
  }
  const all = [...rows.figures, ...rows.actions, ...rows.lists]
  const triedRow = all.find(({ about }) => about === tried?.about)
  const label = app.catalogue.areas.find(({ key }) => key === service)?.label
  return {
    page: { title: 'Performance', navigation: 'performance' as const, who: { name: who.account.name, form: who.form } },
    heading: headingOf({ figures, actions: actions.filter(({ action }) => action.isOverdue), lists }),
    lead: `${label ?? 'All services'}${board.period === undefined ? '' : `, figures of ${periodLabel(board.period)}`}. ${longText(app.clock.today)}. Only what is not as it should be stands here, the worst first.`,
    form: who.form,
    action: address('/performance', { service: service === '' ? undefined : service }),
    fault: tried?.fault,
    faultAt: triedRow && `#${triedRow.escalated === undefined ? 'own' : 'board'}-${triedRow.id}`,
    tried: tried?.about,
    typed: tried?.words ?? '',
    services: [
      { label: 'All services', href: '/performance', here: service === '', count: undefined },
      ...app.catalogue.areas
        .map((area) => ({ area, count: countOf(board, area.key) }))
        .filter(({ count }) => count > 0)
        .map(({ area, count }) => ({
          label: area.label,
          href: address('/performance', { service: area.key }),
          here: service === area.key,
          count,
        })),
    ],
    escalated: all.filter(({ escalated }) => escalated !== undefined),
    missed: parted(rows.figures.filter((row) => row.isMissed)),
    moved: parted(rows.figures.filter((row) => !row.isMissed)),
    actions: rows.actions,
    lists: parted(rows.lists),
    answered:
      service === ''
        ? board.answered
            .slice(0, 10)
            .map((one) => ({ words: one.words, about: aboutText(app, one.about), who: saidText(one) }))
        : [],
    isEmpty: all.length === 0,
  }
}

/** So many stand open on the page; the others are a click away. */
const MOST = 10
const parted = <One>(rows: readonly One[]) => ({
  all: rows.length,
  first: rows.slice(0, MOST),
  rest: rows.slice(MOST),
})

const countOf = ({ figures, actions, lists }: Board, key: string): number =>
  [...figures, ...actions, ...lists].filter(({ area }) => area?.key === key).length

type Counted = {
  readonly figures: readonly FigureException[]
  readonly actions: readonly LateAction[]
  readonly lists: readonly OverdueList[]
}

function headingOf({ figures, actions, lists }: Counted): string {
  const missed = figures.filter((one) => one.missed !== undefined).length
  const worse = figures.filter(({ moved }) => moved?.isWorse === true).length
  const overdue = lists.reduce((sum, one) => sum + one.overdue, 0)
  const parts = [
    ...(missed === 0 ? [] : [`${many(missed, 'figure')} past ${missed === 1 ? 'its threshold' : 'their thresholds'}`]),
    ...(worse === 0 ? [] : [`${worse} worse beyond chance`]),
    ...(actions.length === 0 ? [] : [`${many(actions.length, 'promise')} late`]),
    ...(overdue === 0 ? [] : [`${many(overdue, 'step')} overdue`]),
  ]
  return parts.length === 0 ? 'Nothing is out of the ordinary' : listed(parts)
}

/** One thing on the board, on whatever part of it. */
type Row = {
  readonly about: string
  readonly id: string
  readonly label: string
  readonly href: string
  readonly service: string
  readonly why: readonly string[]
  readonly mark: { readonly kind: string; readonly icon: string; readonly word: string } | undefined
  readonly escalated: { readonly words: string; readonly who: string } | undefined
  readonly may: boolean
}

const common = ({ about, area, escalated }: FigureException | LateAction | OverdueList, may: boolean) => ({
  about,
  id: about.replaceAll(/[^a-z0-9]+/g, '-'),
  service: area?.label ?? 'The whole',
  escalated: escalated && { words: escalated.words, who: saidText(escalated) },
  may,
})

function figureRow(one: FigureException, shown: Period | undefined, may: boolean) {
  const { series, missed, moved } = one
  const { indicator, latest } = series
  const { unit } = indicator
  const lines = [
    ...missedText(one),
    ...(moved === undefined ? [] : [movedText(moved, (value) => written(value, unit))]),
  ]
  return {
    ...common(one, may),
    label: indicator.label,
    href: address(`/indicators/${indicator.key}`, { period: periodText(latest.period) }),
    value: latest.value === null ? '' : written(latest.value, unit),
    // Of a figure that may still change: the last that is final.
    of: shown?.from === latest.period.from ? undefined : `in ${monthName(latest.period.from)}, the last that is final`,
    target: latest.target === undefined ? undefined : writtenShort(latest.target.target, unit),
    rag: ragMark(latest.rag),
    direction: directionMark(latest.direction, latest.movement),
    isMissed: missed !== undefined,
    why: lines,
    mark:
      moved?.isWorse === true
        ? { kind: 'late', icon: 'late', word: 'Worse beyond chance' }
        : moved === undefined
          ? undefined
          : {
              kind: 'info',
              icon: 'clock',
              word: moved.isWorse === null ? 'Moved beyond chance' : 'Better beyond chance',
            },
  }
}

function missedText({ missed, chance }: FigureException): readonly string[] {
  if (missed === undefined) return []
  const against = [
    ...(missed.worseThanBefore ? ['the month before'] : []),
    ...(missed.worseThanEngland ? ['England'] : []),
    ...(missed.worseThanNeighbours ? ['statistical neighbours'] : []),
  ]
  return [
    ...(missed.missedInARow > 1
      ? [`Past its threshold for ${missed.missedInARow} months in a row.`]
      : ['Past its threshold this month.']),
    ...(against.length > 0 ? [`Worse than ${listed(against)}.`] : []),
    ...(chance === true ? ['So few are counted that chance alone could make the difference.'] : []),
  ]
}

function movedText(
  { how, side, lower, upper, mean, isGuide }: BeyondChance,
  inUnits: (value: number) => string,
): string {
  const guide = isGuide ? ' Mostly the same children are counted each month, so the range is a guide.' : ''
  return how === 'outside'
    ? `${side === 'above' ? 'Above' : 'Below'} its usual range, ${inUnits(lower)} to ${inUnits(upper)}.${guide}`
    : `Eight months or more in a row ${side} the middle, ${inUnits(mean)}.${guide}`
}

function actionRow(one: LateAction, { clock }: App, may: boolean): Row {
  const { id, terms, source, section, isOverdue } = one.action
  const days = daysBetween(terms.dueOn, clock.today)
  return {
    ...common(one, may),
    label: terms.what,
    href: `/actions/${id}`,
    why: [`${terms.owner.name} promised it by ${shortText(terms.dueOn)}.`, [...new Set([source, section])].join(', ')],
    mark: isOverdue
      ? { kind: 'late', icon: 'late', word: `${manyDays(days)} late` }
      : { kind: 'info', icon: 'clock', word: 'Not late yet' },
  }
}

function listRow(one: OverdueList, may: boolean): Row {
  const { work, overdue, children } = one
  return {
    ...common(one, may),
    label: work.label,
    href: listAddress({ key: work.key, show: 'overdue', whose: undefined }),
    why: [`About ${many(children, 'child or household', 'children and households')}.`, work.source],
    mark:
      overdue === 0
        ? { kind: 'done', icon: 'tick', word: 'None overdue now' }
        : { kind: 'late', icon: 'late', word: `${overdue.toLocaleString('en-GB')} overdue` },
  }
}

function aboutText({ catalogue }: App, about: string): string {
  const [kind, key = ''] = about.split(' ')
  if (kind === 'figure') return catalogue.indicators.get(key)?.label ?? key
  return kind === 'list' ? (catalogue.workLists.get(key)?.label ?? key) : `Action ${key}`
}
