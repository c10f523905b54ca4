import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { everything, identity, placement, testTypes } from '../../../test/databases/record-types.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { date, type Fields, instant, text } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { openStore } from '../open.ts'
import { StoreError } from '../store-error.ts'
import { deriveSchema, type RecordTypes } from './schema.ts'
import { makeSubject, writeVersion } from './write.ts'

const typesOf = (...types: RecordType[]): RecordTypes => new Map(types.map((type) => [type.key, type]))
const withFields = (fields: Fields): RecordType => ({ ...placement, fields: { ...placement.fields, ...fields } })

describe('the tables of record types', () => {
  test('one for each, with columns of the kinds of its fields', () => {
    const [table] = deriveSchema(typesOf(placement))
    expect(table?.statements[0]).toBe(`create table "record_placement" (
  "version_id" bigint primary key,
  "child_id" bigint not null,
  "household_id" bigint,
  "started_on" date,
  "ended_on" date,
  "note" text
)`)
  })

  test('names that cannot be are all told at once', () => {
    const long = 'a'.repeat(64)
    const derive = () =>
      deriveSchema(
        typesOf(
          { ...withFields({ [long]: text('Long'), started_on: date('Again'), naïve: text('Odd') }), key: 'care-plan' },
          { ...placement, key: 'carePlan' },
          { ...withFields({ seen: instant('Seen'), seenPrecision: text('How') }), key: 'visit' },
        ),
      )
    expect(derive).toThrow(RangeError)
    for (const fault of [
      'care-plan and carePlan would both be record_care_plan',
      `care-plan: ${long} is longer than 63 characters`,
      'care-plan: columns: started_on and started_on would both be started_on',
      'care-plan: naïve has characters',
      'visit: columns: seen_precision and seen_precision would both be seen_precision',
    ]) {
      expect(derive).toThrow(fault)
    }
  })
})

eachDatabase(({ place: preparedPlace }) => {
  test('are made when the store is opened, and only those that are missing', async () => {
    const place = await preparedPlace()
    const first = await openStore(place, typesOf(placement))
    await sql`comment on table record_placement is 'the first'`.execute(first.db)
    await first.close()
    const second = await openStore(place, testTypes)
    const { rows } = await sql<{ name: string; comment: string | null }>`
      select relname as name, obj_description(oid) as comment from pg_class
      where relname in ('record_placement', 'record_every_kind') order by relname`.execute(second.db)
    await second.close()
    expect(rows).toEqual([
      { name: 'record_every_kind', comment: null },
      { name: 'record_placement', comment: 'the first' },
    ])
  })

  test('that are not those of the record types any more are refused with every difference', async () => {
    const place = await preparedPlace()
    await (await openStore(place, typesOf(placement, everything, identity))).close()
    const { note: _note, endedOn: _endedOn, ...rest } = placement.fields
    const { household: _household, ...subjects } = placement.subjects
    const changed: RecordType = {
      ...placement,
      subjects: { ...subjects, carer: { kind: 'person', label: 'Carer', optional: true } },
      fields: { ...rest, endedOn: text('Ended'), later: date('Later') },
    }
    const opening = openStore(place, typesOf(changed, everything, identity))
    await expect(opening).rejects.toThrow(StoreError)
    for (const difference of [
      'record_placement lacks: carer_id bigint',
      'record_placement lacks: ended_on text',
      'record_placement lacks: later date',
      'record_placement has besides: ended_on date',
      'record_placement has besides: household_id bigint',
      'record_placement has besides: note text',
      'Write a migration',
    ]) {
      await expect(opening).rejects.toThrow(difference)
    }
    await expect(opening).rejects.not.toThrow(/every_kind|who_it_is/)
    const again = await openStore(place, typesOf(placement, everything, identity))
    await again.close()
  })

  test('get an index for each field by which people are looked for, also when they have been there for long', async () => {
    const place = await preparedPlace()
    await (await openStore(place, typesOf(placement))).close()
    const fields: Fields = {
      ...placement.fields,
      startedOn: date('Started', { lookedUp: 'as written' }),
      note: text('Note', { lookedUp: 'as a number' }),
    }
    for (const _time of ['made', 'found']) {
      const store = await openStore(place, typesOf({ ...placement, fields }))
      const { rows } = await sql<{ line: string }>`
        select pg_get_indexdef(indexrelid) as line from pg_index
        where indrelid = 'record_placement'::regclass and not indisprimary order by line`.execute(store.db)
      await store.close()
      expect(rows.map(({ line }) => line.replace(/^.* using btree /i, ''))).toEqual([
        `(ltrim(upper(regexp_replace(note, '[^0-9A-Za-z]'::text, ''::text, 'g'::text)), '0'::text))`,
        '(started_on)',
      ])
    }
    await (await openStore(place, typesOf(placement))).close()
  })

  test('with records that no record type claims are refused; empty ones are let be', async () => {
    const place = await preparedPlace()
    await (await openStore(place, typesOf(identity))).close()
    const without = await openStore(place, new Map())
    await without.close()
    const store = await openStore(place, typesOf(identity))
    const by = { madeAt: new Date(), madeBy: 'a test' }
    const person = await makeSubject(store.db, { kind: 'person', ...by })
    await writeVersion(store.db, {
      type: identity,
      knownOn: plainDate('2024-01-01'),
      recordedAt: new Date(),
      recordedBy: 'a test',
      reason: null,
      source: 'form',
      content: { subjects: { person: [person] }, links: {}, fields: {} },
    })
    await store.close()
    await expect(openStore(place, new Map())).rejects.toThrow(
      'record_who_it_is has records, and there is no record type',
    )
  })
})
