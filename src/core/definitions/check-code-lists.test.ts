import { describe, expect, it } from 'vitest'
import { plainDate } from '../dates/plain-date.ts'
import { recordTypesProblems } from './check-record-types.ts'
import { codeList } from './code-list.ts'
import { code, codes, date, type Fields, group } from './field.ts'
import { recordType } from './record-type.ts'

const kinds = codeList('visit-kind', { label: 'Kind of visit', source: 'test', codes: { home: 'Home' } })
const list = (key: string, definition: Partial<Parameters<typeof codeList>[1]>) =>
  codeList(key, { label: 'List', source: 'test', codes: { a: 'A' }, ...definition })

/** What is said of a visit with these fields. */
function said(fields: Fields): readonly string[] {
  const type = recordType('visit', {
    label: 'Visit',
    plural: 'visits',
    source: 'test',
    subjects: { child: { kind: 'person', label: 'Child' } },
    dated: 'startedOn',
    identity: ['child', 'startedOn'],
    fields: { startedOn: date('Started', { required: true }), kind: code('Kind', kinds), ...fields },
  })
  return recordTypesProblems([{ area: 'visiting', type }]).map(({ path, problem }) => `${path}: ${problem}`)
}

describe('the checks of code lists', () => {
  it.each([
    ['a key', list('Bad Key', {}), 'visiting > visit > kind > Bad Key: a key is lower-case words joined by hyphens'],
    ['a label', list('one', { label: '' }), 'visiting > visit > kind > one > label: is empty'],
    ['a source', list('one', { source: '' }), 'visiting > visit > kind > one > source: is empty'],
    [
      'codes',
      list('one', { codes: {} }),
      'visiting > visit > kind > one > codes: there are none: nothing could be chosen',
    ],
    ['the label of a code', list('one', { codes: { a: '' } }), 'visiting > visit > kind > one > a > label: is empty'],
    [
      'a code',
      list('one', { codes: { ' a': 'A' } }),
      'visiting > visit > kind > one >  a: a code is not empty and has no spaces around it',
    ],
    [
      'the dates of a code',
      list('one', { codes: { a: { label: 'A', from: plainDate('2024-01-01'), to: plainDate('2024-01-01') } } }),
      'visiting > visit > kind > one > a: ends before it begins, so it could never be used',
    ],
  ])('find what is wrong with %s, once however often the list is used', (_, used, problem) => {
    const fields = { kind: code('Kind', used, { required: true }), also: codes('Also', used) }
    expect(said(fields)).toEqual([problem])
  })

  it('find two lists with one key, also inside a group', () => {
    const points = group('Points', { kind: code('Kind', { ...kinds }) })
    expect(said({ points })).toEqual(['visiting > visit > points > kind > visit-kind: this key is used twice'])
  })
})
