import { describe, expect, it } from 'vitest'
import { recordTypesProblems } from './check-record-types.ts'
import { codeList } from './code-list.ts'
import {
  code,
  codes,
  date,
  type Fields,
  group,
  instant,
  number,
  paragraphs,
  person,
  plannedDate,
  record,
  text,
} from './field.ts'
import { ALWAYS, type RecordType, recordType } from './record-type.ts'

const kinds = codeList('visit-kind', {
  label: 'Kind of visit',
  source: 'test',
  codes: { home: 'Home', school: 'School' },
})
const soundFields = {
  startedOn: date('Started', { required: true }),
  endedOn: date('Ended'),
  dueOn: plannedDate('Due'),
  kind: code('Kind', kinds, { required: true }),
  other: code('Other kind', kinds),
  outcome: text('Outcome', { trueFrom: 'endedOn' }),
  points: group('Points', { who: text('Who'), by: plannedDate('By when'), score: number('Score') }),
}
const visit: RecordType = recordType('visit', {
  label: 'Visit',
  plural: 'visits',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn', 'kind'],
  fields: soundFields,
})
const followUp: RecordType = recordType('follow-up', {
  label: 'Follow-up',
  plural: 'follow-ups',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  links: { visit: { to: 'visit', label: 'Visit' } },
  dated: ALWAYS,
  identity: ['visit'],
  fields: { before: record('The one before', 'follow-up') },
})

const said = (...types: readonly RecordType[]) =>
  recordTypesProblems(types.map((type) => ({ area: 'visiting', type }))).map(
    ({ path, problem }) => `${path}: ${problem}`,
  )
const withFields = (fields: Fields): RecordType => ({ ...visit, fields: { ...soundFields, ...fields } })

describe('the checks of record types', () => {
  it('find no fault in sound ones', () => {
    expect(said(visit, followUp)).toEqual([])
  })

  it('tell all faults together, each with its path', () => {
    expect(said({ ...visit, label: ' ', dated: 'begunOn', identity: [] })).toEqual([
      'visiting > visit > label: is empty',
      'visiting > visit > dated: there is no date or instant begunOn in this record',
      'visiting > visit > identity: is empty, so all records would be one',
    ])
  })

  it('find a key that two areas use', () => {
    const problems = recordTypesProblems([
      { area: 'visiting', type: visit },
      { area: 'reviewing', type: visit },
    ])
    expect(problems).toEqual([{ path: 'reviewing > visit', problem: 'this key is used twice' }])
  })

  it.each([
    [
      'a key that is no key',
      { ...visit, key: 'Visit' },
      'visiting > Visit: a key is lower-case words joined by hyphens',
    ],
    [
      'a key too long for a table',
      { ...visit, key: 'v'.repeat(41) },
      `visiting > ${'v'.repeat(41)}: a key has at most 40 characters`,
    ],
    ['no plural', { ...visit, plural: '' }, 'visiting > visit > plural: is empty'],
    ['no source', { ...visit, source: '' }, 'visiting > visit > source: is empty'],
    [
      'a role without a label',
      roles({ child: { kind: 'person', label: '' } }),
      'visiting > visit > child > label: is empty',
    ],
    [
      'a record about nobody',
      { ...roles({}), identity: ['startedOn'] },
      'visiting > visit > subjects: at least one has to be there always, or a record could be about nobody',
    ],
    [
      'a record that could be about nobody',
      { ...roles({ child: { kind: 'person', label: 'Child', optional: true } }), identity: ['startedOn'] },
      'visiting > visit > subjects: at least one has to be there always, or a record could be about nobody',
    ],
    [
      'a name that is not in camel case',
      withFields({ 'seen-alone': text('Alone') }),
      'visiting > visit > seen-alone: a name begins with a small letter and has no spaces or signs, like “startedOn”',
    ],
    [
      'a name too long for a column',
      withFields({ ['n'.repeat(41)]: text('Long') }),
      `visiting > visit > ${'n'.repeat(41)}: a name has at most 40 characters`,
    ],
    [
      'a field called id',
      withFields({ id: text('Number') }),
      'visiting > visit > id: “id” means something else already; choose another name',
    ],
    [
      'a field that a form could not send',
      withFields({ form: text('Form') }),
      'visiting > visit > form: “form” means something else already; choose another name',
    ],
    [
      'a step that asks what there is not',
      { ...visit, steps: [{ label: 'All', asks: ['nowhere'] }] },
      'visiting > visit > steps: there is no nowhere to ask',
    ],
    [
      'steps that leave something out',
      { ...visit, steps: [{ label: 'All', asks: [] }] },
      'visiting > visit > steps: no step asks startedOn',
    ],
    [
      'steps that ask something twice',
      { ...visit, steps: [{ label: 'All', asks: ['startedOn', 'startedOn'] }] },
      'visiting > visit > steps: startedOn is asked twice',
    ],
    [
      'a field called constructor',
      withFields({ constructor: text('Builder') }),
      'visiting > visit > constructor: “constructor” means something else already; choose another name',
    ],
    [
      'a date called always',
      withFields({ always: date('Always') }),
      'visiting > visit > always: “always” means something else already; choose another name',
    ],
    [
      'a field with the name of a role',
      withFields({ child: text('Child') }),
      'visiting > visit > child: a role, link or field of this record has this name already',
    ],
    ['a field without a label', withFields({ note: text(' ') }), 'visiting > visit > note > label: is empty'],
    [
      'a hint that says nothing',
      withFields({ note: text('Note', { hint: '' }) }),
      'visiting > visit > note > hint: is empty',
    ],
  ])('find %s', (_, type, problem) => {
    expect(said(type)).toContain(problem)
  })
})

