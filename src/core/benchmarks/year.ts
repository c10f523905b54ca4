import type { Measure } from './measure.ts'

const LABEL = /^(\d{4})(\/\d{2})?(-\d{2}(\/\d{2})?)?( \(OT\))?$/

/**
 * The calendar year in which a year ends as the sources write it: 2025, 2024/25, 2024-25 (OT), or of several years 2014-16 and 2013/14-15/16.
 * Undefined for what is no year.
 */
export function yearEndsIn(label: string): number | undefined {
  const [, first, slash, span] = LABEL.exec(label) ?? []
  if (first === undefined) return undefined
  const end = (span ?? slash)?.slice(-2)
  return end === undefined ? Number(first) : Number(first.slice(0, 2) + end)
}

const startsIn = (label: string): number => Number(label.slice(0, 4))

/** A year as a page says it of a figure: "year to March 2025", "school year 2024/25", "2020 to 2022". */
export function yearText({ years }: Measure, { label, endsIn }: { readonly label: string; readonly endsIn: number }) {
  const span = years === 'calendar year' ? 0 : 1
  if (endsIn - startsIn(label) > span) return `${startsIn(label)} to ${endsIn}`
  switch (years) {
    case 'financial year':
      return `year to March ${endsIn}`
    case 'school year':
      return `school year ${endsIn - 1}/${String(endsIn).slice(2)}`
    case 'calendar year':
      return `${endsIn}`
    default:
      return `${years} ${endsIn}`
  }
}
