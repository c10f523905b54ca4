import { Mother } from '../../areas/children-in-care/circumstances.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { Person, PersonIdentifier } from '../../areas/people/person.ts'
import { birthday } from '../../core/dates/age.ts'
import { addDays, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content, Value } from '../../core/record/content.ts'
import { caseNumber, type Finding, type SourceRow, type SourceTable } from '../records.ts'
import { identify, type Said } from './identities.ts'
import { dateIn, type Row, textIn } from './rows.ts'
import type { Table, TableName } from './tables.ts'
import type { CollectionYear } from './year.ts'

/** The rows of one table of the return, of whichever files, and of whom rows of it were left out. */
export type TableRows = {
  readonly table: Table
  readonly rows: readonly Row[]
  readonly lost: readonly (string | null)[]
}

/** Makes records of the rows. `people` is everybody whom the return names. */
export function toRecords(
  all: readonly TableRows[],
  people: readonly string[],
  year: CollectionYear,
): { readonly tables: readonly SourceTable[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const header = headerRows(all)
  findings.push(...header.findings)
  const tables = all.flatMap(({ table, rows, lost }): SourceTable[] => {
    if (table.name === 'Header') return []
    const said = rows.map((row) => ({ row, fields: fieldsOf(row, table.record, year) }))
    const identified = identify(table.record, said, ofTheYear.includes(table.name) ? year.label : '')
    findings.push(...identified.findings)
    return [{ type: table.record, window: windowOf(table, lost, people, year), rows: identified.rows.map(sourceRow) }]
  })
  return { tables: [...peopleTables(header.rows, people, all), ...tables], findings }
}

/** Tables that speak of the year as a whole, so that those of two years are two records. */
const ofTheYear: readonly TableName[] = ['OC2', 'OC3']

/**
 * A return speaks for what began in its year, about the children whom it names. What began earlier it ought to have again, and where it does not, that is a
 * fault that is told: it is no reason to take an episode away. Of a child with a row that could not be read it cannot say what it does not have.
 */
function windowOf(
  table: Table,
  lost: TableRows['lost'],
  people: readonly string[],
  { from, to }: CollectionYear,
): SourceTable['window'] {
  const once = table.rows === 'child' && !ofTheYear.includes(table.name)
  if (once || lost.includes(null)) return null
  const unsure = new Set(lost)
  return { from, to, people: people.filter((child) => !unsure.has(child)) }
}

const sourceRow = ({ identity, subjects, fields }: SourceRow): SourceRow => ({ identity, subjects, fields })

const nothing = (type: RecordType): Record<string, Value> =>
  Object.fromEntries(Object.keys(type.fields).map((name) => [name, null]))

/** What a row says of a record of a type: its columns, and what follows from them and from the year. */
function fieldsOf(row: Row, type: RecordType, year: CollectionYear): Content['fields'] {
  const fields = nothing(type)
  for (const { name, to } of [...row.table.columns, ...row.table.also])
    if (to?.[0] === type) fields[to[1]] = row.values.get(name) ?? null
  if (row.table.name === 'OC2') fields['yearEndedOn'] = addDays(year.to, -1)
  if (row.table.name === 'AD1') fields['adoptedInYearTo'] = addDays(year.to, -1)
  if (row.table.name === 'OC3') fields['birthdayOn'] = birthdayIn(dateIn(row, 'DOB'), year)
  if (row.table.name === 'PrevPerm') fields['orderedOnPrecision'] = row.partDates.get('DATE_PERM')?.precision ?? null
  return fields
}

/** The one birthday that lies in a collection year. */
function birthdayIn(bornOn: PlainDate | null, year: CollectionYear): PlainDate | null {
  if (bornOn === null) return null
  const age = year.startsIn - partsOf(bornOn).year
  const first = birthday(bornOn, age)
  return first >= year.from ? first : birthday(bornOn, age + 1)
}

/** The rows of the header, each child once. */
const headerRows = (all: readonly TableRows[]) =>
  identify(
    Person,
    all
      .filter(({ table }) => table.name === 'Header')
      .flatMap(({ rows }) => rows)
      .map((row) => ({ row, fields: { ...personOf(row), noPupilNumber: noPupilNumber(row) } })),
    '',
  )

/** Who the children are: from the header, and of those who are not in it what the other tables happen to say. */
function peopleTables(
  header: readonly (Said & SourceRow)[],
  people: readonly string[],
  all: readonly TableRows[],
): readonly SourceTable[] {
  const about = (type: RecordType, make: (row: Row) => Content['fields'] | null): SourceTable => ({
    type,
    window: null,
    rows: header.flatMap(({ row, identity }) => {
      const fields = make(row)
      const role = Object.keys(type.subjects)[0] ?? ''
      return fields === null ? [] : [{ identity, subjects: { [role]: [row.where.child] }, fields }]
    }),
  })
  return [
    { type: Person, window: null, rows: [...header.map(sourceRow), ...bornAccordingTo(all, header)] },
    { type: PersonIdentifier, window: null, rows: [...people.map(caseNumberOf), ...pupilNumbers(header)] },
    about(Ethnicity, (row) => {
      const ethnicity = textIn(row, 'ETHNIC')
      return ethnicity === null ? null : { ...nothing(Ethnicity), ethnicity }
    }),
    about(Mother, (row) => {
      const [mother, childBornOn] = [textIn(row, 'MOTHER'), dateIn(row, 'MC_DOB')]
      return mother === null && childBornOn === null ? null : { mother, childBornOn }
    }),
  ]
}

const personOf = (row: Row) => ({
  ...nothing(Person),
  bornOn: dateIn(row, 'DOB'),
  sex: textIn(row, 'SEX'),
})

/** In place of a pupil number the return has a code that says why there is none. */
const isReason = (upn: string): boolean => /^UN\d$/i.test(upn)

const noPupilNumber = (row: Row): string | null => {
  const upn = textIn(row, 'UPN')
  return upn !== null && isReason(upn) ? upn.toUpperCase() : null
}

const pupilNumbers = (header: readonly Said[]): readonly SourceRow[] =>
  header.flatMap(({ row }) => {
    const upn = textIn(row, 'UPN')
    if (upn === null || isReason(upn)) return []
    return [identifier(row.where.child, { system: 'DfE', kind: 'upn', identifier: upn.toUpperCase() }, '|upn')]
  })

const caseNumberOf = (child: string): SourceRow => identifier(child, { ...caseNumber, identifier: child }, '')

const identifier = (child: string, fields: Content['fields'], suffix: string): SourceRow => ({
  identity: `${child}${suffix}`,
  subjects: { person: [child] },
  fields: { ...nothing(PersonIdentifier), ...fields },
})

function bornAccordingTo(all: readonly TableRows[], header: readonly Said[]): readonly SourceRow[] {
  const inHeader = new Set(header.map(({ row }) => row.where.child))
  const born = new Map<string, Row>()
  for (const row of all.flatMap(({ rows }) => rows)) {
    const { child } = row.where
    if (!inHeader.has(child) && !born.has(child) && dateIn(row, 'DOB') !== null) born.set(child, row)
  }
  return [...born].map(([child, row]) => ({
    identity: child,
    subjects: { person: [child] },
    fields: personOf(row),
    forNewPeople: true,
  }))
}
