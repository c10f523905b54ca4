import { closest, distance } from 'fastest-levenshtein'

/** "There is no indicator x. Did you mean y?", naming the nearest key where it is near enough to be a slip. */
export function unknown(kind: string, key: string, keys: Iterable<string>): string {
  const all = [...keys]
  const written = key.toLowerCase()
  const near = all.length > 0 ? closest(written, all) : undefined
  const likely = near !== undefined && distance(written, near) <= Math.max(2, key.length / 4)
  const advice = likely
    ? `Did you mean "${near}"?`
    : kind === 'indicator' && all.length > 12
      ? 'The definitions page lists them all.'
      : `There are: ${all.join(', ')}.`
  return `There is no ${kind} "${key}". ${advice}`
}
