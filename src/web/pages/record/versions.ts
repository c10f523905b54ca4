import type { VersionsRead } from '../../../app/people/versions.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import type { Who } from '../../session.ts'
import { stubFacts, stubHeading } from '../removal/stub.ts'
import { calledBy, linkFacts } from './link-facts.ts'
import { nextSteps } from './next-steps.ts'
import { writtenFact } from './written-fact.ts'

/** A record with all that it has ever said, latest first: who wrote it, when, why. */
export function versionsView(read: VersionsRead, record: RecordId, who: Who) {
  const { type, versions, names, documents, subject, stub } = read
  const nameOf = (one: number) => [...names].find(([id]) => id === one)?.[1].label ?? `Number ${one}`
  const latestFirst = versions.toReversed()
  return {
    page: { title: type.label, navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: headingOf(read),
    stub: stub === undefined ? undefined : stubFacts(stub),
    remove: stub === undefined && (read.mayRemove || read.mayMove) ? `/records/${record}/remove` : undefined,
    back: { href: `/people/${subject}`, label: nameOf(subject) },
    correct: versions.at(-1)?.state === 'recorded' ? `/records/${record}/correct` : undefined,
    steps: nextSteps(read, record),
    following: read.following.map((one) => ({
      href: `/records/${one.record}`,
      label: one.type.label,
      text: calledBy(one),
      on: one.on === null ? '' : longText(one.on),
    })),
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
          ...writtenFact(field, version.content.fields[name] ?? null, nameOf, documents),
          changed:
            changed(
              versions[versions.length - 2 - at]?.content.fields[name] ?? null,
              version.content.fields[name] ?? null,
            ) && at < latestFirst.length - 1,
        }))
        .filter(({ text, changed: differs }) => text !== '' || differs)
        .concat(linkFacts(type, version.content, []).map((fact) => ({ ...fact, changed: false }))),
    })),
  }
}

function headingOf({ type, versions, stub }: VersionsRead): string {
  if (stub !== undefined) return stubHeading(stub)
  if (versions.length === 1) return type.label
  return `${type.label}: corrected ${versions.length === 2 ? 'once' : `${versions.length - 1} times`}`
}

const changed = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after)
