import type { CsvTable } from '../../../app/csv.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import type { View } from '../../render.ts'
import { goodInWords, statusInWords } from './definition.ts'

export type DefinitionsView = View & {
  readonly heading: string
  readonly lead: string
  readonly query: string
  readonly groups: readonly { readonly key: string; readonly label: string; readonly rows: readonly DefinitionRow[] }[]
  readonly found: number
}

type DefinitionRow = {
  readonly label: string
  readonly href: string
  readonly variant: boolean
  readonly who: string
  readonly good: string
  readonly status: string
  readonly toConfirm: boolean
}

/** The catalogue by area, narrowed to definitions that hold every word looked for. */
export function definitionsView(catalogue: Catalogue, query: string): DefinitionsView {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = catalogue.areas
    .map((area) => ({
      key: area.key,
      label: area.label,
      rows: area.indicators.filter((one) => holds(one, words)).map(row),
    }))
    .filter(({ rows }) => rows.length > 0)
  const all = [...catalogue.indicators.values()]
  const open = all.filter(({ status }) => status === 'to be confirmed').length
  return {
    page: { title: 'Definitions', navigation: 'definitions' },
    heading: `${all.length} indicators, ${open === 0 ? 'all agreed' : `${open} still to be confirmed`}`,
    lead: 'Each is defined once. Pages, exports and the command line all read the same definition.',
    query,
    groups,
    found: groups.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}

function holds(one: Indicator, words: readonly string[]): boolean {
  const text = [one.key, one.label, one.who, one.countedIf, one.source, statusInWords(one)].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

function row(one: Indicator): DefinitionRow {
  return {
    label: one.variantLabel ?? one.label,
    href: `/definitions/${one.key}`,
    variant: one.variantOf !== undefined,
    who: one.who,
    good: goodInWords(one),
    status: statusInWords(one),
    toConfirm: one.status === 'to be confirmed',
  }
}

/** The whole catalogue as rows of cells. */
export function definitionsCsv({ areas }: Catalogue): CsvTable {
  return [
    [
      'area',
      'indicator',
      'label',
      'unit',
      'good_is',
      'covers',
      'final_after',
      'who',
      'counted_if',
      'not_known',
      'source',
      'standing',
      'to_be_confirmed',
      'variant_of',
    ],
    ...areas.flatMap((area) =>
      area.indicators.map((one) => [
        area.label,
        one.key,
        one.label,
        one.unit,
        one.goodIs,
        one.covers,
        one.ripeAfter ?? null,
        one.who,
        one.countedIf ?? null,
        one.notKnown,
        one.source,
        one.status,
        one.status === 'to be confirmed' ? one.question : null,
        one.variantOf ?? null,
      ]),
    ),
  ]
}
