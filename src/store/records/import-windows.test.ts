import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { aPerson, aSource, counts, day, file, notesOf, row, when } from '../../../test/databases/importing.ts'
import { contact, placement, testTypes } from '../../../test/databases/record-types.ts'
import { parseInstant } from '../../core/dates/instant.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { findRecord, findVersionsOf } from './find.ts'
import type { ImportRow } from './record-file.ts'
import type { ImportWindow } from './window.ts'
import { writeVersion } from './write.ts'

eachDatabase(({ share }) => {
  const store = share()
  const person = () => aPerson(store())
  const notes = (child: SubjectId, knownOn: string) => notesOf(store(), child, knownOn)

  describe('a file speaks only for its window', () => {
    test.each<[string, Omit<ImportWindow, 'type' | 'sourceSystem'>, readonly string[]]>([
      ['everything', {}, []],
      ['nothing', { subjects: [] }, ['ended as it began', 'ended in March', 'open since March', 'only in February']],
      ['March', { from: day('03-01'), to: day('04-01') }, ['ended as it began', 'only in February']],
      [
        'what began in March',
        { from: day('03-01'), to: day('04-01'), only: 'beginning' },
        ['ended as it began', 'ended in March', 'only in February'],
      ],
      [
        'from the day on which one ended',
        { from: day('03-05') },
        ['ended as it began', 'ended in March', 'only in February'],
      ],
      ['from the day before', { from: day('03-04') }, ['ended as it began', 'only in February']],
      [
        'until the day on which one began',
        { to: day('02-01') },
        ['ended in March', 'open since March', 'only in February'],
      ],
      [
        'the one day of that which ended as it began',
        { from: day('01-20'), to: day('01-21') },
        ['ended in March', 'open since March', 'only in February'],
      ],
    ])('%s', async (_what, window, left) => {
      const child = await person()
      const { send } = aSource(store())
      await send(file('04-01'), [
        row('a', child, '02-15', '03-05', 'ended in March'),
        row('b', child, '03-15', null, 'open since March'),
        row('c', child, '02-01', '02-29', 'only in February'),
        row('d', child, '01-20', '01-20', 'ended as it began'),
      ])
      expect(await send(file('05-01'), [], window)).toEqual({ ...counts, gone: 4 - left.length })
      expect(await notes(child, '05-01')).toEqual(left.toSorted())
    })

    test('of certain people, of one source, and of one type', async () => {
      const [child, other] = [await person(), await person()]
      const [source, another] = [aSource(store()), aSource(store())]
      await source.send(file('04-01'), [row('a', child, '01-05', null, 'a'), row('b', other, '01-05', null, 'b')])
      await another.send(file('04-01'), [row('a', child, '01-05', null, 'of another')])
      await source.send(file('05-01'), [], { type: contact })
      expect(await source.send(file('05-02'), [], { subjects: [child] })).toEqual({ ...counts, gone: 1 })
      expect([await notes(child, '05-02'), await notes(other, '05-02')]).toEqual([['of another'], ['b']])
    })

    test('of anybody in a role that many have, on the day that it was in London', async () => {
      const [child, other] = [await person(), await person()]
      const { send } = aSource(store(), {})
      const said = (identity: string, at: string): ImportRow => ({
        identity,
        content: {
          subjects: { children: [other, child] },
          links: {},
          fields: { receivedAt: { at: parseInstant(at), precision: 'minute' }, note: identity },
        },
      })
      const june = { type: contact, from: day('06-01'), to: day('07-01'), subjects: [child] }
      await send(
        file('07-01'),
        [
          said('first', '2024-06-01T00:30+01:00'),
          said('last', '2024-06-30T23:30+01:00'),
          said('july', '2024-07-01T00:30+01:00'),
        ],
        june,
      )
      expect(await send(file('07-02'), [], june)).toEqual({ ...counts, gone: 2 })
      expect(await notes(other, '07-02')).toEqual(['july'])
    })
  })

  describe('a file that arrives late', () => {
    test('fills history, and neither hides nor closes what is known after it', async () => {
      const child = await person()
      const { send } = aSource(store())
      await send(file('05-01'), [row('a', child, '01-05', null, 'new')])
      expect(
        await send(file('04-01'), [
          row('a', child, '01-05', null, 'old'),
          row('b', child, '01-05', null, 'ended since'),
        ]),
      ).toEqual({ ...counts, new: 2 })
      expect([await notes(child, '04-01'), await notes(child, '05-01')]).toEqual([['ended since', 'old'], ['new']])
    })

    test('does not silence one that said in silence what was visible already', async () => {
      const child = await person()
      const { send } = aSource(store())
      await send(file('03-01'), [row('a', child, '01-05', null, 'said twice')])
      await send(file('05-01'), [row('a', child, '01-05', null, 'said twice')])
      await send(file('04-01'), [row('a', child, '01-05', null, 'in between')])
      expect([await notes(child, '03-01'), await notes(child, '04-01'), await notes(child, '05-01')]).toEqual([
        ['said twice'],
        ['in between'],
        ['said twice'],
      ])
    })

    test('nor one that said it outside its own window', async () => {
      const child = await person()
      const { send } = aSource(store())
      const rows = [row('a', child, '01-05', null, 'said twice')]
      await send(file('03-01'), rows)
      await send(file('05-01'), rows, { subjects: [] })
      await send(file('04-01'), [])
      expect([await notes(child, '04-01'), await notes(child, '05-01')]).toEqual([[], ['said twice']])
    })

    test('nor what somebody wrote on a form', async () => {
      const child = await person()
      const { send } = aSource(store())
      await send(file('03-01'), [row('a', child, '01-05', null, 'imported')])
      const [version] = await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })
      const content = row('a', child, '01-05', null, 'corrected').content
      const change = {
        type: placement,
        record: version?.record ?? (0 as RecordId),
        basedOn: version?.sequence ?? 0,
        recordedAt: when,
        recordedBy: 'ann',
        reason: 'It was wrong',
        source: 'form',
        content,
      } as const
      await writeVersion(store().db, { ...change, knownOn: day('05-01') })
      await send(file('06-01'), [row('a', child, '01-05', null, 'corrected')])
      await send(file('04-01'), [row('a', child, '01-05', null, 'late')])
      expect([await notes(child, '04-30'), await notes(child, '05-01'), await notes(child, '06-01')]).toEqual([
        ['late'],
        ['corrected'],
        ['corrected'],
      ])
      const latest = (await findRecord(store().db, placement, change.record))
        .toSorted((a, b) => a.knownOn - b.knownOn)
        .at(-1)
      const early = writeVersion(store().db, { ...change, basedOn: latest?.sequence ?? 0, knownOn: day('05-02') })
      await expect(early).rejects.toThrow('cannot be changed as known on 2 May 2024')
    })

    test('of one day the last to arrive has the last word, and keeps it', async () => {
      const child = await person()
      const { send } = aSource(store())
      await send(file('05-01'), [])
      await send(file('05-01'), [row('a', child, '01-05', null, 'last word')])
      await send(file('03-01'), [row('a', child, '01-05', null, 'last word')])
      await send(file('04-01'), [row('a', child, '01-05', null, 'late')])
      expect([await notes(child, '04-01'), await notes(child, '05-01')]).toEqual([['late'], ['last word']])
    })
  })
}, testTypes)
