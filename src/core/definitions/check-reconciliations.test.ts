import { describe, expect, it } from 'vitest'
import { type Reconciliation, reconciledItem } from '../reconciliation/reconciliation.ts'
import { reconciliationsProblems } from './check-reconciliations.ts'
import { codeList } from './code-list.ts'
import { code, date, text } from './field.ts'
import { recordType } from './record-type.ts'

const Kind = codeList('kind', { label: 'Kind', source: 'Made up', codes: { long: 'Long' } })
const Walk = recordType('walk', {
  label: 'Walk',
  plural: 'walks',
  source: 'Made up',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'walkedOn',
  identity: ['child', 'walkedOn'],
  fields: { walkedOn: date('Walked on'), kind: code('Kind', Kind), with: text('With whom') },
})
const walks = reconciledItem({
  key: 'walk',
  label: 'Walk',
  headings: ['Walk'],
  called: ['Walk'],
  type: Walk,
  on: 'walkedOn',
  where: { kind: 'long' },
  tolerance: 0,
  oneEvent: 7,
})
const list: Reconciliation = {
  key: 'walks',
  label: 'Walks',
  theirs: 'The club',
  ours: 'We',
  source: 'Made up',
  knownBy: [{ key: 'number', label: 'Number', headings: ['Number'], kinds: ['case-id'] }],
  items: [walks],
}
const told = (changes: Partial<Reconciliation>, records = [Walk]) =>
  reconciliationsProblems([
    { key: 'out', label: 'Out', indicators: [], records, reconciliations: [{ ...list, ...changes }] },
  ]).map(({ path, problem }) => `${path}: ${problem}`)

describe('definitions of lists that are held against the record', () => {
  it('are right', () => expect(told({})).toEqual([]))

  it.each([
    ['no words', { source: ' ' }, 'out > walks > source: is empty'],
    [
      'a heading twice',
      { items: [{ ...walks, headings: ['Number'] }] },
      'out > walks: the heading “Number” stands for two columns',
    ],
    [
      'no heading',
      { items: [{ ...walks, headings: [] }] },
      'out > walks > walk: has no heading by which its column is known',
    ],
    ['no date', { items: [{ ...walks, on: 'with' }] }, 'out > walks > walk: with is no date of walk'],
    ['no code', { items: [{ ...walks, where: { with: 'x' } }] }, 'out > walks > walk: with is no code of walk'],
    ['another code', { items: [{ ...walks, held: { kind: 'x' } }] }, 'out > walks > walk: kind is never “x”'],
    [
      'days apart',
      { items: [{ ...walks, tolerance: 9 }] },
      'out > walks > walk: two days that are the same have to be one event too',
    ],
  ] as const)('with %s are told', (_, changes, problem) => expect(told(changes)).toEqual([problem]))

  it('of a record of no area are told', () =>
    expect(told({}, [])).toEqual(['out > walks: walk is a record of no area']))
})
