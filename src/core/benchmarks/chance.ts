import { type ShareInterval, shareInterval } from '../figures/share-interval.ts'
import { type Measure, perHowMany } from './measure.ts'

/** The 95 and 99.8 per cent points of the normal distribution, for both sides. */
export const Z95 = 1.959964
export const Z998 = 3.090232

/**
 * Between what a share or rate of so many lies with 95 per cent confidence: Wilson's method for shares, Byar's for rates (Association of Public
 * Health Observatories, technical briefing 3). Undefined for scores and money, where the spread between children is not published.
 */
export function intervalOf({ unit }: Measure, value: number, outOf: number): ShareInterval | undefined {
  const per = perHowMany(unit)
  if (outOf <= 0 || value < 0) return undefined
  if (unit === 'per cent') return value > 100 ? undefined : shareInterval((value / 100) * outOf, outOf)
  return per === undefined ? undefined : byar((value / per) * outOf, outOf / per, Z95)
}

/** Where shares or rates of so many would lie if each differed from the centre by chance alone. */
export function limitsOf({ unit }: Measure, centre: number, outOf: number, z: number): ShareInterval | undefined {
  const per = perHowMany(unit)
  if (outOf <= 0) return undefined
  if (unit === 'per cent') return wilson(centre / 100, outOf, z)
  return per === undefined ? undefined : byar((centre / per) * outOf, outOf / per, z)
}

function wilson(share: number, all: number, z: number): ShareInterval {
  const middle = share + z ** 2 / (2 * all)
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))
  const whole = 1 + z ** 2 / all
  return {
    low: Math.max(0, (100 * (middle - reach)) / whole),
    high: Math.min(100, (100 * (middle + reach)) / whole),
  }
}

function byar(events: number, size: number, z: number): ShareInterval {
  const end = (count: number, sign: 1 | -1) => count * (1 - 1 / (9 * count) + (sign * z) / (3 * Math.sqrt(count))) ** 3
  return { low: events <= 0 ? 0 : Math.max(0, end(events, -1)) / size, high: end(events + 1, 1) / size }
}
