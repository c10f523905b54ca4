import type { Occurrence, Timescale } from '../../core/counting/chronology.ts'
import { Reader } from '../../core/counting/reader.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { loadKnown } from '../../store/counting/known.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type PersonHead, personHead } from '../people/head.ts'
import { pagesOfPerson } from '../people/pages.ts'
import { clocksWithoutAnswers, told } from './answers.ts'

/**
 * Every occurrence of every clock that ran or runs for somebody, as at a day, in order of the day that it was due. A clock that reads what the
 * viewer may not is not among them.
 * @throws Refused when the viewer may not read about them
 */
export function clocksOf(
  app: App,
  account: Account,
  subject: SubjectId,
  asAt: PlainDate,
): Promise<readonly Occurrence[]> {
  const asked = { action: 'read', people: [subject], detail: pagesOfPerson.clocks } as const
  return about(app, account, asked, async (room) => (await clocksIn(app, room, subject, asAt)).occurrences)
}

/** Somebody's clocks, for the page about them. */
export type ClocksRead = {
  readonly head: PersonHead
  readonly asAt: PlainDate
  readonly occurrences: readonly Occurrence[]
  /** How many clocks there may be that read what the viewer may not. */
  readonly withheld: number
}

/** The same as `clocksOf`, with who they are. */
export function readClocks(app: App, account: Account, subject: SubjectId, asAt: PlainDate): Promise<ClocksRead> {
  const asked = { action: 'read', people: [subject], detail: pagesOfPerson.clocks } as const
  return about(app, account, asked, async (room) => ({
    head: await personHead(app, room, subject),
    asAt,
    ...(await clocksIn(app, room, subject, asAt)),
  }))
}

type Clocks = Pick<ClocksRead, 'occurrences' | 'withheld'>

/** The clocks of somebody whose room one is in: those that read nothing which the viewer may not. */
export const clocksIn = (app: App, room: Room, number: SubjectId, asAt: PlainDate): Promise<Clocks> =>
  workedOutClocks(app, room, { number, asAt, all: [...app.catalogue.timescales.values()] })

/**
 * The clocks of a household or a place whose room one is in: those that read of it alone. What began with a record of somebody's that is not among those that
 * are open to the viewer is not told.
 */
export async function clocksOfThing(
  app: App,
  room: Room,
  { subject, kind }: { readonly subject: SubjectId; readonly kind: SubjectKind },
  openOfPeople: ReadonlySet<RecordId>,
): Promise<Clocks> {
  const all = [...app.catalogue.timescales.values()].filter(({ reads }) =>
    reads.every(({ subjects }) => Object.values(subjects).some((role) => role.kind === kind)),
  )
  const ofPeople = [...new Set(all.flatMap(({ reads }) => reads))].filter(({ subjects }) =>
    Object.values(subjects).some((role) => role.kind === 'person'),
  )
  const known = await loadKnown(room.db, [subject], ofPeople, app.clock.today)
  const closed = new Set((known.get(subject) ?? []).map(({ record }) => record).filter((one) => !openOfPeople.has(one)))
  const clocks = await workedOutClocks(app, room, { number: subject, asAt: app.clock.today, all })
  return { ...clocks, occurrences: clocks.occurrences.filter(({ because }) => !because.some((one) => closed.has(one))) }
}

async function workedOutClocks(
  app: App,
  { db, may }: Room,
  { number, asAt, all }: { readonly number: SubjectId; readonly asAt: PlainDate; readonly all: readonly Timescale[] },
): Promise<Clocks> {
  const subject = (await findSamePeople(db, [number], app.clock.today)).kept(number)
  const timescales = all.filter(({ reads }) => reads.every(({ sensitivity }) => may(sensitivity)))
  const types = new Set(timescales.flatMap(({ reads }) => reads))
  const known = await loadKnown(db, [subject], types, app.clock.today)
  const without = await clocksWithoutAnswers(app, db, timescales)
  const reader = new Reader(subjectRecords(subject, known.get(subject) ?? [], types), app.calendar, asAt)
  return {
    occurrences: (
      await told(
        db,
        timescales.flatMap((timescale) => reader.clocks(timescale)),
        without,
        asAt,
      )
    ).toSorted((a, b) => (a.due ?? a.from) - (b.due ?? b.from)),
    withheld: all.length - timescales.length,
  }
}
