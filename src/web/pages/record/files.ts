import type { FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { labelOf } from '../../../app/documents/label.ts'
import { filesOfForm, isDocumentField } from '../../../app/documents/named.ts'
import { takeFile } from '../../../app/documents/take.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { filesOf } from '../../multipart.ts'
import type { Who } from '../../session.ts'
import type { FilesShown } from './file-question.ts'
import type { OpenForm } from './open-form.ts'

/** The files that a form may show: those that whoever sent it added, and those that the record has. */
export async function filesShown(app: App, who: Who, { type, typed, correcting }: OpenForm): Promise<FilesShown> {
  const files = await filesOfForm(app, who.account, { type, typed, record: correcting?.record })
  const labels = new Map([...files].map(([id, file]) => [id, labelOf(file)] as const))
  return { labels, largest: app.largestFile }
}

type Sent = { readonly type: RecordType; readonly subject: SubjectId; readonly typed: Typed }

/**
 * Takes the files that came with a form: its document fields then name what is kept. A file that is not taken is a fault of its field, which keeps what it
 * had before.
 */
export async function takeFiles(
  app: App,
  who: Who,
  request: FastifyRequest,
  { type, subject, typed }: Sent,
): Promise<{ readonly typed: Typed; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = []
  const taken = new Map<string, readonly string[]>()
  for (const file of filesOf(request).filter(({ field }) => isDocumentField(type.fields, field))) {
    const answer = await takeFile(app, who.account, { subject, type }, file)
    if ('problem' in answer) faults.push({ field: file.field, message: answer.problem })
    else taken.set(file.field, [String(answer.id)])
  }
  return { typed: { ...withoutThoseTakenOut(type, typed), ...Object.fromEntries(taken) }, faults }
}

/** A document that is ticked to be left out is named no longer. */
function withoutThoseTakenOut({ fields }: RecordType, typed: Typed): Typed {
  const isTakenOut = (name: string) => isDocumentField(fields, name) && typed[`${name}.out`]?.[0] === 'yes'
  const isTick = (name: string) => name.endsWith('.out') && isDocumentField(fields, name.slice(0, -'.out'.length))
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !isTakenOut(name) && !isTick(name)))
}
