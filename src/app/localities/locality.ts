import type { Period } from '../../core/dates/period.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import type { Living } from './population.ts'

/** How many months stand beside each other. */
export const MONTHS = 6

export type AskedLocality = {
  readonly locality: string
  readonly dataset: string | undefined
  readonly period: Period | undefined
}

/** Figures of a locality beside those of the whole, whoever sees them. */
export type OfLocality<Line> = {
  readonly locality: string
  readonly dataset: Dataset
  readonly living: Living | undefined
  /** The months that stand beside each other, the oldest first. */
  readonly months: readonly Period[]
  readonly lines: readonly Line[]
  /** How many more figures there are, of the whole authority alone. */
  readonly ofWholeAlone: number
}
