import { stringify } from 'csv-stringify/sync'
import { PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import { AsAt, isOpen, textOf } from '../annex-a/as-at.ts'
import { written as writtenForInspection } from '../annex-a/write.ts'
import { careLeaverRows } from '../annex-a/write-leavers.ts'
import type { Said } from '../annex-a/write-who.ts'
import type { SourceRows } from '../records.ts'
import { columnsForPartners, type PartnerColumn, type PartnerList } from './read.ts'

/** Everything that a list for a partner is made of. */
export const writtenForPartners: readonly RecordType[] = [...writtenForInspection, PersonName, PersonIdentifier]

/**
 * The care leavers of a day as CSV, with the columns that were agreed and no others.
 * @param without those of whom no partner is told, by their numbers
 */
export function writeCareLeavers(
  held: SourceRows,
  { columns }: PartnerList,
  day: string,
  without: ReadonlySet<string>,
): { readonly text: string; readonly people: number } {
  const asAt = new AsAt(held, writtenForPartners, plainDate(day))
  const rows = careLeaverRows(asAt).filter(({ id }) => !without.has(String(id)))
  const cells = rows.map((said) => columns.map((column) => cellOf(saidIn(asAt, said, column), column)))
  return { text: stringify([columns.map((column) => columnsForPartners[column]), ...cells]), people: rows.length }
}

function saidIn(asAt: AsAt, said: Said, column: PartnerColumn): Value {
  const id = String(said['id'])
  switch (column) {
    case 'our-number':
      return id
    case 'name':
      return nameOf(asAt, id)
    case 'nhs-number':
      return nhsNumber(asAt, id)
    default:
      return said[SAID[column]] ?? null
  }
}

const SAID: Readonly<Record<Exclude<PartnerColumn, 'our-number' | 'name' | 'nhs-number'>, string>> = {
  'born-on': 'bornOn',
  age: 'age',
  gender: 'gender',
  ethnicity: 'ethnicity',
  unaccompanied: 'unaccompanied',
  status: 'eligibility',
  adviser: 'adviser',
  team: 'team',
  'in-touch': 'inTouch',
  'contact-on': 'contactOn',
  'pathway-on': 'pathwayOn',
  accommodation: 'accommodation',
  suitability: 'suitability',
  activity: 'activity',
}

function nameOf(asAt: AsAt, id: string): string | null {
  const name = asAt.of(PersonName, id).filter(isOpen(PersonName)).at(-1)
  const parts = [textOf(name, 'given'), textOf(name, 'family')].filter((one) => one !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

const nhsNumber = (asAt: AsAt, id: string): string | null =>
  textOf(
    asAt
      .of(PersonIdentifier, id)
      .filter(isOpen(PersonIdentifier))
      .findLast((one) => textOf(one, 'kind') === 'nhs-number'),
    'identifier',
  )

const DAYS: readonly PartnerColumn[] = ['born-on', 'contact-on', 'pathway-on']

const cellOf = (value: Value, column: PartnerColumn): string =>
  value === null ? '' : DAYS.includes(column) && typeof value === 'number' ? toText(value as PlainDate) : String(value)
