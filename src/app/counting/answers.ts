import type { Occurrence, Timescale } from '../../core/counting/chronology.ts'
import { isOpen, type Work } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Calendar } from '../../core/dates/working-days.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { answeredBy, unanswered } from '../../core/timescales/unanswered.ts'
import { findHeld, findWrittenByHand } from '../../store/counting/known.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/** Of each clock of which nothing at all is held, of anybody, that would tell whether it was met: what that would be, placement plans. */
export type NoAnswers = ReadonlyMap<Timescale, string>

/** Those of some clocks of which nothing is held that would tell whether they were met. */
export async function clocksWithoutAnswers(
  { calendar }: App,
  db: Db,
  timescales: readonly Timescale[],
): Promise<NoAnswers> {
  const answers = timescales.map((one) => ({ one, in: whereTold(one, calendar) }))
  const held = await findHeld(db, [
    ...new Map(answers.flatMap((answer) => answer.in).map((at) => [nameOf(at), at])).values(),
  ])
  const isHeld = (at: Answers) => held.has(nameOf(at))
  return new Map(
    answers
      .filter((answer) => answer.in.length > 0 && !answer.in.some(isHeld))
      .map(({ one, in: where }) => [one, one.toldIn?.called ?? where.map(({ type }) => type.plural).join(' or ')]),
  )
}

type Answers = { readonly type: RecordType; readonly field?: string }
const nameOf = ({ type, field = '' }: Answers): string => `${type.key} ${field}`

const whereTold = (one: Timescale, calendar: Calendar): readonly Answers[] =>
  one.toldIn === undefined ? answeredBy(one, calendar).map((type) => ({ type })) : [one.toldIn]

/**
 * Of these occurrences those that began with a record that was written here, by hand: whoever writes that down here writes down here what follows, and is asked for
 * it. What began with an import may have been done and stand elsewhere.
 */
export const begunHere = (db: Db, occurrences: readonly Occurrence[]): Promise<ReadonlySet<RecordId>> =>
  findWrittenByHand(db, [...new Set(occurrences.flatMap(({ run }) => run.because.slice(0, 1)))])

const isBegunHere = ({ run }: Occurrence, here: ReadonlySet<RecordId>): boolean =>
  run.because.slice(0, 1).some((record) => here.has(record))

/** Occurrences as they can be told: what stands open of a clock without answers is not known. */
export async function told(
  db: Db,
  occurrences: readonly Occurrence[],
  without: NoAnswers,
  asAt: PlainDate,
): Promise<readonly Occurrence[]> {
  const open = occurrences.filter((one) => without.has(one.timescale) && isOpen(one, asAt))
  if (open.length === 0) return occurrences
  const [here, untold] = [await begunHere(db, open), new Set(open)]
  return occurrences.map((one) =>
    untold.has(one) && !isBegunHere(one, here) ? unanswered(one, without.get(one.timescale) ?? '') : one,
  )
}

/** What somebody is on a list for, as it can be told: of a clock without answers (`what` they would be) only what began here is due. */
export function workTold(work: Work, what: string, here: ReadonlySet<RecordId>): Work {
  const isTold = (need: Work['needs'][number]) => !('occurrence' in need) || isBegunHere(need.occurrence, here)
  const untold = work.needs.flatMap((need): Work['unknown'] => {
    if (!('occurrence' in need) || isTold(need)) return []
    const { subject, attributes, occurrence } = need
    return [{ subject, attributes, occurrence: unanswered(occurrence, what), question: null }]
  })
  return { needs: work.needs.filter(isTold), unknown: [...untold, ...work.unknown] }
}
