import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { type AccountKey, type PersonKey, peopleKeys } from './expected.ts'
import type { World } from './world.ts'

/** Which of the people have these numbers. */
export const keysOf = ({ people }: World, subjects: readonly SubjectId[]): readonly PersonKey[] =>
  peopleKeys.filter((key) => subjects.includes(people[key].subject))

/** Who is in the rows that say yes which somebody left after another row. */
export async function rowsSince(
  world: World,
  last: number,
  key: AccountKey,
  action: string,
): Promise<readonly PersonKey[]> {
  const rows = await world.store.db
    .selectFrom('audit')
    .select('subject_id')
    .where('id', '>', last)
    .where('account_id', '=', world.accounts[key].account.id)
    .where('action', '=', action)
    .where('decision', '=', 'yes')
    .execute()
  return keysOf(
    world,
    rows.flatMap(({ subject_id }) => subject_id ?? []),
  )
}
