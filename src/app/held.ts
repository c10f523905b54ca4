import type { SubjectId } from '../core/definitions/field.ts'
import { writtenAfter } from '../store/counting/written.ts'
import type { Store } from '../store/open.ts'
import { findSamePeople } from '../store/records/merges.ts'
import type { Db } from '../store/records/transaction.ts'
import type { App } from './app.ts'

/** What was worked out of each subject, of all that was written up to a version. */
type Kept<V> = {
  readonly state: string
  readonly calendar: App['calendar']
  last: number
  readonly of: Map<SubjectId, V>
  /** Everybody about whom something was written since it began, whatever has been worked out again of them. */
  readonly written: Set<SubjectId>
}

/** What is held, as one transaction may use it. */
export type Holding<V> = {
  /** What is held of a subject; undefined of whom nothing is, or something was written meanwhile. */
  of(subject: SubjectId): V | undefined
  /** Holds it for others too, where what this transaction sees is what they will see. */
  keep(subject: SubjectId, value: V): void
  /** Everybody about whom something was written since holding began. */
  readonly written: ReadonlySet<SubjectId>
  /** The holding that it is part of: another one when all of it was begun anew. */
  readonly whole: object
}

/** More of them are worked out each time: so that a large authority does not fill the memory. */
const MOST = 50_000
/** When something was written about more than so many, as by an import, all is begun anew. */
const MANY = 1000

/**
 * What follows from all that is known today about a subject, held while nothing is written about them. Of whoever something is written about it is forgotten; when people
 * are merged or parted, content is removed, or the day turns, all is. What is held is asked for with what the store says was written, so that nobody is told what
 * another process has changed. What follows must follow from the records in which the subject stands, from the calendar, and from nothing else.
 */
export class HeldOf<V> {
  readonly #kept = new WeakMap<Store, Kept<V>>()

  /** @param besides what else it follows from, in words: when that is another, all is begun anew */
  async open(app: App, db: Db, besides = ''): Promise<Holding<V>> {
    const before = this.#kept.get(app.store)
    const written = await writtenAfter(db, before?.last)
    const { calendar, clock } = app
    const state = [clock.today, written.mergesAndRemovals, besides].join('|')
    const isFew = (before?.written.size ?? 0) + written.since.length <= MANY
    const isSame = before !== undefined && isFew && before.state === state && before.calendar === calendar
    const kept = isSame ? before : { state, calendar, last: written.last, of: new Map(), written: new Set<SubjectId>() }
    const since = new Set<SubjectId>()
    if (isSame && written.since.length > 0) {
      const same = await findSamePeople(db, written.since, clock.today)
      for (const number of written.since) since.add(same.kept(number))
    }
    const maySettle = written.isWhole && !written.isMine
    if (maySettle) this.#settle(app.store, kept, { last: written.last, since })
    const { last } = kept
    const isHeld = () => this.#kept.get(app.store) === kept && kept.last === last
    return {
      written: new Set([...kept.written, ...since]),
      whole: kept,
      of: (subject) => (since.has(subject) && !maySettle ? undefined : kept.of.get(subject)),
      keep(subject, value) {
        // Somebody else may have settled more meanwhile, and forgotten this subject.
        if (!isHeld() || written.isMine || (since.has(subject) && !maySettle)) return
        if (kept.of.size < MOST || kept.of.has(subject)) kept.of.set(subject, value)
      },
    }
  }

  /** Takes what was written as known: it is forgotten of those whom it is about, and the next who asks is told only of what comes after. */
  #settle(
    store: Store,
    kept: Kept<V>,
    { last, since }: { readonly last: number; readonly since: Iterable<SubjectId> },
  ): void {
    // Of two who asked at once, the one who saw less may come last.
    if (last < kept.last) return
    for (const subject of since) {
      kept.of.delete(subject)
      kept.written.add(subject)
    }
    kept.last = last
    this.#kept.set(store, kept)
  }
}
