import { everMay } from '../../../app/access/roles.ts'
import type { PersonHead } from '../../../app/people/head.ts'
import type { PersonRead } from '../../../app/people/read.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { Who } from '../../session.ts'

const counts = ['', '', 'two', 'three', 'four', 'five']

/** That a person was recorded more than once, for their page, and where to say that they were. */
export function madeOfView(
  { merges }: Pick<PersonRead['putRight'], 'merges'>,
  { subject }: Pick<PersonHead, 'subject'>,
  { account }: Who,
) {
  const mayMerge = everMay(account, 'merge')
  const numbers = merges.length + 1
  return {
    heading: `Made of ${counts[numbers] ?? numbers} records of one person`,
    lines: merges.map(({ kept, merged, by, knownOn, reason, ended }) => ({
      text: `Number ${merged} is the same person as number ${kept}, recorded so by ${by} on ${shortText(knownOn)}.`,
      why: reason,
      merged,
      // Looked back at on an earlier day, it may have been taken back since.
      href: mayMerge && ended === null ? `/people/${kept}/part/${merged}` : undefined,
    })),
    look: mayMerge ? `/people/${subject}/same` : undefined,
  }
}
