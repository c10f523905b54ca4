import type { PartnersLine, PartnersLocality } from '../../../app/localities/partners.ts'
import type { StaffLocality } from '../../../app/localities/staff.ts'
import { periodLabel, periodText, shortLabel } from '../../../core/dates/period.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import { smallText } from '../../../core/disclosure/rule.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import { headOf, type Visitor, type Who } from '../../session.ts'
import { cellText } from '../public/words.ts'
import { type Miss, misses, partnersRow, type Row, staffRow } from './rows.ts'

type Link = { readonly label: string; readonly href: string; readonly here: boolean }

type LocalityView = View & {
  readonly heading: string
  readonly about: string
  readonly lead: string
  /** How many children live there. */
  readonly living: string
  readonly first: { readonly label: string; readonly items: readonly Miss[] } | undefined
  readonly sections: readonly {
    readonly key: string
    readonly label: string
    readonly rows: readonly Row[]
    /** Figures of which nothing is shown in any of the months, with what they are in the whole authority. */
    readonly unsaid: readonly string[]
  }[]
  /** The same month as everybody sees it. */
  readonly publicHref: string | undefined
  readonly months: readonly string[]
  readonly choices: readonly { readonly label: string; readonly links: readonly Link[] }[]
  readonly notes: readonly string[]
  readonly since: string
}

/** Where a locality is. */
export const localityAddress = (locality: string): string => `/localities/${encodeURIComponent(locality)}`

/** A locality as a partner sees it in a month that was published. */
export function partnersView(found: PartnersLocality, who: Visitor): LocalityView {
  const { locality, dataset, publication, lines, months, rule } = found
  const { period, knownOn } = publication
  const shown = lines.filter(({ latest }) => latest.shown.kind === 'whole')
  const withTarget = shown.filter(({ latest }) => latest.rag !== null)
  const missed = withTarget.filter(({ latest }) => misses(latest))
  const sections = [...new Map(lines.map(({ whole }) => [whole.section, whole.definition.section] as const))]
  return {
    page: { title: `${locality}, ${periodLabel(period)}`, navigation: 'localities', ...headOf(who) },
    heading:
      shown.length === 0 && lines.length > 0
        ? `${locality}: no figure of ${periodLabel(period)} can be shown without telling of a few children`
        : headingOf(locality, missed.length, withTarget.length, shown.length),
    about: `${dataset.label}, ${periodLabel(period)}`,
    lead: `${shown.length === 0 ? whyNothing(lines) : ''}As known on ${longText(knownOn)}, when the month was closed. What is recorded later changes nothing here.`,
    living: livingText(locality, found.living),
    first: firstOf(
      missed.map(({ whole, target, latest }) => ({
        label: whole.definition.label,
        text: `${cellText({ ...whole, shown: latest.shown })} here, ${cellText(whole).toLowerCase()} in the whole authority${targetText(target, whole.definition.unit)}`,
      })),
    ),
    sections: sections.map(([key, label]) => ({
      ...{ key, label },
      rows: lines.filter((line) => line.whole.section === key && isSaid(line)).map((line) => partnersRow(line, found)),
      unsaid: lines
        .filter((line) => line.whole.section === key && !isSaid(line))
        .map(({ whole }) => `${whole.definition.label} (${cellText(whole).toLowerCase()} in the whole authority)`),
    })),
    publicHref: `/public/${publication.dataset}/${periodText(period)}`,
    months: months.map(shortLabel),
    choices: [
      {
        label: 'Month',
        links: found.published.map((one) => ({
          label: `${one.dataset === dataset.key ? '' : `${one.dataset}, `}${periodLabel(one.period)}`,
          href: address(localityAddress(locality), { dataset: one.dataset, period: periodText(one.period) }),
          here: one.id === publication.id,
        })),
      },
    ],
    notes: [
      `${shown.length} of ${lines.length} figures are shown. “Withheld” stands where showing one would tell of ${smallText(rule)} people, in this locality, in another or outside them all, or would let such a number be worked out with everything else that is published. A figure is shown of every locality or of none. A nought is shown.`,
      restText(found.ofWholeAlone),
      'A child counts in the locality that their team serves. Whoever’s team serves none, or several, is in the whole authority and in no locality. A target for how many there should be in all is no target for a locality.',
      'An average of few people is rounded to the nearest 10 or the like, so that nobody’s own number can be told from two averages. A “p” marks a figure that may still change for lawful reasons.',
    ],
    since: 'Since the month before',
  }
}

