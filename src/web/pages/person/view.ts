import type { PersonHead, PersonRead, RecordRead } from '../../../app/people/read.ts'
import { type Instant, londonDate } from '../../../core/dates/instant.ts'
import { longText, monthText, type PlainDate, shortText, toText } from '../../../core/dates/plain-date.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import type { Menu } from '../record/menu.ts'
import { writtenValue } from '../record/written-value.ts'

type RecordLine = {
  readonly href: string
  readonly type: string
  readonly when: string
  readonly heading: string
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  readonly others: readonly { readonly label: string; readonly href: string | undefined }[]
  readonly recorded: string
  readonly withheld: boolean
}

export type PersonView = View & {
  readonly heading: string
  readonly lead: string
  readonly subject: number
  readonly alerts: readonly RecordLine[]
  readonly facts: readonly RecordLine[]
  readonly months: readonly { readonly label: string; readonly lines: readonly RecordLine[] }[]
  readonly total: number
  readonly asKnown: string | undefined
  readonly filter: {
    readonly knownOn: string
    readonly asAt: string
    readonly kinds: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
  }
  readonly menu: Menu
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly here: boolean }[]
}

/** What a person's page shows, narrowed to a kind of record if one was asked for. */
export type Narrowed = {
  readonly kind: string | undefined
  readonly today: PlainDate
  readonly menu: Menu
}

/** A person's page: who this is, what to know first, what is always true, and the chronology, latest first. */
export function personView(read: PersonRead, who: Who, { kind, today, menu }: Narrowed): PersonView {
  const { head, moment, records } = read
  const lines = (chosen: readonly RecordRead[]) => chosen.map((record) => recordLine(record, head))
  const dated = records.filter(({ on, type }) => on !== null && (kind === undefined || type.key === kind)).toReversed()
  const kinds = [...new Map(records.filter(({ on }) => on !== null).map(({ type }) => [type.key, type.label] as const))]
  const standing = moment.asAt === today && moment.knownOn === today
  return {
    page: { title: head.name, navigation: 'people', who: { name: who.account.name, form: who.form } },
    heading: head.name,
    lead: leadOf(head),
    subject: head.subject,
    alerts: lines(records.filter(({ type, content }) => type.key === 'alert' && content.fields['endedOn'] === null)),
    facts: lines(records.filter(({ on }) => on === null)),
    months: byMonth(dated, head),
    total: dated.length,
    asKnown: standing ? undefined : `As at ${longText(moment.asAt)}, of what was known by ${longText(moment.knownOn)}.`,
    filter: {
      knownOn: toText(moment.knownOn),
      asAt: toText(moment.asAt),
      kinds: [
        { value: '', label: 'Everything', selected: kind === undefined },
        ...kinds.map(([value, label]) => ({ value, label, selected: value === kind })),
      ],
    },
    menu,
    tabs: tabs(head.subject, 'record'),
  }
}

export const tabs = (subject: number, here: 'record' | 'looked') => [
  { href: `/people/${subject}`, label: 'Record', here: here === 'record' },
  { href: `/people/${subject}/looked`, label: 'Who has looked', here: here === 'looked' },
]

function leadOf({ age, bornOn, expectedOn, diedOn, pronouns }: PersonHead): string {
  const born =
    bornOn === null
      ? expectedOn === null
        ? 'Date of birth not known.'
        : `Not yet born; expected ${shortText(expectedOn)}.`
      : `${age} years old, born ${shortText(bornOn)}.`
  return [born, diedOn === null ? '' : `Died ${shortText(diedOn)}.`, pronouns ?? ''].filter(Boolean).join(' ')
}

function byMonth(records: readonly RecordRead[], head: PersonHead): PersonView['months'] {
  const months = new Map<string, RecordLine[]>()
  for (const record of records) {
    const label = record.on === null ? '' : monthText(record.on)
    months.set(label, [...(months.get(label) ?? []), recordLine(record, head)])
  }
  return [...months].map(([label, lines]) => ({ label, lines }))
}

function recordLine(record: RecordRead, head: PersonHead): RecordLine {
  const { type, content, names, on } = record
  const nameOf = (subject: number) => [...names].find(([one]) => one === subject)?.[1].label ?? `Number ${subject}`
  const texts = Object.entries(type.fields)
    .filter(([field]) => field !== type.dated)
    .map(([field, { label }]) => ({
      field,
      kind: type.fields[field]?.kind,
      term: label.replace(/\?$/, ''),
      text: writtenValue(type.fields[field], content.fields[field] ?? null, nameOf),
    }))
    .filter(({ text }) => text !== '')
  // What somebody wrote says more than a code, and a bare yes or no says nothing without its question.
  const title =
    texts.find(({ field }) => field === type.headline) ??
    texts.find(({ kind }) => kind === 'text') ??
    texts.find(({ kind }) => kind === 'code')
  const others = [...new Set(Object.values(content.subjects).flat())].filter((subject) => subject !== head.subject)
  return {
    href: `/records/${record.record}`,
    type: type.label,
    when: on === null ? '' : longText(on).replace(/ \d{4}$/, ''),
    heading: shortened(title?.text ?? type.label),
    facts: texts
      .filter((one) => one !== title || one.text.length > LONGEST_HEADING)
      .map(({ term, text }) => ({ term, text })),
    others: others.map((subject) => {
      const name = names.get(subject)
      return {
        label: name?.label ?? 'Another person',
        href: name?.opens ? address(`/people/${subject}`, {}) : undefined,
      }
    }),
    recorded: `${record.recordedBy}, ${late(record)}`,
    withheld: record.withheld.length > 0,
  }
}

const LONGEST_HEADING = 90
const shortened = (text: string): string =>
  text.length > LONGEST_HEADING ? `${text.slice(0, LONGEST_HEADING - 1)}…` : text

function late({ daysLate, recordedAt }: RecordRead): string {
  if (daysLate === null) return 'always true'
  if (daysLate === 0) return 'recorded the same day'
  if (daysLate === 1) return 'recorded the next day'
  return daysLate <= 60
    ? `recorded ${daysLate} days later`
    : `recorded on ${shortText(londonDate(recordedAt.getTime() as Instant))}`
}
