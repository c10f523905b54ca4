import type { DocumentId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { cleanFileName } from '../../formats/documents/file-name.ts'
import { judgeFile } from '../../formats/documents/judge-file.ts'
import type { Account } from '../../store/accounts.ts'
import { addDocument, dropUnheld } from '../../store/records/documents.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { sizeText } from './largest-file.ts'

/** A file as somebody sent it. `too large`: it had more bytes than are taken, and they were thrown away as they came. */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array | 'too large' }

/** Where a file is to stand: on whose page it was added, to a record of which type. */
type For = { readonly subject: SubjectId; readonly type: RecordType }

const DAY = 86_400_000

/**
 * Takes a file that is meant for a record, and keeps it until it is on one: for a day, or as long as the draft that names it. A file that is
 * not taken is told, in words for whoever chose it, and nothing of it is kept.
 * @throws Refused when they may not record about the person
 */
export async function takeFile(
  app: App,
  account: Account,
  { subject, type }: For,
  { name, bytes }: SentFile,
): Promise<{ readonly id: DocumentId } | { readonly problem: string }> {
  const clean = cleanFileName(name)
  if (bytes === 'too large') return { problem: `“${clean}” is larger than ${sizeText(app.largestFile)}. ${SMALLER}` }
  const judged = judgeFile(clean, bytes)
  if ('problem' in judged) return judged
  const detail = `file added for ${type.label.toLowerCase()}`
  const asked = { action: 'record', people: [subject], sensitivity: type.sensitivity, detail } as const
  return about(app, account, asked, async ({ db }) => {
    const now = app.clock.now()
    await dropUnheld(db, new Date(now.getTime() - DAY))
    const id = await addDocument(db, {
      account: account.id,
      addedBy: account.name,
      addedAt: now,
      subject,
      name: clean,
      mediaType: judged.type.mediaType,
      bytes,
    })
    return { id }
  })
}

const SMALLER = 'Scan it again in black and white or with fewer dots to the inch, or add it in parts.'

export { endingsTaken, kindsTaken } from '../../formats/documents/judge-file.ts'
