import type { ActionRead } from '../../../app/actions/read.ts'
import { mayStep } from '../../../app/months/leave.ts'
import type { ActionSaid } from '../../../core/actions/action.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { daysBetween, longText, type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { type Fields, paragraphs } from '../../../core/definitions/field.ts'
import { dueMark, manyDays } from '../../due.ts'
import type { Who } from '../../session.ts'
import { monthAddress } from '../month/asked.ts'
import { saidText } from '../month/words.ts'
import { NOTHING_SENT, type Owners, questionsOf, type Sent, stopsOf, termsFields } from './form.ts'

/** What can be said of an action, and what each asks. */
export type Step = 'progress' | 'changed' | 'closed' | 'opened again'

const PREFIX: Readonly<Record<Step, string>> = { progress: 'p', changed: 'c', closed: 'x', 'opened again': 'o' }

/** The fields of what is said, each under a name of its own: all stand on one page. */
export function fieldsOf(step: Step, owners: Owners): Fields {
  const own = ownFields(step, owners)
  return Object.fromEntries(Object.entries(own).map(([name, field]) => [`${PREFIX[step]}-${name}`, field] as const))
}

/** The name of a field among those of a step. */
export const nameIn = (step: Step, name: string): string => `${PREFIX[step]}-${name}`

function ownFields(step: Step, owners: Owners): Fields {
  switch (step) {
    case 'progress':
      return { words: paragraphs('How far it has come', { required: true }) }
    case 'changed':
      return { ...termsFields(owners), words: paragraphs('Why it is changed', { required: true }) }
    case 'closed':
      return {
        words: paragraphs('What was done, and how you know', { required: true }),
        impact: paragraphs('What it changed for children and young people', {
          required: true,
          hint: 'That it changed nothing is an answer too.',
        }),
      }
    case 'opened again':
      return { words: paragraphs('Why it is opened again', { required: true }) }
  }
}

type Around = {
  readonly owners: Owners
  readonly today: PlainDate
  readonly who: Who
  readonly tried?: Step
  readonly sent?: Sent
}

/** An action with its whole history, and what may be said of it now. */
export function oneView(action: ActionRead, { owners, today, who, tried, sent = NOTHING_SENT }: Around) {
  const { id, terms, isOpen, isOverdue, agreed, said, origin, source, section, figure } = action
  const isOwn = terms.owner.account === who.account.id
  const maySay = isOwn || mayStep(who.account, 'comment')
  const steps: readonly Step[] = !maySay ? [] : isOpen ? ['progress', 'closed', 'changed'] : ['opened again']
  const start = startOf(action, owners)
  return {
    page: { title: 'Action', navigation: 'actions' as const, who: { name: who.account.name, form: who.form } },
    heading: isOverdue
      ? `${manyDays(daysBetween(terms.dueOn, today))} overdue: ${terms.what}`
      : isOpen
        ? terms.what
        : `Closed: ${terms.what}`,
    form: who.form,
    action: `/actions/${id}`,
    ...stopsOf(sent),
    facts: [
      { label: 'Who', value: terms.owner.name },
      { label: 'By when', value: longText(terms.dueOn) },
      { label: 'How we shall know', value: terms.howKnown },
      { label: 'From', value: [...new Set([source, section, figure])].filter(Boolean).join(', ') },
      {
        label: 'Agreed',
        value: `${saidText(agreed)}${origin.from === 'month' ? `, in the commentary of ${periodLabel(origin.period)}` : ''}`,
      },
    ],
    mark: isOpen ? dueMark(daysBetween(terms.dueOn, today)) : { kind: 'done', icon: 'tick', text: 'Closed' },
    back:
      origin.from === 'month'
        ? { href: `${monthAddress(origin)}/sections/${origin.section}`, label: 'The commentary it comes from' }
        : { href: `/plans/${origin.plan}`, label: 'The plan it comes from' },
    history: said.map((one, at) => historyOf(one, said[at - 1])).toReversed(),
    forms: steps.map((step) => ({
      step,
      label: LABELS[step].label,
      button: LABELS[step].button,
      open: tried === step || (tried === undefined && step === 'opened again'),
      questions: questionsOf(
        fieldsOf(step, owners),
        tried === step ? sent : { ...NOTHING_SENT, typed: step === 'changed' ? start : {} },
        today,
      ),
    })),
    mayNot: maySay ? undefined : `Whoever it is for, ${terms.owner.name}, says how far it has come.`,
  }
}

const LABELS: Readonly<Record<Step, { readonly label: string; readonly button: string }>> = {
  progress: { label: 'Say how far it has come', button: 'Keep' },
  closed: { label: 'Close it with what came of it', button: 'Close the action' },
  changed: { label: 'Change what, who or by when', button: 'Keep the change' },
  'opened again': { label: 'Open it again', button: 'Open the action again' },
}

/** What the form of a change shows before anything is typed: the terms as they are. */
function startOf({ terms }: ActionRead, owners: Owners): Sent['typed'] {
  const [year = '', month = '', day = ''] = isoOf(terms.dueOn)
  const owner = owners.find(({ name }) => name === terms.owner.name)?.userName
  const typed = {
    what: [terms.what],
    owner: owner === undefined ? [] : [owner],
    'dueOn.day': [day],
    'dueOn.month': [month],
    'dueOn.year': [year],
    howKnown: [terms.howKnown],
  }
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [nameIn('changed', name), value] as const))
}

const isoOf = (date: PlainDate): readonly string[] =>
  new Date(date * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map((part) => String(Number(part)))

const SAID: Readonly<Record<ActionSaid['step'], string>> = {
  agreed: 'Agreed',
  changed: 'Changed',
  progress: 'How far it has come',
  closed: 'Closed',
  'opened again': 'Opened again',
}

function historyOf(one: ActionSaid, before: ActionSaid | undefined) {
  const { step, words, impact, terms } = one
  const changes =
    step !== 'changed' || before === undefined
      ? []
      : [
          ...(before.terms.dueOn === terms.dueOn
            ? []
            : [`By ${shortText(terms.dueOn)} rather than ${shortText(before.terms.dueOn)}`]),
          ...(before.terms.owner.name === terms.owner.name
            ? []
            : [`${terms.owner.name} rather than ${before.terms.owner.name}`]),
          ...(before.terms.what === terms.what ? [] : [`Before: “${before.terms.what}”`]),
          ...(before.terms.howKnown === terms.howKnown ? [] : [`Known before by: “${before.terms.howKnown}”`]),
        ]
  return { label: SAID[step], words, impact, changes, who: saidText(one) }
}
