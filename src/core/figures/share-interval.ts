/** Between what two shares, in per cent, the true one lies with 95 per cent confidence. */
export type ShareInterval = { readonly low: number; readonly high: number }

const Z = 1.959964

/**
 * How far a share of a small group can be trusted: the 95 per cent interval by Wilson's method, which holds for few and for none or all of them
 * too (Association of Public Health Observatories, technical briefing 3). Undefined for a share of nobody.
 */
export function shareInterval(counted: number, all: number): ShareInterval | undefined {
  if (all <= 0) return undefined
  const share = counted / all
  const middle = share + Z ** 2 / (2 * all)
  const reach = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))
  const whole = 1 + Z ** 2 / all
  // At the ends the method gives nought and all, but for what a computer loses of it.
  return {
    low: counted === 0 ? 0 : (100 * (middle - reach)) / whole,
    high: counted === all ? 100 : (100 * (middle + reach)) / whole,
  }
}
