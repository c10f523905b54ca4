import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { type Eligibility, eligibilityOn, eligibleFrom, type Told } from './eligibility.ts'
import type { TimeInCare } from './time-in-care.ts'

const day = plainDate
/** 14 in 2018, 16 in 2020, 18 in 2022, 21 in 2025. */
const born = day('2004-03-10')
const care = (from: string, until: string | null, more: Partial<TimeInCare> = {}): TimeInCare => ({
  from: day(from),
  until: until === null ? null : day(until),
  mayHaveBegunSooner: false,
  mayHaveGoneOn: false,
  gaps: [],
  reasonEnded: null,
  because: [],
  ...more,
})
const nothing: Told = { bornOn: born, care: [], backHome: [], detainedOrInHospital: [], returned: [] }
const asked = (on: string, told: Partial<Told>): Eligibility => eligibilityOn({ ...nothing, ...told }, day(on))
const status = (on: string, ...times: readonly TimeInCare[]) => asked(on, { care: times }).status

describe('what a young person is owed', () => {
  it('is nothing yet at 15, eligible from 16 in care for 13 weeks, former relevant from 18', () => {
    const long = care('2015-01-05', '2022-03-10')
    expect(status('2020-03-09', long)).toBe('none')
    expect(status('2020-03-10', long)).toBe('eligible')
    expect(status('2022-03-09', long)).toBe('eligible')
    expect(status('2022-03-10', long)).toBe('former relevant')
    expect(status('2030-03-09', long)).toBe('former relevant')
    expect(status('2030-03-10', long)).toBe('none')
  })

  it('takes 91 days since turning 14, the day itself among them: 90 are not enough', () => {
    const coming = care('2020-06-01', null)
    expect(status('2020-08-29', coming)).toBe('none')
    expect(status('2020-08-30', coming)).toBe('eligible')
    expect(status('2021-01-01', care('2020-06-01', '2020-08-30'))).toBe('qualifying')
    expect(status('2021-01-01', care('2020-06-01', '2020-08-31'))).toBe('relevant')
  })

  it('adds up days that are not one after the other, and leaves out those before 14', () => {
    expect(status('2020-06-01', care('2018-04-01', '2018-06-30'), care('2020-05-01', '2020-05-02'))).toBe('relevant')
    expect(status('2020-06-01', care('2018-04-01', '2018-06-29'), care('2020-05-01', '2020-05-02'))).toBe('qualifying')
    expect(status('2020-06-01', care('2017-01-01', '2018-03-10'), care('2020-05-01', '2020-05-02'))).toBe('qualifying')
  })

  it('takes a day in care after the 16th birthday: whoever left on it had none', () => {
    expect(status('2021-01-01', care('2018-04-01', '2020-03-10'))).toBe('none')
    expect(status('2021-01-01', care('2018-04-01', '2020-03-11'))).toBe('relevant')
  })

  it('ends on the 18th birthday, though nobody closed the record', () => {
    expect(status('2022-03-10', care('2018-04-01', null))).toBe('former relevant')
  })

  it('is qualifying after six months back with a parent, at 18 too; not when that came later', () => {
    const left = [care('2018-04-01', '2021-01-04')]
    const backHome = [{ from: day('2021-07-04'), to: null }]
    expect(asked('2021-07-03', { care: left, backHome }).status).toBe('relevant')
    expect(asked('2021-07-04', { care: left, backHome }).status).toBe('qualifying')
    expect(asked('2023-01-01', { care: left, backHome }).status).toBe('qualifying')
    expect(
      asked('2022-01-01', { care: left, backHome: [{ from: day('2021-07-04'), to: day('2021-12-01') }] }).status,
    ).toBe('relevant')
    expect(asked('2023-01-01', { care: left, backHome: [{ from: day('2022-06-01'), to: null }] }).status).toBe(
      'former relevant',
    )
  })

  it('is qualifying after a special guardianship order that ended care, at whatever age', () => {
    expect(status('2021-01-01', care('2010-01-01', '2014-01-01', { reasonEnded: 'E46' }))).toBe('qualifying')
    expect(status('2021-01-01', care('2010-01-01', '2014-01-01', { reasonEnded: 'E12' }))).toBe('none')
  })

  it('is relevant for whoever was detained on the 16th birthday, straight after 13 weeks in care', () => {
    const detainedOrInHospital = [{ from: day('2020-02-01'), to: day('2020-09-01') }]
    const told = { care: [care('2018-04-01', '2020-02-01')], detainedOrInHospital }
    expect(asked('2021-01-01', told).status).toBe('relevant')
    expect(asked('2023-01-01', told).status).toBe('former relevant')
    expect(asked('2021-01-01', { ...told, care: [care('2019-12-01', '2020-02-01')] }).status).toBe('none')
  })

  it('is not known without a date of birth, and where the record breaks off', () => {
    expect(asked('2021-01-01', { bornOn: null, care: [care('2018-04-01', null)] }).status).toBe('not known')
    expect(asked('2021-01-01', { care: [care('2018-04-01', '2020-01-01', { mayHaveGoneOn: true })] })).toMatchObject({
      status: 'not known',
      careLeaver: undefined,
    })
  })

  it('is a care leaver, and not known which, where only the beginning of care is missing', () => {
    const told = { care: [care('2021-12-01', '2022-01-10', { mayHaveBegunSooner: true })] }
    expect(asked('2023-01-01', told)).toMatchObject({ status: 'not known', careLeaver: true })
  })

  it('goes by the return of a birthday where no time in care is known, and of whom nothing is known it says so', () => {
    const returned = [{ birthdayOn: day('2023-03-10'), id: 7 as RecordId }]
    expect(asked('2023-03-09', { returned }).careLeaver).toBeUndefined()
    expect(asked('2023-06-01', { returned })).toMatchObject({
      status: 'former relevant',
      careLeaver: true,
      because: [7],
    })
    expect(asked('2023-06-01', { returned, care: [care('2018-04-01', '2019-01-01')] }).status).toBe('none')
    expect(asked('2023-06-01', {})).toMatchObject({ status: 'none', careLeaver: undefined })
  })

  it('says until when by the law of the day', () => {
    const long = [care('2015-01-05', '2022-03-10')]
    expect(asked('2023-01-01', { care: long }).why).toContain('the duties end on the 25th birthday')
    const older = { bornOn: day('1997-03-10'), care: [care('2010-01-01', '2015-03-10')] }
    expect(asked('2018-03-31', older).why).toContain('the duties end on the 21st birthday')
    expect(asked('2018-04-01', older).why).toContain('the duties end on the 25th birthday')
  })

  it('is foreseen: the first day on which somebody who stays in care is eligible', () => {
    expect(eligibleFrom([care('2015-01-05', null)], born)).toBe(day('2020-03-10'))
    expect(eligibleFrom([care('2020-06-01', null)], born)).toBe(day('2020-08-30'))
    expect(eligibleFrom([care('2020-06-01', '2020-08-30')], born)).toBeNull()
    expect(eligibleFrom([care('2018-04-01', '2019-04-01')], born)).toBeNull()
  })
})

