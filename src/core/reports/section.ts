import { periodLabel } from '../dates/period.ts'
import type { Commentary } from '../figures/month.ts'
import { settled } from '../figures/settled.ts'
import type { Part, Table } from './document.ts'
import { standingText } from './findings.ts'
import { type FrozenMonth, type FrozenSection, type FrozenSeries, saidOf } from './material.ts'
import { figuresTable } from './tables.ts'
import { againstTarget } from './words.ts'

/** The three things that are said of a section, and of a figure in it. */
const SAID = [
  { key: 'well', label: 'What is going well', of: ({ goingWell }: Commentary) => goingWell },
  { key: 'worries', label: 'What worries us', of: ({ worries }: Commentary) => worries },
  { key: 'doing', label: 'What we are doing about it', of: ({ doing }: Commentary) => doing },
] as const

/** A section: what it comes to, what is said of it, its figures, and what is said of each of them. */
export function sectionParts(month: FrozenMonth, section: FrozenSection): readonly Part[] {
  const { label, series } = section
  const table = figuresTable(month, `${label}, ${periodLabel(month.publication.period)}`, series)
  return [{ kind: 'finding', text: standingText(series) }, ...withWords(month, section, table)]
}

/** The table of a section between what is said of the section and what is said of single figures. */
export function withWords(month: FrozenMonth, section: FrozenSection, table: Table): readonly Part[] {
  const { key } = section
  const about = saidOf(month, key, null)
  return [
    ...SAID.flatMap((one): readonly Part[] => {
      const text = about === undefined ? '' : one.of(about)
      return text === ''
        ? []
        : [{ kind: 'heading', level: 2, text: one.label, id: `${key}-${one.key}` }, ...paragraphs(text)]
    }),
    { kind: 'heading', level: 2, text: 'The figures', id: `${key}-figures` },
    table,
    ...figuresSaid(month, section),
  ]
}

function figuresSaid(month: FrozenMonth, { key, series }: FrozenSection): readonly Part[] {
  const parts = series.flatMap((one) => figureSaid(month, key, one))
  return parts.length === 0
    ? []
    : [{ kind: 'heading', level: 2, text: 'What is said of single figures', id: `${key}-single` }, ...parts]
}

function figureSaid(month: FrozenMonth, section: string, series: FrozenSeries): readonly Part[] {
  const { indicator, definition } = series
  const said = saidOf(month, section, indicator)
  const words = SAID.flatMap(({ label, of }) => {
    const text = said === undefined ? '' : of(said)
    return text === '' ? [] : [{ label, text }]
  })
  if (words.length === 0) return []
  const { latest } = settled(series) ?? series
  return [
    {
      ...{ kind: 'heading', level: 3, id: `${section}-${indicator}` },
      text: `${definition.label}: ${againstTarget(latest, month.publication.period)}`,
    },
    ...words.flatMap(({ label, text }) => labelled(label, text)),
  ]
}

const labelled = (label: string, text: string): readonly Part[] => {
  const [first = '', ...rest] = lines(text)
  return [first, ...rest].map((line, at) => ({ kind: 'paragraph', text: at === 0 ? `${label}: ${line}` : line }))
}

const paragraphs = (text: string): readonly Part[] => lines(text).map((line) => ({ kind: 'paragraph', text: line }))

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
