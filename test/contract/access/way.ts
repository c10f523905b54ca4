import type { AuditEntry } from '../../../src/store/audit.ts'
import type { AccountKey, Answer, PersonKey } from './expected.ts'
import type { SignedIn, World } from './world.ts'

/** What came back: how it was answered, and everything of it that the viewer gets to see, headers and all. */
export type Outcome = { readonly answer: Answer | 'fault'; readonly text: string }

/** One way to something about a person: an address of the server, a function of the app, a command. */
export type Way = {
  readonly name: string
  /** What the answer is to be, by the tables written by hand. */
  readonly expected: (account: AccountKey, person: PersonKey) => Answer
  /** Goes that way, as somebody, about the person or record of a number. */
  readonly go: (world: World, who: SignedIn, number: number) => Promise<Outcome>
  /** The number that is asked about, where it is not the person's own. */
  readonly number?: (world: World, person: PersonKey) => number
  /** The action that the audit has a row of; undefined where nothing about the person is asked, and nothing shown. */
  readonly action: AuditEntry['action'] | undefined
  /** How the row is to say it was decided, where what is asked is done all the same. */
  readonly audited?: (account: AccountKey, person: PersonKey) => Answer
  /** Whether everything that may be read is to be there, rather than only nothing that may not. */
  readonly showsAll?: true
  /** Whether it changes something: then what it changed is undone before the next. */
  readonly writes?: true
}
