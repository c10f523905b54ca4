import type { Assigning } from '../../../app/quality/assign.ts'
import type { ErrorOfOne, ErrorsOfOne } from '../../../app/quality/of-one.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import type { Who } from '../../session.ts'
import { many, saidText } from '../month/words.ts'
import { type Asked, qualityAddress } from './asked.ts'
import { whoText } from './errors.ts'
import { moveView } from './move-view.ts'
import { pageOf, sortText } from './overview.ts'

const MOST_MOVES = 5

/** What somebody tried to ask of whom, or to say of it, and why it was not done. */
export type Tried = Assigning & { readonly isRight: boolean; readonly fault: string }

/** All that is wrong about one person, household or place, with the forms to put it right. */
export function oneView(read: ErrorsOfOne, asked: Asked, who: Who, tried?: Tried) {
  const { name, errors, isPerson, subject, notShown, accounts, month } = read
  const own = qualityAddress(`/of/${subject}`, asked)
  return {
    page: pageOf(`Data quality: ${name}`, who),
    form: who.form,
    action: own,
    back: qualityAddress('', asked),
    heading:
      errors.length === 0
        ? `Nothing is wrong on the record of ${name}`
        : `${many(errors.length, 'error')} about ${name}`,
    lead: `By the figures of ${periodLabel(month.period)}, and by the record as it stands now.`,
    record: {
      label: isPerson ? 'Their record' : 'Its page',
      href: isPerson ? `/people/${subject}` : `/things/${subject}`,
    },
    notShown: notShown === 0 ? undefined : `${many(notShown, 'more error')} of what you may not read about them.`,
    fault: tried?.fault,
    failed: tried?.isRight === true ? 'It was not kept' : 'Nobody was asked',
    right: read.right.map((one) => ({ label: one.label, note: one.note, who: saidText(one) })),
    errors: errors.map((error, at) => errorView(error, { at, isPerson, asked, tried })),
    accounts: accounts.map(({ userName, name: label }) => ({ value: userName, label })),
  }
}

function saidOf({ to, isRight }: ErrorOfOne['asked'][number]): string {
  if (isRight) return 'Said to be right as it is'
  return to === null ? 'Given back to whose work they are' : `${to.name} was asked`
}

type Around = {
  readonly at: number
  readonly isPerson: boolean
  readonly asked: Asked
  readonly tried: Tried | undefined
}

function errorView(error: ErrorOfOne, { at, isPerson, asked, tried }: Around) {
  const isTried = tried !== undefined && tried.rule === error.rule.key && tried.record === error.record
  return {
    id: `error-${at}`,
    rule: error.rule.key,
    record: error.record === null ? '' : String(error.record),
    label: error.rule.label,
    sort: sortText(error.rule.sort),
    why: error.why,
    source: error.rule.source,
    correct: error.behind.map(({ label, opens, record }) => ({
      label,
      href: opens ? `/records/${record}/correct` : undefined,
    })),
    write: error.missing.map(({ key, label }) => ({
      label,
      href: isPerson ? `/people/${error.subject}/record/${key}` : `/things/${error.subject}/record/${key}`,
    })),
    moves: error.moves.slice(0, MOST_MOVES).map((move) => moveView(move, asked.period)),
    moreMoves:
      error.moves.length > MOST_MOVES ? `and ${many(error.moves.length - MOST_MOVES, 'other figure')}` : undefined,
    ...whoText(error),
    accepted: error.accepted,
    history: error.asked.map((one) => ({
      what: saidOf(one),
      note: one.note,
      who: saidText(one),
    })),
    isAssigned: error.assigned !== undefined,
    isTried: isTried && !tried.isRight,
    // Whoever was chosen has to be told what to do: then it is the other question that was not answered.
    wrong: isTried && !tried.isRight && tried.to !== '' && tried.note.trim() === '' ? 'note' : 'to',
    mayBeRight: error.mayBeRight,
    isRightTried: isTried && tried.isRight,
    to: isTried ? tried.to : '',
    note: isTried ? tried.note : '',
  }
}
