import { whoseHousehold } from '../../src/areas/organisation/whose-work.ts'
import type { Chronology, Limit, Run } from '../../src/core/counting/chronology.ts'
import type { Member } from '../../src/core/counting/define.ts'
import { attribute, fact, population, recordsDated, subjectsWithOpen, test } from '../../src/core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../src/core/counting/work-list.ts'
import type { PlainDate } from '../../src/core/dates/plain-date.ts'
import type { Area } from '../../src/core/definitions/area.ts'
import { codeList } from '../../src/core/definitions/code-list.ts'
import { code, date, number, type RecordId, yesNo } from '../../src/core/definitions/field.ts'
import { indicator } from '../../src/core/definitions/indicator.ts'
import { type RecordType, recordType } from '../../src/core/definitions/record-type.ts'
import { timescale } from '../../src/core/timescales/timescale.ts'

// Made-up households that take guests in: what is counted of them, while the guests who stay with them are people with records of their own.

const household = { kind: 'household', label: 'Household' } as const
const Sort = codeList('sort-of-hosts', { label: 'Sort', source: 'Made up', codes: { town: 'Town', farm: 'Farm' } })

export const Hosting = recordType('hosting', {
  label: 'Hosting',
  plural: 'hostings',
  source: 'Made up',
  subjects: { household },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['household', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    endedOn: date('Until'),
    sort: code('Sort', Sort),
    beds: number('Beds'),
  },
})
export const Called = recordType('called', {
  label: 'Call',
  plural: 'calls',
  source: 'Made up',
  subjects: { household },
  dated: 'on',
  identity: ['household', 'on'],
  fields: { on: date('On', { required: true }), content: yesNo('All well') },
})
/** Is the guest's, and in the household's chronology too. */
export const StayedWith = recordType('stayed-with', {
  label: 'Stay with a household',
  plural: 'stays with households',
  source: 'Made up',
  subjects: { guest: { kind: 'person', label: 'Guest' }, household },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['guest', 'startedOn'],
  fields: { startedOn: date('Came', { required: true }), endedOn: date('Left') },
})

const hosting = fact([Hosting], ({ history }: Member) => history.open(Hosting).at(-1))
const guestsNow = fact([StayedWith], ({ history }: Member) => history.open(StayedWith))
export const hasGuest = test([guestsNow], (member) => guestsNow(member).length > 0)

export const hosts = population({
  key: 'hosts',
  label: 'Hosts',
  source: 'Made up',
  each: subjectsWithOpen(Hosting, 'household'),
  by: { sort: attribute('Sort', [hosting], (member) => hosting(member)?.sort, { codes: Sort }), ...whoseHousehold },
})
const staysBegun = population({
  key: 'stays-begun',
  label: 'Stays begun',
  source: 'Made up',
  each: recordsDated(StayedWith, 'household', 'startedOn'),
})
export const guestsHere = population({
  key: 'guests-here',
  label: 'Guests here',
  source: 'Made up',
  each: subjectsWithOpen(StayedWith, 'guest'),
})

const words = { goodIs: 'neither', status: 'national', who: 'Made up', notKnown: 'Made up', source: 'Made up' } as const
export const hostsWithGuest = indicator({
  ...words,
  key: 'hosts-with-guest',
  label: 'Hosts with a guest',
  unit: 'per cent',
  countedIf: 'Made up',
  covers: 'at the end',
  counts: { population: hosts, counted: { 'a guest is there': hasGuest }, whenNotKnown: 'stays' },
})
export const staysBegunHere = indicator({
  ...words,
  key: 'stays-begun',
  label: 'Stays begun',
  unit: 'count',
  covers: 'in the period',
  counts: { population: staysBegun, whenNotKnown: 'stays' },
})
export const numberOfGuestsHere = indicator({
  ...words,
  key: 'guests-here',
  label: 'Guests here',
  unit: 'count',
  covers: 'at the end',
  counts: { population: guestsHere, whenNotKnown: 'stays' },
})

export const notCalledOn = workList({
  key: 'not-called-on',
  label: 'Hosts on whom nobody has called',
  source: 'Made up',
  population: hosts,
  test: needTest(
    'nobody has called',
    test([Called], ({ history }) => history.all(Called).length === 0),
    { since: fact([hosting], (member) => hosting(member)?.startedOn ?? undefined) },
  ),
})
const workLists: readonly WorkList[] = [notCalledOn]

const called = {
  done: 'made',
  source: 'Made up',
  recurs: false,
  met: (history: Chronology) =>
    history.all(Called).flatMap(({ id, on }) => (on === null ? [] : [{ on, because: [id] }])),
  rules: [{ source: 'Made up', limit: (): Limit => ({ within: '1 week', after: 'it began' }) }],
} as const
type Begun = { readonly id: RecordId; readonly startedOn: PlainDate | null; readonly endedOn: PlainDate | null }
const runOf = ({ id, startedOn, endedOn }: Begun): readonly Run[] =>
  startedOn === null ? [] : [{ from: startedOn, until: endedOn, began: 'it began', because: [id] }]
const callOnHosts = timescale({
  ...called,
  key: 'call-on-hosts',
  label: 'Call on hosts',
  reads: [Hosting, Called],
  runs: (history) => history.all(Hosting).flatMap(runOf),
})
/** Begins with what is the guest's. */
const callOnGuest = timescale({
  ...called,
  key: 'call-on-guest',
  label: 'Call on a guest',
  reads: [StayedWith, Called],
  runs: (history) => history.all(StayedWith).flatMap(runOf),
})

export const hostTypes = new Map<string, RecordType>([Hosting, Called, StayedWith].map((type) => [type.key, type]))
export const hostArea: Area = {
  key: 'hosts',
  label: 'Hosts',
  indicators: [hostsWithGuest, staysBegunHere, numberOfGuestsHere],
  records: [Hosting, Called, StayedWith],
  timescales: [callOnHosts, callOnGuest],
  workLists,
}
