import { ownersOf } from '../../core/access/of-record.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import type { StoredVersion } from '../../store/records/find.ts'
import { aboutRecord } from '../access/about-record.ts'
import { openTo } from '../access/open.ts'
import type { App } from '../app.ts'
import { type Named, naming, subjectsIn } from './naming.ts'
import { outlineOf, shownContent } from './shown.ts'

/** A record with all its versions, oldest first; what the viewer may not read is null in each of them. */
export type VersionsRead = {
  readonly type: RecordType
  readonly versions: readonly StoredVersion[]
  readonly names: ReadonlyMap<SubjectId, Named>
  /** One of those whose record it is, whom the viewer may read about. */
  readonly subject: SubjectId
}

/**
 * All versions of a record, for those to whom it is open as it is now (or who may correct it, where that is what they want). Of a version that
 * was about somebody whose record is closed to them they see no more than an outline.
 * @throws Refused when there is no such record for the viewer
 */
export const readVersions = (
  app: App,
  account: Account,
  record: RecordId,
  action: 'read' | 'correct' = 'read',
): Promise<VersionsRead> =>
  aboutRecord(
    app,
    account,
    { action, record, detail: action === 'read' ? 'versions of' : 'form to correct' },
    async (room, kept) => {
      const { type, versions, owners } = kept
      const ownersThen = versions.map(({ content }) => ownersOf(type, content))
      const isOpen = await openTo(app, room, [...owners, ...ownersThen.flat()])
      const open = ownersThen.map((then) => isOpen(type, then))
      const name = naming(app, room)
      const subjects = [...new Set([...owners, ...versions.flatMap(({ content }) => subjectsIn(type, content))])]
      const names = await Promise.all(subjects.map(async (subject) => [subject, await name(subject)] as const))
      const shown = versions.map((version, at) => ({
        ...version,
        content: (open[at] ? shownContent : outlineOf)(app, room, type, version.content).content,
        // Why something was corrected may say what it said.
        reason: open[at] && (open[at - 1] ?? true) ? version.reason : null,
      }))
      const subject = owners.find((owner) => isOpen(type, [owner])) ?? owners[0]
      if (subject === undefined) throw new Error(`Record ${record} is nobody's`)
      return { type, versions: shown, names: new Map(names), subject }
    },
  )
