import type { AuditEntry } from '../../../src/store/audit.ts'
import type { AccountKey, Answer, PersonKey } from './expected.ts'
import type { SignedIn, World } from './world.ts'

/** What came back: how it was answered, and everything of it that the viewer gets to see, headers and all. */
export type Outcome = { readonly answer: Answer | 'fault'; readonly text: string }

/** One way to something about a person: an address of the server, a function of the app, a command. */
export type Way = {
  readonly name: string
  /** What the answer is to be, by the tables written by hand. */
  readonly expected: (account: AccountKey, person: PersonKey) => Outcome['answer']
  /** Goes that way, as somebody, about the person or record of a number. */
  readonly go: (world: World, who: SignedIn, number: number) => Promise<Outcome>
  /** The number that is asked about, where it is not the person's own. */
  readonly number?: (world: World, person: PersonKey) => number | Promise<number>
  /** The action that the audit has a row of; undefined where nothing about the person is asked, and nothing shown. */
  readonly action: AuditEntry['action'] | undefined
  /** Whom or what that row is about, where it is not the person. */
  readonly about?: (world: World, person: PersonKey) => number
  /** How the row is to say it was decided, where what is asked is done all the same. */
  readonly audited?: Way['expected']
  /** Whether everything that may be read is to be there, rather than only nothing that may not. */
  readonly showsAll?: true
  /** It goes on from a draft that the viewer began: of nobody there is none, to be answered alike. */
  readonly begunBefore?: true
  /** Takes back what else than new versions it wrote, before the next. */
  readonly undo?: (world: World) => Promise<unknown>
}

/** A way through a page: `route` is the server's own name for its address. */
export type Page = Way & { readonly route: string }
