import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditListed } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import type { Looking } from '../counting/members.ts'
import { asListed, calledAll, only } from '../counting/seen-work.ts'
import { type Month, monthOf } from '../months/month.ts'
import { naming } from '../people/naming.ts'
import { Refused } from '../refused.ts'
import { findErrors, type Quality } from './find.ts'
import { type Move, movingIn } from './moves.ts'
import type { Rule } from './rules.ts'
import { isFor, type SeenError, type SeenQuality, seenErrors, type Whose } from './seen.ts'

export type AskedQuality = Month & { readonly whose: Whose }

/** A rule with how much is open by it. It names nobody. */
export type RuleOpen = {
  readonly rule: Rule
  /** Of those whom the viewer may see, and whose errors are looked at. */
  readonly errors: number
  readonly notShown: number
  /** Of those seen, how many somebody was asked to put right, and how many were accepted when the month was last seen. */
  readonly assigned: number
  readonly accepted: number
  /** What all of them together could move, whoever may see them, worst first. */
  readonly moves: readonly Move[]
}

export type QualityRead = {
  readonly month: Month
  readonly whose: Whose
  /** Those that could move most first. */
  readonly rules: readonly RuleOpen[]
  /** How many people, households and places have any of the errors that are seen. */
  readonly about: number
  readonly acceptedThen: number | undefined
}

/** How much is wrong by each rule: whose errors are looked at, as far as the viewer may see them. */
export function readQuality(app: App, account: Account, asked: AskedQuality): Promise<QualityRead> {
  return looking(app, account, asked, async ({ looking: who, quality, found }) => {
    const movesOf = await movingIn(app, who.db, quality)
    const isAsked = isFor(asked.whose, account, who.viewer)
    const seen = found.seen.filter(isAsked)
    const rules = new Map(quality.errors.map(({ rule }) => [rule.key, rule] as const))
    const open = [...rules.values()].map((rule) => {
      const own = seen.filter((one) => one.rule.key === rule.key)
      return {
        rule,
        errors: own.length,
        notShown: asked.whose === 'all' ? (found.notShown.get(rule.key) ?? 0) : 0,
        assigned: own.filter(({ assigned }) => assigned !== undefined).length,
        accepted: own.filter(({ accepted }) => accepted).length,
        moves: movesOf(quality.errors.filter((one) => one.rule.key === rule.key)),
      }
    })
    return {
      month: asked,
      whose: asked.whose,
      rules: open.filter(({ errors, notShown }) => errors + notShown > 0).toSorted(worstFirst),
      about: new Set(seen.map(({ subject }) => subject)).size,
      acceptedThen: found.acceptedThen,
    }
  })
}

/** What could turn most figures against their targets, then what could move most, then what is most. */
const worstFirst = (a: RuleOpen, b: RuleOpen): number =>
  turning(b) - turning(a) || moving(b) - moving(a) || open(b) - open(a)

export const turning = ({ moves }: Pick<RuleOpen, 'moves'>): number => moves.filter(({ turns }) => turns).length
const moving = ({ moves }: RuleOpen): number => moves.filter(({ between }) => between !== null).length
const open = ({ errors, notShown }: RuleOpen): number => errors + notShown

/** How many errors stand open by now, whoever they are about: it names nobody. */
export const countErrors = (app: App, { period }: Month): Promise<number> =>
  inTransaction(app.store, async (db) => (await findErrors(app, db, period)).errors.length)

/** An error with what whoever it is about is called, and whose work they are. */
export type NamedError = SeenError & {
  readonly name: string
  readonly isPerson: boolean
  readonly workerName: string | null
  readonly teamName: string | null
}

/** Errors of a rule, or by whom they are about, one page of them. */
export type ErrorsRead = {
  readonly month: Month
  readonly whose: Whose
  readonly rule: Rule | undefined
  readonly errors: readonly NamedError[]
  readonly all: number
  /** How many people, households and places they are about. */
  readonly about: number
  readonly page: number
  readonly notShown: number
  readonly moves: readonly Move[]
}

export type AskedErrors = AskedQuality & { readonly rule?: string; readonly page: number; readonly most: number }

/**
 * The errors of a rule, or all of them, by whom they are about: whoever has most first. Whoever is named leaves a row in the audit.
 * @throws Refused when nothing is open by such a rule
 */
