import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Moment, RecordAsAt } from '../../../core/record/chronology.ts'
import type { Room } from '../../access/about.ts'
import type { App } from '../../app.ts'
import type { Meet } from './meeting.ts'
import { recordsShown } from './said.ts'

/** What everything here reads with: the room of the person's record, whom one may meet from it, and on which day. */
export type Walking = {
  readonly app: App
  readonly room: Room
  readonly meet: Meet
  readonly moment: Moment
}

/**
 * What is recorded between somebody and others, at the moment. With somebody restricted it is what holds today, whatever the day asked for: the
 * first day on which a sister is there is the day of her birth, and may not be found by asking for one day after another.
 */
export async function recordsAround(
  { app, room, meet, moment }: Walking,
  subject: SubjectId,
  types: readonly RecordType[],
): Promise<readonly RecordAsAt[]> {
  const { today } = app.clock
  const then = await recordsShown(app, room, subject, types, moment)
  if (moment.asAt === today && moment.knownOn === today) return then
  const now = await recordsShown(app, room, subject, types, { asAt: today, knownOn: today })
  const isWithRestricted = async ({ type, content }: RecordAsAt): Promise<boolean> => {
    const people = Object.entries(type.subjects)
      .filter(([, { kind }]) => kind === 'person')
      .flatMap(([role]) => content.subjects[role] ?? [])
    const met = await Promise.all(people.map(meet))
    return met.some(({ kind }) => kind === 'restricted')
  }
  const choose = async (records: readonly RecordAsAt[], restricted: boolean) => {
    const answers = await Promise.all(records.map(isWithRestricted))
    return records.filter((_, index) => answers[index] === restricted)
  }
  return [...(await choose(then, false)), ...(await choose(now, true))]
}
