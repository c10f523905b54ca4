import { Allocation, HouseholdAllocation } from '../../areas/organisation/allocation.ts'
import { whoseHousehold, whoseWork } from '../../areas/organisation/whose-work.ts'
import { explainNeed, explainUnknown } from '../../core/counting/explain-need.ts'
import { Reader } from '../../core/counting/reader.ts'
import { type KnownRecord, subjectRecords } from '../../core/counting/records.ts'
import { readsOfWork, type Unknown, type WorkList } from '../../core/counting/work-list.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { QualityRule } from '../../core/quality/rule.ts'
import { validate } from '../../core/record/validate.ts'
import { whyUnanswered } from '../../core/timescales/unanswered.ts'
import { loadKnown } from '../../store/counting/known.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { workedOut } from '../counting/work.ts'
import type { ErrorFound } from './error-found.ts'
import { ruleOfClock, ruleOfContradiction, ruleOfList, ruleOfType } from './rules.ts'

/** What is wrong on the record of one subject today, whatever figures they are in, and whose work they are. */
export type OfSubject = {
  readonly errors: readonly ErrorFound[]
  readonly team: SubjectId | null
  readonly worker: SubjectId | null
}

/** Works it out for some subjects: by every clock and list, every rule of contradictions, and every record against its own definition. */
export async function workOutErrors(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, OfSubject>> {
  const types = [...app.catalogue.records.values()]
  const rules = [...app.catalogue.quality.values()]
  const byLists = await errorsOfLists(app, db, subjects)
  const known = await loadKnown(db, subjects, types, app.clock.today)
  return new Map(
    subjects.map((subject) => {
      const records = known.get(subject) ?? []
      const reader = new Reader(subjectRecords(subject, records, types), app.calendar, app.clock.today)
      const errors = [
        ...(byLists.get(subject) ?? []),
        ...rules.flatMap((rule) => contradictions(rule, reader)),
        ...records.flatMap((record) => invalid(app, subject, record)),
      ]
      return [subject, { errors, ...whoseOf(reader) }] as const
    }),
  )
}

function whoseOf(reader: Reader): Pick<OfSubject, 'team' | 'worker'> {
  const { asAt } = reader
  const member = { history: reader, asAt, from: asAt, to: asAt }
  const isHousehold = reader.all(Allocation).length === 0 && reader.all(HouseholdAllocation).length > 0
  const { team, worker } = isHousehold ? whoseHousehold : whoseWork
  const numbered = (value: unknown) => (typeof value === 'number' ? (value as SubjectId) : null)
  return { team: numbered(team.of(member)), worker: numbered(worker.of(member)) }
}

async function errorsOfLists(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, readonly ErrorFound[]>> {
  const found = new Map<SubjectId, ErrorFound[]>()
  const works = [...app.catalogue.workLists.values()]
  for (const { work, on, without } of await workedOut(app, db, works, [app.clock.today], subjects))
    for (const { needs, unknown } of on)
      for (const error of [
        ...(work.ofData === undefined ? [] : needs.map((need) => ofList(work, need.subject, explainNeed(need)))),
        ...unknown.flatMap((one) => ofUnknown(work, one, without)),
      ])
        found.set(error.subject, [...(found.get(error.subject) ?? []), error])
  // A clock that several lists go by is told once.
  return new Map([...found].map(([subject, errors]) => [subject, eachOnce(errors)] as const))
}

const eachOnce = (errors: readonly ErrorFound[]): readonly ErrorFound[] => [
  ...new Map(errors.map((one) => [`${one.rule.key}|${one.why}`, one] as const)).values(),
]

const ofList = (work: WorkList, subject: SubjectId, why: string): ErrorFound => ({
  rule: ruleOfList(work),
  subject,
  record: null,
  why,
  because: [],
  reads: readsOfWork(work),
  asks: (work.timescale ?? work.test.ask).reads,
  kept: [],
})

function ofUnknown(work: WorkList, one: Unknown, without: string): readonly ErrorFound[] {
  const { occurrence, subject } = one
  if (occurrence === null) return [ofList(work, subject, explainUnknown(one))]
  // Where nothing of it was ever kept, of anybody, it is no error of theirs.
  const { limit, timescale, because } = occurrence
  if (without !== '' && 'notKnown' in limit && limit.notKnown === whyUnanswered(without)) return []
  return [{ ...ofList(work, subject, explainUnknown(one)), rule: ruleOfClock(timescale), because }]
}

const contradictions = (rule: QualityRule, reader: Reader): readonly ErrorFound[] =>
  rule.find(reader).map(({ why, because }) => ({
    rule: ruleOfContradiction(rule),
    subject: reader.subject,
    record: because[0] ?? null,
    why,
    because,
    reads: rule.reads,
    asks: rule.reads,
    kept: [],
  }))

/** What a form would not have taken: an import keeps what its source says. */
function invalid(app: App, subject: SubjectId, { record, type: key, content }: KnownRecord): readonly ErrorFound[] {
  const type = app.catalogue.records.get(key)
  if (type === undefined) return []
  const faults = validate(type, content, app.clock.today)
  if (faults.length === 0) return []
  return [
    {
      rule: ruleOfType(type),
      subject,
      record,
      why: faults.map(({ message }) => message).join(' '),
      because: [record],
      reads: [type],
      asks: [type],
      kept: faults.flatMap(({ field }) => closenessOf(type, field)),
    },
  ]
}

function closenessOf(type: RecordType, path: string): readonly Sensitivity[] {
  const [name = ''] = path.split('.')
  const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined
  const closer = field?.kind === 'code' ? Object.values(field.closer ?? {}).flatMap((one) => one ?? []) : []
  return [...(field?.sensitivity === undefined ? [] : [field.sensitivity]), ...closer]
}
