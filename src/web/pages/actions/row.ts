import type { ActionRead } from '../../../app/actions/read.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { daysBetween, type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { type DueMark, dueMark } from '../../due.ts'

/** An action in one line of a table, on whatever page. */
export type ActionRow = {
  readonly what: string
  readonly href: string
  readonly about: string
  readonly owner: string
  readonly mark: DueMark | { readonly kind: 'done'; readonly icon: 'tick'; readonly text: string }
  readonly due: string
  readonly howKnown: string
  readonly last: string
  readonly carried: string | undefined
}

/** @param month the first day of the month on whose page it stands: what was agreed before was carried on to it */
export function actionRow(action: ActionRead, today: PlainDate, month?: PlainDate): ActionRow {
  const { id, terms, isOpen, last, origin, source, section, figure } = action
  const isCarried = month !== undefined && origin.from === 'month' && origin.period.from < month
  return {
    what: terms.what,
    href: `/actions/${id}`,
    about: [...new Set([section, figure, ...(month === undefined ? [source] : [])])].filter(Boolean).join(', '),
    owner: terms.owner.name,
    mark: isOpen ? dueMark(daysBetween(terms.dueOn, today)) : { kind: 'done', icon: 'tick', text: 'Closed' },
    due: isOpen ? shortText(terms.dueOn) : shortText(last.on),
    howKnown: terms.howKnown,
    last: lastText(action),
    carried: isCarried && origin.from === 'month' ? `Carried on from ${periodLabel(origin.period)}` : undefined,
  }
}

function lastText({ last, isOpen }: ActionRead): string {
  if (last.step === 'agreed') return ''
  return isOpen ? last.words : `${last.words} ${last.impact}`
}
