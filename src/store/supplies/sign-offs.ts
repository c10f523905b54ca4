import type { Period } from '../../core/dates/period.ts'
import type { SignedOff } from '../../core/definitions/supply.ts'
import { anyOf, day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'

/** Figures that others sent, of one period. */
export type Supplied = { readonly supply: string; readonly authority: string; readonly period: Period }

export async function addSignOff(
  db: Db,
  { supply, authority, period }: Supplied,
  { figures, words, at, by, account }: SignedOff & { readonly account: number },
): Promise<void> {
  await db
    .insertInto('supply_sign_off')
    .values({
      ...{ supply, authority, words },
      kind: period.kind,
      from_on: day(period.from),
      to_on: day(period.to),
      figures: JSON.stringify(figures),
      signed_at: at,
      account_id: account,
      signed_by: by,
    })
    .execute()
}

type Of = { readonly supply: string; readonly kind: Period['kind']; readonly from: Period['from'] }

/** Everything that was ever signed off of these supplies, the earliest first. */
export async function findSignOffs(
  db: Db,
  { supplies, authority }: { readonly supplies: readonly string[]; readonly authority: string },
): Promise<readonly (SignedOff & Of)[]> {
  const rows = await db
    .selectFrom('supply_sign_off')
    .selectAll()
    .where('supply', '=', anyOf(supplies))
    .where('authority', '=', authority)
    .orderBy('id')
    .execute()
  return rows.map(({ supply, kind, from_on, figures, words, signed_at, signed_by }) => ({
    ...{ supply, kind, figures, words },
    from: from_on,
    at: signed_at,
    by: signed_by,
  }))
}
