/** A chart in both widths; the stylesheet shows the one that fits. Both are complete `<svg>` elements, with the same title and description. */
export type Picture = { readonly wide: string; readonly narrow: string }

export type PictureWords = { readonly id: string; readonly title: string; readonly description: string }

/** Where the plot of a drawing lies in it. */
export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
