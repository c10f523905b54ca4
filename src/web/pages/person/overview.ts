import type { App } from '../../../app/app.ts'
import type { OwnDraft } from '../../../app/people/drafts.ts'
import type { News } from '../../../app/people/news.ts'
import type { Overview } from '../../../app/people/overview.ts'
import type { RecordRead } from '../../../app/people/read.ts'
import type { WorksWith } from '../../../app/people/works-with.ts'
import { type Instant, londonDate } from '../../../core/dates/instant.ts'
import {
  addDays,
  daysBetween,
  longText,
  monthName,
  type PlainDate,
  partsOf,
  shortText,
} from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { draftCalled } from '../record/draft-called.ts'
import { madeOfView } from '../same-person/made-of.ts'
import { clocksHeading, type Running, runningClocks } from './clocks/view.ts'
import { type Entry, entryOf } from './entry.ts'
import { type FamilySummary, familySummary } from './family/summary.ts'
import { type HeadView, headView } from './head.ts'

type Words = { readonly text: string; readonly when: string; readonly href: string }
type Worker = { readonly role: string; readonly who: string; readonly details: readonly string[] }

export type OverviewView = View & {
  readonly head: HeadView
  readonly firstName: string
  readonly words: readonly Words[]
  readonly know: readonly Entry[]
  readonly seen: readonly { readonly term: string; readonly text: string; readonly href: string | undefined }[]
  readonly visits: readonly Entry[]
  /** Undefined where no clock runs. */
  readonly clocks:
    | { readonly heading: string; readonly first: readonly Running[]; readonly href: string; readonly all: string }
    | undefined
  readonly homes: readonly string[]
  readonly family: FamilySummary
  readonly relate: string | undefined
  readonly workers: readonly Worker[]
  readonly news: { readonly heading: string; readonly since: string; readonly items: readonly NewsLine[] }
  readonly drafts: readonly { readonly label: string; readonly href: string; readonly saved: string }[]
  readonly mayRecord: readonly { readonly label: string; readonly href: string }[]
  readonly everything: string
  readonly letters: string
  readonly allocation: string
  readonly madeOf: ReturnType<typeof madeOfView>
}
type NewsLine = { readonly href: string; readonly sort: string; readonly heading: string; readonly by: string }

/** So many lines of news; the rest is in the chronology. */
const MOST_NEWS = 8

/** What matters about a person now, on one page. */
export function overviewView(app: App, overview: Overview, who: Who): OverviewView {
  const { head, words, know, visits, homes, family, news, drafts, mayRecord } = overview
  const { subject, today } = head
  const entry = (record: RecordRead): Entry => ({
    ...entryOf(record, subject),
    when: record.on === null ? '' : dayOf(record.on),
  })
  const base = `/people/${subject}`
  return {
    page: { title: head.name, navigation: 'people', who: { name: who.account.name, form: who.form } },
    head: headView(head, { here: 'overview' }),
    letters: `${base}/letters`,
    allocation: `${base}/allocation`,
    madeOf: madeOfView(overview, head, who),
    firstName: head.name.split(' ')[0] ?? head.name,
    words: words.map((record) => ({
      text: String(record.content.fields['childsWords']),
      when: record.on === null ? '' : longText(record.on),
      href: `/records/${record.record}`,
    })),
    know: know.map(entry),
    seen: seenLines(overview, today),
    visits: visits.map(entry),
    clocks: clocksPart(app, overview, today),
    homes: homes.map(({ content, names, on }) => {
      const [home] = content.subjects['household'] ?? []
      const name = home === undefined ? '' : (names.get(home)?.label ?? '')
      return on === null ? name : `${name}, since ${shortText(on)}`
    }),
    family: familySummary(family),
    relate: mayRecord.length === 0 ? undefined : `${base}/record/relationship`,
    workers: head.workers.map(workerLine),
    news: newsView(news, subject),
    drafts: drafts.map((draft) => draftLine(app, draft)),
    mayRecord: mayRecord.map(({ key, label }) => ({ label, href: `${base}/record/${key}` })),
    everything: `${base}/records#new`,
  }
}

/** Those that are overdue or soonest due; the rest stands on the page of the clocks. */
function clocksPart(app: App, { head, clocks }: Overview, today: PlainDate): OverviewView['clocks'] {
  if (clocks.length === 0) return undefined
  const running = runningClocks(app, clocks, today)
  const rest = running.length - MOST_CLOCKS
  return {
    heading: clocksHeading(clocks, today),
    first: running.slice(0, MOST_CLOCKS),
    href: `/people/${head.subject}/clocks`,
    all:
      rest > 0
        ? `${rest} more ${rest === 1 ? 'clock' : 'clocks'}, and what became of earlier ones`
        : 'How each day is worked out, and what became of earlier ones',
  }
}

const MOST_CLOCKS = 4

/** `27 Sep 2023`. */
const dayOf = (on: PlainDate): string => {
  const { day, year } = partsOf(on)
  return `${day} ${monthName(on).slice(0, 3)} ${year}`
}

function seenLines({ lastSeen, lastSeenAlone }: Overview, today: PlainDate): OverviewView['seen'] {
  const line = (term: string, record: RecordRead | undefined) =>
    record?.on == null
      ? { term, text: 'Not on the record', href: undefined }
      : { term, text: `${longText(record.on)}, ${ago(record.on, today)}`, href: `/records/${record.record}` }
  return lastSeen === undefined && lastSeenAlone === undefined
    ? []
    : [line('Last seen', lastSeen), line('Last seen alone', lastSeenAlone)]
}

function ago(on: PlainDate, today: PlainDate): string {
  const days = daysBetween(on, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  return days < 21 ? `${days} days ago` : `${Math.floor(days / 7)} weeks ago`
}

function workerLine({ role, ofFamily, worker, team, phone, since, coverFor, endsOn }: WorksWith): Worker {
  const until = endsOn === null ? '' : `, until ${shortText(addDays(endsOn, -1))}`
  const cover = coverFor === null ? '' : `covers for ${coverFor}${until}`
  return {
    role: ofFamily ? 'Family' : role,
    who: ofFamily ? `${team} works with a child of the family` : (worker ?? 'Nobody yet: waits for a worker'),
    details: [
      [ofFamily ? '' : team, phone ?? ''].filter(Boolean).join(', '),
      since === null ? '' : `since ${shortText(since)}${cover === '' ? until : ''}`,
      cover,
    ].filter(Boolean),
  }
}

function newsView({ since, items }: News, subject: SubjectId): OverviewView['news'] {
  const lines = items.slice(0, MOST_NEWS).map(({ record, by, corrected }) => {
    const { href, sort, heading } = entryOf(record, subject)
    return { href, sort, heading, by: corrected ? `corrected by ${by}` : by }
  })
  return {
    heading: items.length === 0 ? 'Nothing new' : 'New since you last looked',
    since:
      since === null
        ? 'You have not looked here before.'
        : `You last looked on ${longText(londonDate(since.getTime() as Instant))}.`,
    items: lines,
  }
}

function draftLine(app: App, draft: OwnDraft) {
  const { savedAt } = draft
  return {
    ...draftCalled(app, draft),
    saved: shortText(londonDate(savedAt.getTime() as Instant)),
  }
}
