import type { Period } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import type { Place } from '../counting/lists.ts'
import type { ErrorFound } from './error-found.ts'
import { errorsHeld } from './held.ts'
import { type CountedList, countedLists, notKnownIn } from './not-known.ts'
import { faultsOfImports } from './of-imports.ts'

/** An error; `places` are the figures that do not know somebody because of it, where it was found by them. */
export type DataError = ErrorFound & {
  readonly places: readonly Place[]
  /** Whose work they are today. */
  readonly team: SubjectId | null
  readonly worker: SubjectId | null
}

/** Every error of data as it stands now, by the figures of a period and by the records themselves. */
export type Quality = {
  readonly period: Period
  readonly lists: readonly CountedList[]
  readonly errors: readonly DataError[]
}

/** Looks for all of them: nothing of it is kept, so that what was corrected is gone. It asks nobody's leave, and is not for showing. */
export async function findErrors(app: App, db: Db, period: Period): Promise<Quality> {
  const lists = await countedLists(app, db, period)
  const notKnown = notKnownIn(lists)
  const ofImports = (await faultsOfImports(app, db)).map((one) => ({ ...one, places: [] }))
  const of = await errorsHeld(app, db, [...new Set([...notKnown, ...ofImports].map(({ subject }) => subject))])
  const whose = (subject: SubjectId) => {
    const { team = null, worker = null } = of.get(subject) ?? {}
    return { team, worker }
  }
  const others = [...of.values()].flatMap(({ errors }) => errors.map((one) => ({ ...one, places: [] })))
  const all = [...notKnown, ...ofImports, ...others.filter(isNoOther(notKnown))]
  return { period, lists, errors: all.map((error) => ({ ...error, ...whose(error.subject) })) }
}

/** What a work list cannot answer for want of the same records as a figure is said by the figure. */
function isNoOther(told: readonly ErrorFound[]): (error: ErrorFound) => boolean {
  const name = ({ asks }: ErrorFound) =>
    asks
      .map(({ key }) => key)
      .toSorted()
      .join()
  const wanting = new Set(told.map((one) => `${one.subject}|${name(one)}`))
  return (error) => error.rule.sort !== 'list' || !wanting.has(`${error.subject}|${name(error)}`)
}
