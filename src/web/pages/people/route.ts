import { countOpenings } from '../../../app/access/openings.ts'
import { everMay } from '../../../app/access/roles.ts'
import { type Found, findPeople } from '../../../app/people/find.ts'
import { mayRecordNew } from '../../../app/people/new-person.ts'
import { ageInWords } from '../../../core/dates/age.ts'
import { fromParts, type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { address, first } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { dayFault } from '../record/day-fault.ts'

/** Looking for somebody, by name, date of birth or number. */
export const peoplePage: Routes = (server, app, render) => {
  server.get(
    '/people',
    signedIn(app, render, async (request, reply, who) => {
      const query = (first(request, 'q') ?? '').trim()
      const { people, misspelt, more } =
        query === '' ? { people: [], misspelt: false, more: false } : await findPeople(app, who.account, query)
      const rows = people.flatMap((one) => (one.kind === 'person' ? [row(one, app.clock.today)] : []))
      const rings = people.flatMap((one) => (one.kind === 'restricted' ? [one.ring] : []))
      const view = {
        page: {
          title: 'People',
          navigation: 'people' as const,
          who: { name: who.account.name, form: who.form },
          searching: true as const,
        },
        heading: heading({ query, rows: rows.length, rings: rings.length, misspelt, more }),
        query,
        noDay: noDayIn(query),
        more,
        rows,
        same: everMay(who.account, 'merge')
          ? people.flatMap((found) =>
              found.kind === 'person' ? { subject: found.subject, ...row(found, app.clock.today) } : [],
            )
          : [],
        canRecordNew: await mayRecordNew(app, who.account),
        openings: query === '' ? await countOpenings(app, who.account) : 0,
        rings,
        download: downloadOf(query, people),
      }
      return reply.type('text/html; charset=utf-8').send(render('pages/people/people.njk', view))
    }),
  )
}

/** That a day which stands among the words is none: a slip of the pen would find nobody, and seem to say that they are not known. */
function noDayIn(query: string): string | undefined {
  const [, day = '', month = '', year = ''] = /(?:^|\s)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=\s|$)/.exec(query) ?? []
  if (day === '') return undefined
  try {
    fromParts(Number(year), Number(month), Number(day))
    return undefined
  } catch {
    return (
      dayFault('Date of birth', { day, month, year, monthNumber: Number(month) }) ??
      `“${day}/${month}/${year}” is no date.`
    )
  }
}

type Outcome = {
  readonly query: string
  readonly rows: number
  readonly rings: number
  readonly misspelt: boolean
  readonly more: boolean
}

function heading({ query, rows, rings, misspelt, more }: Outcome): string {
  if (query === '') return 'Find somebody'
  if (rows === 0) return rings === 0 ? `Nobody is found for “${query}”` : `Ring about “${query}”`
  const many = more ? `More than ${rows} people` : rows === 1 ? 'One person' : `${rows} people`
  return misspelt ? `Nobody is just “${query}”; ${many.toLowerCase()} nearly` : `${many} for “${query}”`
}

/** Those of the people found whom the viewer may take out. */
function downloadOf(query: string, people: readonly Found[]) {
  const count = people.filter((one) => one.kind === 'person' && one.mayExport).length
  return count === 0 ? undefined : { href: address('/people.csv', { q: query }), count, of: people.length }
}

function ageText({ bornOn, diedOn, age }: Pick<PersonFound, 'bornOn' | 'diedOn' | 'age'>, today: PlainDate): string {
  if (diedOn !== null) return `Died ${shortText(diedOn)}${age === null ? '' : `, aged ${age}`}`
  return bornOn === null || bornOn > today ? '' : ageInWords(bornOn, today)
}

type PersonFound = Extract<Found, { kind: 'person' }>

function row(found: PersonFound, today: PlainDate) {
  const { subject, name, foundAs, bornOn, diedOn, age, workers } = found
  return {
    label: name,
    href: `/people/${subject}`,
    foundAs,
    born: bornOn === null ? 'Not known' : shortText(bornOn),
    age: ageText({ bornOn, diedOn, age }, today),
    workers,
    number: String(subject),
  }
}