describe('the checks of dates', () => {
  it.each([
    ['dated by a plan', { ...visit, dated: 'dueOn' }, 'dated: there is no date or instant dueOn in this record'],
    [
      'dated by what every object has',
      { ...visit, dated: 'toString' },
      'dated: there is no date or instant toString in this record',
    ],
    [
      'dated by a date that may be missing',
      { ...visit, dated: 'endedOn', ends: 'startedOn' },
      'dated: endedOn is not required, so a record could have no date',
    ],
    [
      'dated by a date that becomes true later',
      withFields({ startedOn: date('Started', { required: true, trueFrom: 'endedOn' }) }),
      'dated: startedOn dates the record and cannot have a trueFrom',
    ],
    ['ended by nothing', { ...visit, ends: 'over' }, 'ends: there is no date over in this record'],
    [
      'ended by a moment',
      { ...withFields({ at: instant('At') }), ends: 'at' },
      'ends: there is no date at in this record',
    ],
    ['ended as it begins', { ...visit, ends: 'startedOn' }, 'ends: a record cannot end by the date on which it begins'],
    [
      'ended before the end shows',
      withFields({ endedOn: date('Ended', { trueFrom: ALWAYS }) }),
      'ends: endedOn is true from itself and cannot have a trueFrom',
    ],
    [
      'true from a plan',
      withFields({ outcome: text('Outcome', { trueFrom: 'dueOn' }) }),
      'outcome > trueFrom: there is no date or instant dueOn in this record',
    ],
    [
      'true from itself',
      withFields({ signedOn: date('Signed', { trueFrom: 'signedOn' }) }),
      'signedOn > trueFrom: a date is true from itself anyway; leave this out',
    ],
    [
      'needed before it can be true',
      withFields({ outcome: text('Outcome', { trueFrom: 'endedOn', required: true }) }),
      'outcome > trueFrom: is required, but true only from endedOn, which may be missing',
    ],
  ])('find a record %s', (_, type, problem) => {
    expect(said(type)).toContain(`visiting > visit > ${problem}`)
  })
})

describe('the checks of identity', () => {
  it.each([
    ['a name that is not there', ['child', 'when'], 'there is no role, link or field when in this record'],
    ['a name twice', ['child', 'child'], 'names child twice'],
    [
      'a field that may be missing',
      ['endedOn'],
      'endedOn is not required, so two records without it could not be told apart',
    ],
    ['a role that may be missing', ['friend'], 'friend is optional, so two records without it could not be told apart'],
    ['a long text', ['account'], 'account cannot tell records apart: choose a shorter field'],
    ['several codes', ['kinds'], 'kinds cannot tell records apart: choose a shorter field'],
  ])('find %s', (_, identity, problem) => {
    const type: RecordType = {
      ...withFields({
        account: paragraphs('Account', { required: true }),
        kinds: codes('Kinds', kinds, { required: true }),
      }),
      subjects: { ...visit.subjects, friend: { kind: 'person', label: 'Friend', optional: true } },
      identity,
    }
    expect(said(type)).toEqual([`visiting > visit > identity: ${problem}`])
  })
})

