import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DeprivationOfLiberty } from '../../areas/children-in-care/liberty.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { SocialWorkerEpisode } from '../../areas/children-in-care/social-workers.ts'
import { addDays, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { Misfit, RecordFormat, SourceReturn, SourceRow } from '../records.ts'
import { finding } from './findings.ts'
import { type Table, tables } from './tables.ts'
import { parseYear } from './year.ts'

/** What is open on 31 March has to stand again in the return of the next year, just as it began. */
const goesOn: readonly RecordType[] = [Episode, MissingEpisode, SocialWorkerEpisode, DeprivationOfLiberty]

export const compared: readonly RecordType[] = [...goesOn, UnaccompaniedStatus]

type Fields = SourceRow['fields']
const dateOf = ({ dated }: RecordType): string | undefined => (dated === ALWAYS ? undefined : dated)

/** A correction of something else puts nothing right. */
const isAsItWas = (field: string | undefined, was: Fields, now: Fields): boolean =>
  field === undefined || same(was[field], now[field])

function beganBefore(type: RecordType, fields: Fields, day: PlainDate | undefined): boolean {
  const on = fields[dateOf(type) ?? ''] ?? null
  return day === undefined || typeof on !== 'number' || on < day
}

/** What a column of the return is called on the record. */
const fieldOf = (type: RecordType, column: string): string | undefined =>
  tables.find(({ record }) => record === type)?.columns.find(({ name }) => name === column)?.to?.[1]

const rules = {
  vanished: {
    label: 'Open at the end of a year, and not in the next return',
    isStill: ({ type, now }) => (now[type.ends ?? ''] ?? null) === null,
    why: ({ earlier, later }) =>
      `It was open at the end of ${earlier} and is not in the return of ${later}. It was kept, and is open.`,
  },
  'arrived-with-earlier-beginning': {
    label: 'In a return for the first time, though it began earlier',
    isStill: ({ type, now, later }) => beganBefore(type, now, parseYear(later)?.from),
    why: ({ earlier, later }) => `It began before ${later}, and was not in the return of ${earlier}.`,
  },
  'changed-since-last-year': {
    label: 'Said otherwise in the return of the next year',
    isStill: ({ type, field, was, now }) => isAsItWas(fieldOf(type, field), was, now),
    why: ({ earlier, later, field }) => `${field} is another in the return of ${later} than in that of ${earlier}.`,
  },
  'ended-last-year': {
    label: 'Ended in a return, and there again in the next',
    isStill: ({ type, was, now }) => isAsItWas(type.ends, was, now),
    why: ({ earlier, later }) => `In the return of ${earlier} it had ended, and it stands in that of ${later} again.`,
  },
  'unaccompanied-no-longer': {
    label: 'Unaccompanied in a return, and not in the next',
    isStill: ({ type, was, now }) => isAsItWas(type.ends, was, now),
    why: ({ earlier, later }) =>
      `The child was unaccompanied in the return of ${earlier} and is not in that of ${later}.`,
  },
  'unaccompanied-only-now': {
    label: 'Unaccompanied in a return, and not in the one before',
    isStill: ({ type, was, now }) => isAsItWas(dateOf(type), was, now),
    why: ({ earlier, later }) =>
      `The child is unaccompanied in the return of ${later}, and was in that of ${earlier} without being so.`,
  },
  'unaccompanied-end-changed': {
    label: 'End of being unaccompanied said otherwise in the next return',
    isStill: ({ type, was, now }) => isAsItWas(type.ends, was, now),
    why: ({ earlier, later }) =>
      `The end of the status is another in the return of ${later} than in that of ${earlier}.`,
  },
} as const satisfies NonNullable<RecordFormat['misfits']>['rules']

/** What of it stays an error of data until somebody puts the record right, or loads a return that fits. */
export const misfits: NonNullable<RecordFormat['misfits']> = {
  source:
    'DfE, Children looked after by local authorities in England: guide to the SSDA903 collection, checks between years',
  rules,
}

/**
 * What does not fit between the returns of two years that follow one another. Nothing is changed for it: what vanished stays open, what arrived with an
 * earlier beginning is kept.
 */
export const rollOver = (earlier: SourceReturn, later: SourceReturn): readonly Misfit[] => [
  ...goesOn.flatMap((type) => comparedAs(type, earlier, later)),
  ...unaccompanied(earlier, later),
]

const rowsOf = ({ tables: all }: SourceReturn, type: RecordType): readonly SourceRow[] | undefined =>
  all.find((table) => table.type.key === type.key)?.rows

function comparedAs(type: RecordType, earlier: SourceReturn, later: SourceReturn): readonly Misfit[] {
  const [before, after] = [rowsOf(earlier, type), rowsOf(later, type)]
  const table = tables.find(({ record }) => record === type)
  if (before === undefined || after === undefined || table === undefined) return []
  const say = teller(table, earlier, later)
  const again = new Map(after.map((row) => [row.identity, row]))
  const known = new Set(before.map(({ identity }) => identity))
  const open = before.filter((row) => isOpenAt(type, row, later.year.from))
  const vanished = open.filter(({ identity }) => !again.has(identity))
  const arrived = after.filter((row) => began(type, row) < later.year.from && !known.has(row.identity))
  if (open.length === 0 && arrived.length === 0) return []
  return [
    say.all(
      `Of ${open.length} ${table.label} open at the end of ${earlier.year.label}, ${open.length - vanished.length} return in ${later.year.label} and ${vanished.length} do not; ${arrived.length} that began before ${shortText(later.year.from)} are new.`,
    ),
    ...vanished.map((row) =>
      say.one(
        'vanished',
        row,
        `${begunOn(type, row)} It was open at the end of ${earlier.year.label} and is not in ${later.year.label}. It was kept, and is open.`,
      ),
    ),
    ...arrived.map((row) =>
      say.one(
        'arrived-with-earlier-beginning',
        row,
        `${begunOn(type, row)} That is before ${later.year.label}, and it was not in ${earlier.year.label}. It was kept.`,
      ),
    ),
    ...before.flatMap((row) => {
      const next = again.get(row.identity)
      return next === undefined
        ? []
        : changed(type, table, row, next).map((name) =>
            say.one(
              'changed-since-last-year',
              row,
              `${begunOn(type, row)} ${name} is another in ${later.year.label} than in ${earlier.year.label}.`,
              name,
            ),
          )
    }),
    ...before
      .filter((row) => !isOpenAt(type, row, later.year.from) && again.has(row.identity))
      .map((row) =>
        say.one(
          'ended-last-year',
          row,
          `${begunOn(type, row)} In ${earlier.year.label} it had ended, and it stands in ${later.year.label} again.`,
        ),
      ),
  ]
}

/** Findings of a table between two returns, without file or row: each of the returns may be long in the store. */
function teller(table: Table, earlier: SourceReturn, later: SourceReturn) {
  const file = `${earlier.year.label} to ${later.year.label}`
  const where = (child: string | null) => ({ table: table.name, file, row: null, child })
  return {
    all: (message: string): Misfit => ({
      finding: finding('roll-over', where(null), [], message, 'warning'),
      of: undefined,
    }),
    one: (rule: keyof typeof rules, row: SourceRow, message: string, column?: string): Misfit => ({
      finding: finding(rule, where(childOf(row)), column === undefined ? [] : [column], message),
      of: { type: table.record, identity: row.identity },
    }),
  }
}

const childOf = ({ subjects }: SourceRow): string | null => Object.values(subjects)[0]?.[0] ?? null

const dateIn = (row: SourceRow, field: string | undefined): PlainDate | null => {
  const value = field === undefined ? null : (row.fields[field] ?? null)
  return typeof value === 'number' ? (value as PlainDate) : null
}

const began = ({ dated }: RecordType, row: SourceRow): number =>
  (dated === ALWAYS ? null : dateIn(row, dated)) ?? Number.NEGATIVE_INFINITY

function begunOn({ dated }: RecordType, row: SourceRow): string {
  const on = dated === ALWAYS ? null : dateIn(row, dated)
  return on === null ? '' : `Begun on ${shortText(on)}.`
}

/** An end on 1 April is after the year: on 31 March it was open. */
function isOpenAt(type: RecordType, row: SourceRow, nextYear: PlainDate): boolean {
  const ended = dateIn(row, type.ends)
  return began(type, row) < nextYear && (ended === null || ended > addDays(nextYear, -1))
}

/** The columns that say how something began and differ. How it ended may differ: that is what the later year brings. */
function changed({ ends, fields }: RecordType, table: Table, before: SourceRow, after: SourceRow): readonly string[] {
  return table.columns.flatMap(({ name, to }) => {
    if (to === null || to[1] === ends || fields[to[1]]?.trueFrom === ends) return []
    return same(before.fields[to[1]], after.fields[to[1]]) ? [] : [name]
  })
}

const same = (one: Value | undefined, other: Value | undefined): boolean => (one ?? null) === (other ?? null)

/** A child who once was unaccompanied stays so on record, with the day on which it ended. */
function unaccompanied(earlier: SourceReturn, later: SourceReturn): readonly Misfit[] {
  const [before, after] = [rowsOf(earlier, UnaccompaniedStatus), rowsOf(later, UnaccompaniedStatus)]
  const table = tables.find(({ record }) => record === UnaccompaniedStatus)
  if (before === undefined || after === undefined || table === undefined) return []
  const say = teller(table, earlier, later)
  const [inEarlier, inLater] = [new Set(earlier.people), new Set(later.people)]
  const [were, are] = [
    new Map(before.map((row) => [childOf(row), row])),
    new Map(after.map((row) => [childOf(row), row])),
  ]
  return [
    ...before
      .filter((row) => inLater.has(childOf(row) ?? '') && !are.has(childOf(row)))
      .map((row) =>
        say.one(
          'unaccompanied-no-longer',
          row,
          `The child was unaccompanied in ${earlier.year.label} and is not in ${later.year.label}. The status was kept.`,
        ),
      ),
    ...after.flatMap((row) => {
      const was = were.get(childOf(row))
      if (was === undefined)
        return inEarlier.has(childOf(row) ?? '')
          ? [
              say.one(
                'unaccompanied-only-now',
                row,
                `The child was in the return of ${earlier.year.label} and was not unaccompanied there.`,
              ),
            ]
          : []
      return same(was.fields['endedOn'], row.fields['endedOn'])
        ? []
        : [
            say.one(
              'unaccompanied-end-changed',
              row,
              `The end of the status is another in ${later.year.label} than in ${earlier.year.label}.`,
              'DUC',
            ),
          ]
    }),
  ]
}
