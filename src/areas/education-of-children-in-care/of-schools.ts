import { text } from '../../core/definitions/field.ts'

/** Whom records of school are about. */
export const child = { kind: 'person', label: 'Child' } as const
/** A school far away need not have a record of its own: its name says enough. */
export const school = { kind: 'establishment', label: 'Its record, if it has one', optional: true } as const
export const schoolName = text('School, college or other setting', { required: true })
export const schoolUrn = text('Its unique reference number (DfE)', { hint: 'Six figures.' })

type AtSchool = { readonly at: number | null; readonly urn: string | null; readonly school: string | null }

/** Whether two records are of one school: by its record, else its number, else its name. */
export const isSameSchool = (one: AtSchool, other: AtSchool): boolean => {
  if (one.at !== null && other.at !== null) return one.at === other.at
  if (one.urn !== null && other.urn !== null) return one.urn === other.urn
  return one.school?.trim().toLowerCase() === other.school?.trim().toLowerCase()
}
