import type { Population } from '../../core/counting/define.ts'
import type { SubjectRecords } from '../../core/counting/records.ts'
import { searchFor } from '../../core/counting/search.ts'
import { readsOfWork, type Work, type WorkList, workOf } from '../../core/counting/work-list.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { begunHere, clocksWithoutAnswers, workTold } from './answers.ts'
import { type Known, knownOn } from './known-now.ts'

/**
 * What is needed by one work list on each of some days, in the order of the days. `without`: what would tell whether it was done, where none of
 * it was ever kept: placement plans.
 */
export type Worked = { readonly work: WorkList; readonly on: readonly Work[]; readonly without: string }

/**
 * What these work lists say of everybody, or of some people, on days, of what is known today: the one way in which it is worked out, whoever shows
 * it. It asks nobody's leave, and is not for showing.
 */
export async function workedOut(
  app: App,
  db: Db,
  works: readonly WorkList[],
  days: readonly PlainDate[],
  people?: readonly SubjectId[],
): Promise<readonly Worked[]> {
  const populations = works.map(({ population }) => population)
  const known = await knownOn(app, db, app.clock.today)
  const subjects = people ?? (await candidates(known, populations, days))
  const types = new Set(works.flatMap(readsOfWork))
  const found = await nothingYet(app, db, works, days)
  for (let at = 0; at < subjects.length; at += SUBJECTS_AT_ONCE) {
    const wanted = subjects.slice(at, at + SUBJECTS_AT_ONCE).map((subject) => ({ subject, types }))
    for (const own of (await known.read(wanted, types)).values()) gather(app, found, days, own)
  }
  return Promise.all(found.map((one) => asTold(db, one)))
}

/** The same of some people whose records, of all types that the lists read, are there already. */
export async function workedOutOf(
  app: App,
  db: Db,
  works: readonly WorkList[],
  days: readonly PlainDate[],
  people: readonly SubjectRecords[],
): Promise<readonly Worked[]> {
  const found = await nothingYet(app, db, works, days)
  for (const own of people) gather(app, found, days, own)
  return Promise.all(found.map((one) => asTold(db, one)))
}

function gather(app: App, found: readonly Found[], days: readonly PlainDate[], own: SubjectRecords): void {
  for (const { work, on } of found) {
    const ask = workOf(work, own, app.calendar)
    for (const [index, day] of days.entries()) add(on[index], ask(day))
  }
}

/** Where nothing was ever kept that would tell whether it was done, what began with an import is not known to be due. */
async function asTold(db: Db, found: Found): Promise<Worked> {
  const { without, on } = found
  if (without === '') return found
  const here = await begunHere(
    db,
    on.flatMap(({ needs }) => needs.flatMap((need) => ('occurrence' in need ? [need.occurrence] : []))),
  )
  return { ...found, on: on.map((work) => workTold(work, without, here)) }
}

type Found = Omit<Worked, 'on'> & { readonly on: readonly Gathering[] }

/** Nobody so far, on each of the lists and days. */
async function nothingYet(
  app: App,
  db: Db,
  works: readonly WorkList[],
  days: readonly PlainDate[],
): Promise<readonly Found[]> {
  const noAnswers = await clocksWithoutAnswers(app, db, [...new Set(works.flatMap((work) => work.timescale ?? []))])
  return works.map((work) => ({
    work,
    on: days.map(() => ({ needs: [], unknown: [] })),
    without: (work.timescale && noAnswers.get(work.timescale)) ?? '',
  }))
}

/** Whoever may be in some populations on any of the days. */
export async function candidates(
  known: Known,
  populations: readonly Population[],
  days: readonly PlainDate[],
): Promise<readonly SubjectId[]> {
  const stretches = days.map((day) => ({ from: day, to: addDays(day, 1) }))
  const searches = populations.flatMap(({ each }) => searchFor(each, stretches) ?? [])
  return [...new Set((await known.candidates(searches)).flat())]
}

/** How many subjects' records are looked up at a time. */
export const SUBJECTS_AT_ONCE = 500

type Gathering = { readonly needs: Work['needs'][number][]; readonly unknown: Work['unknown'][number][] }

function add(to: Gathering | undefined, { needs, unknown }: Work): void {
  to?.needs.push(...needs)
  to?.unknown.push(...unknown)
}
