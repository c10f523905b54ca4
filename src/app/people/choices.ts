import { Household, HouseholdMembership } from '../../areas/people/households.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { type SubjectId, type SubjectKind, subjectKinds } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { listSubjects } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import { about } from '../access/about.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { recordsOf, recordsOfAll } from '../records-of.ts'
import { keptNumbers } from './kept-number.ts'
import { naming } from './naming.ts'

export type Choice = { readonly value: string; readonly label: string }
export type Choices = Readonly<Record<SubjectKind, readonly Choice[]>>

const MOST = 500

/**
 * What can be chosen in a form about a person: the person and whoever is related to them or lives with them, their households and those that
 * take children in; workers, teams, places. Whoever may not be found is not among them, nor is any other family's home.
 */
export async function choicesFor(app: App, account: Account, subject: SubjectId, type: RecordType): Promise<Choices> {
  const asked = {
    action: actionToWrite(type, 'record'),
    people: [subject],
    sensitivity: type.sensitivity,
    detail: `form: ${type.label.toLowerCase()}`,
  } as const
  const kept = await keptNumbers(app, [subject])
  return about(app, account, asked, async (room) => {
    const name = naming(app, room)
    const choices = async (kind: SubjectKind, subjects: readonly SubjectId[]): Promise<readonly Choice[]> => {
      const named = await Promise.all(subjects.map(async (one) => ({ value: String(one), ...(await name(one)) })))
      return named.filter(({ opens }) => opens || kind !== 'person').map(({ value, label }) => ({ value, label }))
    }
    const people = await family(app, room.db, kept(subject))
    const openPeople = await choices('person', people)
    const subjects = async (kind: SubjectKind) =>
      kind === 'household'
        ? households(
            app,
            room.db,
            openPeople.map(({ value }) => Number(value) as SubjectId),
          )
        : listSubjects(room.db, kind, MOST)
    const others = subjectKinds.filter((kind) => kind !== 'person')
    const kinds = await Promise.all(
      others.map(async (kind) => [kind, await choices(kind, await subjects(kind))] as const),
    )
    return { ...none, person: openPeople, ...Object.fromEntries(kinds) }
  })
}

const none: Choices = { person: [], worker: [], team: [], household: [], establishment: [], agency: [] }

async function family(app: App, db: Db, subject: SubjectId): Promise<readonly SubjectId[]> {
  const related = await recordsOf(app, db, subject, [Relationship])
  const homes = await householdsOf(app, db, [subject])
  const recordsOfHome = await recordsOfAll(app, db, homes, [HouseholdMembership])
  const livingWith = homes
    .flatMap((home) => recordsOfHome(home))
    .flatMap(({ content }) => content.subjects['person'] ?? [])
  const relatives = related.flatMap(({ content }) => Object.values(content.subjects).flat())
  return [...new Set([subject, ...relatives, ...livingWith])]
}

/** Homes where these people live or have lived. */
async function householdsOf(app: App, db: Db, people: readonly SubjectId[]): Promise<readonly SubjectId[]> {
  const memberships = await recordsOfAll(app, db, people, [HouseholdMembership])
  return [...new Set(people.flatMap(memberships).flatMap(({ content }) => content.subjects['household'] ?? []))]
}

/** Households that take in children who are not theirs. */
const TAKE_IN: readonly unknown[] = ['foster-home', 'supported-lodgings']

async function households(app: App, db: Db, people: readonly SubjectId[]): Promise<readonly SubjectId[]> {
  const all = await listSubjects(db, 'household', MOST)
  const recordsOfEach = await recordsOfAll(app, db, all, [Household])
  const takingIn = all.filter((one) =>
    recordsOfEach(one).some(({ content }) => TAKE_IN.includes(content.fields['kind'])),
  )
  return [...new Set([...(await householdsOf(app, db, people)), ...takingIn])]
}
