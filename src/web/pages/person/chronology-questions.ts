import type { RecordRead } from '../../../app/people/read.ts'
import { type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { sortOf } from '../../../core/record/sort.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import { type DateField, type Filter, labelOfDate, type Order, queryOf, stretches } from './chronology-filter.ts'

type Option = { readonly value: string; readonly label: string; readonly chosen: boolean }
type DateQuestion = {
  readonly name: DateField
  readonly label: string
  readonly value: string
  readonly error: string | undefined
}

/** What one can ask a chronology to show, with what was asked. */
export type Questions = {
  readonly kinds: readonly (Option & { readonly count: number })[]
  readonly anyChosen: boolean
  /** `everything`, `Visit and Decision`, `5 of 18`. */
  readonly chosenText: string
  readonly orders: readonly Option[]
  readonly words: string
  readonly significant: boolean
  readonly dates: readonly DateQuestion[]
  readonly moments: readonly DateQuestion[]
  readonly momentsOpen: boolean
  readonly stretches: readonly { readonly label: string; readonly href: string }[]
}

const orders: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'latest', label: 'Latest first' },
  { value: 'earliest', label: 'Earliest first' },
  { value: 'significant', label: 'Significant first' },
]

export function questionsOf(records: readonly RecordRead[], filter: Filter, base: string, today: PlainDate): Questions {
  const date = (name: DateField): DateQuestion => ({
    name,
    label: labelOfDate(name),
    value: filter.typed[name],
    error: filter.faults.find(({ field }) => field === name)?.message,
  })
  const { typed } = filter
  const kinds = kindsIn(records, filter)
  const chosen = kinds.filter((one) => one.chosen).map(({ label }) => label)
  return {
    kinds,
    anyChosen: chosen.length > 0,
    chosenText:
      chosen.length === 0 ? 'everything' : chosen.length < 4 ? listed(chosen) : `${chosen.length} of ${kinds.length}`,
    orders: orders.map((one) => ({ ...one, chosen: one.value === filter.order })),
    words: filter.words,
    significant: filter.significant,
    dates: [date('from'), date('to')],
    moments: [date('as-at'), date('known-on')],
    momentsOpen: typed['as-at'] !== '' || typed['known-on'] !== '',
    stretches: stretches(today).map(({ label, from }) => ({
      label,
      href: address(base, { ...queryOf(filter), from: shortText(from), to: undefined }),
    })),
  }
}

/** The sorts that there are, in the order of the alphabet, with how many of each. */
function kindsIn(records: readonly RecordRead[], { kinds }: Filter): Questions['kinds'] {
  const found = new Map<string, { readonly label: string; count: number }>()
  for (const record of records) {
    const { key, label } = sortOf(record)
    const known = found.get(key)
    if (known === undefined) found.set(key, { label, count: 1 })
    else known.count += 1
  }
  return [...found]
    .map(([value, { label, count }]) => ({ value, label, count, chosen: isChosen(kinds, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}

const isChosen = (kinds: readonly string[], key: string): boolean =>
  kinds.includes(key) || kinds.includes(key.split('.')[0] ?? key)

/** What of the record a printed chronology has, so that nobody takes a part of it for the whole. */
export function printedWhat(filter: Filter, questions: Questions): string {
  const { from, to, words, significant } = filter
  const kinds = questions.kinds.filter(({ chosen }) => chosen).map(({ label }) => label.toLowerCase())
  const parts = [
    ...(kinds.length > 0 ? [`only ${listed(kinds)}`] : []),
    ...(significant ? ['only what is significant'] : []),
    ...(from === undefined ? [] : [`from ${shortText(from)}`]),
    ...(to === undefined ? [] : [`to ${shortText(to)}`]),
    ...(words === '' ? [] : [`only with “${words}”`]),
  ]
  return parts.length === 0
    ? 'Everything with a date that they may read.'
    : `A part of the record: ${parts.join(', ')}.`
}
