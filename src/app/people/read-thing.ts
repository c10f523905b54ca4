import { HouseholdMembership } from '../../areas/people/households.ts'
import { decideAbout } from '../../core/access/decide-about-thing.ts'
import { ownersOf } from '../../core/access/of-record.ts'
import type { SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findSubject } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import { auditTried } from '../access/about-record.ts'
import { aboutThing, NO_THING, type ThingKind } from '../access/about-thing.ts'
import { guardedAmong } from '../access/guarded.ts'
import { mayAmong } from '../access/may-find.ts'
import { roomsOf } from '../access/open.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { type ClocksRead, clocksOfThing } from '../counting/clocks.ts'
import { recordsOf } from '../records-of.ts'
import { Refused } from '../refused.ts'
import { thingIn } from './concerned.ts'
import { type Named, naming } from './naming.ts'
import { calledAs } from './record-labels.ts'
import { showingToday } from './showing.ts'
import { shownContent } from './shown.ts'
import { describingType } from './things.ts'

/** Somebody who lives or lived in a household. */
export type Stay = { readonly record: RecordAsAt; readonly subject: SubjectId; readonly named: Named }

/** A record of somebody's in which a thing stands: a child placed with a household. `who`: those of them who may be named. */
export type OfPeople = { readonly record: RecordAsAt; readonly label: string; readonly who: readonly WhoNamed[] }
type WhoNamed = { readonly subject: SubjectId; readonly named: Named }

/** A household, a place, an agency, a worker or a team, with what is written about it and, of a household, who lives there. */
export type ThingRead = {
  readonly subject: SubjectId
  readonly kind: ThingKind
  readonly name: string
  readonly records: readonly RecordAsAt[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly stays: readonly Stay[]
  /** The latest first. */
  readonly ofPeople: readonly OfPeople[]
  readonly writable: readonly RecordType[]
  /** As at today. */
  readonly clocks: Pick<ClocksRead, 'asAt' | 'occurrences' | 'withheld'>
}

/**
 * What is written about a thing, as it stands today. Of those who live in a household only whoever may be found is told: that somebody
 * restricted lives there is not known from here.
 * @throws Refused when it is not there for the viewer, or not theirs to read
 */
export async function readThing(app: App, account: Account, subject: SubjectId): Promise<ThingRead> {
  const kind = (await findSubject(app.store.db, subject))?.kind
  if (kind === undefined || kind === 'person') {
    await auditTried(app, account, { action: 'read', detail: `page of a thing (number ${subject})` })
    throw new Refused('not found', NO_THING)
  }
  return aboutThing(app, account, { action: 'read', kind, subject, detail: `page of the ${kind}` }, async (room) => {
    const name = naming(app, room)
    const records = await recordsAbout(app, room, subject, kind)
    const subjects = [...new Set(records.flatMap(({ type, content }) => subjectsIn(type, content)))]
    const names = await Promise.all(subjects.map(async (one) => [one, await name(one)] as const))
    const ofPeople = isAHome(kind) ? await recordsOfPeople(app, room, subject, kind) : []
    const open = new Set(ofPeople.map(({ record }) => record.record))
    return {
      subject,
      kind,
      name: (await name(subject)).label,
      records,
      names: new Map(names),
      stays: kind === 'household' ? await staysIn(app, room, subject) : [],
      ofPeople,
      clocks: {
        asAt: app.clock.today,
        ...(isAHome(kind) ? await clocksOfThing(app, room, { subject, kind }, open) : { occurrences: [], withheld: 0 }),
      },
      writable: [...app.catalogue.records.values()].filter((type) => isWritable(room, type, kind)),
    }
  })
}

/** Whether children live there: other things have no clocks of their own, and are not looked for in the records of people. */
const isAHome = (kind: ThingKind): boolean => kind === 'household' || kind === 'establishment'

async function recordsAbout(
  app: App,
  room: Room,
  subject: SubjectId,
  kind: SubjectKind,
): Promise<readonly RecordAsAt[]> {
  const types = [...app.catalogue.records.values()].filter(
    (type) => isAboutThing(type, kind) && room.may(type.sensitivity, 'read'),
  )
  const records = await recordsOf(app, room.db, subject, types)
  const isOpen = await openThings(app, room, records)
  return records.filter(isOpen).map((record) => {
    return { ...record, content: shownContent(app, room, record.type, record.content).content }
  })
}

/** A record is its first thing's: on the page of a team only those households of which one may read are told that are its work. */
async function openThings(app: App, { db, viewer }: Room, records: readonly RecordAsAt[]) {
  const firstOf = ({ type, content }: RecordAsAt) => thingIn(type, content)?.subject
  const guarded = await guardedAmong(
    app,
    db,
    records.flatMap((record) => firstOf(record) ?? []),
  )
  return (record: RecordAsAt): boolean => {
    const first = guarded.get(firstOf(record) ?? (0 as SubjectId))
    return first !== undefined && decideAbout(viewer, 'read', first, record.type.sensitivity).may === 'yes'
  }
}

/**
 * What is written about people in which the thing stands: whoever may read about the household learns of it only what they may read on the person's own
 * page.
 */
async function recordsOfPeople(
  app: App,
  room: Room,
  subject: SubjectId,
  kind: SubjectKind,
): Promise<readonly OfPeople[]> {
  const types = [...app.catalogue.records.values()].filter(
    (type) =>
      type.key !== HouseholdMembership.key &&
      !isAboutThing(type, kind) &&
      Object.values(type.subjects).some((role) => role.kind === kind),
  )
  const records = await recordsOf(app, room.db, subject, types)
  const { isOpen } = await showingToday(app, room, records)
  const roomOf = await roomsOf(app, room, records)
  const name = naming(app, room)
  const open = records.filter(isOpen).toReversed()
  return Promise.all(
    open.map(async (record) => ({
      record,
      label: calledAs(app, roomOf(record, room), record),
      who: await Promise.all(
        ownersOf(record.type, record.content).map(async (one) => ({ subject: one, named: await name(one) })),
      ),
    })),
  )
}

/** About things of the kind, and about nobody. */
const isAboutThing = ({ subjects }: RecordType, kind: SubjectKind): boolean => {
  const kinds = Object.values(subjects).map((role) => role.kind)
  return kinds.includes(kind) && !kinds.includes('person')
}

const isWritable = ({ may }: Room, type: RecordType, kind: ThingKind): boolean =>
  (isAboutThing(type, kind) || (kind === 'household' && type.key === HouseholdMembership.key)) &&
  type !== describingType(kind) &&
  type.dated !== ALWAYS &&
  may(type.sensitivity, actionFor(type, 'record'))

async function staysIn(app: App, room: Room, household: SubjectId): Promise<readonly Stay[]> {
  const name = naming(app, room)
  const records = await recordsOf(app, room.db, household, [HouseholdMembership])
  const may = await mayAmong(
    app,
    room,
    records.flatMap(({ content }) => content.subjects['person'] ?? []),
    'find',
  )
  const stays = records.flatMap((record) =>
    (record.content.subjects['person'] ?? []).map((subject) => ({ record, subject })),
  )
  const shown = stays.filter(({ subject }) => may.has(subject))
  return Promise.all(shown.map(async (stay) => ({ ...stay, named: await name(stay.subject) })))
}
