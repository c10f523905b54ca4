import type { Opens } from '../../store/access-tables.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findToken, type ProgramToken, touchToken } from '../../store/programs/tokens.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { hashOf } from '../access/sign-in.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/** A program that asks, in place of somebody. The account's name says which program it was, so that every row of the audit does. */
export type Program = Pick<ProgramToken, 'name' | 'opens' | 'endsAt'> & { readonly account: Account }

/** What a program asks for: which kind of thing, and in the words of its address. */
export type Wanted = { readonly opens: Opens; readonly detail: string }

/**
 * The one door for programs: who asks with a token, if it opens what they ask for. What they asked for is kept, and so is what was refused; a token that is none of ours is
 * nobody's, and leaves no row.
 * @throws Refused when the token is none, has ended, or does not open this
 */
export async function enterProgram(app: App, token: string, { opens, detail }: Wanted): Promise<Program> {
  const found = await findToken(app.store.db, hashOf(token))
  if (found === undefined)
    throw new Refused('sign in', 'This is no token of this installation. Ask its operator for one: los tokens add.')
  const account = { ...found.account, name: programName(found.account, found.name) }
  const at = new Date()
  const fault = await inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const stands = viewer.roles.length > 0
    const refused = faultOf(found, { at, opens, stands })
    const decision =
      refused === undefined ? { may: 'yes' as const, by: viewer.roles[0]?.key ?? '' } : { may: 'no' as const }
    await writeAudit(db, [auditEntry(app, account, viewer, { action: 'program', subject: null, decision, detail })])
    if (refused === undefined) await touchToken(db, found.id, at)
    return refused
  })
  if (fault !== undefined) throw fault
  return { name: found.name, opens: found.opens, endsAt: found.endsAt, account }
}

/** Who it was, in the audit. */
export const programName = ({ name }: Account, token: string): string => `${name}, by the program “${token}”`

function faultOf(
  { name, opens, endsAt, endedAt, account }: ProgramToken,
  asked: { readonly at: Date; readonly opens: Opens; readonly stands: boolean },
): Refused | undefined {
  const anew = 'Ask the operator of the installation for another: los tokens add.'
  if (endedAt !== null) return new Refused('sign in', `The token “${name}” was ended. ${anew}`)
  if (endsAt <= asked.at) return new Refused('sign in', `The token “${name}” has run out. ${anew}`)
  if (!asked.stands)
    return new Refused('sign in', `${account.name}, in whose place “${name}” asks, has no role here any more. ${anew}`)
  if (asked.opens === 'lists' && opens === 'figures')
    return new Refused(
      'not allowed',
      `The token “${name}” opens figures, and not the lists of people behind them. ${anew}`,
    )
  return undefined
}
