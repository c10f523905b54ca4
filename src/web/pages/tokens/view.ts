import { roles } from '../../../app/access/roles.ts'
import { type AskedOnce, lastDayOf, type TokenSeen, wallToday } from '../../../app/programs/tokens.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { longText, type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import type { Fields } from '../../../core/definitions/field.ts'
import type { Who } from '../../session.ts'
import { questionsOf, type Sent, stopsOf } from '../actions/form.ts'
import { many } from '../month/words.ts'
import { endFields } from './fields.ts'
import { opensText } from './words.ts'

const DAY = 86_400_000
/** So many days before it runs out, whoever uses it has to be given another. */
const SOON = 14
/** A token that nobody has used for so many days may be nobody’s. */
const FORGOTTEN = 60

const pageOf = (title: string, { account, form }: Who) => ({
  title,
  navigation: 'none' as const,
  who: { name: account.name, form },
})

/** Every token: what needs somebody first, then what runs out first; and what is over. */
export function listView(tokens: readonly TokenSeen[], who: Who, now: Date) {
  const open = tokens
    .filter(isOpen)
    .toSorted((a, b) => rank(a, now) - rank(b, now) || a.endsAt.getTime() - b.endsAt.getTime())
  const over = tokens
    .filter((one) => !isOpen(one))
    .toSorted((a, b) => (b.endedAt ?? b.endsAt).getTime() - (a.endedAt ?? a.endsAt).getTime())
  return {
    page: pageOf('Tokens of programs', who),
    heading: headingOf(open.length, open.filter((one) => rank(one, now) === 0).length),
    open: open.map((one) => row(one, now)),
    over: over.map((one) => row(one, now)),
  }
}

const isOpen = ({ state }: TokenSeen): boolean => state === 'open' || state === 'opens nothing'
const rank = (token: TokenSeen, now: Date): number => (markOf(token, now).kind === 'quiet' ? 1 : 0)

function headingOf(open: number, toLookAt: number): string {
  if (open === 0) return 'No program has a token'
  const all = many(open, 'program has a token', 'programs have a token')
  return toLookAt === 0 ? all : `${all}, ${toLookAt} to look at`
}

const row = (token: TokenSeen, now: Date) => ({
  name: token.name,
  href: `/tokens/${token.id}`,
  purpose: token.purpose,
  place: placeText(token),
  opens: opensText[token.opens],
  until: shortText(lastDayOf(token.endsAt)),
  used: token.usedAt === null ? 'Never' : momentText(token.usedAt),
  mark: markOf(token, now),
  why: token.endedReason ?? undefined,
})

/** How a token stands, what is worst of it. */
function markOf({ state, endsAt, usedAt, madeAt }: TokenSeen, now: Date) {
  if (state === 'ended') return { kind: 'quiet', icon: 'tick', text: 'Taken back' }
  if (state === 'run out') return { kind: 'quiet', icon: 'clock', text: 'Has run out' }
  if (state === 'opens nothing') return { kind: 'late', icon: 'late', text: 'Opens nothing: its account has no role' }
  const left = Math.ceil((endsAt.getTime() - now.getTime()) / DAY)
  if (left <= SOON) return { kind: 'soon', icon: 'clock', text: `Runs out in ${many(left, 'day')}` }
  const idle = Math.floor((now.getTime() - (usedAt ?? madeAt).getTime()) / DAY)
  if (idle >= FORGOTTEN) return { kind: 'soon', icon: 'clock', text: `Not used for ${many(idle, 'day')}` }
  return usedAt === null
    ? { kind: 'quiet', icon: 'clock', text: 'Not used yet' }
    : { kind: 'quiet', icon: 'tick', text: 'In use' }
}

/** A program that asks in a role of its own has an account of its name. */
const placeText = ({ account, name }: TokenSeen): string =>
  account.userName === name ? `Nobody’s, in the role: ${rolesText(account.roles)}` : account.name

const rolesText = (keys: readonly string[]): string =>
  roles.flatMap(({ key, label }) => (keys.includes(key) ? [label] : [])).join(', ') || 'none'

const momentText = (moment: Date): string => londonText(moment.getTime() as Instant)

/** The form of another token. */
export const newView = (fields: Fields, sent: Sent, who: Who) => ({
  page: pageOf('Give a program a token', who),
  form: who.form,
  questions: questionsOf(fields, sent, wallToday()),
  ...stopsOf(sent),
})

type Made = { readonly name: string; readonly token: string; readonly last: PlainDate }

/** A token that was made, shown this once. */
export const madeView = ({ name, token, last }: Made, who: Who) => ({
  page: pageOf(`The token ${name}`, who),
  name,
  token,
  until: longText(last),
})

type Around = { readonly asked: readonly AskedOnce[]; readonly sent: Sent; readonly who: Who; readonly now: Date }

/** One token: whose, for what, what it asked last, and taking it back. */
export function oneView(token: TokenSeen, { asked, sent, who, now }: Around) {
  const { endedAt, endedBy, endedReason } = token
  return {
    page: pageOf(`The token ${token.name}`, who),
    heading: `The token ${token.name}`,
    mark: markOf(token, now),
    facts: [
      { label: 'What it is for', value: token.purpose ?? 'Nobody wrote it down' },
      { label: 'In whose place', value: placeText(token) },
      { label: 'What it opens', value: opensText[token.opens] },
      { label: 'Until the end of', value: longText(lastDayOf(token.endsAt)) },
      { label: 'Given', value: `${momentText(token.madeAt)}, by ${token.madeBy}` },
      { label: 'Last used', value: token.usedAt === null ? 'Never' : momentText(token.usedAt) },
      ...(endedAt === null
        ? []
        : [
            {
              label: 'Taken back',
              value: `${momentText(endedAt)}, by ${endedBy ?? ''}: ${endedReason ?? 'nobody wrote down why'}`,
            },
          ]),
    ],
    asked: asked.map(({ at, ...one }) => ({ ...one, when: momentText(at) })),
    action: `/tokens/${token.id}`,
    form: who.form,
    mayEnd: isOpen(token),
    questions: questionsOf(endFields, sent, wallToday()),
    ...stopsOf(sent),
  }
}
