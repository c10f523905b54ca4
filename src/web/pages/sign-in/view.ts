import type { App } from '../../../app/app.ts'
import { demonstrationPartner, demonstrationUsers } from '../../../app/demonstration-people.ts'
import type { View } from '../../render.ts'

/** A field of a form that was sent after the session had ended. */
export type Carried = { readonly name: string; readonly value: string }

export type SignInView = View & {
  readonly to: string
  readonly carried: readonly Carried[]
  readonly fault: string | undefined
  readonly users: readonly { readonly userName: string; readonly name: string; readonly job: string }[]
}

const PREFIX = 'carry.'

/** The sign-in page: where to go on to, and what is carried there. */
export function signInView(app: App, { to, carried, fault }: Pick<SignInView, 'to' | 'carried' | 'fault'>): SignInView {
  const users = app.clock.standing
    ? [...demonstrationUsers, demonstrationPartner].map(({ userName, name, job }) => ({ userName, name, job }))
    : []
  return { page: { title: 'Sign in', navigation: 'none' }, to, carried, fault, users }
}

/** All that was typed, but for the token of the session that has ended. */
export const carriedOf = (fields: ReadonlyMap<string, readonly string[]>): readonly Carried[] =>
  [...fields]
    .filter(([name]) => name !== 'form')
    .flatMap(([name, values]) => values.map((value) => ({ name: PREFIX + name, value })))

/** What the sign-in page carried, under its own names again. */
export const broughtBy = (fields: ReadonlyMap<string, readonly string[]>): readonly Carried[] =>
  [...fields].flatMap(([name, values]) =>
    name.startsWith(PREFIX) ? values.map((value) => ({ name: name.slice(PREFIX.length), value })) : [],
  )
