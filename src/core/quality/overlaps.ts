import { subjectsWithBegun } from '../counting/define.ts'
import { addDays, type PlainDate, shortText } from '../dates/plain-date.ts'
import type { RecordOf, RecordType } from '../definitions/record-type.ts'
import { type QualityRule, qualityRule } from './rule.ts'

type Overlapping<T extends RecordType> = Pick<QualityRule, 'key' | 'label' | 'source'> & {
  readonly type: T
  readonly role: keyof T['subjects'] & string
  from(record: RecordOf<T>): PlainDate | null
  /** The first day on which it no longer held; null while it does. */
  to(record: RecordOf<T>): PlainDate | null
}

/** Of records of which nobody can have two at once: each that begins while the one before it has not ended. */
export const noTwoAtOnce = <T extends RecordType>({ type, role, from, to, ...said }: Overlapping<T>): QualityRule =>
  qualityRule({
    ...said,
    each: subjectsWithBegun(type, role),
    reads: [type],
    find(history) {
      let before: RecordOf<T> | undefined
      return history.all(type).flatMap((record) => {
        const earlier = before
        before = record
        const [began, ended] = [from(record), earlier === undefined ? null : to(earlier)]
        if (earlier === undefined || began === null || (ended !== null && ended <= began)) return []
        const until = ended === null ? 'has not ended' : `lasts until ${shortText(addDays(ended, -1))}`
        const why = `It begins on ${shortText(began)}, while the one before ${until}.`
        return [{ why, because: [record.id, earlier.id] }]
      })
    },
  })
