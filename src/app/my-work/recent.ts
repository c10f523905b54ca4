import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findDoings } from '../../store/audit.ts'
import type { Db } from '../../store/records/transaction.ts'
import { pagesOfPerson } from '../people/pages.ts'

/** Somebody whose record one has lately opened, and when one last wrote on it, if lately. */
export type Recent = { readonly subject: SubjectId; readonly at: Date; readonly wroteAt: Date | null }

const pages: ReadonlySet<string> = new Set(Object.values(pagesOfPerson))
const MOST = 8
const LOOKED_THROUGH = 500

/** Whose records an account has opened or written on last, the latest first, each once. */
export async function recently(db: Db, account: Account): Promise<readonly Recent[]> {
  const doings = await findDoings(db, account.id, {
    actions: ['read', 'print', 'record', 'correct'],
    most: LOOKED_THROUGH,
  })
  const found = new Map<SubjectId, Recent>()
  for (const { subject, at, action, detail } of doings) {
    if (subject === null || !counts(action, detail)) continue
    const known = found.get(subject)
    if (known === undefined && found.size === MOST) continue
    const wroteAt = action === 'record' || action === 'correct' ? at : null
    found.set(subject, { subject, at: known?.at ?? at, wroteAt: known?.wroteAt ?? wroteAt })
  }
  return [...found.values()]
}

/** Opening a form or keeping a draft asks leave to record, and writes nothing; nor is somebody opened who only stands on another's page. */
const counts = (action: string, detail: string): boolean =>
  action === 'record' || action === 'correct' ? /^(new|corrected) /.test(detail) : pages.has(detail)
