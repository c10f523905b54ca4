import type { Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import { countedColumns } from '../../core/counting/column.ts'
import { type Need, type Unknown, type WorkList, worstFirst } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditListed } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import { type App, unknown } from '../app.ts'
import { naming } from '../people/naming.ts'
import { Refused } from '../refused.ts'
import { asListed, type Called, calledAll, only, type SeenWork, seenWork, sensitivitiesOf } from './seen-work.ts'
import { type Part, type WhoseWork, whoseWorkOf } from './whose.ts'
import { workedOut } from './work.ts'

/** Whose work is looked at, of that which the viewer may see. */
export type Narrowing = {
  /** `nobody`: those who are no team's work. */
  readonly team?: SubjectId | 'nobody'
  /** `nobody`: those who wait for a worker. */
  readonly worker?: SubjectId | 'nobody'
  /** Those who are allocated to the viewer, or to their teams, in whatever role. */
  readonly whose?: 'mine' | 'team'
  /** Those of whom a column of the list says this. */
  readonly only?: OnlySaid
}
export type OnlySaid = { readonly column: string; readonly value: string | null }

export type AskedWork = Narrowing & {
  readonly key: string
  readonly on: PlainDate
  /** Only what was or is due before this day is listed, and all that has no day; the rest is counted. */
  readonly dueBefore?: PlainDate
  /** Of those of whom it is not known: nothing that is due is listed. */
  readonly listed?: 'not known'
}

type Seen = Called & WhoseWork & { readonly mayExport: boolean }
export type SeenNeed = Need & Seen
export type SeenUnknown = Unknown & Seen

/** What is due, overdue or not known, worst first, of those whom the viewer may see. */
export type WorkFound = {
  readonly work: WorkList
  readonly on: PlainDate
  readonly needs: readonly SeenNeed[]
  readonly unknown: readonly SeenUnknown[]
  /** Everything that is counted, listed or not. */
  readonly counted: readonly (Need & WhoseWork)[]
  /** The same of the whole list, however it is narrowed: what it can be narrowed to. */
  readonly onList: readonly Need[]
  readonly notShown: SeenWork['notShown']
  readonly without: SeenWork['without']
  /** What the list can be narrowed to. */
  readonly teams: readonly Part[]
  readonly workers: readonly Part[]
}

/** A work list by its key. Refused when there is none. */
function getWorkList(app: App, key: string): WorkList {
  const work = app.catalogue.workLists.get(key)
  if (work === undefined) throw new Refused('not found', unknown('work list', key, app.catalogue.workLists.keys()))
  return work
}

/** Refused where a list has no such column, or one that is only read. */
function checkOnly({ columns = {} }: WorkList, { only }: Narrowing): void {
  const known = countedColumns(columns).map(([key]) => key)
  if (only !== undefined && !known.includes(only.column))
    throw new Refused(
      'bad usage',
      `This list cannot be narrowed by “${only.column}”. There is: ${known.join(', ') || 'nothing'}.`,
    )
}

/** Who needs something on a day, of what is known today. Everybody listed leaves a row in the audit. */
export function findWork(app: App, account: Account, asked: AskedWork): Promise<WorkFound> {
  const work = getWorkList(app, asked.key)
  checkOnly(work, asked)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const [seen] = await seenWork(app, db, viewer, await workedOut(app, db, [work], [asked.on]))
    if (seen === undefined) throw new Error(`The work list ${work.key} was not worked out`)
    const all = [...seen.needs, ...seen.unknown]
    const whose = await whoseWorkOf(naming(app, { db, viewer }), all)
    const counted = seen.needs.filter(isAskedFor(asked, viewer, seen.guarded)).toSorted(worstFirst)
    const listed = asked.listed === 'not known' ? [] : counted.filter(({ due }) => isBefore(due, asked.dueBefore))
    const notKnown = seen.unknown.filter(isAskedFor(asked, viewer, seen.guarded))
    const subjects = [...new Set([...listed, ...notKnown].map(({ subject }) => subject))]
    const called = await calledAll(app, db, subjects)
    const kept = sensitivitiesOf(work)
    const details = (row: Need | Unknown): Seen => {
      const one = seen.guarded.get(row.subject)
      const mayExport =
        one !== undefined && kept.every((sensitivity) => decideAbout(viewer, 'export', one, sensitivity).may === 'yes')
      return { ...called(row.subject), ...whose(row), mayExport }
    }
    const shown = await asListed(app, db, viewer, only(seen.guarded, subjects))
    await auditListed(app, { db, viewer }, account, { action: 'list', detail: work.label }, shown)
    return {
      work,
      on: asked.on,
      needs: listed.map((need) => ({ ...need, ...details(need) })),
      unknown: notKnown.map((one) => ({ ...one, ...details(one) })),
      counted: counted.map((need) => ({ ...need, ...whose(need) })),
      onList: seen.needs,
      notShown: seen.notShown,
      without: seen.without,
      teams: partsOf(all.map((one) => whose(one).team)),
      workers: partsOf(all.filter((one) => isOf(one.attributes['team'], asked.team)).map((one) => whose(one).worker)),
    }
  })
}

export const partsOf = (parts: readonly (Part | null)[]): readonly Part[] =>
  [...new Map(parts.flatMap((part) => (part === null ? [] : [[part.id, part] as const]))).values()].toSorted((a, b) =>
    a.label.localeCompare(b.label, 'en-GB'),
  )

const isBefore = (due: PlainDate | null, day: PlainDate | undefined): boolean =>
  due === null || day === undefined || due < day

/** Whether somebody is the work of whom is asked for, and is said to be what is asked for. */
export const isAskedFor =
  ({ team, worker, whose, only }: Narrowing, viewer: Viewer, guarded: ReadonlyMap<SubjectId, Guarded>) =>
  ({ subject, attributes, says }: Pick<Need, 'subject' | 'attributes'> & Partial<Pick<Need, 'says'>>): boolean =>
    isOf(attributes['team'], team) &&
    isOf(attributes['worker'], worker) &&
    (only === undefined || says?.[only.column] === only.value) &&
    (whose === undefined || isAllocatedTo(viewer, whose, guarded.get(subject)))

export const isOf = (attribute: string | null | undefined, asked: SubjectId | 'nobody' | undefined): boolean =>
  asked === undefined || (asked === 'nobody' ? (attribute ?? null) === null : attribute === String(asked))

/** Whether somebody, or a household, is allocated to the viewer or to a team of theirs. */
const isAllocatedTo = ({ worker, teams }: Viewer, whose: 'mine' | 'team', one: Guarded | undefined): boolean =>
  one?.allocations.some((allocation) =>
    whose === 'mine'
      ? worker !== null && allocation.worker === worker
      : allocation.team !== null && teams.includes(allocation.team),
  ) === true
