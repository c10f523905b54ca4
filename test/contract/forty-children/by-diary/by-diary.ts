import { monthsAfter, plus } from '../diary.ts'
import type { Groups, Noted } from '../read.ts'
import { sayAdopters, sayAdoption } from './adoption.ts'
import { sayChildrenInCare } from './children-in-care.ts'
import { sayEducation } from './education.ts'
import { sayHealth } from './health.ts'
import { sayHouseholds } from './households.ts'
import { sayLeavingCare } from './leaving-care.ts'
import { sayPermanence } from './permanence.ts'
import type { Saying } from './saying.ts'

const pages = [
  sayChildrenInCare,
  sayHealth,
  sayPermanence,
  sayAdoption,
  sayAdopters,
  sayLeavingCare,
  sayEducation,
  sayHouseholds,
]

/** What somebody is in for a month (`2023-09`), from what was written down: in every figure, whichever book they stand in. */
export function byDiary(records: readonly Noted[], month: string): Groups {
  const first = `${month}-01`
  const last = plus(monthsAfter(first, 1), -1)
  const said: Saying = new Map()
  for (const say of pages) say(said, records, { first, last })
  return said
}
