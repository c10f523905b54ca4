import { looked } from '../../core/counting/plan.ts'
import { figureOf, type Verdict } from '../../core/counting/tally.ts'
import { periodLabel } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import {
  type FrozenFigure,
  type FrozenMember,
  type Publication,
  type Restated,
  restated,
} from '../../core/figures/frozen.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import type { KeptMember } from '../../store/counting/members.ts'
import { findFrozenFigures, findFrozenMembers } from '../../store/months/publications.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { guardedAmong } from '../access/guarded.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { baseOf } from '../counting/figures.ts'
import { definitionsOf, findPlace, type Place } from '../counting/lists.ts'
import type { Looking } from '../counting/members.ts'
import { type RecordedSince, recordedSince } from '../counting/reasons.ts'
import { decisionsOn, membersKnown, tallyOf } from '../counting/seen.ts'
import { naming } from '../people/naming.ts'
import { Refused } from '../refused.ts'
import { frozenMembers } from './freeze.ts'
import { type Month, publicationsOf } from './month.ts'

/** Somebody, or something, that is another in a figure than when it was frozen: what it was and is, and what was recorded since. */
export type RestatedMember = {
  readonly subject: SubjectId
  readonly name: string
  readonly was: Verdict
  readonly is: Verdict
  readonly recorded: readonly RecordedSince[]
}

/** A figure of a frozen month that would be another today, or is the same of others. */
export type RestatedFigure = {
  readonly figure: FrozenFigure
  /** What is counted of the same month today; null where there is nothing to divide by. */
  readonly now: number | null
  /** The rule, or what it calls, is no longer that by which it was counted. */
  readonly otherRule: boolean
  readonly members: readonly RestatedMember[]
  readonly notShown: number
}

export type MonthRestated = {
  readonly publication: Publication
  readonly figures: readonly RestatedFigure[]
  /** How many figures of the month were counted from the record, and so can be counted again. */
  readonly counted: number
}

/**
 * What of a frozen month would be otherwise today, by figure and whoever it is about: those of whom the viewer may read all that decides it, each of
 * whom leaves a row in the audit. What was frozen stays as it is.
 * @throws Refused when the month has not been frozen
 */
export async function restatedSince(app: App, account: Account, month: Month): Promise<MonthRestated> {
  const publication = (await publicationsOf(app, month)).at(-1)
  if (publication === undefined)
    throw new Refused(
      'not found',
      `${periodLabel(month.period)} has not been frozen, so nothing of it can have changed since.`,
    )
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const then = await findFrozenMembers(db, publication.id)
    const figures = (await findFrozenFigures(db, publication.id)).filter(
      ({ period, source }) => period.from === publication.period.from && source === 'calculated',
    )
    const again = new Recounted(app, looking, publication)
    const found: RestatedFigure[] = []
    for (const figure of figures) {
      const one = await again.restated(figure, then.get(figure.indicator) ?? [])
      if (one !== undefined) found.push(one)
    }
    return { publication, figures: found, counted: figures.length }
  })
}

/** The frozen month, counted again from what is known today: each list is read once. */
class Recounted {
  readonly #app: App
  readonly #looking: Looking
  readonly #publication: Publication
  readonly #lists = new Map<Place['list'], readonly KeptMember[]>()

  constructor(app: App, looking: Looking, publication: Publication) {
    this.#app = app
    this.#looking = looking
    this.#publication = publication
  }

  /** Undefined where nothing is otherwise. Of an indicator that is counted no more nothing can be said. */
  async restated(figure: FrozenFigure, then: readonly FrozenMember[]): Promise<RestatedFigure | undefined> {
    const indicator = this.#app.catalogue.indicators.get(figure.indicator)
    const place = indicator && findPlace(this.#app, indicator)
    if (place === undefined) return undefined
    const members = await this.#members(place)
    const { base } = baseOf(this.#app, place.counting.indicator, figure.period)
    const now = figureOf(place.counting.indicator, tallyOf(place.counting, members), base).value
    const moved = restated(await this.#underKept(then), frozenMembers(place, members))
    if (moved.length === 0 && now === figure.value) return undefined
    const otherRule = definitionsOf(place.list) !== figure.fingerprint
    return { figure, now, otherRule, ...(await this.#told(place, moved)) }
  }

  /** Whoever was merged into another since is known by that number now. */
  async #underKept(then: readonly FrozenMember[]): Promise<readonly FrozenMember[]> {
    const numbers = then.map(({ subject }) => subject)
    const { kept } = await findSamePeople(this.#looking.db, numbers, this.#app.clock.today)
    return then.map((one) => ({ ...one, subject: kept(one.subject) }))
  }

  async #members({ list }: Place): Promise<readonly KeptMember[]> {
    const { period } = this.#publication
    const known =
      this.#lists.get(list) ??
      (await membersKnown(this.#app, this.#looking.db, list, { period, knownOn: this.#app.clock.today })).members
    this.#lists.set(list, known)
    return known
  }

  async #told(place: Place, moved: readonly Restated[]): Promise<Pick<RestatedFigure, 'members' | 'notShown'>> {
    const [app, looking, { period, knownOn }] = [this.#app, this.#looking, this.#publication]
    const guarded = await guardedAmong(app, looking.db, [...new Set(moved.map(({ subject }) => subject))])
    const decisions = decisionsOn(looking.viewer, guarded, place)
    const seen = moved.filter(({ subject }) => decisions.get(subject)?.may === 'yes')
    const subjects = [...new Set(seen.map(({ subject }) => subject))]
    const { today } = app.clock
    const about = { ...place, looked: looked(place.list, period, today, app.calendar), knownOn: today, guarded }
    const recorded = await recordedSince(app, looking, about, subjects, knownOn)
    const name = naming(app, looking)
    const members = await Promise.all(
      seen.map(async ({ subject, was, is }) => ({
        ...{ subject, was, is },
        name: (await name(subject)).label,
        recorded: recorded(subject),
      })),
    )
    const detail = `“${place.counting.indicator.label}”, ${periodLabel(period)}, changed since it was frozen`
    await writeAudit(
      looking.db,
      subjects.map((subject) =>
        auditEntry(app, looking.account, looking.viewer, {
          action: 'list',
          subject,
          decision: decisions.get(subject) ?? { may: 'no' },
          detail,
        }),
      ),
    )
    return { members, notShown: moved.length - seen.length }
  }
}
