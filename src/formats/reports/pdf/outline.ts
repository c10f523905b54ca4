import { pageSize, type Shape } from './look.ts'

declare global {
  namespace PDFKit {
    interface PDFOutline {
      addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number }): PDFOutline
    }
  }
}

/** Adds a heading of this page to the bookmarks, below the last one that is above it. */
export type AddBookmark = (level: number, title: string, top: number, shape: Shape) => void

export function bookmarksOf({ outline }: PDFKit.PDFDocument): AddBookmark {
  const above: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = []
  return (level, title, top, shape) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    const parent = above.at(-1)?.item ?? outline
    // The library takes how far from the right edge the view is to begin.
    const item = parent.addItem(title, { expanded: level === 1, top, left: pageSize(shape).width })
    above.push({ level, item })
  }
}
