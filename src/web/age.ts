import { ageInWords } from '../core/dates/age.ts'
import type { PlainDate } from '../core/dates/plain-date.ts'

/** `Age 9`, `Age 5 months`, `Not yet born`, `Age not known`: beside a name on a list. */
export function ageShort(bornOn: PlainDate | null, today: PlainDate): string {
  if (bornOn === null) return 'Age not known'
  return bornOn > today ? 'Not yet born' : `Age ${ageInWords(bornOn, today).replace(/ years?$/, '')}`
}