describe('the checks of links', () => {
  it.each([
    ['a link to nothing', followUp, 'visiting > follow-up > visit: there is no record type visit'],
    [
      'a field that names no record type',
      withFields({ plan: record('Plan', 'plan') }),
      'visiting > visit > plan: there is no record type plan',
    ],
    [
      'a link without a label',
      { ...visit, links: { before: { to: 'visit', label: '', optional: true as const } } },
      'visiting > visit > before > label: is empty',
    ],
    [
      'a record that needs one like itself',
      { ...visit, links: { before: { to: 'visit', label: 'Before' } } },
      'visiting > visit: needs another record of its own type, directly or by others, so no first one could be recorded',
    ],
  ])('find %s', (_, type, problem) => {
    expect(said(type)).toEqual([problem])
  })

  it('find two types that need each other', () => {
    const needy = withFields({ follow: record('Follow-up', 'follow-up', { required: true }) })
    expect(said(needy, followUp)).toEqual([
      'visiting > visit: needs another record of its own type, directly or by others, so no first one could be recorded',
      'visiting > follow-up: needs another record of its own type, directly or by others, so no first one could be recorded',
    ])
  })
})

describe('the check of what people are looked for by', () => {
  it.each([
    [
      'text',
      { phone: text('Phone', { lookedUp: 'as a number' }), surname: text('Surname', { lookedUp: 'as written' }) },
      [],
    ],
    ['a date', { bornOn: date('Born', { lookedUp: 'as written' }) }, []],
    [
      'a date as a number',
      { bornOn: date('Born', { lookedUp: 'as a number' }) },
      ['visiting > visit > bornOn > lookedUp: nobody can be looked for by a date as a number'],
    ],
    [
      'several codes',
      { why: codes('Why', kinds, { lookedUp: 'as written' }) },
      ['visiting > visit > why > lookedUp: nobody can be looked for by a codes as written'],
    ],
  ])('%s', (_, fields: Fields, problems) => {
    expect(said(withFields(fields))).toEqual(problems)
  })
})

describe('the checks of groups and numbers', () => {
  it.each([
    ['an empty group', {}, 'visiting > visit > points: has no fields'],
    [
      'a name',
      { Who: text('Who') },
      'visiting > visit > points > Who: a name begins with a small letter and has no spaces or signs, like “startedOn”',
    ],
    ['a label', { who: text('') }, 'visiting > visit > points > who > label: is empty'],
    [
      'a group',
      { more: group('More', { who: text('Who') }) },
      'visiting > visit > points > more: a group cannot hold another group',
    ],
    [
      'a person',
      { who: person('Who') },
      'visiting > visit > points > who: a group cannot hold a subject: it would not be found there. Make each row a record',
    ],
    [
      'a record',
      { one: record('One', 'visit') },
      'visiting > visit > points > one: a group cannot hold a record: it would not be found there. Make each row a record',
    ],
    [
      'a day',
      { doneOn: date('Done') },
      'visiting > visit > points > doneOn: a group cannot hold a day on which something happened: it would show before that day. Make each row a record',
    ],
    [
      'a sensitivity',
      { who: text('Who', { sensitivity: 'health' }) },
      'visiting > visit > points > who: trueFrom and sensitivity belong to the group as a whole',
    ],
    [
      'something looked for',
      { who: text('Who', { lookedUp: 'as written' }) },
      'visiting > visit > points > who: nobody can be looked for by what stands in a group',
    ],
    [
      'decimals',
      { score: number('Score', { decimals: 0.5 }) },
      'visiting > visit > points > score > decimals: is a whole number from 0 to 6',
    ],
  ])('find what is wrong in a group: %s', (_, fields: Fields, problem) => {
    expect(said(withFields({ points: group('Points', fields) }))).toEqual([problem])
  })

  it('find a number that cannot be', () => {
    expect(said(withFields({ score: number('Score', { least: 2, most: 1 }) }))).toEqual([
      'visiting > visit > score: the least is more than the most, so no number would do',
    ])
  })
})

function roles(subjects: RecordType['subjects']): RecordType {
  return { ...visit, subjects }
}
