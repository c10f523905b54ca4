import { standsWith } from '../../core/actions/action.ts'
import { amongOf, numberOf, verdict } from '../../core/counting/tally.ts'
import { type Period, periodLabel } from '../../core/dates/period.ts'
import { addDays, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { Section } from '../../core/definitions/area.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { type ByPart, IN_NONE } from '../../core/disclosure/parts-alone.ts'
import type { FrozenFigure, FrozenMember, Publication } from '../../core/figures/frozen.ts'
import { type StepTaken, standingOf } from '../../core/figures/month.ts'
import type { Account } from '../../store/accounts.ts'
import { findActions, freezeActions } from '../../store/actions/actions.ts'
import { holdLists, type KeptMember } from '../../store/counting/members.ts'
import { addStep, findSteps, freezeCommentary, holdMonths } from '../../store/months/cycle.ts'
import { addFrozenLocalities } from '../../store/months/localities.ts'
import { addPublication, findPublications, holdPublications } from '../../store/months/publications.ts'
import { freezeRestatements } from '../../store/months/restated.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type App, getDataset } from '../app.ts'
import { bringUpToDate } from '../counting/calculate.ts'
import { definitionsOf, findPlace, type Place } from '../counting/lists.ts'
import { listLocalities } from '../counting/localities.ts'
import { membersKnown, tallyOf } from '../counting/seen.ts'
import { type DatasetFigures, datasetFigures, type FigureLine } from '../figures.ts'
import { Refused } from '../refused.ts'
import { unsignedIn } from '../supplies/signed.ts'
import { inMonth } from './leave.ts'
import { figuresOfLocalities } from './localities.ts'
import { type Month, monthOf } from './month.ts'

/** How many months stand in a frozen month, so that it can be read without any other. */
const MONTHS = 6

/** `knownOn` is the extract day: what was recorded later is not in it. */
export type AskedFreeze = Month & { readonly knownOn: PlainDate }

/**
 * Keeps a month that is signed off for ever as it was known on a day: every figure with what it is judged by, who is in it, and what was said of
 * it. What is recorded later changes nothing of it. A correction is another version, and its reason that for which the month was opened again.
 * @throws Refused when they may not, the month is not over by that day, that day has not come, or it is not signed off since the last version
 */
export async function freezeMonth(app: App, account: Account, asked: AskedFreeze): Promise<Publication> {
  const { period, knownOn } = asked
  const month = monthOf(app, asked)
  refuseUnripe(app, period, knownOn)
  await bringUpToDate(app)
  return inMonth(app, account, { step: 'freeze', month: asked }, async (db) => {
    await holdMonths(db)
    await holdPublications(db)
    const reason = reasonFor(month, await findSteps(db, month), (await findPublications(db, month)).at(-1))
    await refuseUnsigned(app, db, month)
    // Nobody is counted again until the figures and those in them have both been kept.
    await holdLists(db)
    const here = { ...app, store: { ...app.store, db } }
    const { dataset, authority } = month
    const whole = { audience: 'staff', authority, period, periods: MONTHS, knownOn } as const
    const found = await datasetFigures(here, dataset, whole)
    const figures = figuresIn(app, found)
    const counted = await countedIn(here, db, found, knownOn)
    const by = { frozenAt: app.clock.now(), account: account.id, frozenBy: account.name }
    const frozen = await addPublication(db, { ...month, ...by, knownOn, reason }, figures, membersOf(counted))
    await addFrozenLocalities(db, frozen.id, await byLocalities(here, db, counted, { figures, period, knownOn }))
    await freezeCommentary(db, frozen.id, month)
    await freezeRestatements(db, frozen.id, month, MONTHS)
    const promised = await findActions(db, authority)
    await freezeActions(
      db,
      frozen.id,
      promised.filter((action) => standsWith(action, dataset, period)),
    )
    await addStep(db, month, { step: 'frozen', words: '', at: by.frozenAt, by: by.frozenBy, account: account.id })
    return frozen
  })
}

/** Why a version is made; null of the first. Refused where the month is not ready for it. */
function reasonFor({ period }: Month, taken: readonly StepTaken[], before: Publication | undefined): string | null {
  const { signedOff, frozen, openedAgain } = standingOf(taken)
  if (before !== undefined && frozen !== undefined)
    throw new Refused(
      'bad input',
      `${periodLabel(period)} was frozen as known on ${shortText(before.knownOn)} already, and stays as it is. To put a correction beside it, open the month again and say why.`,
    )
  if (signedOff === undefined)
    throw new Refused('bad input', `${periodLabel(period)} is not signed off yet. It is frozen after that.`)
  return before === undefined ? null : (openedAgain?.words ?? null)
}

/** What others sent may have been sent again since the month was signed off. */
async function refuseUnsigned(app: App, db: Db, month: ReturnType<typeof monthOf>): Promise<void> {
  const unsigned = await unsignedIn(app, db, { ...month, dataset: getDataset(app, month.dataset) })
  if (unsigned.length > 0)
    throw new Refused('in the way', `${periodLabel(month.period)} cannot be frozen yet: ${unsigned.join('; ')}.`)
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

/** The figures of a dataset as they are kept when it is frozen. */
export const figuresIn = (app: App, { sections }: DatasetFigures): readonly FrozenFigure[] =>
  sections.flatMap(({ section, series }) =>
    series.flatMap(({ indicator, lines }) => {
      const place = findPlace(app, indicator)
      return lines.map((line) => ({
        ...frozen(section, line),
        section: section.key,
        fingerprint: place === undefined || line.source === 'published' ? null : definitionsOf(place.list),
      }))
    }),
  )

const frozen = (section: Section, line: FigureLine): Omit<FrozenFigure, 'section' | 'fingerprint'> => ({
  indicator: line.indicator.key,
  period: line.period,
  value: line.value,
  numerator: line.numerator,
  denominator: line.denominator,
  notKnown: line.notKnown,
  notPlaced: line.notPlaced,
  provisional: line.provisional,
  source: line.source,
  definition: definitionOf(section, line.indicator),
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

const definitionOf = (section: Section, indicator: Indicator): FrozenFigure['definition'] => ({
  section: section.label,
  label: indicator.label,
  unit: indicator.unit,
  goodIs: indicator.goodIs,
  covers: indicator.covers,
  who: indicator.who,
  countedIf: indicator.countedIf ?? null,
  notKnown: indicator.notKnown,
  source: indicator.source,
  question: indicator.status === 'to be confirmed' ? indicator.question : null,
  variantOf: indicator.variantOf ?? null,
  variantLabel: indicator.variantLabel ?? null,
  ...(indicator.status === 'national' || indicator.national?.same ? { national: true as const } : {}),
  ...(indicator.sent === undefined ? {} : { sentBy: indicator.sent.by.label }),
})

/** A figure of the month that was counted here, with everybody in its list. */
type Counted = { readonly indicator: Indicator; readonly place: Place } & Awaited<ReturnType<typeof membersKnown>>

/** Everybody in the lists of the month's figures, each of which they must come to. */
async function countedIn(
  app: App,
  db: Db,
  { period, sections }: DatasetFigures,
  knownOn: PlainDate,
): Promise<readonly Counted[]> {
  const known = new Map<Place['list'], Awaited<ReturnType<typeof membersKnown>>>()
  const all: Counted[] = []
  for (const { indicator, latest } of sections.flatMap(({ series }) => series)) {
    const place = findPlace(app, indicator)
    if (place === undefined || latest.source === 'published') continue
    const found = known.get(place.list) ?? (await membersKnown(app, db, place.list, { period, knownOn }))
    known.set(place.list, found)
    const { counted, notKnown } = tallyOf(place.counting, found.members)
    const isCount = indicator.unit === 'count' && latest.value !== counted
    if (isCount || latest.notKnown !== notKnown)
      throw new Error(`${indicator.key} is not what its list comes to: ${latest.value} and ${counted} were counted`)
    all.push({ indicator, place, ...found })
  }
  return all
}

const membersOf = (all: readonly Counted[]): readonly (readonly [string, FrozenMember])[] =>
  all.flatMap(({ indicator, place, members }) =>
    frozenMembers(place, members).map((member) => [indicator.key, member] as const),
  )

/** The month's figures of each locality. */
async function byLocalities(
  app: App,
  db: Db,
  all: readonly Counted[],
  {
    figures,
    period,
    knownOn,
  }: { readonly figures: readonly FrozenFigure[]; readonly period: Period; readonly knownOn: PlainDate },
): Promise<ByPart<FrozenFigure>> {
  const ofMonth = new Map(figures.filter((one) => one.period.from === period.from).map((one) => [one.indicator, one]))
  const localities = await listLocalities(app, db, { asAt: addDays(period.to, -1), knownOn })
  const parts = new Map<string, FrozenFigure[]>([...localities, IN_NONE].map((name) => [name, []]))
  for (const { indicator, place, members, looked } of all) {
    const figure = ofMonth.get(indicator.key)
    if (figure === undefined) continue
    const days = { localities, asAt: looked.asAt, knownOn }
    for (const [name, one] of await figuresOfLocalities(app, db, { figure, place, members }, days))
      parts.get(name)?.push(one)
  }
  return parts
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
