import { createHash } from 'node:crypto'
import { periodLabel } from '../../core/dates/period.ts'
import { forReport } from '../../core/disclosure/public-figure.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { type Audience, inTheWayOf, standingOf, wantsReason } from '../../core/figures/month.ts'
import { reportDocument } from '../../core/reports/build.ts'
import type { ReportDocument } from '../../core/reports/document.ts'
import type { FrozenMonth } from '../../core/reports/material.ts'
import { reportFormats, writeReport } from '../../formats/reports/write.ts'
import type { Account } from '../../store/accounts.ts'
import { addStep, findSteps, holdMonths } from '../../store/months/cycle.ts'
import { findPublications } from '../../store/months/publications.ts'
import {
  addPublished,
  findPublished,
  findPublishedDocument,
  findPublishedFile,
  listPublishedFormats,
  type PublishedFile,
  type PublishedReport,
} from '../../store/months/published.ts'
import { type App, getDataset } from '../app.ts'
import type { Exemption } from '../disclosure/decide.ts'
import { type ForPublic, fixForPublic, forPublic } from '../disclosure/fix.ts'
import { Refused } from '../refused.ts'
import { inMonth, mayStep } from './leave.ts'
import { type Month, monthOf } from './month.ts'
import {
  frozenMonthOf,
  getReport,
  getVersion,
  lastVersion,
  markingOf,
  refuseOtherMonths,
  type Version,
} from './report.ts'

/** What is published of a month, and to whom. `words`: why it is exempt or withheld. */
export type AskedPublish = Month & {
  readonly report: string
  readonly audience: Audience
  readonly words: string
  /** What is kept from the public of what is published to it. */
  readonly exempt?: readonly Exemption[]
}

/** Audiences as they stand in a sentence after “published”. */
export const audienceWords: Readonly<Record<Audience, string>> = {
  internal: 'to staff of children’s services',
  board: 'to the board',
  exempt: 'to the board, as an exempt item',
  public: 'to everybody',
  withheld: 'to nobody outside: it is withheld',
}

/**
 * Publishes a report of the last frozen version of a month: keeps it word for word, and each of its files byte for byte, so that whatever is recorded
 * or programmed later changes none of it.
 * @throws Refused when they may not, the month is not frozen, or it was published to them, or to others who stand in the way, already
 */
export async function publishReport(app: App, account: Account, asked: AskedPublish): Promise<PublishedReport> {
  const { audience, report } = asked
  const words = asked.words.trim()
  if (wantsReason(audience) && words === '') throw new Refused('bad input', 'Say why it is not for the public.')
  if (audience !== 'public' && (asked.exempt ?? []).length > 0)
    throw new Refused(
      'bad input',
      'Only from everybody are single figures kept back. Others see all of a month, or none.',
    )
  const definition = getReport(app, report, getDataset(app, asked.dataset).key)
  refuseOtherMonths(definition, asked)
  // Files take seconds to write: before anybody has to wait for it, and only for who may.
  const written = mayStep(account, 'publish') ? await writtenFor(app, asked, words) : undefined
  const month = monthOf(app, asked)
  const about = `“${definition.label}” ${audienceWords[audience]}`
  return inMonth(app, account, { step: 'publish', month: asked, about }, async (db) => {
    await holdMonths(db)
    const publication = (await findPublications(db, month)).at(-1)
    const isFrozen = standingOf(await findSteps(db, month)).frozen !== undefined
    if (publication === undefined || written?.publication.id !== publication.id || !isFrozen)
      throw new Refused(
        'in the way',
        `${periodLabel(asked.period)} is open again: freeze it, and publish that version.`,
      )
    refuseTwice(asked, await findPublished(db, [publication.id]))
    if (written.forPublic !== undefined) await fixForPublic(app, db, publication, written.forPublic)
    const by = { at: app.clock.now(), by: account.name }
    const document = written.document === undefined ? null : JSON.stringify(written.document)
    const { id: number, version } = publication
    await addPublished(
      db,
      { publication: number, report, audience, words, document, ...by, account: account.id },
      written.files,
    )
    const says = `${definition.label}, version ${version}, ${audienceWords[audience]}${words === '' ? '' : `: ${words}`}`
    await addStep(db, month, { step: 'published', words: says, ...by, account: account.id })
    return found(await findPublished(db, [number]), asked)
  })
}

