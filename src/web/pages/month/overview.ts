import { mayStep } from '../../../app/months/leave.ts'
import type { DatasetMonths, MonthStands, Publishing, Takers } from '../../../app/months/overview.ts'
import { audienceWords } from '../../../app/months/publish.ts'
import { type Period, periodContaining, periodLabel } from '../../../core/dates/period.ts'
import { addDays, longText, type PlainDate, partsOf, shortText } from '../../../core/dates/plain-date.ts'
import type { Calendar } from '../../../core/dates/working-days.ts'
import { placeOf, standingOf } from '../../../core/figures/month.ts'
import { listed, upperFirst } from '../../marks.ts'
import type { Who } from '../../session.ts'
import { publicAddress } from '../public/view.ts'
import { qualityAddress } from '../quality/asked.ts'
import { editionAddress } from '../report/view.ts'
import { monthAddress, versionAddress } from './asked.ts'
import { type Stage, stagesOf } from './stages.ts'
import { headingOf, leastFirst, sectionMarks } from './view.ts'
import { many } from './words.ts'

type Day = { readonly today: PlainDate; readonly calendar: Calendar }

/** Which month is to be published, what stands in its way and whom it waits for, and where every month before it is. */
export function overviewView({ due, errors, datasets, takers }: Publishing, day: Day, who: Who) {
  const sorted = datasets.toSorted((a, b) => Number(isDone(a)) - Number(isDone(b)))
  const shown = sorted.map((one) => datasetView(one, { errors, takers }, who))
  const first = shown.findIndex(({ next }) => next !== undefined)
  return {
    page: { title: 'Publish', navigation: 'publish' as const, who: { name: who.account.name, form: who.form } },
    heading: findingOf(due, datasets),
    lead: `${dayText(day)} ${errorsText(errors)}`,
    quality: datasets[0] && {
      label: 'Data quality, by child and by rule',
      href: qualityAddress('', { dataset: datasets[0].dataset.key, period: due, whose: 'all' }),
    },
    // One primary button a page: the first thing that the viewer can do.
    datasets: shown.map((one, at) => ({ ...one, isFirst: at === first })),
  }
}

/** Of a month of which no report is written nothing is published: it ends when it is frozen. */
const isDone = ({ due: { taken }, reports }: DatasetMonths): boolean =>
  placeOf(taken) === 'published' || (placeOf(taken) === 'frozen' && reports.length === 0)

function findingOf(due: Period, all: readonly DatasetMonths[]): string {
  const month = periodLabel(due)
  const waiting = all.filter((one) => !isDone(one))
  if (all.length === 0) return 'There is no set of figures to publish'
  if (waiting.length === 0)
    return all.some((one) => placeOf(one.due.taken) === 'published') ? `${month} is published` : `${month} is frozen`
  const sections = waiting.flatMap(({ due: read }) => (placeOf(read.taken) === 'open' ? read.sections : []))
  const unwritten = sections.filter(({ state }) => state !== 'written').length
  const [first] = waiting
  const why =
    unwritten > 0
      ? `${many(unwritten, 'section still needs', 'sections still need')} commentary`
      : waiting.length === 1 && first !== undefined
        ? nextText(first)
        : 'each waits for its next step'
  const isAll = waiting.length === all.length
  const what = isAll ? month : `${month}: ${waiting.length} of ${all.length} sets of figures`
  return `${what} ${isAll || waiting.length === 1 ? 'is' : 'are'} not published yet${isAll ? ':' : ';'} ${why}`
}

const nextTexts = {
  open: 'it waits to be signed off',
  'signed off': 'it is signed off and can be frozen',
  frozen: 'it is frozen and can be published',
  published: 'it is published',
} as const
const nextText = ({ due: { taken } }: DatasetMonths): string => nextTexts[placeOf(taken)]

function dayText({ today, calendar }: Day): string {
  const before = addDays(periodContaining('month', today).from, -1)
  const isKnown = partsOf(before).year >= calendar.firstYear && partsOf(today).year <= calendar.lastYear
  if (!isKnown) return `${longText(today)}.`
  return `${longText(today)}, ${many(calendar.workingDaysBetween(before, today), 'working day')} into the month.`
}

const errorsText = (errors: number): string =>
  errors === 0 ? 'No error of data is open.' : `${many(errors, 'error of data is', 'errors of data are')} open.`

type Around = { readonly errors: number; readonly takers: Takers }

function datasetView(one: DatasetMonths, around: Around, who: Who) {
  const { dataset, due, reports, months } = one
  const [now, ...before] = months
  const href = monthAddress({ dataset: dataset.key, period: due.period })
  const stages = stagesOf({ ...due, reports, errors: around.errors }, who)
  return {
    key: dataset.key,
    label: dataset.label,
    href,
    mark: now === undefined ? undefined : markOf(now),
    finding:
      isDone(one) && placeOf(due.taken) === 'frozen' ? `${headingOf(due)}; no report is written of it` : headingOf(due),
    inTheWay: inTheWayOf(one, around),
    next: isDone(one) ? undefined : nextOf(one, stages, who),
    rows: (isDone(one) ? months : before).map((month) => rowOf(dataset.key, month)),
    nothing: before.length === 0 && !isDone(one) ? 'No month of it was begun before this one.' : undefined,
  }
}

type InTheWay = {
  readonly label: string
  readonly href: string
  readonly mark: { readonly kind: string; readonly icon: string; readonly word: string }
  readonly detail: string
  readonly who: string
}

