import { type Decision, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import type { Sensitivity } from '../../core/definitions/field.ts'
import type { Verdict } from '../../store/access-tables.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findOpening, listOpened, listOpeningsWaiting, type Opening, reviewOpening } from '../../store/broken-glass.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { type Named, naming } from '../people/naming.ts'
import { Refused } from '../refused.ts'
import { about } from './about.ts'
import { auditTried } from './about-record.ts'
import { auditEntry } from './audited.ts'
import { protectedPerson } from './protected.ts'
import { everMay } from './roles.ts'
import { viewerOf } from './viewer.ts'

/** Somebody's record that was opened by breaking the glass, as whoever looks at it afterwards sees it. */
export type WaitingOpening = Opening & {
  /** Whose record. Somebody restricted stays unnamed here too. */
  readonly person: Named
  readonly opened: readonly string[]
  /** Nobody looks at what they did themselves. */
  readonly own: boolean
}

const MOST = 500

/**
 * The openings that wait to be looked at and are for this viewer to look at: of their teams' people, or of everybody's. That the list was read
 * is audited about each person on it.
 * @throws Refused for whoever never looks at openings
 */
export async function listOpenings(app: App, account: Account): Promise<readonly WaitingOpening[]> {
  if (!everMay(account, 'review openings'))
    throw new Refused('not allowed', 'Your role does not look at who opened records without leave.')
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const shown = await waitingFor(app, db, viewer)
    const same = await findSamePeople(
      db,
      shown.map(({ person }) => person.subject),
      app.clock.today,
    )
    await writeAudit(
      db,
      shown.map(({ opening, person, by }) =>
        auditEntry(app, account, viewer, {
          action: 'review openings',
          subject: person.subject,
          otherNumbers: same.numbers(person.subject).slice(1),
          decision: { may: 'yes', by },
          detail: `list of openings to be looked at: that of ${opening.accountName}`,
        }),
      ),
    )
    const name = naming(app, { db, viewer })
    return Promise.all(
      shown.map(async ({ opening, person }) => ({
        ...opening,
        person: await name(person.subject),
        opened: await listOpened(db, opening),
        own: opening.account === account.id,
      })),
    )
  })
}

/** How many wait for this viewer; none for whoever never looks at openings. */
export const countOpenings = (app: App, account: Account): Promise<number> =>
  everMay(account, 'review openings')
    ? inTransaction(app.store, async (db) => (await waitingFor(app, db, await viewerOf(app, db, account))).length)
    : Promise.resolve(0)

async function waitingFor(app: App, db: Db, viewer: Viewer) {
  const waiting = await listOpeningsWaiting(db, MOST)
  const decided = await Promise.all(
    waiting.map(async (opening) => {
      const person = await protectedPerson(app, db, opening.subject)
      const decision: Decision =
        person === undefined ? { may: 'not there' } : decide(viewer, 'review openings', person, keptAs(person))
      return decision.may === 'yes' && person !== undefined ? [{ opening, person, by: decision.by }] : []
    }),
  )
  return decided.flat()
}

/** That a sealed identity was opened is for those who keep adoptions. */
const keptAs = ({ sealed }: Protected): Sensitivity => (sealed ? 'adoption' : 'ordinary')

/**
 * Marks an opening as looked at, with what was found.
 * @throws Refused when it is not theirs to look at, is their own, has been looked at, or without a finding in words
 */
export async function finishReview(
  app: App,
  account: Account,
  id: number,
  { verdict, finding }: { readonly verdict: Verdict; readonly finding: string },
): Promise<void> {
  const { db } = app.store
  const opening = await findOpening(db, id)
  const person = opening === undefined ? undefined : await protectedPerson(app, db, opening.subject)
  if (opening === undefined || person === undefined) {
    await auditTried(app, account, { action: 'review openings', detail: `opening (number ${id})` })
    throw noOpening()
  }
  const asked = {
    action: 'review openings',
    people: [opening.subject],
    sensitivity: keptAs(person),
    detail: `opening by ${opening.accountName}: ${verdict}`,
  } as const
  const reviewed = about(app, account, asked, async (room) => {
    if (opening.account === account.id)
      throw new Refused('not allowed', 'You opened this record yourself: somebody else must look at it.')
    const words = finding.trim()
    if (words === '') throw new Refused('bad input', 'Say what you found.')
    const done = await reviewOpening(room.db, {
      opening: id,
      by: account.name,
      at: app.clock.now(),
      verdict,
      finding: words,
    })
    if (!done) throw new Refused('in the way', 'Somebody else has looked at this meanwhile.')
  })
  // Who never looks at openings, and for whom that person is not there, learns no more than of a number that is no opening's.
  await reviewed.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
    throw error.kind === 'not found' || !everMay(account, 'review openings') ? noOpening() : error
  })
}

const noOpening = () =>
  new Refused('not found', 'There is no opening of that number that waits to be looked at by you.')
