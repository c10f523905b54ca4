import { Person, PersonName } from '../../areas/people/person.ts'
import type { Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import { type Need, readsOfWork, type Unknown, type WorkList } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { standing } from '../../core/record/standing.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { Shown } from '../access/listed.ts'
import type { App } from '../app.ts'
import { NAMED, nameOf, prevailing, thingNameOf } from '../people/naming.ts'
import { recordsOfAll } from '../records-of.ts'
import type { Worked } from './work.ts'

/** What a work list says of those whom a viewer may see, and of how many more it says something. */
export type SeenWork = {
  readonly work: WorkList
  readonly needs: readonly Need[]
  readonly unknown: readonly Unknown[]
  readonly without: Worked['without']
  /** Of the whole list, whoever's work they are: a part that is narrowed to a worker would tell who somebody restricted is with. */
  readonly notShown: { readonly needs: number; readonly overdue: number; readonly unknown: number }
  /** Everybody and everything that is seen. */
  readonly guarded: ReadonlyMap<SubjectId, Guarded>
}

/** Keeps back whomever the viewer may not read about, in any of the kinds of record that a list reads. */
export async function seenWork(
  app: App,
  db: Db,
  viewer: Viewer,
  worked: readonly Worked[],
): Promise<readonly SeenWork[]> {
  const subjects = worked.flatMap(({ on }) => on.flatMap(({ needs, unknown }) => [...needs, ...unknown]))
  const guarded = await guardedAmong(app, db, [...new Set(subjects.map(({ subject }) => subject))])
  return worked.map(({ work, on, without }) => {
    const [{ needs, unknown } = { needs: [], unknown: [] }] = on
    const may = readable(viewer, sensitivitiesOf(work), guarded)
    const seen = { needs: needs.filter(may), unknown: unknown.filter(may) }
    const hidden = needs.filter((one) => !may(one))
    return {
      work,
      ...seen,
      without,
      notShown: {
        needs: hidden.length,
        overdue: hidden.filter(isOverdue).length,
        unknown: unknown.length - seen.unknown.length,
      },
      guarded: new Map([...guarded].filter(([subject]) => may({ subject }))),
    }
  })
}

/** Overdue, or so though it ought not to be. */
export const isOverdue = ({ isNow }: Pick<Need, 'isNow'>): boolean => isNow

/** Whether a viewer may read about each of those who are guarded, in all of what is kept so closely. */
export const readable = (viewer: Viewer, kept: readonly Sensitivity[], guarded: ReadonlyMap<SubjectId, Guarded>) => {
  const answers = new Map<SubjectId, boolean>()
  for (const [subject, one] of guarded)
    answers.set(
      subject,
      kept.every((sensitivity) => decideAbout(viewer, 'read', one, sensitivity).may === 'yes'),
    )
  return ({ subject }: { readonly subject: SubjectId }): boolean => answers.get(subject) === true
}

/** How closely is kept what a work list is worked out from. */
export const sensitivitiesOf = (work: WorkList): readonly Sensitivity[] => sensitivitiesIn(readsOfWork(work))

/** How closely records of these types are kept, and who somebody is. */
export const sensitivitiesIn = (reads: readonly RecordType[]): readonly Sensitivity[] => [
  ...new Set<Sensitivity>(['ordinary', ...reads.map(({ sensitivity }) => sensitivity)]),
]

/** Those of a list who are shown, as the audit keeps them. */
export async function asListed(
  app: App,
  db: Db,
  viewer: Viewer,
  listed: ReadonlyMap<SubjectId, Guarded>,
): Promise<readonly Shown[]> {
  const same = await findSamePeople(db, [...listed.keys()], app.clock.today)
  return [...listed].flatMap(([subject, one]) => {
    const decision = decideAbout(viewer, 'read', one)
    return decision.may === 'yes' ? [{ subject, otherNumbers: same.numbers(subject).slice(1), decision }] : []
  })
}

/** Who somebody on a list is, or what a household or a place is called, which has no day of birth. */
export type Called = { readonly name: string; readonly bornOn: PlainDate | null }

/** What those are called of whom the viewer may read, in one question to the store. */
export async function calledAll(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<(subject: SubjectId) => Called> {
  const recordsOf = await recordsOfAll(app, db, [...new Set(subjects)], [Person, PersonName, ...NAMED])
  return (subject) => {
    const records = recordsOf(subject)
    const bornOn = prevailing(standing(records, Person, 'person', subject), 'bornOn')
    return {
      name: nameOf(records, app) ?? thingNameOf(subject, records) ?? `Number ${subject}`,
      bornOn: typeof bornOn === 'number' ? (bornOn as PlainDate) : null,
    }
  }
}

/** Of those that are seen only some. */
export const only = (
  guarded: ReadonlyMap<SubjectId, Guarded>,
  subjects: readonly SubjectId[],
): ReadonlyMap<SubjectId, Guarded> =>
  new Map(
    subjects.flatMap((subject) => {
      const one = guarded.get(subject)
      return one === undefined ? [] : [[subject, one] as const]
    }),
  )
