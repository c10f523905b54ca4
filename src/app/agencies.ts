import { type Period, periodText } from '../core/dates/period.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { Agency, Indicator, Sent } from '../core/definitions/indicator.ts'
import { filedLately, type Owed, owed } from '../core/figures/owed.ts'
import { findFigures } from '../store/series.ts'
import { type App, getDataset } from './app.ts'
import { indicatorsOf } from './choose.ts'
import { Refused } from './refused.ts'

/** One figure that an agency is to send, and how it stands with it. */
export type SentFigure = {
  readonly indicator: Indicator
  readonly sent: Sent
  /** The month under which the latest is filed, when it is due, and whether it has come. */
  readonly filed: Period
  readonly due: PlainDate
  readonly state: Owed
  /** The months under which those are filed that should be here and are not, the latest first. */
  readonly owes: readonly Period[]
  /** The month under which the last one that came is filed; undefined where none ever did. */
  readonly last: Period | undefined
}

/** What one agency is to send of a dataset: what is missing first. */
export type AgencySends = { readonly agency: Agency; readonly figures: readonly SentFigure[] }

const WORST: readonly Owed[] = ['overdue', 'awaited', 'sent late', 'sent']

/** Whether any figure of a dataset is sent by somebody else. */
export const hasAgencies = (app: App, dataset: string): boolean =>
  indicatorsOf(getDataset(app, dataset)).some(({ sent }) => sent !== undefined)

/**
 * Who sends which figures of a dataset of the authority whose store this is, and what has come of each by the end of a month: the agency that owes most first.
 * @throws Refused where nobody sends any, or the store holds nobody's children
 */
export async function agenciesOf(
  app: App,
  { dataset, period }: { readonly dataset: string; readonly period: Period },
): Promise<readonly AgencySends[]> {
  const { own } = app
  if (own === undefined)
    throw new Refused('not found', 'The store holds no children yet. Say whose it holds: los authority KEY')
  const indicators = indicatorsOf(getDataset(app, dataset)).filter(({ sent }) => sent !== undefined)
  if (indicators.length === 0)
    throw new Refused('not found', `All figures of the ${getDataset(app, dataset).label} are the authority’s own.`)
  const came = await findFigures(app.store, {
    authority: own.key,
    indicators: indicators.map(({ key }) => key),
    periodKind: 'month',
    to: period.to,
    knownOn: app.clock.today,
  })
  const figures = indicators.flatMap((indicator) => {
    const { sent } = indicator
    if (sent === undefined) return []
    const own = came.filter((one) => one.indicator === indicator.key)
    const lately = filedLately(sent.every, period).map((filed) => {
      const due = app.calendar.dueOn(addDays(filed.to, -1), sent.within)
      const cameOn = own.find((one) => one.period.from === filed.from)?.knownOn
      return { filed, due, state: owed({ due, cameOn, today: app.clock.today }) }
    })
    const owes = lately.flatMap(({ state, filed }) => (state === 'overdue' ? [filed] : []))
    return lately.slice(0, 1).map((latest) => ({ indicator, sent, ...latest, owes, last: own.at(-1)?.period }))
  })
  const agencies = [...new Map(figures.map(({ sent }) => [sent.by.key, sent.by])).values()]
  const missing = (of: readonly SentFigure[]) => of.reduce((sum, { owes }) => sum + owes.length, 0)
  return agencies
    .map((agency) => ({
      agency,
      figures: figures
        .filter(({ sent }) => sent.by.key === agency.key)
        .toSorted((a, b) => b.owes.length - a.owes.length || WORST.indexOf(a.state) - WORST.indexOf(b.state)),
    }))
    .toSorted((a, b) => missing(b.figures) - missing(a.figures))
}

/** A file for an agency to fill in and send back: a row for each figure that is not here yet, without its value. */
export const rowsToSend = (authority: string, { figures }: AgencySends): readonly (readonly string[])[] => [
  ['authority', 'indicator', 'period', 'value', 'published_in', 'note'],
  ...figures.flatMap(({ indicator, filed, owes, state, sent }) => {
    const wanted = state === 'awaited' ? [filed, ...owes] : owes
    return wanted.map((one) => [authority, indicator.key, periodText(one), '', `Sent by ${sent.by.label}`, ''])
  }),
]
