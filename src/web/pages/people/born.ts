import type { Found } from '../../../app/people/find.ts'
import { shortText } from '../../../core/dates/plain-date.ts'

/** “born 14 June 2014, 9 years old”, “born 11 February 1962, died 30 May 2019 aged 57”. */
export function bornText({
  bornOn,
  diedOn,
  age,
}: Pick<Extract<Found, { kind: 'person' }>, 'bornOn' | 'diedOn' | 'age'>) {
  const born = bornOn === null ? 'date of birth not known' : `born ${shortText(bornOn)}`
  if (diedOn !== null) return `${born}, died ${shortText(diedOn)}${age === null ? '' : ` aged ${age}`}`
  return age === null || age < 0 ? born : `${born}, ${age} years old`
}
