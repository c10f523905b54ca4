import type { FastifyReply } from 'fastify'
import type { App } from '../../../app/app.ts'
import {
  dropDraft,
  fillIn,
  findOwnDraft,
  getDraft,
  keepDraft,
  questionOf,
  type Typed,
} from '../../../app/people/drafts.ts'
import { findLikely } from '../../../app/people/likely.ts'
import { recordNewPerson, WORK, workChoices, workFaults } from '../../../app/people/new-person.ts'
import {
  newPersonDraft as NEW,
  newPersonFaults,
  newPersonFields,
  soughtFields,
} from '../../../app/people/new-person-form.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { address, first } from '../../query.ts'
import type { Render, Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { html, numberIn, turned } from '../record/keep.ts'
import { type Doing, doingOf, FOR, madeFor } from '../record/open-form.ts'
import { parseFields } from '../record/parse.ts'
import { LOOKED, lookedFor, type NewPerson, newPersonView, startOf } from './view.ts'

/**
 * Recording somebody new: first whether we know them already, then who they are. A draft from the first step on; from inside another form it
 * leads back there, with them chosen.
 */
export const newPersonPages: Routes = (server, app, render) => {
  server.get(
    '/people/new',
    signedIn(app, render, async (request, reply, who) => {
      const id = numberIn(first(request, 'draft'))
      const draft = id === undefined ? undefined : await getDraft(app, who.account, id, NEW)
      const asked = { made: first(request, 'for'), name: first(request, 'name') }
      const typed = draft?.typed ?? startOf(app, asked)
      return show(app, render, reply, who, { typed, draft, faults: [], changed: false })
    }),
  )

  server.post(
    '/people/new',
    signedIn(app, render, async (request, reply, who) => {
      const sent = formOf(request, who)
      const pressed = sent.get('do')?.[0]
      const doing = doingOf(pressed)
      const { draft, typed, isGone } = await kept(app, who, sent, doing)
      if (doing.do === 'drop') {
        await dropDraft(app, who.account, draft.id, NEW)
        return reply.redirect('/people', 303)
      }
      // A draft that is gone went on the record, as when the button is pressed twice: then somebody is there who was not before.
      const again = isGone ? { ...typed, [LOOKED]: [] } : typed
      const asked = { typed: again, draft, changed: false }
      if (pressed === 'look') return look(app, render, reply, who, asked)
      if (doing.do !== 'put') return reply.redirect(address('/people/new', { draft: String(draft.id) }), 303)
      return put(app, render, reply, who, asked)
    }),
  )
}

type Asked = Omit<NewPerson, 'faults' | 'draft'> & { readonly draft: { readonly id: number; readonly savedAt: Date } }

async function put(app: App, render: Render, reply: FastifyReply, who: Who, asked: Asked) {
  // Other names or another day may be somebody else, whom we know.
  if (asked.typed[LOOKED]?.[0] !== lookedFor(asked.typed)) {
    const again = await remember(app, who, asked)
    if ((await likelyOnes(app, who, again.typed)).length > 0)
      return show(app, render, reply, who, { ...again, faults: [], changed: true }, 400)
  }
  const { typed, draft } = asked
  const { values, faults } = parseFields(newPersonFields, typed)
  const unread = new Set(faults.map(({ field }) => field))
  const all = [
    ...faults,
    ...newPersonFaults(values, app.clock.today).filter(({ field }) => !unread.has(field)),
    ...workFaults(await workChoices(app, who.account), typed[WORK]?.[0]),
  ]
  const made =
    all.length > 0
      ? { faults: all }
      : await recordNewPerson(app, who.account, { values, work: typed[WORK]?.[0], draft: draft.id })
  if ('faults' in made) return show(app, render, reply, who, { ...asked, faults: made.faults }, 400)
  const parent = madeFor(typed)
  if (parent === undefined || (await findOwnDraft(app, who.account, parent.draft)) === undefined)
    return reply.redirect(`/people/${made.subject}`, 303)
  await fillIn(app, who.account, parent.draft, { name: parent.name, subjects: [made.subject] })
  return reply.redirect(`/drafts/${parent.draft}?at=${parent.name}`, 303)
}

/** Saved before anything is looked at. */
async function kept(app: App, who: Who, sent: ReadonlyMap<string, readonly string[]>, doing: Doing) {
  const id = numberIn(sent.get('draft')?.[0])
  const before = id === undefined ? undefined : await findOwnDraft(app, who.account, id, NEW)
  const now = Object.fromEntries([...sent].filter(([name]) => !['form', 'draft', 'do'].includes(name)))
  const begun = before?.typed ?? startOf(app, { made: sent.get(FOR)?.[0], name: undefined })
  const typed = turned(newPersonFields, { ...begun, ...now }, doing)
  const saved = await keepDraft(app, who.account, { ...NEW, typed, id: before?.id })
  return { draft: { id: saved, savedAt: app.clock.now() }, typed, isGone: id !== undefined && before === undefined }
}

const NOTHING_SOUGHT = {
  field: 'given',
  message: 'Write a name, or the day on which they were born: whatever they are called for now will do.',
}

/** Looks whether we know them. */
async function look(app: App, render: Render, reply: FastifyReply, who: Who, asked: Asked) {
  const { values, faults: unread } = parseFields(soughtFields, asked.typed)
  const isSought = Object.values(values).some((value) => value !== null)
  const faults = isSought || unread.length > 0 ? unread : [NOTHING_SOUGHT]
  if (faults.length > 0) return show(app, render, reply, who, { ...asked, faults }, 400)
  await remember(app, who, asked)
  return reply.redirect(address('/people/new', { draft: String(asked.draft.id) }), 303)
}

/** Keeps in the draft for which names and which day it was looked. */
async function remember(app: App, who: Who, asked: Asked): Promise<Asked> {
  const typed = { ...asked.typed, [LOOKED]: [lookedFor(asked.typed)] }
  await keepDraft(app, who.account, { ...NEW, id: asked.draft.id, typed })
  return { ...asked, typed }
}

const likelyOnes = async (app: App, who: Who, typed: Typed) =>
  findLikely(app, who.account, soughtIn(typed), await needFor(app, who, typed))

async function show(app: App, render: Render, reply: FastifyReply, who: Who, asked: NewPerson, code = 200) {
  const work = await workChoices(app, who.account)
  const likely = asked.typed[LOOKED] === undefined ? undefined : await likelyOnes(app, who, asked.typed)
  const view = newPersonView(app, who, { ...asked, work, likely })
  return html(reply, render('pages/new-person/new-person.njk', view), code)
}

/** Somebody found can be chosen into the form from which this began, where that form may take them. */
async function needFor(app: App, who: Who, typed: Typed): Promise<'find' | 'record'> {
  const parent = madeFor(typed)
  const draft = parent === undefined ? undefined : await findOwnDraft(app, who.account, parent.draft)
  if (parent === undefined || draft === undefined) return 'find'
  return questionOf(app, draft, parent.name).named ? 'find' : 'record'
}

function soughtIn(typed: Typed) {
  const { values } = parseFields(soughtFields, typed)
  const bornOn = values['bornOn']
  const names = ['given', 'family'].flatMap((name) => (typeof values[name] === 'string' ? [String(values[name])] : []))
  return { names, bornOn: typeof bornOn === 'number' ? (bornOn as PlainDate) : null }
}
