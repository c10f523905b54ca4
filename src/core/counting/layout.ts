/** What a layout can take of somebody on a work list beside what the list's columns say. */
export const alwaysTaken = ['number', 'name', 'bornOn', 'state', 'due', 'why', 'worker', 'team'] as const
export type AlwaysTaken = (typeof alwaysTaken)[number]

/** The columns of a file that was agreed with whoever gets it: in their order, under their headings. Each takes a column of the list by its key, or what can always be taken. */
export type Layout = {
  readonly label: string
  /** Where it was agreed, or whose it is. */
  readonly source: string
  readonly columns: readonly { readonly heading: string; readonly takes: string }[]
}
