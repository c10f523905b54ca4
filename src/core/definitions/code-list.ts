import type { PlainDate } from '../dates/plain-date.ts'

/** One code of a list. Without `from` it has always been valid; `to` is the first day on which it no longer is. */
export type Code = { readonly label: string; readonly from?: PlainDate; readonly to?: PlainDate }

/** Codes with their labels, each valid over a stretch of dates. A record's codes are checked against its own date, never today's. */
export type CodeList<C extends string = string> = {
  readonly key: string
  readonly label: string
  readonly source: string
  readonly codes: Readonly<Record<C, Code>>
}

type Written = string | Code

/** Defines a code list. A code is written as its label, or as a label with the dates between which it is valid. */
export function codeList<const C extends Readonly<Record<string, Written>>>(
  key: string,
  definition: { readonly label: string; readonly source: string; readonly codes: C },
): CodeList<keyof C & string> {
  const codes = Object.entries<Written>(definition.codes).map(
    ([code, written]) => [code, typeof written === 'string' ? { label: written } : written] as const,
  )
  // Object.fromEntries forgets which keys there are; they are those of `codes`, one for one.
  return { ...definition, key, codes: Object.fromEntries(codes) as Record<keyof C & string, Code> }
}

/** Whether a code may be used on a record of that date. */
export function isCodeOn(list: CodeList, code: string, date: PlainDate): boolean {
  const found = findCode(list, code)
  if (found === undefined) return false
  return (found.from === undefined || found.from <= date) && (found.to === undefined || date < found.to)
}

/** The codes valid on a date, in the order of the list. */
export const codesOn = (list: CodeList, date: PlainDate): readonly (Code & { readonly code: string })[] =>
  Object.entries(list.codes)
    .filter(([code]) => isCodeOn(list, code, date))
    .map(([code, { label }]) => ({ code, label }))

/** A code's label; the code itself where the list does not have it, so that nothing recorded is ever blank on screen. */
export const labelOf = (list: CodeList, code: string): string => findCode(list, code)?.label ?? code

const findCode = (list: CodeList, code: string): Code | undefined =>
  Object.hasOwn(list.codes, code) ? list.codes[code] : undefined
