import { expect, it } from 'vitest'
import { verdictOf } from '../../../test/support/in-words.ts'
import { child, daysIn, recorded } from '../../../test/support/one-child.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { Person } from '../people/person.ts'
import { FosterCarer, FosteringApproval, FosteringOnHold, TermsOfApproval } from './approvals.ts'
import { FosterPlacement } from './care-given.ts'
import { carersAsPeople } from './carers-as-people.ts'
import { sufficiency } from './sufficiency.ts'
import { CourseNotice } from './supervision.ts'
import { vacancies } from './vacancies.ts'

const household = recorded(FosteringApproval, { approvedOn: '2020-02-03', kind: 'mainstream' })
const terms = recorded(TermsOfApproval, { startedOn: '2020-02-03', places: 2 })
const lives = (standing: string, endedOn: string | null = null) =>
  recorded(
    FosterPlacement,
    { startedOn: '2022-05-01', standing, endedOn },
    { child: [9 as SubjectId], household: [child] },
  )

const is = (key: string, ...known: ReturnType<typeof recorded>[]) => {
  const one = [...vacancies, ...carersAsPeople].find((indicator) => indicator.key === key)
  if (one === undefined) throw new Error(`There is no ${key}`)
  return verdictOf(one, '2023-09', ...known)
}

it('a place is free while fewer live there than are approved', () => {
  const free = (...known: ReturnType<typeof recorded>[]) => is('fostering-households-with-a-place', household, ...known)
  expect(free(terms, lives('in-care'))).toBe('1')
  expect(free(terms, lives('in-care'), lives('other-authority'))).toBe('0')
  expect(free(terms, lives('in-care'), lives('staying-put'))).toBe('1')
  expect(free(terms, lives('in-care'), lives('in-care', '2023-09-30'))).toBe('1')
  expect(free(lives('in-care'))).toBe('?')
  expect(free(terms, recorded(FosteringOnHold, { startedOn: '2023-09-01' }))).toBe('0')
})

it('three where two are approved is more than approved', () => {
  const three = [lives('in-care'), lives('in-care'), lives('in-care')]
  expect(is('fostering-households-over-their-terms', household, terms, ...three)).toBe('1')
  expect(is('fostering-households-over-their-terms', household, terms, ...three.slice(1))).toBe('0')
})

it('children for each household are those in our care; places are filled by those of others too', () => {
  const numbers = (key: string, ...known: ReturnType<typeof recorded>[]) => {
    const one = [...sufficiency, ...vacancies].find((indicator) => indicator.key === key)
    if (one === undefined) throw new Error(`There is no ${key}`)
    return daysIn(one, [household, ...known], '2023-09')
  }
  const there = [lives('in-care'), lives('other-authority'), lives('staying-put')]
  expect(numbers('fostering-utilisation-rate-mainstream', ...there)).toEqual([1])
  expect(numbers('fostering-utilisation-rate-mainstream')).toEqual([0])
  expect(numbers('fostering-places-filled', terms, ...there)).toEqual([2])
  expect(numbers('fostering-places-free', terms, lives('in-care'))).toEqual([1])
  expect(numbers('fostering-places-free', terms, recorded(FosteringOnHold, { startedOn: '2023-09-01' }))).toEqual([0])
  expect(numbers('fostering-places-free', lives('in-care'))).toEqual([])
})

it('whoever was sent no notice of a course in three months has not been told', () => {
  const told = (sentOn: string) => recorded(CourseNotice, { sentOn, course: 'Attachment' })
  expect(is('fostering-households-told-of-training', household, told('2023-07-01'))).toBe('1')
  expect(is('fostering-households-told-of-training', household, told('2023-06-30'))).toBe('0')
})

it('carers are people of an age', () => {
  const carer = recorded(FosterCarer, { startedOn: '2020-02-03' }, { household: [5 as SubjectId] })
  const born = (bornOn: string) => recorded(Person, { bornOn })
  expect(is('people-who-foster-aged-60-and-over', carer, born('1963-09-30'))).toBe('1')
  expect(is('people-who-foster-aged-60-and-over', carer, born('1963-10-01'))).toBe('0')
  expect(is('people-who-foster-aged-60-and-over', carer)).toBe('?')
})
