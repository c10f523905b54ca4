import type { Decided } from '../../../app/disclosure/decide.ts'
import type { ForPublic } from '../../../app/disclosure/fix.ts'
import type { Month } from '../../../app/months/month.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import type { Report } from '../../../core/definitions/report.ts'
import { IN_NONE } from '../../../core/disclosure/parts-alone.ts'
import type { PublicFigure } from '../../../core/disclosure/public-figure.ts'
import { written } from '../../../core/figures/written.ts'
import type { Who } from '../../session.ts'
import { monthAddress } from '../month/asked.ts'
import { many } from '../month/words.ts'
import { cellText } from '../public/words.ts'

/** What somebody asked to keep back, in which report, and why nothing was published. */
export type TriedForPublic = {
  readonly reasons: ReadonlyMap<string, string>
  readonly report: string | undefined
  readonly fault: string
}

type Given = {
  readonly month: Month
  readonly seen: ForPublic
  /** What the figures of the month are in truth, for whoever may see all. */
  readonly truth: ReadonlyMap<string, number | null>
  readonly reports: readonly Report[]
  readonly mayPublish: boolean
  readonly tried: TriedForPublic | undefined
}

/** What everybody would see of a month, beside what it is; with a place to keep a section or a figure back and say why. */
export function forPublicView({ month, seen, truth, reports, mayPublish, tried }: Given, who: Who) {
  const { figures, decided } = seen
  const latest = figures.filter(({ period }) => period.from === month.period.from)
  const kinds = (kind: PublicFigure['shown']['kind']) => figures.filter(({ shown }) => shown.kind === kind).length
  const sections = [...new Map(latest.map((one) => [one.section, one.definition.section] as const))]
  const reasonOf = (key: string) => tried?.reasons.get(key) ?? ''
  return {
    page: {
      title: `For the public: ${periodLabel(month.period)}`,
      navigation: 'publish' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: `${decided === undefined ? 'Everybody sees' : 'Everybody would see'} ${kinds('whole')} of ${many(figures.length, 'figure')}`,
    lead: `${kinds('small')} are given as a small number, and ${kinds('withheld')} are withheld: because they are about few, or would let it be worked out, with all that was published before.${restText(kinds('exempt'), kinds('none'))}`,
    partners: decided && partnersText(decided.localities),
    givenAway:
      decided === undefined || decided.givenAway.length === 0
        ? undefined
        : `${many(decided.givenAway.length, 'small number')} can be worked out from what was published before, whatever is withheld now.`,
    isPublished: decided === undefined,
    publicHref: `/public/${month.dataset}/${periodText(month.period)}`,
    back: { href: monthAddress(month), label: periodLabel(month.period) },
    action: `${monthAddress(month)}/public`,
    form: who.form,
    fault: tried?.fault,
    // The one question there is; with one report it is not asked.
    faultAt: tried?.fault && tried.report === undefined && reports[0] ? `report-${reports[0].key}` : undefined,
    reports: reports.map(({ key, label }) => ({ key, label, isChosen: key === tried?.report })),
    mayPublish: mayPublish && decided !== undefined && reports.length > 0,
    sections: sections.map(([key, label]) => ({
      ...{ key, label, reason: reasonOf(key) },
      rows: latest
        .filter(({ section }) => section === key)
        .map((one) => ({
          key: one.indicator,
          label: one.definition.label,
          truth: truthText(truth.get(one.indicator), one),
          shown: cellText(one),
          why: one.shown.kind === 'exempt' || one.shown.kind === 'whole' ? (one.shown.words ?? '') : '',
          reason: reasonOf(one.indicator),
        })),
    })),
  }
}

/** What partners would see of localities: a figure is shown of all of them, or of none. */
function partnersText(all: Decided['localities']): string | undefined {
  const localities = [...all].filter(([locality]) => locality !== IN_NONE)
  if (localities.length === 0) return undefined
  const shown = localities.map(([, figures]) => figures.filter((one) => one.shown.kind === 'whole').length)
  return `Partners would see up to ${Math.max(...shown)} of ${many(localities[0]?.[1].length ?? 0, 'figure')} of each of ${many(localities.length, 'locality', 'localities')}, and of no locality what would tell of a few.`
}

/** What else is not among those that are seen, so that all of them are told. */
const restText = (exempt: number, none: number): string =>
  [
    exempt === 0 ? '' : ` ${exempt} ${exempt === 1 ? 'is' : 'are'} kept back.`,
    none === 0 ? '' : ` Of ${none} there is no figure.`,
  ].join('')

const truthText = (value: number | null | undefined, { definition: { unit } }: PublicFigure): string =>
  value === null || value === undefined ? 'No figure' : written(value, unit)
