/** A place in a drawing that may lie either way: along the row, and from the oldest row to the youngest. */
export type Spot = { readonly across: number; readonly down: number }

/**
 * How a drawing is made. `upright`: rows are level, and a label stands under its symbol. `lying`: rows stand side by side, the oldest at the
 * left, and a label stands right of its symbol. `symbol` is half its size; `labelRooms` are how wide a label may be, row by row.
 */
export type Look = {
  readonly way: 'upright' | 'lying'
  readonly symbol: number
  readonly labelRooms: readonly number[]
}
