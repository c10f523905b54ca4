import { PersonDocument, SentBy } from '../../areas/people/documents.ts'
import { codesOn } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { about } from '../access/about.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import type { Choice } from '../people/choices.ts'
import { familyKnown } from '../people/family-known.ts'
import { keptNumbers } from '../people/kept-number.ts'
import { naming } from '../people/naming.ts'

export type LetterChoices = {
  /** The person and whoever is related to them, whom the viewer may know. */
  readonly people: readonly Choice[]
  readonly ways: readonly Choice[]
}

/** What can be chosen in a letter about a person: whom it is about or to, and how it goes. */
export async function choicesForLetter(app: App, account: Account, subject: SubjectId): Promise<LetterChoices> {
  const asked = {
    action: actionToWrite(PersonDocument, 'record'),
    people: [subject],
    sensitivity: PersonDocument.sensitivity,
    detail: 'form: letter',
  } as const
  const kept = await keptNumbers(app, [subject])
  const people = await about(app, account, asked, async (room) => {
    const name = naming(app, room)
    const family = await familyKnown(app, room, kept(subject))
    return Promise.all(
      family.people.map(async (one) => ({ value: String(one.subject), label: (await name(one.subject)).label })),
    )
  })
  const ways = codesOn(SentBy, app.clock.today).map(({ code, label }) => ({ value: code, label }))
  return { people, ways }
}
