import { searchFor } from '../../core/counting/search.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { findCandidates } from '../../store/counting/known.ts'
import type { Store } from '../../store/open.ts'
import { versionsSince, writtenSoFar } from '../../store/quality/written.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { findSubjectsWrittenSince } from '../../store/records/written-since.ts'
import type { App } from '../app.ts'
import { clocksWithoutAnswers } from '../counting/answers.ts'
import { SUBJECTS_AT_ONCE } from '../counting/work.ts'
import { type OfSubject, workOutErrors } from './of-subjects.ts'

/** What was worked out, and of which state of the store: while that is the same, so is the answer. */
type Held = {
  readonly state: string
  readonly last: number
  readonly versions: number
  readonly of: Map<SubjectId, OfSubject>
}

const held = new WeakMap<Store, Held>()

/**
 * What is wrong on the records of everybody whom any list or rule is about, and of some more, as they are now. To look through all of them takes seconds, so what was
 * worked out is held while nothing changes, and is worked out again for those, and only those, about whom something was written since. Call it in a transaction that
 * itself has written no record.
 */
export async function errorsHeld(
  app: App,
  db: Db,
  more: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, OfSubject>> {
  const { last, versions, mergesAndRemovals } = await writtenSoFar(db)
  const unanswered = await clocksWithoutAnswers(app, db, [...app.catalogue.timescales.values()])
  const clocks = [...unanswered].map(([{ key }]) => key).join()
  const state = [app.clock.today, mergesAndRemovals, clocks].join('|')
  const before = held.get(app.store)
  const isOlder = before !== undefined && before.state === state && before.last <= last
  // Of two that write at once the one that began first may end last: then not all that is new has a higher number.
  const isCounted = isOlder && versions - before.versions === (await versionsSince(db, before.last))
  const of = isCounted ? new Map(before.of) : new Map<SubjectId, OfSubject>()
  if (isCounted && before.last < last) {
    const written = await findSubjectsWrittenSince(db, before.last)
    const same = await findSamePeople(db, written, app.clock.today)
    for (const subject of written) of.delete(same.kept(subject))
  }
  const wanted = [...new Set([...(await everybody(app, db)), ...more])]
  const missing = wanted.filter((subject) => !of.has(subject))
  for (let at = 0; at < missing.length; at += SUBJECTS_AT_ONCE)
    for (const [subject, one] of await workOutErrors(app, db, missing.slice(at, at + SUBJECTS_AT_ONCE)))
      of.set(subject, one)
  held.set(app.store, { state, last, versions, of })
  return new Map(wanted.flatMap((subject) => [[subject, of.get(subject)] as const]).filter(isThere))
}

/** Looks through whoever was not looked through yet, or about whom something was written since: so that nobody who opens the page waits for it. */
export const keepErrorsHeld = async (app: App): Promise<void> => {
  await inTransaction(app.store, (db) => errorsHeld(app, db, []))
}

const isThere = (one: readonly [SubjectId, OfSubject | undefined]): one is readonly [SubjectId, OfSubject] =>
  one[1] !== undefined

/** Whoever may be on a work list today, or have records that contradict one another. */
async function everybody({ catalogue, clock }: App, db: Db): Promise<readonly SubjectId[]> {
  const day = { from: clock.today, to: addDays(clock.today, 1) }
  const eaches = [
    ...[...catalogue.workLists.values()].map(({ population }) => population.each),
    ...[...catalogue.quality.values()].map(({ each }) => each),
  ]
  const searches = eaches.flatMap((each) => searchFor(each, [day]) ?? [])
  const unique = [...new Map(searches.map((one) => [JSON.stringify({ ...one, type: one.type.key }), one])).values()]
  return (await findCandidates(db, unique, clock.today)).flat()
}
