import { UnaccompaniedStatus } from '../../../src/areas/children-in-care/circumstances.ts'
import { Episode } from '../../../src/areas/children-in-care/episodes.ts'
import { HealthAssessment } from '../../../src/areas/children-in-care/health.ts'
import { MissingEpisode } from '../../../src/areas/children-in-care/missing-episodes.ts'
import { CareReview } from '../../../src/areas/children-in-care/reviews-and-visits.ts'
import { Person } from '../../../src/areas/people/person.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../../src/core/definitions/field.ts'
import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../../src/core/record/content.ts'
import { addMerge } from '../../../src/store/records/merges.ts'
import type { Db } from '../../../src/store/records/transaction.ts'
import { makeSubject, writeVersion } from '../../../src/store/records/write.ts'
import type { Noted, OnFile } from './read.ts'
import { type AsRecord, recordOf } from './write-lines.ts'

/** What was written down about somebody, as the store has it: every number that it is about, and each record with its letter. */
export type Kept = {
  readonly subjects: readonly SubjectId[]
  readonly records: ReadonlyMap<string, KeptRecord>
}
export type KeptRecord = { readonly type: RecordType; readonly record: RecordId }

const at = new Date('2024-04-10T09:00:00Z')
const by = { recordedAt: at, recordedBy: 'test', source: 'form' as const }
const always = plainDate('2019-01-01')

/** Writes down everything about somebody. */
export async function write(db: Db, { records }: OnFile): Promise<Kept> {
  const numbers = new Map<string, SubjectId>()
  /** The number of somebody or something, which is made when it is first named. */
  const number = async (kind: SubjectKind, who = ''): Promise<SubjectId> => {
    const name = `${kind} ${who}`
    const made = numbers.get(name) ?? (await makeSubject(db, { kind, madeAt: at, madeBy: 'test' }))
    numbers.set(name, made)
    return made
  }
  const kept = new Map<string, KeptRecord>()
  for (const one of records) {
    const first = one.endKnown === null ? one : { ...one, to: null, ended: null }
    const { type, content } = await contentOf(first, number)
    const knownOn = one.known === null ? always : plainDate(one.known)
    const written = await writeVersion(db, { ...by, type, content, knownOn, reason: null })
    kept.set(one.name, { type, record: written.record })
    if (one.endKnown !== null)
      await writeVersion(db, {
        ...by,
        ...(await contentOf(one, number)),
        knownOn: plainDate(one.endKnown),
        reason: 'Recorded late',
        record: written.record,
        basedOn: written.version,
      })
  }
  const [first, second] = [numbers.get('person '), numbers.get(`person ${SECOND}`)]
  if (first !== undefined && second !== undefined)
    await addMerge(db, { kept: first, merged: second, knownOn: always, at, by: 'test', reason: 'Entered twice' })
  return { subjects: [...numbers.values()], records: kept }
}

const SECOND = 'second number'
type NumberOf = (kind: SubjectKind, who?: string) => Promise<SubjectId>

async function contentOf(
  noted: Noted,
  number: NumberOf,
): Promise<{ readonly type: RecordType; readonly content: Content }> {
  const { type, fields, who = noted.secondNumber ? SECOND : '', also = [] } = fieldsOf(noted)
  const nothing = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  const [main, ...others] = Object.entries(type.subjects)
  const subjects: Record<string, readonly SubjectId[]> = {}
  if (main !== undefined) subjects[main[0]] = [await number(main[1].kind, who)]
  for (const [role, { kind }] of others) if (also.some((one) => one === kind)) subjects[role] = [await number(kind)]
  return { type, content: { subjects, links: {}, fields: { ...nothing, ...fields } } }
}

type Written = Omit<AsRecord, 'fields'> & { readonly fields: Readonly<Record<string, Value>> }
const day = (text: string | null) => (text === null ? null : plainDate(text))

function fieldsOf(noted: Noted): Written {
  switch (noted.kind) {
    case 'born':
      return { type: Person, fields: { bornOn: day(noted.on) } }
    case 'review':
      return { type: CareReview, fields: { heldOn: day(noted.on), participation: noted.participation } }
    case 'health':
      return {
        type: HealthAssessment,
        fields: { assessedOn: day(noted.on), kind: noted.assessment, attendance: noted.outcome },
      }
    case 'missing':
    case 'away': {
      const kind = noted.kind === 'missing' ? 'M' : 'A'
      return { type: MissingEpisode, fields: { startedOn: day(noted.from), endedOn: day(noted.to), kind } }
    }
    case 'unaccompanied':
      return { type: UnaccompaniedStatus, fields: { endedOn: day(noted.to) } }
    case 'care':
      return {
        type: Episode,
        fields: {
          startedOn: day(noted.from),
          endedOn: day(noted.to),
          reasonStarted: noted.reason,
          legalStatus: noted.status,
          categoryOfNeed: 'N1',
          placement: noted.placement,
          provider: noted.provider,
          placementLocation: noted.location,
          distance: noted.miles,
          placementPostcode: noted.at,
          reasonEnded: noted.ended,
        },
      }
    default:
      return readAs(recordOf(noted))
  }
}

/** Each word as what its field holds. */
function readAs({ fields, ...about }: AsRecord): Written {
  const values = Object.entries(fields).map(([name, word]): [string, Value] => {
    const kind = about.type.fields[name]?.kind
    if (kind === undefined) throw new Error(`${about.type.label} has no “${name}”.`)
    if (word === '') return [name, null]
    return [name, kind === 'date' ? plainDate(word) : kind === 'number' ? Number(word) : word]
  })
  return { ...about, fields: Object.fromEntries(values) }
}
