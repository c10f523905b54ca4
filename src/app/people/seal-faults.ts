import { AdoptionSeal } from '../../areas/adoption/seal.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Fault } from '../../core/record/validate.ts'
import { findSamePeople, holdMerges } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/**
 * What stands against sealing an adoption: that both identities are recorded as one person already. Until the transaction ends nobody is merged,
 * and whoever merges after it finds the seal.
 */
export async function sealFaults(app: App, db: Db, type: RecordType, content: Content): Promise<readonly Fault[]> {
  if (type.key !== AdoptionSeal.key) return []
  await holdMerges(db)
  const named = [...(content.subjects['person'] ?? []), ...(content.subjects['adoptive'] ?? [])]
  const same = await findSamePeople(db, named, app.clock.today)
  if (new Set(named.map(same.kept)).size === named.length) return []
  const message = 'Both identities are recorded as one person. Record first that they are two.'
  return [{ field: 'adoptive', message }]
}
