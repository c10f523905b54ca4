import { readFileSync } from 'node:fs'
import { birthday, Diary, plus, workingDaysAfter } from '../diary.ts'
import type { Noted } from '../read.ts'
import { every, holds, type Month, maybe, type Saying, say, within, words } from './saying.ts'

const terms = readFileSync(new URL('../../../../data/school-terms.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('exampleshire,'))
  .map((line) => line.split(',').filter((cell) => /^\d{4}-/.test(cell)))
  .map((days) => ({ starts: days.at(0) ?? '', ends: days.at(-1) ?? '' }))

export function sayEducation(said: Saying, records: readonly Noted[], { first, last }: Month): void {
  sayAtSchool(said, new Diary(records, last), last)
  sayFirstPlan(said, new Diary(records, workingDaysAfter(last, 20)), { first, last })
  const term = terms.find(({ ends }) => within(ends, first, last))
  if (term !== undefined) sayPlanOfTerm(said, new Diary(records, term.ends), term)
}

/** The 31 August with which the school year of a day begins. */
const augustBefore = (day: string): string => `${Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)}-08-31`

function sayAtSchool(said: Saying, diary: Diary, last: string): void {
  const august = augustBefore(last)
  const { born } = diary
  const aged = (from: number, to: number) =>
    born === undefined ? undefined : birthday(born, from) <= august && birthday(born, to + 1) > august
  const suspended = diary
    .all('suspended')
    .some(({ day, cancelled }) => cancelled === '' && day > august && day <= last && diary.page(day) === 'in')
  const hasPlan = diary.all('ehcp').some((plan) => holds(plan, last))
  const isIn = diary.inCare(last)
  const sessions = sessionsSince(diary, august, last)
  const atSchool = words(
    hasPlan && 'health and care plan',
    suspended && 'suspended',
    sessions !== '' && `sessions ${sessions}`,
  )
  say(said, 'at school', every(isIn, aged(4, 15)), atSchool)
  const onRoll = diary.all('school').some((roll) => holds(roll, last) && roll.status !== 'G')
  const does = diary.all('activity').findLast((one) => holds(one, last))?.code || (onRoll ? 'school' : '')
  const neither = does === '' || does === 'not-known' ? undefined : does === 'not-in-eet'
  say(said, 'after school', every(isIn, aged(16, 17)), words(maybe('neither', neither)))
}

/** Attended of possible, of whole days in care; of two rolls the main one's. Nothing where none was possible. */
function sessionsSince(diary: Diary, august: string, last: string): string {
  const others = diary.all('school').filter(({ status }) => status === 'S')
  const days = diary
    .all('register')
    .filter((one) => one.first > august && one.last <= last)
    .filter((one) => diary.stays().some(({ from, to }) => from <= one.first && (to === null || to > one.last)))
    .filter(({ at, first }) => !others.some((roll) => roll.at === at && holds(roll, first)))
  const sum = (part: 'attended' | 'possible') => days.reduce((total, one) => total + Number(one[part]), 0)
  return sum('possible') === 0 ? '' : `${sum('attended')}/${sum('possible')}`
}

/** From the term after the third birthday: from the next 1 January, 1 April or 1 September. */
function planAgeOn(born: string | undefined, day: string): boolean | undefined {
  if (born === undefined) return undefined
  const three = birthday(born, 3)
  const year = Number(three.slice(0, 4))
  const from = ['01-01', '04-01', '09-01'].map((begins) => `${year}-${begins}`).find((begins) => begins > three)
  return (from ?? `${year + 1}-01-01`) <= day
}

function sayFirstPlan(said: Saying, diary: Diary, { first, last }: Month): void {
  const came = diary.stays().filter(({ from }) => within(from, first, last))
  const begun = came.find(({ began }) => began) ?? came[0]
  if (begun === undefined) return
  const due = workingDaysAfter(begun.from, 20)
  if (begun.to !== null && begun.to < due) return
  const done = diary.all('pep').some((plan) => plan.done !== '' && within(plan.done, begun.from, due))
  const is = every(begun.began || undefined, planAgeOn(diary.born, begun.from))
  say(said, 'came of plan age', is, words(done && 'planned'))
}

type Term = { readonly starts: string; readonly ends: string }

function sayPlanOfTerm(said: Saying, diary: Diary, { starts, ends }: Term): void {
  const stay = diary.stays().at(-1)
  if (stay === undefined) return
  const from = stay.from > starts ? stay.from : starts
  const longEnough = workingDaysAfter(plus(from, -1), 10) <= ends
  const done = diary.all('pep').some((plan) => within(plan.done, starts, ends))
  const is = every(diary.inCare(ends), planAgeOn(diary.born, ends), longEnough)
  say(said, 'plan due in the term', is, words(done && 'planned'))
}
