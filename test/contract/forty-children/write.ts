import { UnaccompaniedStatus } from '../../../src/areas/children-in-care/circumstances.ts'
import { Episode } from '../../../src/areas/children-in-care/episodes.ts'
import { HealthAssessment } from '../../../src/areas/children-in-care/health.ts'
import { MissingEpisode } from '../../../src/areas/children-in-care/missing-episodes.ts'
import { CareReview } from '../../../src/areas/children-in-care/reviews-and-visits.ts'
import { Person } from '../../../src/areas/people/person.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../../src/core/record/content.ts'
import { addMerge } from '../../../src/store/records/merges.ts'
import type { Db } from '../../../src/store/records/transaction.ts'
import { makeSubject, writeVersion } from '../../../src/store/records/write.ts'
import type { Child, Noted } from './read.ts'

/** A child as the store has them: the number, and each record with its letter. */
export type Kept = {
  readonly subject: SubjectId
  readonly records: ReadonlyMap<string, KeptRecord>
}
/** `subject`: the number that it names, which is another for whoever was entered twice. */
export type KeptRecord = { readonly type: RecordType; readonly record: RecordId; readonly subject: SubjectId }

const at = new Date('2024-04-10T09:00:00Z')
const by = { recordedAt: at, recordedBy: 'test', source: 'form' as const }
const always = plainDate('2019-01-01')

/** Writes down everything about a child. */
export async function writeChild(db: Db, { records }: Child): Promise<Kept> {
  const number = () => makeSubject(db, { kind: 'person', madeAt: at, madeBy: 'test' })
  const subject = await number()
  const second = records.some((one) => one.secondNumber) ? await number() : subject
  const kept = new Map<string, KeptRecord>()
  for (const one of records) {
    const about = one.secondNumber ? second : subject
    const first = one.endKnown === null ? one : { ...one, to: null, ended: null }
    const { type, content } = contentOf(first, about)
    const written = await writeVersion(db, { ...by, type, content, knownOn: always, reason: null })
    kept.set(one.name, { type, record: written.record, subject: about })
    if (one.endKnown !== null)
      await writeVersion(db, {
        ...by,
        ...contentOf(one, about),
        knownOn: plainDate(one.endKnown),
        reason: 'Recorded late',
        record: written.record,
        basedOn: written.version,
      })
  }
  if (second !== subject)
    await addMerge(db, { kept: subject, merged: second, knownOn: always, at, by: 'test', reason: 'Entered twice' })
  return { subject, records: kept }
}

function contentOf(noted: Noted, subject: SubjectId): { readonly type: RecordType; readonly content: Content } {
  const { type, fields } = fieldsOf(noted)
  const [role = ''] = Object.keys(type.subjects)
  const nothing = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  return { type, content: { subjects: { [role]: [subject] }, links: {}, fields: { ...nothing, ...fields } } }
}

type Written = { readonly type: RecordType; readonly fields: Readonly<Record<string, Value>> }
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
  }
}
