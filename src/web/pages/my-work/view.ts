import type { ActionRead } from '../../../app/actions/read.ts'
import type { App } from '../../../app/app.ts'
import type { Attention } from '../../../app/my-work/attention.ts'
import type { WorkPerson } from '../../../app/my-work/people.ts'
import type { MyWork, Whose } from '../../../app/my-work/read.ts'
import type { WaitingFound } from '../../../app/people/sign-off.ts'
import type { WorksWith } from '../../../app/people/works-with.ts'
import type { listToSign } from '../../../app/supplies/supply.ts'
import { ageInWords } from '../../../core/dates/age.ts'
import { type Instant, londonDate, londonText } from '../../../core/dates/instant.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { addDays, daysBetween, longText, type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import type { TagShown } from '../../../core/definitions/tag.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type ActionRow, actionRow } from '../actions/row.ts'
import { type Decision, decisionOf, decisionsHeading } from '../record/decisions.ts'
import { draftCalled } from '../record/draft-called.ts'
import { standsText, supplyHref } from '../supply/view.ts'
import { type LineView, lineView, longestOf, worstLineFirst } from '../work-lists/line.ts'

type PersonRow = {
  readonly href: string
  readonly label: string
  readonly age: string
  readonly tags: readonly TagShown[]
  readonly ours: readonly { readonly who: string; readonly since: string }[]
  readonly others: string
}

type Urgent = {
  readonly state: Attention['state']
  readonly stands: string
  readonly label: string
  readonly href: string
  readonly why: string
  readonly who: string
}

export type MyWorkView = View & {
  readonly heading: string
  readonly lead: string
  readonly whose: readonly { readonly label: string; readonly href: string; readonly here: boolean }[]
  readonly urgent: readonly Urgent[]
  /** More than can be taken in at once. */
  readonly urgentToo: readonly Urgent[]
  /** What is overdue and due, by work list. */
  readonly lines: readonly LineView[]
  readonly rings: readonly string[]
  readonly peopleHeading: string
  readonly narrowed: { readonly label: string; readonly href: string } | undefined
  readonly people: readonly PersonRow[]
  /** What it means that there is nobody. */
  readonly nobody: string
  readonly load: readonly {
    readonly label: string
    readonly href: string
    readonly people: number
    readonly alone: boolean
  }[]
  /** What the viewer promised and has not closed. */
  readonly promised: readonly ActionRow[]
  /** What waits for the viewer's signature, the oldest first; of many, where all of it is. */
  readonly decisions: { readonly heading: string; readonly rows: readonly Decision[]; readonly all: string | undefined }
  /** Figures of others that the viewer answers for. */
  readonly toSign: readonly { readonly label: string; readonly href: string; readonly says: string }[]
  /** What a manager sent back to the viewer. */
  readonly sentBack: readonly { readonly label: string; readonly href: string; readonly when: string }[]
  readonly drafts: readonly {
    readonly label: string
    readonly href: string
    readonly saved: string
    readonly old: string | undefined
  }[]
  readonly recent: readonly { readonly label: string; readonly href: string | undefined; readonly when: string }[]
}

