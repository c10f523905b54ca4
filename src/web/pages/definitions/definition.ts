import type { Covers } from '../../../core/dates/period.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import type { Indicator, Sent, Unit } from '../../../core/definitions/indicator.ts'

/** One indicator's definition in words, for the pages that show it. */
export type DefinitionView = {
  readonly key: string
  readonly label: string
  readonly area: string
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  readonly notes: readonly string[]
  readonly toConfirm: string | undefined
  readonly status: string
  readonly related: readonly { readonly label: string; readonly href: string }[]
}

const covers: Readonly<Record<Covers, string>> = {
  'at the end': 'The last day of the month',
  'in the period': 'The calendar month',
  'the cohort of the period': 'Those who began in the month, however long it takes until their answer is known',
  'rolling 3 months': 'The three months to the end of the month',
  'rolling 6 months': 'The six months to the end of the month, counted afresh each time',
  'rolling 12 months': 'The twelve months to the end of the month, counted afresh each time',
  'rolling 36 months': 'The three years to the end of the month, counted afresh each time',
  'academic year to date': 'From 1 September to the end of the month',
  'the term': 'The school term that ends in the month',
}

const units: Readonly<Record<Unit, string>> = {
  count: 'A number',
  'per cent': 'Per cent of those described',
  'per 10,000': 'Per 10,000 children aged 0 to 17',
  days: 'Days',
  score: 'A score',
  ratio: 'One number divided by another',
}

const statuses: Readonly<Record<Indicator['status'], string>> = {
  national: 'National definition',
  stated: 'As the authority states it',
  inferred: 'Worked out from published figures',
  'to be confirmed': 'To be confirmed',
}

const goods = { high: 'Higher is better', low: 'Lower is better', neither: 'Neither way is better' } as const

export const goodInWords = ({ goodIs }: Indicator): string => goods[goodIs]
export const statusInWords = ({ status }: Indicator): string => statuses[status]

export function definitionView(catalogue: Catalogue, indicator: Indicator): DefinitionView {
  const all = [...catalogue.indicators.values()]
  const related = all.filter(({ key, variantOf }) => key === indicator.variantOf || variantOf === indicator.key)
  return {
    key: indicator.key,
    label: indicator.label,
    area: catalogue.areas.find(({ indicators }) => indicators.includes(indicator))?.label ?? '',
    facts: [
      { term: 'Who', text: indicator.who },
      ...(indicator.countedIf === undefined ? [] : [{ term: 'Counted if', text: indicator.countedIf }]),
      { term: 'Not known', text: indicator.notKnown },
      { term: 'Covers', text: covers[indicator.covers] },
      ...(indicator.ripeAfter === undefined
        ? []
        : [{ term: 'Final', text: `${indicator.ripeAfter} after the end of the month; provisional until then` }]),
      { term: 'Unit', text: `${units[indicator.unit]}. ${goodInWords(indicator)}.` },
      ...(indicator.sent === undefined ? [] : [{ term: 'Sent by', text: sentText(indicator.sent) }]),
      { term: 'Source', text: indicator.source },
      { term: 'Standing', text: statusInWords(indicator) },
    ],
    notes: indicator.notes ?? [],
    toConfirm: indicator.status === 'to be confirmed' ? indicator.question : undefined,
    status: statusInWords(indicator),
    related: related.map(({ key, label }) => ({ label, href: `/definitions/${key}` })),
  }
}

const sentText = ({ by, every, within }: Sent): string => `${by.label}, every ${every}, within ${within} of its end`
