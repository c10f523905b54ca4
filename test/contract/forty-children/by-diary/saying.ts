/** What somebody is in, group by group, with the words of each. */
export type Saying = Map<string, ReadonlySet<string>>
/** Undefined: not known. */
export type Answer = boolean | undefined
/** The days of a month; `last` is its last. */
export type Month = { readonly first: string; readonly last: string }

export const words = (...given: readonly (string | false)[]): ReadonlySet<string> =>
  new Set(given.filter((one): one is string => one !== false))

export const maybe = (word: string, answer: Answer): string | false =>
  answer === undefined ? `${word}?` : answer && word

/** One no is enough for no; without one, what is not known leaves it open. */
export const every = (...answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true

export function say(said: Saying, group: string, is: Answer, given: ReadonlySet<string> = words()): void {
  if (is === false) return
  const [, name = '', about = ''] = /^(.*?)(, unaccompanied)?$/.exec(group) ?? []
  said.set(is === undefined ? `${name}?${about}` : group, given)
}

export const andUnaccompanied = (group: string, is: boolean): string => (is ? `${group}, unaccompanied` : group)

/** Whether something held on a day: begun, and not ended. */
export const holds = ({ since, until }: { readonly since: string; readonly until: string }, day: string): boolean =>
  since <= day && (until === '' || until > day)

export const within = (day: string, first: string, last: string): boolean => first <= day && day <= last
