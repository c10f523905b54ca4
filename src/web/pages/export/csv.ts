import type { CsvTable } from '../../../app/csv.ts'
import type { PersonFound } from '../../../app/exports/found.ts'
import type { DocumentTaken, EverythingTaken, VersionTaken } from '../../../app/exports/person.ts'
import type { PersonRead, RecordRead } from '../../../app/people/read.ts'
import { type Instant, londonDate } from '../../../core/dates/instant.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Content } from '../../../core/record/content.ts'
import { calledBy, linkFacts } from '../record/link-facts.ts'
import { writtenFact } from '../record/written-fact.ts'

type Names = ReadonlyMap<SubjectId, { readonly label: string }>

/** A chronology, a row for each of the records chosen from it. */
export function chronologyCsv({ records, documents, head }: PersonRead, chosen: readonly RecordRead[]): CsvTable {
  const row = ({ type, content, names, ...record }: RecordRead) => {
    const others = Object.values(content.subjects)
      .flat()
      .filter((one) => one !== head.subject)
    const facts = [
      ...factsOf(type, content, names, documents).filter(({ name }) => name !== type.dated),
      ...linkFacts(type, content, records),
    ]
    return [
      record.on === null ? '' : toText(record.on),
      type.label,
      calledBy({ type, content }),
      facts.map(({ term, text }) => `${term}: ${text}`).join('; '),
      [...new Set(others)].map((one) => names.get(one)?.label ?? `Number ${one}`).join(', '),
      record.withheld.length > 0 ? 'Part of it is kept more closely' : '',
      record.record,
      record.recordedBy,
      dayOf(record.recordedAt),
      toText(record.knownOn),
    ]
  }
  const headings = ['On', 'What', 'In short', 'What it says', 'With', 'Kept back', 'Record']
  return [[...headings, 'Recorded by', 'Recorded on', 'Known from'], ...chosen.map(row)]
}

/** Everything ever written, a row for each thing that a version of a record says. */
export function everythingCsv({ versions, names, documents }: EverythingTaken): CsvTable {
  const headings = [
    'Record',
    'What',
    'Version',
    'State',
    'Written on',
    'Written by',
    'Why',
    'Known from',
    'Item',
    'Says',
  ]
  return [headings, ...versions.flatMap((taken) => versionRows(taken, names, documents))]
}

function versionRows(
  { type, version, withheld }: VersionTaken,
  names: Names,
  documents: EverythingTaken['documents'],
): CsvTable {
  const { record, sequence, state, recordedAt, recordedBy, reason, knownOn, content } = version
  const about = Object.entries(type.subjects).map(([role, { label }]) => ({
    term: label,
    text: (content.subjects[role] ?? []).map((one) => names.get(one)?.label ?? `Number ${one}`).join(', '),
  }))
  const kept = withheld.map((name) => ({
    term: type.fields[name]?.label ?? name,
    text: 'Kept more closely: not taken out',
  }))
  const says = [
    ...about.filter(({ text }) => text !== ''),
    ...linkFacts(type, content, []),
    ...factsOf(type, content, names, documents),
    ...kept,
  ]
  const start = [record, type.label, sequence, state, dayOf(recordedAt), recordedBy, reason, toText(knownOn)]
  return says.length === 0 ? [[...start, null, null]] : says.map(({ term, text }) => [...start, term, text])
}

/** The documents, a row each, with the hash by which a copy is known to be the same. */
export function documentsCsv(taken: readonly DocumentTaken[]): CsvTable {
  const headings = [
    'Document',
    'File',
    'Kind of file',
    'Bytes',
    'SHA-256',
    'Added on',
    'Added by',
    'Record',
    'Title',
    'Sent',
  ]
  const rows = taken.map(({ document, record, title, sent }) => [
    document.id,
    document.name ?? 'Removed',
    document.mediaType,
    document.size,
    document.sha256,
    dayOf(document.addedAt),
    document.addedBy,
    record,
    title,
    sent.join('; '),
  ])
  return [headings, ...rows]
}

/** The people whom a search found. */
export const foundCsv = (people: readonly PersonFound[]): CsvTable => [
  ['Number', 'Name', 'Date of birth', 'Age'],
  ...people.map(({ subject, name, bornOn, age }) => [subject, name, bornOn === null ? '' : toText(bornOn), age]),
]

/** What the fields of a record say, those that say nothing left out. */
const factsOf = (type: RecordType, content: Content, names: Names, documents: EverythingTaken['documents']) =>
  Object.entries(type.fields)
    .map(([name, field]) => ({
      name,
      term: field.label.replace(/\?$/, ''),
      ...writtenFact(field, content.fields[name] ?? null, (one) => names.get(one)?.label ?? `Number ${one}`, documents),
    }))
    .filter(({ text }) => text !== '')

const dayOf = (at: Date): string => toText(londonDate(at.getTime() as Instant))
