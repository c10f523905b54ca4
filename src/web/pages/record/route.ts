import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { labelOf } from '../../../app/documents/label.ts'
import { filesOfForm } from '../../../app/documents/named.ts'
import { choicesFor } from '../../../app/people/choices.ts'
import { dropDraft, getDraft, keepDraft, type Typed } from '../../../app/people/drafts.ts'
import { keptNumbers } from '../../../app/people/kept-number.ts'
import { readVersions } from '../../../app/people/versions.ts'
import { correct, EditConflict, writeNew } from '../../../app/people/write.ts'
import { Refused } from '../../../app/refused.ts'
import type { RecordId, SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { all, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { takeFiles } from './files.ts'
import { questions, typedOf } from './form.ts'
import { parseForm } from './parse.ts'
import { versionsView } from './versions.ts'

/** Writing on the record: a new record by its type's form, kept as a draft until it goes on; one record with its versions; correcting it. */
export const recordPages: Routes = (server, app, render) => {
  const show = async (reply: FastifyReply, who: Who, form: Form, code = 200) =>
    reply
      .code(code)
      .type('text/html; charset=utf-8')
      .send(render('pages/record/form.njk', await formView(app, who, form)))

  server.get(
    '/people/:subject/record/:type',
    signedIn(app, render, async (request, reply, who) => {
      const about = { subject: await personIn(app, request), type: typeIn(app, request) }
      const id = numberIn(first(request, 'draft'))
      const draft = id === undefined ? undefined : await getDraft(app, who.account, id, about)
      const typed = draft?.typed ?? { ...startOf(about.type, about.subject), ...linksOf(about.type, request) }
      return show(reply, who, {
        ...about,
        typed,
        faults: [],
        draft: draft?.id,
        conflict: undefined,
        correcting: undefined,
      })
    }),
  )

  server.post(
    '/people/:subject/record/:type',
    signedIn(app, render, async (request, reply, who) => {
      const about = { subject: await personIn(app, request), type: typeIn(app, request) }
      const sent = typedIn(formOf(request, who))
      const id = numberIn(sent['draft']?.[0])
      // Saved before anything is checked: whatever is wrong with it, nobody's work is lost.
      const draft = await keepDraft(app, who.account, { ...about, id, typed: sent })
      const { typed, faults: unfit } = await takeFiles(app, who, request, { ...about, typed: sent })
      await keepDraft(app, who.account, { ...about, typed, id: draft })
      if (typed['do']?.[0] !== 'put' && unfit.length === 0)
        return reply.redirect(`/people/${about.subject}/record/${about.type.key}?draft=${draft}`, 303)
      const parsed = parseForm(about.type, typed)
      const faults = [...unfit, ...parsed.faults]
      const written = faults.length > 0 ? { faults } : await writeNew(app, who.account, about.type, parsed.content)
      if ('faults' in written)
        return show(
          reply,
          who,
          { ...about, typed, faults: written.faults, draft, conflict: undefined, correcting: undefined },
          400,
        )
      await dropDraft(app, who.account, draft, about)
      return reply.redirect(`/records/${written.record}`, 303)
    }),
  )

  server.get(
    '/records/:record',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const read = await readVersions(app, who.account, record)
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/record/versions.njk', versionsView(read, record, who)))
    }),
  )

  server.get(
    '/records/:record/correct',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const { type, versions, subject } = await readVersions(app, who.account, record, 'correct')
      const latest = versions.at(-1)
      if (latest === undefined || latest.state !== 'recorded')
        throw new Refused('not found', 'The content of this record was removed.')
      return show(reply, who, {
        type,
        subject,
        typed: typedOf(type, latest.content),
        faults: [],
        draft: undefined,
        conflict: undefined,
        correcting: { record, basedOn: latest.sequence },
      })
    }),
  )

  server.post(
    '/records/:record/correct',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const sent = typedIn(formOf(request, who))
      const { type, subject } = await readVersions(app, who.account, record, 'correct')
      const { typed, faults: unfit } = await takeFiles(app, who, request, { type, subject, typed: sent })
      const basedOn = numberIn(typed['basedOn']?.[0]) ?? 0
      const form = { type, subject, typed, draft: undefined, conflict: undefined, correcting: { record, basedOn } }
      const { content, faults } = parseForm(type, typed)
      if (unfit.length + faults.length > 0) return show(reply, who, { ...form, faults: [...unfit, ...faults] }, 400)
      try {
        const written = await correct(app, who.account, {
          record,
          basedOn,
          reason: typed['reason']?.[0] ?? '',
          content,
        })
        if ('faults' in written) return show(reply, who, { ...form, faults: written.faults }, 400)
        return reply.redirect(`/records/${record}`, 303)
      } catch (error) {
        if (!(error instanceof EditConflict)) throw error
        return show(reply, who, { ...form, faults: [], conflict: error.version.recordedBy }, 409)
      }
    }),
  )
}

