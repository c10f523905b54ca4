import { periodLabel } from '../dates/period.ts'
import { monthText, shortText } from '../dates/plain-date.ts'
import { type Chapter, fillReport, type Piece, type Report, type ReportFill } from '../definitions/report.ts'
import { written } from '../figures/written.ts'
import type { Part, ReportDocument } from './document.ts'
import { findings, standingText } from './findings.ts'
import { type FrozenMonth, monthsOf, sectionsOf } from './material.ts'
import { promisedParts } from './promised.ts'
import { quarterFindings, quarterLabel, quarterParts } from './quarter.ts'
import { sectionParts } from './section.ts'
import { figuresTable, glanceTable, monthsTable, rulesTable } from './tables.ts'
import { firstSentence } from './words.ts'

/**
 * A report of a frozen month. All of it is of the month and of the report's own words: the same gives the same for ever.
 * @param marking whom it is for, as it stands on every page
 */
export function reportDocument(report: Report, month: FrozenMonth, marking: string): ReportDocument {
  const { publication, council } = month
  const version = publication.version === 1 ? '' : `, version ${publication.version}`
  return {
    title: report.label,
    subtitle: `${council}, ${report.over === undefined ? periodLabel(publication.period) : quarterLabel(month)}${version}`,
    marking,
    fixedAt: publication.frozenAt,
    parts: report.chapters.flatMap((chapter) => chapterParts(chapter, month)),
  }
}

/** The figures of a frozen month alone, section by section, and what they come to. */
export function figuresDocument(month: FrozenMonth): { readonly finding: string; readonly parts: readonly Part[] } {
  const sections = sectionsOf(month)
  return {
    finding: firstSentence(standingText(sections.flatMap(({ series }) => series))).replace(/\.$/, ''),
    parts: sections.flatMap(({ key, label, series }): readonly Part[] => [
      { kind: 'heading', level: 1, text: label, id: key },
      figuresTable(month, `${label}, ${periodLabel(month.publication.period)}`, series),
    ]),
  }
}

function chapterParts({ key, label, pieces }: Chapter, month: FrozenMonth): readonly Part[] {
  const heading: Part = { kind: 'heading', level: 1, text: label, id: key }
  const parts = pieces.filter((piece) => isHeld(piece, month)).flatMap((piece) => pieceParts(key, piece, month))
  return parts.length === 0 ? [] : [heading, ...parts]
}

/** Of figures alone nothing is said that rests on what people wrote, nor that nobody wrote anything. */
function isHeld(piece: Piece, { holds }: FrozenMonth): boolean {
  const isOfWords =
    piece.show === 'promised' ||
    piece.show === 'restated' ||
    ((piece.show === 'text' || piece.show === 'list') && piece.of === 'words')
  return holds === 'figures and words' || !isOfWords
}

function pieceParts(chapter: string, piece: Piece, month: FrozenMonth): readonly Part[] {
  switch (piece.show) {
    case 'text':
      return [{ kind: 'paragraph', text: fillReport(piece.text, known(month)) }]
    case 'list':
      return [{ kind: 'list', items: piece.items.map((item) => fillReport(item, known(month))) }]
    case 'findings':
      return findings(month, chapter)
    case 'sections at a glance':
      return [glanceTable(month)]
    case 'figures': {
      const all = sectionsOf(month).flatMap(({ series }) => series)
      const shown = piece.indicators.flatMap((key) => all.find(({ indicator }) => indicator === key) ?? [])
      return shown.length === 0 ? [] : [figuresTable(month, piece.caption, shown)]
    }
    case 'section': {
      const section = sectionsOf(month).find(({ key }) => key === piece.section)
      return section === undefined ? [] : sectionParts(month, section)
    }
    case 'promised':
      return promisedParts(month)
    case 'quarter': {
      const section = sectionsOf(month).find(({ key }) => key === piece.section)
      return section === undefined ? [] : quarterParts(month, section)
    }
    case 'quarter findings':
      return quarterFindings(month, chapter)
    case 'restated':
      return restatedParts(month)
    case 'every month':
      return sectionsOf(month).map((section) => monthsTable(month, section))
    case 'every rule':
      return sectionsOf(month).map(rulesTable)
  }
}

function known(month: FrozenMonth): Readonly<Record<ReportFill, string>> {
  const { publication, council } = month
  const first = monthsOf(month)[0] ?? publication.period
  return {
    month: periodLabel(publication.period),
    quarter: quarterLabel(month),
    'first-month': monthText(first.from),
    council,
    'known-on': shortText(publication.knownOn),
  }
}

function restatedParts({ restatements }: FrozenMonth): readonly Part[] {
  if (restatements.length === 0)
    return [{ kind: 'paragraph', text: 'There is nothing to say of figures that were reported before.' }]
  return [
    {
      kind: 'list',
      items: restatements.map(({ label, unit, period, version, was, now, words }) => {
        const inUnits = (value: number | null) => (value === null ? 'no figure' : written(value, unit))
        return `${label}, ${periodLabel(period)}: reported as ${inUnits(was)}${version === 1 ? '' : ` (version ${version})`}, now ${inUnits(now)}. ${words}`
      }),
    },
  ]
}
