import type { PublicRead } from '../../../app/disclosure/public.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { periodLabel, periodText, shortLabel } from '../../../core/dates/period.ts'
import { longText, shortText } from '../../../core/dates/plain-date.ts'
import { forReport, type PublicFigure } from '../../../core/disclosure/public-figure.ts'
import { roundHalfUp } from '../../../core/figures/rounding.ts'
import { findings, standingText } from '../../../core/reports/findings.ts'
import { type FrozenMonth, sectionsOf } from '../../../core/reports/material.ts'
import { inAHundred } from '../../charts/in-a-hundred.ts'
import { sparkline } from '../../charts/sparkline.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import { besideText, cellText, suppressionWords } from './words.ts'

type Card = { readonly share: string; readonly drawn: string; readonly label: string; readonly beside: string }

type Row = {
  readonly label: string
  readonly variant: string | undefined
  readonly cells: readonly { readonly month: string; readonly text: string; readonly quiet: boolean }[]
  readonly spark: string
  readonly beside: string
}

type SectionView = {
  readonly key: string
  readonly label: string
  readonly cards: readonly Card[]
  readonly months: readonly string[]
  readonly rows: readonly Row[]
}

/** What stands out, of one kind. */
type Findings = { readonly label: string; readonly items: readonly string[] }

export type PublicView = View & {
  readonly heading: string
  readonly month: string
  readonly lead: string
  readonly inShort: readonly Findings[]
  readonly sections: readonly SectionView[]
  readonly notes: readonly string[]
  readonly shown: string
  readonly files: readonly { readonly label: string; readonly href: string }[]
  readonly versions: readonly { readonly label: string; readonly href: string; readonly here: boolean }[]
  readonly version: string
}

/** Where a published month is. */
export const publicAddress = ({ publication }: Pick<PublicRead, 'publication'>): string =>
  `/public/${publication.dataset}/${periodText(publication.period)}`

const CARDS = 3

export function publicView(month: PublicRead, reports: PublicView['files']): PublicView {
  const { publication, dataset, authority, figures, rule, versions } = month
  const material: FrozenMonth = {
    publication,
    council: authority.council,
    figures: figures.map(forReport),
    commentary: [],
    restatements: [],
    actions: [],
    holds: 'figures alone',
  }
  const sections = sectionsOf(material)
  const here = publicAddress(month)
  const query = { version: String(publication.version) }
  return {
    page: {
      title: `${dataset.label}, ${periodLabel(publication.period)}`,
      navigation: 'none',
      council: authority.council,
    },
    heading: standingText(sections.flatMap(({ series }) => series)).replace(/\.$/, ''),
    month: `${dataset.label}, ${periodLabel(publication.period)}`,
    lead: `As known on ${longText(publication.knownOn)}. What is recorded later changes nothing here; a correction is another version.`,
    inShort: inShort(material),
    sections: sections.map(({ key, label }) => sectionView(key, label, month)),
    notes: suppressionWords(rule),
    shown: shownText(figures),
    files: [
      { label: 'Figures (CSV)', href: address(`${here}/figures.csv`, query) },
      { label: 'What the columns mean (CSVW)', href: address(`${here}/figures.csv-metadata.json`, query) },
      { label: 'Figures with definitions (JSON)', href: address(`${here}/figures.json`, query) },
      ...reports,
    ],
    version: versionText(month),
    versions: versions.map((one) => ({
      label: `Version ${one.publication.version}, published ${londonText(one.publishedAt.getTime() as Instant)}`,
      href: address(here, { version: String(one.publication.version) }),
      here: one.publication.id === publication.id,
    })),
  }
}

const FINDINGS = 5

/** What stands out of a month, in as few words as a reader in a hurry takes away; nothing is said of what there is nothing to say of. */
function inShort(month: FrozenMonth): readonly Findings[] {
  const parts = findings(month, 'in-short')
  return parts.flatMap((part, at) => {
    const next = parts[at + 1]
    if (part.kind !== 'heading' || next?.kind !== 'list') return []
    return [{ label: part.text, items: next.items.slice(0, FINDINGS) }]
  })
}

const versionText = ({ publication: { version, reason, knownOn } }: PublicRead): string =>
  version === 1
    ? ''
    : `Version ${version}, as known on ${shortText(knownOn)}${reason === null ? '' : '. It corrects the version before'}.`

function shownText(figures: readonly PublicFigure[]): string {
  const withheld = figures.filter(({ shown }) => shown.kind === 'withheld').length
  const small = figures.filter(({ shown }) => shown.kind === 'small').length
  return `Of ${figures.length} figures ${small} are given as a small number, and ${withheld} are withheld.`
}

function sectionView(key: string, label: string, { figures }: PublicRead): SectionView {
  const own = figures.filter(({ section }) => section === key)
  const indicators = [...new Set(own.map(({ indicator }) => indicator))]
  const series = indicators.map((indicator) => own.filter((one) => one.indicator === indicator))
  return {
    key,
    label,
    cards: series.flatMap((lines) => cardOf(lines.at(-1)) ?? []).slice(0, CARDS),
    months: (series[0] ?? []).map(({ period }) => shortLabel(period)),
    rows: series.flatMap((lines) => rowOf(lines) ?? []),
  }
}

function cardOf(latest: PublicFigure | undefined): Card | undefined {
  if (latest === undefined || latest.definition.unit !== 'per cent' || latest.definition.variantOf !== null)
    return undefined
  if (latest.shown.kind !== 'whole') return undefined
  const { value } = latest.shown
  return {
    share: `${roundHalfUp(value, 0)} in 100`,
    drawn: inAHundred(value),
    label: latest.definition.label,
    beside: besideText(latest),
  }
}

function rowOf(lines: readonly PublicFigure[]): Row | undefined {
  const latest = lines.at(-1)
  if (latest === undefined) return undefined
  const { definition } = latest
  return {
    label: definition.label,
    variant: definition.variantOf === null ? undefined : (definition.variantLabel ?? definition.label),
    cells: lines.map((line) => ({
      month: shortLabel(line.period),
      text: cellText(line),
      quiet: line.shown.kind !== 'whole',
    })),
    spark: sparkline({ values: lines.map(({ shown }) => (shown.kind === 'whole' ? shown.value : null)) }),
    beside: besideText(latest),
  }
}
