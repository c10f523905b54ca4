import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SubjectId } from '../definitions/field.ts'
import { group, person, text, worker } from '../definitions/field.ts'
import { ALWAYS, type RecordType, recordType } from '../definitions/record-type.ts'
import { type Merge, samePeople, underWrittenNumbers } from './same-person.ts'
import { renumbered, subjectsIn } from './subjects.ts'

const id = (number: number) => number as SubjectId
const [a, b, c, other] = [id(1), id(2), id(3), id(9)]
const into = (merged: SubjectId, kept: SubjectId): Merge => ({ merged, kept })

const Meeting: RecordType = recordType('meeting', {
  label: 'Meeting',
  plural: 'meetings',
  source: 'a test',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    present: { kind: 'person', label: 'Present', many: true, optional: true },
  },
  dated: ALWAYS,
  identity: ['child'],
  fields: {
    chair: person('Chair'),
    worker: worker('Worker'),
    note: text('Note'),
    points: group('Points', { what: text('What'), who: person('Who'), steps: group('Steps', { by: person('By') }) }),
  },
})

describe('the same person', () => {
  it('is known by the number that was kept, through a chain', () => {
    const same = samePeople([into(a, b), into(b, c)])
    expect([a, b, c, other].map(same.kept)).toEqual([c, c, c, other])
    expect(same.numbers(b)[0]).toBe(c)
    expect([...same.numbers(a)].sort()).toEqual([a, b, c])
    expect(same.numbers(other)).toEqual([other])
  })

  it('is nobody else when nothing was merged', () => {
    expect(samePeople([]).numbers(a)).toEqual([a])
  })

  it('does not go round a circle for ever', () => {
    expect(() => samePeople([into(a, b), into(b, a)]).kept(a)).toThrow('circle')
  })

  it('shares everybody out among those who are kept, whatever was merged in whatever order', () => {
    // Each number goes into a later one, so that there is no circle.
    const forest = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))).map((pairs) => {
      const once = new Map(pairs.flatMap(([one, two]) => (one < two ? [[one, two] as const] : [])))
      return [...once].map(([merged, kept]) => into(id(merged), id(kept)))
    })
    fc.assert(
      fc.property(forest, (merges) => {
        const same = samePeople(merges)
        for (const { kept, merged } of merges) expect(same.kept(merged)).toBe(same.kept(kept))
        for (let number = 1; number <= 8; number++) {
          const numbers = same.numbers(id(number))
          expect(numbers).toContain(id(number))
          expect(numbers.map(same.kept)).toEqual(numbers.map(() => numbers[0]))
          expect(samePeople(merges.toReversed()).kept(id(number))).toBe(same.kept(id(number)))
        }
      }),
    )
  })
})

describe('a record about merged people', () => {
  const same = samePeople([into(a, b)])
  const written = {
    subjects: { child: [a], present: [a, b, other] },
    links: {},
    fields: {
      chair: a,
      worker: other,
      note: '1',
      points: [{ what: '1', who: a, steps: [{ by: a }] }],
    },
  }

  it('is read under the kept number, in roles, fields and groups, nobody twice in a role', () => {
    expect(renumbered(Meeting, written, same.kept)).toEqual({
      subjects: { child: [b], present: [b, other] },
      links: {},
      fields: { chair: b, worker: other, note: '1', points: [{ what: '1', who: b, steps: [{ by: b }] }] },
    })
  })

  it('names everybody in it, in groups too', () => {
    expect([...subjectsIn(Meeting, written)].sort()).toEqual([a, b, other])
  })

  it('keeps the numbers it was written under when it is corrected', () => {
    const corrected = { ...renumbered(Meeting, written, same.kept), fields: { chair: b, note: 'Two' } }
    expect(underWrittenNumbers(Meeting, written, corrected, same.kept)).toEqual({
      subjects: { child: [a], present: [a, b, other] },
      links: {},
      fields: { chair: a, note: 'Two' },
    })
  })

  it('takes somebody new to it under the kept number, and lets go of who is no longer in it', () => {
    const corrected = { ...written, subjects: { child: [c], present: [a] }, fields: { chair: c } }
    expect(
      underWrittenNumbers(Meeting, { ...written, subjects: { child: [b], present: [c] } }, corrected, same.kept),
    ).toEqual({ subjects: { child: [c], present: [b] }, links: {}, fields: { chair: c } })
  })
})
