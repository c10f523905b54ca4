import type { VersionsRead } from '../../../app/people/versions.ts'
import { endingFields } from '../../../app/people/write.ts'
import { type Instant, londonDate, londonText } from '../../../core/dates/instant.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../../core/definitions/record-type.ts'
import type { Content } from '../../../core/record/content.ts'
import { differences, namesOf, type Part, partOf } from '../../../core/record/differences.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { stubFacts, stubHeading } from '../removal/stub.ts'
import { calledBy } from './link-facts.ts'
import { nextSteps } from './next-steps.ts'
import { formAddress } from './open-form.ts'
import { type Called, labelIn, leadsTo, nameIn, writtenPart } from './written-part.ts'

/** A record as it stands, and below it what each version changed, latest first: who, when, why, and field by field before and after. */
export function versionsView(read: VersionsRead, record: RecordId, who: Who) {
  const { type, subject, kind, withheld } = read
  // A version that only repeats an earlier one on a later day says nothing new.
  const versions = read.versions.filter(({ restates }) => restates === null)
  const latest = versions.at(-1)
  const words = versions.map((version, at) => ({
    by: version.recordedBy,
    at: londonText(version.recordedAt.getTime() as Instant),
    knownOn: knownText(version),
    reason: version.reason,
    state: version.state,
    under: (version.writtenUnder ?? []).map((number) => `number ${number}`).join(' and '),
    what: whatWasDone(type, version, versions[at - 1]),
    facts: factsOf(type, version.content, read),
    isLatest: version === latest,
    changes: at === 0 ? [] : changesBetween(read, versions[at - 1]?.content, version.content),
  }))
  return {
    page: { title: type.label, navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading:
      read.stub === undefined
        ? heading(
            type,
            words.map(({ what }) => what),
          )
        : stubHeading(read.stub),
    stub: read.stub === undefined ? undefined : stubFacts(read.stub),
    remove: read.stub === undefined && (read.mayRemove || read.mayMove) ? `/records/${record}/remove` : undefined,
    steps: read.mayCorrect ? nextSteps(read, record) : [],
    following: read.following.map((one) => ({
      href: `/records/${one.record}`,
      label: one.type.label,
      text: calledBy(one),
      on: one.on === null ? '' : longText(one.on),
    })),
    back: { href: `/${kind === 'person' ? 'people' : 'things'}/${subject}`, label: nameIn(read)(subject) },
    correct: read.mayCorrect ? `/records/${record}/correct` : undefined,
    end: read.mayEnd ? `/records/${record}/end` : undefined,
    follow:
      read.mayEnd && type.dated !== ALWAYS
        ? address(formAddress({ type, begun: { kind, subject }, correcting: undefined }), { instead: String(record) })
        : undefined,
    signing: signingView(read),
    sign: read.maySign && read.signing?.state === 'waiting' ? `/records/${record}/sign` : undefined,
    form: who.form,
    version: latest?.sequence,
    withheld: withheld.length > 0,
    latest: words.at(-1),
    removed: latest?.state === 'removed',
    gone: latest?.state === 'gone',
    history: words.length > 1 ? words.toReversed() : [],
  }
}

/** Said only where it is another day than that of the writing, as of an import. */
const knownText = ({ knownOn, recordedAt }: Stored): string | undefined =>
  knownOn === londonDate(recordedAt.getTime() as Instant) ? undefined : longText(knownOn)

function signingView({ signing }: VersionsRead) {
  if (signing === undefined) return undefined
  if (signing.state === 'waiting')
    return {
      mark: 'soon',
      word: 'Not signed yet',
      text: 'A manager has to sign it before it is final.',
      words: undefined,
    }
  const at = londonText(signing.at.getTime() as Instant)
  return signing.state === 'signed'
    ? { mark: 'done', word: 'Signed', text: `By ${signing.by}, ${at}.`, words: signing.words }
    : {
        mark: 'late',
        word: 'Sent back',
        text: `By ${signing.by}, ${at}. Correct it, and it waits again.`,
        words: signing.words,
      }
}

const times = ['', 'once', 'twice'] as const

/** `Case note: corrected twice`; `Relationship: ended`. */
function heading({ label }: RecordType, done: readonly string[]): string {
  const corrected = done.filter((what) => what === 'Corrected').length
  const said = [
    ...(corrected === 0 ? [] : [`corrected ${times[corrected] ?? `${corrected} times`}`]),
    ...(done.at(-1) === 'Ended' ? ['ended'] : []),
  ]
  return said.length === 0 ? label : `${label}: ${said.join(', ')}`
}

type Stored = VersionsRead['versions'][number]

function whatWasDone(type: RecordType, version: Stored, before: Stored | undefined): string {
  if (version.state === 'gone') return 'The source no longer has it, said'
  if (version.state === 'removed') return 'The content was removed'
  if (before === undefined) return version.source === 'import' ? 'Imported' : 'Written'
  if (version.source === 'import') return 'Changed by an import'
  return isEnding(type, before.content, version.content) ? 'Ended' : 'Corrected'
}

/** Nothing is changed but that it has an end now. */
function isEnding(type: RecordType, before: Content, after: Content): boolean {
  const changed = differences(type, before, after).map(({ name }) => name)
  const asked = endingFields(type)
  return type.ends !== undefined && changed.includes(type.ends) && changed.every((name) => asked.includes(name))
}

/** What stands in a version, in the order of its definition. */
export function factsOf(type: RecordType, content: Content, called: Called) {
  return namesOf(type)
    .map((name) => {
      const part = partOf(type, content, name)
      return {
        term: labelIn(type, name),
        text: writtenPart(type, name, part, called),
        pages: pagesIn(part, called, type, name),
        href: leadsTo(type, name, part, called),
      }
    })
    .filter(({ text }) => text !== '')
}

/** People and things whose page may be opened, to lead there; the others are only named. */
function pagesIn(part: Part, { names }: Called, { subjects, fields }: RecordType, name: string) {
  const field = fields[name]
  const kind = subjects[name]?.kind ?? (field?.kind === 'subject' ? field.of : undefined)
  if (kind === undefined) return []
  const pages = kind === 'person' ? '/people' : '/things'
  return [part].flat().flatMap((one) => {
    const named = typeof one === 'number' ? names.get(one as SubjectId) : undefined
    return named === undefined
      ? []
      : [{ label: named.label, href: named.opens ? `${pages}/${String(one)}` : undefined }]
  })
}

function changesBetween(read: VersionsRead, before: Content | undefined, after: Content) {
  if (before === undefined) return []
  return differences(read.type, before, after).map((one) => ({
    term: labelIn(read.type, one.name),
    before: writtenPart(read.type, one.name, one.before, read) || 'nothing',
    after: writtenPart(read.type, one.name, one.after, read) || 'nothing',
  }))
}
