import type { VersionsRead } from '../../../app/people/versions.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import type { Who } from '../../session.ts'
import { stubFacts, stubHeading } from '../removal/stub.ts'
import { writtenValue } from './written-value.ts'

/** A record with all that it has ever said, latest first: who wrote it, when, why. */
export function versionsView(read: VersionsRead, record: RecordId, who: Who) {
  const { type, versions, names, subject, stub } = read
  const nameOf = (one: number) => [...names].find(([id]) => id === one)?.[1].label ?? `Number ${one}`
  const latestFirst = versions.toReversed()
  return {
    page: { title: type.label, navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: headingOf(read),
    stub: stub === undefined ? undefined : stubFacts(stub),
    remove: stub === undefined && (read.mayRemove || read.mayMove) ? `/records/${record}/remove` : undefined,
    back: { href: `/people/${subject}`, label: nameOf(subject) },
    correct: versions.at(-1)?.state === 'recorded' ? `/records/${record}/correct` : undefined,
    versions: latestFirst.map((version, at) => ({
      latest: at === 0,
      by: version.recordedBy,
      at: londonText(version.recordedAt.getTime() as Instant),
      knownOn: longText(version.knownOn),
      reason: version.reason,
      state: version.state,
      under: (version.writtenUnder ?? []).map((number) => `number ${number}`).join(' and '),
      subjects: Object.entries(type.subjects)
        .map(([role, { label }]) => ({
          term: label,
          text: (version.content.subjects[role] ?? []).map(nameOf).join(', '),
        }))
        .filter(({ text }) => text !== ''),
      facts: Object.entries(type.fields)
        .map(([name, field]) => ({
          term: field.label,
          text: writtenValue(field, version.content.fields[name] ?? null, nameOf),
          changed:
            changed(
              versions[versions.length - 2 - at]?.content.fields[name] ?? null,
              version.content.fields[name] ?? null,
            ) && at < latestFirst.length - 1,
        }))
        .filter(({ text, changed: differs }) => text !== '' || differs),
    })),
  }
}

function headingOf({ type, versions, stub }: VersionsRead): string {
  if (stub !== undefined) return stubHeading(stub)
  if (versions.length === 1) return type.label
  return `${type.label}: corrected ${versions.length === 2 ? 'once' : `${versions.length - 1} times`}`
}

const changed = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after)
