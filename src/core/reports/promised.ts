import { type FrozenAction, soonestFirst } from '../actions/action.ts'
import { type Instant, londonDate } from '../dates/instant.ts'
import { type Period, parsePeriod, periodLabel } from '../dates/period.ts'
import { type PlainDate, shortText, toText } from '../dates/plain-date.ts'
import { textCell } from './cells.ts'
import type { Cell, Part } from './document.ts'
import { type FrozenMonth, sectionsOf } from './material.ts'
import { tableOf } from './tables.ts'
import { many } from './words.ts'

/** What was promised with the month and before it, as it stood when the month was frozen: what is late first, then what is due soonest, then what was done. */
export function promisedParts(month: FrozenMonth): readonly Part[] {
  const { actions, publication } = month
  if (actions.length === 0)
    return [{ kind: 'paragraph', text: 'Nothing that was promised was open when the month was frozen.' }]
  const on = londonDate(publication.frozenAt.getTime() as Instant)
  const open = actions.filter(({ step }) => step !== 'closed').toSorted(soonestFirst)
  const done = actions.filter(({ step }) => step === 'closed').toSorted((a, b) => b.on - a.on)
  const about = labelsOf(month)
  return [
    { kind: 'finding', text: standing(open, done, on) },
    tableOf(
      'What was promised',
      [
        {
          column: { header: 'What', kind: 'text', share: 3 },
          cell: (action) => textCell(`${about(action)}: ${action.terms.what}${sinceWhen(action, publication.period)}`),
        },
        { column: { header: 'Who', kind: 'text' }, cell: ({ terms }) => textCell(terms.owner) },
        { column: { header: 'By when', kind: 'date' }, cell: ({ terms }) => dayCell(terms.dueOn) },
        { column: { header: 'How it stands', kind: 'text' }, cell: (action) => textCell(stateOf(action, on)) },
        {
          column: { header: 'How we shall know, or what came of it', kind: 'text', share: 3 },
          cell: (action) => textCell(cameOf(action)),
        },
      ],
      [...open, ...done],
      [],
    ),
  ]
}

const isLate = ({ step, terms }: FrozenAction, on: PlainDate): boolean => step !== 'closed' && terms.dueOn < on

function standing(open: readonly FrozenAction[], done: readonly FrozenAction[], on: PlainDate): string {
  const late = open.filter((one) => isLate(one, on)).length
  const lates = late === 0 ? 'and none is late' : `${late} of them late`
  const opens =
    open.length === 0 ? 'Nothing that was promised is open' : `${many(open.length, 'action')} open, ${lates}`
  return done.length === 0 ? `${opens}.` : `${opens}. ${many(done.length, 'action')} done since the report before.`
}

function stateOf(action: FrozenAction, on: PlainDate): string {
  if (action.step === 'closed') return `Done on ${shortText(action.on)}`
  return isLate(action, on) ? 'Late' : 'Open'
}

/** Of what was carried on to the month, since when. */
function sinceWhen({ agreedIn }: FrozenAction, { from }: Period): string {
  const period = parsePeriod(agreedIn)
  return period.from === from ? '' : `\nPromised in ${periodLabel(period)}.`
}

function cameOf({ step, terms, words, impact, on, by }: FrozenAction): string {
  if (step === 'closed') return `${words}\nWhat it changed: ${impact}`
  return words === '' ? terms.howKnown : `${terms.howKnown}\n${by} on ${shortText(on)}: ${words}`
}

const dayCell = (day: PlainDate): Cell => ({ kind: 'date', text: shortText(day), value: toText(day) })

/** What an action is about, as the month calls it: a figure, or a section. */
function labelsOf(month: FrozenMonth): (action: FrozenAction) => string {
  const sections = sectionsOf(month)
  const series = sections.flatMap((one) => one.series)
  return ({ section, indicator }) =>
    series.find((one) => one.indicator === indicator)?.definition.label ??
    sections.find(({ key }) => key === section)?.label ??
    section
}