describe('laws of what a young person is owed', () => {
  const at = fc.integer({ min: 0, max: 365 * 13 }).map((days) => addDays(day('2016-01-01'), days))
  const times = fc
    .uniqueArray(at, { minLength: 2, maxLength: 6 })
    .map((days) => days.toSorted((a, b) => a - b))
    .map((days): readonly TimeInCare[] =>
      Array.from({ length: Math.floor(days.length / 2) }, (_, n) => ({
        ...care('2016-01-01', null),
        from: days[2 * n] as PlainDate,
        until: days[2 * n + 1] as PlainDate,
      })),
    )

  it('never loses what was reached: eligible in care, then relevant, then former relevant until 26', () => {
    fc.assert(
      fc.property(times, at, at, (all, one, other) => {
        const [sooner, later] = one < other ? [one, other] : [other, one]
        const first = eligibilityOn({ ...nothing, care: all }, sooner).status
        const then = eligibilityOn({ ...nothing, care: all }, later).status
        if (['eligible', 'relevant', 'former relevant'].includes(first) && later < day('2030-03-10'))
          expect(['eligible', 'relevant', 'former relevant']).toContain(then)
      }),
    )
  })

  it('is eligible on the day that was foreseen, and not before', () => {
    fc.assert(
      fc.property(times, at, (all, on) => {
        const from = eligibleFrom(all, born)
        const { status: is } = eligibilityOn({ ...nothing, care: all }, on)
        if (from !== null) expect(eligibilityOn({ ...nothing, care: all }, from).status).toBe('eligible')
        if (is === 'eligible') expect(from !== null && from <= on).toBe(true)
      }),
    )
  })
})
