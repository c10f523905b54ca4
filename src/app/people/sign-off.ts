import { decide, type Viewer } from '../../core/access/decide.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import type { StoredVersion } from '../../store/records/find.ts'
import { addSignOff, findSignOffs, findUnsigned, type SignOff } from '../../store/records/sign-offs.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { findKept, type Kept } from '../access/kept.ts'
import { auditListed, listable } from '../access/listed.ts'
import { protectedPeople } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { enterRecord } from './concerned.ts'
import { naming } from './naming.ts'

/** How a record stands that a manager has to sign: the last version of it counts. */
export type Signing =
  | { readonly state: 'waiting' }
  | { readonly state: 'signed' | 'sent back'; readonly by: string; readonly at: Date; readonly words: string | null }

/** How a version stands; undefined where its type asks nobody to sign. */
export async function signingOf(db: Db, type: RecordType, latest: StoredVersion): Promise<Signing | undefined> {
  if (type.signedOffBy === undefined || latest.state !== 'recorded') return undefined
  const said = (await findSignOffs(db, [latest.sequence])).at(-1)
  if (said === undefined) return { state: 'waiting' }
  return { state: said.decision, by: said.decidedBy, at: said.decidedAt, words: said.words }
}

export type Saying = {
  readonly record: RecordId
  /** The sequence of the version that was read. */
  readonly version: number
  readonly decision: SignOff['decision']
  readonly words: string
}

/**
 * Signs a record, or sends it back with what is missing. It is about the version that was read: one that was written since has to be read
 * first. Nobody signs what they wrote themselves.
 * @throws Refused when they may not, or it is not the last version any more
 */
export async function signOff(app: App, account: Account, saying: Saying): Promise<void> {
  const { record, version, decision, words } = saying
  const asked = { action: 'sign off', record, detail: `${decision}:` } as const
  await enterRecord(app, account, asked, async ({ db }, { type, latest }) => {
    if (type.signedOffBy === undefined) throw new Refused('bad input', 'Nobody has to sign this.')
    const said = words.trim()
    if (decision === 'sent back' && said === '')
      throw new Refused('bad input', 'Say what is missing, so that it can be put right.')
    if (latest.recordedBy === account.name)
      throw new Refused('not allowed', 'You wrote this yourself. Another manager has to sign it.')
    if (latest.sequence !== version)
      throw new Refused(
        'in the way',
        'It was changed after you read it. Read it once more, then sign it or send it back.',
      )
    await addSignOff(db, {
      version,
      decision,
      words: said === '' ? null : said,
      account: account.id,
      decidedBy: account.name,
      decidedAt: app.clock.now(),
    })
  })
}

/** A record that waits to be signed, and whose it is. */
export type Waiting = {
  readonly record: RecordId
  readonly label: string
  readonly about: string
  readonly by: string
  readonly at: Date
}

/** What waits for a viewer; `isAll` is false where more waits than they are shown at once. */
export type WaitingFound = { readonly waiting: readonly Waiting[]; readonly isAll: boolean }

const MOST = 200

/**
 * What waits for the viewer to sign it, the oldest first: of people about whom they may, and not written by themselves. Whoever is named there is
 * audited.
 * @param most no more than so many at once: whoever has signed those sees the next
 */
export async function listWaiting(app: App, account: Account, most = MOST): Promise<WaitingFound> {
  const types = [...app.catalogue.records.values()].filter(({ signedOffBy }) => signedOffBy !== undefined)
  if (types.length === 0) return { waiting: [], isAll: true }
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const all = await signableIn(app, { db, viewer }, { types: types.map(({ key }) => key), notBy: account.name, most })
    const theirs = all.slice(0, most)
    const people = await listable(app, db, viewer, [...new Set(theirs.flatMap(({ owners }) => owners))])
    await auditListed(app, { db, viewer }, account, { action: 'list', detail: 'waiting for a signature' }, people)
    const name = naming(app, { db, viewer })
    const waiting = await Promise.all(
      theirs.map(async ({ record, type, latest, owners }): Promise<Waiting> => {
        const about = await Promise.all(owners.map(async (one) => (await name(one)).label))
        return { record, label: type.label, about: about.join(', '), by: latest.recordedBy, at: latest.recordedAt }
      }),
    )
    return { waiting, isAll: all.length === theirs.length }
  })
}

/** Read at once: what waits for others is among them. */
const LOT = 500

/** What the viewer may sign, the oldest first, and one more than is shown, if there are so many. */
async function signableIn(
  app: App,
  room: { readonly db: Db; readonly viewer: Viewer },
  { most, ...asked }: { readonly types: readonly string[]; readonly notBy: string; readonly most: number },
): Promise<readonly Kept[]> {
  const theirs: Kept[] = []
  let after = 0
  while (theirs.length <= most) {
    const lot = await findUnsigned(room.db, { ...asked, after, most: LOT })
    const kept = await Promise.all(lot.map(({ record }) => findKept(app, room.db, record)))
    theirs.push(
      ...(await signable(
        app,
        room,
        kept.filter((one) => one !== undefined),
      )),
    )
    const last = lot.at(-1)
    if (last === undefined || lot.length < LOT) break
    after = last.version
  }
  return theirs
}

/** Those that the viewer may sign, about each of the people whose records they are. */
async function signable(
  app: App,
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  all: readonly Kept[],
): Promise<readonly Kept[]> {
  const people = await protectedPeople(app, db, [...new Set(all.flatMap(({ owners }) => owners))])
  const may = ({ sensitivity }: RecordType, subject: SubjectId): boolean => {
    const person = people.get(subject)
    return person !== undefined && decide(viewer, 'sign off', person, sensitivity).may === 'yes'
  }
  return all.filter(({ type, owners }) => owners.length > 0 && owners.every((owner) => may(type, owner)))
}
