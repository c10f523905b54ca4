import { parse } from 'csv-parse/sync'

/** What may be told of a care leaver to a partner, and what the column is called. */
export const columnsForPartners = {
  'our-number': 'Our number',
  'nhs-number': 'NHS number',
  name: 'Name',
  'born-on': 'Date of birth',
  age: 'Age',
  gender: 'Gender',
  ethnicity: 'Ethnicity',
  unaccompanied: 'Came as an unaccompanied child',
  status: 'What they are owed',
  adviser: 'Personal adviser',
  team: 'Team',
  'in-touch': 'In touch',
  'contact-on': 'Last in touch on',
  'pathway-on': 'Pathway plan made or reviewed on',
  accommodation: 'Kind of home',
  suitability: 'Whether it suits them',
  activity: 'What they do',
} as const
export type PartnerColumn = keyof typeof columnsForPartners

/** A list of care leavers that a partner has, with the columns that were agreed with it. */
export type PartnerList = {
  readonly partner: string
  readonly label: string
  readonly columns: readonly PartnerColumn[]
}

/** Reads data/partner-lists.csv. Throws RangeError for a row that is not one: a list with a column that nobody agreed must not go. */
export function readPartnerLists(text: string): readonly PartnerList[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true })
  return rows.map(({ partner = '', label = '', columns = '' }) => {
    const named = columns
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const unknown = named.filter((one) => !isColumn(one))
    if (partner === '' || label === '' || named.length === 0 || unknown.length > 0)
      throw new RangeError(
        `data/partner-lists.csv: the list of “${partner}” ${unknown.length > 0 ? `has columns that there are not: ${unknown.join(', ')}` : 'has no partner, no label or no columns'}. There are ${Object.keys(columnsForPartners).join(', ')}.`,
      )
    return { partner, label, columns: named.filter(isColumn) }
  })
}

const isColumn = (name: string): name is PartnerColumn => Object.hasOwn(columnsForPartners, name)
