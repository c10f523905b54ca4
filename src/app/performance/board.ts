import type { WorkList } from '../../core/counting/work-list.ts'
import type { Period } from '../../core/dates/period.ts'
import type { Area } from '../../core/definitions/area.ts'
import { type Concern, type JudgedFigure, worstFirst } from '../../core/figures/attention.ts'
import { type BeyondChance, beyondChance, couldBeChance } from '../../core/figures/beyond-chance.ts'
import { settled } from '../../core/figures/settled.ts'
import type { Account } from '../../store/accounts.ts'
import { addEscalation, type Escalation, findEscalations } from '../../store/performance/escalations.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { nobodysOwn, ownAuthority, promising } from '../actions/door.ts'
import { listPlans } from '../actions/plans.ts'
import { type ActionRead, readActions } from '../actions/read.ts'
import type { App } from '../app.ts'
import { benchmarkOf, findSeries, type Series } from '../figures.ts'
import { errorsHeld } from '../quality/held.ts'
import { Refused } from '../refused.ts'
import { lastMonthWithFigures } from '../services.ts'

/** Three years: what a usual range is worked out from, and the months that a miss is followed back. */
const MONTHS = 36
const MONTHS_MISSED = 12

/** Something that is not as it should be, by the service whose it is; undefined where it is of the whole. */
type OfService = { readonly about: string; readonly area: Area | undefined; readonly escalated: Escalation | undefined }

/** A figure that misses its target, or moved beyond chance, or both. */
export type FigureException = OfService & {
  readonly series: Series
  readonly missed: Concern | undefined
  /** Of a share that misses its target: whether its small group alone could make the difference. */
  readonly chance: boolean | undefined
  readonly moved: BeyondChance | undefined
}
export type LateAction = OfService & { readonly action: ActionRead }
/** A statutory or local clock by which some are overdue, in number: it names nobody. */
export type OverdueList = OfService & { readonly work: WorkList; readonly overdue: number; readonly children: number }

export type Board = {
  readonly period: Period | undefined
  readonly figures: readonly FigureException[]
  readonly actions: readonly LateAction[]
  readonly lists: readonly OverdueList[]
  /** What was escalated and answered, the latest first. */
  readonly answered: readonly Escalation[]
}

/** What is not as it should be, worst first, of the whole authority: what misses its target or moved beyond chance, what was promised and is late, what is overdue. */
export async function readBoard(app: App): Promise<Board> {
  const { key: authority } = ownAuthority(app)
  const said = await findEscalations(app.store.db, authority)
  const standing = new Map(said.map((one) => [one.about, one] as const))
  const escalated = (about: string) => {
    const last = standing.get(about)
    return last?.step === 'escalated' ? last : undefined
  }
  const { period, figures } = await figuresOf(app, escalated)
  return {
    period,
    figures,
    actions: await lateActions(app, escalated),
    lists: await overdueLists(app, escalated),
    answered: [...standing.values()].filter(({ step }) => step === 'answered').toReversed(),
  }
}

type Escalated = (about: string) => Escalation | undefined

const figureKey = (indicator: string): string => `figure ${indicator}`
const actionKey = (id: number): string => `action ${id}`
const listKey = (work: string): string => `list ${work}`

async function figuresOf(app: App, escalated: Escalated): Promise<Pick<Board, 'period' | 'figures'>> {
  const { areas } = app.catalogue
  const areaOf = new Map(areas.flatMap((area) => area.indicators.map((one) => [one.key, area] as const)))
  const indicators = areas.flatMap((area) => area.indicators)
  const period = await lastMonthWithFigures(app, indicators)
  if (period === undefined || app.own === undefined) return { period, figures: [] }
  const asked = { audience: 'staff', authority: app.own.key, period, periods: MONTHS } as const
  const found = [...(await findSeries(app, indicators, asked)).values()]
  // What is not final yet may still move back for lawful reasons.
  const all = found.flatMap((one) => settled(one) ?? []).filter(({ latest }) => latest.value !== null)
  const missed = new Map(worstFirst(all.map(judged)).map(({ row, concern }) => [row.series, concern] as const))
  const moved = new Map(all.flatMap((series) => [[series, movedOf(series)] as const]))
  // Those that miss their target stand in their order; then what moved for the worse, then what merely moved.
  const rank = (series: Series) => {
    const { isWorse, isGuide } = moved.get(series) ?? {}
    const badness = isWorse === true ? 0 : isWorse === null ? 2 : 4
    return badness + (isGuide === true ? 1 : 0)
  }
  const others = all
    .filter((one) => !missed.has(one) && moved.get(one) !== undefined)
    .toSorted((a, b) => rank(a) - rank(b))
  return {
    period,
    figures: [...missed.keys(), ...others].map((series) => {
      const { indicator, latest } = series
      const about = figureKey(indicator.key)
      return {
        ...{ about, area: areaOf.get(indicator.key), escalated: escalated(about), series },
        missed: missed.get(series),
        chance: latest.target && couldBeChance(indicator, latest, latest.target.target),
        moved: moved.get(series),
      }
    }),
  }
}

