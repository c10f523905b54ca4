import type { PlainDate } from './plain-date.ts'

export const later = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? other : one)

/** The earlier of two ends; null has not ended. */
export function firstEnd(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
