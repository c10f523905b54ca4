import { decide } from '../../core/access/decide.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { type Need, needsOf, readsOfWork, type WorkList, worstFirst } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findCandidates, loadKnown } from '../../store/counting/known.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { protectedPeople } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import { type App, unknown } from '../app.ts'
import { Refused } from '../refused.ts'

/** Which work list, on which day, and whose work: a team's, a worker's, or everybody's. */
export type AskedWork = {
  readonly key: string
  readonly on: PlainDate
  readonly team?: SubjectId
  readonly worker?: SubjectId
}

/** What is due and overdue, worst first, of those whom the viewer may see; `notShown` more need something too. */
export type WorkFound = { readonly work: WorkList; readonly needs: readonly Need[]; readonly notShown: number }

/** A work list by its key. Refused when there is none. */
function getWorkList(app: App, key: string): WorkList {
  const work = app.catalogue.workLists.get(key)
  if (work === undefined) throw new Refused('not found', unknown('work list', key, app.catalogue.workLists.keys()))
  return work
}

/** Who needs something on a day, of what is known today. Everybody shown leaves a row in the audit. */
export function findWork(app: App, account: Account, { key, on, team, worker }: AskedWork): Promise<WorkFound> {
  const work = getWorkList(app, key)
  const reads = readsOfWork(work)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const candidates = await findCandidates(db, [work.population.each.type], app.clock.today)
    const known = await loadKnown(db, candidates, reads, app.clock.today)
    const needs = candidates
      .flatMap((subject) => needsOf(work, subjectRecords(subject, known.get(subject) ?? [], reads), on, app.calendar))
      .filter(({ attributes }) => isOf(attributes['team'], team) && isOf(attributes['worker'], worker))
      .toSorted(worstFirst)
    const people = await protectedPeople(app, db, [...new Set(needs.map(({ subject }) => subject))])
    const sensitivities = [...new Set<Sensitivity>(['ordinary', ...reads.map(({ sensitivity }) => sensitivity)])]
    const shown = needs.filter(({ subject }) => {
      const person = people.get(subject)
      return person !== undefined && sensitivities.every((one) => decide(viewer, 'read', person, one).may === 'yes')
    })
    await writeAudit(
      db,
      [...new Set(shown.map(({ subject }) => subject))].flatMap((subject) => {
        const person = people.get(subject)
        if (person === undefined) return []
        const decision = decide(viewer, 'read', person)
        return [auditEntry(app, account, viewer, { action: 'list', subject, decision, detail: work.label })]
      }),
    )
    return { work, needs: shown, notShown: needs.length - shown.length }
  })
}

const isOf = (attribute: string | null | undefined, asked: SubjectId | undefined): boolean =>
  asked === undefined || attribute === String(asked)
