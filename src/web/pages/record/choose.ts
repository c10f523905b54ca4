import type { ThingKind } from '../../../app/access/about-thing.ts'
import type { App } from '../../../app/app.ts'
import { choicesFor } from '../../../app/people/choices.ts'
import {
  begunOf,
  dropDraft,
  fillIn,
  getDraft,
  type OwnDraft,
  ownRoleOf,
  questionOf,
  type SubjectQuestion,
} from '../../../app/people/drafts.ts'
import { findPeopleToChoose, type PersonToChoose } from '../../../app/people/find-choices.ts'
import { NEW_PERSON } from '../../../app/people/new-person-form.ts'
import { describingType, findThings } from '../../../app/people/things.ts'
import { Refused } from '../../../app/refused.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { address, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { bornText } from '../people/born.ts'
import { html, numberIn } from './keep.ts'
import { draftAddress, stepOf } from './open-form.ts'

/** Going on with a draft, and looking for somebody or something that its form does not offer. The draft stays as it is meanwhile. */
export const choosePages: Routes = (server, app, render) => {
  server.get(
    '/drafts/:draft',
    signedIn(app, render, async (request, reply, who) => {
      const draft = await getDraft(app, who.account, draftIn(pathPart(request, 'draft')))
      return reply.redirect(await whereDraftIs(app, draft, first(request, 'at')), 303)
    }),
  )

  server.get(
    '/drafts/:draft/choose/:name',
    signedIn(app, render, async (request, reply, who) => {
      const draft = await getDraft(app, who.account, draftIn(pathPart(request, 'draft')))
      const asked = questionOf(app, draft, pathPart(request, 'name'))
      const query = first(request, 'q') ?? ''
      const found = query === '' ? await offered(app, who, draft, asked) : await find(app, who, asked, query)
      return html(reply, render('pages/record/choose.njk', view(draft, asked, { query, ...found }, who)))
    }),
  )

  server.post(
    '/drafts/:draft/choose/:name',
    signedIn(app, render, async (request, reply, who) => {
      const [id, name] = [draftIn(pathPart(request, 'draft')), pathPart(request, 'name')]
      const sent = formOf(request, who)
      const chosen = (sent.get('choose') ?? []).flatMap((value) => (numberIn(value) ?? []) as SubjectId[])
      const notNeeded = numberIn(sent.get('instead')?.[0])
      if (notNeeded !== undefined) await dropDraft(app, who.account, notNeeded)
      const draft = await fillIn(app, who.account, id, { name, subjects: chosen })
      return reply.redirect(await whereDraftIs(app, draft, name), 303)
    }),
  )
}

function draftIn(text: string): number {
  const id = numberIn(text)
  if (id === undefined) throw new Refused('not found', 'There is no draft of that number.')
  return id
}

/** The form of a draft, at one of its questions. */
async function whereDraftIs(app: App, draft: OwnDraft, at = ''): Promise<string> {
  if (draft.type === NEW_PERSON) return address('/people/new', { draft: String(draft.id) })
  const type = app.catalogue.records.get(draft.type)
  if (type === undefined) throw new Refused('not found', 'There is no such kind of record any more.')
  const correcting = draft.record === null ? undefined : { record: draft.record, basedOn: draft.basedOn ?? 0 }
  const begun = await begunOf(app, draft)
  const step = at === '' ? 1 : stepOf(type, at)
  return draftAddress({ type, begun, correcting, draft: draft.id, step }, at)
}

type Row = { readonly label: string; readonly note: string; readonly choose: SubjectId | undefined }
type Found = { readonly rows: readonly Row[]; readonly misspelt: boolean; readonly more: boolean }

const NOTHING: Found = { rows: [], misspelt: false, more: false }

