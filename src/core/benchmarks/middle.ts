/** The arithmetic mean; undefined of nothing. */
export const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

/** Below which a part of the values lies, 0 to 1, between two of them where it falls between; undefined of nothing. */
function quantileOf(values: readonly number[], part: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below === undefined || above === undefined ? undefined : below + (above - below) * (at - Math.floor(at))
}

export const medianOf = (values: readonly number[]): number | undefined => quantileOf(values, 0.5)
