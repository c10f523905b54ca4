import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { aSource, counts, day, file, row, when } from '../../../test/databases/importing.ts'
import { contact, everything, placement, testTypes } from '../../../test/databases/record-types.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Store } from '../open.ts'
import { StoreError } from '../store-error.ts'
import { findVersionsOf } from './find.ts'
import { addMerge, endMerge, findMergesOf, findSamePeople } from './merges.ts'
import { makeSubject, writeVersion } from './write.ts'

const said = (knownOn: PlainDate) => ({ knownOn, at: when, by: 'ann', reason: 'The same NHS number' })

const stay = (child: SubjectId, note: string): Content => ({
  subjects: { child: [child] },
  links: {},
  fields: { startedOn: day('01-01'), note },
})
const meeting = (present: readonly SubjectId[], note: string): Content => ({
  subjects: { children: present },
  links: {},
  fields: { note },
})

/** What is told of somebody as known on a day: each record's note, and whom it names. */
async function told(store: Store, subject: SubjectId, knownOn: PlainDate) {
  const versions = await findVersionsOf(store.db, { subject, types: testTypes, knownOn })
  return versions
    .map(({ content, writtenUnder = [] }) => ({
      note: content.fields['note'],
      names: Object.values(content.subjects).flat(),
      writtenUnder,
    }))
    .toSorted((a, b) => String(a.note).localeCompare(String(b.note)))
}

