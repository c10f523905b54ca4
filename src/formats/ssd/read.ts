import { Episode } from '../../areas/children-in-care/episodes.ts'
import { Worker } from '../../areas/organisation/workers.ts'
import { addDays, addMonths, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { InputFile } from '../issue.ts'
import type { Finding, RecordReading, SourceRow, SourceTable } from '../records.ts'
import * as inCare from './care.ts'
import { checkRows } from './check-rows.ts'
import type { Column, Entity, Row } from './column.ts'
import { entities } from './entities.ts'
import { claHealth } from './health.ts'
import { careLeavers, permanence } from './leaving.ts'
import * as who from './people.ts'
import { send } from './plans.ts'
import {
  carePlanTables,
  contactTable,
  healthTables,
  leaverTables,
  type Made,
  permanenceTables,
  reviewTable,
} from './read-care.ts'
import { careNumbers, joinEpisodes } from './read-episodes.ts'
import { ofFile, readFiles } from './read-files.ts'
import {
  disabilityTable,
  identifierTable,
  immigrationTables,
  involvementTables,
  motherTable,
  numberTable,
  peopleTables,
  teamTable,
} from './read-people.ts'
import { planTable } from './read-plans.ts'
import { dateIn, readRows } from './read-rows.ts'
import { recordIn } from './source-rows.ts'

/**
 * Reads the files of the dataset, one entity to a file. A file that cannot be read refuses all of them; what is wrong in a row is told, and the rest of the
 * row is read. The dataset speaks for the rows that it has; of episodes, which it has apart and we have whole, for all of the last six years.
 */
export function readDataset(files: readonly InputFile[], year: string | undefined): RecordReading {
  const read = readFiles(files)
  const refused = (rule: string, message: string): RecordReading => ({
    refused: true,
    findings: [...read.findings, ofFile(rule, files[0]?.name ?? '', message)],
  })
  if (year !== undefined) return refused('year-not-asked', 'The dataset is of a day, not of a year: leave out --year.')
  if (read.refused) return { refused: true, findings: read.findings }
  const all = read.files.map((file) => ({ entity: file.entity, ...readRows(file) }))
  const rows = all.flatMap((one) => one.rows)
  const last = lastDay(rows)
  if (last === undefined) return refused('no-dates', 'The files have no row with a date, so there is nothing to read.')
  const of = (entity: Entity) => rows.filter((row) => row.entity === entity)
  const people = [...new Set(rows.flatMap(({ person }) => person ?? []))]
  const lost = all.filter(({ entity }) => entity === inCare.claEpisodes).flatMap((one) => one.lost)
  const made = [...careOf(of, lost, last), ...peopleOf(of, people, last)]
  return {
    refused: false,
    year: { label: `up to ${shortText(last)}`, from: addMonths(last, -12), to: addDays(last, 1) },
    people,
    tables: together([
      ...made.flatMap(({ tables }) => tables),
      ...entities.flatMap((entity) => recordTable(entity, of(entity))),
    ]),
    findings: [
      ...read.findings,
      ...inOrder([
        ...all.flatMap((one) => one.findings),
        ...made.flatMap(({ findings }) => findings),
        ...checkRows(rows, last),
      ]),
    ],
  }
}

type Of = (entity: Entity) => readonly Row[]

const only = (...tables: readonly SourceTable[]): Made => ({ tables, findings: [] })

function peopleOf(of: Of, people: readonly string[], last: PlainDate): readonly Made[] {
  const cared = new Set(of(inCare.claEpisodes).flatMap(({ person }) => person ?? []))
  return [
    only(...peopleTables(of(who.personEntity), people, last)),
    only(numberTable(of(who.personEntity), of(send), of(who.linkedIdentifiers))),
    only(motherTable(of(who.personEntity), cared)),
    only(identifierTable(of(who.linkedIdentifiers))),
    only(disabilityTable(of(who.disability), last)),
    immigrationTables(of(who.immigrationStatus)),
    only(teamTable(of(who.department))),
    involvementTables(of(who.involvements), of(who.professionals)),
    only(...leaverTables(of(careLeavers), last)),
    planTable(of),
  ]
}

function careOf(of: Of, lost: readonly (string | null)[], last: PlainDate): readonly Made[] {
  const episodes = of(inCare.claEpisodes)
  const joined = joinEpisodes({ episodes, placements: of(inCare.claPlacement), statuses: of(inCare.legalStatus) })
  return [
    {
      tables: [{ type: Episode, window: windowOf(episodes, lost, last), rows: joined.rows }],
      findings: joined.findings,
    },
    only(contactTable(episodes)),
    reviewTable(of(inCare.claReviews), careNumbers(episodes)),
    only(...healthTables(of(claHealth))),
    carePlanTables(of(inCare.claCarePlan)),
    only(...permanenceTables(of(permanence))),
  ]
}

/** How far back the dataset goes. */
const YEARS_BACK = 6

/**
 * Where a placement or a status was put right, one episode may be two, or two one: so of each child whose episodes the files have they have all that began in
 * the years that the dataset is of, and what they do not have is gone.
 */
function windowOf(episodes: readonly Row[], lost: readonly (string | null)[], last: PlainDate): SourceTable['window'] {
  if (lost.includes(null)) return null
  const people = [...new Set(episodes.flatMap(({ person }) => person ?? []))].filter((one) => !lost.includes(one))
  return { from: addMonths(last, -12 * YEARS_BACK), to: addDays(last, 1), people }
}

function recordTable(entity: Entity, rows: readonly Row[]): readonly SourceTable[] {
  if (entity.record === undefined) return []
  const made = rows.flatMap((row) => recordIn(entity, row))
  return [{ type: entity.record.type, window: null, rows: entity.record.type === Worker ? named(made) : made }]
}

/** A worker without a name is called by their number. */
const named = (rows: readonly SourceRow[]): readonly SourceRow[] =>
  rows.map((row) => ({ ...row, fields: { ...row.fields, name: row.fields['name'] ?? row.identity } }))

/** One table for each record type, without those that have nothing to say. */
function together(tables: readonly SourceTable[]): readonly SourceTable[] {
  const byType = new Map<string, SourceTable>()
  for (const table of tables) {
    const there = byType.get(table.type.key)
    byType.set(table.type.key, there === undefined ? table : { ...there, rows: [...there.rows, ...table.rows] })
  }
  return [...byType.values()].filter(({ rows, window }) => rows.length > 0 || (window?.people.length ?? 0) > 0)
}

/**
 * The last day that the rows speak of: the dataset is not made before it. A date that lies more than five years after every other is a slip of the pen, and is
 * told where it stands.
 */
function lastDay(rows: readonly Row[]): PlainDate | undefined {
  const happened = new Set(rows.flatMap((row) => datesOf(row, ({ ahead }) => ahead !== true)))
  const all = happened.size > 0 ? happened : new Set(rows.flatMap((row) => datesOf(row, () => true)))
  const dates = [...all].toSorted((one, other) => other - one)
  return dates.find((date, at) => date - (dates[at + 1] ?? date) <= FIVE_YEARS)
}

const FIVE_YEARS = 5 * 366

const datesOf = (row: Row, takes: (column: Column) => boolean): readonly PlainDate[] =>
  row.entity.columns.flatMap((one) => (one.kind === 'date' && takes(one) ? (dateIn(row, one.name) ?? []) : []))

/** As somebody who puts the files right comes to them: file by file, row by row. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => one.file.localeCompare(other.file, 'en') || (one.row ?? 0) - (other.row ?? 0))
