/**
 * Rounds half up (away from zero for a negative), on the decimal digits of the number as it is written: 69.25 to one decimal
 * is 69.3 and 1.005 to two is 1.01. `toFixed` works on the binary fraction beneath and would give 1.00. For display only:
 * nothing is rounded before it is compared. Proved on published figures: no half-even numerator gives 69.3 on 400.
 *
 * @param decimals digits after the point, 0 or more
 * @throws RangeError for a value that is not finite
 */
export function roundHalfUp(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot round ${value}`)
  const { whole, fraction } = decimalDigits(Math.abs(value))
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
  const rounded = (fraction[decimals] ?? '0') >= '5' ? kept + 1n : kept
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return value < 0 && rounded > 0n ? `-${text}` : text
}

/** The shortest decimal that stands for the number, without an exponent: 1.5e-7 is 0 and 00000015. */
function decimalDigits(value: number): { whole: string; fraction: string } {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent)
  if (shift >= 0) return { whole: whole + fraction.slice(0, shift).padEnd(shift, '0'), fraction: fraction.slice(shift) }
  const digits = whole.padStart(1 - shift, '0')
  return { whole: digits.slice(0, shift), fraction: digits.slice(shift) + fraction }
}
