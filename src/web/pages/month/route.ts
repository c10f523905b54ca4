import type { FastifyReply } from 'fastify'
import { actionsWith, frozenActions } from '../../../app/actions/read.ts'
import type { App } from '../../../app/app.ts'
import { openAgain, readMonth, seeQuality, signOff, type Words, writeCommentary } from '../../../app/months/cycle.ts'
import { freezeMonth } from '../../../app/months/freeze.ts'
import { mayStep } from '../../../app/months/leave.ts'
import type { Month } from '../../../app/months/month.ts'
import { readPublishing } from '../../../app/months/overview.ts'
import { publishReport } from '../../../app/months/publish.ts'
import { reportsOf } from '../../../app/months/report.ts'
import { countRestated, restatedSince } from '../../../app/months/restated.ts'
import { decideRestated, restatedDecisions } from '../../../app/months/restated-decisions.ts'
import { countErrors } from '../../../app/quality/read.ts'
import { Refused } from '../../../app/refused.ts'
import { previousPeriod } from '../../../core/dates/period.ts'
import { audiences, type Commentary } from '../../../core/figures/month.ts'
import { listed } from '../../marks.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { askedMonth, monthAddress } from './asked.ts'
import { commentaryView, type Sent, wordsIn } from './commentary.ts'
import { overviewView } from './overview.ts'
import { restatedView, type TriedDecision } from './restated.ts'
import { monthView, type Tried } from './view.ts'

/** A month of figures on its way to those it is for: what is done, by whom, and what is missing. */
export const monthPages: Routes = (server, app, render) => {
  const send = (reply: FastifyReply, template: string, view: Parameters<typeof render>[1], fault: boolean) =>
    reply
      .code(fault ? 400 : 200)
      .type('text/html; charset=utf-8')
      .send(render(`pages/month/${template}.njk`, view))

  const promised = async ({ dataset, period }: Month) => ({
    actions: await actionsWith(app, dataset, period),
    today: app.clock.today,
  })

  const show = async (reply: FastifyReply, who: Who, month: Month, tried?: Tried) => {
    const restated = await countRestated(app, month)
    const before = { dataset: month.dataset, period: previousPeriod(month.period) }
    const actions = await actionsWith(app, month.dataset, month.period)
    const [errors, { today }] = [await countErrors(app, month), app.clock]
    const read = await readMonth(app, month)
    const last = read.publications.at(-1)
    const frozen = last === undefined ? [] : await frozenActions(app, last)
    const reports = reportsOf(app, month)
    const view = monthView(read, { restated, errors, actions, frozen, before, today, reports, tried }, who)
    return send(reply, 'month', view, tried !== undefined)
  }

  server.get(
    '/publish',
    signedIn(app, render, async (_, reply, who) => {
      const view = overviewView(await readPublishing(app), { today: app.clock.today, calendar: app.calendar }, who)
      return send(reply, 'overview', view, false)
    }),
  )

  server.get(
    '/publish/:dataset/:month',
    signedIn(app, render, (request, reply, who) => show(reply, who, askedMonth(app, request))),
  )

  server.post(
    '/publish/:dataset/:month',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      const fields = formOf(request, who)
      const [what = '', words = ''] = [fields.get('do')?.[0], fields.get(`words-${fields.get('do')?.[0]}`)?.[0]]
      const { account } = who
      try {
        await takeStep(app, account, month, { what, words, fields })
      } catch (error) {
        if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
        const chosen = { to: fields.get('to')?.[0] ?? '', report: fields.get('report')?.[0] ?? '' }
        return show(reply, who, month, { what, words, fault: error.message, chosen })
      }
      return reply.redirect(monthAddress(month), 303)
    }),
  )

  const showRestated = async (reply: FastifyReply, who: Who, month: Month, tried?: TriedDecision) => {
    const restated = await restatedSince(app, who.account, month)
    const decisions = await restatedDecisions(app, month)
    return send(reply, 'restated', restatedView(restated, { decisions, tried }, who), tried !== undefined)
  }

  server.get(
    '/publish/:dataset/:month/restated',
    signedIn(app, render, (request, reply, who) => showRestated(reply, who, askedMonth(app, request))),
  )

  server.post(
    '/publish/:dataset/:month/restated',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      const fields = formOf(request, who)
      const asked = (name: string) => fields.get(name)?.[0] ?? ''
      const [indicator, words, given] = [asked('indicator'), asked('words'), asked('decision')]
      try {
        const decision = given === 'say so' || given === 'no note' ? given : undefined
        if (decision === undefined) throw new Refused('bad input', 'Choose whether the next report says so.')
        await decideRestated(app, who.account, { ...month, indicator, decision, words })
      } catch (error) {
        if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
        return showRestated(reply, who, month, { indicator, decision: given, words, fault: error.message })
      }
      return reply.redirect(`${monthAddress(month)}/restated#of-${indicator}`, 303)
    }),
  )

  server.get(
    '/publish/:dataset/:month/sections/:section',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      const view = commentaryView(await readMonth(app, month), pathPart(request, 'section'), who, await promised(month))
      return send(reply, 'commentary', view, false)
    }),
  )

  server.post(
    '/publish/:dataset/:month/sections/:section',
    signedIn(app, render, async (request, reply, who) => {
      const [month, section] = [askedMonth(app, request), pathPart(request, 'section')]
      const words = wordsIn(formOf(request, who))
      const unkept = await tryToWrite(app, who.account, { ...month, section }, words)
      if (unkept === undefined) return reply.redirect(`${monthAddress(month)}#commentary`, 303)
      const view = commentaryView(await readMonth(app, month), section, who, await promised(month), {
        words,
        ...unkept,
      })
      return reply
        .code(words.length === 0 ? 400 : 409)
        .type('text/html; charset=utf-8')
        .send(render('pages/month/commentary.njk', view))
    }),
  )
}

