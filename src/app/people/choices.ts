import { Allocation } from '../../areas/organisation/allocation.ts'
import { TeamMembership } from '../../areas/organisation/workers.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { findSubject } from '../../store/records/find.ts'
import { about, type Room } from '../access/about.ts'
import { aboutThing, type ThingKind } from '../access/about-thing.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { type FamilyKnown, familyKnown } from './family/known-so-far.ts'
import { keptNumbers } from './kept-number.ts'
import { naming } from './naming.ts'
import { betweenTwo } from './particular-faults.ts'
import { linkedTypes, recordLabels } from './record-labels.ts'
import { findOnly } from './same.ts'
import { householdLabel, listNewest } from './things.ts'

export type Choice = { readonly value: string; readonly label: string }

/** What a form offers before anybody searches. Whatever was chosen is among it, wherever it came from. */
export type Choices = {
  readonly subjects: Readonly<Record<SubjectKind, readonly Choice[]>>
  /** Records to link to, by the key of their type. */
  readonly records: ReadonlyMap<string, readonly Choice[]>
  /** What each chosen subject is called. */
  readonly chosen: ReadonlyMap<SubjectId, string>
  /** The record that there is already, of a type of which somebody has only one: it is corrected, not written again. */
  readonly only: RecordId | undefined
  /** Whose record it is cannot be the other one too. */
  readonly betweenTwo: boolean
}

/** Whose page the form was begun on; nobody's for something that is only being made. */
export type Begun = { readonly kind: SubjectKind; readonly subject: SubjectId } | undefined

/** What can be chosen in a form without searching: the family known so far, those who work with them, their places, their records. */
export async function choicesFor(
  app: App,
  account: Account,
  page: Begun,
  type: RecordType,
  chosen: readonly SubjectId[] = [],
): Promise<Choices> {
  const asked = {
    action: actionFor(type, 'record'),
    sensitivity: type.sensitivity,
    detail: `form: ${type.label.toLowerCase()}`,
  } as const
  const begun = await underKept(app, page)
  const work = (room: Room) => offered(app, room, { begun, type, chosen })
  if (begun?.kind === 'person') return about(app, account, { ...asked, people: [begun.subject] }, work)
  const kind = begun?.kind ?? ownKind(type)
  return aboutThing(app, account, { ...asked, kind, subject: begun?.subject ?? null }, work)
}

/** Somebody who was recorded twice is one person, whichever number the page was opened by. */
async function underKept(app: App, begun: Begun): Promise<Begun> {
  if (begun === undefined) return undefined
  return { ...begun, subject: (await keptNumbers(app, [begun.subject]))(begun.subject) }
}

/** The kind of thing that a record type says what it is: a household, an agency. */
export function ownKind({ subjects }: RecordType): ThingKind {
  const own = Object.values(subjects).find(({ kind, optional }) => kind !== 'person' && !optional)?.kind
  return own === undefined || own === 'person' ? 'agency' : own
}

type Offering = { readonly begun: Begun; readonly type: RecordType; readonly chosen: readonly SubjectId[] }

async function offered(app: App, room: Room, { begun, type, chosen }: Offering): Promise<Choices> {
  const kinds = kindsIn(type)
  const subject = begun?.subject
  const isPerson = begun?.kind === 'person'
  const family: FamilyKnown =
    isPerson && (namesOthers(type) || kinds.has('household'))
      ? await familyKnown(app, room, begun.subject)
      : { people: [], households: [] }
  const name = naming(app, room)
  const label = async (one: SubjectId): Promise<string> =>
    (await findSubject(room.db, one))?.kind === 'household' ? householdLabel(app, room, one) : (await name(one)).label
  const choices = async (subjects: readonly SubjectId[]): Promise<readonly Choice[]> =>
    Promise.all([...new Set(subjects)].map(async (one) => ({ value: String(one), label: await label(one) })))
  const own = isPerson ? [] : subject === undefined ? [] : [subject]
  const called = [...new Set([...chosen, ...(subject === undefined ? [] : [subject])])]
  const { workers, teams } = await whoWorks(app, room, isPerson ? begun.subject : undefined, kinds)
  const of = (kind: SubjectKind) => (begun?.kind === kind ? own : [])
  return {
    subjects: {
      person: family.people.map(({ subject: one, name: known, is }) => ({
        value: String(one),
        label: is === undefined ? known : `${known}, ${is}`,
      })),
      worker: await choices([...of('worker'), ...workers]),
      team: await choices([...of('team'), ...teams]),
      household: await choices([...of('household'), ...family.households]),
      establishment: kinds.has('establishment')
        ? await choices([...of('establishment'), ...(await listNewest(room, 'establishment'))])
        : [],
      agency: kinds.has('agency') ? await choices([...of('agency'), ...(await listNewest(room, 'agency'))]) : [],
    },
    records: byType(await recordsToLink(app, room, subject, type)),
    chosen: new Map(await Promise.all(called.map(async (one) => [one, await label(one)] as const))),
    betweenTwo: betweenTwo.has(type),
    only: subject === undefined ? undefined : await findOnly(app, room.db, type, subject),
  }
}

/** Whether the form asks for anybody but the one on whose page it was begun: only then is it worth going through the family. */
function namesOthers({ subjects, fields }: RecordType): boolean {
  const people = Object.values(subjects).filter(({ kind }) => kind === 'person')
  const inFields = Object.values(fields).some((field) => field.kind === 'subject' && field.of === 'person')
  return people.length > 1 || people.some(({ many }) => many) || inFields
}

const kindsIn = ({ subjects, fields }: RecordType): ReadonlySet<SubjectKind> =>
  new Set([
    ...Object.values(subjects).map(({ kind }) => kind),
    ...Object.values(fields).flatMap((field) => (field.kind === 'subject' ? [field.of] : [])),
  ])

/** The viewer first, then those who work with the person, then the viewer's own teams: the others are found by searching. */
async function whoWorks(
  app: App,
  { db, viewer }: Room,
  person: SubjectId | undefined,
  kinds: ReadonlySet<SubjectKind>,
): Promise<{ workers: readonly SubjectId[]; teams: readonly SubjectId[] }> {
  if (!kinds.has('worker') && !kinds.has('team')) return { workers: [], teams: [] }
  const allocations = person === undefined ? [] : await recordsOf(app, db, person, [Allocation])
  const standing = allocations.filter(({ content }) => content.fields['endedOn'] === null)
  const inRole = (role: string) => standing.flatMap(({ content }) => content.subjects[role] ?? [])
  const colleagues: SubjectId[] = []
  for (const team of viewer.teams) {
    const places = await recordsOf(app, db, team, [TeamMembership])
    for (const { content } of places)
      if (content.fields['endedOn'] === null) colleagues.push(...(content.subjects['worker'] ?? []))
  }
  return {
    workers: [...(viewer.worker === null ? [] : [viewer.worker]), ...inRole('worker'), ...colleagues],
    teams: [...viewer.teams, ...inRole('team')],
  }
}

async function recordsToLink(app: App, room: Room, subject: SubjectId | undefined, type: RecordType) {
  const keys = linkedTypes(type)
  return subject === undefined || keys.length === 0
    ? new Map<RecordId, { type: string; label: string }>()
    : recordLabels(app, room, subject, keys)
}

function byType(
  records: ReadonlyMap<RecordId, { readonly type: string; readonly label: string }>,
): ReadonlyMap<string, readonly Choice[]> {
  const found = new Map<string, Choice[]>()
  for (const [record, { type, label }] of records)
    found.set(type, [...(found.get(type) ?? []), { value: String(record), label }])
  return found
}
