import type { Stub } from '../../../app/people/put-right.ts'
import type { PersonRead, RecordRead } from '../../../app/people/read.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { longText, monthText } from '../../../core/dates/plain-date.ts'
import { isSignificant, sortOf } from '../../../core/record/sort.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { stubEntry } from '../removal/stub.ts'
import { type Filter, labelOfDate, type Order, queryOf } from './chronology-filter.ts'
import { printedWhat, type Questions, questionsOf } from './chronology-questions.ts'
import { type Entry, entryOf, wordsOf } from './entry.ts'
import { type HeadView, headView } from './head.ts'

type Month = { readonly label: string; readonly lines: readonly Entry[] }
export type ChronologyView = View & {
  readonly head: HeadView
  readonly action: string
  /** Everything, for whoever wants to begin again. */
  readonly clear: string | undefined
  readonly heading: string
  readonly asKnown: string | undefined
  readonly now: string
  readonly nothing: string
  readonly parts: readonly { readonly heading: string | undefined; readonly months: readonly Month[] }[]
  readonly exports: { readonly chronology: string; readonly all: string } | undefined
  readonly newer: string | undefined
  readonly older: string | undefined
  readonly place: string | undefined
  readonly filter: Questions
  readonly faults: readonly { readonly href: string; readonly message: string }[]
  readonly printed: { readonly by: string; readonly what: string } | undefined
}
/** Entries on a page: a few screens, and quick to send. */
const MOST = 50

/** Everything that is on the record with a date, narrowed and ordered as was asked. */
export function chronologyView(
  { head, moment, records, putRight, documents, mayExport }: PersonRead,
  filter: Filter,
  who: Who,
  now: Date,
): ChronologyView {
  const base = `/people/${head.subject}/chronology`
  const dated = records.filter(({ on }) => on !== null)
  const lines = ordered(
    [
      ...matching(dated, filter).map((record) => entryOf(record, head.subject, documents, records)),
      ...stubsMatching(putRight.stubs, filter).map(stubEntry),
    ]
      .toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0))
      .filter(hasWords(filter)),
    filter.order,
  )
  const pages = filter.print ? 1 : Math.max(1, Math.ceil(lines.length / MOST))
  const page = Math.min(filter.page, pages)
  const shown = filter.print ? lines : lines.slice((page - 1) * MOST, page * MOST)
  const standing = moment.asAt === head.today && moment.knownOn === head.today
  const questions = questionsOf(dated, filter, base, head.today)
  const to = (number: number) => address(base, queryOf(filter, { page: number }))
  return {
    page: {
      title: `${head.name}: chronology`,
      navigation: 'people',
      who: { name: who.account.name, form: who.form },
    },
    head: headView(head, { here: 'chronology', print: address(base, queryOf(filter, { print: 'yes' })) }),
    action: base,
    clear: address(base, queryOf(filter)) === base ? undefined : base,
    heading: heading(lines.length, dated.length),
    asKnown: standing ? undefined : `As at ${longText(moment.asAt)}, of what was known by ${longText(moment.knownOn)}.`,
    now: base,
    nothing:
      dated.length === 0
        ? `Nothing with a date is on the record${standing ? ' yet' : ' by then'}.`
        : 'Nothing on the record is like that. Choose fewer kinds, a longer time, or other words.',
    parts: partsOf(shown, filter.order),
    exports: mayExport
      ? {
          chronology: address(`${base}.csv`, queryOf(filter)),
          all: `/people/${head.subject}/export`,
        }
      : undefined,
    newer: page > 1 ? to(page - 1) : undefined,
    older: page < pages ? to(page + 1) : undefined,
    place: pages > 1 ? `${(page - 1) * MOST + 1} to ${(page - 1) * MOST + shown.length} of ${lines.length}` : undefined,
    filter: questions,
    faults: filter.faults.map(({ field, message }) => ({
      href: `#${field}`,
      message: `${labelOfDate(field)}: ${message}`,
    })),
    printed: filter.print
      ? { by: `${who.account.name}, ${londonText(now.getTime() as Instant)}`, what: printedWhat(filter, questions) }
      : undefined,
  }
}

/** The records of a chronology that were asked for, in date order: for a file with the same list as the page. */
export function recordsAskedFor({ head, records, documents }: PersonRead, filter: Filter): readonly RecordRead[] {
  const isWanted = hasWords(filter)
  return matching(
    records.filter(({ on }) => on !== null),
    filter,
  ).filter((record) => isWanted(entryOf(record, head.subject, documents, records)))
}

function matching(records: readonly RecordRead[], { kinds, from, to, significant }: Filter): readonly RecordRead[] {
  return records.filter((record) => {
    const on = record.on ?? 0
    if (from !== undefined && on < from) return false
    if (to !== undefined && on > to) return false
    if (significant && !isSignificant(record)) return false
    return kinds.length === 0 || kinds.some((kind) => isOfKind(record, kind))
  })
}

/** What was taken off the record stands where it stood. */
const stubsMatching = (stubs: readonly Stub[], { kinds, from, to, significant }: Filter): readonly Stub[] =>
  stubs.filter(
    ({ on, type }) =>
      on !== null &&
      !significant &&
      (from === undefined || on >= from) &&
      (to === undefined || on <= to) &&
      (kinds.length === 0 || kinds.includes(type.key)),
  )

/** `case-note` is every case note, `case-note.visit` those of visits. */
const isOfKind = (record: RecordRead, kind: string): boolean => record.type.key === kind || sortOf(record).key === kind

const hasWords = ({ words }: Filter) => {
  const each = words.toLowerCase().split(/\s+/).filter(Boolean)
  return (entry: Entry): boolean => each.every((word) => wordsOf(entry).includes(word))
}

/** The records come in date order; of one day, in the order in which they were made. */
function ordered(entries: readonly Entry[], order: Order): readonly Entry[] {
  if (order === 'earliest') return entries
  const latestFirst = entries.toReversed()
  if (order === 'latest') return latestFirst
  return [
    ...latestFirst.filter(({ significant }) => significant),
    ...latestFirst.filter(({ significant }) => !significant),
  ]
}

function partsOf(entries: readonly Entry[], order: Order): ChronologyView['parts'] {
  if (order !== 'significant') return [{ heading: undefined, months: byMonth(entries) }]
  const parts = [
    { heading: 'Significant', months: byMonth(entries.filter(({ significant }) => significant)) },
    { heading: 'Everything else', months: byMonth(entries.filter(({ significant }) => !significant)) },
  ]
  return parts.filter(({ months }) => months.length > 0)
}

function byMonth(entries: readonly Entry[]): readonly Month[] {
  const months: { label: string; lines: Entry[] }[] = []
  for (const entry of entries) {
    const label = entry.on === null ? '' : monthText(entry.on)
    const last = months.at(-1)
    if (last?.label === label) last.lines.push(entry)
    else months.push({ label, lines: [entry] })
  }
  return months
}

function heading(shown: number, all: number): string {
  const many = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
  return shown === all ? many(all) : `${shown} of ${many(all)}`
}
