import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { contact, identity, placement, testTypes } from '../../../test/databases/record-types.ts'
import { type Instant, parseInstant } from '../../core/dates/instant.ts'
import { addDays, type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestOfEach } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import type { Store } from '../open.ts'
import { findRecord } from './find.ts'
import { importRecords } from './import.ts'
import { makeSubject, writeVersion } from './write.ts'

const when = new Date('2024-05-01T09:00:00Z')
/** Day 3 is 3 June 2024. */
const june = (day: number): PlainDate => addDays(plainDate('2024-05-31'), day)
const lastDay = 5

// What a row says, whatever the type: of which child, from which day to which, and something that can differ.
type Said = { readonly child: number; readonly from: number; readonly to: number | null; readonly note: string }
type Row = Said & { readonly name: string }
type Window = {
  readonly from: number | null
  readonly to: number | null
  readonly children: readonly number[] | null
  readonly only?: 'beginning'
}
type Step =
  | { readonly kind: 'file'; readonly knownOn: number; readonly window: Window; readonly rows: readonly Row[] }
  | { readonly kind: 'form'; readonly name: string; readonly said: Said }
  | { readonly kind: 'again'; readonly which: number }

// Few of each, so that files often say the same thing as each other, or speak of what another said.
const aName = fc.constantFrom('a', 'a', 'b')
const someSaid = fc.constantFrom<Said>(
  { child: 0, from: 1, to: 2, note: 'x' },
  { child: 0, from: 1, to: 2, note: 'y' },
  { child: 0, from: 3, to: 3, note: 'x' },
  { child: 1, from: 2, to: null, note: 'x' },
)
const aWindow = fc.constantFrom<Window>(
  { from: null, to: null, children: null },
  { from: null, to: null, children: [] },
  { from: 2, to: 3, children: null },
  { from: 3, to: null, children: null },
  { from: null, to: 2, children: null },
  { from: null, to: null, children: [1] },
  { from: 1, to: 4, children: [0] },
  { from: 2, to: 4, children: null, only: 'beginning' },
)
const aFile = fc.record({
  kind: fc.constant('file' as const),
  knownOn: fc.integer({ min: 1, max: 4 }),
  window: aWindow,
  rows: fc.uniqueArray(
    fc.tuple(aName, someSaid).map(([name, said]) => ({ name, ...said })),
    { selector: ({ name }) => name, maxLength: 2 },
  ),
})
const aForm = fc.record({ kind: fc.constant('form' as const), name: aName, said: someSaid })
const again = fc.record({ kind: fc.constant('again' as const), which: fc.nat(9) })
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: aFile }, { weight: 1, arbitrary: aForm }, { weight: 1, arbitrary: again }),
  { minLength: 1, maxLength: 8 },
)

/** A type of record as these laws see it. */
type Kind = {
  readonly type: RecordType
  readonly content: (said: Said, children: readonly SubjectId[]) => Content
  /** Whether a window of days speaks for what was said. */
  readonly within: (window: Window, said: Said) => boolean
}

const childOf = (said: Said, children: readonly SubjectId[]) => children.slice(said.child, said.child + 1)
const daysOf = (first: number, end: number) =>
  Array.from({ length: Math.max(1, end - first) }, (_, index) => first + index)
const someDayIn = (window: Window, days: readonly number[]) =>
  days.some((day) => (window.from === null || day >= window.from) && (window.to === null || day < window.to))

const kinds: readonly Kind[] = [
  {
    type: placement,
    content: (said, children) => ({
      subjects: { child: childOf(said, children), household: [] },
      links: {},
      fields: { startedOn: june(said.from), endedOn: said.to === null ? null : june(said.to), note: said.note },
    }),
    within: (window, { from, to }) => someDayIn(window, window.only === 'beginning' ? [from] : daysOf(from, to ?? 99)),
  },
  {
    type: contact,
    content: (said, children) => ({
      subjects: {
        children: said.note === 'x' ? childOf(said, children) : [...childOf(said, children), ...children.slice(2)],
      },
      links: {},
      // Shortly after midnight in London it is still the day before in UTC.
      fields: {
        receivedAt: {
          at: (parseInstant(`${toText(june(said.from))}T00:30+01:00`) + (said.to ?? 0)) as Instant,
          precision: 'minute',
        },
        note: null,
      },
    }),
    within: (window, { from }) => someDayIn(window, [from]),
  },
  {
    type: identity,
    content: (said, children) => ({
      subjects: { person: childOf(said, children) },
      links: {},
      fields: { name: said.note, bornOn: said.to === null ? null : june(said.to) },
    }),
    within: () => true,
  },
]

