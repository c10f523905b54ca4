import type { Occurrence } from '../../core/counting/chronology.ts'
import { Reader } from '../../core/counting/reader.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { loadKnown } from '../../store/counting/known.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'

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
  return about(app, account, { action: 'read', people: [subject], detail: 'clocks' }, async ({ db, may }) => {
    const timescales = [...app.catalogue.timescales.values()].filter(({ reads }) =>
      reads.every(({ sensitivity }) => may(sensitivity)),
    )
    const types = new Set(timescales.flatMap(({ reads }) => reads))
    const known = await loadKnown(db, [subject], types, app.clock.today)
    const reader = new Reader(subjectRecords(subject, known.get(subject) ?? [], types), app.calendar, asAt)
    return timescales
      .flatMap((timescale) => reader.clocks(timescale))
      .toSorted((a, b) => (a.due ?? a.from) - (b.due ?? b.from))
  })
}
