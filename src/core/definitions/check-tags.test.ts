import { expect, test } from 'vitest'
import { tagsProblems } from './check-tags.ts'
import { date } from './field.ts'
import { recordType } from './record-type.ts'
import { type Tag, tag } from './tag.ts'

const plan = recordType('plan', {
  label: 'Plan',
  plural: 'plans',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  identity: ['child', 'startedOn'],
  fields: { startedOn: date('Started', { required: true }) },
})
const sound = tag('on-a-plan', { label: 'On a plan', source: 'test', reads: [plan], of: () => [] })

const said = (...tags: readonly Tag[]) =>
  tagsProblems(
    tags.map((one) => ({ area: 'planning', tag: one })),
    new Map([[plan.key, plan]]),
  ).map(({ path, problem }) => `${path}: ${problem}`)

test('a sound tag has no faults', () => {
  expect(said(sound)).toEqual([])
})

test('every fault is told with its path', () => {
  const other = { ...plan, key: 'other' }
  expect(said(sound, sound, { ...sound, key: 'Odd', label: ' ', source: '', reads: [] })).toEqual([
    'planning > on-a-plan: this key is used twice',
    'planning > Odd: a key is lower-case words joined by hyphens',
    'planning > Odd > label: is empty',
    'planning > Odd > source: is empty',
    'planning > Odd > reads: is empty, so it could never say anything',
  ])
  expect(said({ ...sound, reads: [plan, other] })).toEqual([
    'planning > on-a-plan > reads: other is not a record type of any area',
  ])
})

test('a record type of the same key that is another one does not pass for it', () => {
  expect(said({ ...sound, reads: [{ ...plan }] })).toHaveLength(1)
})
