import type { FastifyRequest } from 'fastify'
import { agreeAction, type Telling, type TermsGiven, tellAction } from '../../../app/actions/make.ts'
import { possibleOwners, readAction, readActions } from '../../../app/actions/read.ts'
import { type App, getDataset } from '../../../app/app.ts'
import { Refused } from '../../../app/refused.ts'
import type { ActionOrigin } from '../../../core/actions/action.ts'
import { parsePeriod, periodLabel } from '../../../core/dates/period.ts'
import { first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { monthAddress } from '../month/asked.ts'
import { html } from '../record/keep.ts'
import { dayIn, doneOr, NOTHING_SENT, questionsOf, type Sent, sentForm, stopsOf, termsFields, textIn } from './form.ts'
import { listView } from './list.ts'
import { fieldsOf, nameIn, oneView, type Step } from './one.ts'

/** Everything promised: all of it, one action with its history, and agreeing another. */
export const actionPages: Routes = (server, app, render) => {
  server.get(
    '/actions',
    signedIn(app, render, async (request, reply, who) => {
      const show = first(request, 'show')
      const asked = {
        whose: first(request, 'whose') === 'mine' ? 'mine' : 'all',
        owner: first(request, 'owner') ?? '',
        section: first(request, 'section') ?? '',
        show: show === 'overdue' || show === 'closed' || show === 'all' ? show : 'open',
      } as const
      const view = listView(await readActions(app), asked, { today: app.clock.today, who })
      return html(reply, render('pages/actions/list.njk', view))
    }),
  )

  const showNew = async (request: FastifyRequest, who: Who, sent: Sent) => {
    const origin = originIn(app, request)
    const fields = termsFields(await possibleOwners(app))
    const view = {
      page: { title: 'New action', navigation: 'actions' as const, who: { name: who.account.name, form: who.form } },
      heading: 'What is to be done about it?',
      lead: `${originText(app, origin)} Name no child: actions are read with the commentary.`,
      form: who.form,
      action: request.url,
      back: backOf(origin),
      button: 'Agree the action',
      questions: questionsOf(fields, sent, app.clock.today),
      ...stopsOf(sent),
    }
    return render('pages/actions/new.njk', view)
  }

  server.get(
    '/actions/new',
    signedIn(app, render, async (request, reply, who) => html(reply, await showNew(request, who, NOTHING_SENT))),
  )

  server.post(
    '/actions/new',
    signedIn(app, render, async (request, reply, who) => {
      const sent = sentForm(request, who, termsFields(await possibleOwners(app)), app.clock.today)
      const origin = originIn(app, request)
      const done = await doneOr(sent, 'what', async () => {
        await agreeAction(
          app,
          who.account,
          origin,
          termsIn(sent, (name) => name),
        )
        return backOf(origin)
      })
      return typeof done === 'string' ? reply.redirect(done, 303) : html(reply, await showNew(request, who, done), 400)
    }),
  )

  server.get(
    '/actions/:action',
    signedIn(app, render, async (request, reply, who) => {
      const action = await readAction(app, numberIn(request))
      const around = { owners: await possibleOwners(app), today: app.clock.today, who }
      return html(reply, render('pages/actions/one.njk', oneView(action, around)))
    }),
  )

  server.post(
    '/actions/:action',
    signedIn(app, render, async (request, reply, who) => {
      const step = stepIn(formOf(request, who).get('step')?.[0])
      const [number, owners] = [numberIn(request), await possibleOwners(app)]
      const sent = sentForm(request, who, fieldsOf(step, owners), app.clock.today)
      const done = await doneOr(sent, nameIn(step, 'words'), async () => {
        await tellAction(app, who.account, number, tellingIn(step, sent))
        return `/actions/${number}`
      })
      if (typeof done === 'string') return reply.redirect(done, 303)
      const around = { owners, today: app.clock.today, who, tried: step, sent: done }
      return html(reply, render('pages/actions/one.njk', oneView(await readAction(app, number), around)), 400)
    }),
  )
}

function numberIn(request: FastifyRequest): number {
  const text = pathPart(request, 'action')
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refused('not found', 'There is no action of that number.')
  return Number(text)
}

function stepIn(text: string | undefined): Step {
  if (text === 'progress' || text === 'changed' || text === 'closed' || text === 'opened again') return text
  throw new Refused('bad usage', 'Choose what to say of the action.')
}

const termsIn = ({ values }: Sent, named: (name: string) => string): TermsGiven => ({
  what: textIn(values[named('what')]),
  owner: textIn(values[named('owner')]),
  dueOn: dayIn(values[named('dueOn')]),
  howKnown: textIn(values[named('howKnown')]),
})

function tellingIn(step: Step, sent: Sent): Telling {
  const named = (name: string) => nameIn(step, name)
  const words = textIn(sent.values[named('words')])
  if (step === 'changed') return { step, words, ...termsIn(sent, named) }
  return step === 'closed' ? { step, words, impact: textIn(sent.values[named('impact')]) } : { step, words }
}

/** What an action is agreed from: the commentary of a section of a month, or of a figure in it; or an objective of a plan. */
function originIn(app: App, request: FastifyRequest): ActionOrigin {
  const objective = first(request, 'objective')
  const plan = first(request, 'plan')
  if (objective !== undefined && plan !== undefined && /^\d{1,9}$/.test(`${objective}`) && /^\d{1,9}$/.test(plan))
    return { from: 'objective', plan: Number(plan), objective: Number(objective) }
  const dataset = getDataset(app, first(request, 'dataset') ?? '').key
  const section = first(request, 'section') ?? ''
  try {
    const period = parsePeriod(first(request, 'month') ?? '')
    return { from: 'month', dataset, period, section, indicator: first(request, 'indicator') ?? null }
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('not found', error.message)
    throw error
  }
}

const backOf = (origin: ActionOrigin): string =>
  origin.from === 'objective'
    ? `/plans/${origin.plan}`
    : `${monthAddress(origin)}/sections/${encodeURIComponent(origin.section)}`

function originText(app: App, origin: ActionOrigin): string {
  if (origin.from === 'objective') return 'For an objective of a plan.'
  const dataset = getDataset(app, origin.dataset)
  const section = dataset.sections.find(({ key }) => key === origin.section)
  const figure = section?.indicators.find(({ key }) => key === origin.indicator)
  return `From the commentary of ${periodLabel(origin.period)}, ${[section?.label, figure?.label].filter(Boolean).join(', ')}.`
}
