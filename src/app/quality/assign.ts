import type { Guarded } from '../../core/access/decide-about-thing.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { type Account, findAccount } from '../../store/accounts.ts'
import { addAssignment } from '../../store/quality/assignments.ts'
import type { Db } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import type { Looking } from '../counting/members.ts'
import { readable } from '../counting/seen-work.ts'
import { type Month, monthOf } from '../months/month.ts'
import { Refused } from '../refused.ts'
import { findErrors } from './find.ts'
import { atDoor } from './of-one.ts'
import { keptOf, mayCorrect, type SeenError, seenErrors } from './seen.ts'

export type Assigning = {
  readonly rule: string
  readonly record: RecordId | null
  /** The user name of who is to put it right; empty where it is to go by the allocation again. */
  readonly to: string
  readonly note: string
}

/**
 * Asks somebody to put an error right, with a note. What was said before stays known.
 * @throws Refused when the viewer may not see it, it is gone, or whoever is asked could not open the record
 */
export function assignError(
  app: App,
  account: Account,
  asked: Month & { readonly subject: SubjectId },
  { rule, record, to, note }: Assigning,
): Promise<void> {
  return atDoor(app, account, asked.subject, async (looking, subject) => {
    const { error, guarded } = await seenError(app, looking, asked, { rule, record, subject })
    const words = note.trim()
    if (to !== '' && words === '') throw new Refused('bad input', 'Say what they are to do.')
    const whom = to === '' ? null : await whomToAsk(app, looking.db, to, { error, guarded })
    const said = { note: words === '' ? 'It goes by the allocation again.' : words, at: app.clock.now() }
    const asks = { rule, subject, record, to: whom, isRight: false, ...said, by: account.name }
    await addAssignment(looking.db, asks, account.id)
  })
}

/**
 * Says that what two returns do not agree on is right as it is, and why. It is no error from then on; who said so stays known.
 * @throws Refused when they may not correct the record, it is gone, it is an error of another sort, or no reason is given
 */
export function sayRight(
  app: App,
  account: Account,
  asked: Month & { readonly subject: SubjectId },
  { rule, record, note }: Omit<Assigning, 'to'>,
): Promise<void> {
  return atDoor(app, account, asked.subject, async (looking, subject) => {
    const { error, guarded } = await seenError(app, looking, asked, { rule, record, subject })
    if (error.rule.sort !== 'return')
      throw new Refused('bad input', 'Only what two returns do not agree on can be right as it is: correct the record.')
    if (!mayCorrect(looking.viewer, error, guarded))
      throw new Refused('not allowed', 'Whoever may correct the record says whether it is right.')
    const words = note.trim()
    if (words === '') throw new Refused('bad input', 'Say why it is right as it is.')
    const said = { note: words, at: app.clock.now(), by: account.name }
    await addAssignment(looking.db, { rule, subject, record, to: null, isRight: true, ...said }, account.id)
  })
}

type Seen = { readonly error: SeenError; readonly guarded: ReadonlyMap<SubjectId, Guarded> }

/** The error that is spoken of, if it still is one. */
async function seenError(
  app: App,
  looking: Looking,
  asked: Month,
  { rule, record, subject }: Pick<Assigning, 'rule' | 'record'> & { readonly subject: SubjectId },
): Promise<Seen> {
  const month = monthOf(app, asked)
  const quality = await findErrors(app, looking.db, month.period)
  const own = quality.errors.filter((one) => one.subject === subject)
  const { seen, guarded } = await seenErrors(app, looking, { ...quality, errors: own }, month)
  const error = seen.find((one) => one.rule.key === rule && one.record === record)
  if (error === undefined) throw new Refused('in the way', 'This is no error any more: it was put right meanwhile.')
  return { error, guarded }
}

async function whomToAsk(app: App, db: Db, userName: string, { error, guarded }: Seen) {
  const chosen = await findAccount(db, userName)
  if (chosen === undefined || chosen.endedAt !== null) throw new Refused('bad input', 'Choose who is to put it right.')
  if (!readable(await viewerOf(app, db, chosen), keptOf(error), guarded)(error))
    throw new Refused('bad input', `${chosen.name} may not open this record, and so could not put it right.`)
  return { account: chosen.id, name: chosen.name }
}
