import { roomOf, type Shape } from './look.ts'
import type { Block, Placed, Sheet, Strip } from './strip.ts'

type OpenSheet = { readonly shape: Shape; readonly placed: Placed[]; used: number }
type Piece = { readonly strip: Strip; readonly block: Block; readonly isFirst: boolean }

/**
 * Puts the blocks on pages, each `top` from the upper margin. What is to stay together does where a page can hold it; a block of another shape begins a page
 * of that shape.
 */
export function paginate(blocks: readonly Block[]): readonly Sheet[] {
  const sheets: OpenSheet[] = []
  const open = (shape: Shape): OpenSheet => {
    const sheet = { shape, placed: [], used: 0 }
    sheets.push(sheet)
    return sheet
  }
  for (const cluster of clusters(blocks)) {
    const last = sheets.at(-1)
    const [first] = cluster
    if (first !== undefined && (last === undefined || !takes(last, cluster))) open(first.block.shape)
    for (const piece of cluster) {
      const sheet = sheets.at(-1)
      put(sheet !== undefined && fits(sheet, piece.strip) ? sheet : open(piece.block.shape), piece)
    }
  }
  return sheets
}

/** What has to stand together: a heading with the first lines below it, the heads of a table with its first row. */
function clusters(blocks: readonly Block[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = []
  let isOpen = false
  for (const block of blocks)
    for (const [at, strip] of block.strips.entries()) {
      const last = all.at(-1)
      const piece = { strip, block, isFirst: at === 0 }
      if (isOpen && last?.[0]?.block.shape === block.shape) last.push(piece)
      else all.push([piece])
      isOpen = strip.keepWithNext
    }
  return all
}

const left = ({ shape, used }: OpenSheet): number => roomOf(shape).height - used
const heightOn = ({ placed }: OpenSheet, { before, height }: Strip): number =>
  (placed.length === 0 ? 0 : before) + height
const fits = (sheet: OpenSheet, strip: Strip): boolean => heightOn(sheet, strip) <= left(sheet)

/** Of a page no more is left empty, so that what comes may stand on the next in one piece: it is cut rather. */
const MOST_EMPTY = 0.4

/** A cluster that no page could hold begins where it is. */
function takes(sheet: OpenSheet, cluster: readonly Piece[]): boolean {
  if (cluster[0]?.block.shape !== sheet.shape) return false
  const { height: room } = roomOf(sheet.shape)
  let [height, wanted] = [0, 0]
  for (const { strip } of cluster) {
    wanted = Math.max(wanted, height + (strip.wants ?? 0))
    height += strip.before + strip.height
  }
  return Math.max(height, Math.min(wanted, MOST_EMPTY * room)) <= left(sheet) || height > room
}

function put(sheet: OpenSheet, { strip, block, isFirst }: Piece): void {
  if (sheet.placed.length === 0 && block.again !== undefined && !isFirst) add(sheet, block.again)
  add(sheet, strip)
}

function add(sheet: OpenSheet, strip: Strip): void {
  const top = sheet.used + (sheet.placed.length === 0 ? 0 : strip.before)
  sheet.placed.push({ strip, top })
  sheet.used = top + strip.height
}
