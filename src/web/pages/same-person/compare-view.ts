import type { Compared, Comparison } from '../../../app/people/compare.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../../core/record/chronology.ts'
import type { Who } from '../../session.ts'
import { writtenValue } from '../record/written-value.ts'

type State = 'same' | 'differs' | 'only one'
type Row = {
  readonly term: string
  readonly one: readonly string[]
  readonly other: readonly string[]
  readonly state: State
}

/** What was typed, to be shown again with what was wrong with it. */
export type TypedMerge = { readonly keep: string; readonly reason: string; readonly compared: boolean }
export type MergeFault = { readonly field: 'keep' | 'reason' | 'compared'; readonly message: string }

/** Two people side by side: what is the same, what differs, and which number to keep. */
export function compareView(
  { one, other, types, names, before }: Comparison,
  who: Who,
  typed: TypedMerge | undefined,
  faults: readonly MergeFault[],
) {
  const nameOf = (subject: SubjectId) => names.get(subject)?.label ?? `Number ${subject}`
  const rows = types.flatMap((type) => rowsOf(type, one, other, nameOf))
  const larger = one.written.count >= other.written.count ? one : other
  return {
    page: { title: 'The same person?', navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    form: who.form,
    heading: `${one.name} and ${other.name}: ${finding(rows)}`,
    action: `/people/${one.subject}/same/${other.subject}`,
    back: `/people/${one.subject}/same`,
    sides: [sideOf(one), sideOf(other)],
    rows,
    before: before.flatMap(({ by, knownOn, ended }) =>
      ended === null
        ? []
        : [
            `${by} recorded them as one person on ${shortText(knownOn)}; ${ended.by} took it back on ${shortText(ended.knownOn)}: ${ended.reason}`,
          ],
    ),
    keep: typed?.keep ?? String(larger.subject),
    reason: typed?.reason ?? '',
    compared: typed?.compared ?? false,
    faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
    errors: Object.fromEntries(faults.map(({ field, message }) => [field, message])),
  }
}

function sideOf({ subject, numbers, name, written: { count, first, last } }: Compared) {
  const also = numbers.slice(1)
  return {
    subject: String(subject),
    name,
    href: `/people/${subject}`,
    number: also.length === 0 ? `Number ${subject}` : `Number ${subject}, also ${also.join(' and ')}`,
    written: [
      count === 1 ? '1 record' : `${count} records`,
      ...(first === null || last === null
        ? []
        : [first === last ? `written on ${shortText(first)}` : `written ${shortText(first)} to ${shortText(last)}`]),
    ].join(', '),
  }
}

/** What is the same is counted too: two records that differ in nothing are as telling as two that do. */
function finding(rows: readonly Row[]): string {
  const count = (state: State) => rows.filter((row) => row.state === state).length
  const [same, differs] = [count('same'), count('differs')]
  const alike =
    same === 0 ? 'nothing is the same' : same === 1 ? 'one thing is the same' : `${same} things are the same`
  return `${alike}, ${differs === 0 ? 'nothing differs' : differs === 1 ? 'one differs' : `${differs} differ`}`
}

type NameOf = (subject: SubjectId) => string

/** Of what somebody is once, a row for each answer; of what there may be several of, one row with all. */
function rowsOf(type: RecordType, one: Compared, other: Compared, nameOf: NameOf): readonly Row[] {
  const [first, second] = [one, other].map(({ records }) => records.filter((record) => record.type === type))
  if (type.key === 'person')
    return Object.keys(type.fields).flatMap((field) =>
      row(
        type.fields[field]?.label ?? field,
        valuesOf(first ?? [], field, nameOf),
        valuesOf(second ?? [], field, nameOf),
      ),
    )
  return row(
    type.plural.charAt(0).toUpperCase() + type.plural.slice(1),
    (first ?? []).map((record) => lineOf(record, one.subject, nameOf)),
    (second ?? []).map((record) => lineOf(record, other.subject, nameOf)),
  )
}

function row(term: string, one: readonly string[], other: readonly string[]): readonly Row[] {
  if (one.length === 0 && other.length === 0) return []
  const isSame = one.length === other.length && one.every((line) => other.includes(line))
  const state = isSame ? 'same' : one.length === 0 || other.length === 0 ? 'only one' : 'differs'
  return [{ term, one, other, state }]
}

const valuesOf = (records: readonly RecordAsAt[], field: string, nameOf: NameOf): readonly string[] => [
  ...new Set(
    records
      .map(({ type, content }) => writtenValue(type.fields[field], content.fields[field] ?? null, nameOf))
      .filter(Boolean),
  ),
]

/** All that a record says but whom it is about: `Usual name, Maya, Ellwood, used from 14 June 2014`. */
function lineOf({ type, content }: RecordAsAt, subject: SubjectId, nameOf: NameOf): string {
  const others = Object.values(content.subjects)
    .flat()
    .filter((one) => one !== subject)
    .map(nameOf)
  const fields = Object.entries(type.fields).flatMap(([name, field]) => {
    const text = writtenValue(field, content.fields[name] ?? null, nameOf)
    if (text === '') return []
    const needsLabel = field.kind === 'date' || field.kind === 'planned-date' || field.kind === 'yes-no'
    return [needsLabel ? `${field.label.replace(/\?$/, '').toLowerCase()}: ${text}` : text]
  })
  return [...others, ...fields].join(', ')
}