eachDatabase((database) => {
  const store = database.share()
  const somebody = () => makeSubject(store().db, { kind: 'person', madeAt: when, madeBy: 'ann' })
  const write = (type: RecordType, content: Content, knownOn = day('01-01')) =>
    writeVersion(store().db, {
      type,
      content,
      knownOn,
      recordedAt: when,
      recordedBy: 'ann',
      reason: null,
      source: 'form',
    })

  // Days go forward only, over all the tests of one store: each test takes the next ones.
  let last = day('02-01')
  const nextDay = () => {
    last = (last + 1) as PlainDate
    return last
  }

  test('a transaction sees what it has merged and parted itself, and everybody in it who asks at once is told the same', async () => {
    const [kept, merged, third] = [await somebody(), await somebody(), await somebody()]
    const known = nextDay()
    await addMerge(store().db, { kept: merged, merged: third, ...said(known) })
    await store()
      .db.transaction()
      .execute(async (trx) => {
        const keptBy = async () => {
          const asked = [[third], [kept, merged], [third, merged], [third]]
          const all = await Promise.all(asked.map((some) => findSamePeople(trx, some, known)))
          const kepts = all.flatMap((same, at) => (asked[at]?.includes(third) ? [same.kept(third)] : []))
          expect(new Set(kepts).size).toBe(1)
          return kepts[0]
        }
        expect(await keptBy()).toBe(merged)
        const merge = await addMerge(trx, { kept, merged, ...said(known) })
        expect(await keptBy()).toBe(kept)
        await endMerge(trx, { merge, ...said(known) })
        expect(await keptBy()).toBe(merged)
      })
  })

  describe('two numbers of one person', () => {
    test('are read as one from the day on which it is known, and not before', async () => {
      const [kept, merged] = [await somebody(), await somebody()]
      await write(placement, stay(kept, 'a'))
      await write(placement, stay(merged, 'b'))
      const known = nextDay()
      await addMerge(store().db, { kept, merged, ...said(known) })
      const both = [
        { note: 'a', names: [kept], writtenUnder: [] },
        { note: 'b', names: [kept], writtenUnder: [merged] },
      ]
      expect(await told(store(), kept, known)).toEqual(both)
      expect(await told(store(), merged, known)).toEqual(both)
      const before = (known - 1) as PlainDate
      expect(await told(store(), kept, before)).toEqual([{ note: 'a', names: [kept], writtenUnder: [] }])
      expect(await told(store(), merged, before)).toEqual([{ note: 'b', names: [merged], writtenUnder: [] }])
    })

    test('are one in a record that names both, and in the records of others', async () => {
      const [kept, merged, sister] = [await somebody(), await somebody(), await somebody()]
      await write(contact, meeting([kept, merged, sister], 'all'))
      const known = nextDay()
      await addMerge(store().db, { kept, merged, ...said(known) })
      expect(await told(store(), sister, known)).toEqual([
        { note: 'all', names: [kept, sister], writtenUnder: [merged] },
      ])
    })

    test('stay one for ever on the days on which they were taken for one, and are two again after', async () => {
      const [kept, merged] = [await somebody(), await somebody()]
      await write(placement, stay(merged, 'b'))
      const known = nextDay()
      const merge = await addMerge(store().db, { kept, merged, ...said(known) })
      const parted = nextDay()
      await endMerge(store().db, { merge, ...said(parted), by: 'bob', reason: 'Two brothers' })
      expect(await told(store(), kept, known)).toHaveLength(1)
      expect(await told(store(), kept, parted)).toEqual([])
      expect(await told(store(), merged, parted)).toEqual([{ note: 'b', names: [merged], writtenUnder: [] }])
      expect(await findMergesOf(store().db, [merged])).toEqual([
        {
          id: merge,
          kept,
          merged,
          ...said(known),
          ended: { knownOn: parted, at: when, by: 'bob', reason: 'Two brothers' },
        },
      ])
    })

    test('lead on: A into B and B into C are all C, and B alone may be parted', async () => {
      const [a, b, c] = [await somebody(), await somebody(), await somebody()]
      await write(placement, stay(a, 'a'))
      const known = nextDay()
      await addMerge(store().db, { kept: b, merged: a, ...said(known) })
      const second = await addMerge(store().db, { kept: c, merged: b, ...said(known) })
      const same = await findSamePeople(store().db, [a], known)
      expect([a, b, c].map(same.kept)).toEqual([c, c, c])
      expect(same.numbers(c)[0]).toBe(c)
      expect(await told(store(), c, known)).toEqual([{ note: 'a', names: [c], writtenUnder: [a] }])
      await endMerge(store().db, { merge: second, ...said(known) })
      expect(await told(store(), c, known)).toEqual([])
      expect(await told(store(), b, known)).toEqual([{ note: 'a', names: [b], writtenUnder: [a] }])
    })
  })

  describe('what is refused', () => {
    test.each(['circle', 'itself', 'twice', 'nobody', 'no person', 'an earlier day'] as const)('%s', async (what) => {
      const [kept, merged, third] = [await somebody(), await somebody(), await somebody()]
      const household = await makeSubject(store().db, { kind: 'household', madeAt: when, madeBy: 'ann' })
      const known = nextDay()
      await addMerge(store().db, { kept, merged, ...said(known) })
      const again = {
        circle: { kept: merged, merged: kept },
        itself: { kept, merged: kept },
        twice: { kept: third, merged },
        nobody: { kept, merged: 999_999 as SubjectId },
        'no person': { kept, merged: household },
        'an earlier day': { kept: third, merged: kept },
      }[what]
      const earlier = what === 'an earlier day' ? ((known - 1) as PlainDate) : known
      await expect(addMerge(store().db, { ...again, ...said(earlier) })).rejects.toThrow(StoreError)
      expect((await findMergesOf(store().db, [kept, merged, third])).length).toBe(1)
    })

    test('to part twice', async () => {
      const [kept, merged] = [await somebody(), await somebody()]
      const known = nextDay()
      const merge = await addMerge(store().db, { kept, merged, ...said(known) })
      await endMerge(store().db, { merge, ...said(known) })
      await expect(endMerge(store().db, { merge, ...said(known) })).rejects.toThrow('ann has taken that back already')
      await expect(endMerge(store().db, { merge: 999_999, ...said(known) })).rejects.toThrow('There is no merge')
    })
  })

  test('rows of a file that name the merged number are known again, and change what they change', async () => {
    const [kept, merged] = [await somebody(), await somebody()]
    const { send } = aSource(store())
    await send(file('01-05'), [row('k', kept, '01-01', null, 'k'), row('m', merged, '01-01', null, 'm')])
    const known = nextDay()
    await addMerge(store().db, { kept, merged, ...said(known) })
    const again = [row('k', kept, '01-01', null, 'k'), row('m', merged, '01-01', null, 'm changed')]
    expect(await send(file('12-01'), again)).toEqual({ ...counts, same: 1, changed: 1 })
    expect((await told(store(), kept, day('12-01'))).map(({ note }) => note)).toEqual(['k', 'm', 'm changed'])
    expect(await send(file('12-02'), again.slice(0, 1))).toEqual({ ...counts, same: 1, gone: 1 })
  })

  test('parting gives back each side’s own, whatever was written before and between', async () => {
    const written = fc.record({ on: fc.constantFrom(0, 1, 2) })
    const some = fc.array(written, { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(some, some, async (before, between) => {
        const [kept, merged, other] = [await somebody(), await somebody(), await somebody()]
        const who = [[kept], [merged], [other, merged, kept]]
        const model: { readonly note: string; readonly named: readonly SubjectId[] }[] = []
        const writeOne = async ({ on }: (typeof before)[number], note: string) => {
          const named = who[on] ?? []
          model.push({ note, named })
          await write(contact, meeting(named, note))
        }
        const writeAll = async (all: typeof before, word: string) => {
          for (const [at, one] of all.entries()) await writeOne(one, `${word} ${at}`)
        }
        await writeAll(before, 'before')
        const known = nextDay()
        const merge = await addMerge(store().db, { kept, merged, ...said(known) })
        await writeAll(between, 'between')
        const all = model.filter(({ named }) => named.some((one) => one === kept || one === merged))
        expect((await told(store(), merged, known)).map(({ note }) => note)).toEqual(all.map(({ note }) => note).sort())
        const parted = nextDay()
        await endMerge(store().db, { merge, ...said(parted) })
        for (const one of [kept, merged, other]) {
          const own = model.filter(({ named }) => named.includes(one)).toSorted((a, b) => a.note.localeCompare(b.note))
          expect(await told(store(), one, parted)).toEqual(
            own.map(({ note, named }) => ({ note, names: [...named], writtenUnder: [] })),
          )
        }
      }),
      { numRuns: 15 },
    )
  })

  test('people in fields and groups are read under the kept number too', async () => {
    const [kept, merged, sister] = [await somebody(), await somebody(), await somebody()]
    const { record } = await write(placement, stay(sister, 'first'))
    await write(everything, {
      subjects: { child: [sister], present: [sister] },
      links: { follows: record },
      fields: { heldOn: day('01-01'), author: merged, points: [{ what: 'w', who: merged, steps: [] }] },
    })
    const known = nextDay()
    await addMerge(store().db, { kept, merged, ...said(known) })
    const versions = await findVersionsOf(store().db, { subject: sister, types: testTypes, knownOn: known })
    expect(versions.at(-1)?.content.fields).toMatchObject({ author: kept, points: [{ who: kept }] })
  })
}, testTypes)
