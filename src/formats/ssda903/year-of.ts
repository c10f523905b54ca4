import type { PlainDate } from '../../core/dates/plain-date.ts'
import { readDate } from './cell.ts'
import { byName, type RawTable } from './raw.ts'
import type { TableName } from './tables.ts'
import { type CollectionYear, collectionYear, inferYear, knownYears, parseYear } from './year.ts'

/** The columns whose dates lie in the year of the return, most telling first: an end is always of the year, a beginning may be long before. */
const telling: readonly (readonly [TableName, readonly string[]])[] = [
  ['Episodes', ['DEC']],
  ['Missing', ['MIS_START', 'MIS_END']],
  ['SWEpisodes', ['SW_DEC']],
  ['Reviews', ['REVIEW']],
  ['DoLo', ['DOLO_START', 'DOLO_END']],
]

export type Unclear = { readonly file: string; readonly message: string }

/**
 * The year of a return: the one asked for, or the one that its dates tell. Where both are there and differ, and where files of several years are given
 * together, nobody can say which is meant.
 */
export function yearOf(all: readonly RawTable[], asked: string | undefined): CollectionYear | Unclear {
  const given = asked === undefined ? undefined : parseYear(asked)
  const [first] = all
  const file = first?.file ?? ''
  if (asked !== undefined && given === undefined)
    return { file, message: `“${asked}” is no year of the return. Write it like 2017/18, from ${knownYears}.` }
  const told = toldBy(all)
  const other = told.find(({ startsIn }) => startsIn !== told[0]?.startsIn)
  const [one] = told
  if (one !== undefined && other !== undefined)
    return {
      file: other.file,
      message: `${other.file} is of ${nameOf(other.startsIn)} and ${one.file} of ${nameOf(one.startsIn)}. Load one year at a time.`,
    }
  if (given !== undefined && one !== undefined && one.startsIn !== given.startsIn)
    return { file: one.file, message: `The dates are those of ${nameOf(one.startsIn)}, not of ${given.label}.` }
  if (given !== undefined) return given
  if (one === undefined)
    return { file, message: 'The dates do not tell which year the return is of. Say it: --year 2017/18' }
  return (
    collectionYear(one.startsIn) ?? {
      file: one.file,
      message: `The dates are those of ${nameOf(one.startsIn)}. Returns are known from ${knownYears}.`,
    }
  )
}

type Told = { readonly file: string; readonly startsIn: number }

/** What the most telling table says, of each file that has it; the next where that says nothing clear. */
function toldBy(all: readonly RawTable[]): readonly Told[] {
  for (const [name, columns] of telling) {
    const told = byName(all, name).flatMap(({ file, rows }): Told[] => {
      const dates = rows.flatMap(({ cells }) => columns.flatMap((column) => dateOf(cells.get(column))))
      const startsIn = dates.length === 0 ? latestBeginning(name, rows) : inferYear(dates)
      return startsIn === undefined ? [] : [{ file, startsIn }]
    })
    if (told.length > 0) return told
  }
  return []
}

/** In the first weeks of a year no episode has ended yet. */
function latestBeginning(name: TableName, rows: RawTable['rows']): number | undefined {
  if (name !== 'Episodes') return undefined
  const begun = rows.flatMap(({ cells }) => dateOf(cells.get('DECOM')))
  const latest = begun.reduce<PlainDate | undefined>(
    (one, date) => (one === undefined || date > one ? date : one),
    undefined,
  )
  return latest === undefined ? undefined : inferYear([latest])
}

function dateOf(text: string | undefined): readonly PlainDate[] {
  const date = text === undefined ? undefined : readDate(text)
  return date === undefined ? [] : [date]
}

const nameOf = (startsIn: number): string => `${startsIn}/${String(startsIn + 1).slice(-2)}`
