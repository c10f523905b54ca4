import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, known, Stay } from '../../../test/support/counted.ts'
import { addDays, plainDate } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import { Reader } from './reader.ts'
import { subjectRecords } from './records.ts'

const ann = 1 as SubjectId
const start = plainDate('2023-01-01')
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(start, days))
const stays = fc.array(
  fc.record({ startedOn: day, endedOn: fc.option(day), room: fc.constantFrom('attic', 'garden') }),
  {
    maxLength: 6,
  },
)

describe('a reader that is turned from day to day', () => {
  it('sees on each day what one sees that was never asked before, in whatever order the days come', () => {
    fc.assert(
      fc.property(stays, fc.array(day, { minLength: 2, maxLength: 12 }), (some, days) => {
        const fresh = () =>
          subjectRecords(
            ann,
            some.map((one) => known(Stay, ann, one)),
            [Stay],
          )
        const turned = new Reader(fresh(), calendar)
        const attic = ({ room }: { readonly room: string | null }) => room === 'attic'
        for (const asAt of days) {
          turned.asAt = asAt
          const anew = new Reader(fresh(), calendar, asAt)
          const seen = (reader: Reader) => [
            reader.all(Stay).map(({ startedOn, endedOn, room }) => [startedOn, endedOn, room]),
            reader.open(Stay).length,
            reader.open(Stay, attic).length,
            reader.howMany(Stay, attic),
            reader.latest(Stay, attic)?.startedOn,
          ]
          expect(seen(turned)).toEqual(seen(anew))
        }
      }),
    )
  })

  it('names the records that are found, each time it is asked', () => {
    const reader = new Reader(subjectRecords(ann, [known(Stay, ann, { startedOn: '2023-08-01' })], [Stay]), calendar)
    const [stay] = reader.all(Stay)
    for (const ask of [() => reader.open(Stay), () => reader.howMany(Stay, () => true), () => reader.latest(Stay)])
      for (let time = 0; time < 2; time++) {
        reader.found = new Set()
        ask()
        expect([...reader.found]).toEqual([stay?.id])
      }
  })
})
