import type { FastifyRequest } from 'fastify'
import { agreeObjective, listPlans, makePlan, readPlan, tellObjective } from '../../../app/actions/plans.ts'
import { readActions } from '../../../app/actions/read.ts'
import type { App } from '../../../app/app.ts'
import { Refused } from '../../../app/refused.ts'
import { code, type Fields, number, paragraphs, plannedDate, text } from '../../../core/definitions/field.ts'
import type { Value } from '../../../core/record/content.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { choiceOf, dayIn, doneOr, NOTHING_SENT, type Sent, sentForm, textIn } from '../actions/form.ts'
import { html } from '../record/keep.ts'
import { plansView, planView } from './view.ts'

const planFields = ({ catalogue }: App): Fields => ({
  area: code(
    'Service',
    choiceOf(
      'Services',
      catalogue.areas.map(({ key, label }) => [key, label] as const),
    ),
    { required: true },
  ),
  title: text('What the plan is called', { required: true }),
  from: plannedDate('First day', { required: true }),
  to: plannedDate('Last day', { required: true }),
})

/** Measure, baseline and target are needed: an objective without them is a wish. */
const objectiveFields = ({ catalogue }: App): Fields => ({
  what: paragraphs('What is to be reached', { required: true }),
  indicator: code(
    'The figure that measures it',
    choiceOf(
      'Figures',
      [...catalogue.indicators.values()].map(({ key, label }) => [key, label] as const),
    ),
    { hint: 'It is counted from the record, and says by itself how far it has come.' },
  ),
  measure: text('Or what is measured, in words', { hint: 'Where no figure here measures it.' }),
  goodIs: code(
    'Which way is better',
    choiceOf('Ways', [
      ['high', 'Higher'],
      ['low', 'Lower'],
    ]),
    {
      hint: 'A figure that has a good way itself goes by that.',
    },
  ),
  baseline: number('Baseline: what it was to begin with', { required: true, decimals: 2 }),
  target: number('Target: what it is to reach', { required: true, decimals: 2 }),
  dueOn: plannedDate('By when', { required: true }),
})

/** Under names of its own for each objective: all stand on one page. */
const standFields = (objective: string): Fields => ({
  [`s${objective}-standsAt`]: number('What it is now', { required: true, decimals: 2 }),
  [`s${objective}-words`]: paragraphs('How you know', { required: true }),
})

/** The plans of services: objectives with a measure, a baseline and a target, held against the live figure. */
export const planPages: Routes = (server, app, render) => {
  const showPlans = async (who: Who, sent: Sent) =>
    render('pages/plans/plans.njk', plansView(await listPlans(app), { app, who, fields: planFields(app), sent }))

  server.get(
    '/plans',
    signedIn(app, render, async (_, reply, who) => html(reply, await showPlans(who, NOTHING_SENT))),
  )

  server.post(
    '/plans',
    signedIn(app, render, async (request, reply, who) => {
      const sent = sentForm(request, who, planFields(app), app.clock.today)
      const { values } = sent
      const done = await doneOr(sent, 'title', async () => {
        const given = {
          area: textIn(values['area']),
          title: textIn(values['title']),
          from: dayIn(values['from']),
          to: dayIn(values['to']),
        }
        return `/plans/${await makePlan(app, who.account, given)}`
      })
      return typeof done === 'string' ? reply.redirect(done, 303) : html(reply, await showPlans(who, done), 400)
    }),
  )

  const showPlan = async (request: FastifyRequest, who: Who, tried: Parameters<typeof planView>[1]['tried']) => {
    const plan = await readPlan(app, numberIn(request))
    const actions = (await readActions(app)).filter(
      ({ origin }) => origin.from === 'objective' && origin.plan === plan.plan.id,
    )
    const around = { app, who, actions, fields: objectiveFields(app), standFields, tried }
    return render('pages/plans/plan.njk', planView(plan, around))
  }

  server.get(
    '/plans/:plan',
    signedIn(app, render, async (request, reply, who) => html(reply, await showPlan(request, who, undefined))),
  )

  server.post(
    '/plans/:plan',
    signedIn(app, render, async (request, reply, who) => {
      const objective = formOf(request, who).get('objective')?.[0] ?? ''
      const number = numberIn(request)
      const isNew = objective === ''
      const sent = sentForm(request, who, isNew ? objectiveFields(app) : standFields(objective), app.clock.today)
      const { values } = sent
      const done = await doneOr(sent, isNew ? 'what' : `s${objective}-words`, async () => {
        if (isNew) await agreeObjective(app, who.account, number, objectiveIn(values))
        else
          await tellObjective(app, who.account, Number(objective) || 0, {
            standsAt: numberOf(values[`s${objective}-standsAt`]),
            words: textIn(values[`s${objective}-words`]),
          })
        return `/plans/${number}`
      })
      if (typeof done === 'string') return reply.redirect(done, 303)
      return html(reply, await showPlan(request, who, { objective, sent: done }), 400)
    }),
  )
}

function numberIn(request: FastifyRequest): number {
  const written = pathPart(request, 'plan')
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new Refused('not found', 'There is no plan of that number.')
  return Number(written)
}

const numberOf = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

const objectiveIn = (values: Sent['values']) => ({
  what: textIn(values['what']),
  indicator: textIn(values['indicator']),
  measure: textIn(values['measure']),
  goodIs: textIn(values['goodIs']),
  baseline: numberOf(values['baseline']),
  target: numberOf(values['target']),
  dueOn: dayIn(values['dueOn']),
})
