import { Allocation, HouseholdAllocation } from '../../areas/organisation/allocation.ts'
import { whoseHousehold, whoseWork } from '../../areas/organisation/whose-work.ts'
import { explainNeed, explainUnknown } from '../../core/counting/explain-need.ts'
import { Reader } from '../../core/counting/reader.ts'
import { type KnownRecord, type SubjectRecords, subjectRecords } from '../../core/counting/records.ts'
import { type Need, readsOfWork, type Unknown, type Work, type WorkList } from '../../core/counting/work-list.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { QualityRule } from '../../core/quality/rule.ts'
import { validate } from '../../core/record/validate.ts'
import { whyUnanswered } from '../../core/timescales/unanswered.ts'
import { loadKnown } from '../../store/counting/known.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { workedOutOf } from '../counting/work.ts'
import type { ErrorFound } from './error-found.ts'
import { ruleOfClock, ruleOfContradiction, ruleOfList, ruleOfType } from './rules.ts'

/** What is wrong on the record of one subject today, whatever figures they are in, and whose work they are. */
export type OfSubject = {
  readonly errors: readonly ErrorFound[]
  /** Keys of the work lists by a clock on which they are overdue today, one for each time. */
  readonly overdue: readonly string[]
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
  const known = await loadKnown(db, subjects, types, app.clock.today)
  const all = new Map(
    subjects.map((subject) => [subject, subjectRecords(subject, known.get(subject) ?? [], types)] as const),
  )
  const listed = await onLists(app, db, [...all.values()])
  return new Map(
    [...all].map(([subject, own]) => {
      const records = known.get(subject) ?? []
      const reader = new Reader(own, app.calendar, app.clock.today)
      const { errors: ofLists, overdue } = listed(subject)
      const errors = [
        ...ofLists,
        ...rules.flatMap((rule) => contradictions(rule, reader)),
        ...records.flatMap((record) => invalid(app, subject, record)),
      ]
      return [subject, { errors, overdue, ...whoseOf(reader) }] as const
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

type ByLists = Pick<OfSubject, 'errors' | 'overdue'>

async function onLists(app: App, db: Db, people: readonly SubjectRecords[]): Promise<(subject: SubjectId) => ByLists> {
  const errors = new Map<SubjectId, ErrorFound[]>()
  const overdue = new Map<SubjectId, string[]>()
  const works = [...app.catalogue.workLists.values()]
  for (const { work, on, without } of await workedOutOf(app, db, works, [app.clock.today], people)) {
    const isLate = (need: Need) => 'occurrence' in need && need.isNow
    for (const error of on.flatMap((found) => errorsOn(work, found, without))) add(errors, error.subject, error)
    for (const { subject } of on.flatMap(({ needs }) => needs.filter(isLate))) add(overdue, subject, work.key)
  }
  // A clock that several lists go by is told once.
  return (subject) => ({ errors: eachOnce(errors.get(subject) ?? []), overdue: overdue.get(subject) ?? [] })
}

function add<One>(to: Map<SubjectId, One[]>, subject: SubjectId, one: One): void {
  const others = to.get(subject)
  if (others === undefined) to.set(subject, [one])
  else others.push(one)
}

const errorsOn = (work: WorkList, { needs, unknown }: Work, without: string): readonly ErrorFound[] => [
  ...(work.ofData === undefined ? [] : needs.map((need) => ofList(work, need.subject, explainNeed(need)))),
  ...unknown.flatMap((one) => ofUnknown(work, one, without)),
]

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
