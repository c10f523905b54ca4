import { mayStep } from '../../../app/months/leave.ts'
import type { MonthRestated, RestatedFigure } from '../../../app/months/restated.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { longText, shortText } from '../../../core/dates/plain-date.ts'
import type { RestatedDecision } from '../../../core/figures/month.ts'
import { written } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { behindOf } from '../figure-list/view.ts'
import { standingText, whoHref } from '../indicator/words.ts'
import { monthAddress } from './asked.ts'
import { many, saidText } from './words.ts'

/** What somebody decided that was not kept, and why. */
export type TriedDecision = {
  readonly indicator: string
  readonly decision: string
  readonly words: string
  readonly fault: string
}

type Decided = {
  readonly decisions: ReadonlyMap<string, RestatedDecision>
  readonly tried: TriedDecision | undefined
}

/** What of a frozen month would be otherwise today, by figure and whoever it is about, and whether the next report says so. */
export function restatedView({ publication, figures }: MonthRestated, { decisions, tried }: Decided, who: Who) {
  const { period, knownOn, version } = publication
  return {
    action: `${monthAddress(publication)}/restated`,
    form: who.form,
    mayDecide: mayStep(who.account, 'publish'),
    fault:
      tried === undefined
        ? undefined
        : { text: tried.fault, href: `#${isUnchosen(tried) ? `${tried.indicator}-1` : `words-${tried.indicator}`}` },
    page: { title: 'Restated', navigation: 'publish' as const, who: { name: who.account.name, form: who.form } },
    back: monthAddress(publication),
    heading:
      figures.length === 0
        ? `Every figure of ${periodLabel(period)} is what it was when it was frozen`
        : `${many(figures.length, 'figure')} of ${periodLabel(period)} would be different today`,
    lead: `Version ${version} was frozen as known on ${longText(knownOn)}, by ${saidText({ by: publication.frozenBy, at: publication.frozenAt })}. It stays as it is.`,
    figures: figures.map((one) => ({
      ...figureOf(one),
      decided: decidedOf(decisions.get(one.figure.indicator)),
      tried: tried?.indicator === one.figure.indicator ? { ...tried, isUnchosen: isUnchosen(tried) } : undefined,
      choices: (['say so', 'no note'] as const).map((value) => ({
        value,
        label: choiceLabels[value],
        checked: (tried?.indicator === one.figure.indicator ? tried.decision : undefined) === value,
      })),
    })),
  }
}

const isUnchosen = ({ decision }: TriedDecision): boolean => decision === ''

const choiceLabels = { 'say so': 'Say so in the next report', 'no note': 'No note is needed' } as const
const decidedLabels = { 'say so': 'The next report says so', 'no note': 'No note' } as const

const decidedOf = (one: RestatedDecision | undefined) =>
  one === undefined ? undefined : { label: decidedLabels[one.decision], words: one.words, who: saidText(one) }

function figureOf({ figure, list, now, otherRule, members, notShown }: RestatedFigure) {
  const { label, unit } = figure.definition
  const inUnits = (value: number | null) => (value === null ? 'no figure' : written(value, unit))
  return {
    key: figure.indicator,
    label,
    href: address(`/indicators/${figure.indicator}`, { period: periodText(figure.period) }),
    was: inUnits(figure.value),
    now: inUnits(now),
    same: inUnits(figure.value) === inUnits(now),
    otherRule,
    notShown:
      notShown === 0 ? undefined : `${many(notShown, 'more', 'more')}, of whom you may not read what decides it.`,
    members: members.map(({ subject, name, was, is, recorded }) => ({
      name,
      href: whoHref(list.each, subject),
      moved:
        was === is ? `${standingText(is)}, with another number` : `Was ${standingText(was)}, is ${standingText(is)}`,
      recorded: recorded.map((one) => ({
        what: behindOf(one),
        who: `Known from ${shortText(one.knownOn)}, recorded by ${one.by}${one.reason === null ? '' : `: “${one.reason}”`}`,
      })),
    })),
  }
}
