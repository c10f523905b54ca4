import type { App } from '../../../app/app.ts'
import type { SeenTracked, TrackerFound } from '../../../app/counting/tracker.ts'
import type { Part } from '../../../app/counting/whose.ts'
import { nextDue, type Tracker } from '../../../core/counting/tracker.ts'
import { addDays, longText } from '../../../core/dates/plain-date.ts'
import { ageShort } from '../../age.ts'
import { SOON_DAYS } from '../../due.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { isOfPeople, whoHeading } from '../indicator/words.ts'
import { NOBODY } from '../work-lists/asked.ts'
import { type Asked, shows, trackerAddress } from './asked.ts'
import { groupRows, headingOf, narrowed, nounOfTracker, type Row, standsOut, stepRows } from './finding.ts'
import { nextView, type StepView, stepView } from './step.ts'

type Choice = { readonly value: string; readonly label: string; readonly chosen: boolean }
type Select = { readonly name: string; readonly label: string; readonly choices: readonly Choice[] }

type Line = {
  readonly name: string
  readonly href: string
  readonly age: string | undefined
  readonly worker: string
  readonly group: string
  readonly also: string | undefined
  readonly note: string | undefined
  readonly next: ReturnType<typeof nextView>
  readonly steps: readonly StepView[]
}

export type TrackerView = View & {
  readonly heading: string
  readonly lead: string
  readonly csv: string | undefined
  readonly action: string
  readonly selects: readonly Select[]
  readonly step: { readonly key: string; readonly label: string } | undefined
  readonly clear: string | undefined
  readonly standsOut: readonly string[]
  readonly groupedBy: string
  readonly byGroup: readonly Row[]
  readonly byStep: ReturnType<typeof stepRows>
  readonly who: string
  /** What each of the step columns is called. */
  readonly columns: readonly string[]
  readonly groups: readonly { readonly label: string; readonly rows: readonly Line[] }[]
  readonly across: number
  readonly nobody: string
  readonly notShown: string
  readonly place: string
  readonly before: string | undefined
  readonly after: string | undefined
  readonly source: string
}

/** A tracker: everybody on their way, who is furthest behind first. */
export function trackerView(app: App, found: TrackerFound, asked: Asked, viewer: Who): TrackerView {
  const { tracker, rows, matching } = found
  const those = narrowed(found, asked)
  const shown = columnsOf(tracker, rows)
  const step = tracker.steps.find(({ key }) => key === asked.step)
  const { team, worker, whose, group, also, show } = asked
  const isNarrow = [team, worker, whose, group, also, asked.step].some((one) => one !== undefined) || show !== 'all'
  return {
    page: { title: tracker.label, navigation: 'work-lists', who: { name: viewer.account.name, form: viewer.form } },
    heading: headingOf(found, those),
    lead: leadOf(found, asked),
    csv: rows.some(({ mayExport }) => mayExport) ? trackerAddress({ ...asked, page: 1 }, '.csv') : undefined,
    action: `/trackers/${tracker.key}`,
    selects: selectsOf(found, asked, viewer),
    step,
    clear: isNarrow ? trackerAddress({ key: asked.key }) : undefined,
    standsOut: standsOut(found, those),
    groupedBy: tracker.groupedBy.label,
    byGroup: groupRows(found, asked),
    byStep: stepRows(found, those, asked),
    who: whoHeading(tracker.populations[0].each),
    columns: shown.map((at) => tracker.steps[at]?.label ?? ''),
    groups: groupsOf(app, found, shown),
    across: shown.length + 3,
    nobody: nobodyText(found, isNarrow),
    notShown: notShownText(found),
    ...pagesOf(found, asked, matching),
    source: tracker.source,
  }
}

/** The steps that are asked of anybody who is shown. */
const columnsOf = ({ steps }: Tracker, rows: readonly SeenTracked[]): readonly number[] =>
  steps.flatMap((_, at) => (rows.some((row) => row.steps[at]?.kind !== 'not needed') ? [at] : []))

function leadOf({ tracker, teams, workers, on }: TrackerFound, asked: Asked): string {
  const { team, worker, whose, group, also } = asked
  const called = (parts: readonly Part[], id: string) =>
    parts.find((part) => String(part.id) === id)?.label ?? `Number ${id}, with whom nobody on it is`
  const step = tracker.steps.find(({ key }) => key === asked.step)
  const parts = [
    ...(group === undefined ? [] : [`${tracker.groupedBy.label}: ${group}`]),
    ...(also === undefined ? [] : [also]),
    ...(step === undefined ? [] : [`“${step.label}” is to be taken`]),
    ...(whose === undefined ? [] : [whose === 'mine' ? 'Allocated to you' : 'Allocated to your teams']),
    ...(team === undefined ? [] : [team === NOBODY ? 'Without a team' : called(teams, team)]),
    ...(worker === undefined ? [] : [worker === NOBODY ? 'Without a worker' : called(workers, worker)]),
    ...(asked.show === 'all' ? [] : [`Shown: ${shows[asked.show].toLowerCase()}`]),
  ]
  const everybody = isOfPeople(tracker.populations[0].each) ? 'Everybody whom you may see' : 'All that you may see'
  return `${parts.length === 0 ? everybody : parts.join('. ')}. ${longText(on)}.`
}

