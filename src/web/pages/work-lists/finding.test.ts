import { describe, expect, it } from 'vitest'
import { calendar, guests, inTheAttic, known, LookedIn, lookingIn, Stay } from '../../../../test/support/counted.ts'
import type { WorkFound } from '../../../app/counting/work-list.ts'
import { subjectRecords } from '../../../core/counting/records.ts'
import { needTest, workList, workOf, worstFirst } from '../../../core/counting/work-list.ts'
import { addDays, plainDate, toText } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { byTeam } from '../service/teams.ts'
import { countsOf, headingOf, standsOut } from './finding.ts'
import { partRows } from './parts.ts'

const on = plainDate('2023-10-04')
const work = workList({ key: 'looking-in', label: 'Looking in', source: 'x', population: guests, timescale: lookingIn })

/** Guests by name, each so many days overdue (below nought: due in so many), with a worker and team. */
type Guest = readonly [name: string, days: number, worker: string | null, team: string | null]
function found(...those: readonly Guest[]): WorkFound {
  const needs = those.flatMap(([name, days, worker, team], at) => {
    const subject = (at + 1) as SubjectId
    // Due a fortnight after they were last looked in on.
    const last = addDays(on, -14 - days)
    const records = [
      known(Stay, subject, { startedOn: toText(addDays(last, -1)) }),
      known(LookedIn, subject, { on: toText(last), seen: 'yes' }),
    ]
    const own = workOf(work, subjectRecords(subject, records, [Stay, LookedIn]), calendar)(on).needs
    const part = (label: string | null) => (label === null ? null : { id: label.length as SubjectId, label })
    const attributes = { team: team === null ? null : String(team.length), worker }
    return own.map((need) => ({
      ...need,
      attributes,
      name,
      bornOn: null,
      mayExport: false,
      worker: part(worker),
      team: part(team),
    }))
  })
  const counted = needs.toSorted(worstFirst)
  const notShown = { needs: 0, overdue: 0, unknown: 0 }
  return {
    work,
    on,
    needs: counted,
    counted,
    onList: counted,
    unknown: [],
    notShown,
    without: '',
    teams: [],
    workers: [],
  }
}
const asked = {
  key: 'x',
  team: undefined,
  worker: undefined,
  whose: undefined,
  only: undefined,
  show: 'soon',
  sort: 'due',
} as const

describe('what a work list finds', () => {
  const many = found(
    ['Ann', 40, 'Tom', 'North'],
    ['Ben', 9, 'Tom', 'North'],
    ['Cat', 2, 'Tom', 'Upper'],
    ['Dan', 1, null, 'Upper'],
    ['Eve', 0, 'Dilys', 'North'],
    ['Fay', -9, 'Dilys', 'North'],
  )

  it('stands in the heading: what is late, and what is next', () => {
    const heading = (list: WorkFound) => headingOf(list, countsOf(list))
    expect(heading(many)).toBe('Looking in: 4 overdue, 1 due in the next 7 days')
    expect(heading(found(['Fay', -9, null, null]))).toBe('Looking in: nothing overdue, none due in the next 7 days')
    expect(heading(found())).toBe('Looking in: nobody on this list')
    const closed = { ...found(), notShown: { needs: 2, overdue: 1, unknown: 0 } }
    expect(heading(closed)).toBe('Looking in: nobody whom you may open, 2 people on the whole list')
  })

  it('says who has waited longest, where most of it lies, and what nobody is doing', () => {
    expect(standsOut(many)).toEqual([
      'Ann has waited longest: 40 days, since 25 August 2023.',
      '1 of the 4 overdue waits for a worker: nobody is doing it.',
    ])
    const withTom = found(
      ['Ann', 3, 'Tom', 'North'],
      ['Ben', 2, 'Tom', 'North'],
      ['Cat', 2, 'Tom', 'North'],
      ['Dan', 1, 'Dilys', 'North'],
    )
    expect(standsOut(withTom)).toContain('3 of the 4 overdue are the work of Tom.')
    expect(standsOut(found(['Eve', 0, 'Tom', 'North']))).toEqual([])
  })

  it('lies with teams and workers, the most overdue first, each leading to its own', () => {
    expect(partRows(many, 'worker', asked)).toMatchObject([
      { label: 'Tom', overdue: 3, soon: 0, all: 3 },
      { label: 'No worker yet', overdue: 1, all: 1, href: '/work-lists/x?worker=nobody&show=all' },
      { label: 'Dilys', overdue: 0, soon: 1, all: 2 },
    ])
  })
})

