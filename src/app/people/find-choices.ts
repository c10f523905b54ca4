import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { mayAmong } from '../access/may-find.ts'
import { viewerOf } from '../access/viewer.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { type FoundPeople, findPeople } from './find.ts'

/** Somebody found who can be chosen; who cannot, because their record is not the viewer's; or of whom only whom to ring may be told. */
export type PersonToChoose =
  | {
      readonly may: 'choose' | 'not choose'
      readonly subject: SubjectId
      readonly name: string
      readonly bornOn: PlainDate | null
      readonly diedOn: PlainDate | null
      readonly age: number | null
    }
  | { readonly may: 'ring'; readonly ring: string }

export type PeopleToChoose = Pick<FoundPeople, 'misspelt' | 'more'> & { readonly people: readonly PersonToChoose[] }

/** People by name or number for a place in a form. Whose record it would be has to be the viewer's to write; others are merely named. */
export async function findPeopleToChoose(
  app: App,
  account: Account,
  query: string,
  { type, named }: { readonly type: RecordType; readonly named: boolean },
): Promise<PeopleToChoose> {
  const { people, misspelt, more } = await findPeople(app, account, query)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const action = named ? 'find' : actionFor(type, 'record')
    const subjects = people.flatMap((one) => (one.kind === 'person' ? [one.subject] : []))
    const may = await mayAmong(app, { db, viewer }, subjects, action)
    const found = people.map((one): PersonToChoose => {
      if (one.kind === 'restricted') return { may: 'ring', ring: one.ring }
      const { subject, name, bornOn, diedOn, age } = one
      return { may: may.has(subject) ? 'choose' : 'not choose', subject, name, bornOn, diedOn, age }
    })
    return { people: found, misspelt, more }
  })
}
