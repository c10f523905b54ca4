import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { type DraftOf, dropDraft, findOwnDraft, getDraft, keepDraft, type Typed } from '../../../app/people/drafts.ts'
import { GONE } from '../../../app/people/write.ts'
import type { Fields } from '../../../core/definitions/field.ts'
import type { Content } from '../../../core/record/content.ts'
import { type Fault, validate } from '../../../core/record/validate.ts'
import { first } from '../../query.ts'
import { formOf, type Who } from '../../session.ts'
import { takeFiles } from './files.ts'
import { type Doing, doingOf, draftAddress, type OpenForm, STEP, settled, typedIn } from './open-form.ts'
import { parseForm } from './parse.ts'
import { addRow, takeRow, withoutEmptyRows } from './rows.ts'

/**
 * A form that was sent: saved as a draft whatever is wrong with it, and where its button leads; nowhere else when it is to go on the record.
 * What was sent from a draft that is no longer there is a draft of its own now, and goes nowhere until it has been looked at.
 */
export type Kept = { readonly open: OpenForm; readonly leads: string | undefined }

/**
 * Saves what was sent before anything is checked, so that nobody's work is lost, and does what the button says: another row, a search, the
 * next step.
 */
export async function keep(
  app: App,
  who: Who,
  request: FastifyRequest,
  form: Pick<OpenForm, 'type' | 'begun' | 'correcting'>,
): Promise<Kept> {
  const sent = formOf(request, who)
  const of = draftOf(form)
  const asked = numberIn(sent.get('draft')?.[0])
  const before = asked === undefined ? undefined : await findOwnDraft(app, who.account, asked, of)
  const doing = doingOf(sent.get('do')?.[0])
  const said = typedIn(form.type, sent, before?.typed)
  const sentNow = { ...said, ...settled(form, said) }
  const typed = turned(form.type.fields, sentNow, doing)
  // A form that somebody forged says of no version that it read it.
  const saving = { ...of, ...(form.correcting?.basedOn ? { basedOn: form.correcting.basedOn } : {}), typed }
  const id = await keepDraft(app, who.account, { ...saving, id: before?.id })
  const files = await withFiles(app, who, request, form, typed)
  if (files.typed !== typed) await keepDraft(app, who.account, { ...saving, typed: files.typed, id })
  const draft = { id, savedAt: app.clock.now() }
  const step = Number(sent.get(STEP)?.[0] ?? 1)
  const gone = asked !== undefined && before === undefined && doing.do === 'put' ? GONE.faults : []
  const open: OpenForm = { ...form, typed: files.typed, draft, step, faults: [...gone, ...files.faults] }
  if (doing.do === 'drop') {
    await dropDraft(app, who.account, id, of)
    return { open, leads: beforeForm(open) }
  }
  return { open, leads: leadsTo(open, id, doing) }
}

/** The files that came along, kept, and named in what was typed; each that is not taken is a fault of its question. */
async function withFiles(
  app: App,
  who: Who,
  request: FastifyRequest,
  { type, begun }: Pick<OpenForm, 'type' | 'begun'>,
  typed: Typed,
): Promise<{ readonly typed: Typed; readonly faults: readonly Fault[] }> {
  const asksForFiles = Object.values(type.fields).some(({ kind }) => kind === 'document' || kind === 'group')
  if (!asksForFiles || begun?.kind !== 'person') return { typed, faults: [] }
  return takeFiles(app, who, request, { type, subject: begun.subject, typed })
}

/** As what the draft of a form is kept. */
export const draftOf = ({ type, begun, correcting }: Pick<OpenForm, 'type' | 'begun' | 'correcting'>): DraftOf => ({
  type,
  subject: begun?.subject ?? null,
  record: correcting?.record,
})

/** What was typed, with one more row or one less of a group where that was asked. */
export function turned(fields: Fields, typed: Typed, doing: Doing): Typed {
  if (doing.do === 'add') return addRow(typed, doing.name)
  if (doing.do === 'take') return takeRow(typed, doing.name, doing.row)
  return doing.do === 'put' ? withoutEmptyRows(fields, typed) : typed
}

function leadsTo(open: OpenForm, draft: number, doing: Doing): string | undefined {
  const { step } = open
  switch (doing.do) {
    case 'put':
      return undefined
    case 'find':
      return `/drafts/${draft}/choose/${encodeURIComponent(doing.name)}`
    case 'add':
    case 'take':
      return draftAddress({ ...open, draft, step }, doing.name)
    case 'step':
      return draftAddress({ ...open, draft, step: doing.step })
    case 'save':
    case 'drop':
      return draftAddress({ ...open, draft, step })
  }
}

/** The page from which a form was begun. */
function beforeForm({ begun, correcting }: OpenForm): string {
  if (correcting !== undefined) return `/records/${correcting.record}`
  return begun === undefined ? '/people' : `/${begun.kind === 'person' ? 'people' : 'things'}/${begun.subject}`
}

/** What was typed as a record, with everything that is wrong with it at once; where something cannot be read, nothing more is said about it. */
export function read(app: App, { type, typed }: OpenForm): { content: Content; faults: readonly Fault[] } {
  const { content, faults } = parseForm(type, typed)
  const unread = new Set(faults.map(({ field }) => field))
  return {
    content,
    faults: [...faults, ...validate(type, content, app.clock.today).filter(({ field }) => !unread.has(field))],
  }
}

/** The draft of a form that an address asks for, and the step. */
export async function draftAsked(app: App, who: Who, request: FastifyRequest, of: DraftOf) {
  const id = numberIn(first(request, 'draft'))
  const draft = id === undefined ? undefined : await getDraft(app, who.account, id, of)
  return { draft, step: numberIn(first(request, 'step')) ?? 1 }
}

export const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined

export const html = (reply: FastifyReply, page: string, code = 200) =>
  reply.code(code).type('text/html; charset=utf-8').send(page)
