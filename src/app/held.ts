import type { SubjectId } from '../core/definitions/field.ts'
import { type AboutWhom, writtenAfter } from '../store/counting/written.ts'
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
  /** What is held of a subject, or remains of it where something was written meanwhile; undefined of whom nothing is. */
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

/** What still holds of a value when records of some types were written about its subject: itself never changed, for others may be reading it. */
type Remains<V> = (value: V, types: ReadonlySet<string>) => V | undefined

/** About whom something was written, and of which types. */
type Since = ReadonlyMap<SubjectId, ReadonlySet<string>>

/**
 * What follows from all that is known today about a subject, held while nothing is written about them. Of whoever something is written about only what remains is; when people
 * are merged or parted, content is removed, or the day turns, nothing is. What is held is asked for with what the store says was written, so that nobody is told what
 * another process has changed. What follows must follow from the records in which the subject stands, from the calendar, and from nothing else.
 */
export class HeldOf<V> {
  readonly #kept = new WeakMap<Store, Kept<V>>()
  readonly #remains: Remains<V>

  /** @param remains left out, nothing does: whatever was written, all is worked out again */
  constructor(remains: Remains<V> = () => undefined) {
    this.#remains = remains
  }

  /** @param besides what else it follows from, in words: when that is another, all is begun anew */
  async open(app: App, db: Db, besides = ''): Promise<Holding<V>> {
    const before = this.#kept.get(app.store)
    const written = await writtenAfter(db, before?.last, MANY)
    const { calendar, clock } = app
    const state = [clock.today, written.mergesAndRemovals, besides].join('|')
    const isFew = !written.isMore && (before?.written.size ?? 0) + written.since.length <= MANY
    const isSame = before !== undefined && isFew && before.state === state && before.calendar === calendar
    const kept = isSame ? before : { state, calendar, last: written.last, of: new Map(), written: new Set<SubjectId>() }
    const since = await aboutWhom(app, db, isSame ? written.since : [])
    const maySettle = written.isWhole && !written.isMine
    if (maySettle) this.#settle(app.store, kept, { last: written.last, since })
    const { last } = kept
    const isHeld = () => this.#kept.get(app.store) === kept && kept.last === last
    // What this transaction sees by itself, and works out of it.
    const own = new Map<SubjectId, V>()
    return {
      written: new Set([...kept.written, ...since.keys()]),
      whole: kept,
      of: (subject) => {
        const types = maySettle ? undefined : since.get(subject)
        if (types === undefined) return own.get(subject) ?? kept.of.get(subject)
        if (!own.has(subject)) this.#keepWhatRemains(own, subject, kept.of.get(subject), types)
        return own.get(subject)
      },
      keep: (subject, value) => {
        // Somebody else may have settled more meanwhile, and forgotten this subject.
        const isForAll = isHeld() && !written.isMine && (maySettle || !since.has(subject))
        if (!isForAll) own.set(subject, value)
        else if (kept.of.size < MOST || kept.of.has(subject)) kept.of.set(subject, value)
      },
    }
  }

  /** Takes what was written as known: of those whom it is about only what remains is held, and the next who asks is told only of what comes after. */
  #settle(store: Store, kept: Kept<V>, { last, since }: { readonly last: number; readonly since: Since }): void {
    // Of two who asked at once, the one who saw less may come last.
    if (last < kept.last) return
    for (const [subject, types] of since) {
      this.#keepWhatRemains(kept.of, subject, kept.of.get(subject), types)
      kept.written.add(subject)
    }
    kept.last = last
    this.#kept.set(store, kept)
  }

  #keepWhatRemains(
    held: Map<SubjectId, V>,
    subject: SubjectId,
    value: V | undefined,
    types: ReadonlySet<string>,
  ): void {
    const rest = value === undefined ? undefined : this.#remains(value, types)
    if (rest === undefined) held.delete(subject)
    else held.set(subject, rest)
  }
}

/** Somebody who was recorded twice is one: what was written about either number was written about them. */
async function aboutWhom({ clock }: App, db: Db, written: readonly AboutWhom[]): Promise<Since> {
  const since = new Map<SubjectId, Set<string>>()
  if (written.length === 0) return since
  const same = await findSamePeople(
    db,
    written.map(({ subject }) => subject),
    clock.today,
  )
  for (const { subject, types } of written) {
    const kept = same.kept(subject)
    since.set(kept, new Set([...(since.get(kept) ?? []), ...types]))
  }
  return since
}
