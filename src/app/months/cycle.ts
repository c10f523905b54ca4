import { type Period, periodLabel } from '../../core/dates/period.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import { NOTHING_SAID, type Said, together } from '../../core/figures/commentary.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import {
  type Commentary,
  missingToSignOff,
  type SectionState,
  type StepTaken,
  sectionState,
  standingOf,
  wantsExplaining,
} from '../../core/figures/month.ts'
import { settled } from '../../core/figures/settled.ts'
import type { Account } from '../../store/accounts.ts'
import {
  addCommentary,
  addStep,
  type Extract,
  findCommentary,
  findExtract,
  findSteps,
  holdMonths,
} from '../../store/months/cycle.ts'
import { findPublications } from '../../store/months/publications.ts'
import { findPublished, type PublishedReport } from '../../store/months/published.ts'
import { addAccepted } from '../../store/quality/assignments.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type App, getDataset } from '../app.ts'
import { datasetFigures, type Series } from '../figures.ts'
import { findErrors } from '../quality/find.ts'
import { Refused } from '../refused.ts'
import { unsignedIn } from '../supplies/signed.ts'
import { inMonth } from './leave.ts'
import { type Month, monthOf } from './month.ts'

/** A section of a month: its figures, how far what is said of it has come, and that itself. */
export type SectionOfMonth = SectionState & {
  readonly label: string
  readonly series: readonly Series[]
  /** The last that was said of the section (null) and of each figure. */
  readonly said: ReadonlyMap<string | null, Commentary>
}

/** A month on its way from the extract to those it is for. */
export type MonthRead = {
  readonly dataset: Dataset
  readonly period: Period
  readonly extract: Extract | undefined
  readonly sections: readonly SectionOfMonth[]
  readonly taken: readonly StepTaken[]
  readonly publications: readonly Publication[]
  /** What was published of any of them, in order. */
  readonly published: readonly PublishedReport[]
  /** What others have sent and nobody has signed off. */
  readonly unsigned: readonly string[]
  /** What keeps it from being signed off, that among it. */
  readonly missing: readonly string[]
}

const MONTHS = 6

/** Whether somebody has to say why a figure is what it is: its last final one is held against the target. */
export const isToExplain = (series: Series): boolean =>
  wantsExplaining(
    { rag: settled(series)?.latest.rag ?? null, value: series.latest.value },
    series.indicator.exceptional,
  )

/** A month as it stands on its way. It names nobody. Refused where there is no such dataset, or the store holds nobody's children. */
export async function readMonth(app: App, asked: Month): Promise<MonthRead> {
  const month = monthOf(app, asked)
  const { db } = app.store
  const { authority, period } = month
  const found = await datasetFigures(app, month.dataset, { audience: 'staff', authority, period, periods: MONTHS })
  const said = await findCommentary(db, month)
  const sections = found.sections.map(({ section: { key, label }, series }) => {
    const missed = series.filter(isToExplain).map(({ indicator }) => indicator.key)
    const own = said.filter(({ section }) => section === key)
    return {
      ...{ ...sectionState({ key, missed }, said), label, series },
      said: new Map(own.map((one) => [one.indicator, one] as const)),
    }
  })
  const taken = await findSteps(db, month)
  const publications = await findPublications(db, month)
  const published = await findPublished(
    db,
    publications.map(({ id }) => id),
  )
  const unsigned = await unsignedIn(app, db, { dataset: found.dataset, authority, period })
  return {
    dataset: found.dataset,
    period,
    extract: await findExtract(db, period.to),
    sections,
    taken,
    publications,
    published,
    unsigned,
    missing: [...missingToSignOff(taken, sections), ...unsigned],
  }
}

/**
 * Keeps that somebody has looked at the quality of what was loaded, what they accept and why, and which errors stood open when they did.
 * @throws Refused without words
 */
export async function seeQuality(app: App, account: Account, month: Month, words: string): Promise<void> {
  const found = needed(words, 'Say what you found.')
  const taking = { may: 'see quality', step: 'quality seen', words: found } as const
  await step(app, account, month, taking, async (db, id) => {
    const { errors } = await findErrors(app, db, month.period)
    await addAccepted(
      db,
      id,
      errors.map(({ rule, subject, record }) => ({ rule: rule.key, label: rule.label, subject, record })),
    )
  })
}

/**
 * Keeps that a month is right and explained.
 * @throws Refused when they may not, it is signed off already, or something is missing
 */
export async function signOff(app: App, account: Account, month: Month): Promise<void> {
  const { missing } = await readMonth(app, month)
  if (missing.length > 0)
    throw new Refused('bad input', `${periodLabel(month.period)} cannot be signed off yet: ${missing.join('; ')}.`)
  await step(app, account, month, { may: 'sign off', step: 'signed off', words: '' })
}

