import { CaseNote } from '../../../src/areas/people/notes.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import type { SignedIn, World } from './world.ts'

type DraftRow = {
  readonly id: number
  readonly type: string
  readonly record_id: RecordId | null
  readonly subject_id: SubjectId | null
}

/** The drafts of somebody, in the order in which they were begun. */
const draftsOf = ({ store }: World, { account }: SignedIn): Promise<readonly DraftRow[]> =>
  store.db
    .selectFrom('draft')
    .select(['id', 'type', 'record_id', 'subject_id'])
    .where('owner', '=', account.userName)
    .orderBy('id')
    .execute()

/** The number of the draft that somebody began of a note about a person, or of a correction of a record; one that nobody has where there is none. */
export async function draftOf(
  world: World,
  who: SignedIn,
  of: { readonly subject: number } | { readonly record: number },
): Promise<number> {
  const all = (await draftsOf(world, who)).filter(({ type }) => type === CaseNote.key)
  const found = all.find(({ record_id, subject_id }) =>
    'record' in of ? record_id === of.record : record_id === null && subject_id === of.subject,
  )
  return found?.id ?? 9_999_999
}
