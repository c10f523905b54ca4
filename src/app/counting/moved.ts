import type { Moved } from '../../core/counting/why-it-moved.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { App } from '../app.ts'
import { naming } from '../people/naming.ts'
import { agesOf } from './list.ts'
import { auditShown, type Looking } from './members.ts'
import { type ReasonRead, type RecordBehind, type RecordedSince, reasonsOf, recordedSince } from './reasons.ts'
import type { FigureSeen, SeenMember } from './seen.ts'

/** Somebody who moved in a figure, and what the test that decided it said of them then and now. */
export type MovedPerson = Pick<SeenMember, 'subject' | 'record'> & {
  readonly name: string
  readonly age: number | null
  readonly was: ReasonRead | undefined
  readonly is: ReasonRead | undefined
  /** Where no test decided it: the latest of the records that make somebody a possible member. */
  readonly latest: RecordBehind | undefined
  /** Between two days' knowledge of one period: what was recorded about them in between. */
  readonly recorded: readonly RecordedSince[]
}

/** Those who moved in one way, in order of their names. Each leaves a row in the audit. */
export async function readMoved(
  app: App,
  looking: Looking,
  [before, after]: readonly [FigureSeen, FigureSeen],
  { members, because }: Pick<Moved, 'members' | 'because'>,
): Promise<readonly MovedPerson[]> {
  const subjects: readonly SubjectId[] = [...new Set(members.map(({ subject }) => subject))]
  const decisions = new Map([...before.decisions, ...after.decisions])
  await auditShown(app, looking, { ...after, decisions }, { action: 'list', shown: members })
  const guarded = new Map([...before.guarded, ...after.guarded])
  const [then, now] = [
    await reasonsOf(app, looking, { ...before, guarded }, members),
    await reasonsOf(app, looking, { ...after, guarded }, members),
  ]
  const recorded =
    before.knownOn < after.knownOn
      ? await recordedSince(app, looking, { ...after, guarded }, subjects, { day: before.knownOn })
      : () => []
  const [name, age] = [naming(app, looking), await agesOf(app, looking, subjects, after.looked.asAt)]
  const decisive = (reasons: readonly ReasonRead[]) => reasons.find((one) => one.name === because)
  const found = await Promise.all(
    members.map(async (member) => ({
      ...member,
      name: (await name(member.subject)).label,
      age: age(member.subject),
      was: decisive(then.of(member)),
      is: decisive(now.of(member)),
      latest: because === null ? now.latest(member) : undefined,
      recorded: recorded(member.subject),
    })),
  )
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.subject - b.subject)
}
