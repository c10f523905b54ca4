import type { Area, Dataset } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import { type Piece, type Report, reportFills, unknownReportFills } from './report.ts'

/** All faults of the reports that areas offer, each with its path: `corporate-parenting > corporate-parenting > summary`. */
export function reportsProblems(areas: readonly Area[]): readonly Problem[] {
  const datasets = new Map(areas.flatMap((area) => (area.datasets ?? []).map((one) => [one.key, one] as const)))
  const placed = areas.flatMap(({ key: area, reports = [] }) =>
    reports.map((report) => ({ path: `${area} > ${report.key}`, key: report.key, report })),
  )
  return [
    ...keyProblems(placed),
    ...placed.flatMap(({ path, report }) => {
      const { label, source } = report
      return [...emptyProblems(path, { label, source }), ...contentProblems(path, report, datasets.get(report.dataset))]
    }),
  ]
}

function contentProblems(path: string, { dataset, chapters }: Report, of: Dataset | undefined): readonly Problem[] {
  if (of === undefined) return [{ path: `${path} > dataset`, problem: `there is no dataset ${dataset}` }]
  // A table is known by its caption, and a section's is its own: none may stand twice.
  const once = new Set<string>()
  return [
    ...keyProblems(chapters.map(({ key }) => ({ path: `${path} > ${key}`, key }))),
    ...chapters.flatMap(({ key, label, pieces }) => {
      const here = `${path} > ${key}`
      const empty = pieces.length === 0 ? [{ path: here, problem: 'nothing stands in it' }] : []
      return [
        ...emptyProblems(here, { label }),
        ...empty,
        ...pieces.flatMap((piece) => [...pieceProblems(here, piece, of), ...twice(here, piece, once)]),
      ]
    }),
  ]
}

function pieceProblems(path: string, piece: Piece, { key, sections }: Dataset): readonly Problem[] {
  switch (piece.show) {
    case 'text':
      return wordsProblems(path, piece.text)
    case 'list':
      return piece.items.flatMap((item) => wordsProblems(path, item))
    case 'section':
    case 'quarter':
      return sections.some((one) => one.key === piece.section)
        ? []
        : [{ path, problem: `${key} has no section ${piece.section}` }]
    case 'figures': {
      const there = new Set(sections.flatMap(({ indicators }) => indicators.map((one) => one.key)))
      const others = piece.indicators.filter((one) => !there.has(one))
      return [
        ...emptyProblems(path, { caption: piece.caption }),
        ...others.map((one) => ({ path, problem: `${one} is not in ${key}` })),
      ]
    }
    default:
      return []
  }
}

const wordsProblems = (path: string, text: string): readonly Problem[] => [
  ...emptyProblems(path, { text }),
  ...unknownReportFills(text).map((name) => ({
    path,
    problem: `nothing is known to stand for {${name}}; there is ${Object.keys(reportFills).join(', ')}`,
  })),
]

function twice(path: string, piece: Piece, once: Set<string>): readonly Problem[] {
  if (piece.show === 'text' || piece.show === 'list') return []
  const what =
    piece.show === 'section' || piece.show === 'quarter'
      ? `the section ${piece.section}`
      : piece.show === 'figures'
        ? `a table “${piece.caption}”`
        : piece.show
  const problems = once.has(what) ? [{ path, problem: `${what} stands twice in this report` }] : []
  once.add(what)
  return problems
}
