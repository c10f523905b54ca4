import { readFileSync } from 'node:fs'
import { readSchoolTerms } from '../../src/app/counting/school-terms.ts'
import type { Chronology, Run } from '../../src/core/counting/chronology.ts'
import type { Member, RecordMember } from '../../src/core/counting/define.ts'
import {
  attribute,
  fact,
  measure,
  narrow,
  population,
  recordsDated,
  subjectsWithOpen,
  test,
} from '../../src/core/counting/define.ts'
import type { KnownRecord } from '../../src/core/counting/records.ts'
import { tracker } from '../../src/core/counting/tracker.ts'
import { readBankHolidays, yearsOf } from '../../src/core/dates/bank-holidays.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { workingCalendar } from '../../src/core/dates/working-days.ts'
import type { Area } from '../../src/core/definitions/area.ts'
import { codeList } from '../../src/core/definitions/code-list.ts'
import { code, date, number, type RecordId, type SubjectId, yesNo } from '../../src/core/definitions/field.ts'
import { type Indicator, indicator } from '../../src/core/definitions/indicator.ts'
import { type RecordType, recordType } from '../../src/core/definitions/record-type.ts'
import type { Content } from '../../src/core/record/content.ts'
import { timescale } from '../../src/core/timescales/timescale.ts'

// A made-up service, to count and to clock: guests who stay, and are looked in on.

const data = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')
const holidays = readBankHolidays(data('bank-holidays.csv'))

/** Working days, and the terms of Exampleshire. */
export const calendar = workingCalendar(
  holidays,
  yearsOf(holidays),
  readSchoolTerms(data('school-terms.csv'), 'exampleshire'),
)

const guest = { kind: 'person', label: 'Guest' } as const
const Room = codeList('room', { label: 'Room', source: 'Made up', codes: { garden: 'Garden', attic: 'Attic' } })

export const Stay = recordType('stay', {
  label: 'Stay',
  plural: 'stays',
  source: 'Made up',
  subjects: { guest },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['guest', 'startedOn'],
  fields: {
    startedOn: date('Came', { required: true }),
    endedOn: date('Left'),
    room: code('Room', Room),
    content: yesNo('Content', { trueFrom: 'endedOn' }),
  },
})
export const LookedIn = recordType('looked-in', {
  label: 'Look in',
  plural: 'looks in',
  source: 'Made up',
  subjects: { guest },
  dated: 'on',
  identity: ['guest', 'on'],
  fields: { on: date('On', { required: true }), minutes: number('Minutes'), seen: yesNo('Seen') },
})

const stay = fact([Stay], ({ history }: Member) => history.latest(Stay))
export const answerOf = (value: string | null | undefined) =>
  value === 'yes' ? true : value === 'no' ? false : undefined

export const inTheAttic = test([stay], (member) => {
  const room = stay(member)?.room ?? null
  return room === null ? undefined : room === 'attic'
})
const stayedAWeek = test([stay], (member) => {
  const began = stay(member)?.startedOn ?? null
  return began !== null && member.asAt - began >= 7
})

const runs = (history: Chronology): readonly Run[] =>
  history.all(Stay).map(({ id, startedOn, endedOn }) => ({
    from: startedOn ?? plainDate('2000-01-01'),
    until: endedOn,
    began: 'coming',
    because: [id],
  }))

export const lookingIn = timescale({
  key: 'looking-in',
  label: 'Looking in',
  done: 'looked in on',
  source: 'Made up',
  reads: [Stay, LookedIn],
  recurs: true,
  runs,
  met: (history) =>
    history.all(LookedIn).flatMap(({ id, on, seen }) => (on !== null && seen === 'yes' ? [{ on, because: [id] }] : [])),
  rules: [
    {
      to: plainDate('2022-01-01'),
      source: 'Made up, as it was until 2022',
      limit: () => ({ within: '1 month', after: 'the last time' }),
    },
    {
      from: plainDate('2022-01-01'),
      source: 'Made up',
      limit: ({ number }) =>
        number === 1 ? { within: '5 working days', after: 'coming' } : { within: '2 weeks', after: 'the last time' },
    },
  ],
})