/** What stands between the month and those it is for, and whom it waits for. */
function inTheWayOf(
  { dataset, due, reports, wroteBefore }: DatasetMonths,
  { errors, takers }: Around,
): readonly InTheWay[] {
  const own = monthAddress({ dataset: dataset.key, period: due.period })
  const waits = (word: string) => ({ kind: 'soon', icon: 'clock', word })
  const step = (key: Stage['key'], label: string, word: string, by: readonly string[]) => ({
    ...{ label, href: `${own}#step-${key}`, mark: waits(word), detail: '', who: orNobody(by) },
  })
  switch (placeOf(due.taken)) {
    case 'published':
      return []
    case 'frozen':
      return reports.length === 0 ? [] : [step('published', 'Publishing', 'Not published', takers.publish)]
    case 'signed off':
      return [step('frozen', 'Freezing', 'Not frozen', takers.freeze)]
    case 'open':
      break
  }
  const sections = due.sections.filter(({ state }) => state !== 'written').toSorted(leastFirst)
  return [
    ...(due.extract === undefined
      ? [{ ...step('loaded', 'Extract', 'Not loaded', []), who: 'Whoever runs Line of Sight' }]
      : []),
    ...(standingOf(due.taken).quality === undefined
      ? [
          {
            ...step('quality', 'Quality of the data', 'Not seen', takers.quality),
            detail: errors === 0 ? '' : `${many(errors, 'error')} open`,
          },
        ]
      : []),
    ...sections.map(({ key, label, state, missed, explained, last }) => {
      const before = wroteBefore.get(key)
      const then = before === undefined ? 'Nobody yet' : `${before.by}, for ${periodLabel(before.period)}`
      return {
        ...{ label, href: `${own}/sections/${key}`, mark: sectionMarks[state], who: last === null ? then : last.by },
        detail: missed.length === 0 ? '' : `${explained.length} of ${many(missed.length, 'figure')} explained`,
      }
    }),
    ...due.unsigned.map((says) => ({
      ...{
        label: 'Figures that others send',
        href: '/supplies',
        mark: waits('Not signed off'),
        detail: '',
        who: `${upperFirst(says)}.`,
      },
    })),
    step('signed', 'Sign-off', 'Not signed off', takers.signOff),
  ]
}

const orNobody = (names: readonly string[]): string =>
  names.length === 0 ? 'Nobody has a role that does it' : listed(names)

const buttons: Readonly<Record<Stage['key'], string>> = {
  loaded: 'Open the month',
  quality: 'Look at the quality of the data',
  calculated: 'Open the month',
  commented: 'Write the commentary',
  signed: 'Sign the month off',
  frozen: 'Freeze the month',
  published: 'Publish the month',
  again: 'Open the month',
}

/** What the viewer can do next; undefined where it waits for others. */
function nextOf({ dataset, due }: DatasetMonths, stages: readonly Stage[], { account }: Who) {
  const own = monthAddress({ dataset: dataset.key, period: due.period })
  const section = due.sections.filter(({ state }) => state !== 'written').toSorted(leastFirst)[0]
  const mayWrite = placeOf(due.taken) === 'open' && mayStep(account, 'comment') && section !== undefined
  const next = stages.find(
    ({ key, state, ask }) =>
      state !== 'done' && key !== 'again' && (ask !== undefined || (key === 'commented' && mayWrite)),
  )
  if (next === undefined) return undefined
  const href =
    next.key === 'commented' && section !== undefined ? `${own}/sections/${section.key}` : `${own}#step-${next.key}`
  return { label: buttons[next.key], href }
}

/** Where a month is, in a word beside a shape. */
function markOf({ taken, isWrittenOf }: MonthStands) {
  const { openedAgain, quality } = standingOf(taken)
  switch (placeOf(taken)) {
    case 'published':
      return { kind: 'done', icon: 'tick', word: 'Published' }
    case 'frozen':
      return { kind: 'info', icon: 'lock', word: 'Frozen' }
    case 'signed off':
      return { kind: 'info', icon: 'tick', word: 'Signed off' }
    case 'open':
      if (openedAgain !== undefined) return { kind: 'soon', icon: 'clock', word: 'Opened again' }
      return quality !== undefined || isWrittenOf
        ? { kind: 'soon', icon: 'clock', word: 'Begun' }
        : { kind: 'late', icon: 'late', word: 'Not begun' }
  }
}

function rowOf(dataset: string, month: MonthStands) {
  const { period, taken, last, published, forEverybody, restated } = month
  const { openedAgain } = standingOf(taken)
  const own = monthAddress({ dataset, period })
  return {
    label: periodLabel(period),
    href: own,
    mark: markOf(month),
    why: placeOf(taken) === 'open' && openedAgain !== undefined ? `“${openedAgain.words}”` : undefined,
    version: last && {
      label: `Version ${last.version}`,
      href: versionAddress({ dataset, period, version: last.version }),
      knownOn: `as known on ${shortText(last.knownOn)}`,
    },
    published: published.map(({ audience, report }) => ({
      label: `Published ${audienceWords[audience]}`,
      href: editionAddress({ dataset, period, version: last?.version ?? 1 }, report, audience),
    })),
    forEverybody: forEverybody === undefined ? undefined : publicAddress(forEverybody),
    restated: restated === undefined || restated === 0 ? undefined : many(restated, 'figure'),
    isSame: restated === 0,
    isToCount: last !== undefined && restated === undefined,
    restatedHref: `${own}/restated`,
  }
}
