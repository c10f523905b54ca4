/** What was done, and how many seconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> {
  const start = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - start) / 1000 }
}

/** How many milliseconds each took, one after the other. */
export async function timeEach<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (const one of all) {
    const start = performance.now()
    await work(one)
    times.push(performance.now() - start)
  }
  return times
}

/** The value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const inOrder = values.toSorted((a, b) => a - b)
  const value = inOrder[Math.max(0, Math.ceil((inOrder.length * percent) / 100) - 1)]
  if (value === undefined) throw new RangeError('There are no values')
  return value
}

/** The most memory that the process has held so far. */
export const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024

/** The fewest seconds that each took, in so many rounds in which each has its turn: what else the machine does falls on all. */
export async function fastest(rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [at, work] of works.entries()) {
      const { seconds } = await timed(work)
      best[at] = Math.min(best[at] ?? seconds, seconds)
    }
  return best
}
