import { type RawBuilder, sql } from 'kysely'
import type { Answered } from '../../core/counting/tally.ts'
import type { Db } from '../records/transaction.ts'
import { type KeptUnder, reachingInto, reading } from './members.ts'

/** Of the marks and numbers of members, those at these places. */
export type Places = {
  readonly placed: readonly number[]
  readonly answers: readonly number[]
  readonly measures: readonly number[]
}

type Answers = Omit<Answered, 'members'>

/**
 * How many members of each counted period gave the same answers at the places asked about: enough to tally every figure that is decided by those. What
 * stands at other places may not be told.
 */
export async function findAnswered(
  db: Db,
  periods: readonly KeptUnder[],
  { placed, answers, measures }: Places,
): Promise<ReadonlyMap<number, readonly Answered[]>> {
  const byPeriod = new Map(periods.map(({ id }) => [id, new Map<Answers, number>()] as const))
  if (periods.length > 0) {
    const marks = marksAt(placed, answers)
    const { rows } = await sql<Alike>`
      select first, last, ${marks.asText('placed')} as placed, ${marks.asText('answers')} as answers, numbers, members
      from (
        select first, last, ${marks.placed} as placed, ${marks.answers} as answers,
          ${measures.length === 0 ? sql`'[]'::text` : sql`measures`} as numbers, count(*) as members
        from ${reachingInto(periods)} group by 1, 2, 3, 4, 5
      ) as alike`.execute(db)
    const answersOf = eachOnce(marks)
    for (const row of rows) {
      const given = answersOf(row)
      for (let id = row.first; id <= row.last; id++) {
        const members = byPeriod.get(id)
        members?.set(given, (members.get(given) ?? 0) + row.members)
      }
    }
  }
  return new Map(
    [...byPeriod].map(([id, alike]) => [id, [...alike].map(([given, members]) => ({ ...given, members }))] as const),
  )
}

/** Members whose stretches begin and end together, and who answered alike. */
type Alike = {
  readonly first: number
  readonly last: number
  readonly placed: string
  readonly answers: string
  readonly numbers: string
  readonly members: number
}

/** The answers of members, the same object for the same answers. */
function eachOnce(marks: Pick<Marks, 'inPlace'>): (row: Alike) => Answers {
  const found = new Map<string, Answers>()
  const numbersIn = reading<number | null>()
  return ({ placed, answers, numbers }) => {
    const key = `${placed} ${answers} ${numbers}`
    const before = found.get(key)
    if (before !== undefined) return before
    const given = { ...marks.inPlace(placed, answers), measures: numbersIn(numbers) }
    found.set(key, given)
    return given
  }
}

/** How the marks of members are asked for, and read where they stood. */
type Marks = {
  readonly placed: RawBuilder<unknown>
  readonly answers: RawBuilder<unknown>
  asText(column: 'placed' | 'answers'): RawBuilder<string>
  inPlace(placed: string, answers: string): Pick<Answered, 'placed' | 'answers'>
}

/** To cut more pieces out of every row takes the database longer than to compare all that is there. */
const MOST_PIECES = 8

function marksAt(placed: readonly number[], answers: readonly number[]): Marks {
  const [ofPlaced, ofAnswers] = [piecesAt(placed), piecesAt(answers)]
  if (ofPlaced.length + ofAnswers.length > MOST_PIECES)
    return {
      placed: sql`placed`,
      answers: sql`answers`,
      asText: (column) => sql.ref(column),
      inPlace: (placed, answers) => ({ placed, answers }),
    }
  return {
    placed: cutOut('placed', ofPlaced),
    answers: cutOut('answers', ofAnswers),
    asText: (column) => sql`encode(${sql.ref(column)}, 'escape')`,
    inPlace: (placed, answers) => ({ placed: putBack(placed, ofPlaced), answers: putBack(answers, ofAnswers) }),
  }
}

/** Places beside one another. */
type Piece = { readonly from: number; count: number }

function piecesAt(places: readonly number[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const place of new Set(places.toSorted((a, b) => a - b))) {
    const last = pieces.at(-1)
    if (last !== undefined && last.from + last.count === place) last.count++
    else pieces.push({ from: place, count: 1 })
  }
  return pieces
}

/** Taken as bytes, for a mark is one: of a text the database would look for where each letter begins. The first is at 1. */
const cutOut = (column: 'placed' | 'answers', pieces: readonly Piece[]): RawBuilder<unknown> =>
  sql.raw(
    pieces.map(({ from, count }) => `substr(${column}::bytea, ${from + 1}, ${count})`).join(' || ') || "''::bytea",
  )

/** The marks that were cut out where they stood; all others are blotted out. */
function putBack(marks: string, pieces: readonly Piece[]): string {
  let [whole, read] = ['', 0]
  for (const { from, count } of pieces) {
    whole = whole.padEnd(from, '-') + marks.slice(read, read + count)
    read += count
  }
  return whole
}
