import type { FoundPeople } from '../../../app/people/find.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Who } from '../../session.ts'
import { bornText } from '../people/born.ts'

type Person = { readonly subject: SubjectId; readonly name: string }

/** Who else might be this person: whoever is called the same, or nearly, or whatever was searched for. */
export function lookView({ subject, name }: Person, query: string, { people, more }: FoundPeople, who: Who) {
  const rows = people.flatMap((found) =>
    found.kind === 'person' && found.subject !== subject
      ? [
          {
            name: found.name,
            number: Number(found.subject),
            born: bornText(found),
            href: `/people/${subject}/same/${found.subject}`,
          },
        ]
      : [],
  )
  const number = /^[1-9]\d{0,14}$/.test(query) ? Number(query) : subject
  // Whether there is anybody of that number, and may be compared, the comparison says.
  if (number !== subject && !rows.some((row) => row.number === number))
    rows.push({ name: `Number ${number}`, number, born: '', href: `/people/${subject}/same/${number}` })
  const many = rows.length === 1 ? 'one person to compare' : `${rows.length} people to compare`
  return {
    page: { title: 'The same person?', navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: rows.length === 0 ? `Nobody else is found who might be ${name}` : `Who else might be ${name}: ${many}`,
    subject,
    name,
    query,
    rows,
    more,
  }
}
