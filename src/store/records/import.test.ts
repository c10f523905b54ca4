import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { aPerson, aSource, counts, day, file, notesOf, row, when } from '../../../test/databases/importing.ts'
import { contact, everything, placement, testTypes } from '../../../test/databases/record-types.ts'
import { parseInstant } from '../../core/dates/instant.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import { StoreError } from '../store-error.ts'
import { findVersionsOf } from './find.ts'
import { importRecords } from './import.ts'
import { removeContent } from './remove.ts'

eachDatabase(({ share }) => {
  const store = share()
  const person = () => aPerson(store())
  const notes = (child: SubjectId, knownOn: string) => notesOf(store(), child, knownOn)

  test('a file says what is new, changed, the same and gone; only what is not the same is written', async () => {
    const child = await person()
    const { send } = aSource(store())
    const rows = [
      row('a', child, '01-05', null, 'a'),
      row('b', child, '02-01', null, 'b'),
      row('c', child, '03-01', null, 'c'),
    ]
    expect(await send(file('04-01'), rows)).toEqual({ ...counts, new: 3 })
    const next = [...rows.slice(0, 1), row('b', child, '02-01', null, 'b2'), row('d', child, '04-05', null, 'd')]
    expect(await send(file('05-01'), next)).toEqual({ ...counts, new: 1, changed: 1, same: 1, gone: 1 })
    expect(await notes(child, '03-31')).toEqual([])
    expect(await notes(child, '04-30')).toEqual(['a', 'b', 'c'])
    expect(await notes(child, '05-01')).toEqual(['a', 'b2', 'd'])
    const versions = await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })
    expect(versions.map(({ state, source, recordedBy }) => [state, source, recordedBy])).toEqual([
      ...Array.from({ length: 3 }, () => ['recorded', 'import', 'operator']),
      expect.arrayContaining(['import', 'operator']),
      expect.arrayContaining(['import', 'operator']),
      expect.arrayContaining(['import', 'operator']),
    ])
  })

  test('what came back is the same record, with the gap between', async () => {
    const child = await person()
    const { send } = aSource(store())
    await send(file('04-01'), [row('a', child, '01-05', null, 'first')])
    await send(file('05-01'), [])
    expect(await send(file('06-01'), [row('a', child, '01-05', null, 'back')])).toEqual({ ...counts, new: 1 })
    expect([await notes(child, '04-01'), await notes(child, '05-01'), await notes(child, '06-01')]).toEqual([
      ['first'],
      [],
      ['back'],
    ])
    const versions = await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })
    expect(new Set(versions.map(({ record }) => record)).size).toBe(1)
  })

  test('the same file twice does nothing at all; with another known-on it is another file', async () => {
    const child = await person()
    const { send } = aSource(store())
    const first = file('04-01')
    const countOf = async () => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from import_batch`.execute(store().db)
      return rows[0]?.count ?? 0
    }
    await send(first, [row('a', child, '01-05', null, 'a')])
    await send(file('04-02'), [row('a', child, '01-05', null, 'b')])
    const before = await countOf()
    expect(await send(first, [row('a', child, '01-05', null, 'a')])).toEqual({ ...counts, same: 1, seenBefore: true })
    expect(await countOf()).toBe(before)
    const later = { ...first, knownOn: day('04-03') }
    expect(await send(later, [row('a', child, '01-05', null, 'a')])).toEqual({ ...counts, changed: 1 })
    expect([await notes(child, '04-01'), await notes(child, '04-02'), await notes(child, '04-03')]).toEqual([
      ['a'],
      ['b'],
      ['a'],
    ])
  })

  test('a record whose content was removed does not come back, and its identity is not to be read', async () => {
    const child = await person()
    const { send, window } = aSource(store())
    const rows = [row('child-of-smith-2024', child, '01-05', null, 'a'), row('b', child, '02-01', null, 'b')]
    await send(file('03-01'), rows)
    const versions = await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })
    const first = versions.find(({ content }) => content.fields['note'] === 'a')
    await removeContent(store().db, placement, {
      record: first?.record ?? (0 as RecordId),
      kind: 'retention',
      authority: 'Schedule',
      reason: 'Time',
      removedBy: 'records officer',
      removedAt: when,
    })
    expect(await send(file('04-01'), rows)).toEqual({ ...counts, same: 1, removed: 1 })
    expect(await send(file('02-01'), rows)).toEqual({ ...counts, new: 1, removed: 1 })
    expect(await send(file('05-01'), [])).toEqual({ ...counts, gone: 1 })
    expect([await notes(child, '02-01'), await notes(child, '04-01')]).toEqual([['b'], ['b']])
    const held = await store()
      .db.selectFrom('record')
      .select('identity')
      .where('source_system', '=', window.sourceSystem)
      .execute()
    expect(held).toHaveLength(2)
    expect(held).toContainEqual({ identity: 'b' })
    expect(held).toContainEqual({ identity: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('all kinds of fields are compared and kept', async () => {
    const [child, other] = [await person(), await person()]
    const { send } = aSource(store(), {})
    await send(file('03-01'), [row('a', child, '01-05')])
    const link =
      (await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') }))[0]?.record ??
      (0 as RecordId)
    const full = (present: readonly SubjectId[], street: string): Content => ({
      subjects: { child: [child], school: [], present, apologies: [] },
      links: { follows: link, order: null },
      fields: {
        select: 'Line',
        story: null,
        user: 0.25,
        cost: 125,
        agreed: 'not known',
        heldOn: day('02-01'),
        nextOn: null,
        toldAt: { at: parseInstant('2024-02-01T10:00Z'), precision: 'day' },
        colour: 'R',
        colours: ['R', 'G'],
        author: other,
        about: link,
        minutes: null,
        where: { lines: [street], postcode: 'EX1 1AA', uprn: null },
        points: [
          { what: 'Do', byOn: day('03-01'), doneAt: null, colours: ['B'], who: child, address: null, steps: null },
        ],
      },
    })
    const send1 = (knownOn: string, content: Content) =>
      send(file(knownOn), [{ identity: 'x', content }], { type: everything })
    expect(await send1('03-01', full([child, other], '1 High Street'))).toMatchObject({ new: 1 })
    expect(await send1('03-02', full([child, other], '1 High Street'))).toMatchObject({ same: 1 })
    expect(await send1('03-03', full([other, child], '1 High Street'))).toMatchObject({ changed: 1 })
    expect(await send1('03-04', full([other, child], '2 High Street'))).toMatchObject({ changed: 1 })
    const versions = await findVersionsOf(store().db, { subject: other, types: testTypes, knownOn: day('12-31') })
    expect(versions.map(({ content }) => content)).toEqual([
      full([child, other], '1 High Street'),
      full([other, child], '1 High Street'),
      full([other, child], '2 High Street'),
    ])
  })

  test('a file with a fault is refused whole, by name, and nothing of it stays', async () => {
    const child = await person()
    const { send, window } = aSource(store())
    const good = row('a', child, '01-05')
    const nobody = row('b', 999_999 as SubjectId, '01-05')
    const refused = send(file('03-01', { fileName: 'march.csv' }), [good, nobody])
    await expect(refused).rejects.toThrow(StoreError)
    await expect(refused).rejects.toThrow(
      'march.csv was not recorded, nor anything with it: There is no person or other subject with the number 999999',
    )
    await expect(send(file('03-01'), [good, good])).rejects.toThrow('it has the record a twice')
    const second = { window: { ...window, type: contact }, rows: [good] }
    await expect(importRecords(store().db, file('03-01'), [{ window, rows: [good] }, second])).rejects.toThrow(
      'contact has no child',
    )
    expect(await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })).toEqual([])
    expect(await send(file('03-01'), [good])).toEqual({ ...counts, new: 1 })
  })

  test('one file of several tables is one import', async () => {
    const child = await person()
    const { window } = aSource(store())
    const sent = file('03-01')
    const tables = [
      { window, rows: [row('a', child, '01-05')] },
      { window: { ...window, type: contact }, rows: [] },
    ]
    expect((await importRecords(store().db, sent, tables)).tables.map((one) => one.new)).toEqual([1, 0])
    expect((await importRecords(store().db, sent, tables)).seenBefore).toBe(true)
  })

  test('of one file sent many times at once, one is recorded and the others have seen it', async () => {
    const child = await person()
    const { send } = aSource(store())
    const sent = file('03-01')
    const all = await Promise.all(Array.from({ length: 4 }, () => send(sent, [row('a', child, '01-05')])))
    expect(all.map(({ seenBefore }) => seenBefore).sort()).toEqual([false, true, true, true])
    expect(await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })).toHaveLength(
      1,
    )
  })
}, testTypes)
