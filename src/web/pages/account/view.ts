import type { OwnAccount, PasswordFault } from '../../../app/access/own-account.ts'
import { administers } from '../../../app/access/users.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import type { View } from '../../render.ts'
import { headOf, staffIn, type Visitor } from '../../session.ts'

export type AccountView = View & {
  readonly heading: string
  readonly userName: string
  readonly name: string
  readonly roles: string
  readonly form: string
  /** They give accounts to people and tokens to programs. */
  readonly administers: boolean
  readonly changed: boolean
  /** Somebody else chose the password: nothing else can be done before it is changed. */
  readonly first: boolean
  readonly faults: readonly PasswordFault[]
  readonly questions: readonly {
    readonly name: string
    readonly label: string
    readonly hint: string | undefined
    readonly autocomplete: string
    readonly error: string | undefined
  }[]
  readonly sessions: readonly { readonly since: string; readonly seen: string; readonly here: boolean }[]
}

/** What the page says once. */
export type Passing = { readonly faults: readonly PasswordFault[]; readonly changed: boolean }

/** One's own account as its owner sees it. */
export function accountView({ roles, sessions }: OwnAccount, who: Visitor, { faults, changed }: Passing): AccountView {
  const { name, userName, passwordIsFirst } = who.account
  const staff = staffIn(who)
  const error = (field: PasswordFault['field']) => faults.find((fault) => fault.field === field)?.message
  const others = sessions.filter(({ here }) => !here).length
  const places = others === 1 ? 'one other place' : `${others} other places`
  return {
    page: { title: 'Your account', navigation: 'none', ...headOf(who) },
    heading: passwordIsFirst
      ? 'Choose a password of your own'
      : others === 0
        ? 'You are signed in here and nowhere else'
        : `You are signed in here and in ${places}`,
    userName,
    name,
    roles: roles.join(', '),
    form: who.form,
    administers: staff !== undefined && administers(staff.account),
    changed,
    first: passwordIsFirst,
    faults,
    questions: [
      {
        name: 'current',
        label: 'Password now',
        hint: undefined,
        autocomplete: 'current-password',
        error: error('current'),
      },
      {
        name: 'next',
        label: 'New password',
        hint: 'At least 12 characters. Three random words are easy to remember.',
        autocomplete: 'new-password',
        error: error('next'),
      },
      {
        name: 'again',
        label: 'New password again',
        hint: undefined,
        autocomplete: 'new-password',
        error: error('again'),
      },
    ],
    sessions: sessions.map(({ madeAt, seenAt, here }) => ({ since: text(madeAt), seen: text(seenAt), here })),
  }
}

const text = (moment: Date): string => londonText(moment.getTime() as Instant)