function selectsOf({ tracker, teams, workers }: TrackerFound, asked: Asked, { account }: Who): readonly Select[] {
  const select = (
    name: string,
    label: string,
    chosen: string | undefined,
    choices: readonly (readonly [value: string, label: string])[],
  ): Select => ({
    name,
    label,
    choices: choices.map(([value, text]) => ({ value, label: text, chosen: value === (chosen ?? '') })),
  })
  const parts = (some: readonly Part[]) => some.map(({ id, label }) => [String(id), label] as const)
  const valuesOf = ({ order = [] }: Pick<Tracker['groupedBy'], 'order'>) => order.map((one) => [one, one] as const)
  const { groupedBy, alsoBy } = tracker
  return [
    select('group', groupedBy.label, asked.group, [['', 'All'], ...valuesOf(groupedBy)]),
    ...(alsoBy === undefined ? [] : [select('also', alsoBy.label, asked.also, [['', 'All'], ...valuesOf(alsoBy)])]),
    select('show', 'Show', asked.show === 'all' ? undefined : asked.show, [
      ['', shows.all],
      ...Object.entries(shows).slice(1),
    ]),
    ...(account.worker === null
      ? []
      : [
          select('whose', 'Whose', asked.whose, [
            ['', 'Whom I may see'],
            ['mine', 'Allocated to me'],
            ['team', 'Allocated to my teams'],
          ]),
        ]),
    select('team', 'Team', asked.team, [['', 'Any team'], [NOBODY, 'No team'], ...parts(teams)]),
    select('worker', 'Worker', asked.worker, [['', 'Anyone'], [NOBODY, 'Nobody yet'], ...parts(workers)]),
  ]
}

/** Who is past a step, whose next one comes soon, whose later, and of whom nothing is due. */
function groupsOf(app: App, { tracker, rows, on }: TrackerFound, shown: readonly number[]): TrackerView['groups'] {
  const week = addDays(on, SOON_DAYS)
  const groupOf = (row: SeenTracked): string => {
    const due = nextDue(row)
    if (!row.belongs) return 'Not known whether they belong here'
    if (due === null) return 'Nothing due'
    return due < on ? 'Past a step' : due <= week ? `Next step by ${longText(week)}` : 'Next step later'
  }
  const groups = new Map<string, Line[]>()
  for (const row of rows) {
    const label = groupOf(row)
    const there = groups.get(label) ?? []
    groups.set(label, [...there, lineOf(app, tracker, row, shown)])
  }
  return [...groups].map(([label, lines]) => ({ label, rows: lines }))
}

function lineOf({ clock }: App, tracker: Tracker, row: SeenTracked, shown: readonly number[]): Line {
  const isPerson = isOfPeople(tracker.populations[0].each)
  const whose = [row.worker?.label ?? 'Nobody yet', row.team?.label ?? 'no team']
  return {
    name: row.name,
    href: isPerson ? `/people/${row.subject}` : `/things/${row.subject}`,
    age: isPerson ? ageShort(row.bornOn, clock.today) : undefined,
    worker: whose.join(', '),
    group: row.group ?? 'Not known',
    also: row.also ?? undefined,
    note: row.note ?? undefined,
    next: nextView(tracker, row),
    steps: shown.flatMap((at) => {
      const [step, state] = [tracker.steps[at], row.steps[at]]
      return step === undefined || state === undefined ? [] : [stepView(step.label, state)]
    }),
  }
}

function nobodyText({ tracker, notShown, matching }: TrackerFound, isNarrow: boolean): string {
  if (matching > 0) return ''
  if (isNarrow) return 'Of those you asked for, this is so of nobody. Choose something else, or everybody.'
  return notShown.all > 0
    ? 'Everybody on this tracker is somebody whose record you may not open.'
    : `No ${nounOfTracker(tracker).many} are on it now. Whoever comes to be stands here from that day.`
}

function notShownText({ notShown: { all, past } }: TrackerFound): string {
  if (all === 0) return ''
  return `${all} more on the whole tracker whom you may not see, ${past === 0 ? 'none' : past} of them past a step.`
}

function pagesOf(
  { rows, page }: TrackerFound,
  asked: Asked,
  matching: number,
): Pick<TrackerView, 'place' | 'before' | 'after'> {
  const most = page === 1 ? rows.length : Math.ceil((matching - rows.length) / Math.max(1, page - 1))
  const from = (page - 1) * most + 1
  const isWhole = rows.length === matching
  return {
    place: isWhole ? '' : `${from} to ${from + rows.length - 1} of ${matching}`,
    before: page === 1 ? undefined : trackerAddress({ ...asked, page: page - 1 }),
    after: from + rows.length - 1 >= matching ? undefined : trackerAddress({ ...asked, page: page + 1 }),
  }
}
