import { distance } from 'fastest-levenshtein'

/** More keys than these are no help to somebody who mistyped one. */
const MOST_LISTED = 40
const NEAREST = 5

/** "There is no indicator x. Did you mean y?", naming the nearest key where it is near enough to be a slip, and of very many the few nearest alone. */
export function unknown(kind: string, key: string, keys: Iterable<string>): string {
  const written = key.toLowerCase()
  const all = [...keys]
  const nearest = all.toSorted((a, b) => farness(written, a) - farness(written, b))
  const [near] = nearest
  if (near !== undefined && distance(written, near) <= Math.max(2, key.length / 4))
    return `There is no ${kind} "${key}". Did you mean "${near}"?`
  return `${key === '' ? `Name the ${kind}.` : `There is no ${kind} "${key}".`} ${offered(kind, all, nearest)}`
}

function offered(kind: string, all: readonly string[], nearest: readonly string[]): string {
  if (all.length <= MOST_LISTED) return `There are: ${all.join(', ')}.`
  const few = `The nearest of ${all.length} are: ${nearest.slice(0, NEAREST).join(', ')}.`
  return kind === 'indicator' ? `${few} The definitions page lists them all.` : few
}

/** How far a key is from what was written: one that has it as a part is nearer than any other. */
const farness = (written: string, key: string): number =>
  distance(written, key) - (written !== '' && key.includes(written) ? key.length : 0)