/** Opens a month again that was signed off; what was frozen of it stays. @throws Refused without a reason, or where it is open */
export async function openAgain(app: App, account: Account, month: Month, reason: string): Promise<void> {
  await step(app, account, month, { may: 'sign off', step: 'opened again', words: needed(reason, 'Say why.') })
}

type Taking = Pick<StepTaken, 'step' | 'words'> & { readonly may: 'see quality' | 'sign off' }

/** @param also what is kept with the step, by its number */
function step(
  app: App,
  account: Account,
  asked: Month,
  { may, step: taken, words }: Taking,
  also: (db: Db, id: number) => Promise<void> = async () => {},
): Promise<void> {
  const month = monthOf(app, asked)
  return inMonth(app, account, { step: may, month: asked }, async (db) => {
    await holdMonths(db)
    const isSigned = standingOf(await findSteps(db, month)).signedOff !== undefined
    if (taken === 'opened again' ? !isSigned : isSigned)
      throw new Refused(
        'in the way',
        taken === 'opened again'
          ? `${periodLabel(month.period)} is open: it is not signed off.`
          : signedOffAlready(month),
      )
    const said = { step: taken, words, at: app.clock.now(), by: account.name, account: account.id }
    await also(db, await addStep(db, month, said))
  })
}

const signedOffAlready = ({ period }: Pick<Month, 'period'>): string =>
  `${periodLabel(period)} is signed off. To change anything, open it again and say why.`

function needed(words: string, orElse: string): string {
  const text = words.trim()
  if (text === '') throw new Refused('bad input', orElse)
  return text
}

/** What somebody typed of a section (null) or a figure in it. `shown`: what stood there when they began; left out, what stands there now. */
export type Words = Said & { readonly indicator: string | null; readonly shown?: Said }

/**
 * Keeps what somebody says of a section and of its figures; what they leave as it was is not written again. What was said before stays known.
 * @returns what others wrote meanwhile where this person wrote too: then nothing is kept, and they put both together. Nothing where all is kept
 * @throws Refused when they may not, there is no such section, a figure is of another, or the month is signed off
 */
export async function writeCommentary(
  app: App,
  account: Account,
  asked: Month & { readonly section: string },
  words: readonly Words[],
): Promise<readonly Commentary[]> {
  const month = monthOf(app, asked)
  const section = getDataset(app, asked.dataset).sections.find(({ key }) => key === asked.section)
  const others = words.filter(
    ({ indicator }) => indicator !== null && !section?.indicators.some(({ key }) => key === indicator),
  )
  if (section === undefined || others.length > 0)
    throw new Refused('not found', 'There is no such section, or figure in it.')
  return inMonth(app, account, { step: 'comment', month: asked }, async (db) => {
    await holdMonths(db)
    if (standingOf(await findSteps(db, month)).signedOff !== undefined)
      throw new Refused('in the way', signedOffAlready(month))
    const before = await latestOf(db, month, section.key)
    const { kept, inTheWay } = putTogether(words, before)
    if (inTheWay.length > 0) return inTheWay
    const by = { section: section.key, at: app.clock.now(), by: account.name }
    await addCommentary(
      db,
      month,
      kept.map((one) => ({ ...by, ...one })),
      account.id,
    )
    return []
  })
}

async function latestOf(db: Db, month: ReturnType<typeof monthOf>, section: string) {
  const all = (await findCommentary(db, month)).filter((one) => one.section === section)
  return new Map(all.map((one) => [one.indicator, one] as const))
}

/** What is to be kept of what was typed, where that is anything new, and what of others is in the way of it. */
function putTogether(words: readonly Words[], before: ReadonlyMap<string | null, Commentary>) {
  const kept: (Said & Pick<Words, 'indicator'>)[] = []
  const inTheWay: Commentary[] = []
  for (const { indicator, shown, ...typed } of words) {
    const there = before.get(indicator)
    const latest = saidIn(there ?? NOTHING_SAID)
    const both = together(saidIn(shown ?? latest), saidIn(typed), latest)
    if (both !== undefined && !isSame(both, latest)) kept.push({ indicator, ...both })
    if (both === undefined && there !== undefined) inTheWay.push(there)
  }
  return { kept, inTheWay }
}

const saidIn = ({ goingWell, worries, doing }: Said): Said => ({
  goingWell: goingWell.trim(),
  worries: worries.trim(),
  doing: doing.trim(),
})

const isSame = (one: Said, other: Said): boolean =>
  one.goingWell === other.goingWell && one.worries === other.worries && one.doing === other.doing