type Step = { readonly what: string; readonly words: string; readonly fields: ReadonlyMap<string, readonly string[]> }

async function takeStep(app: App, account: Who['account'], month: Month, { what, words, fields }: Step): Promise<void> {
  if (what === 'quality') await seeQuality(app, account, month, words)
  else if (what === 'sign-off') await signOff(app, account, month)
  else if (what === 'freeze') await freezeMonth(app, account, { ...month, knownOn: app.clock.today })
  else if (what === 'publish') await publishReport(app, account, { ...month, ...wanted(fields), words })
  else if (what === 'open') await openAgain(app, account, month, words)
  else throw new Refused('bad input', 'Choose what to do.')
}

/** Which report a form publishes, and to whom. Refused where nothing was chosen. */
function wanted(fields: ReadonlyMap<string, readonly string[]>) {
  const [to, report] = [fields.get('to')?.[0], fields.get('report')?.[0]]
  const audience = audiences.find((one) => one === to)
  if (audience === undefined || report === undefined)
    throw new Refused('bad input', 'Choose the report, and to whom it is published.')
  return { audience, report }
}

/** Keeps what was typed; or says what is in its way, so that it is shown and not lost. */
async function tryToWrite(
  app: App,
  account: Who['account'],
  asked: Month & { readonly section: string },
  words: readonly Words[],
): Promise<Omit<Sent, 'words'> | undefined> {
  if (words.length === 0 && mayStep(account, 'comment'))
    return {
      others: [],
      fault:
        'Write what is going well, what worries you or what is done about it, of the section or of a figure. Nothing in the form was changed.',
    }
  try {
    const others = await writeCommentary(app, account, asked, words)
    return others.length === 0 ? undefined : { others, fault: bothWrote(others) }
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== 'in the way') throw error
    return { others: [], fault: error.message }
  }
}

const bothWrote = (others: readonly Commentary[]): string =>
  `${listed([...new Set(others.map(({ by }) => by))])} wrote of the same thing while you did. Put both together, and keep it again.`
