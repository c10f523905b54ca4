import { describe, expect, it } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { cutIn, onList, recorded, saysOf, verdictsIn } from '../../../test/support/one-child.ts'
import { healthAtMeetings, meetingsToCome } from './health-at-meetings.ts'
import { RiskMeeting } from './risk-meetings.ts'

const child = [born('2009-02-02'), inCare('2022-01-10')]
const meeting = (kind: string, risk: string | null, heldOn: string | null, more = {}) =>
  recorded(RiskMeeting, { kind, risk, calledOn: '2023-05-02', heldOn, ...more })

describe('health at meetings about children at risk', () => {
  const [asked, came] = healthAtMeetings
  const all = [
    ...child,
    meeting('strategy', 'amber', '2023-05-03', { asked: ['health', 'police'], came: ['health', 'police'] }),
    meeting('mace', 'red', '2023-05-10', { asked: ['health'], came: ['police'] }),
    meeting('etac', 'green', '2023-05-12', { asked: ['police'], came: ['police'] }),
    meeting('strategy', null, '2023-05-20'),
    meeting('strategy', 'red', '2021-12-01', { asked: ['health'], came: ['health'] }),
    meeting('mace', 'red', null, { asked: ['health'] }),
  ]

  it('is among those asked and those who came, by meeting and colour; where nobody says who, it is not known', () => {
    const figures = [asked, came].flatMap((one) => (one ? [one] : []))
    expect(figures.map((one) => verdictsIn(one, all, '2023-05'))).toEqual([
      ['1', '1', '0', '?'],
      ['1', '0', '0', '?'],
    ])
    expect(figures.map((one) => cutIn(one, 'kind', all, '2023-05'))[0]).toEqual([
      'strategy',
      'mace',
      'etac',
      'strategy',
    ])
    expect(figures.map((one) => cutIn(one, 'risk', all, '2023-05'))[0]).toEqual([
      'Amber',
      'Red',
      'Green',
      'No colour is recorded',
    ])
  })

  it('sees what is to come, the greatest risk first, and where nobody has asked it', () => {
    const on = (...known: ReturnType<typeof recorded>[]) => onList(meetingsToCome, [...child, ...known], '2023-05-05')
    const gravity = (...known: ReturnType<typeof recorded>[]) => on(...known).needs.map((need) => need.gravity)
    const [green, red] = [meeting('etac', 'green', null), meeting('mace', 'red', null, { plannedOn: '2023-05-09' })]
    expect(saysOf(meetingsToCome, [...child, green, red], '2023-05-05')).toEqual([
      { risk: 'red', plannedOn: '2023-05-09', asked: 'Not yet' },
    ])
    const order = [red, meeting('mace', 'red', null, { asked: ['health'] }), green].map((one) => gravity(one)[0] ?? 0)
    expect(order).toEqual(order.toSorted((one, other) => other - one))
    expect(new Set(order).size).toBe(3)
    expect(on(meeting('mace', 'red', '2023-05-04')).needs).toEqual([])
    expect(on(meeting('mace', 'red', null, { calledOffOn: '2023-05-05' })).needs).toEqual([])
  })
})
