import { searchFor } from '../../core/counting/search.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { findCandidates } from '../../store/counting/known.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { clocksWithoutAnswers } from '../counting/answers.ts'
import { SUBJECTS_AT_ONCE } from '../counting/work.ts'
import { HeldOf, type Holding } from '../held.ts'
import { type OfSubject, workOutErrors } from './of-subjects.ts'

const errors = new HeldOf<OfSubject>()

/**
 * What is wrong on the records of everybody whom any list or rule is about, and of some more, as they are now. To look through all of them takes seconds, so what was
 * worked out is held while nothing changes, and is worked out again for those, and only those, about whom something was written since.
 */
export async function errorsHeld(
  app: App,
  db: Db,
  more: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, OfSubject>> {
  const holding = await heldNow(app, db)
  const wanted = [...new Set([...(await everybody(app, db)), ...more])]
  const found = new Map<SubjectId, OfSubject>()
  const missing: SubjectId[] = []
  for (const subject of wanted) {
    const one = holding.of(subject)
    if (one === undefined) missing.push(subject)
    else found.set(subject, one)
  }
  for (let at = 0; at < missing.length; at += SUBJECTS_AT_ONCE)
    for (const [subject, one] of await workOutErrors(app, db, missing.slice(at, at + SUBJECTS_AT_ONCE))) {
      holding.keep(subject, one)
      found.set(subject, one)
    }
  return new Map(wanted.flatMap((subject) => [[subject, found.get(subject)] as const]).filter(isThere))
}

async function heldNow(app: App, db: Db): Promise<Holding<OfSubject>> {
  const unanswered = await clocksWithoutAnswers(app, db, [...app.catalogue.timescales.values()])
  return errors.open(app, db, [...unanswered].map(([{ key }]) => key).join())
}

/** Few, and each lot in a transaction of its own: the embedded store has nobody else in meanwhile. */
const IN_PASSING = 100

/**
 * Looks through whoever was not looked through yet, or about whom something was written since: so that nobody who opens the page waits for it. It ends when it is told
 * to stop.
 */
export async function keepErrorsHeld(app: App, signal: Pick<AbortSignal, 'aborted'>): Promise<void> {
  const all = await inTransaction(app.store, async (db) => {
    const holding = await heldNow(app, db)
    return [...new Set(await everybody(app, db))].filter((subject) => holding.of(subject) === undefined)
  })
  for (let at = 0; at < all.length && !signal.aborted; at += IN_PASSING)
    await inTransaction(app.store, async (db) => {
      const holding = await heldNow(app, db)
      const lot = all.slice(at, at + IN_PASSING).filter((subject) => holding.of(subject) === undefined)
      for (const [subject, one] of await workOutErrors(app, db, lot)) holding.keep(subject, one)
    })
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
