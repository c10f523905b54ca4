import { amongOf, numberOf, verdict } from '../../core/counting/tally.ts'
import { type Period, periodLabel } from '../../core/dates/period.ts'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import type { FrozenFigure, FrozenMember, Publication } from '../../core/figures/frozen.ts'
import type { Account } from '../../store/accounts.ts'
import { holdLists, type KeptMember } from '../../store/counting/members.ts'
import { addPublication, findPublications, holdPublications } from '../../store/months/publications.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { bringUpToDate } from '../counting/calculate.ts'
import { definitionsOf, findPlace, type Place } from '../counting/lists.ts'
import { membersKnown, tallyOf } from '../counting/seen.ts'
import { type DatasetFigures, datasetFigures, type FigureLine } from '../figures.ts'
import { Refused } from '../refused.ts'
import { inMonth } from './leave.ts'
import { type Month, ownOf } from './month.ts'

/** How many months stand in a frozen month, so that it can be read without any other. */
const MONTHS = 6

export type AskedFreeze = Month & {
  /** The extract day: what was recorded later is not in it. */
  readonly knownOn: PlainDate
  /** Why the version before is not good enough; needed of every version but the first. */
  readonly reason?: string
}

/**
 * Keeps a month for ever as it was known on a day: every figure with what it is judged by, and who is in it. What is recorded later changes
 * nothing of it.
 * @throws Refused when they may not, the month is not over by that day, that day has not come, or a version is there and no reason given
 */
export async function freezeMonth(app: App, account: Account, asked: AskedFreeze): Promise<Publication> {
  const { dataset, period, knownOn } = asked
  const own = ownOf(app)
  refuseUnripe(app, period, knownOn)
  await bringUpToDate(app)
  return inMonth(app, account, { step: 'freeze', month: asked }, async (db) => {
    await holdPublications(db)
    const before = await findPublications(db, { dataset, authority: own.key, period })
    const reason = before.length === 0 ? null : (asked.reason?.trim() ?? '')
    if (reason === '')
      throw new Refused(
        'bad input',
        `${periodLabel(period)} was frozen on ${shortText(before.at(-1)?.knownOn ?? knownOn)} already. That stays as it is; to put a version beside it, say why.`,
      )
    // Nobody is counted again until the figures and those in them have both been kept.
    await holdLists(db)
    const here = { ...app, store: { ...app.store, db } }
    const found = await datasetFigures(here, dataset, {
      audience: 'staff',
      authority: own.key,
      period,
      periods: MONTHS,
      knownOn,
    })
    const members = await membersOf(here, db, found, knownOn)
    const said = { dataset, authority: own.key, period, knownOn, reason }
    const by = { frozenAt: app.clock.now(), account: account.id, frozenBy: account.name }
    return addPublication(db, { ...said, ...by }, figuresIn(app, found), members)
  })
}

function refuseUnripe({ clock: { today } }: App, period: Period, knownOn: PlainDate): void {
  if (knownOn < period.to)
    throw new Refused(
      'bad input',
      `${periodLabel(period)} is not over by ${shortText(knownOn)}. It can be frozen from ${shortText(period.to)}.`,
    )
  if (knownOn > today)
    throw new Refused(
      'bad input',
      `What is known on ${shortText(knownOn)} is not known yet: today is ${shortText(today)}.`,
    )
}

const figuresIn = (app: App, { sections }: DatasetFigures): readonly FrozenFigure[] =>
  sections.flatMap(({ section, series }) =>
    series.flatMap(({ indicator, lines }) => {
      const place = findPlace(app, indicator)
      return lines.map((line) => ({
        ...frozen(line),
        section: section.label,
        fingerprint: place === undefined || line.source === 'published' ? null : definitionsOf(place.list),
      }))
    }),
  )

const frozen = (line: FigureLine): Omit<FrozenFigure, 'section' | 'fingerprint'> => ({
  indicator: line.indicator.key,
  period: line.period,
  value: line.value,
  numerator: line.numerator,
  denominator: line.denominator,
  notKnown: line.notKnown,
  notPlaced: line.notPlaced,
  provisional: line.provisional,
  source: line.source,
  definition: definitionOf(line.indicator),
  judged: {
    target: line.target?.target ?? null,
    redBeyond: line.target?.redBeyond ?? null,
    rag: line.rag,
    previous: line.previous,
    direction: line.direction,
    movement: line.movement,
    benchmarks: line.benchmarks.map(({ comparator, value, year }) => ({ comparator, value, year })),
    breakNote: line.breakNote,
    note: line.note,
    publishedIn: line.publishedIn,
  },
})

const definitionOf = (indicator: Indicator): FrozenFigure['definition'] => ({
  label: indicator.label,
  unit: indicator.unit,
  goodIs: indicator.goodIs,
  who: indicator.who,
  countedIf: indicator.countedIf ?? null,
  notKnown: indicator.notKnown,
  source: indicator.source,
  question: indicator.status === 'to be confirmed' ? indicator.question : null,
  variantOf: indicator.variantOf ?? null,
  variantLabel: indicator.variantLabel ?? null,
})

/** Everybody in the month's figures, each of which they must come to. */
async function membersOf(
  app: App,
  db: Db,
  { period, sections }: DatasetFigures,
  knownOn: PlainDate,
): Promise<readonly (readonly [string, FrozenMember])[]> {
  const known = new Map<Place['list'], readonly KeptMember[]>()
  const all: (readonly [string, FrozenMember])[] = []
  for (const { indicator, latest } of sections.flatMap(({ series }) => series)) {
    const place = findPlace(app, indicator)
    if (place === undefined || latest.source === 'published') continue
    const members = known.get(place.list) ?? (await membersKnown(app, db, place.list, { period, knownOn })).members
    known.set(place.list, members)
    const { counted, notKnown } = tallyOf(place.counting, members)
    const isCount = indicator.unit === 'count' && latest.value !== counted
    if (isCount || latest.notKnown !== notKnown)
      throw new Error(`${indicator.key} is not what its list comes to: ${latest.value} and ${counted} were counted`)
    for (const member of frozenMembers(place, members)) all.push([indicator.key, member])
  }
  return all
}

/** What each of a list is in a figure, of those who are in it in some way. */
export const frozenMembers = ({ counting }: Place, members: readonly KeptMember[]): readonly FrozenMember[] =>
  members.flatMap((member) => {
    const is = verdict(counting, member)
    if (is === '-') return []
    const { subject, record } = member
    const [number, among] = [numberOf(counting, member) ?? null, amongOf(counting, member) ?? null]
    return [{ subject, record, verdict: is, number, among }]
  })
