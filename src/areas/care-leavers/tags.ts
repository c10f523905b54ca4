import { asRecords } from '../../core/counting/records.ts'
import { rowOf } from '../../core/counting/rows.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { type Tagged, tag } from '../../core/definitions/tag.ts'
import { eligibilityOn } from './eligibility.ts'
import { eligibilityReads, type Held, toldOf } from './told.ts'

const WORDS = {
  eligible: 'In care and eligible for a pathway plan',
  relevant: 'Care leaver: relevant',
  'former relevant': 'Care leaver: former relevant',
  qualifying: 'Care leaver: qualifying',
  none: undefined,
  'not known': 'Care leaver: not known what they are owed',
} as const

/** What a young person is owed, worked out on the day that is looked at. */
export const owed = tag('care-leaver-status', {
  label: 'What a care leaver is owed',
  source: 'Children Act 1989, sections 23A to 24 and schedule 2, paragraph 19B',
  reads: eligibilityReads,
  onlyAtHead: true,
  of: (tagged) => {
    const { status, careLeaver, why, source } = eligibilityOn(toldOf(heldIn(tagged)), tagged.asAt)
    const text = status === 'not known' && careLeaver !== true ? undefined : WORDS[status]
    return text === undefined ? [] : [{ kind: 'status', icon: 'plan', text, why: `${why}. ${source}.` }]
  },
})

function heldIn({ subject, records }: Tagged): Held {
  return {
    subject,
    all: <T extends RecordType>(type: T) =>
      asRecords(
        type,
        records
          .filter((one) => one.type.key === type.key && Object.values(one.content.subjects).flat().includes(subject))
          .map((one) => rowOf(type, one.record, one.content)),
      ),
  }
}
