import type { AgencySends, SentFigure } from '../../../app/agencies.ts'
import { type Period, periodLabel, periodText } from '../../../core/dates/period.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { Dataset } from '../../../core/definitions/area.ts'
import type { SentEvery } from '../../../core/definitions/indicator.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'

type Read = {
  readonly dataset: Dataset
  readonly periods: readonly Period[]
  readonly month: { readonly period: Period }
  readonly agencies: readonly AgencySends[]
}

/** Who has sent what of a dataset by a month: who owes most, first. */
export function agenciesView({ dataset, periods, month: { period }, agencies }: Read, who: Who) {
  return {
    page: {
      title: `Who sends the ${dataset.label}`,
      navigation: 'figures' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: owing(agencies),
    lead: `What other agencies send of the ${dataset.label}, and what is here of it for ${periodLabel(period)}. The rest is counted here.`,
    back: address(`/datasets/${dataset.key}`, { period: periodText(period) }),
    label: dataset.label,
    months: periods
      .toReversed()
      .map((one) => ({ value: periodText(one), label: periodLabel(one), selected: one.from === period.from })),
    agencies: agencies.map((one) => agencyView(dataset, period, one)),
  }
}

function agencyView(dataset: Dataset, period: Period, { agency, figures }: AgencySends) {
  const owes = figures.reduce((sum, one) => sum + one.owes.length, 0)
  const waits = figures.some(({ state }) => state === 'awaited')
  return {
    key: agency.key,
    label: capital(agency.label),
    called: agency.label,
    summary: owes === 0 ? (waits ? 'Nothing owed; some is still to come' : 'All here') : `${figuresWord(owes)} owed`,
    file:
      owes > 0 || waits
        ? address(`/datasets/${dataset.key}/agencies/${agency.key}/to-send.csv`, { period: periodText(period) })
        : undefined,
    rows: figures.map(row),
  }
}

function row({ indicator, sent, filed, due, state, owes, last }: SentFigure) {
  return {
    label: indicator.label,
    href: address(`/indicators/${indicator.key}`, { period: periodText(filed) }),
    every: everyWords[sent.every],
    last: last === undefined ? undefined : periodLabel(last),
    mark:
      owes.length > 0
        ? { kind: 'late', icon: 'late', text: `Owes ${listed(owes.toReversed().map(periodLabel))}` }
        : state === 'awaited'
          ? { kind: 'info', icon: 'clock', text: `${periodLabel(filed)} to come` }
          : { kind: 'done', icon: 'tick', text: `${periodLabel(filed)} is here` },
    due: shortText(due),
    within: `${sent.within} after the end of ${periodLabel(filed)}`,
  }
}

const everyWords: Readonly<Record<SentEvery, string>> = {
  month: 'Each month',
  quarter: 'Each quarter',
  'financial year': 'Each financial year',
  'academic year': 'Each school year',
}

/** “The police and public health owe 3 figures”; that nobody does. */
export function owing(agencies: readonly AgencySends[]): string {
  const behind = agencies.filter(({ figures }) => figures.some(({ owes }) => owes.length > 0))
  const count = behind.flatMap(({ figures }) => figures).reduce((sum, { owes }) => sum + owes.length, 0)
  if (count === 0) return 'No agency owes a figure'
  const names = listed(behind.map(({ agency }) => agency.label))
  return `${capital(names)} ${behind.length === 1 ? 'owes' : 'owe'} ${figuresWord(count)}`
}

const figuresWord = (count: number): string => (count === 1 ? '1 figure' : `${count} figures`)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