const notOverdue = test([lookingIn], ({ history }) =>
  history.clocks(lookingIn).every(({ state }) => state !== 'overdue'),
)

export const guests = population({
  key: 'guests',
  label: 'Guests',
  source: 'Made up',
  each: subjectsWithOpen(Stay, 'guest'),
  by: { room: attribute('Room', [stay], (member) => stay(member)?.room, { codes: Room }) },
})
const settled = narrow(guests, {
  key: 'settled',
  label: 'Settled',
  source: 'Made up',
  include: { 'a week here': stayedAWeek },
})
const looksIn = population({
  key: 'looks-in',
  label: 'Looks in',
  source: 'Made up',
  each: recordsDated(LookedIn, 'guest', 'on'),
})

const words = { goodIs: 'neither', status: 'national', who: 'Made up', notKnown: 'Made up', source: 'Made up' } as const
export const numberOfGuests = indicator({
  ...words,
  key: 'guests',
  label: 'Guests',
  unit: 'count',
  covers: 'at the end',
  counts: { population: guests, whenNotKnown: 'stays' },
})
export const shareInAttic = indicator({
  ...words,
  key: 'in-attic',
  label: 'In the attic',
  unit: 'per cent',
  countedIf: 'Made up',
  covers: 'at the end',
  counts: { population: settled, counted: { 'in the attic': inTheAttic }, whenNotKnown: 'leaves' },
})
export const lookedInOnTime = indicator({
  ...words,
  key: 'looked-in',
  label: 'Looked in on',
  unit: 'per cent',
  countedIf: 'Made up',
  covers: 'at the end',
  counts: {
    population: guests,
    counted: { 'nothing overdue': notOverdue },
    without: { 'in the attic': inTheAttic },
    whenNotKnown: 'stays',
  },
})
export const minutes = indicator({
  ...words,
  key: 'minutes',
  label: 'Minutes',
  unit: 'days',
  countedIf: 'Made up',
  covers: 'in the period',
  counts: {
    population: looksIn,
    measure: measure('median', [LookedIn], ({ record }: RecordMember<typeof LookedIn>) => record.minutes ?? undefined),
    whenNotKnown: 'leaves',
  },
})
export const indicators: readonly Indicator[] = [numberOfGuests, shareInAttic, lookedInOnTime, minutes]

let numbers = 0
type Given = Readonly<Record<string, string | number | null>>

/** A record as it was known: dates as text. */
export function known(type: typeof Stay | typeof LookedIn, subject: SubjectId, given: Given): KnownRecord {
  const fields = Object.fromEntries(
    Object.entries(type.fields).map(([name, { kind }]) => {
      const value = given[name] ?? null
      return [name, kind === 'date' && typeof value === 'string' ? plainDate(value) : value] as const
    }),
  ) as Content['fields']
  return {
    record: ++numbers as RecordId,
    type: type.key,
    content: { subjects: { guest: [subject] }, links: {}, fields },
  }
}

export const madeUpArea: Area = { key: 'guest-house', label: 'Guest house', indicators, records: [Stay, LookedIn] }
export const madeUpTypes = new Map<string, RecordType>([Stay, LookedIn].map((type) => [type.key, type] as const))

/** Every guest, in whatever room: when they were looked in on, and the last day. */
export const guestTracker = tracker({
  key: 'guests',
  label: 'Guests tracker',
  source: 'Made up',
  populations: [guests],
  groupedBy: attribute('Room', [stay], (member) => stay(member)?.room, { order: ['garden', 'attic'] }),
  note: fact([stay], (member) => (stay(member)?.startedOn === null ? undefined : 'A guest')),
  steps: [
    { key: 'looked-in', label: 'Looked in on', clocks: [{ timescale: lookingIn }] },
    { key: 'up', label: 'In the attic', whose: 'Porter', takenOn: fact([stay], () => undefined), asked: inTheAttic },
  ],
})
