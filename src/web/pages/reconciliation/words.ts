import type { FindingRead } from '../../../app/reconciliation/read.ts'
import { stateText } from '../../../app/reconciliation/take-out.ts'
import { type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import type { ListDays } from '../../../core/reconciliation/compare.ts'
import type { Reconciliation } from '../../../core/reconciliation/reconciliation.ts'
import { type Decided, type Standing, whoCould } from '../../../core/reconciliation/standing.ts'

export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

export type Mark = {
  readonly kind: 'late' | 'soon' | 'done' | 'info' | 'quiet'
  readonly icon: string
  readonly text: string
}

/** What is the matter, as a mark: what nobody has, and what one side lacks, before what merely differs. */
export function stateMark(of: Reconciliation, finding: FindingRead): Mark {
  const text = stateText(of, finding)
  switch (finding.state) {
    case 'same':
      return { kind: 'done', icon: 'tick', text }
    case 'not found':
    case 'doubtful':
    case 'only theirs':
    case 'not held':
      return { kind: 'late', icon: 'late', text }
    case 'differs':
    case 'only ours':
      return { kind: 'soon', icon: 'clock', text }
  }
}

/** Who is to put it right; where nobody has decided, who could. */
export function whoText(of: Reconciliation, { standing, state }: Pick<FindingRead, 'standing' | 'state'>): string {
  if (standing !== 'open') return standingWord(of, standing)
  const could = {
    ours: `${of.ours}, unless it is decided otherwise`,
    theirs: `${of.theirs}, unless it is decided otherwise`,
    either: `${of.ours} or ${of.theirs.toLowerCase()}: to be decided`,
    nobody: '',
  }
  return could[whoCould[state]]
}

const standingWord = ({ ours, theirs }: Reconciliation, standing: Exclude<Standing, 'open'>): string =>
  ({ ours, theirs, cleared: 'Nothing to correct' })[standing]

export const decidedWord = ({ ours, theirs }: Reconciliation, decided: Decided): string =>
  ({ ours: `${ours} corrects it`, theirs: `${theirs} corrects it`, agreed: 'Both are right as they stand' })[decided]

/** What is the next thing to do about it. */
export function advice({ theirs, ours }: Reconciliation, { state }: Pick<FindingRead, 'state'>): string {
  const [they, we] = [theirs, ours.toLowerCase()]
  switch (state) {
    case 'same':
      return 'Both say the same day.'
    case 'differs':
      return 'Look at the form of the assessment or check itself: the day on it is right. Whoever has another corrects theirs.'
    case 'not held':
      return `${they} says that it was done; our record says that it was refused, or that the child was not brought. One of them is wrong.`
    case 'only theirs':
      return `${they} has it and ${we} does not: it counts as not done until it is on the record. Record it, or say why it is not so.`
    case 'only ours':
      return `We have it and ${they.toLowerCase()} does not: tell them, or correct ours if it was not held.`
    case 'not found':
      return `Nobody on our record has these numbers, or this name with this date of birth. Look for the child under another spelling, and add the NHS number to the record: the row is then known by itself. If ${they.toLowerCase()} means another authority’s child, that is theirs to correct.`
    case 'doubtful':
      return 'What the row says fits a child of ours, and not in everything; nothing is guessed. Say which child it is, or put right what does not fit.'
  }
}

/** “1 to 30 September 2023” would be shorter; a list may be of any days. */
export const daysText = ({ from, to }: ListDays): string => `${shortText(from)} to ${shortText((to - 1) as PlainDate)}`

export const dayText = (day: PlainDate | null): string => (day === null ? '' : shortText(day))