type Form = {
  readonly type: RecordType
  readonly subject: SubjectId
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly draft: number | undefined
  readonly conflict: string | undefined
  readonly correcting: { readonly record: RecordId; readonly basedOn: number } | undefined
}

async function formView(app: App, who: Who, form: Form) {
  const { type, subject, typed, faults, draft, conflict, correcting } = form
  const choices = await choicesFor(app, who.account, subject, type)
  const files = await filesOfForm(app, who.account, { type, typed, record: correcting?.record })
  const labels = new Map([...files].map(([id, file]) => [id, labelOf(file)] as const))
  const asked = questions(type, {
    typed,
    faults,
    choices,
    today: app.clock.today,
    files: { labels, largest: app.largestFile },
  })
  const label = type.label.toLowerCase()
  return {
    page: {
      title: correcting ? `Correct: ${label}` : `Record: ${label}`,
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: correcting ? `Correct a record: ${label}` : `Record: ${label}`,
    form: who.form,
    action: correcting ? `/records/${correcting.record}/correct` : `/people/${subject}/record/${type.key}`,
    back: correcting ? `/records/${correcting.record}` : `/people/${subject}`,
    draft,
    conflict,
    correcting,
    reason: typed['reason']?.[0] ?? '',
    faults: faults.map(({ field, message }) => ({ href: `#${field.split('.')[0]}`, message })),
    reasonError: faults.find(({ field }) => field === 'reason')?.message,
    questions: asked,
    links: Object.keys(type.links).flatMap((name) => (typed[name] ?? []).map((value) => ({ name, value }))),
    hasFiles: asked.some(
      ({ control, rows }) => control === 'file' || rows.flat().some((one) => one.control === 'file'),
    ),
  }
}

/** A new form already says whom it is about, in the first role that a person can have. */
function startOf(type: RecordType, subject: SubjectId): Typed {
  const role = Object.entries(type.subjects).find(([, { kind }]) => kind === 'person')?.[0]
  return role === undefined ? {} : { [role]: [String(subject)] }
}

/** The records that a new one follows from, where the page that led here names them: `?document=17`. */
const linksOf = (type: RecordType, request: FastifyRequest): Typed =>
  Object.fromEntries(Object.keys(type.links).map((name) => [name, all(request, name)] as const))

/** Everything that was typed; the form's own token is not part of it. */
const typedIn = (fields: ReadonlyMap<string, readonly string[]>): Typed =>
  Object.fromEntries([...fields].filter(([name]) => name !== 'form'))

/** Whoever was recorded twice is written about under the number that was kept. */
async function personIn(app: App, request: FastifyRequest): Promise<SubjectId> {
  const subject = subjectIn(pathPart(request, 'subject'))
  return (await keptNumbers(app, [subject]))(subject)
}

function typeIn(app: App, request: FastifyRequest): RecordType {
  const type = app.catalogue.records.get(pathPart(request, 'type'))
  if (type === undefined) throw new Refused('not found', 'There is no such kind of record.')
  return type
}

function recordIn(request: FastifyRequest): RecordId {
  const number = numberIn(pathPart(request, 'record'))
  if (number === undefined) throw new Refused('not found', 'There is no record of that number.')
  return number as RecordId
}

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
