import type { FastifyReply } from 'fastify'
import type { App } from '../../../app/app.ts'
import { choicesFor } from '../../../app/people/choices.ts'
import { type DraftOf, keepDraft, type OwnDraft, type Typed } from '../../../app/people/drafts.ts'
import { readVersions, type VersionsRead } from '../../../app/people/versions.ts'
import { correct, EditConflict, REASON } from '../../../app/people/write.ts'
import { Refused } from '../../../app/refused.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import type { Content } from '../../../core/record/content.ts'
import { first } from '../../query.ts'
import type { Render, Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { conflictView, merged } from './conflict.ts'
import { filesShown } from './files.ts'
import { formView } from './form-view.ts'
import { draftAsked, draftOf, html, keep, numberIn, read } from './keep.ts'
import { chosenIn } from './new-record.ts'
import { draftAddress, type OpenForm } from './open-form.ts'
import { recordIn } from './read-record.ts'
import { typedOf } from './typed.ts'

/** Correcting a record: by the same form, as a draft until it goes on the record; and what to do when two people did so at once. */
export const correctPages: Routes = (server, app, render) => {
  server.get(
    '/records/:record/correct',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const versions = await readVersions(app, who.account, record, 'correct')
      const { draft, step } = await draftAsked(app, who, request, draftFor(versions, record))
      const open = opened(versions, record, { draft, step })
      if (open.correcting !== undefined && open.correcting.basedOn !== newest(versions))
        return showConflict(render, reply, who, { open, record, versions })
      const together = first(request, 'merged') === undefined ? {} : { notice: TOGETHER }
      return showForm(app, render, reply, who, { ...open, ...together })
    }),
  )

  server.post(
    '/records/:record/correct',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const versions = await readVersions(app, who.account, record, 'correct')
      const said = numberIn(formOf(request, who).get('basedOn')?.[0])
      const basedOn = versions.versions.find(({ sequence }) => sequence === said)?.sequence ?? NO_VERSION
      const form = { type: versions.type, begun: begunOn(versions), correcting: { record, basedOn } }
      const { open, leads } = await keep(app, who, request, form)
      if (open.faults.length > 0) return showForm(app, render, reply, who, open, 400)
      if (leads !== undefined) return reply.redirect(leads, 303)
      return put(app, render, reply, who, open, record)
    }),
  )

  server.post(
    '/records/:record/correct/merge',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const versions = await readVersions(app, who.account, record, 'correct')
      const sent = formOf(request, who)
      const of = draftFor(versions, record)
      const { draft } = await draftAsked(app, who, request, of)
      if (draft === undefined) throw new Refused('not found', 'There is no draft of that number.')
      const open = opened(versions, record, { draft, step: 1 })
      const { typed, faults } = merged({ open, versions }, sent)
      // Somebody has changed it once more meanwhile, or something was left undecided: the choices are made again.
      if (faults.length > 0 || numberIn(sent.get('theirs')?.[0]) !== newest(versions))
        return showConflict(render, reply, who, { open, record, versions, faults, sent })
      await keepDraft(app, who.account, { ...of, id: draft.id, basedOn: newest(versions), typed })
      return reply.redirect(`${draftAddress({ ...open, draft: draft.id })}&merged=yes`, 303)
    }),
  )
}

/** What no version of the record is: a correction of it meets whatever there is. */
const NO_VERSION = 0

const TOGETHER = 'What you chose is in the form. Look at it once more, then put it on the record.'

/** The version that a correction now has to be based on. */
function newest({ versions }: VersionsRead): number {
  const latest = versions.at(-1)
  if (latest === undefined || latest.state !== 'recorded')
    throw new Refused('not found', 'The content of this record was removed, so it cannot be corrected.')
  return latest.sequence
}

const begunOn = ({ kind, subject }: VersionsRead) => ({ kind, subject })

const draftFor = (read: VersionsRead, record: RecordId): DraftOf =>
  draftOf({ type: read.type, begun: begunOn(read), correcting: { record, basedOn: 0 } })

type Going = { readonly draft: OwnDraft | undefined; readonly step: number }

function opened(read: VersionsRead, record: RecordId, { draft, step }: Going): OpenForm {
  const basedOn = draft?.basedOn ?? newest(read)
  const content = read.versions.find(({ sequence }) => sequence === newest(read))?.content
  const typed = draft?.typed ?? (content === undefined ? {} : typedOf(read.type, content))
  return { type: read.type, begun: begunOn(read), typed, draft, correcting: { record, basedOn }, step, faults: [] }
}

async function put(app: App, render: Render, reply: FastifyReply, who: Who, open: OpenForm, record: RecordId) {
  const { content: parsed, faults } = read(app, open)
  const content = withUntouched(open, parsed, await baseOf(app, who, open))
  const reason = open.typed[REASON]?.[0] ?? ''
  if (faults.length > 0) return showForm(app, render, reply, who, { ...open, faults }, 400)
  try {
    const basedOn = open.correcting?.basedOn ?? 0
    const draft = open.draft?.id
    const correction = { record, basedOn, reason, content, ...(draft === undefined ? {} : { draft }) }
    const written = await correct(app, who.account, correction)
    if ('faults' in written) return showForm(app, render, reply, who, { ...open, ...written }, 400)
    return reply.redirect(`/records/${record}`, 303)
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error
    return showConflict(render, reply, who, { open, record, versions: await readVersions(app, who.account, record) })
  }
}

/** The version that was in the form at first. */
async function baseOf(app: App, who: Who, { correcting }: OpenForm): Promise<Content | undefined> {
  if (correcting === undefined) return undefined
  const { versions } = await readVersions(app, who.account, correcting.record)
  return versions.find(({ sequence }) => sequence === correcting.basedOn)?.content
}

/**
 * What was not touched in the form stays as it was, exactly: a form shows less than a record can hold, such as which of the two hours it was in
 * the night in which the clocks go back.
 */
function withUntouched({ type, typed }: OpenForm, parsed: Content, base: Content | undefined): Content {
  if (base === undefined) return parsed
  const before = typedOf(type, base)
  const untouched = Object.keys(type.fields).filter(
    (name) => JSON.stringify(partsOf(typed, name)) === JSON.stringify(partsOf(before, name)),
  )
  const kept = untouched.map((name) => [name, base.fields[name] ?? null] as const)
  return { ...parsed, fields: { ...parsed.fields, ...Object.fromEntries(kept) } }
}

/** Everything that was typed for a field, as far as it says something. */
const partsOf = (typed: Typed, name: string) =>
  Object.entries(typed)
    .filter(([key, given]) => (key === name || key.startsWith(`${name}.`)) && given.some((one) => one.trim() !== ''))
    .map(([key, given]) => [key, given.map((one) => one.replace(/\r\n/g, '\n').trim())])
    .toSorted()

async function showForm(app: App, render: Render, reply: FastifyReply, who: Who, open: OpenForm, code = 200) {
  const choices = await choicesFor(app, who.account, open.begun, open.type, chosenIn(open.type, open.typed))
  return html(
    reply,
    render('pages/record/form.njk', formView(app, who, open, { choices, files: await filesShown(app, who, open) })),
    code,
  )
}

type Conflict = Parameters<typeof conflictView>[0]

/** 409: what was sent is based on what is no longer so. */
const showConflict = (render: Render, reply: FastifyReply, who: Who, conflict: Conflict) =>
  html(reply, render('pages/record/conflict.njk', conflictView(conflict, who)), 409)
