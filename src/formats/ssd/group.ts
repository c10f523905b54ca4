/** What has the same key, together, in its order. */
export function groupBy<Key, One>(all: readonly One[], keyOf: (one: One) => Key): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all) {
    const [key, some] = [keyOf(one), groups.get(keyOf(one))]
    if (some === undefined) groups.set(key, [one])
    else some.push(one)
  }
  return groups
}