type Written = {
  readonly publication: Publication
  readonly document: ReportDocument | undefined
  readonly files: readonly PublishedFile[]
  /** What everybody has of the month from then on; undefined where it is published to somebody else. */
  readonly forPublic: ForPublic | undefined
}

/** The report and its files as they will be kept; of what is withheld there is neither. */
async function writtenFor(app: App, asked: AskedPublish, words: string): Promise<Written> {
  const publication = await lastVersion(app, asked)
  if (asked.audience === 'withheld') return { publication, document: undefined, files: [], forPublic: undefined }
  const marking = markingOf(getDataset(app, asked.dataset), asked.audience, words)
  const seen = asked.audience === 'public' ? await forPublic(app, publication, asked.exempt ?? []) : undefined
  const whole = await frozenMonthOf(app, app.store.db, publication)
  // What was written for the board may say in words what the public is not shown in figures.
  const month: FrozenMonth =
    seen === undefined
      ? whole
      : {
          ...{ ...whole, figures: seen.figures.map(forReport), holds: 'figures alone' },
          ...{ commentary: [], restatements: [], actions: [] },
        }
  const document = reportDocument(getReport(app, asked.report), month, marking)
  const files: PublishedFile[] = []
  for (const format of reportFormats) {
    const { bytes, contentType: mediaType, fileName } = await writeReport(document, format)
    files.push({ format, fileName, mediaType, sha256: createHash('sha256').update(bytes).digest('hex'), bytes })
  }
  return { publication, document, files, forPublic: seen }
}

function refuseTwice({ audience, report, period }: AskedPublish, already: readonly PublishedReport[]): void {
  const of = already.filter((one) => one.report === report)
  const other = inTheWayOf(
    audience,
    of.map((one) => one.audience),
  )
  if (other === undefined) return
  const then = `${periodLabel(period)} was published ${audienceWords[other]} already, and that stays as it is.`
  throw new Refused('bad input', `${then} To publish otherwise, open the month again and say why.`)
}

const found = (
  all: readonly PublishedReport[],
  { report, audience }: Pick<AskedPublish, 'report' | 'audience'>,
): PublishedReport => {
  const one = all.find((each) => each.report === report && each.audience === audience)
  if (one === undefined) throw new Refused('not found', `That was not published ${audienceWords[audience]}.`)
  return one
}

/** What was published of frozen versions, in order. It names nobody. */
export const publishedOf = (app: App, publications: readonly Publication[]): Promise<readonly PublishedReport[]> =>
  findPublished(
    app.store.db,
    publications.map(({ id }) => id),
  )

/** A report of a version as it was published to an audience. */
type AskedPublished = Version & Pick<AskedPublish, 'report' | 'audience'>

/** What was published, as it was. `document` is missing of what is withheld. Refused where it was not. */
export async function readPublished(app: App, asked: AskedPublished) {
  const { db } = app.store
  const publication = await getVersion(app, asked)
  const published = found(await findPublished(db, [publication.id]), asked)
  const json = await findPublishedDocument(db, published.id)
  return {
    publication,
    published,
    document: json === undefined ? undefined : readDocument(json),
    formats: await listPublishedFormats(db, published.id),
  }
}

function readDocument(json: string): ReportDocument {
  const { fixedAt, ...rest }: Omit<ReportDocument, 'fixedAt'> & { fixedAt: string } = JSON.parse(json)
  return { ...rest, fixedAt: new Date(fixedAt) }
}

/** A file of what was published, byte for byte. Refused where there is none. */
export async function publishedFile(
  app: App,
  asked: AskedPublished & { readonly format: string },
): Promise<PublishedFile> {
  const { published } = await readPublished(app, asked)
  const file = await findPublishedFile(app.store.db, published.id, asked.format)
  if (file === undefined) throw new Refused('not found', `It was not published as ${asked.format}.`)
  return file
}
