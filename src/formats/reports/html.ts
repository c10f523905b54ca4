import type { Rag } from '../../core/figures/judge.ts'
import type { Cell, Column, Part, ReportDocument, Table } from '../../core/reports/document.ts'
import { htmlStyles } from './html-look.ts'

/**
 * A report as one page that needs nothing beside it: no server, no script, no other file. It reads on a screen, aloud, and on paper. The same document makes the same
 * bytes.
 */
export function reportHtml({ title, subtitle, marking, parts }: ReportDocument): Uint8Array {
  const sections = parts.filter((part) => part.kind === 'heading' && part.level === 1)
  const contents = sections.map((part) => `<li><a href="#${escaped(idOf(part))}">${escaped(wordsOf(part))}</a></li>`)
  const lines = [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(subtitle === '' ? title : `${title}: ${subtitle}`)}</title>`,
    `<style>${htmlStyles}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escaped(title)}</h1>`,
    ...[subtitle, marking].filter(Boolean).map((text) => `<p>${escaped(text)}</p>`),
    '</header>',
    '<main>',
    contents.length > 1 ? `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>` : '',
    contents.length > 1 ? `<ol>${contents.join('')}</ol></nav>` : '',
    ...parts.map(partHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
  return new TextEncoder().encode(lines.filter((line, at) => line !== '' || at === lines.length - 1).join('\n'))
}

const idOf = (part: Part): string => (part.kind === 'heading' ? part.id : '')
const wordsOf = (part: Part): string => (part.kind === 'heading' ? part.text : '')

function partHtml(part: Part): string {
  switch (part.kind) {
    // The title of the document is the heading of level 1.
    case 'heading':
      return `<h${part.level + 1} id="${escaped(part.id)}">${escaped(part.text)}</h${part.level + 1}>`
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`
    case 'finding':
      return `<p class="finding">${escaped(part.text)}</p>`
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(part)
  }
}

function tableHtml({ caption, columns, rows, notes }: Table): string {
  const heads = columns.map((column) => `<th scope="col"${classed(column)}>${escaped(column.header)}</th>`)
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell, at) => cellHtml(cell, columns[at], at === 0)).join('')}</tr>`,
  )
  const below = notes.map((note) => `<li>${escaped(note)}</li>`).join('')
  return [
    // What scrolls can be reached by keyboard.
    `<div class="table" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${lines.join('\n')}</tbody></table></div>`,
    ...(below === '' ? [] : [`<ul class="notes">${below}</ul>`]),
  ].join('\n')
}

function classed(column: Column | undefined, ...more: readonly string[]): string {
  const names = [column?.kind === 'number' ? 'n' : '', column?.isMain ? 'main' : '', ...more].filter(Boolean)
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`
}

function cellHtml(cell: Cell, column: Column | undefined, isHead: boolean): string {
  if (isHead) return `<th scope="row">${escaped(cell.text)}</th>`
  if (cell.kind === 'none') return `<td${classed(column, 'none')}>${escaped(cell.text)}</td>`
  if (cell.kind === 'rating') return `<td${classed(column)}>${ratingHtml(cell.rag, cell.text)}</td>`
  if (cell.kind === 'trend')
    return `<td${classed(column)}>${trendHtml(cell.values)}<span class="heard">${escaped(cell.text)}</span></td>`
  return `<td${classed(column)}>${escaped(cell.text)}</td>`
}

/** Each of a shape of its own, 16 by 16: it is told by its shape and its word before its colour. */
const marks: Readonly<Record<Rag, { readonly name: string; readonly shape: string }>> = {
  green: { name: 'green', shape: '<circle cx="8" cy="8" r="7.5"/>' },
  amber: { name: 'amber', shape: '<path d="M8 .8 15.7 15H.3z"/>' },
  red: { name: 'red', shape: '<path d="M8 .3 15.7 8 8 15.7.3 8z"/>' },
  'worse than target': {
    name: 'below',
    shape: '<path d="M8 1l7 7-7 7-7-7zM5 8h6" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  },
}

const ratingHtml = (rag: Rag, text: string): string =>
  `<span class="rating rating-${marks[rag].name}"><svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">${marks[rag].shape}</svg>${escaped(text)}</span>`

const WIDTH = 76
const HEIGHT = 20
const INSET = 4

/** A small line, its words beside it for whoever does not see it: gaps where nothing is known, a dot at the latest. */
function trendHtml(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (at: number) =>
    round(values.length < 2 ? WIDTH / 2 : INSET + (at / (values.length - 1)) * (WIDTH - 2 * INSET))
  const y = (value: number) =>
    round(low === high ? HEIGHT / 2 : HEIGHT - INSET - ((value - low) / (high - low)) * (HEIGHT - 2 * INSET))
  const points = values.map((value, at) => (value === null ? null : `${x(at)} ${y(value)}`))
  const path = points.reduce<string>((drawn, point, at) => {
    if (point === null) return drawn
    return `${drawn}${points[at - 1] == null ? 'M' : 'L'}${point}`
  }, '')
  const dots = values.flatMap((value, at) => {
    const isAlone = points[at - 1] == null && points[at + 1] == null
    if (value === null || !(isAlone || at === values.length - 1)) return []
    return [`<circle cx="${x(at)}" cy="${y(value)}" r="2.5" fill="#123f4d"/>`]
  })
  return `<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path d="${path}" fill="none" stroke="#123f4d" stroke-width="1.5"/>${dots.join('')}</svg>`
}

const round = (value: number): number => Math.round(value * 10) / 10

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Nothing that somebody typed is markup, and no letter is one that HTML may not hold. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
    .replace(/[^\P{Cc}\t\n]/gu, ' ')
