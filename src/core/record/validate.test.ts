import { describe, expect, it } from 'vitest'
import { parseInstant } from '../dates/instant.ts'
import { plainDate } from '../dates/plain-date.ts'
import { codeList } from '../definitions/code-list.ts'
import {
  address,
  code,
  codes,
  type DocumentId,
  date,
  document,
  group,
  instant,
  money,
  number,
  paragraphs,
  person,
  plannedDate,
  record,
  type SubjectId,
  text,
  yesNo,
} from '../definitions/field.ts'
import { ALWAYS, type RecordType, recordType } from '../definitions/record-type.ts'
import type { Content, Value } from './content.ts'
import { validate } from './validate.ts'

const today = plainDate('2026-03-06')
const placement = codeList('placement', {
  label: 'Placement',
  source: 'test',
  codes: { U1: 'Foster carer', P2: { label: 'Independent living', to: plainDate('2023-10-28') } },
})
const visit: RecordType = recordType('visit', {
  label: 'Visit',
  plural: 'visits',
  source: 'test',
  subjects: {
    children: { kind: 'person', label: 'Children', many: true },
    worker: { kind: 'worker', label: 'Worker', optional: true },
  },
  links: {
    plan: { to: 'plan', label: 'Plan' },
    before: { to: 'visit', label: 'The one before', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['children', 'startedOn'],
  fields: {
    startedOn: date('Date of the visit', { required: true }),
    endedOn: date('Ended'),
    nextOn: plannedDate('Next'),
    toldAt: instant('Told'),
    heading: text('In a few words', { required: true }),
    account: paragraphs('What happened'),
    score: number('Score', { least: 0, most: 40, decimals: 1 }),
    cost: money('Cost'),
    alone: yesNo('Seen alone'),
    where: code('Where', placement),
    wheres: codes('Where else', placement),
    friend: person('Friend'),
    follows: record('Follows', 'visit'),
    letter: document('Letter'),
    home: address('Home'),
    points: group('Points', { who: text('Who', { required: true }), where: code('Where', placement) }),
  },
})

const sound: Content = {
  subjects: { children: [11 as SubjectId, 12 as SubjectId] },
  links: { plan: 5 as never },
  fields: { startedOn: plainDate('2026-03-04'), heading: 'Seen at school' },
}
const withFields = (fields: Readonly<Record<string, unknown>>): Content => ({
  ...sound,
  fields: { ...sound.fields, ...(fields as Record<string, Value>) },
})
const said = (content: Content, type = visit) =>
  validate(type, content, today).map(({ field, message }) => `${field}: ${message}`)

const scoredAtEnd: RecordType = {
  ...visit,
  fields: { ...visit.fields, score: number('Score at the end', { trueFrom: 'endedOn' }) },
}
const withEnd = (fields: Readonly<Record<string, Value>>): Content => ({
  ...sound,
  fields: { ...sound.fields, ...fields },
})

describe('validate', () => {
  it('finds nothing wrong with a sound record, empty or full', () => {
    expect(said(sound)).toEqual([])
    const full = withFields({
      endedOn: plainDate('2026-03-05'),
      nextOn: plainDate('2026-04-15'),
      toldAt: { at: parseInstant('2026-03-06T16:00Z'), precision: 'minute' },
      account: 'One line.\n\n\tAnd 👩‍👧 another.',
      score: 12.5,
      cost: 1999,
      alone: 'not known',
      where: 'U1',
      wheres: ['U1'],
      friend: 3,
      follows: 4,
      letter: 5 as DocumentId,
      home: { lines: ['1 Harbour Road', 'Marlby'], postcode: 'DT1 1XJ', uprn: '100040' },
      points: [{ who: 'Tom' }, { who: 'Sheila', where: 'U1' }],
    })
    expect(said(full)).toEqual([])
  })

  it('takes nothing that would never be seen, for the date from which it is true is missing', () => {
    const ended = withEnd({ score: 3 })
    expect(validate(scoredAtEnd, ended, today)).toEqual([
      { field: 'endedOn', message: 'Give “Ended” too: “Score at the end” is true only from then.' },
    ])
    expect(validate(scoredAtEnd, withEnd({ score: 3, endedOn: plainDate('2026-03-05') }), today)).toEqual([])
  })

  it('tells everything wrong at once, each with the field', () => {
    const wrong = { subjects: {}, links: {}, fields: { heading: ' ', alone: 'perhaps' } }
    expect(said(wrong)).toEqual([
      'children: Choose somebody for “Children”.',
      'plan: Choose the record for “Plan”.',
      'startedOn: Give a date for “Date of the visit”.',
      'heading: Write something under “In a few words”.',
      'alone: Answer “Seen alone” with yes, no or not known.',
    ])
  })

  it('refuses what nobody asked for, wherever it stands', () => {
    const content = {
      subjects: { ...sound.subjects, parent: [1 as SubjectId] },
      links: { ...sound.links, other: null },
      fields: { ...sound.fields, mood: 'sad', points: [{ who: 'Tom', when: 'soon' }] },
    }
    expect(validate(visit, content, today).map(({ field }) => field)).toEqual([
      'parent',
      'other',
      'mood',
      'points.0.when',
    ])
    expect(said({ ...sound, note: 'x' } as Content)[0]).toBe(
      'note: There is no “note” here, so it cannot be kept. Take it out.',
    )
  })

  it('does not take what every object has for a field', () => {
    const content: Content = { ...sound, fields: JSON.parse('{"startedOn": 20000, "heading": "x", "__proto__": "y"}') }
    expect(validate(visit, content, today).map(({ field }) => field)).toEqual(['__proto__'])
  })

  it.each([null, undefined, 'x', 7, [], {}, { subjects: null, links: {}, fields: {} }])(
    'says that %j is no record',
    (content) => {
      expect(said(content as Content)).toEqual([': This is not a record: it needs subjects, links and fields.'])
    },
  )
})

describe('dates', () => {
  it('lets nothing have happened that has not, save the end that a record was given in advance', () => {
    expect(said(withFields({ startedOn: today + 1 }))).toEqual([
      'startedOn: “Date of the visit” is 7 March 2026, which has not come yet. Give the day on which it happened.',
    ])
    expect(said(withFields({ startedOn: today }))).toEqual([])
    expect(said(withFields({ endedOn: today + 30 }))).toEqual([])
    expect(said(withFields({ nextOn: today + 30 }))).toEqual([])
    expect(said(withFields({ toldAt: { at: parseInstant('2026-03-07T09:00Z'), precision: 'day' } }))).toEqual([
      'toldAt: “Told” is 7 March 2026, which has not come yet. Give the day on which it happened.',
    ])
  })

  it('goes by the day that it is in England', () => {
    const late = { at: parseInstant('2026-06-30T23:30Z'), precision: 'minute' }
    expect(validate(visit, withFields({ toldAt: late }), plainDate('2026-06-30'))).toHaveLength(1)
    expect(validate(visit, withFields({ toldAt: late }), plainDate('2026-07-01'))).toEqual([])
  })

  it('finds an end before the start, and lets both be one day', () => {
    expect(said(withFields({ endedOn: plainDate('2026-03-03') }))).toEqual([
      'endedOn: “Ended” (3 March 2026) is before “Date of the visit” (4 March 2026). Put right whichever is mistaken.',
    ])
    expect(said(withFields({ endedOn: plainDate('2026-03-04') }))).toEqual([])
  })

  it.each([plainDate('0204-01-01'), plainDate('1849-12-31'), plainDate('2200-01-01'), 1.5, Number.NaN, '2026-03-04'])(
    'does not believe in a date like %s',
    (value) => {
      const message = 'is not a date that can be. Give day, month and the full year.'
      expect(said(withFields({ startedOn: value }))).toEqual([`startedOn: “Date of the visit” ${message}`])
      expect(said(withFields({ nextOn: value }))).toEqual([`nextOn: “Next” ${message}`])
    },
  )
})

describe('codes', () => {
  it('are held against the date of the record, not against today', () => {
    expect(said(withFields({ startedOn: plainDate('2023-10-27'), where: 'P2', wheres: ['U1', 'P2'] }))).toEqual([])
    expect(said(withFields({ startedOn: plainDate('2023-10-28'), where: 'P2', wheres: ['U1', 'P2'] }))).toEqual([
      'where: “P2” is not a code of Placement on 28 October 2023. Choose one from the list.',
      'wheres: “P2” is not a code of Placement on 28 October 2023. Choose one from the list.',
    ])
    expect(said(withFields({ points: [{ who: 'x' }, { who: 'y', where: 'P2' }] }))).toEqual([
      'points.1.where: “P2” is not a code of Placement on 4 March 2026. Choose one from the list.',
    ])
  })

  it('are held against today where the record has no date', () => {
    const type: RecordType = { ...visit, dated: ALWAYS, fields: { where: code('Where', placement) } }
    expect(said({ ...sound, fields: { where: 'P2' } }, type)).toEqual([
      'where: “P2” is not a code of Placement on 6 March 2026. Choose one from the list.',
    ])
  })

  it('of the list are let be while the date of the record is missing, which is told anyway', () => {
    expect(said(withFields({ startedOn: null, where: 'P2' }))).toEqual([
      'startedOn: Give a date for “Date of the visit”.',
    ])
  })

  it.each(['Z', '', 'constructor', 7])('that are not of the list are refused: %j', (value) => {
    expect(said(withFields({ where: value }))[0]).toMatch(
      /^where: “.*” is not a code of Placement\. Choose one from the list\.$/,
    )
  })

  it('stand once in a set, which is a list', () => {
    expect(said(withFields({ wheres: ['U1', 'U1'] }))).toEqual([
      'wheres: The same one stands twice under “Where else”. Leave one out.',
    ])
    expect(said(withFields({ wheres: 'U1' }))).toEqual(['wheres: Choose at least one from the list for “Where else”.'])
  })
})

describe('text', () => {
  it.each([
    ['as long as may be', 'ä'.repeat(200)],
    ['emoji, each one character', '😀'.repeat(200)],
    ['any script', 'Ярослава مَرْيَم 陳'],
  ])('may be %s', (_, value) => {
    expect(said(withFields({ heading: value }))).toEqual([])
  })

  const unseen = 'a character that cannot be kept. Type it again rather than pasting it.'
  it.each([
    ['a line too long', 'heading', 'a'.repeat(201), '“In a few words” is too long: it can have 200 characters.'],
    [
      'paragraphs too long',
      'account',
      'a'.repeat(20_001),
      '“What happened” is too long: it can have 20,000 characters.',
    ],
    ['a line break in a line', 'heading', 'one\ntwo', `“In a few words” holds a line break or ${unseen}`],
    ['another line break in a line', 'heading', 'one\u2028two', `“In a few words” holds a line break or ${unseen}`],
    ['NUL', 'account', 'one\0two', `“What happened” holds ${unseen}`],
    ['another control character', 'account', 'one\u0085two', `“What happened” holds ${unseen}`],
    ['half a character', 'account', 'one\ud83d', `“What happened” holds ${unseen}`],
    ['the other half first', 'account', '\ude00\ud83d', `“What happened” holds ${unseen}`],
    ['no text', 'account', 7, '“What happened” has to be text.'],
  ])('may not be %s', (_, field, value, message) => {
    expect(said(withFields({ [field]: value }))).toEqual([`${field}: ${message}`])
  })
})

describe('rows of a group', () => {
  it('names the row and the field in a group, and what is no row', () => {
    expect(said(withFields({ points: [{ who: 'Tom' }, 'x', { who: null }] }))).toEqual([
      'points.1: Row 2 under “Points” is not a row. Take it out.',
      'points.2.who: Write something under “Who”.',
    ])
  })
})

describe('roles and links', () => {
  const withSubjects = (subjects: Readonly<Record<string, unknown>>): Content => ({
    ...sound,
    subjects: { ...sound.subjects, ...(subjects as Content['subjects']) },
  })
  it.each([
    [{ children: [] }, 'children: Choose somebody for “Children”.'],
    [{ children: null }, 'children: Choose somebody for “Children”.'],
    [{ children: [11, 11] }, 'children: The same person stands twice under “Children”. Leave one out.'],
    [
      { children: ['11'] },
      'children: What is given for “Children” is not a person on the system. Choose the person again.',
    ],
    [
      { children: 11 },
      'children: What is given for “Children” is not a person on the system. Choose the person again.',
    ],
    [{ worker: [1, 2] }, 'worker: Only one worker can be chosen for “Worker”.'],
  ])('%#: says which role is wrong, and how', (subjects, message) => {
    expect(said(withSubjects(subjects))).toEqual([message])
  })

  it('lets an optional role be empty', () => {
    expect(said(withSubjects({ worker: [] }))).toEqual([])
  })

  it('says which link is wrong', () => {
    expect(said({ ...sound, links: { plan: -1 as never, before: 'x' as never } })).toEqual([
      'plan: What is given for “Plan” is not a record on the system. Choose it again.',
      'before: What is given for “The one before” is not a record on the system. Choose it again.',
    ])
  })
})
