/** Indexes of a stretch of neighbouring known values, which a line may join. Never empty. */
export type Run = readonly number[]

/** A missing figure, or one that is no number, is a gap: never nought, never bridged. */
export const isKnown = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value)

/** Splits a series wherever a value is missing or `startsAnew` says that a value does not compare with the one before. */
export function runsOf(
  values: readonly (number | null)[],
  startsAnew: (index: number) => boolean = () => false,
): readonly Run[] {
  const runs: number[][] = []
  values.forEach((value, index) => {
    if (!isKnown(value)) return
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === index - 1 && !startsAnew(index)) run.push(index)
    else runs.push([index])
  })
  return runs
}
