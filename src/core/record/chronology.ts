import { londonDate } from '../dates/instant.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { FieldDefinition, PreciseInstant, RecordId, SubjectId } from '../definitions/field.ts'
import { ALWAYS, type RecordType } from '../definitions/record-type.ts'
import type { Content, Value } from './content.ts'

/**
 * What was written about a record, once. `gone`: an import that speaks for the record's time no longer has it. `removed`: its content was
 * taken away by one of the four operations that may, and only a stub is left.
 */
export type Version = {
  readonly record: RecordId
  readonly type: string
  /** The order in which versions arrived; decides only between those known on one day. */
  readonly sequence: number
  readonly knownOn: PlainDate
  readonly state: 'recorded' | 'gone' | 'removed'
  readonly content: Content
  /** Numbers under which it was written of people who are known by another number since: `content` has the one they are known by. */
  readonly writtenUnder?: readonly SubjectId[]
}

/** A record as it stood: what was true by one date, of what was known by another. Fields not yet true are null. */
export type RecordAsAt = {
  readonly record: RecordId
  readonly type: RecordType
  readonly sequence: number
  readonly knownOn: PlainDate
  /** The date of the record; null for a fact that is always true. */
  readonly on: PlainDate | null
  readonly content: Content
  readonly writtenUnder: readonly SubjectId[]
}

export type Moment = { readonly asAt: PlainDate; readonly knownOn: PlainDate }

/**
 * The chronology: every record that had happened by `asAt`, of what was known by `knownOn`, in date order (facts without a date first),
 * holding only what was true by then. The order in which versions are given does not matter.
 * @param types every record type that the versions are of, by key
 * @throws Error when a version is of a type that is not given: the caller forgot one, and its records must not vanish
 */
export function chronology(
  versions: readonly Version[],
  types: ReadonlyMap<string, RecordType>,
  moment: Moment,
): readonly RecordAsAt[] {
  return [...latestOfEach(versions, moment.knownOn).values()]
    .flatMap((version) => {
      const type = types.get(version.type)
      if (type === undefined) throw new Error(`There is no record type ${version.type} among those given`)
      return asAt(version, type, moment.asAt) ?? []
    })
    .sort(inDateOrder)
}

/**
 * Whether a subject stands in a record, in whatever role. Ask it of what was loaded for somebody: a record that a later version moved to
 * somebody else is loaded too, and what it says now is theirs alone.
 */
export const standsIn = (subject: SubjectId, { content }: Pick<RecordAsAt, 'content'>): boolean =>
  Object.values(content.subjects).some((subjects) => subjects.includes(subject))

/** Of each record, the version that was last known by a day. */
export function latestOfEach(versions: readonly Version[], knownOn: PlainDate): ReadonlyMap<RecordId, Version> {
  const latest = new Map<RecordId, Version>()
  for (const version of versions) {
    if (version.knownOn > knownOn) continue
    const other = latest.get(version.record)
    if (other === undefined || isLater(version, other)) latest.set(version.record, version)
  }
  return latest
}

/** Of the versions of one record, the one that was known last. */
export const latestKnown = <V extends Version>(versions: readonly V[]): V | undefined =>
  versions.reduce<V | undefined>((last, one) => (last === undefined || isLater(one, last) ? one : last), undefined)

/** The date that a record has; null for what is always true, and where none was given. */
export const dateOf = (type: RecordType, content: Content): PlainDate | null =>
  type.dated === ALWAYS ? null : dayOf(type.fields[type.dated], content.fields[type.dated] ?? null)

const isLater = (a: Version, b: Version): boolean =>
  a.knownOn > b.knownOn || (a.knownOn === b.knownOn && a.sequence > b.sequence)

function asAt(version: Version, type: RecordType, date: PlainDate): RecordAsAt | undefined {
  if (version.state !== 'recorded') return undefined
  const { content } = version
  const on = dateOf(type, content)
  if (type.dated !== ALWAYS && (on === null || on > date)) return undefined
  const { record, sequence, knownOn, writtenUnder = [] } = version
  return {
    record,
    type,
    sequence,
    knownOn,
    on,
    content: { ...content, fields: trueBy(type, content, date) },
    writtenUnder,
  }
}

/** The fields with those that were not yet true set to null. */
function trueBy(type: RecordType, content: Content, date: PlainDate): Content['fields'] {
  const fields: Record<string, Value> = {}
  for (const name of Object.keys(type.fields))
    fields[name] = trueFromDay(type, content.fields, name) <= date ? (content.fields[name] ?? null) : null
  return fields
}

/**
 * Before every date, and after every date: a field that is true from the start, and one that is not true on any day. Small integers, as days are: where one of them may be
 * infinite, each day that is held takes a place of its own.
 */
export const [FROM_THE_START, NEVER] = [-1_000_000_000, 1_000_000_000] as const

/** What a record says, by the names of its fields. */
type Said = Readonly<Record<string, unknown>>

/**
 * The day from which a field of a record is true: until then the chronology shows it as not recorded. The first of all days for what is
 * true as soon as the record is, NEVER where the date that it is true from is not recorded.
 */
export function trueFromDay(type: RecordType, fields: Said, name: string): number {
  const definition = type.fields[name]
  if (definition === undefined || definition.trueFrom === ALWAYS) return FROM_THE_START
  // An end or an outcome that lies ahead has not happened; a planned date is only a plan, and may lie ahead.
  const own = dayOf(definition, fields[name] ?? null) ?? FROM_THE_START
  if (definition.trueFrom === undefined) return own
  const from = dayOf(type.fields[definition.trueFrom], fields[definition.trueFrom] ?? null)
  return Math.max(own, from ?? NEVER)
}

/** The day from which the chronology shows a record at all: NEVER where its date is not recorded. */
export const shownFromDay = (type: RecordType, fields: Said): number =>
  type.dated === ALWAYS ? FROM_THE_START : (dayOf(type.fields[type.dated], fields[type.dated] ?? null) ?? NEVER)

/** The day of a date or moment that happens; null for planned dates and all other kinds. */
function dayOf(definition: FieldDefinition | undefined, value: unknown): PlainDate | null {
  if (definition?.kind === 'date' && typeof value === 'number') return value as PlainDate
  if (definition?.kind === 'instant' && isInstant(value)) return londonDate(value.at)
  return null
}

const isInstant = (value: unknown): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value

function inDateOrder(a: RecordAsAt, b: RecordAsAt): number {
  const [first, second] = [a.on ?? Number.NEGATIVE_INFINITY, b.on ?? Number.NEGATIVE_INFINITY]
  return first === second ? a.record - b.record : first < second ? -1 : 1
}
