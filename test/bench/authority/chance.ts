/**
 * Chance that can be asked in any order and any number of times: the same answer for the same numbers, so that nothing of the authority
 * need be kept, and two exports of it say the same. (The mixing steps of MurmurHash3, by Austin Appleby, in the public domain.)
 */
export function chance(what: number, which: number): number {
  let hash = Math.imul(what ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(which + 1, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One of a list. */
export function pick<T>(list: readonly T[], what: number, which: number): T {
  const picked = list[chance(what, which) % list.length]
  if (picked === undefined) throw new RangeError('There is nothing to pick from')
  return picked
}

/** Whether it falls on this one, as it does on one in so many. */
export const someOf = (many: number, what: number, which: number): boolean => chance(what, which) % many === 0

/** Text of the length of a case note: some of these sentences. */
export function sentences(from: readonly string[], least: number, what: number, which: number): string {
  let [text, at] = [pick(from, what, which), which]
  while (text.length < least) text = `${text} ${pick(from, what, ++at)}`
  return text
}