const judged = (series: Series): JudgedFigure & { readonly series: Series } => {
  const { indicator, latest, lines } = series
  return {
    series,
    value: latest.value,
    goodIs: indicator.goodIs,
    rag: latest.rag,
    direction: latest.direction,
    target: latest.target?.target,
    england: benchmarkOf(latest, 'england'),
    neighbours: benchmarkOf(latest, 'statistical-neighbours'),
    ratings: lines.slice(-MONTHS_MISSED).map((line) => line.rag),
  }
}

const movedOf = ({ indicator, lines }: Series): BeyondChance | undefined => beyondChance(indicator, lines)

async function lateActions(app: App, escalated: Escalated): Promise<readonly LateAction[]> {
  const { areas } = app.catalogue
  const plans = new Map((await listPlans(app)).map(({ id, area }) => [id, area] as const))
  const areaOf = ({ origin }: ActionRead) =>
    areas.find((area) =>
      origin.from === 'objective'
        ? area.key === plans.get(origin.plan)
        : origin.indicator !== null && area.indicators.some(({ key }) => key === origin.indicator),
    )
  const about = ({ id }: ActionRead) => actionKey(id)
  return (await readActions(app))
    .filter((action) => action.isOverdue || escalated(about(action)) !== undefined)
    .map((action) => ({ about: about(action), area: areaOf(action), escalated: escalated(about(action)), action }))
}

async function overdueLists(app: App, escalated: Escalated): Promise<readonly OverdueList[]> {
  const held = await inTransaction(app.store, (db) => errorsHeld(app, db, []))
  const counts = new Map<string, { overdue: number; children: number }>()
  for (const { overdue } of held.values())
    for (const key of new Set(overdue)) {
      const one = counts.get(key) ?? { overdue: 0, children: 0 }
      one.overdue += overdue.filter((other) => other === key).length
      one.children += 1
      counts.set(key, one)
    }
  return app.catalogue.areas
    .flatMap((area) =>
      (area.workLists ?? []).flatMap((work) => {
        const { overdue = 0, children = 0 } = counts.get(work.key) ?? {}
        const about = listKey(work.key)
        const one = escalated(about)
        return overdue === 0 && one === undefined ? [] : [{ about, area, escalated: one, work, overdue, children }]
      }),
    )
    .toSorted((a, b) => b.overdue - a.overdue)
}

/**
 * Marks something for the board to look at, with words, or says what the board answered. What was said before stays.
 * @throws Refused when they may not, there is no such thing, or words are missing
 */
export function escalate(
  app: App,
  account: Account,
  { about, step, words }: Pick<Escalation, 'about' | 'step' | 'words'>,
): Promise<void> {
  const { key: authority } = ownAuthority(app)
  return promising(app, account, { detail: `${step}: ${about}`.slice(0, 200), isOwn: nobodysOwn }, async (db) => {
    if (!(await isThere(app, about))) throw new Refused('not found', 'There is nothing of that kind to look at.')
    const text = words.trim()
    if (text === '')
      throw new Refused(
        'bad input',
        step === 'escalated' ? 'Say why the board has to look at it.' : 'Say what the board answered.',
      )
    await addEscalation(db, authority, { about, step, words: text, at: app.clock.now(), by: account.name }, account.id)
  })
}

async function isThere({ catalogue }: App, about: string): Promise<boolean> {
  const [kind, key = ''] = about.split(' ')
  if (kind === 'figure') return catalogue.indicators.has(key)
  return kind === 'list' ? catalogue.workLists.has(key) : kind === 'action' && /^[1-9]\d{0,8}$/.test(key)
}
