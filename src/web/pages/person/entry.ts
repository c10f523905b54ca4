import type { DocumentLabels } from '../../../app/documents/label.ts'
import type { RecordRead } from '../../../app/people/read.ts'
import { type Instant, londonDate } from '../../../core/dates/instant.ts'
import { monthName, type PlainDate, partsOf, shortText, weekday } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Icon } from '../../../core/definitions/icon.ts'
import { isSignificant, sortOf } from '../../../core/record/sort.ts'
import { linkFacts } from '../record/link-facts.ts'
import { writtenFact } from '../record/written-fact.ts'

/** A record as one line of a chronology or list; `pages/person/entries.njk` draws it. */
export type Entry = {
  readonly href: string
  readonly sort: string
  readonly icon: Icon
  readonly significant: boolean
  /** The day, without the year; empty for what has no date. */
  readonly when: string
  readonly on: PlainDate | null
  readonly heading: string
  /** `short`: a long text cut, for the whole is on the record's own page. */
  readonly facts: readonly {
    readonly term: string
    readonly text: string
    readonly short: string
    readonly href: string | undefined
  }[]
  /** Who else it is about, by the part that they have in it. */
  readonly parts: readonly { readonly term: string; readonly people: readonly Somebody[] }[]
  readonly recorded: string
  readonly withheld: boolean
}

type Somebody = { readonly label: string; readonly href: string | undefined }

/** A record as it stands on somebody's page. */
export function entryOf(
  record: RecordRead,
  about: SubjectId,
  documents: DocumentLabels = new Map(),
  among: readonly RecordRead[] = [],
): Entry {
  const { type, content, names, on } = record
  const { label, icon } = sortOf(record)
  const nameOf = (subject: SubjectId) => names.get(subject)?.label ?? `Number ${subject}`
  const texts = Object.entries(type.fields)
    // What the line shows already: its date, its sort, its star.
    .filter(([field]) => ![type.dated, type.sorts?.by, type.significant].includes(field))
    .map(([field, definition]) => ({
      field,
      kind: definition.kind,
      term: definition.label.replace(/\?$/, ''),
      ...writtenFact(definition, content.fields[field] ?? null, nameOf, documents),
    }))
    .filter(({ text }) => text !== '')
  // What somebody wrote says more than a code, and a bare yes or no says nothing without its question.
  const title =
    texts.find(({ field }) => field === type.headline) ??
    texts.find(({ kind }) => kind === 'text') ??
    texts.find(({ kind }) => kind === 'code')
  const parts = partsIn(record, about)
  const named = parts.flatMap(({ people }) => people.map((one) => one.label)).join(', ')
  return {
    href: `/records/${record.record}`,
    sort: label,
    icon,
    significant: isSignificant(record),
    when: on === null ? '' : dayText(on),
    on,
    heading: cut(title?.text ?? (named || type.label), LONGEST_HEADING),
    facts: [
      ...texts.filter((one) => one !== title || one.text.length > LONGEST_HEADING),
      ...linkFacts(type, content, among),
    ].map(({ term, text, href }) => ({ term, text, href, short: cut(text, LONGEST_FACT) })),
    parts,
    recorded: `${record.recordedBy}, ${late(record)}`,
    withheld: record.withheld.length > 0,
  }
}

/** `Wed 27 Sep`: what stands in front of a line, under the heading of its month. */
const dayText = (on: PlainDate): string => `${weekday(on).slice(0, 3)} ${partsOf(on).day} ${monthName(on).slice(0, 3)}`

/**
 * Everybody else in a record. Of whoever has the first part in it, the others are simply with them; seen from any other part it must be said who has
 * which, or a mother's page would call her child her parent.
 */
function partsIn({ type, content, names }: RecordRead, about: SubjectId): Entry['parts'] {
  const [first] = Object.keys(type.subjects)
  const isOwn = first !== undefined && content.subjects[first]?.includes(about) === true
  return Object.entries(type.subjects)
    .map(([role, { label }]) => {
      const people = (content.subjects[role] ?? []).filter((subject) => !isOwn || subject !== about)
      return {
        term: isOwn && role === first ? 'With' : label,
        people: people.map((subject) => somebody(subject, about, names)),
      }
    })
    .filter(({ people }) => people.length > 0)
}

function somebody(subject: SubjectId, about: SubjectId, names: RecordRead['names']): Somebody {
  const name = names.get(subject)
  return {
    label: name?.label ?? 'Another person',
    href: name?.opens && subject !== about ? `/people/${subject}` : undefined,
  }
}

/** Everything that can be read in an entry, for a search by words. */
export const wordsOf = ({ sort, heading, facts, parts, recorded }: Entry): string =>
  [
    sort,
    heading,
    ...facts.flatMap(({ term, text }) => [term, text]),
    ...parts.flatMap(({ term, people }) => [term, ...people.map(({ label }) => label)]),
    recorded,
  ]
    .join(' ')
    .toLowerCase()

/** A heading that is cut stands in whole below itself. */
const LONGEST_HEADING = 90
/** Some three lines: so much shows what a note is about. */
const LONGEST_FACT = 240

/** At a word. */
const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`

function late({ daysLate, recordedAt }: RecordRead): string {
  if (daysLate === null) return 'always true'
  if (daysLate === 0) return 'recorded the same day'
  if (daysLate === 1) return 'recorded the next day'
  return daysLate <= 60
    ? `recorded ${daysLate} days later`
    : `recorded on ${shortText(londonDate(recordedAt.getTime() as Instant))}`
}
