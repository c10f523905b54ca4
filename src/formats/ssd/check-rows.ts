import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { Finding } from '../records.ts'
import type { Column, Row } from './column.ts'
import { dateIn, told } from './read-rows.ts'

/** What does not fit in the rows, each told by itself. Nothing is mended. */
export function checkRows(rows: readonly Row[], last: PlainDate): readonly Finding[] {
  const born = new Map(
    rows.map((row) => [row.person, dateIn(row, 'pers_dob')] as const).filter(([, on]) => on !== null),
  )
  const listed = new Set(rows.filter(({ entity }) => entity.name === 'ssd_person').map(({ person }) => person))
  return [
    ...rows.flatMap((row) => [
      ...beforeBirth(row, born.get(row.person) ?? null),
      ...farAhead(row, last),
      ...beforeItBegan(row),
      ...outOfRange(row),
    ]),
    ...(listed.size === 0 ? [] : notListed(rows, listed)),
  ]
}

const datesIn = (row: Row): readonly (readonly [name: string, on: PlainDate])[] =>
  row.entity.columns.flatMap(({ name, kind, ahead }) => {
    const on = kind === 'date' && ahead !== true ? dateIn(row, name) : null
    return on === null ? [] : [[name, on] as const]
  })

/** Nothing about somebody can have happened before they were born. */
function beforeBirth(row: Row, bornOn: PlainDate | null): readonly Finding[] {
  if (bornOn === null) return []
  const early = datesIn(row).flatMap(([name, on]) => (on < bornOn ? [name] : []))
  return early.length === 0
    ? []
    : [told(row, 'before-birth', early, `Before the date of birth, ${shortText(bornOn)}: ${early.join(', ')}.`)]
}

const farAhead = (row: Row, last: PlainDate): readonly Finding[] =>
  datesIn(row)
    .filter(([, on]) => on > last)
    .map(([name]) =>
      told(row, 'date-far-ahead', [name], `${name} lies more than five years after everything else. Look at the year.`),
    )

/** Of an entity whose rows begin and end, by the names of the columns. */
function beforeItBegan(row: Row): readonly Finding[] {
  const dates = datesIn(row)
  const began = dates.find(([name]) => /_start_date$|_from_date$/.test(name))
  const ended = dates.find(([name]) => /_end_date$|_ceased_date$|_to_date$/.test(name))
  // Of episodes it is told where they are joined.
  if (began === undefined || ended === undefined || ended[1] >= began[1] || row.entity.name === 'ssd_cla_episodes')
    return []
  return [told(row, 'end-before-start', [ended[0], began[0]], `${ended[0]} is before ${began[0]}.`)]
}

function outOfRange(row: Row): readonly Finding[] {
  const { columns, record } = row.entity
  return columns.flatMap((column: Column) => {
    const field: FieldDefinition | undefined = record?.type.fields[column.to ?? '']
    const value = row.values.get(column.name) ?? null
    if (field?.kind !== 'number' || typeof value !== 'number') return []
    const fits = value >= (field.least ?? value) && value <= (field.most ?? value)
    const range = `from ${field.least ?? 'any'} to ${field.most ?? 'any'}`
    return fits
      ? []
      : [told(row, 'number-out-of-range', [column.name], `${value} cannot be: ${column.name} goes ${range}.`)]
  })
}

/** Whoever a row is about stands among the people; of each that does not it is told once. */
function notListed(rows: readonly Row[], listed: ReadonlySet<string | null>): readonly Finding[] {
  const told_ = new Set<string>()
  return rows.flatMap((row) => {
    const { person } = row
    if (person === null || listed.has(person) || told_.has(person)) return []
    told_.add(person)
    const message = 'Nobody among the people of the files has this number, so who this is cannot be checked.'
    return [told(row, 'person-not-listed', [row.entity.person ?? ''], message, 'warning')]
  })
}
