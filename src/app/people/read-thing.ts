import { HouseholdMembership } from '../../areas/people/households.ts'
import type { SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findSubject } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import { auditTried } from '../access/about-record.ts'
import { aboutThing, NO_THING, type ThingKind } from '../access/about-thing.ts'
import { mayAmong } from '../access/may-find.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { Refused } from '../refused.ts'
import { type Named, naming } from './naming.ts'
import { shownContent } from './shown.ts'
import { describingType } from './things.ts'

/** Somebody who lives or lived in a household. */
export type Stay = { readonly record: RecordAsAt; readonly subject: SubjectId; readonly named: Named }

/** A household, a place, an agency, a worker or a team, with what is written about it and, of a household, who lives there. */
export type ThingRead = {
  readonly subject: SubjectId
  readonly kind: ThingKind
  readonly name: string
  readonly records: readonly RecordAsAt[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly stays: readonly Stay[]
  readonly writable: readonly RecordType[]
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
    return {
      subject,
      kind,
      name: (await name(subject)).label,
      records,
      names: new Map(names),
      stays: kind === 'household' ? await staysIn(app, room, subject) : [],
      writable: [...app.catalogue.records.values()].filter((type) => isWritable(room, type, kind)),
    }
  })
}

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
  return records.map((record) => {
    return { ...record, content: shownContent(app, room, record.type, record.content).content }
  })
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
