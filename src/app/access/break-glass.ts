import { type Decision, decide } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { addGlassBroken } from '../../store/broken-glass.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { auditEntry } from './audited.ts'
import { protectedPerson } from './protected.ts'
import { viewerOf } from './viewer.ts'

const HOURS = 4
const LEAST_WORDS = 10

/**
 * Opens a record without leave, for four hours, to be read only: for when a child cannot wait. The reason is kept and looked at afterwards.
 * @throws Refused without a real reason, and alike for whoever is not there for the viewer and whoever is not there at all
 */
export async function breakGlass(app: App, account: Account, subject: SubjectId, reason: string): Promise<void> {
  const because = reason.trim()
  if (because.length < LEAST_WORDS)
    throw new Refused('bad input', 'Say why it cannot wait, so that somebody can look at it afterwards.')
  const done = await inTransaction(app.store, async (db) => {
    const same = await findSamePeople(db, [subject], app.clock.today)
    const person = await protectedPerson(app, db, subject)
    const viewer = await viewerOf(app, db, account)
    const found: Decision = person === undefined ? { may: 'not there' } : decide(viewer, 'find', person)
    const there = found.may === 'yes' || found.may === 'restricted'
    const at = app.clock.now()
    const entry = auditEntry(app, account, viewer, {
      action: 'break glass',
      subject: person?.subject ?? null,
      otherNumbers: person === undefined ? [] : same.numbers(subject).slice(1),
      decision: there ? { may: 'yes', by: '' } : found,
      detail: person === undefined ? `${because} (number ${subject})` : because,
    })
    // No role lets anybody break it.
    await writeAudit(db, [{ ...entry, byRole: null }])
    if (person !== undefined && there)
      await addGlassBroken(db, {
        account: account.id,
        subject: person.subject,
        reason: because,
        at,
        endsAt: new Date(at.getTime() + HOURS * 3_600_000),
      })
    return there
  })
  if (!done) throw new Refused('not found', 'There is nobody of that number.')
}
