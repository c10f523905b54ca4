import type { FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { isDocumentField } from '../../../app/documents/named.ts'
import { takeFile } from '../../../app/documents/take.ts'
import type { Begun } from '../../../app/people/choices.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { filesOf } from '../../multipart.ts'
import type { Who } from '../../session.ts'

type Sent = { readonly type: RecordType; readonly begun: Begun; readonly typed: Typed }

/**
 * Takes the files that came with a form: its document fields then name what is kept. A file that is not taken is a fault of its field, which keeps what it
 * had before.
 */
export async function takeFiles(
  app: App,
  who: Who,
  request: FastifyRequest,
  { type, begun, typed }: Sent,
): Promise<{ readonly typed: Typed; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = []
  const taken = new Map<string, readonly string[]>()
  for (const file of filesOf(request).filter(({ field }) => isDocumentField(type.fields, field))) {
    const answer =
      begun?.kind === 'person'
        ? await takeFile(app, who.account, { subject: begun.subject, type }, file)
        : { problem: 'A file can be added only to the record of a person.' }
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