/** Before anybody searches: what the form offers too. */
async function offered(app: App, who: Who, draft: OwnDraft, { type, kind, named }: SubjectQuestion): Promise<Found> {
  const { subjects, betweenTwo } = await choicesFor(app, who.account, await begunOf(app, draft), type)
  // Whose record it is cannot be the other one too.
  const others = named && betweenTwo ? (draft.typed[ownRoleOf(type) ?? ''] ?? []) : []
  const rows = subjects[kind]
    .filter(({ value }) => !others.includes(value))
    .map(({ value, label }) => ({ label, note: '', choose: Number(value) as SubjectId }))
  return { ...NOTHING, rows }
}

async function find(app: App, who: Who, { type, kind, named }: SubjectQuestion, query: string): Promise<Found> {
  if (kind !== 'person') {
    const found = await findThings(app, who.account, kind, query)
    return { ...NOTHING, rows: found.map(({ subject, label }) => ({ label, note: '', choose: subject })) }
  }
  const { people, misspelt, more } = await findPeopleToChoose(app, who.account, query, { type, named })
  // Those who cannot be chosen stand below those who can.
  const rows = people.map(personRow).toSorted((a, b) => Number(b.choose !== undefined) - Number(a.choose !== undefined))
  return { rows, misspelt, more }
}

function personRow(found: PersonToChoose): Row {
  if (found.may === 'ring') return { label: `Restricted: ring ${found.ring}`, note: '', choose: undefined }
  const born = bornText(found)
  return found.may === 'choose'
    ? { label: found.name, note: born, choose: found.subject }
    : {
        label: found.name,
        note: `${born}. Not yours to write about: ask the team that works with them.`,
        choose: undefined,
      }
}

const words: Readonly<
  Record<ThingKind | 'person', { readonly what: string; readonly hint: string; readonly make: string }>
> = {
  person: { what: 'somebody', hint: 'Name or number. Names may be misspelt.', make: 'Record somebody new' },
  household: {
    what: 'a household',
    hint: 'Its name, or that of somebody who lives there.',
    make: 'Make a new household',
  },
  establishment: { what: 'a place', hint: 'Its name or number.', make: 'Add a new place' },
  agency: { what: 'an agency', hint: 'Its name or number.', make: 'Add a new agency' },
  worker: { what: 'a worker', hint: 'Name or job.', make: '' },
  team: { what: 'a team', hint: 'Its name.', make: '' },
}

function view(
  draft: OwnDraft,
  asked: SubjectQuestion,
  { query, rows, misspelt, more }: Found & { query: string },
  who: Who,
) {
  const { kind, name, label, many } = asked
  const { what, hint, make } = words[kind]
  const here = `/drafts/${draft.id}/choose/${name}`
  const back = `${draft.id}.${name}`
  const making =
    kind === 'person' ? address('/people/new', { for: back, name: query || undefined }) : thingAddress(kind, back)
  return {
    page: { title: `Find ${what}`, navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: headingFor(asked, { query, rows, misspelt, more }),
    lead: `For “${label}”. What you have written so far is saved.`,
    form: who.form,
    action: here,
    back: { href: `/drafts/${draft.id}?at=${name}`, label: 'Back to the form' },
    query,
    hint,
    legend: query === '' ? 'Known already' : 'Found',
    rows: rows.map((row, at) => ({ ...row, id: at === 0 ? 'choose' : `choose.${at + 1}` })),
    control: many ? 'checkbox' : 'radio',
    canChoose: rows.some(({ choose }) => choose !== undefined),
    more,
    make: make === '' ? undefined : { href: making, label: make },
  }
}

const thingAddress = (kind: ThingKind, back: string): string =>
  address(`/things/new/${describingType(kind).key}`, { for: back })

function headingFor({ kind }: SubjectQuestion, { query, rows, misspelt }: Found & { query: string }): string {
  const { what } = words[kind]
  if (query === '') return `Find ${what}`
  if (rows.length === 0) return `Nothing is found for “${query}”`
  const many = rows.length === 1 ? 'One' : String(rows.length)
  return misspelt ? `Nobody is called “${query}”; ${many.toLowerCase()} nearly` : `${many} found for “${query}”`
}
