/**
 * Something a person asked for that cannot be done, in words for that person: what, where, what to do.
 * `not found`: there is no such thing. `bad input`: what was given is wrong. `bad usage`: the command or address is.
 * `sign in`: not for everybody, and nobody is signed in. `not allowed`: the person asking may not. `restricted`: only some may, and the message says whom to ring.
 * `in the way`: another process or the state of the store prevents it.
 */
export class Refused extends Error {
  readonly kind: 'not found' | 'sign in' | 'not allowed' | 'restricted' | 'bad input' | 'bad usage' | 'in the way'
  constructor(kind: Refused['kind'], message: string) {
    super(message)
    this.name = 'Refused'
    this.kind = kind
  }
}
