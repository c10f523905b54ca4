/** Between which shares, 0 to 1, the true one lies with 95% confidence when so many of a group are counted: the smaller the group, the wider. */
export type LikelyShare = { readonly low: number; readonly high: number }

const Z = 1.959964

/** Wilson's interval, which holds for small groups and for shares of none and all. Source: Wilson, E. B. (1927), JASA 22, 209-212. */
export function likelyShare(counted: number, of: number): LikelyShare {
  if (of <= 0) return { low: 0, high: 1 }
  const share = counted / of
  const spread = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of)
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) }
}
