import { explainNeed } from '../../core/counting/explain-need.ts'
import type { Need } from '../../core/counting/work-list.ts'
import { addDays, daysBetween, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { WorksWith } from '../people/works-with.ts'
import type { WorkPerson } from './people.ts'

/** Something about a person that needs somebody now, in words. */
export type Attention = {
  readonly person: WorkPerson
  readonly state: 'late' | 'soon'
  /** How it stands: `7 days without a worker`. */
  readonly stands: string
  readonly why: string
  /** Whose it is to do. */
  readonly who: string
  /** The day that it turns on: of two in the same state, the earlier is the worse. */
  readonly turns: PlainDate
  /** Whether it is a clock's, which their clocks explain. */
  readonly clock?: true
}

/** What a list of work is looked through with. */
type Looked = {
  readonly today: PlainDate
  readonly left: ReadonlySet<SubjectId>
  /** Whether an allocation is of the worker or team whose work it is. */
  isOurs(allocation: WorksWith): boolean
  /** What is due or overdue for somebody, by every work list. */
  needs(subject: SubjectId): readonly Need[]
}

/** One reason for which somebody on a list needs attention. What else can need it, such as what is overdue, is another of these. */
type Reason = (person: WorkPerson, looked: Looked) => readonly Attention[]

/** Cover is spoken of this many days before it ends: long enough to find who is next. */
const SOON = 14

const withoutWorker: Reason = (person, { today, isOurs }) =>
  person.workers
    .filter((one) => isOurs(one) && one.worker === null)
    .map(({ role, team, since }) => {
      const days = since === null ? 0 : daysBetween(since, today)
      return {
        person,
        state: 'late',
        stands: days === 0 ? 'Without a worker since today' : `${counted(days)} without a worker`,
        why: `Waits for a ${role.toLowerCase()} in ${team}${since === null ? '' : ` since ${shortText(since)}`}. Nobody is working with them in that role.`,
        who: team,
        turns: since ?? today,
      }
    })

const withWorkerWhoLeft: Reason = (person, { today, left, isOurs }) =>
  person.workers
    .filter((one) => isOurs(one) && one.workerId !== null && left.has(one.workerId))
    .map(({ worker, role, team, since }) => ({
      person,
      state: 'late',
      stands: 'Their worker has left',
      why: `${worker}, ${role.toLowerCase()}, no longer works here. The allocation still stands, and nobody else is named.`,
      who: team,
      turns: since ?? today,
    }))

const withEndAhead: Reason = (person, { today, isOurs }) =>
  person.workers
    .filter((one) => isOurs(one) && one.endsOn !== null && daysBetween(today, one.endsOn) <= SOON)
    .filter((one) => !isFollowed(one, person))
    .map(({ worker, role, team, coverFor, endsOn }) => {
      const last = addDays(endsOn ?? today, -1)
      const days = daysBetween(today, last)
      const covers = coverFor === null ? '' : ` for ${coverFor}`
      return {
        person,
        state: 'soon',
        stands: days === 0 ? 'Cover ends today' : `Cover ends in ${counted(days)}`,
        why: `${worker ?? team} covers as ${role.toLowerCase()}${covers} until ${shortText(last)}. Nobody is named for the day after.`,
        who: team,
        turns: last,
      }
    })

/** Whether somebody else has the same role with no end in sight. */
const isFollowed = ({ role, workerId }: WorksWith, { workers }: WorkPerson): boolean =>
  workers.some(
    (other) => other.role === role && other.endsOn === null && other.workerId !== null && other.workerId !== workerId,
  )

/** A clock is spoken of this many days before it is due. */
const CLOCK_SOON = 7

const withNeed: Reason = (person, { today, needs, isOurs }) =>
  needs(person.subject)
    .filter(({ days, isNow }) => isNow || (days ?? 0) >= -CLOCK_SOON)
    .map((need) => {
      const ours = person.workers.filter(isOurs)
      const one = ours.find(({ worker }) => worker !== null) ?? ours[0]
      return {
        person,
        state: need.isNow ? 'late' : 'soon',
        stands: standing(need),
        why: 'occurrence' in need ? `${need.occurrence.timescale.label}. ${explainNeed(need)}` : explainNeed(need),
        who: one?.worker ?? one?.team ?? '',
        turns: 'occurrence' in need ? need.due : (need.since ?? today),
        ...('occurrence' in need ? { clock: true as const } : {}),
      }
    })

function standing(need: Need): string {
  if ('occurrence' in need)
    return need.days > 0
      ? `${counted(need.days)} overdue`
      : need.days === 0
        ? 'Due today'
        : `Due in ${counted(-need.days)}`
  return need.days === null ? 'Now' : need.days === 0 ? 'Since today' : `For ${counted(need.days)}`
}

const reasons: readonly Reason[] = [withoutWorker, withWorkerWhoLeft, withEndAhead, withNeed]

const states = ['late', 'soon'] as const

/** Everything that needs somebody now, the worst first: what is late before what is near, the longer before the shorter. */
export const attention = (people: readonly WorkPerson[], looked: Looked): readonly Attention[] =>
  people
    .flatMap((person) => reasons.flatMap((reason) => reason(person, looked)))
    .toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || a.turns - b.turns)

const counted = (days: number): string => (days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`)