/** What somebody has before them. `worker`: the number of the one worker whose people are wanted, of a team's. */
export function myWorkView(
  app: App,
  work: MyWork & {
    readonly waiting: WaitingFound
    readonly promised: readonly ActionRead[]
    readonly toSign: Awaited<ReturnType<typeof listToSign>>
  },
  who: Who,
  worker: string | undefined,
): MyWorkView {
  const { today } = app.clock
  const chosen =
    worker === undefined ? undefined : work.people.flatMap(({ ours }) => ours).find((one) => keyOf(one) === worker)
  const people = work.people.filter(({ ours }) => chosen === undefined || ours.some((one) => keyOf(one) === worker))
  const title = whoseTitle(work)
  const urgent = work.attention.map((one) => urgentOf(one, today))
  return {
    page: { title: 'My work', navigation: 'my-work', who: { name: who.account.name, form: who.form } },
    heading: heading(work),
    lead: `${longText(today)}. ${title}: ${work.people.length === 0 ? 'nobody' : counted(work.people.length)}.`,
    whose: work.teams.length === 0 ? [] : whoseLinks(work.whose),
    urgent: urgent.slice(0, MOST_URGENT),
    urgentToo: urgent.slice(MOST_URGENT),
    lines: linesOf(work, today),
    rings: work.rings,
    peopleHeading: chosen === undefined ? title : `${workerName(chosen)}: ${counted(people.length)}`,
    narrowed:
      chosen === undefined ? undefined : { label: `All of ${title}`, href: address('/my-work', { whose: work.whose }) },
    people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')).map((person) => personRow(person, today)),
    nobody: nobody(work),
    load: work.whose === 'team' ? load(work) : [],
    promised: work.promised.map((action) => actionRow(action, today)),
    decisions: decisionsIn(work.waiting, today),
    toSign: work.toSign.map((one) => ({
      label: one.supply.label,
      href: supplyHref(one),
      says: `${periodLabel(one.period)}: ${standsText(one)}.`,
    })),
    sentBack: work.sentBack.map(({ record, label, about, by, at }) => ({
      label: about === null ? label : `${label}: ${about.label}`,
      href: `/records/${record}`,
      when: `by ${by}, ${dayText(at, today)}`,
    })),
    drafts: work.drafts.map((draft) => draftRow(app, draft)),
    recent: work.recent.map(({ subject, name, at, wroteAt }) => ({
      label: name.label,
      href: name.opens ? `/people/${subject}` : undefined,
      when: wroteAt === null ? `opened ${dayText(at, today)}` : `you wrote ${dayText(wroteAt, today)}`,
    })),
  }
}

/** More than can be decided in one sitting. */
const MOST_DECISIONS = 8

const decisionsIn = ({ waiting, isAll }: WaitingFound, today: PlainDate): MyWorkView['decisions'] => ({
  heading: decisionsHeading(waiting.length, isAll),
  rows: waiting.slice(0, MOST_DECISIONS).map((one) => decisionOf(one, today)),
  all: waiting.length > MOST_DECISIONS ? '/sign-off' : undefined,
})

function heading({ attention, people, whose }: MyWork): string {
  const who = (state: Attention['state']) =>
    new Set(attention.filter((one) => one.state === state).map(({ person }) => person.subject))
  const now = who('late')
  const [late, soon] = [now.size, [...who('soon')].filter((subject) => !now.has(subject)).length]
  const parts = [
    ...(late ? [late === 1 ? '1 person needs somebody now' : `${late} people need somebody now`] : []),
    ...(soon
      ? [late ? `${soon} soon` : soon === 1 ? '1 person needs somebody soon' : `${soon} people need somebody soon`]
      : []),
  ]
  if (parts.length > 0) return listed(parts)
  if (people.length === 0) return whose === 'mine' ? 'Nobody is allocated to you' : 'Nobody is allocated to your team'
  return 'Nothing here needs somebody now'
}

const MOST_URGENT = 7

/** The work lists on which anybody stands, the worst first. */
const linesOf = ({ work, people, whose }: MyWork, today: PlainDate): readonly LineView[] =>
  work
    .filter(({ needs, unknown }) => needs.length + unknown.length > 0)
    .map(({ work: list, needs, unknown }) => {
      const longest = longestOf(needs)
      const name = people.find(({ subject }) => subject === longest?.subject)?.name
      return lineView(
        {
          work: list,
          needs,
          notKnown: unknown.length,
          longest: longest && name !== undefined ? { ...longest, name } : undefined,
        },
        today,
        whose,
      )
    })
    .toSorted(worstLineFirst)

const urgentOf = ({ person, state, stands, why, who, clock }: Attention, today: PlainDate): Urgent => ({
  state,
  stands,
  label: labelOf(person, today),
  href: clock && person.kind === 'person' ? `/people/${person.subject}/clocks` : pageOf(person),
  why,
  who,
})

const pageOf = ({ kind, subject }: WorkPerson): string =>
  kind === 'person' ? `/people/${subject}` : `/things/${subject}`

function ageOf({ kind, bornOn }: WorkPerson, today: PlainDate): string {
  if (kind === 'household') return 'Household'
  return bornOn === null || bornOn > today ? 'Age not known' : ageInWords(bornOn, today)
}