describe('what a work list by a test finds', () => {
  const test = needTest('in the attic', inTheAttic)
  const up = workList({ key: 'up', label: 'Guests in the attic', source: 'x', population: guests, test })
  const holding = { name: 'in the attic', why: 'attic', source: 'x' }
  const one = (name: string, days: number | null, why = 'attic') => ({
    ...{
      subject: 1 as SubjectId,
      name,
      holding: { ...holding, why },
      days,
      due: null,
      isNow: true,
      gravity: 0,
      attributes: {},
    },
    ...{ since: days === null ? null : addDays(on, -days), bornOn: null, mayExport: false, worker: null, team: null },
  })
  const list = (...needs: readonly ReturnType<typeof one>[]): WorkFound => ({
    ...found(),
    work: up,
    needs,
    counted: needs,
  })

  it('is how many there are, and who comes first', () => {
    const two = list(one('Ann', 40), one('Ben', null))
    expect(headingOf(two, countsOf(two))).toBe('Guests in the attic: 2 people')
    expect(headingOf(list(), { ...countsOf(list()), unknown: 1 })).toBe('Guests in the attic: nobody, 1 not known')
    expect(standsOut(two)).toEqual([
      'Ann comes first: for 40 days, since 25 August 2023.',
      '2 of the 2 wait for a worker: nobody is doing them.',
    ])
    const three = list(one('Ann', 40, 'it is warm'), one('Ben', 3, 'it is quiet'), one('Cat', 2, 'it is quiet'))
    expect(standsOut(three)[1]).toBe('Most often: it is quiet (2).')
    expect(standsOut(list(one('Ben', null)))[0]).toBe('Ben comes first: in the attic: attic.')
  })
})

describe('where it differs by team', () => {
  const team = (name: string, overdue: number, inTime: number): readonly Guest[] =>
    Array.from({ length: overdue + inTime }, (_, at) => [`${name} ${at}`, at < overdue ? 5 : -5, null, name] as const)
  const of = (those: readonly Guest[], many = 1) => {
    const { needs } = found(...those)
    const teams = new Map([5, 3].map((id) => [id as SubjectId, { label: id === 5 ? 'North' : 'Sea', localities: [] }]))
    const notShown = { needs: 0, overdue: 0, unknown: 0 }
    const lists = Array.from({ length: many }, (_, at) => ({
      work: at === 0 ? work : { ...work, key: `${work.key}-${at}`, label: `${work.label} ${at}` },
      needs,
      notKnown: 0,
      notShown,
      longest: undefined,
    }))
    return byTeam({ on, lists, teams })
  }

  it('tells a difference from chance', () => {
    const { lines, says } = of([...team('North', 12, 3), ...team('Sea', 2, 30)])
    expect(lines.map(({ label, cells }) => [label, cells[0]?.overdue, cells[0]?.of, cells[0]?.differs])).toEqual([
      ['North', 12, 15, 'more'],
      ['Sea', 2, 32, 'less'],
    ])
    expect(says).toEqual([
      'More overdue of “Looking in” than chance would make likely: North.',
      'Less overdue of “Looking in” than chance would make likely: Sea.',
      'The other differences could be chance.',
    ])
  })

  it('says that it could be chance where the groups are small', () => {
    expect(of([...team('North', 2, 2), ...team('Sea', 1, 4)]).says.join()).toMatch(/no larger than chance/)
    expect(of([...team('North', 2, 0), ...team('Sea', 3, 90)]).lines[1]?.cells[0]?.differs).toBeUndefined()
  })

  it('leaves out a list that is one team’s work alone, and says so', () => {
    const { columns, says } = of(team('North', 2, 2), 2)
    expect([columns, says.at(-1)]).toEqual([[], 'Lists that are the work of one team alone are not compared.'])
  })

  it('has the teams side by side where the lists would not fit', () => {
    const few = of([...team('North', 2, 2), ...team('Sea', 1, 4)], 3)
    expect([few.rowsAre, few.columns.length, few.lines.length]).toEqual(['Team', 3, 2])
    const many = of([...team('North', 2, 2), ...team('Sea', 1, 4)], 9)
    expect([many.rowsAre, many.columns, many.lines.length]).toEqual(['List', ['North', 'Sea'], 9])
    expect(many.lines[0]?.cells.map(({ column, overdue }) => [column, overdue])).toEqual([
      ['North', 2],
      ['Sea', 1],
    ])
  })
})
