import type { Selectable } from 'kysely'
import type { Action, ActionOrigin, ActionSaid, FrozenAction } from '../../core/actions/action.ts'
import { periodText } from '../../core/dates/period.ts'
import { day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'
import type { Tables } from '../tables.ts'

/** Keeps an action with what was agreed, and gives its number. */
export async function addAction(
  db: Db,
  authority: string,
  origin: ActionOrigin,
  said: ActionSaid,
  account: number,
): Promise<number> {
  const { id } = await db
    .insertInto('action')
    .values({ authority, ...rowOf(origin) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addSaid(db, id, said, account)
  return id
}

function rowOf(origin: ActionOrigin) {
  if (origin.from === 'objective')
    return {
      ...{ dataset: null, kind: null, from_on: null, to_on: null, section: null, indicator: null },
      objective_id: origin.objective,
    }
  const { dataset, period, section, indicator } = origin
  const { kind, from, to } = period
  return { dataset, kind, from_on: day(from), to_on: day(to), section, indicator, objective_id: null }
}

/** Keeps something that was said of an action. */
export async function addSaid(db: Db, action: number, said: ActionSaid, account: number): Promise<void> {
  const { step, terms, words, impact, at, on, by } = said
  await db
    .insertInto('action_said')
    .values({
      ...{ action_id: action, step, what: terms.what, owner_id: terms.owner.account, owner_name: terms.owner.name },
      ...{ due_on: day(terms.dueOn), how_known: terms.howKnown, words, impact, said_at: at, said_on: day(on) },
      ...{ account_id: account, said_by: by },
    })
    .execute()
}

/** Every action of an authority with all that was said of it, the first agreed first. */
export async function findActions(db: Db, authority: string): Promise<readonly Action[]> {
  const rows = await db
    .selectFrom('action')
    .leftJoin('plan_objective', 'plan_objective.id', 'action.objective_id')
    .selectAll('action')
    .select('plan_objective.plan_id')
    .where('authority', '=', authority)
    .orderBy('action.id')
    .execute()
  const said = new Map<number, ActionSaid[]>()
  for (const row of await db.selectFrom('action_said').selectAll().orderBy('id').execute())
    said.set(row.action_id, [...(said.get(row.action_id) ?? []), saidOf(row)])
  return rows.map((row) => ({ id: row.id, origin: originOf(row), said: said.get(row.id) ?? [] }))
}

function originOf(row: Selectable<Tables['action']> & { readonly plan_id: number | null }): ActionOrigin {
  const { dataset, kind, from_on: from, to_on: to, section, indicator, objective_id: objective, plan_id: plan } = row
  if (dataset !== null && kind !== null && from !== null && to !== null && section !== null)
    return { from: 'month', dataset, period: { kind, from, to }, section, indicator }
  return { from: 'objective', plan: plan ?? 0, objective: objective ?? 0 }
}

const saidOf = (row: Selectable<Tables['action_said']>): ActionSaid => ({
  step: row.step,
  terms: {
    what: row.what,
    owner: { account: row.owner_id, name: row.owner_name },
    dueOn: row.due_on,
    howKnown: row.how_known,
  },
  words: row.words,
  impact: row.impact,
  at: row.said_at,
  on: row.said_on,
  by: row.said_by,
})

/** Holds an action until the transaction ends: what is said of it is said one after another. */
export const holdAction = (db: Db, action: number): Promise<unknown> =>
  db.selectFrom('action').select('id').where('id', '=', action).forUpdate().executeTakeFirst()

/** Keeps with a frozen month the actions that stand with it. */
export async function freezeActions(db: Db, publication: number, actions: readonly Action[]): Promise<void> {
  const rows = actions.flatMap(({ id, origin, said }) => {
    const last = said.at(-1)
    if (origin.from !== 'month' || last === undefined) return []
    const { step, terms, words, impact, on, by } = last
    return [
      {
        ...{ publication_id: publication, action_id: id, section: origin.section, indicator: origin.indicator },
        ...{ agreed_in: periodText(origin.period), step, what: terms.what, owner_name: terms.owner.name },
        ...{ due_on: day(terms.dueOn), how_known: terms.howKnown, words, impact, said_on: day(on), said_by: by },
      },
    ]
  })
  if (rows.length > 0) await db.insertInto('publication_action').values(rows).execute()
}

/** The actions of a frozen month as they stood then, in the order in which they were agreed. */
export async function findFrozenActions(db: Db, publication: number): Promise<readonly FrozenAction[]> {
  const rows = await db
    .selectFrom('publication_action')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('action_id')
    .execute()
  return rows.map((row) => ({
    id: row.action_id,
    section: row.section,
    indicator: row.indicator,
    agreedIn: row.agreed_in,
    step: row.step,
    terms: { what: row.what, owner: row.owner_name, dueOn: row.due_on, howKnown: row.how_known },
    words: row.words,
    impact: row.impact,
    on: row.said_on,
    by: row.said_by,
  }))
}
