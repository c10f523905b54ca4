import type { FastifyRequest } from 'fastify'
import { addDays, type PlainDate, partsOf, shortText } from '../../../core/dates/plain-date.ts'
import { readDate } from '../../../core/dates/read-dates.ts'
import type { Moment } from '../../../core/record/chronology.ts'
import { all, first } from '../../query.ts'

const orders = ['latest', 'earliest', 'significant'] as const
export type Order = (typeof orders)[number]

const dateFields = { from: 'From', to: 'To', 'as-at': 'As at', 'known-on': 'As known on' } as const
export type DateField = keyof typeof dateFields

/** What somebody asked a chronology to show, as they wrote it and as it was read. */
export type Filter = {
  readonly kinds: readonly string[]
  readonly words: string
  readonly significant: boolean
  readonly order: Order
  readonly from: PlainDate | undefined
  readonly to: PlainDate | undefined
  readonly moment: Moment
  readonly page: number
  /** Laid out for paper. */
  readonly print: boolean
  readonly typed: Readonly<Record<DateField, string>>
  readonly faults: readonly { readonly field: DateField; readonly message: string }[]
}

/** Reads the query of a chronology. A date that is none is told beside its field, and leaves the rest as it is. */
export function filterIn(request: FastifyRequest, today: PlainDate): Filter {
  const text = (name: string) => (first(request, name) ?? '').trim()
  const typed = { from: text('from'), to: text('to'), 'as-at': text('as-at'), 'known-on': text('known-on') }
  const { faults, from, to, asAt, knownOn } = datesIn(typed, today)
  return {
    kinds: all(request, 'kind'),
    words: text('words'),
    significant: text('significant') === 'yes',
    order: orders.find((order) => order === text('order')) ?? 'latest',
    from,
    to,
    moment: { asAt: asAt ?? today, knownOn: knownOn ?? today },
    page: Math.max(1, Math.trunc(Number(text('page'))) || 1),
    print: text('print') === 'yes',
    typed,
    faults,
  }
}

/** The dates that can be used, and what is wrong with the others. */
function datesIn(typed: Filter['typed'], today: PlainDate) {
  const dates = new Map(fields.map((field) => [field, readDate(typed[field], today)] as const))
  const [from, to, knownOn] = [dates.get('from'), dates.get('to'), dates.get('known-on')]
  const isAhead = knownOn !== undefined && knownOn > today
  const isBackward = from !== undefined && to !== undefined && to < from
  const faults: Filter['faults'] = [
    ...fields
      .filter((field) => typed[field] !== '' && dates.get(field) === undefined)
      .map((field) => ({ field, message: noDate(typed[field], today) })),
    ...(isBackward
      ? [
          {
            field: 'to' as const,
            message: `This is before “From” (${shortText(from)}). Put right whichever is mistaken.`,
          },
        ]
      : []),
    ...(isAhead
      ? [{ field: 'known-on' as const, message: 'That day has not come yet, so nothing is known on it.' }]
      : []),
  ]
  return {
    faults,
    from,
    to: isBackward ? undefined : to,
    asAt: dates.get('as-at'),
    knownOn: isAhead ? undefined : knownOn,
  }
}

const fields = Object.keys(dateFields).filter((field): field is DateField => Object.hasOwn(dateFields, field))

export const labelOfDate = (field: DateField): string => dateFields[field]

const noDate = (text: string, today: PlainDate): string =>
  `“${text.slice(0, 40)}” is no date. Write it like ${shortText(today)}, or ${partsOf(today).day}/${partsOf(today).month}/${partsOf(today).year}.`

/** The query that asks for the same, with changes; what is left as it always is does not stand in it. */
export function queryOf(
  filter: Filter,
  changes: { readonly page?: number; readonly print?: 'yes' } = {},
): Readonly<Record<string, string | readonly string[] | undefined>> {
  const { kinds, words, significant, order, typed } = filter
  const given = (text: string) => (text === '' ? undefined : text)
  const page = changes.page ?? 1
  return {
    kind: kinds,
    from: given(typed.from),
    to: given(typed.to),
    words: given(words),
    significant: significant ? 'yes' : undefined,
    order: order === 'latest' ? undefined : order,
    'as-at': given(typed['as-at']),
    'known-on': given(typed['known-on']),
    page: page > 1 ? String(page) : undefined,
    print: changes.print,
  }
}

/** Stretches that are often wanted, as the days from which they run. */
export const stretches = (today: PlainDate) =>
  [
    { label: 'Last 4 weeks', from: addDays(today, -28) },
    { label: 'Last 12 months', from: addDays(today, -365) },
  ] as const
