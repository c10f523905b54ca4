import { Person, PersonName } from '../../areas/people/person.ts'
import { type Decision, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import { type Need, readsOfWork, type Unknown, type WorkList } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import { standing } from '../../core/record/standing.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { Listed } from '../access/listed.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'
import { nameOf, prevailing } from '../people/naming.ts'
import { recordsOfAll } from '../records-of.ts'
import type { Worked } from './work.ts'

/** What a work list says of those whom a viewer may see, and of how many more it says something. */
export type SeenWork = {
  readonly work: WorkList
  readonly needs: readonly Need[]
  readonly unknown: readonly Unknown[]
  /** Of the whole list, whoever's work they are: a part that is narrowed to a worker would tell who somebody restricted is with. */
  readonly notShown: { readonly needs: number; readonly overdue: number; readonly unknown: number }
  /** Everybody who is seen. */
  readonly people: ReadonlyMap<SubjectId, Protected>
}

/** Keeps back whomever the viewer may not read about, in any of the kinds of record that a list reads. */
export async function seenWork(
  app: App,
  db: Db,
  viewer: Viewer,
  worked: readonly Worked[],
): Promise<readonly SeenWork[]> {
  const subjects = worked.flatMap(({ on }) => on.flatMap(({ needs, unknown }) => [...needs, ...unknown]))
  const people = await protectedPeople(app, db, [...new Set(subjects.map(({ subject }) => subject))])
  return worked.map(({ work, on }) => {
    const [{ needs, unknown } = { needs: [], unknown: [] }] = on
    const may = readable(viewer, work, people)
    const seen = { needs: needs.filter(may), unknown: unknown.filter(may) }
    const hidden = needs.filter((one) => !may(one))
    return {
      work,
      ...seen,
      notShown: {
        needs: hidden.length,
        overdue: hidden.filter(isOverdue).length,
        unknown: unknown.length - seen.unknown.length,
      },
      people: new Map([...people].filter(([subject]) => may({ subject }))),
    }
  })
}

export const isOverdue = ({ days }: Pick<Need, 'days'>): boolean => days > 0

const readable = (viewer: Viewer, work: WorkList, people: ReadonlyMap<SubjectId, Protected>) => {
  const kept = sensitivitiesOf(work)
  const answers = new Map<SubjectId, boolean>()
  for (const [subject, person] of people)
    answers.set(
      subject,
      kept.every((one) => decide(viewer, 'read', person, one).may === 'yes'),
    )
  return ({ subject }: { readonly subject: SubjectId }): boolean => answers.get(subject) === true
}

/** How closely is kept what a work list is worked out from. */
export const sensitivitiesOf = (work: WorkList): readonly Sensitivity[] => [
  ...new Set<Sensitivity>(['ordinary', ...readsOfWork(work).map(({ sensitivity }) => sensitivity)]),
]

/** Those of a list who are shown, as the audit keeps them. */
export async function asListed(
  app: App,
  db: Db,
  viewer: Viewer,
  people: readonly Protected[],
): Promise<readonly Listed[]> {
  const same = await findSamePeople(
    db,
    people.map(({ subject }) => subject),
    app.clock.today,
  )
  return people.flatMap((person) => {
    const { subject } = person
    const decision: Decision = decide(viewer, 'read', person)
    return decision.may === 'yes' ? [{ subject, otherNumbers: same.numbers(subject).slice(1), person, decision }] : []
  })
}

/** Who somebody on a list is. */
export type Called = { readonly name: string; readonly bornOn: PlainDate | null }

/** What people are called, of whom the viewer may read, in one question to the store. */
export async function calledAll(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<(subject: SubjectId) => Called> {
  const recordsOf = await recordsOfAll(app, db, [...new Set(subjects)], [Person, PersonName])
  return (subject) => {
    const records = recordsOf(subject)
    const bornOn = prevailing(standing(records, Person, 'person', subject), 'bornOn')
    return {
      name: nameOf(records, app) ?? `Person ${subject}`,
      bornOn: typeof bornOn === 'number' ? (bornOn as PlainDate) : null,
    }
  }
}