/** A locality as those who work here see it: a section of a dataset, exactly. */
export function staffView(found: StaffLocality, localities: readonly string[], who: Who): LocalityView {
  const { locality, dataset, section, period, periods, months, lines } = found
  const withTarget = lines.filter(({ rag }) => rag !== null)
  const missed = withTarget.filter(misses)
  const notShown = Math.max(0, ...lines.map((one) => one.notShown))
  const query = { dataset: dataset.key, period: periodText(period) }
  const own = dataset.sections.filter((one) => found.sections.includes(one.key))
  return {
    page: { title: `${locality}, ${periodLabel(period)}`, navigation: 'figures', ...headOf(who) },
    heading: headingOf(`${locality}, ${section.label.toLowerCase()}`, missed.length, withTarget.length, lines.length),
    about: `${dataset.label}, ${periodLabel(period)}`,
    lead: 'Exactly, as counted from the record today: for those who work here. Each figure opens to its list. Partners see only what was published to them.',
    living: livingText(locality, found.living),
    first: firstOf(
      missed.map(({ whole, target, latest }) => ({
        label: whole.indicator.label,
        text: `${latest.value === null ? 'no figure' : written(latest.value, whole.indicator.unit)} here, ${whole.value === null ? 'no figure' : written(whole.value, whole.indicator.unit)} in the whole authority${targetText(target, whole.indicator.unit)}`,
      })),
    ),
    sections: [
      { key: section.key, label: section.label, rows: lines.map((line) => staffRow(line, found)), unsaid: [] },
    ],
    publicHref: undefined,
    months: months.map(shortLabel),
    choices: [
      {
        label: 'Locality',
        links: localities.map((one) => ({
          label: one,
          href: address(localityAddress(one), { ...query, section: section.key }),
          here: one === locality,
        })),
      },
      {
        label: 'Section',
        links: own.map(({ key, label }) => ({
          label,
          href: address(localityAddress(locality), { ...query, section: key }),
          here: key === section.key,
        })),
      },
      {
        label: 'Month',
        links: periods
          .slice(-SHOWN_MONTHS)
          .toReversed()
          .map((one) => ({
            label: periodLabel(one),
            href: address(localityAddress(locality), {
              dataset: dataset.key,
              section: section.key,
              period: periodText(one),
            }),
            here: one.from === period.from,
          })),
      },
    ],
    notes: [
      notShown === 0
        ? ''
        : `Up to ${notShown} in a figure of the whole authority are not yours to see, and are in no locality here.`,
      restText(found.ofWholeAlone),
      'A child counts in the locality that their team serves on the last day of the month. Whoever’s team serves none, or several, is in no locality.',
    ].filter(Boolean),
    since: 'Since the month before',
  }
}

/** Whether anything of it is shown in any of the months. */
const isSaid = ({ months }: PartnersLine): boolean => months.some((one) => one?.shown.kind === 'whole')

/** Why none of a month is shown, as it was said of the first figure that is withheld. */
function whyNothing(lines: readonly PartnersLine[]): string {
  const [first] = lines.flatMap(({ latest: { shown } }) => (shown.kind === 'withheld' ? [shown.words] : []))
  return first === undefined ? '' : `${first} `
}

const SHOWN_MONTHS = 6
const FIRST = 5

function livingText(locality: string, living: PartnersLocality['living']): string {
  if (living === undefined) return `How many children live in ${locality} is not known here.`
  const { here, whole } = living
  const share =
    whole &&
    `, of ${written(whole.children, 'count')} in the whole authority (${written((100 * here.children) / whole.children, 'per cent')})`
  return `${written(here.children, 'count')} children and young people of 0 to 17 live in ${locality}${share ?? ''}. Source: ${here.source}.`
}

const headingOf = (what: string, missed: number, withTarget: number, shown: number): string => {
  if (shown === 0) return `${what}: no figure is counted by locality`
  if (withTarget === 0)
    return `${what}: ${shown === 1 ? 'one figure is' : `${shown} figures are`} shown, none with a target`
  if (missed === 0) return `${what}: ${withTarget === 1 ? 'the one target is' : `all ${withTarget} targets are`} met`
  return `${what}: ${missed} of ${withTarget} ${withTarget === 1 ? 'target is' : 'targets are'} missed`
}

const firstOf = (all: readonly Miss[]): LocalityView['first'] =>
  all.length === 0
    ? undefined
    : {
        label: all.length > FIRST ? `The first ${FIRST} that miss their target` : 'What misses its target',
        items: all.slice(0, FIRST),
      }

const targetText = (target: number | null, unit: Parameters<typeof written>[1]): string =>
  target === null ? '' : `, target ${writtenShort(target, unit)}`

const restText = (many: number): string =>
  many === 0
    ? ''
    : `${many === 1 ? 'One more figure is' : `${many} more figures are`} of the whole authority alone: rates of all children who live there, and what is not counted by whose work it is.`
