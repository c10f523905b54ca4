import { sql } from 'kysely'
import type { Restatement } from '../../core/figures/frozen.ts'
import type { RestatedDecision } from '../../core/figures/month.ts'
import { day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'
import type { Month } from './publications.ts'

export async function addRestatedDecision(
  db: Db,
  publication: number,
  { indicator, decision, now, words, at, by, account }: RestatedDecision & { readonly account: number },
): Promise<void> {
  const row = { publication_id: publication, indicator, decision, now, words }
  await db
    .insertInto('restated_decision')
    .values({ ...row, decided_at: at, decided_by: by, account_id: account })
    .execute()
}

/** What was decided of a frozen month's figures that would be others, the last of each. */
export async function findRestatedDecisions(
  db: Db,
  publication: number,
): Promise<ReadonlyMap<string, RestatedDecision>> {
  const rows = await db
    .selectFrom('restated_decision')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ indicator, decision, now, words, decided_at, decided_by }) => [
      indicator,
      { indicator, decision, now, words, at: decided_at, by: decided_by },
    ]),
  )
}

/**
 * Keeps with a frozen month what it says of figures of the months that it shows, and of its own earlier versions: the last decision on each where it
 * is to be said, once.
 */
export async function freezeRestatements(db: Db, publication: number, month: Month, months: number): Promise<void> {
  const { dataset, authority, period } = month
  await sql`
    insert into publication_restatement (publication_id, decision_id)
    select ${publication}::integer, last.id from (
      select distinct on (restated_decision.publication_id, indicator) restated_decision.id, decision
      from restated_decision join publication on publication.id = restated_decision.publication_id
      where dataset = ${dataset} and authority = ${authority} and kind = ${period.kind}
        and from_on <= ${day(period.from)} and from_on > ${day(period.from)} - make_interval(months => ${months}::integer)
      order by restated_decision.publication_id, indicator, restated_decision.id desc
    ) as last
    where decision = 'say so' and not exists (
      select from publication_restatement as said join publication on publication.id = said.publication_id
      where decision_id = last.id and from_on < ${day(period.from)}
    )`.execute(db)
}

/** What a frozen month says of earlier ones, in the order of months and figures. */
export async function findRestatements(db: Db, publication: number): Promise<readonly Restatement[]> {
  const rows = await db
    .selectFrom('publication_restatement')
    .innerJoin('restated_decision', 'restated_decision.id', 'decision_id')
    .innerJoin('publication', 'publication.id', 'restated_decision.publication_id')
    .innerJoin('publication_figure', (join) =>
      join
        .onRef('publication_figure.publication_id', '=', 'publication.id')
        .onRef('publication_figure.indicator', '=', 'restated_decision.indicator')
        .onRef('publication_figure.from_on', '=', 'publication.from_on'),
    )
    .select(['restated_decision.indicator', 'restated_decision.now', 'words', 'value', 'definition', 'version'])
    .select(['publication.kind', 'publication.from_on', 'publication.to_on'])
    .where('publication_restatement.publication_id', '=', publication)
    .orderBy('publication.from_on')
    .orderBy('version')
    .orderBy('place')
    .execute()
  return rows.map(({ indicator, now, words, value, definition, version, kind, from_on, to_on }) => ({
    ...{ indicator, label: definition.label, unit: definition.unit },
    period: { kind, from: from_on, to: to_on },
    ...{ version, was: value, now, words },
  }))
}
