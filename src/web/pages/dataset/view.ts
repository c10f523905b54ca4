import type { DatasetFigures, Series } from '../../../app/figures.ts'
import { type Period, periodLabel, periodText, shortLabel } from '../../../core/dates/period.ts'
import type { Section } from '../../../core/definitions/area.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import { type FilterView, filterView, type Wanted, wants } from './filter.ts'
import { type Attention, attention, type Glance, glance } from './finding.ts'
import { type Note, type Notes, notesOf } from './notes.ts'
import { type RowView, rowView } from './row.ts'

type SectionView = {
  readonly key: string
  readonly label: string
  readonly summary: string
  readonly caption: string
  readonly rows: readonly RowView[]
  readonly notes: readonly (Note & { readonly quietWhenNarrow: boolean })[]
  readonly nothing: string | undefined
}

export type DatasetView = View & {
  /** Who owes figures; left out where nobody else sends any. */
  readonly agencies?: { readonly text: string; readonly href: string } | undefined
  readonly heading: string
  readonly lead: string
  readonly csv: string
  readonly glance: Glance
  readonly attention: Attention
  readonly filter: FilterView
  /** On paper, where the filter is not seen: what it left. */
  readonly narrowed: string | undefined
  /** Said after each section's heading on paper, where pages come apart. */
  readonly about: string
  readonly months: readonly string[]
  readonly since: string
  readonly sections: readonly SectionView[]
  readonly showAll: { readonly href: string; readonly label: string } | undefined
  readonly rows: number
}

/** The board's table as a page: its finding, where to look first, and every section's rows over the periods. */
export function datasetView(found: DatasetFigures, periods: readonly Period[], wanted: Wanted): DatasetView {
  const { dataset, authority, period } = found
  const everySeries = found.sections.flatMap(({ series }) => series)
  const shown = everySeries[0]?.lines.map((line) => line.period) ?? [period]
  const notes = notesOf(everySeries)
  const query = { authority: authority.key, period: periodText(period) }
  const sections = found.sections
    .filter(({ section }) => wanted.section === undefined || section.key === wanted.section)
    .map(({ section, series }) => sectionView(section, series, { wanted, notes, query, shown }))
  const summary = glance(found.sections)
  const filter = filterView(found, periods, wanted)
  return {
    page: { title: `${dataset.label}, ${periodLabel(period)}`, navigation: 'figures', council: authority.council },
    heading: summary.finding,
    lead: `${dataset.label}, ${periodLabel(period)}, for ${dataset.audience}. ${countText(everySeries.length, wanted)} ${whence(everySeries)}`,
    csv: address(`/datasets/${dataset.key}.csv`, { ...query, outcome: wanted.outcome?.key }),
    glance: summary,
    attention: attention(everySeries, query),
    filter,
    narrowed: wanted.chosen ? narrowedText(filter) : undefined,
    about: `${authority.name}, ${periodLabel(period)}`,
    months: shown.map(shortLabel),
    since: `Since ${shown.at(-2) === undefined ? 'before' : shortLabel(shown.at(-2) ?? period)}`,
    sections,
    showAll: wanted.chosen
      ? undefined
      : {
          href: address(`/datasets/${dataset.key}`, {
            ...query,
            outcome: wanted.outcome?.key,
            filter: 'yes',
            show: ['green', 'amber', 'red', 'below', 'none'],
            variants: 'yes',
          }),
          label: `Show all ${everySeries.length} indicators`,
        },
    rows: sections.reduce((sum, section) => sum + section.rows.length, 0),
  }
}

const countText = (count: number, { outcome }: Wanted): string =>
  outcome === undefined
    ? `${count} indicators.`
    : `Only the ${count} indicators tied to “${outcome.label}”: ${outcome.says}`

/** Whether the children behind the figures can be looked up. */
function whence(series: readonly Series[]): string {
  // Of all the months that are shown: what is sent is often of an earlier one.
  const figures = series.filter(({ lines }) => lines.some(({ value }) => value !== null))
  const counted = figures.filter(({ lines }) =>
    lines.some(({ value, source }) => value !== null && source === 'calculated'),
  ).length
  if (counted === 0) return 'As published; the children behind published figures are not held here.'
  if (counted === figures.length) return 'All counted from the record: each figure opens to its children.'
  return `${counted} of them are counted from the record, and open to their children; the others are as ${series.some(({ indicator }) => indicator.sent !== undefined) ? 'they were sent' : 'published'}.`
}

function narrowedText({ sections, kinds, variants, outcomes }: FilterView): string {
  const section = sections.find(({ selected }) => selected)
  const shown = kinds.filter(({ checked }) => checked).map(({ label }) => label.toLowerCase())
  const rows = shown.length === 0 ? 'nothing' : listed(shown)
  const outcome = outcomes.find(({ selected, value }) => selected && value !== '')
  const tied = outcome === undefined ? '' : `what is tied to “${outcome.label}”; `
  return `Not all is shown. Chosen: ${tied}${section?.label.toLowerCase() ?? 'all sections'}; ${rows}; ${variants ? 'with' : 'without'} rows excluding unaccompanied children.`
}

type Around = {
  readonly wanted: Wanted
  readonly notes: Notes
  readonly query: { readonly authority: string; readonly period: string }
  readonly shown: readonly Period[]
}

function sectionView(
  section: Section,
  series: readonly Series[],
  { wanted, notes, query, shown }: Around,
): SectionView {
  const rows = series
    .filter((one) => wants(wanted, one))
    .map((one) => rowView(one, { notes, query, quietWhenNarrow: !wanted.chosen }))
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    key: section.key,
    label: section.label,
    summary: glance([{ section, series }]).words,
    caption: first && last ? `${section.label}, ${periodLabel(first)} to ${periodLabel(last)}` : section.label,
    rows,
    notes: notes.of(rows.flatMap((row) => row.notes)).map((note) => ({
      ...note,
      quietWhenNarrow: rows.every((row) => row.quietWhenNarrow || !row.notes.includes(note.number)),
    })),
    nothing: rows.length === 0 ? 'Nothing in this section matches what is chosen above.' : undefined,
  }
}
