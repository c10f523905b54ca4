import { CaseNote } from '../../../src/areas/people/notes.ts'
import type { Account } from '../../../src/store/accounts.ts'
import { saveDraft } from '../../../src/store/records/drafts.ts'
import type { Db } from '../../../src/store/records/transaction.ts'
import type { MadeUpPerson } from './people.ts'

/** What stands in a draft that everybody has begun. */
export const draftWords = ({ id }: Account): string => `xqDraftOf${id}qx`

/** Everybody has begun a note about each of the people, and a correction of a note of theirs: when they still could, it may be. */
export async function beginDrafts(db: Db, accounts: readonly Account[], people: readonly MadeUpPerson[], at: Date) {
  for (const account of accounts)
    for (const { subject, records } of people)
      for (const record of [null, records.o])
        await saveDraft(db, {
          type: CaseNote.key,
          record,
          basedOn: null,
          subject,
          owner: account.userName,
          content: { heading: [draftWords(account)] },
          savedAt: at,
        })
}