export function readErrors(app: App, account: Account, asked: AskedErrors): Promise<ErrorsRead> {
  return looking(app, account, asked, async ({ looking: who, quality, found }) => {
    const ofRule = quality.errors.filter(({ rule }) => asked.rule === undefined || rule.key === asked.rule)
    const rule = asked.rule === undefined ? undefined : ofRule[0]?.rule
    if (asked.rule !== undefined && rule === undefined)
      throw new Refused('not found', 'Nothing is wrong by this rule any more, or there is no such rule.')
    const isAsked = isFor(asked.whose, account, who.viewer)
    const own = found.seen.filter((one) => isAsked(one) && (rule === undefined || one.rule.key === rule.key))
    const sorted = byMost(own)
    const page = Math.max(1, Math.min(asked.page, Math.ceil(sorted.length / asked.most)))
    const shown = sorted.slice((page - 1) * asked.most, page * asked.most)
    const errors = await listed(
      app,
      who,
      found,
      shown,
      rule === undefined ? 'errors of data' : `errors of data: ${rule.label}`,
    )
    const movesOf = rule === undefined ? undefined : await movingIn(app, who.db, quality)
    return {
      ...{ month: asked, whose: asked.whose, rule, errors, page },
      all: sorted.length,
      about: new Set(sorted.map(({ subject }) => subject)).size,
      notShown:
        asked.whose === 'all' ? ofRule.length - found.seen.filter((one) => ofRule.some(isSameError(one))).length : 0,
      moves: movesOf?.(ofRule) ?? [],
    }
  })
}

const isSameError = (one: SeenError) => (other: Quality['errors'][number]) =>
  one.rule.key === other.rule.key && one.subject === other.subject && one.record === other.record

function byMost(errors: readonly SeenError[]): readonly SeenError[] {
  const many = new Map<SubjectId, number>()
  for (const { subject } of errors) many.set(subject, (many.get(subject) ?? 0) + 1)
  return errors.toSorted(
    (a, b) => (many.get(b.subject) ?? 0) - (many.get(a.subject) ?? 0) || a.subject - b.subject || by(a, b),
  )
}
const by = (a: SeenError, b: SeenError): number => a.rule.label.localeCompare(b.rule.label, 'en-GB')

/** Errors with names; those who are named leave a row in the audit. */
async function listed(
  app: App,
  looking: Looking,
  found: SeenQuality,
  errors: readonly SeenError[],
  detail: string,
): Promise<readonly NamedError[]> {
  const { db, viewer, account } = looking
  const subjects = [...new Set(errors.map(({ subject }) => subject))]
  const shown = await asListed(app, db, viewer, only(found.guarded, subjects))
  await auditListed(app, { db, viewer }, account, { action: 'list', detail }, shown)
  return named(app, looking, found, errors)
}

/** The same, of whom a row is left elsewhere. */
export async function named(
  app: App,
  { db, viewer }: Looking,
  { guarded }: Pick<SeenQuality, 'guarded'>,
  errors: readonly SeenError[],
): Promise<readonly NamedError[]> {
  const called = await calledAll(app, db, [...new Set(errors.map(({ subject }) => subject))])
  const name = naming(app, { db, viewer })
  const partName = async (part: SubjectId | null) => (part === null ? null : (await name(part)).label)
  return Promise.all(
    errors.map(async (error) => {
      const one = guarded.get(error.subject)
      return {
        ...error,
        name: called(error.subject).name,
        isPerson: one !== undefined && !('kind' in one),
        workerName: await partName(error.worker),
        teamName: await partName(error.team),
      }
    }),
  )
}

type Found = { readonly looking: Looking; readonly quality: Quality; readonly found: SeenQuality }

/** Looks for all errors of a month, and keeps back those that the viewer may not see. */
export function looking<Result>(
  app: App,
  account: Account,
  asked: Month,
  work: (found: Found) => Promise<Result>,
): Promise<Result> {
  const month = monthOf(app, asked)
  return inTransaction(app.store, async (db) => {
    const who = { db, account, viewer: await viewerOf(app, db, account) }
    const quality = await findErrors(app, db, month.period)
    return work({ looking: who, quality, found: await seenErrors(app, who, quality, month) })
  })
}
