import type { Selectable } from 'kysely'
import type { PublicFigure } from '../../core/disclosure/public-figure.ts'
import type { DisclosureRule } from '../../core/disclosure/rule.ts'
import type { Shown } from '../../core/disclosure/shown.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'
import type { Tables } from '../tables.ts'
import { stored } from './publications.ts'

/** A frozen month that everybody may see something of, and by which rule it was decided what. */
export type PublicMonth = {
  readonly publication: Publication
  readonly rule: DisclosureRule
  readonly publishedAt: Date
}

/** Keeps what everybody may see of a frozen month. Call it in the transaction in which it is published. */
export async function addPublicMonth(
  db: Db,
  { publication, rule, at }: { readonly publication: number; readonly rule: DisclosureRule; readonly at: Date },
  figures: readonly PublicFigure[],
): Promise<void> {
  await db
    .insertInto('public_month')
    .values({ publication_id: publication, rule: JSON.stringify(rule), published_at: at })
    .execute()
  if (figures.length === 0) return
  await db
    .insertInto('public_figure')
    .values(figures.map((figure, place) => ({ publication_id: publication, place, ...rowOf(figure) })))
    .execute()
}

const rowOf = ({ section, indicator, period, provisional, definition, judged, shown }: PublicFigure) => ({
  ...{ section, indicator, kind: period.kind, from_on: day(period.from), to_on: day(period.to), provisional },
  ...columnsOf(shown),
  definition: JSON.stringify(definition),
  judged: JSON.stringify(judged),
})

/** What is shown of a figure, as columns: of what is withheld no number. */
export const columnsOf = (shown: Shown) => ({
  shown: shown.kind,
  value: shown.kind === 'whole' ? shown.value : null,
  numerator: shown.kind === 'whole' ? shown.numerator : null,
  denominator: shown.kind === 'whole' ? shown.denominator : null,
  rounded_to: shown.kind === 'whole' ? shown.roundedTo : null,
  words: shown.words,
})

/** Every frozen month that everybody may see something of, in the order in which they were published. */
export async function listPublicMonths(db: Db): Promise<readonly PublicMonth[]> {
  const rows = await db
    .selectFrom('public_month')
    .innerJoin('publication', 'publication.id', 'public_month.publication_id')
    .selectAll('publication')
    .select(['public_month.rule', 'public_month.published_at'])
    .orderBy('public_month.published_at')
    .orderBy('publication.id')
    .execute()
  return rows.map(({ rule, published_at, ...publication }) => ({
    ...{ publication: stored(publication), rule, publishedAt: published_at },
  }))
}

/** What everybody may see of a frozen month, in the order of its dataset, the oldest month first. */
export async function findPublicFigures(db: Db, publication: number): Promise<readonly PublicFigure[]> {
  const rows = await db
    .selectFrom('public_figure')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...{ section: row.section, indicator: row.indicator, provisional: row.provisional },
    period: { kind: row.kind, from: row.from_on, to: row.to_on },
    ...{ definition: row.definition, judged: row.judged, shown: shownIn(row) },
  }))
}

const CODES = { small: 'c', withheld: 'c', exempt: 'x', none: 'z' } as const

type ShownColumns = 'shown' | 'value' | 'numerator' | 'denominator' | 'rounded_to' | 'words'

export function shownIn(row: Pick<Selectable<Tables['public_figure']>, ShownColumns>): Shown {
  const { shown: kind, value, numerator, denominator, rounded_to: roundedTo, words } = row
  switch (kind) {
    case 'whole':
      return { kind, value: value ?? 0, numerator, denominator, roundedTo, words }
    case 'small':
    case 'withheld':
      return { kind, code: CODES[kind], words: words ?? '' }
    case 'exempt':
      return { kind, code: CODES[kind], words: words ?? '' }
    case 'none':
      return { kind, code: CODES[kind], words: words ?? '' }
  }
}
