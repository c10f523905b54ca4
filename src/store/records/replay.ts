import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { covers, type Reach, type StoredWindow } from './window.ts'

/** A version of a record, as far as the replay of imports asks about it. */
export type KnownVersion = {
  readonly id: number
  readonly knownOn: PlainDate
  readonly state: 'recorded' | 'gone'
  /** The file that said it; null for what was written on a form. */
  readonly batch: number | null
  /** The version that it repeats on a later day. Such a version is nobody's word. */
  readonly restates: number | null
  readonly reach: Reach
}

/** A record about which a late file said something new. */
export type LateChange = {
  readonly record: RecordId
  /** What was visible on the day of the file before it arrived; undefined where nothing was. */
  readonly before: KnownVersion | undefined
  readonly said: KnownVersion
  /** What is known since a later day, in the order in which it was written. */
  readonly later: readonly KnownVersion[]
  /** The files that said what was visible already, outside their own window. */
  readonly repeatedBy: ReadonlySet<number>
}

/** A version to be added. An id below nought is that of an addition of the same record, by its place: -1 is the first. */
export type Addition = {
  readonly record: RecordId
  readonly knownOn: PlainDate
  readonly state: 'recorded' | 'gone'
  readonly batch: number
  readonly restates: number | null
  /** The version whose content it has; null when it is gone. */
  readonly contentOf: number | null
}

/**
 * What has to be added so that every later day shows what it would show if the late file had arrived in its turn. Goes through what came
 * after it twice at once, without the late file and with it, until both come to the same. A later file that had its say in silence, because
 * what it said was visible already, now says it out loud.
 * @param windows of the files of the record's type and source that are known after the late one
 * @param late the batch of the late file
 */
export function replay(
  type: RecordType,
  change: LateChange,
  windows: readonly StoredWindow[],
  late: number,
): readonly Addition[] {
  const walk = new Walk(type, change, late)
  for (const [day, events] of byDay(change.later, windows)) {
    for (const event of events) {
      if ('state' in event) walk.write(event)
      else walk.hear(event)
    }
    walk.endDay(day)
    if (walk.isDone()) break
  }
  return walk.additions
}

/** What is visible: by the version that first said it, which may be known as of an earlier day. */
type State = { readonly origin: number; readonly recorded: boolean; readonly reach: Reach } | undefined

class Walk {
  readonly additions: Addition[] = []
  readonly #type: RecordType
  readonly #change: LateChange
  readonly #late: number
  readonly #words: ReadonlyMap<number, KnownVersion>
  #without: State
  #with: State
  /** What the versions that there are, and those added so far, show at the end of the last day. */
  #shown: State

  constructor(type: RecordType, change: LateChange, late: number) {
    this.#type = type
    this.#change = change
    this.#late = late
    const words = change.later.filter((one) => one.batch !== null && one.restates === null)
    this.#words = new Map(words.map((one) => [one.batch ?? 0, one] as const))
    this.#without = change.before && stateOf(change.before)
    this.#with = stateOf(change.said)
    this.#shown = this.#with
  }

  isDone(): boolean {
    return isSame(this.#without, this.#with)
  }

  /** Somebody wrote on a form: that is visible, whatever was before. */
  write(version: KnownVersion): void {
    this.#without = stateOf(version)
    this.#with = this.#without
  }

  /** A later file: it says what the record is, or by its silence that it is gone, or nothing at all. */
  hear(window: StoredWindow): void {
    const word = this.#words.get(window.batch)
    if (word?.state === 'recorded') {
      this.#without = stateOf(word)
      this.#with = this.#without
    } else if (word === undefined && this.#without?.recorded === true && this.#confirmed(window, this.#without)) {
      const said = this.#without
      if (!isSame(said, this.#with)) this.#sayAgain(window, said)
      this.#with = said
    } else {
      this.#without = this.#covers(window, this.#without) ? this.#gone(word?.id ?? 0) : this.#without
      if (this.#covers(window, this.#with)) this.#with = this.#gone(word?.id ?? this.#sayGone(window))
    }
  }

  /** Where versions added for one file hide the word of another of that day, that is said once more, after them. */
  endDay(knownOn: PlainDate): void {
    const added = this.additions.findLastIndex((one) => one.knownOn === knownOn)
    const there = this.#change.later.findLast((one) => one.knownOn === knownOn)
    if (added >= 0) this.#shown = this.#added(added)
    else if (there !== undefined) this.#shown = stateOf(there)
    if (isSame(this.#shown, this.#with) || this.#with === undefined) return
    const { origin, recorded } = this.#with
    this.#add({
      knownOn,
      state: recorded ? 'recorded' : 'gone',
      batch: this.#late,
      restates: origin,
      contentOf: recorded ? origin : null,
    })
    this.#shown = this.#with
  }

  /** A file that covers a record and did not end it had it as it was. */
  #confirmed(window: StoredWindow, state: State): boolean {
    return this.#covers(window, state) || this.#change.repeatedBy.has(window.batch)
  }

  #covers(window: StoredWindow, state: State): boolean {
    return state?.recorded === true && covers(this.#type, window, state.reach)
  }

  #sayAgain({ knownOn, batch }: StoredWindow, said: NonNullable<State>): void {
    this.#add({ knownOn, state: 'recorded', batch, restates: null, contentOf: said.origin })
  }

  #sayGone({ knownOn, batch }: StoredWindow): number {
    return this.#add({ knownOn, state: 'gone', batch, restates: null, contentOf: null })
  }

  #add(addition: Omit<Addition, 'record'>): number {
    return -this.additions.push({ ...addition, record: this.#change.record })
  }

  #added(index: number): State {
    const { contentOf = null } = this.additions[index] ?? {}
    return contentOf === null ? this.#gone(-index - 1) : { origin: contentOf, recorded: true, reach: nowhere }
  }

  #gone(origin: number): State {
    return { origin, recorded: false, reach: nowhere }
  }
}

const nowhere: Reach = { start: null, end: null, subjects: [] }

const stateOf = ({ id, state, restates, reach }: KnownVersion): State => ({
  origin: restates ?? id,
  recorded: state === 'recorded',
  reach,
})

const isSame = (a: State, b: State): boolean =>
  a?.recorded === true || b?.recorded === true ? a?.recorded === b?.recorded && a?.origin === b?.origin : true

type Event = StoredWindow | KnownVersion

/** What came after the late file, by the day as of which it is known: files, and what was written on forms. */
function byDay(
  later: readonly KnownVersion[],
  windows: readonly StoredWindow[],
): readonly (readonly [PlainDate, readonly Event[]])[] {
  const written = later.filter((one) => one.batch === null)
  const events = [...windows, ...written].sort((a, b) => a.knownOn - b.knownOn || positionOf(a) - positionOf(b))
  const days = new Map<PlainDate, Event[]>()
  for (const event of events) {
    const day = days.get(event.knownOn)
    if (day === undefined) days.set(event.knownOn, [event])
    else day.push(event)
  }
  return [...days]
}

const positionOf = (event: Event): number => ('state' in event ? event.id : event.position)
