import { type Moved, whyItMoved } from '../../core/counting/why-it-moved.ts'
import type { Period } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import type { App } from '../app.ts'
import type { Place } from './lists.ts'
import { type AskedMembers, membersOf } from './members.ts'

/** Why a figure moved: by the members whom the viewer may see, and how many more changed whom they may not. */
export type WhyMoved = Place & {
  readonly before: Period
  readonly after: Period
  readonly moved: readonly Moved[]
  readonly notShown: number
}

/**
 * Why a figure moved from one period to another, told by its members.
 * @throws Refused as `membersOf`
 */
export async function whyMoved(app: App, account: Account, asked: AskedMembers, before: Period): Promise<WhyMoved> {
  const after = await membersOf(app, account, asked)
  const earlier = await membersOf(app, account, { ...asked, period: before })
  const { list, counting } = after
  return {
    list,
    counting,
    before,
    after: asked.period,
    moved: whyItMoved(list, counting, earlier.members, after.members),
    notShown: Math.max(after.notShown, earlier.notShown),
  }
}

/** Everybody named in movements, each once. */
export const subjectsMoved = (moved: readonly Moved[]): readonly SubjectId[] => [
  ...new Set(moved.flatMap(({ members }) => members.map(({ subject }) => subject))),
]
