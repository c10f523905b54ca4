import { describe, expect, it } from 'vitest'
import { calendar } from '../../../test/support/counted.ts'
import { another, child, recorded } from '../../../test/support/one-child.ts'
import { explainNeed } from '../../core/counting/explain-need.ts'
import { type KnownRecord, subjectRecords } from '../../core/counting/records.ts'
import { readsOfWork, workOf } from '../../core/counting/work-list.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Allocation } from '../organisation/allocation.ts'
import { Person } from '../people/person.ts'
import { CareLeaverActivity } from './activities.ts'
import { CareLeaverContact } from './contact.ts'
import { CareLeaverHome } from './homes.ts'
import { needs } from './needs.ts'
import { PathwayPlan } from './pathway.ts'

const left = [
  recorded(Person, { bornOn: '2004-03-10' }),
  recorded(Episode, {
    startedOn: '2015-01-05',
    endedOn: '2022-03-10',
    reasonStarted: 'S',
    legalStatus: 'C2',
    placement: 'U6',
    reasonEnded: 'E5',
  }),
]
const leaver = [
  ...left,
  recorded(Allocation, { role: 'personal-adviser', startedOn: '2020-03-10' }, { worker: [another] }),
]

/** What somebody is on a list for, in words; `?` where the record cannot say. */
function onList(key: string, records: readonly KnownRecord[]): readonly string[] {
  const list = needs.find((one) => one.key === key)
  if (list === undefined) throw new RangeError(key)
  const work = workOf(list, subjectRecords(child, records, readsOfWork(list)), calendar)(plainDate('2023-10-04'))
  return [...work.needs.map(explainNeed), ...work.unknown.map(() => '?')]
}

describe('who needs somebody now', () => {
  it('is not in touch, by the last answer, since it was yes', () => {
    const [yes, no] = [
      recorded(CareLeaverContact, { contactedOn: '2023-06-01', answer: 'YES' }),
      recorded(CareLeaverContact, { contactedOn: '2023-09-01', answer: 'REFU' }),
    ]
    expect(onList('care-leavers-not-in-touch', [...leaver, yes])).toEqual([])
    expect(onList('care-leavers-not-in-touch', [...leaver, yes, no])).toEqual([
      'Not in touch since 1 June 2023: does not want contact.',
    ])
    expect(onList('care-leavers-not-in-touch', leaver)).toEqual(['Not in touch: no contact is on record.'])
    expect(onList('care-leavers-not-in-touch', left)).toEqual([])
  })

  it('lives where it does not suit, with the reasons', () => {
    const home = (suitable: string | null, whyNot: readonly string[] | null = null) =>
      recorded(CareLeaverHome, { startedOn: '2023-08-01', kind: 'W', suitable, whyNot: whyNot as never })
    expect(onList('care-leavers-unsuitable-homes', [...leaver, home('no', ['bed-and-breakfast', 'not-safe'])])).toEqual(
      ['A home that does not suit since 1 August 2023: bed and breakfast; they are not safe there.'],
    )
    expect(onList('care-leavers-unsuitable-homes', [...leaver, home('yes')])).toEqual([])
    expect(onList('care-leavers-unsuitable-homes', [...leaver, home(null)])).toEqual(['?'])
    expect(onList('care-leavers-emergency-homes', [...leaver, home('yes')])[0]).toContain('no plan of moving on')
  })

  it('sleeps in an emergency bed, agreed and planned or not, with the days there', () => {
    const home = (given = {}) =>
      recorded(CareLeaverHome, { startedOn: '2023-08-01', kind: 'W', suitable: 'no', ...given })
    const key = 'care-leavers-in-emergency-homes'
    expect(onList(key, [...leaver, home({ exitPlan: 'A flat', moveOnBy: '2023-10-10' })])).toEqual([
      'In bed and breakfast or an emergency bed since 1 August 2023: to move on by 10 October 2023.',
    ])
    expect(onList(key, [...leaver, home()])[0]).toContain('no plan of moving on')
    expect(onList(key, [...leaver, home({ endedOn: '2023-10-04' })])).toEqual([])
    expect(onList(key, [...leaver, home({ kind: 'U' })])).toEqual([])
  })

  it('is in neither school nor work, and why', () => {
    const does = (activity: string, whyNone: readonly string[] | null = null) =>
      recorded(CareLeaverActivity, { startedOn: '2023-05-02', activity, whyNone: whyNone as never })
    expect(onList('care-leavers-neet', [...leaver, does('G5', ['mental-health'])])).toEqual([
      'In no education, work or training since 2 May 2023: mental health.',
    ])
    expect(onList('care-leavers-neet', [...leaver, does('F1')])).toEqual([])
    expect(onList('care-leavers-neet', leaver)).toEqual(['?'])
  })

  it('has no adviser though under 21, or a plan that leaves out what they love', () => {
    expect(onList('care-leavers-without-adviser', left)).toEqual(['Without a personal adviser: former relevant.'])
    expect(onList('care-leavers-without-adviser', leaver)).toEqual([])
    const plan = (interests: string | null) => recorded(PathwayPlan, { madeOn: '2023-05-02', interests })
    expect(onList('pathway-plans-incomplete', [...leaver, plan(null)])).toHaveLength(1)
    expect(onList('pathway-plans-incomplete', [...leaver, plan('Football')])).toEqual([])
  })

  it('has something that the record does not say', () => {
    expect(onList('care-leavers-not-known', leaver)).toEqual([
      'Not on record: whether we are in touch; where they live; what they do.',
    ])
    const all = [
      recorded(CareLeaverContact, { contactedOn: '2023-09-01', answer: 'YES' }),
      recorded(CareLeaverHome, { startedOn: '2023-08-01', kind: 'U', suitable: 'yes' }),
      recorded(CareLeaverActivity, { startedOn: '2023-05-02', activity: 'F1' }),
    ]
    expect(onList('care-leavers-not-known', [...leaver, ...all])).toEqual([])
    expect(onList('care-leavers-not-known', [...leaver, ...all.slice(1)])).toEqual([
      'Not on record: whether we are in touch.',
    ])
  })
})
