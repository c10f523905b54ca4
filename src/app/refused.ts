/**
 * Something a person asked for that cannot be done, in words for that person: what, where, what to do.
 * `not found`: there is no such thing. `bad input`: what was given is wrong. `bad usage`: the command or address is.
 * `in the way`: another process or the state of the store prevents it.
 */
export class Refused extends Error {
  readonly kind: 'not found' | 'bad input' | 'bad usage' | 'in the way'
  constructor(kind: Refused['kind'], message: string) {
    super(message)
    this.name = 'Refused'
    this.kind = kind
  }
}
