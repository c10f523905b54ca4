/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** Whether something that happens with this chance does. */
  chance(of: number): boolean
  /** One of them, each as likely. */
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T
  /** One of the keys, by their weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  /** A stream of its own, so that what is made for one child does not change with how much was made before. */
  fork(name: string | number): Random
}

/** @throws RangeError for a seed that is not a whole number */
export function random(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is a whole number, not ${seed}.`)
  return stream(hash(String(seed)))
}

/** Mulberry32. */
function stream(start: number): Random {
  let state = start
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: (of) => next() < of,
    pick(from) {
      const one = from[whole(0, from.length - 1)]
      if (one === undefined) throw new RangeError('There is nothing to pick from')
      return one
    },
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const all = Object.entries<number>(weights)
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of all) {
        left -= weight
        if (left < 0) return key as K
      }
      throw new RangeError('Weights have to be above nought')
    },
    fork: (name) => stream(hash(`${start}/${name}`)),
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}
