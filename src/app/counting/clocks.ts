import type { Occurrence } from '../../core/counting/chronology.ts'
import { Reader } from '../../core/counting/reader.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { loadKnown } from '../../store/counting/known.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type PersonHead, personHead } from '../people/head.ts'
import { pagesOfPerson } from '../people/pages.ts'

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

/** The clocks of somebody whose room one is in: those that read nothing which the viewer may not. */
export async function clocksIn(
  app: App,
  { db, may }: Room,
  number: SubjectId,
  asAt: PlainDate,
): Promise<Pick<ClocksRead, 'occurrences' | 'withheld'>> {
  const subject = (await findSamePeople(db, [number], app.clock.today)).kept(number)
  const all = [...app.catalogue.timescales.values()]
  const timescales = all.filter(({ reads }) => reads.every(({ sensitivity }) => may(sensitivity)))
  const types = new Set(timescales.flatMap(({ reads }) => reads))
  const known = await loadKnown(db, [subject], types, app.clock.today)
  const reader = new Reader(subjectRecords(subject, known.get(subject) ?? [], types), app.calendar, asAt)
  return {
    occurrences: timescales
      .flatMap((timescale) => reader.clocks(timescale))
      .toSorted((a, b) => (a.due ?? a.from) - (b.due ?? b.from)),
    withheld: all.length - timescales.length,
  }
}
