import type { KnownBy, ReconciledItem, Reconciliation } from '../../core/reconciliation/reconciliation.ts'

/** What a column of a list holds. */
export type ListColumn =
  | { readonly holds: 'number'; readonly of: KnownBy }
  | { readonly holds: 'given' | 'family' | 'name' | 'born' | 'kind' | 'day' }
  | { readonly holds: 'item'; readonly of: ReconciledItem }

/** Every list calls these so, or nearly so. The first of each stands in the template. */
const common = {
  given: ['Given name', 'First name', 'Forename', 'Forenames', 'Given names', 'First names'],
  family: ['Family name', 'Surname', 'Last name'],
  name: ['Name', 'Child', 'Child name', 'Childs name', 'Patient', 'Patient name', 'Full name'],
  born: ['Date of birth', 'DOB', 'D.O.B.', 'Born', 'Birth date'],
  kind: ['What', 'Type', 'Assessment', 'Assessment type', 'Type of assessment', 'Appointment type'],
  day: ['Held on', 'Date', 'Date held', 'Completed', 'Date completed', 'Assessment date', 'Appointment date'],
} as const

/** The headings of the template: a column for each number, who it is, and a day for each thing. */
export const headingsOf = ({ knownBy, items }: Reconciliation): readonly string[] => [
  ...knownBy.map(({ headings, label }) => headings[0] ?? label),
  common.given[0],
  common.family[0],
  common.born[0],
  ...items.map(({ headings, label }) => headings[0] ?? label),
]

/** What a heading calls, whatever stands between its words and however they are written; undefined where it is no column that is read. */
export function columnCalled({ knownBy, items }: Reconciliation, heading: string): ListColumn | undefined {
  const word = plain(heading)
  const isCalled = (headings: readonly string[]) => headings.some((one) => plain(one) === word)
  const number = knownBy.find(({ headings }) => isCalled(headings))
  if (number !== undefined) return { holds: 'number', of: number }
  const item = items.find(({ headings }) => isCalled(headings))
  if (item !== undefined) return { holds: 'item', of: item }
  const named = Object.entries(common).find(([, headings]) => isCalled(headings))?.[0]
  return named === undefined ? undefined : { holds: named as keyof typeof common }
}

/** The item that a list with a row for each calls so. */
export const itemCalled = ({ items }: Reconciliation, text: string): ReconciledItem | undefined =>
  items.find(({ called }) => called.some((one) => plain(one) === plain(text)))

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
