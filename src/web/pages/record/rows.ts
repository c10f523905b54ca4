import type { Typed } from '../../../app/people/drafts.ts'
import type { Fields } from '../../../core/definitions/field.ts'

/** Rows of a repeating group that a form holds at most: more is no list that anybody writes by hand. */
const MOST_ROWS = 200

/** How many rows of a group a form has: as many as it says, or as were typed. */
export function rowsOf(typed: Typed, name: string): number {
  const numbered = Object.keys(typed).map((key) => rowIn(key, name)?.at ?? -1)
  const said = Number(/^\d{1,3}$/.exec(typed[`${name}.rows`]?.[0] ?? '')?.[0] ?? 0)
  return Math.min(MOST_ROWS, Math.max(said, ...numbered.map((at) => at + 1), 0))
}

/** `points.2.who` is `who` in row 2 of `points`. */
function rowIn(key: string, name: string): { readonly at: number; readonly part: string } | undefined {
  if (!key.startsWith(`${name}.`)) return undefined
  const [, at, part] = /^(\d{1,3})\.(.+)$/.exec(key.slice(name.length + 1)) ?? []
  return at === undefined || part === undefined ? undefined : { at: Number(at), part }
}

/** With one more row, empty. */
export const addRow = (typed: Typed, name: string): Typed => ({
  ...typed,
  [`${name}.rows`]: [String(Math.min(MOST_ROWS, rowsOf(typed, name) + 1))],
})

/** Without one of the rows; those below it move up. */
export const takeRow = (typed: Typed, name: string, at: number): Typed =>
  withRows(
    typed,
    name,
    rowsIn(typed, name).filter((_, index) => index !== at),
  )

/** Without rows in which nothing was written: they were offered and not needed. */
export function withoutEmptyRows(fields: Fields, typed: Typed): Typed {
  return Object.entries(fields)
    .filter(([, { kind }]) => kind === 'group')
    .reduce(
      (rest, [name]) =>
        withRows(
          rest,
          name,
          rowsIn(rest, name).filter((row) =>
            Object.values(row).some((given) => given.some((one) => one.trim() !== '')),
          ),
        ),
      typed,
    )
}

function rowsIn(typed: Typed, name: string): readonly Typed[] {
  return Array.from({ length: rowsOf(typed, name) }, (_, at) =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([key, given]) => {
        const row = rowIn(key, name)
        return row?.at === at ? [[row.part, given] as const] : []
      }),
    ),
  )
}

function withRows(typed: Typed, name: string, rows: readonly Typed[]): Typed {
  const others = Object.entries(typed).filter(([key]) => rowIn(key, name) === undefined && key !== `${name}.rows`)
  const placed = rows.flatMap((row, at) =>
    Object.entries(row).map(([part, given]) => [`${name}.${at}.${part}`, given] as const),
  )
  return Object.fromEntries([...others, ...placed, [`${name}.rows`, [String(rows.length)]]])
}
