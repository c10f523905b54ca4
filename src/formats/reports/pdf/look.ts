/** Distances are points: 72 to the inch. */
export type Shape = 'upright' | 'wide'

const A4 = { short: 595.28, long: 841.89 } as const
export const margin = { side: 46, top: 62, bottom: 62 } as const

export const pageSize = (shape: Shape): { readonly width: number; readonly height: number } =>
  shape === 'upright' ? { width: A4.short, height: A4.long } : { width: A4.long, height: A4.short }

/** What lies between the margins. */
export const roomOf = (shape: Shape): { readonly width: number; readonly height: number } => {
  const { width, height } = pageSize(shape)
  return { width: width - 2 * margin.side, height: height - margin.top - margin.bottom }
}

/** Text is not set wider than can be read with ease, whatever room there is: some 85 characters. */
export const MEASURE = 440

export const colours = {
  ink: '#16232b',
  quiet: '#4a5860',
  harbour: '#123f4d',
  link: '#14607a',
  heather: '#7b3f72',
  red: '#a3211b',
  amber: '#754600',
  amberFill: '#e8a317',
  green: '#17603a',
  rule: '#d3dade',
  wash: '#f4f7f8',
  wash2: '#e6edf0',
  white: '#ffffff',
} as const
export type Colour = (typeof colours)[keyof typeof colours]

export type Face = 'regular' | 'semibold'
export type TextStyle = {
  readonly face: Face
  readonly size: number
  /** From one baseline to the next. */
  readonly leading: number
  readonly colour: Colour
}

const style = (face: Face, size: number, leading: number, colour: Colour = colours.ink): TextStyle => ({
  face,
  size,
  leading,
  colour,
})

export const styles = {
  title: style('semibold', 27, 32, colours.white),
  subtitle: style('regular', 14, 19, colours.white),
  marking: style('semibold', 10.5, 14, colours.white),
  heading1: style('semibold', 19, 24, colours.harbour),
  heading2: style('semibold', 14, 18, colours.harbour),
  heading3: style('semibold', 11.5, 15),
  paragraph: style('regular', 11, 15.5),
  finding: style('semibold', 12, 16.5),
  caption: style('semibold', 11, 15),
  note: style('regular', 9, 12, colours.quiet),
  running: style('regular', 9, 12, colours.quiet),
} as const

/** The cells of a table, in so large a letter. */
export const cellStyle = (size: number, face: Face, colour: Colour = colours.ink): TextStyle =>
  style(face, size, Math.round(size * 1.32 * 10) / 10, colour)
