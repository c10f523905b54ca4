/** Something that wants its middle at `at` on a line and takes up `size` of it. */
export type Wish = { readonly at: number; readonly size: number }

type Cluster = { readonly sumOfStarts: number; readonly size: number; readonly count: number }

const startOf = ({ sumOfStarts, count }: Cluster): number => sumOfStarts / count

const joined = (a: Cluster, b: Cluster): Cluster => ({
  // Where b's members would like the whole cluster to start, given that all of a stands before them.
  sumOfStarts: a.sumOfStarts + b.sumOfStarts - a.size * b.count,
  size: a.size + b.size,
  count: a.count + b.count,
})

/**
 * Middles for wishes in ascending order of `at`, so that none overlap, their order is kept, and each moves as little as
 * the others allow (least squares), between `from` and `to`. Where they cannot all fit they run past `to`.
 */
export function spread(wishes: readonly Wish[], from: number, to: number): readonly number[] {
  let clusters: readonly Cluster[] = []
  for (const { at, size } of wishes) {
    let last: Cluster = { sumOfStarts: at - size / 2, size, count: 1 }
    let before = clusters.at(-1)
    while (before !== undefined && startOf(before) + before.size > startOf(last)) {
      last = joined(before, last)
      clusters = clusters.slice(0, -1)
      before = clusters.at(-1)
    }
    clusters = [...clusters, last]
  }
  return middles(wishes, clusters, from, to)
}

function middles(wishes: readonly Wish[], clusters: readonly Cluster[], from: number, to: number): readonly number[] {
  const starts: number[] = []
  let next = 0
  for (const cluster of clusters) {
    let start = startOf(cluster)
    for (const { size } of wishes.slice(next, next + cluster.count)) {
      starts.push(start)
      start += size
    }
    next += cluster.count
  }
  return kept(starts, wishes, from, to)
}

/** Pushes starts back from the far end, then on from the near end. */
function kept(starts: readonly number[], wishes: readonly Wish[], from: number, to: number): readonly number[] {
  let limit = to
  const pulled = wishes.map(() => 0)
  for (const index of [...wishes.keys()].reverse()) {
    const size = wishes[index]?.size ?? 0
    limit = Math.min(starts[index] ?? 0, limit - size)
    pulled[index] = limit
  }
  let free = from
  return wishes.map(({ size }, index) => {
    const start = Math.max(pulled[index] ?? 0, free)
    free = start + size
    return start + size / 2
  })
}