/** What should be visible on a day: what happened is gone through in the order of its known-on, then of its arrival. */
function expected(kind: Kind, happened: readonly Happened[], knownOn: number): ReadonlyMap<string, Said> {
  const visible = new Map<string, Said>()
  const inOrder = happened.filter((one) => one.knownOn <= knownOn).sort((a, b) => a.knownOn - b.knownOn)
  for (const { window, rows } of inOrder) {
    for (const [name, said] of visible) if (window !== null && isSpokenFor(kind, window, said)) visible.delete(name)
    for (const { name, ...said } of rows) visible.set(name, said)
  }
  return visible
}

const isSpokenFor = (kind: Kind, window: Window, said: Said) =>
  (window.children === null || window.children.includes(said.child)) && kind.within(window, said)

type Happened = { readonly knownOn: number; readonly window: Window | null; readonly rows: readonly Row[] }

let sources = 0
let files = 0

/** Does the steps in the store, and gives what happened and how to see what is visible. */
class World {
  readonly happened: Happened[] = []
  readonly #sourceSystem = `source-${++sources}`
  readonly #sent: (() => Promise<unknown>)[] = []
  readonly #store: Store
  readonly #kind: Kind
  readonly #children: readonly SubjectId[]

  constructor(store: Store, kind: Kind, children: readonly SubjectId[]) {
    this.#store = store
    this.#kind = kind
    this.#children = children
  }

  async do(step: Step): Promise<void> {
    if (step.kind === 'again') await this.#sent[step.which % Math.max(1, this.#sent.length)]?.()
    else if (step.kind === 'form') await this.#write(step.name, step.said)
    else await this.#send(step)
  }

  /** By day, from the first to the last. */
  async visible(): Promise<readonly ReadonlyMap<string, Content>[]> {
    const days = Array.from({ length: lastDay }, () => new Map<string, Content>())
    for (const { identity: name, record_id } of await this.#records()) {
      const versions = await findRecord(this.#store.db, this.#kind.type, record_id)
      for (const [index, day] of days.entries()) {
        const latest = latestOfEach(versions, june(index + 1)).get(record_id)
        if (latest?.state === 'recorded') day.set(name, latest.content)
      }
    }
    return days
  }

  async #send({ knownOn, window, rows }: Step & { readonly kind: 'file' }): Promise<void> {
    const file = {
      fileName: 'a file',
      sha256: String(++files).padStart(64, '0'),
      format: 'a format',
      knownOn: june(knownOn),
      recordedAt: when,
      recordedBy: 'operator',
    }
    const { children } = window
    const spoken = {
      type: this.#kind.type,
      sourceSystem: this.#sourceSystem,
      ...(window.from === null ? {} : { from: june(window.from) }),
      ...(window.to === null ? {} : { to: june(window.to) }),
      ...(window.only === undefined ? {} : { only: window.only }),
      ...(children === null
        ? {}
        : { subjects: this.#children.slice(0, 2).filter((_, index) => children.includes(index)) }),
    }
    const table = {
      window: spoken,
      rows: rows.map((row) => ({ identity: row.name, content: this.#kind.content(row, this.#children) })),
    }
    const send = () => importRecords(this.#store.db, file, [table])
    await send()
    this.#sent.push(send)
    this.happened.push({ knownOn, window, rows })
  }

  /** As known on a day on which nothing else is known later: that is when people write on forms. */
  async #write(name: string, said: Said): Promise<void> {
    const record = (await this.#records()).find((one) => one.identity === name)?.record_id
    if (record === undefined) return
    const versions = await findRecord(this.#store.db, this.#kind.type, record)
    const latest = latestOfEach(versions, june(lastDay)).get(record)
    const knownOn = Math.max(...this.happened.map((one) => one.knownOn))
    await writeVersion(this.#store.db, {
      type: this.#kind.type,
      record,
      basedOn: latest?.sequence ?? 0,
      knownOn: june(knownOn),
      recordedAt: when,
      recordedBy: 'ann',
      reason: null,
      source: 'form',
      content: this.#kind.content(said, this.#children),
    })
    this.happened.push({ knownOn, window: null, rows: [{ name, ...said }] })
  }

  #records() {
    return this.#store.db
      .selectFrom('record')
      .select(({ fn, ref }) => [fn.coalesce('identity', ref('type')).as('identity'), 'id as record_id'])
      .where('source_system', '=', this.#sourceSystem)
      .execute()
  }
}

describe('in whatever order files arrive, every day shows what it would if they had come in order', () => {
  eachDatabase(({ share }) => {
    const store = share()
    const person = () => makeSubject(store().db, { kind: 'person', madeAt: when, madeBy: 'intake' })

    test.each(kinds)('$type.key', async (kind) => {
      const children = [await person(), await person(), await person()]
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const world = new World(store(), kind, children)
          for (const step of all) await world.do(step)
          const should = Array.from({ length: lastDay }, (_, index) => {
            const said = [...expected(kind, world.happened, index + 1)]
            return new Map(said.map(([name, one]) => [name, kind.content(one, children)] as const))
          })
          expect(await world.visible()).toEqual(should)
        }),
        { numRuns: 30 },
      )
    })
  }, testTypes)
})
