import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findLooks } from '../../store/audit.ts'
import type { StoredVersion } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { pagesOfPerson } from './pages.ts'
import type { RecordRead } from './read.ts'

/** What others have put on a record since the viewer last looked; `since` is null when they never had. */
export type News = {
  readonly since: Date | null
  /** The latest first. `corrected`: it was there before, and says something else now. */
  readonly items: readonly {
    readonly record: RecordRead
    readonly at: Date
    readonly by: string
    readonly corrected: boolean
  }[]
}

/** Looks that are not so far apart are one: whoever turns the pages of a record has not been away. */
const SITTING = 3_600_000

type Read = {
  readonly subject: SubjectId
  readonly records: readonly RecordRead[]
  readonly versions: readonly StoredVersion[]
}

/** What is new to a viewer, by the log of when they looked and the versions of what they may read. */
export async function newsSince(app: App, { db }: Room, account: Account, read: Read): Promise<News> {
  const pages = Object.values(pagesOfPerson)
  const since = before(app.clock.now(), await findLooks(db, { account: account.id, subject: read.subject, pages }))
  if (since === null) return { since, items: [] }
  const firsts = new Map(read.versions.toReversed().map((version) => [version.record, version.sequence] as const))
  const latest = new Map(read.versions.map((version) => [version.sequence, version] as const))
  const items = read.records.flatMap((record) => {
    const version = latest.get(record.sequence)
    if (version === undefined || version.recordedAt <= since || version.recordedBy === account.name) return []
    const corrected = firsts.get(record.record) !== record.sequence
    return version.restates === null ? [{ record, at: version.recordedAt, by: version.recordedBy, corrected }] : []
  })
  return { since, items: items.toSorted((a, b) => b.at.getTime() - a.at.getTime()) }
}

/** The last look of the sitting before this one; null when there was none. */
function before(now: Date, looks: readonly Date[]): Date | null {
  let next = now.getTime()
  for (const look of looks) {
    if (next - look.getTime() > SITTING) return look
    next = look.getTime()
  }
  return null
}
