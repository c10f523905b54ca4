import { HouseholdMembership } from '../../areas/people/households.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { type SubjectId, type SubjectKind, subjectKinds } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { listSubjects } from '../../store/records/find.ts'
import { about } from '../access/about.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { keptNumbers } from './kept-number.ts'
import { naming } from './naming.ts'

export type Choice = { readonly value: string; readonly label: string }
export type Choices = Readonly<Record<SubjectKind, readonly Choice[]>>

const MOST = 500

/** What can be chosen in a form about a person: the person and whoever is related to them or lives with them; workers, teams, places. */
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
    const kinds = await Promise.all(
      subjectKinds.map(async (kind) => {
        const subjects =
          kind === 'person' ? await family(app, room.db, kept(subject)) : await listSubjects(room.db, kind, MOST)
        return [kind, await choices(kind, subjects)] as const
      }),
    )
    return { ...none, ...Object.fromEntries(kinds) }
  })
}

const none: Choices = { person: [], worker: [], team: [], household: [], establishment: [], agency: [] }

async function family(
  app: App,
  db: Parameters<typeof recordsOf>[1],
  subject: SubjectId,
): Promise<readonly SubjectId[]> {
  const records = await recordsOf(app, db, subject, [Relationship, HouseholdMembership])
  const related = records
    .filter(({ type }) => type.key === Relationship.key)
    .flatMap(({ content }) => Object.values(content.subjects).flat())
  return [...new Set([subject, ...related])]
}
