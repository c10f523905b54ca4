import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { FieldDefinition, Fields, RecordId, SubjectId } from '../../src/core/definitions/field.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content, GroupRow, Value } from '../../src/core/record/content.ts'
import type { Store } from '../../src/store/open.ts'
import { findVersionsOf } from '../../src/store/records/find.ts'
import { addMerge, endMerge } from '../../src/store/records/merges.ts'
import { makeSubject, writeVersion } from '../../src/store/records/write.ts'
import { eachDatabase } from '../databases/each-database.ts'
import { productTypes } from '../support/app.ts'

// Everywhere that a person can be named, whoever was recorded twice must be found to be one. A new place that the merging of people does not
// know of fails here.

const [before, known, parted] = [plainDate('2024-01-01'), plainDate('2024-02-01'), plainDate('2024-03-01')]
const at = new Date('2024-01-01T09:00:00Z')

/** Whether a record type can name a person at all, in a role or in any field. */
const namesPeople = (type: RecordType): boolean =>
  Object.values(type.subjects).some(({ kind }) => kind === 'person') || fieldsNamePeople(type.fields)

const fieldsNamePeople = (fields: Fields): boolean =>
  Object.values(fields).some(
    (field) =>
      (field.kind === 'subject' && field.of === 'person') || (field.kind === 'group' && fieldsNamePeople(field.fields)),
  )

/** A record that names one person wherever it can name a person at all, and something else wherever it names something else. */
function filled(type: RecordType, person: SubjectId, other: SubjectId, linked: ReadonlyMap<string, RecordId>): Content {
  const value = (field: FieldDefinition): Value => {
    if (field.kind === 'subject') return field.of === 'person' ? person : other
    if (field.kind === 'group') return [row(field.fields)]
    return null
  }
  const row = (fields: Fields): GroupRow =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(field)] as const))
  return {
    subjects: Object.fromEntries(
      Object.entries(type.subjects).map(([role, { kind }]) => [role, [kind === 'person' ? person : other]] as const),
    ),
    links: Object.fromEntries(
      Object.entries(type.links).map(([link, { to }]) => [link, linked.get(to) ?? null] as const),
    ),
    fields: row(type.fields),
  }
}

const types = [...productTypes.values()].filter(namesPeople)

async function writeOf(store: Store, type: RecordType, content: Content): Promise<RecordId> {
  const stamp = { knownOn: before, recordedAt: at, recordedBy: 'test', reason: null, source: 'form' } as const
  return (await writeVersion(store.db, { ...stamp, type, content })).record
}

eachDatabase((database) => {
  const store = database.share()
  const made = (kind: 'person' | 'worker') => makeSubject(store().db, { kind, madeAt: at, madeBy: 'test' })

  test(`each of the ${types.length} record types that name people names one person while they are one, and each after`, async () => {
    const [kept, merged, other] = [await made('person'), await made('person'), await made('worker')]
    const linked = new Map<string, RecordId>()
    // What links to another type can be written only after it.
    const waiting = [...productTypes.values()]
    while (waiting.length > 0) {
      const at = waiting.findIndex(({ links }) =>
        Object.values(links).every(({ to, optional }) => optional || linked.has(to)),
      )
      const [type] = waiting.splice(at, 1)
      if (at < 0 || type === undefined) throw new Error('Record types link in a circle')
      linked.set(type.key, await writeOf(store(), type, filled(type, merged, other, linked)))
    }
    const read = async (subject: SubjectId, knownOn: typeof known) => {
      const versions = await findVersionsOf(store().db, { subject, types: productTypes, knownOn })
      return new Map(versions.map(({ type, content }) => [type, content] as const))
    }
    const inRoles = types.filter(({ subjects }) => Object.values(subjects).some(({ kind }) => kind === 'person'))
    const merge = await addMerge(store().db, { kept, merged, knownOn: known, at, by: 'test', reason: 'test' })
    const together = await read(kept, known)
    expect([...together.keys()].sort()).toEqual(inRoles.map(({ key }) => key).sort())
    for (const type of inRoles) expect(together.get(type.key), type.key).toEqual(filled(type, kept, other, linked))
    await endMerge(store().db, { merge, knownOn: parted, at, by: 'test', reason: 'test' })
    const apart = await read(merged, parted)
    for (const type of inRoles) expect(apart.get(type.key), type.key).toEqual(filled(type, merged, other, linked))
    expect((await read(kept, parted)).size).toBe(0)
  })
}, productTypes)

