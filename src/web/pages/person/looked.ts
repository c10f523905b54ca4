import type { FastifyRequest } from 'fastify'
import type { Looks } from '../../../app/people/looked.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { readDate } from '../../../core/dates/read-dates.ts'
import { address, first } from '../../query.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type HeadView, headView } from './head.ts'

export type LookedView = View & {
  readonly head: HeadView
  readonly heading: string
  readonly action: string
  readonly people: readonly { readonly name: string; readonly chosen: boolean }[]
  readonly day: { readonly value: string; readonly error: string | undefined }
  readonly clear: string | undefined
  readonly rows: readonly {
    readonly at: string
    readonly accountName: string
    readonly action: string
    readonly decision: string
    readonly detail: string
  }[]
  readonly earlier: string | undefined
}

/** What was asked of the log. */
export type LooksAsked = {
  readonly by: string | undefined
  readonly typedDay: string
  readonly on: PlainDate | undefined
  readonly before: number | undefined
}

export function looksAskedIn(request: FastifyRequest, today: PlainDate): LooksAsked {
  const typedDay = (first(request, 'day') ?? '').trim()
  const before = Math.trunc(Number(first(request, 'before') ?? 0))
  return {
    by: first(request, 'by'),
    typedDay,
    on: readDate(typedDay, today),
    before: before > 0 && Number.isSafeInteger(before) ? before : undefined,
  }
}

/** Who has looked, the latest first. */
export function lookedView({ head, entries, more, people }: Looks, asked: LooksAsked, who: Who): LookedView {
  const { by, typedDay, on, before } = asked
  const action = `/people/${head.subject}/looked`
  const last = entries.at(-1)
  const query = { by, day: typedDay === '' ? undefined : typedDay }
  return {
    page: {
      title: `${head.name}: who has looked`,
      navigation: 'people',
      who: { name: who.account.name, form: who.form },
    },
    head: headView(head, { here: 'looked' }),
    heading: heading(entries.length, more || before !== undefined),
    action,
    people: people.map((name) => ({ name, chosen: name === by })),
    day: { value: typedDay, error: typedDay !== '' && on === undefined ? noDay(typedDay, head.today) : undefined },
    clear: by === undefined && typedDay === '' && before === undefined ? undefined : action,
    rows: entries.map(({ at, accountName, action: done, decision, byRole, detail }) => ({
      at: londonText(at.getTime() as Instant),
      accountName,
      action: actions.get(done) ?? done,
      decision: decisionText(decision, byRole),
      detail,
    })),
    earlier: more && last !== undefined ? address(action, { ...query, before: String(last.id) }) : undefined,
  }
}

/** What was done, as it reads in a table. */
const actions = new Map([
  ['read', 'Read'],
  ['print', 'Printed'],
  ['find', 'Found by a search'],
  ['list', 'Had on a list'],
  ['record', 'Recorded'],
  ['correct', 'Corrected'],
  ['see who looked', 'Read this log'],
  ['break glass', 'Asked to open without leave'],
])

function heading(count: number, isPart: boolean): string {
  if (count === 0) return 'Nobody has looked'
  if (isPart) return `${count} looks on this page`
  return count === 1 ? 'Looked at once' : `Looked at ${count} times`
}

const noDay = (text: string, today: PlainDate): string =>
  `“${text.slice(0, 40)}” is no date. Write it like ${shortText(today)}.`

function decisionText(decision: Looks['entries'][number]['decision'], byRole: string | null): string {
  if (decision === 'yes') return byRole === 'broken glass' ? 'Yes, by breaking the glass' : 'Yes'
  return decision === 'restricted' ? 'Told whom to ring' : 'No'
}
