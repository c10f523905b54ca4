import { PersonDocument, SentBy } from '../../areas/people/documents.ts'
import { codesOn } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import type { App } from '../app.ts'
import { type Choice, choicesFor } from '../people/choices.ts'

export type LetterChoices = {
  /** The person and whoever is related to them, whom the viewer may know. */
  readonly people: readonly Choice[]
  readonly ways: readonly Choice[]
}

/** What can be chosen in a letter about a person: whom it is about or to, and how it goes. */
export async function choicesForLetter(app: App, account: Account, subject: SubjectId): Promise<LetterChoices> {
  const { subjects } = await choicesFor(app, account, { kind: 'person', subject }, PersonDocument)
  const ways = codesOn(SentBy, app.clock.today).map(({ code, label }) => ({ value: code, label }))
  return { people: subjects.person, ways }
}
