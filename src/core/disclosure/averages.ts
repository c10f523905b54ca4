import { roundHalfUp } from '../figures/rounding.ts'

/**
 * To what an average is rounded so that nobody's own number can be told by it and another of the same people and somebody more. Both say what their people come to by no
 * more than they are rounded; so whoever takes the one from the other is left with a span for whoever is only in one, and that is to be as wide as it has to be.
 * @param within how near somebody's own number may be told, as a share of the average
 */
export function stepFor(
  value: number,
  people: number,
  { digits, within }: { readonly digits: number; readonly within: number },
): number {
  const needed = people === 0 ? 0 : (within * Math.abs(value)) / people
  for (let power = -digits; ; power++)
    for (const leading of [1, 2, 5]) {
      const step = power < 0 ? leading / 10 ** -power : leading * 10 ** power
      if (step >= needed) return step
    }
}

/** Rounded half up to a whole number of steps; as every figure is, where a step is what it is read to. */
export const toStep = (value: number, step: number, digits: number): number =>
  step > 10 ** -digits
    ? Number((Number(roundHalfUp(value / step, 0)) * step).toFixed(digits))
    : Number(roundHalfUp(value, digits))