const whoseTitle = ({ whose, teams }: MyWork): string =>
  whose === 'mine' ? 'People allocated to you' : teams.length === 0 ? 'Your teams' : listed(teams)

const whoseLinks = (whose: Whose) => [
  { label: 'Mine only', href: address('/my-work', { whose: 'mine' }), here: whose === 'mine' },
  { label: 'My team', href: address('/my-work', { whose: 'team' }), here: whose === 'team' },
]

const counted = (people: number): string => (people === 1 ? '1 person' : `${people} people`)

function labelOf({ name, bornOn }: WorkPerson, today: PlainDate): string {
  if (bornOn === null) return name
  return bornOn > today ? `${name}, not yet born` : `${name}, ${ageInWords(bornOn, today).replace(/ years?$/, '')}`
}

function personRow(person: MyWork['people'][number], today: PlainDate): PersonRow {
  const others = person.workers.filter((one) => !person.ours.includes(one))
  return {
    href: pageOf(person),
    label: person.name,
    age: ageOf(person, today),
    tags: person.tags,
    ours: person.ours.map((one) => ({
      who: one.worker === null ? `Waiting for a ${one.role.toLowerCase()}` : `${one.worker}, ${one.role.toLowerCase()}`,
      since: [
        one.since === null ? '' : `since ${shortText(one.since)}`,
        one.endsOn === null ? '' : `until ${shortText(addDays(one.endsOn, -1))}`,
      ]
        .filter(Boolean)
        .join(', '),
    })),
    others: others.map((one) => `${one.worker ?? 'nobody yet'}, ${one.role.toLowerCase()} (${one.team})`).join('; '),
  }
}

/** By which a worker's share of a team's list is asked for. */
const keyOf = ({ workerId }: WorksWith): string => (workerId === null ? 'none' : String(workerId))
const workerName = ({ worker }: WorksWith): string => worker ?? 'Waiting for a worker'

/** How many people each worker of the team has, those without one first, then the most. */
function load({ people }: MyWork): MyWorkView['load'] {
  const shares = new Map<string, { label: string; people: Set<number>; alone: boolean }>()
  for (const { subject, ours } of people)
    for (const one of ours) {
      const share = shares.get(keyOf(one)) ?? {
        label: workerName(one),
        people: new Set(),
        alone: one.workerId === null,
      }
      share.people.add(subject)
      shares.set(keyOf(one), share)
    }
  return [...shares]
    .map(([key, share]) => ({
      label: share.label,
      href: address('/my-work', { whose: 'team', worker: key }),
      people: share.people.size,
      alone: share.alone,
    }))
    .toSorted((a, b) => Number(b.alone) - Number(a.alone) || b.people - a.people)
}

function nobody({ whose, isWorker, teams }: MyWork): string {
  if (!isWorker)
    return 'Your account is not of a worker who is allocated to anybody. Look for people by name, or look at figures. If you work with children, ask whoever runs Line of Sight to tie your account to you as a worker.'
  if (whose === 'mine')
    return 'Whoever is allocated to you stands here from the day on which it begins. If somebody is missing, ask your manager whether the allocation is on the record.'
  return teams.length === 0
    ? 'You are in no team on the record. Ask whoever keeps the list of teams.'
    : 'Whoever is allocated to the team stands here, those without a worker first.'
}

/** Nobody can rely on what is only a draft: after this many days it is said. */
const OLD = 3

function draftRow(app: App, draft: MyWork['drafts'][number]) {
  const { savedAt, about } = draft
  const { label, href } = draftCalled(app, draft)
  const days = daysBetween(londonDate(savedAt.getTime() as Instant), app.clock.today)
  return {
    label: about === null ? label : `${label}: ${about.label}`,
    href,
    saved: `saved ${dayText(savedAt, app.clock.today)}`,
    old: days >= OLD ? `${days} days old` : undefined,
  }
}

/** `today, 12:40`, `yesterday`, `on 4 October 2023`. */
function dayText(at: Date, today: PlainDate): string {
  const instant = at.getTime() as Instant
  const day = londonDate(instant)
  if (day === today) return `today, ${londonText(instant).split(', ').at(-1)?.split(' ')[0] ?? ''}`
  return day === addDays(today, -1) ? 'yesterday' : `on ${shortText(day)}`
}