/** Columns of the hand-written tables that hold people, and how whoever was recorded twice is found by them. */
const holdPeople: Readonly<Record<string, string>> = {
  'version_subject.subject_id': 'the record as it was written; findVersionsOf reads it under the kept number',
  'record_subject.subject_id': 'findVersionsOf looks for all numbers of the person',
  'import_window.subjects': 'of whom a source speaks, by the numbers that its own rows have: a source is not merged',
  'draft.subject_id': 'getDraft gives the kept number',
  'draft.content': 'getDraft gives what was typed under the kept numbers',
  'broken_glass.subject_id': 'viewerOf gives the kept numbers; whoever opens a merged number opens the kept one',
  'audit.subject_id': 'about writes a row for each number of the person, so that each has it after parting',
  'document.subject_id':
    'on whose page it was added; the record that has it decides who opens it, and about gives the kept number',
  'member.subject_id': 'counted under the kept number; merging and parting count both again',
  'publication_member.subject_id': 'as it was frozen; restatedSince reads it under the kept number',
  'quality_assignment.subject_id': 'as it was said; assignedNow and errorsOfOne read it under the kept number',
  'quality_accepted.subject_id': 'as it was accepted; acceptedOf reads it under the kept number',
  'reconciliation_decision.subject_id': 'as it was decided; findingsOf reads it under the kept number',
  'person_merge.kept_id': 'is the merge',
  'person_merge.merged_id': 'is the merge',
}

/** Numbers that look like somebody's, and are not. */
const holdNobody: readonly string[] = [
  'account.worker_id',
  'audit.account_id',
  'audit.record_id',
  'audit_seal.rows_sealed',
  'audit_seal.up_to',
  'import_fault.last_version',
  'import_repeat.batch_id',
  'import_repeat.record_id',
  'import_window.position',
  'member.record_id',
  'publication.last_version',
  'publication_figure.definition',
  'publication_figure.judged',
  'public_month.rule',
  'public_figure.definition',
  'public_figure.judged',
  'publication_member.record_id',
  'quality_accepted.record_id',
  'quality_assignment.record_id',
  'record_subject.record_id',
  'supply_sign_off.figures',
  'their_list.issues',
  'their_list_entry.who',
  'version.batch_id',
  'version.record_id',
  'version.replaces',
  'version.restates',
  'version_subject.version_id',
]

describe('db/schema.sql', () => {
  const schema = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')
  const tables = [...schema.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\);/g)].map(([, name = '', body = '']) => ({
    name,
    lines: body.split('\n').map((line) => line.trim()),
  }))
  /** Those derived from record types are written and read as records, which the test above covers. */
  const handWritten = tables.filter(({ lines }) => !lines.some((line) => line.includes('PRIMARY KEY (version_id)')))

  test('every column that could hold a person is known to the merging of people, and how', () => {
    const found = handWritten.flatMap(({ name, lines }) => columnsOf(lines).map((column) => `${name}.${column}`))
    const isKnown = (column: string) => column in holdPeople || holdNobody.includes(column)
    expect(
      found.filter((column) => !isKnown(column)),
      'If it holds people, make what reads it follow merges (findSamePeople), and say how in holdPeople; if not, list it in holdNobody.',
    ).toEqual([])
    expect([...Object.keys(holdPeople), ...holdNobody].filter((column) => !found.includes(column))).toEqual([])
  })
})

/** Whole numbers, lists of them and JSON, but for a table's own number and what refers to something else than a subject. */
function columnsOf(lines: readonly string[]): readonly string[] {
  const elsewhere = lines.flatMap((line) => {
    const [, own = '', target = ''] = /FOREIGN KEY \(([^)]+)\) REFERENCES (\w+)\(/.exec(line) ?? []
    return target === '' || target === 'subject' ? [] : own.split(', ')
  })
  return lines.flatMap((line) => {
    const [, quoted = '', type = ''] = /^("?\w+"?) (\S+)/.exec(line) ?? []
    const name = quoted.replaceAll('"', '')
    const couldHold = ['bigint', 'bigint[]', 'jsonb'].includes(type.replace(',', '')) && !line.includes('as identity')
    return name !== 'constraint' && couldHold && !elsewhere.includes(name) ? [name] : []
  })
}
