import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import { type PlacedRow, placementsIn } from './placements.ts'

type Given = readonly [
  startedOn: string,
  endedOn: string | null,
  reasonStarted: PlacedRow['reasonStarted'],
  placement: PlacedRow['placement'],
  postcode?: string,
]
const episode = ([startedOn, endedOn, reasonStarted, placement, postcode = 'DT1 1AA']: Given): PlacedRow => ({
  startedOn: plainDate(startedOn),
  endedOn: endedOn === null ? null : plainDate(endedOn),
  reasonStarted,
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placement,
  provider: placement?.startsWith('T') ? null : 'PR1',
  urn: null,
  placementPostcode: placement?.startsWith('T') ? null : postcode,
  reasonEnded: endedOn === null ? null : 'X1',
})
const stays = (...given: readonly Given[]) =>
  placementsIn(given.map(episode)).map(({ startedOn, endedOn }) => [toText(startedOn), endedOn && toText(endedOn)])

describe('where a child has lived', () => {
  it('a new legal status is no move, nor a carer who moves house or changes agency', () => {
    expect(
      stays(
        ['2023-01-01', '2023-02-01', 'S', 'U6'],
        ['2023-02-01', '2023-03-01', 'L', 'U6'],
        ['2023-03-01', '2023-04-01', 'T', 'U4', 'BH1 1AA'],
        ['2023-04-01', null, 'U', 'U4', 'BH1 1AA'],
      ),
    ).toEqual([['2023-01-01', null]])
  })
  it('another placement is a move, with a new legal status or without', () => {
    expect(
      stays(
        ['2023-01-01', '2023-02-01', 'S', 'U6'],
        ['2023-02-01', '2023-03-01', 'P', 'K2'],
        ['2023-03-01', null, 'B', 'U4'],
      ),
    ).toHaveLength(3)
  })
  it('a time away from which the child comes back is no move', () => {
    expect(
      stays(
        ['2023-01-01', '2023-02-01', 'S', 'U6'],
        ['2023-02-01', '2023-02-10', 'P', 'T1'],
        ['2023-02-10', null, 'P', 'U6'],
      ),
    ).toEqual([['2023-01-01', null]])
  })
  it('a time away that ends elsewhere is a move, and the place was kept until then', () => {
    expect(
      stays(
        ['2023-01-01', '2023-02-01', 'S', 'U6'],
        ['2023-02-01', '2023-02-10', 'P', 'T1'],
        ['2023-02-10', null, 'P', 'K2', 'SP1 1AA'],
      ),
    ).toEqual([
      ['2023-01-01', '2023-02-10'],
      ['2023-02-10', null],
    ])
  })
  it('a child who is away now still lives where they will come back to', () => {
    expect(stays(['2023-01-01', '2023-02-01', 'S', 'U6'], ['2023-02-01', null, 'P', 'T1'])).toEqual([
      ['2023-01-01', null],
    ])
  })
  it('going back to a former carer after living elsewhere is another placement', () => {
    expect(
      stays(
        ['2023-01-01', '2023-02-01', 'S', 'U6'],
        ['2023-02-01', '2023-03-01', 'P', 'K2', 'SP1 1AA'],
        ['2023-03-01', null, 'P', 'U6'],
      ),
    ).toHaveLength(3)
  })
  it('a placement in which the child did not sleep is none', () => {
    expect(
      stays(
        ['2023-01-01', '2023-02-01', 'S', 'U6'],
        ['2023-02-01', '2023-02-01', 'P', 'K2'],
        ['2023-02-01', null, 'P', 'U4'],
      ),
    ).toHaveLength(2)
  })
  it('adopters who fostered the child before are the same carers; a new family is not', () => {
    expect(stays(['2023-01-01', '2023-02-01', 'S', 'U5'], ['2023-02-01', null, 'T', 'A5'])).toHaveLength(1)
    expect(stays(['2023-01-01', '2023-02-01', 'S', 'U5'], ['2023-02-01', null, 'P', 'A6'])).toHaveLength(2)
  })
  it('after a gap the child has moved, whatever the reason says', () => {
    expect(stays(['2023-01-01', '2023-02-01', 'S', 'U6'], ['2023-03-01', null, 'L', 'U6'])).toHaveLength(2)
  })

  it('law: placements are in order, and each begins with an episode that is not a time away', () => {
    const given = fc.record({
      from: fc.integer({ min: 0, max: 300 }),
      length: fc.option(fc.integer({ min: 0, max: 90 })),
      reason: fc.constantFrom('S' as const, 'L' as const, 'P' as const, 'T' as const),
      placement: fc.constantFrom('U6' as const, 'K2' as const, 'T1' as const),
    })
    fc.assert(
      fc.property(fc.array(given, { maxLength: 8 }), (all) => {
        const start = plainDate('2023-01-01')
        const text = (days: number) => toText((start + days) as PlainDate)
        const episodes = all.map(({ from, length, reason, placement }) =>
          episode([text(from), length === null ? null : text(from + length), reason, placement]),
        )
        const placements = placementsIn(episodes)
        for (const [at, { startedOn, episodes: of }] of placements.entries()) {
          expect(of[0]?.startedOn).toBe(startedOn)
          expect(of.some(({ placement }) => placement?.startsWith('T'))).toBe(false)
          expect(startedOn).toBeGreaterThanOrEqual(placements[at - 1]?.startedOn ?? 0)
        }
      }),
    )
  })
})
