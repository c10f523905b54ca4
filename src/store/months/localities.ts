import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { ByPart } from '../../core/disclosure/parts-alone.ts'
import type { Shown } from '../../core/disclosure/shown.ts'
import type { FrozenFigure } from '../../core/figures/frozen.ts'
import type { Rag } from '../../core/figures/judge.ts'
import type { Db } from '../records/transaction.ts'
import { columnsOf, shownIn } from './public.ts'
import { findFrozenFigures } from './publications.ts'

/** Keeps what the figures of a frozen month are of each locality. Call it in the transaction in which it is frozen. */
export async function addFrozenLocalities(db: Db, publication: number, all: ByPart<FrozenFigure>): Promise<void> {
  const rows = [...all].flatMap(([locality, figures]) => figures.map((figure) => ({ locality, figure })))
  if (rows.length === 0) return
  await db
    .insertInto('frozen_locality_figure')
    .values(
      rows.map(({ locality, figure }, place) => ({
        ...{ publication_id: publication, place, locality, indicator: figure.indicator },
        ...{ value: figure.value, numerator: figure.numerator, denominator: figure.denominator },
        ...{ not_known: figure.notKnown, not_placed: figure.notPlaced, rag: figure.judged.rag },
      })),
    )
    .execute()
}

/** What the figures of a frozen month are of each locality, in the order of its dataset: as those of the whole, with the numbers of the locality. */
export async function findFrozenLocalities(
  db: Db,
  { id, period }: { readonly id: number; readonly period: { readonly from: PlainDate } },
): Promise<ByPart<FrozenFigure>> {
  const rows = await db
    .selectFrom('frozen_locality_figure')
    .selectAll()
    .where('publication_id', '=', id)
    .orderBy('place')
    .execute()
  if (rows.length === 0) return new Map()
  const whole = (await findFrozenFigures(db, id)).filter((one) => one.period.from === period.from)
  const figureOf = new Map(whole.map((one) => [one.indicator, one] as const))
  return grouped(
    rows.flatMap((row) => {
      const of = figureOf.get(row.indicator)
      if (of === undefined) return []
      const { breakNote } = of.judged
      const { target, redBeyond } = of.definition.unit === 'count' ? NO_TARGET : of.judged
      const figure: FrozenFigure = {
        ...of,
        ...{ value: row.value, numerator: row.numerator, denominator: row.denominator },
        ...{ notKnown: row.not_known, notPlaced: row.not_placed },
        judged: {
          ...{ target, redBeyond, breakNote, rag: row.rag, previous: null, direction: null, movement: null },
          ...{ benchmarks: [], note: null, publishedIn: null },
        },
      }
      return [[row.locality, figure] as const]
    }),
  )
}

/** So many in all says nothing of how many there should be in a part. */
const NO_TARGET = { target: null, redBeyond: null }

/** What partners see of a figure of a locality. */
export type LocalityFigure = { readonly indicator: string; readonly shown: Shown; readonly rag: Rag | null }

/** Keeps what partners may see of localities. Call it in the transaction in which the month is published to everybody. */
export async function addLocalityFigures(db: Db, publication: number, all: ByPart<LocalityFigure>): Promise<void> {
  const rows = [...all].flatMap(([locality, figures]) => figures.map((figure) => ({ locality, figure })))
  if (rows.length === 0) return
  await db
    .insertInto('locality_figure')
    .values(
      rows.map(({ locality, figure: { indicator, shown, rag } }, place) => ({
        ...{ publication_id: publication, place, locality, indicator, rag },
        ...columnsOf(shown),
      })),
    )
    .execute()
}

/** What partners may see of each locality of a month, in the order of its dataset. */
export async function findLocalityFigures(db: Db, publication: number): Promise<ByPart<LocalityFigure>> {
  const rows = await db
    .selectFrom('locality_figure')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('place')
    .execute()
  return grouped(
    rows.map((row) => [row.locality, { indicator: row.indicator, shown: shownIn(row), rag: row.rag }] as const),
  )
}

function grouped<One>(all: readonly (readonly [string, One])[]): ByPart<One> {
  const groups = new Map<string, One[]>()
  for (const [key, one] of all) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
