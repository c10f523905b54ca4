import { decideAbout } from '../../core/access/decide-about-thing.ts'
import type { Mark } from '../../core/counting/count.ts'
import { explain, type Reason } from '../../core/counting/explain.ts'
import { readsOf } from '../../core/counting/plan.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { chronology, type Moment, type RecordAsAt } from '../../core/record/chronology.ts'
import { loadKnown } from '../../store/counting/known.ts'
import { findVersionsOfAll } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import { roomsOf } from '../access/open.ts'
import type { App } from '../app.ts'
import { calledAs } from '../people/record-labels.ts'
import { openAmong, seenIn } from '../people/showing.ts'
import type { Looking } from './members.ts'
import type { FigureSeen, SeenMember } from './seen.ts'

/** A record that decided an answer, in words. `opens` where the page may lead to it. */
export type RecordBehind = { readonly record: RecordId; readonly label: string; readonly opens: boolean }

/** One named test of a figure, what it answers about somebody, and the records that decided it, the latest first. */
export type ReasonRead = Pick<Reason, 'name' | 'part'> & {
  readonly answer: Mark
  readonly records: readonly RecordBehind[]
}

type Key = Pick<SeenMember, 'subject' | 'record'>

/** A figure of a period on a day, and whomever it is of. */
type Figure = Pick<FigureSeen, 'list' | 'counting' | 'looked' | 'knownOn' | 'guarded'>

/** What decides how somebody stands in a figure. */
export type Reasons = {
  /** In the order in which the tests are asked; none where nothing on the record makes them a possible member. */
  of(member: Key): readonly ReasonRead[]
  /** The latest of the records by which the figure finds its members. */
  latest(member: Key): RecordBehind | undefined
}

/**
 * Why some members of a figure are, or are not, counted: each test with its answer and the records that decided it. Give it those whom the
 * viewer may see.
 */
export async function reasonsOf(
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  found: Figure,
  members: readonly Key[],
): Promise<Reasons> {
  const { list, counting, looked, knownOn } = found
  const reads = readsOf(list, counting)
  const subjects = [...new Set(members.map(({ subject }) => subject))]
  const known = await loadKnown(who.db, subjects, reads, knownOn)
  const behind = await recordsBehind(app, who, found, subjects)
  const recordsOf = (subject: SubjectId) => known.get(subject) ?? []
  return {
    of({ subject, record }) {
      const records = subjectRecords(subject, recordsOf(subject), reads)
      return explain(list, counting, records, looked, record, app.calendar).map(({ name, part, mark, because }) => ({
        name,
        part,
        answer: mark,
        records: behind(subject, because),
      }))
    },
    latest({ subject, record }) {
      const ids = recordsOf(subject).filter(({ type }) => type === list.each.type.key)
      return behind(subject, record === null ? ids.map((one) => one.record) : [record])[0]
    },
  }
}

/** Something that was recorded between two days: what, by whom, when it became known, and why where it put something right. */
export type RecordedSince = RecordBehind & {
  readonly by: string
  readonly knownOn: PlainDate
  readonly reason: string | null
}

/** What of the records that decide a figure became known after a day, or was written after a version, by whom it is about; the latest first. */
export async function recordedSince(
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  found: Figure,
  subjects: readonly SubjectId[],
  since: { readonly day: PlainDate; readonly sequence?: number },
): Promise<(subject: SubjectId) => readonly RecordedSince[]> {
  const { standing, versions, read } = await recordsStanding(app, who, found, subjects)
  const bySequence = new Map(versions.map((version) => [version.sequence, version] as const))
  const { day, sequence: last = Number.POSITIVE_INFINITY } = since
  const news = standing
    .filter(({ knownOn, sequence }) => knownOn > day || sequence > last)
    .toSorted((a, b) => b.knownOn - a.knownOn)
  return (subject) =>
    news
      .filter(({ content }) => Object.values(content.subjects).some((some) => some.includes(subject)))
      .flatMap((record) => {
        const { recordedBy = '', reason = null } = bySequence.get(record.sequence) ?? {}
        return read(subject, record).map((behind) => ({
          ...{ ...behind, by: recordedBy, knownOn: record.knownOn },
          reason: behind.opens ? reason : null,
        }))
      })
}

/** What the records that decided something are called, of those that stood on the day of the figure, the latest first. */
async function recordsBehind(
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  found: Figure,
  subjects: readonly SubjectId[],
): Promise<(subject: SubjectId, ids: readonly RecordId[]) => readonly RecordBehind[]> {
  const { standing, read } = await recordsStanding(app, who, found, subjects)
  const records = new Map(standing.map((record) => [record.record, record] as const))
  return (subject, ids) =>
    ids
      .flatMap((id) => records.get(id) ?? [])
      .toSorted((a, b) => (b.on ?? 0) - (a.on ?? 0))
      .flatMap((record) => read(subject, record))
}

const recordsStanding = (
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  { list, counting, looked, knownOn, guarded }: Figure,
  subjects: readonly SubjectId[],
) =>
  recordsCalled(app, who, { reads: readsOf(list, counting), moment: { asAt: looked.asAt, knownOn }, guarded }, subjects)

/** What the records of some types are called that stood at a moment, as far as the viewer may open them. */
export async function recordsCalled(
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  {
    reads,
    moment,
    guarded,
  }: Pick<Figure, 'guarded'> & { readonly reads: readonly RecordType[]; readonly moment: Moment },
  subjects: readonly SubjectId[],
) {
  const types = new Map(reads.map((type) => [type.key, type] as const))
  const versions = await findVersionsOfAll(who.db, { subjects, types, knownOn: app.clock.today })
  const seeing = await openAmong(app, who, types, versions)
  const standing = chronology(versions, types, moment)
  const roomOf = await roomsOf(app, who, standing)
  return {
    versions,
    standing,
    /** None of a household's that is somebody's who is closed to the viewer: that a child lives there is the child's. */
    read(subject: SubjectId, record: RecordAsAt): readonly RecordBehind[] {
      const one = guarded.get(subject)
      const isThings = one !== undefined && 'kind' in one
      const ofMember: Room = {
        ...who,
        may: (kind, action = 'read') => one !== undefined && decideAbout(who.viewer, action, one, kind).may === 'yes',
      }
      const room = isThings ? roomOf(record, ofMember) : ofMember
      const opens = seenIn(app, room, seeing).isOpen(record)
      if (!opens && isThings) return []
      return [{ record: record.record, opens, label: opens ? written(app, room, record) : outline(record) }]
    },
  }
}

/** `Placement, 3 July 2023: Foster care, ended 9 September 2023`; of a fact that has no date of its own, the date that it tells. */
function written(app: App, room: Room, record: RecordAsAt): string {
  const { type, content, on } = record
  const ended = type.ends === undefined ? null : content.fields[type.ends]
  const end = typeof ended === 'number' ? `, ended ${shortText(ended as PlainDate)}` : ''
  const told = Object.entries(type.fields).find(([name, { kind }]) => kind === 'date' && content.fields[name] != null)
  if (on !== null || told === undefined) return `${calledAs(app, room, record)}${end}`
  const [name, { label }] = told
  return `${label} ${shortText(content.fields[name] as PlainDate)}`
}

const outline = ({ type, on }: RecordAsAt): string => `${type.label}${on === null ? '' : `, ${shortText(on)}`}`
