import type { FastifyReply } from 'fastify'
import type { App } from '../../../app/app.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import { type Caseload, markAway, markBack, readCaseload, WorkerAway } from '../../../app/people/worker-away.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { Fields, SubjectId } from '../../../core/definitions/field.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { pathPart } from '../../query.ts'
import type { Render, Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { fieldQuestions } from '../record/form.ts'
import { html } from '../record/keep.ts'
import { parseFields } from '../record/parse.ts'
import { NO_CHOICES, NO_FILES } from '../record/question.ts'

const { startedOn, backOn, meanwhile, endedOn } = WorkerAway.fields
const going: Fields = { startedOn, backOn, meanwhile }
const back: Fields = { endedOn: { ...endedOn, required: true } }

/** Marking a worker as away, or back: each child they work with gets a letter to be written and cover to be found. */
export const workerAwayPage: Routes = (server, app, render) => {
  server.get(
    '/things/:subject/away',
    signedIn(app, render, async (request, reply, who) => {
      const worker = subjectIn(pathPart(request, 'subject'))
      const caseload = await readCaseload(app, who.account, worker)
      return show(app, render, reply, who, { worker, caseload, typed: {}, faults: [] })
    }),
  )

  server.post(
    '/things/:subject/away',
    signedIn(app, render, async (request, reply, who) => {
      const worker = subjectIn(pathPart(request, 'subject'))
      const typed: Typed = Object.fromEntries([...formOf(request, who)].filter(([name]) => name !== 'form'))
      const isBack = typed['do']?.[0] === 'back'
      const { values, faults } = parseFields(isBack ? back : going, typed)
      const marked =
        faults.length > 0
          ? { faults }
          : isBack
            ? await markBack(app, who.account, worker, values['endedOn'] ?? null)
            : await markAway(app, who.account, worker, {
                startedOn: values['startedOn'] ?? null,
                backOn: values['backOn'] ?? null,
                meanwhile: values['meanwhile'] ?? null,
              })
      if (!('faults' in marked)) return reply.redirect(`/things/${worker}/away`, 303)
      const caseload = await readCaseload(app, who.account, worker)
      return show(app, render, reply, who, { worker, caseload, typed, faults: marked.faults }, 400)
    }),
  )
}

type Shown = {
  readonly worker: SubjectId
  readonly caseload: Caseload
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

function show(app: App, render: Render, reply: FastifyReply, who: Who, shown: Shown, code = 200) {
  const { worker, caseload, typed, faults } = shown
  const { today } = app.clock
  const around = { typed, faults, choices: NO_CHOICES, files: NO_FILES, today, codesOn: () => today }
  const away = caseload.people.filter((one) => one.away !== undefined)
  const here = caseload.people.filter((one) => one.away === undefined)
  const view = {
    page: {
      title: `${caseload.name}: away`,
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: headingOf(caseload, away.length),
    back: { href: `/things/${worker}`, label: caseload.name },
    form: who.form,
    action: `/things/${worker}/away`,
    faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
    stop: faults.length === 1 ? 'One thing stops it' : `${faults.length} things stop it`,
    here: here.map(({ subject, name }) => ({ name, href: `/people/${subject}` })),
    away: away.map(({ subject, name, away: since }) => ({
      name,
      href: `/people/${subject}`,
      since: since?.since == null ? '' : shortText(since.since),
      letter: `/people/${subject}/letters/worker-away?to=${subject}`,
      cover: `/people/${subject}/allocation`,
    })),
    others: caseload.others,
    going: fieldQuestions(going, around),
    coming: fieldQuestions(back, around),
  }
  return html(reply, render('pages/worker-away/worker-away.njk', view), code)
}

function headingOf({ name, people, others }: Caseload, away: number): string {
  if (people.length + others === 0) return `${name} works with nobody`
  return away === 0
    ? `${name} works with ${people.length + others}`
    : `${name} is away: ${away === 1 ? '1 child or young person' : `${away} children and young people`} to write to and to cover`
}
