import type { ObjectiveRead, PlanRead, ServicePlan } from '../../../app/actions/plans.ts'
import type { ActionRead } from '../../../app/actions/read.ts'
import type { App } from '../../../app/app.ts'
import { mayStep } from '../../../app/months/leave.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { longText, shortText } from '../../../core/dates/plain-date.ts'
import type { Fields } from '../../../core/definitions/field.ts'
import { writtenShort } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { NOTHING_SENT, questionsOf, type Sent, stopsOf } from '../actions/form.ts'
import { actionRow } from '../actions/row.ts'
import { many, saidText } from '../month/words.ts'

type Around = { readonly app: App; readonly who: Who; readonly fields: Fields }

const pageOf = (title: string, { account, form }: Who) => ({
  title,
  navigation: 'actions' as const,
  who: { name: account.name, form },
})

/** The plans of services, and the form to make another. */
export function plansView(plans: readonly ServicePlan[], { app, who, fields, sent }: Around & { readonly sent: Sent }) {
  return {
    page: pageOf('Plans of services', who),
    heading:
      plans.length === 0 ? 'No service has a plan yet' : many(plans.length, 'plan of a service', 'plans of services'),
    form: who.form,
    plans: plans.map(({ id, title, area, from, to }) => ({
      title,
      href: `/plans/${id}`,
      about: `${app.catalogue.areas.find(({ key }) => key === area)?.label ?? area}, ${shortText(from)} to ${shortText(to)}`,
    })),
    mayMake: mayStep(who.account, 'comment'),
    open: sent.faults.length > 0,
    questions: questionsOf(fields, sent, app.clock.today),
    ...stopsOf(sent),
  }
}

type AroundPlan = Around & {
  readonly actions: readonly ActionRead[]
  readonly standFields: (objective: string) => Fields
  /** Which form was sent, and what was wrong with it: empty for another objective. */
  readonly tried: { readonly objective: string; readonly sent: Sent } | undefined
}

/** A plan: each objective with its measure, what it was, what it is now and what it is to reach, and what is done about it. */
export function planView(
  { plan, objectives }: PlanRead,
  { app, who, fields, standFields, actions, tried }: AroundPlan,
) {
  const met = objectives.filter(({ isMet }) => isMet === true).length
  const may = mayStep(who.account, 'comment')
  return {
    page: pageOf(plan.title, who),
    heading:
      objectives.length === 0
        ? `${plan.title}: no objective yet`
        : `${plan.title}: ${met} of ${many(objectives.length, 'objective')} reached`,
    lead: `${shortText(plan.from)} to ${shortText(plan.to)}. Made by ${saidText(plan)}.`,
    form: who.form,
    action: `/plans/${plan.id}`,
    may,
    objectives: objectives.map((one) => objectiveView(one, { app, may, standFields, actions, tried })),
    open: tried?.objective === '',
    questions: questionsOf(fields, tried?.objective === '' ? tried.sent : NOTHING_SENT, app.clock.today),
    ...stopsOf(tried?.sent ?? NOTHING_SENT),
  }
}

type AroundObjective = Pick<AroundPlan, 'app' | 'standFields' | 'actions' | 'tried'> & { readonly may: boolean }

function objectiveView(one: ObjectiveRead, { app, may, standFields, actions, tried }: AroundObjective) {
  const { id, figure, line, now, isMet, baseline, target, dueOn, plan, history } = one
  const inUnits = (value: number) => (figure === undefined ? String(value) : writtenShort(value, figure.unit))
  const isTried = tried?.objective === String(id)
  return {
    id,
    what: one.what,
    measure: figure?.label ?? one.measure,
    href: figure && line && address(`/indicators/${figure.key}`, { period: periodText(line.period) }),
    baseline: inUnits(baseline),
    now: now === null ? 'Not known yet' : inUnits(now),
    when: line === undefined ? undefined : periodLabel(line.period),
    target: inUnits(target),
    due: longText(dueOn),
    mark:
      isMet === undefined
        ? { kind: 'quiet', icon: 'clock', word: 'Not known' }
        : isMet
          ? { kind: 'done', icon: 'tick', word: 'Reached' }
          : dueOn < app.clock.today
            ? { kind: 'late', icon: 'late', word: 'Not reached in time' }
            : { kind: 'soon', icon: 'clock', word: 'Not reached yet' },
    said: history.slice(1).map((said) => ({ words: `${said.standsAt ?? ''}: ${said.words}`, who: saidText(said) })),
    actions: actions
      .filter(({ origin }) => origin.from === 'objective' && origin.objective === id)
      .map((action) => actionRow(action, app.clock.today)),
    act: may ? address('/actions/new', { plan: String(plan), objective: String(id) }) : undefined,
    stand:
      may && figure === undefined
        ? questionsOf(standFields(String(id)), isTried ? tried.sent : NOTHING_SENT, app.clock.today)
        : undefined,
    standOpen: isTried,
  }
}
