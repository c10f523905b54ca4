import type { FastifyReply, FastifyRequest } from 'fastify'
import { mayStillRead } from '../../../app/access/may-find.ts'
import type { App } from '../../../app/app.ts'
import { ALLOCATION } from '../../../app/people/allocations.ts'
import { type Begun, choicesFor } from '../../../app/people/choices.ts'
import { begunOf, fillIn, type Typed } from '../../../app/people/drafts.ts'
import { keptNumbers } from '../../../app/people/kept-number.ts'
import { writeNewThing } from '../../../app/people/new-thing.ts'
import { describingType } from '../../../app/people/things.ts'
import { writeNew } from '../../../app/people/write.ts'
import { Refused } from '../../../app/refused.ts'
import type { RecordId, SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import { pathPart } from '../../query.ts'
import type { Render, Routes } from '../../render.ts'
import { signedIn, type Who } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { filesShown } from './files.ts'
import { formView } from './form-view.ts'
import { draftAsked, draftOf, html, keep, numberIn, read } from './keep.ts'
import { followedIn, madeFor, type OpenForm } from './open-form.ts'
import { startOf } from './start.ts'

/** The forms of new records: about a person, about a household or place, and of a household or place itself. */
export const newRecordPages: Routes = (server, app, render) => {
  const show = signedIn(app, render, async (request, reply, who) => {
    const { type, begun } = await placeIn(app, request)
    const { draft, step } = await draftAsked(app, who, request, draftOf({ type, begun, correcting: undefined }))
    const typed = draft?.typed ?? (await startOf(app, who, request, { type, begun }))
    const open = { type, begun, typed, draft, correcting: undefined, step, faults: [] }
    return showForm(app, render, reply, who, open)
  })
  const send = signedIn(app, render, async (request, reply, who) => {
    const place = await placeIn(app, request)
    // Whoever may not write here is told so, but only once what they wrote is saved.
    const { open, leads } = await keep(app, who, request, { ...place, correcting: undefined })
    if (open.faults.length > 0) return showForm(app, render, reply, who, open, 400)
    if (leads !== undefined) return reply.redirect(leads, 303)
    return put(app, render, reply, who, open)
  })
  for (const path of ['/people/:subject/record/:type', '/things/:subject/record/:type', '/things/new/:type']) {
    server.get(path, show)
    server.post(path, send)
  }
}

async function put(app: App, render: Render, reply: FastifyReply, who: Who, open: OpenForm) {
  const { content, faults } = read(app, { ...open, typed: open.begun ? open.typed : withOwnRole(open) })
  const id = open.draft?.id
  if (open.begun === undefined) {
    const made = faults.length > 0 ? { faults } : await writeNewThing(app, who.account, open.type, content, id)
    if ('faults' in made) return showForm(app, render, reply, who, { ...open, ...made }, 400)
    return reply.redirect(await afterMaking(app, who, open.typed, made.subject), 303)
  }
  const instead = followedIn(open.typed)
  const beside = { ...(id === undefined ? {} : { draft: id }), ...(instead === undefined ? {} : { instead }) }
  const written = faults.length > 0 ? { faults } : await writeNew(app, who.account, open.type, content, beside)
  if ('faults' in written) return showForm(app, render, reply, who, { ...open, ...written }, 400)
  return reply.redirect(await afterWriting(app, who, open, written.record), 303)
}

/** The record itself; to hand over or restrict may mean that one cannot open it any more, which is then said. */
async function afterWriting(app: App, who: Who, { begun, type }: OpenForm, record: RecordId): Promise<string> {
  const own = begun?.kind === 'person' ? begun.subject : undefined
  if (own !== undefined && !(await mayStillRead(app, who.account, own))) return '/done'
  return type.key === ALLOCATION ? `/people/${own}/allocation` : `/records/${record}`
}

/** The thing that is being made has no number to choose yet; any number will do until it has one. */
const withOwnRole = ({ type, typed }: OpenForm): Typed => {
  const [own = ''] = type.identity
  return { ...typed, [own]: ['1'] }
}

/** Back to the form for which it was made, with it chosen there; or to its own page. */
async function afterMaking(app: App, who: Who, typed: Typed, subject: SubjectId): Promise<string> {
  const parent = madeFor(typed)
  if (parent === undefined) return `/things/${subject}`
  await fillIn(app, who.account, parent.draft, { name: parent.name, subjects: [subject] })
  return `/drafts/${parent.draft}?at=${parent.name}`
}

async function showForm(app: App, render: Render, reply: FastifyReply, who: Who, open: OpenForm, code = 200) {
  const choices = await choicesFor(app, who.account, open.begun, open.type, chosenIn(open.type, open.typed))
  if (choices.only !== undefined && open.draft === undefined)
    return reply.redirect(`/records/${choices.only}/correct`, 303)
  const view = formView(app, who, open, { choices, files: await filesShown(app, who, open) })
  const own = open.begun === undefined ? open.type.identity[0] : undefined
  const asked = { ...view, questions: view.questions.filter(({ name }) => name !== own) }
  return html(reply, render('pages/record/form.njk', asked), code)
}

/** Everybody and everything that was chosen, to be called by name in the form. */
export function chosenIn(type: RecordType, typed: Typed): readonly SubjectId[] {
  const inFields = Object.entries(type.fields).flatMap(([name, { kind }]) => (kind === 'subject' ? [name] : []))
  return [...Object.keys(type.subjects), ...inFields].flatMap((name) =>
    (typed[name] ?? []).flatMap((value) => (numberIn(value) ?? []) as SubjectId[]),
  )
}

async function placeIn(app: App, request: FastifyRequest): Promise<{ type: RecordType; begun: Begun }> {
  const type = app.catalogue.records.get(pathPart(request, 'type'))
  if (type === undefined) throw new Refused('not found', 'There is no such kind of record.')
  const asked = pathPart(request, 'subject')
  if (asked === '') {
    if (!isOfThing(type)) throw new Refused('not found', 'There is no such kind of thing.')
    return { type, begun: undefined }
  }
  const number = subjectIn(asked)
  // Whoever was recorded twice is written about under the number that was kept.
  const subject = (await keptNumbers(app, [number]))(number)
  if (request.url.startsWith('/people/')) return { type, begun: { kind: 'person', subject } }
  const begun = await begunOf(app, { subject })
  if (begun === undefined || begun.kind === 'person') throw new Refused('not found', 'There is nothing of that number.')
  return { type, begun }
}

/** Whether a record of this type says what a thing is. */
const isOfThing = (type: RecordType): boolean =>
  (['household', 'establishment', 'agency', 'worker', 'team'] as const).some((kind) => describingType(kind) === type)
