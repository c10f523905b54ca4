import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { SourceRow, SourceTable } from '../../formats/records.ts'
import { findKinds } from '../../store/records/find.ts'
import { listCalled, listHolding, listRecords } from '../../store/records/list.ts'
import type { Db } from '../../store/records/transaction.ts'
import { makeSubjects } from '../../store/records/write.ts'
import type { ThingKind } from '../access/about-thing.ts'
import { describingType } from '../people/things.ts'
import { Refused } from '../refused.ts'

/** What a file names that is no person: by kind, what its source calls it. */
export type ThingsNamed = ReadonlyMap<ThingKind, ReadonlySet<string>>

/** What the things of a file are, and the records that say of those nobody knew before what they are called. */
export type ThingsResolved = {
  readonly of: (kind: ThingKind, identifier: string) => SubjectId | undefined
  readonly made: readonly SourceTable[]
}

/** Everything but people that some rows name: in roles, in fields, and in what other records are known by. */
export function thingsNamed(tables: readonly Pick<SourceTable, 'type' | 'rows'>[]): ThingsNamed {
  const named = new Map<ThingKind, Set<string>>()
  const add = (kind: RecordType['subjects'][string]['kind'] | undefined, identifiers: readonly string[]) => {
    if (kind === undefined || kind === 'person') return
    const there = named.get(kind) ?? new Set()
    for (const one of identifiers) there.add(one)
    named.set(kind, there)
  }
  for (const { type, rows } of tables)
    for (const { subjects, fields } of rows) {
      for (const [role, some] of Object.entries(subjects)) add(type.subjects[role]?.kind, some)
      for (const [name, field] of Object.entries(type.fields)) {
        const value = fields[name]
        if (field.kind === 'subject' && typeof value === 'string') add(field.of, [value])
      }
    }
  return named
}

/** By which numbers of its own record a thing is known too, where it did not come from this source: written by hand, or by another. */
const numbers: Readonly<Record<ThingKind, readonly string[]>> = {
  household: ['reference'],
  establishment: ['urn', 'dfeNumber'],
  agency: ['urn'],
  worker: ['staffNumber'],
  team: ['name'],
}

/** What has to be said of a thing of which a file says nothing but its identifier. */
const unknownKind: Readonly<Record<ThingKind, Content['fields']>> = {
  household: {},
  establishment: { kind: 'other' },
  agency: { kind: 'other' },
  worker: {},
  team: { service: 'other' },
}

/**
 * Finds the households, places, agencies, teams and workers of a file by what its source calls them, and makes those that are not there: from then on
 * each has a record of its own, by which it is known again.
 * @throws Refused when one identifier is that of two
 */
export async function resolveThings(
  db: Db,
  named: ThingsNamed,
  source: { readonly system: string; readonly tables: readonly SourceTable[] },
  stamp: { readonly madeAt: Date; readonly madeBy: string },
): Promise<ThingsResolved> {
  const known = new Map<string, SubjectId>()
  const made: SourceTable[] = []
  for (const [kind, identifiers] of named) {
    const found = await findThem(db, kind, [...identifiers], source.system)
    for (const [identifier, subject] of found) known.set(keyOf(kind, identifier), subject)
    const missing = [...identifiers].filter((one) => !found.has(one))
    const subjects = await makeSubjects(db, missing.length, { ...stamp, kind })
    for (const [at, identifier] of missing.entries()) {
      const subject = subjects[at]
      if (subject !== undefined) known.set(keyOf(kind, identifier), subject)
    }
    const type = describingType(kind)
    const described = new Set(
      source.tables
        .filter((table) => table.type.key === type.key)
        .flatMap(({ rows }) => rows.map((row) => row.identity)),
    )
    const rows = missing.filter((one) => !described.has(one)).map((one) => describing(kind, type, one))
    if (rows.length > 0) made.push({ type, window: null, rows })
  }
  return { of: (kind, identifier) => known.get(keyOf(kind, identifier)), made }
}

const keyOf = (kind: ThingKind, identifier: string): string => `${kind} ${identifier}`

/** It is called by its identifier until a file, or somebody, says what it is called. */
function describing(kind: ThingKind, type: RecordType, identifier: string): SourceRow {
  const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null] as const))
  const fields = { ...blank, ...unknownKind[kind], name: identifier }
  return { identity: identifier, subjects: { [kind]: [identifier] }, fields }
}

const numberIn = (identifier: string): SubjectId => Number(here.exec(identifier)?.[1] ?? 0) as SubjectId

async function findThem(
  db: Db,
  kind: ThingKind,
  identifiers: readonly string[],
  system: string,
): Promise<ReadonlyMap<string, SubjectId>> {
  const type = describingType(kind)
  const found = new Map<string, SubjectId>()
  const add = (identifier: unknown, content: Content) => {
    const [subject] = content.subjects[kind] ?? []
    if (typeof identifier !== 'string' || subject === undefined) return
    const other = found.get(identifier)
    if (other !== undefined && other !== subject)
      throw new Refused(
        'in the way',
        `“${identifier}” is that of two ${type.plural} on the system. Put it right first: take it from one of them.`,
      )
    found.set(identifier, subject)
  }
  for (const { identity, content } of await listCalled(db, type, system, identifiers)) add(identity, content)
  for (const field of numbers[kind]) {
    const missing = identifiers.filter((one) => !found.has(one))
    if (missing.length === 0) break
    const held = await listHolding(db, type, field, missing)
    for (const { content } of held) add(content.fields[field], content)
  }
  const ours = identifiers.filter((one) => !found.has(one) && here.test(one))
  const kinds = await findKinds(
    db,
    ours.map((one) => numberIn(one)),
  )
  for (const one of ours) if (kinds.get(numberIn(one)) === kind) found.set(one, numberIn(one))
  return found
}

/** Of what has no number of its own: "LOS-1234", by which it is found again here. */
const here = /^LOS-(\d{1,15})$/

function ownNumber(kind: ThingKind, subject: SubjectId, { fields }: Content): string {
  const own = numbers[kind].map((field) => fields[field]).find((one) => typeof one === 'string' && one !== '')
  return typeof own === 'string' ? own : `LOS-${subject}`
}

/** What things are called by their sources, or by numbers of their own: for writing them out. Whatever has neither is named as here. */
export async function identifiersOfThings(db: Db, system: string): Promise<ReadonlyMap<SubjectId, string>> {
  const found = new Map<SubjectId, string>()
  for (const kind of Object.keys(numbers) as readonly ThingKind[]) {
    for (const { sourceSystem, identity, content } of await listRecords(db, describingType(kind), null)) {
      const [subject] = content.subjects[kind] ?? []
      if (subject !== undefined)
        found.set(subject, sourceSystem === system && identity !== null ? identity : ownNumber(kind, subject, content))
    }
  }
  return found
}
