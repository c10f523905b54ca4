import { type Instant, londonDate } from '../../core/dates/instant.ts'
import type { Period } from '../../core/dates/period.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import { isSigned, type SignedOff, type Supply } from '../../core/definitions/supply.ts'
import type { Db } from '../../store/records/transaction.ts'
import { findFigures, type StoredFigure } from '../../store/series.ts'
import { findSignOffs } from '../../store/supplies/sign-offs.ts'
import type { App } from '../app.ts'

/** The supply that sends a figure; undefined of what nobody sends. */
const supplyOf = ({ catalogue: { supplies } }: App, indicator: string): Supply | undefined =>
  [...supplies.values()].find(({ indicators }) => indicators.some(({ key }) => key === indicator))

/**
 * Figures with who answers for those that others sent to us, as part of their source.
 */
export async function withSignatures(app: App, figures: readonly StoredFigure[]): Promise<readonly StoredFigure[]> {
  const own = app.own?.key
  const sentBy = (figure: StoredFigure) => (figure.authority === own ? supplyOf(app, figure.indicator) : undefined)
  if (own === undefined || !figures.some(sentBy)) return figures
  const signed = await findSignOffs(app.store.db, { supplies: [...app.catalogue.supplies.keys()], authority: own })
  return figures.map((figure) => {
    const supply = sentBy(figure)
    const last = supply && signed.findLast((one) => isOf(one, supply.key, figure.period))
    return supply !== undefined && last !== undefined && isSigned(last, figure)
      ? { ...figure, publishedIn: `${figure.publishedIn}; ${signedText(supply, last)}` }
      : figure
  })
}

const isOf = (
  one: { readonly supply: string; readonly kind: Period['kind']; readonly from: Period['from'] },
  supply: string,
  { kind, from }: Period,
): boolean => one.supply === supply && one.kind === kind && one.from === from

/** `checked and signed off by Nia Cole, the designated nurse, on 4 October 2023`. */
const signedText = ({ signedOffBy }: Supply, { by, at }: SignedOff): string =>
  `checked and signed off by ${by}, ${signedOffBy}, on ${shortText(londonDate(at.getTime() as Instant))}`

/** What was sent of a period, what was last signed off of it, and whether that is still what there is. */
export type SupplyStands = {
  readonly figures: readonly StoredFigure[]
  readonly signed: SignedOff | undefined
  /** `sent again`: it was signed off, and is not what it was then. */
  readonly is: 'nothing sent' | 'to be signed off' | 'sent again' | 'signed off'
}

/** @param app in the transaction, where there is one */
export async function supplyStands(app: App, supply: Supply, authority: string, period: Period): Promise<SupplyStands> {
  const found = await findFigures(app.store, {
    ...{ authority, periodKind: period.kind, from: period.from, to: period.to, knownOn: app.clock.today },
    indicators: supply.indicators.map(({ key }) => key),
  })
  const figures = found.filter(({ value }) => value !== null)
  const all = await findSignOffs(app.store.db, { supplies: [supply.key], authority })
  const signed = all.findLast((one) => isOf(one, supply.key, period))
  return { figures, signed, is: standingOf(figures, signed) }
}

function standingOf(figures: readonly StoredFigure[], signed: SignedOff | undefined): SupplyStands['is'] {
  if (figures.length === 0) return 'nothing sent'
  if (signed === undefined) return 'to be signed off'
  return figures.every((figure) => isSigned(signed, figure)) ? 'signed off' : 'sent again'
}

/** What of a dataset others have sent and nobody has signed off, in words; nothing where all is. */
export async function unsignedIn(
  app: App,
  db: Db,
  { dataset, authority, period }: { readonly dataset: Dataset; readonly authority: string; readonly period: Period },
): Promise<readonly string[]> {
  const shown = new Set(dataset.sections.flatMap(({ indicators }) => indicators))
  const here = { ...app, store: { ...app.store, db } }
  const missing: string[] = []
  for (const supply of app.catalogue.supplies.values()) {
    if (!supply.indicators.some((one) => shown.has(one))) continue
    const { is } = await supplyStands(here, supply, authority, period)
    if (is === 'to be signed off')
      missing.push(`${supply.signedOffBy} has not signed off what ${supply.sentBy.label} sent`)
    if (is === 'sent again')
      missing.push(`${supply.sentBy.label} sent other figures after ${supply.signedOffBy} had signed them off`)
  }
  return missing
}
