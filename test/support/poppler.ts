import { execFileSync } from 'node:child_process'
import { describe, test } from 'vitest'
import { findPoppler } from '../../scripts/machine.mjs'

/** Defines tests that read PDFs with Poppler; without it they are skipped, and with CI set they fail. */
export function withPoppler(name: string, define: () => void): void {
  if (findPoppler() !== undefined) describe(name, define)
  else if (process.env['CI']) test(name, () => fail())
  else test.skip(`${name}: ${LACKING}`)
}

const LACKING = 'Poppler is not here. On Debian: apt-get install poppler-utils'
function fail(): never {
  throw new Error(`With CI set nothing may be skipped. ${LACKING}`)
}

const run = (program: string, options: readonly string[], pdf: Uint8Array): string =>
  execFileSync(`${findPoppler()}/${program}`, [...options, '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
    stdio: ['pipe', 'pipe', 'pipe'],
  })

/** What a file says of itself: "Title", "Tagged", "Pages". */
export const pdfInfo = (pdf: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    run('pdfinfo', [], pdf)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const),
  )

/** An element of the structure, as whoever reads it aloud goes through it. Its words, if it has any, stand in `text`. */
export type Tagged = {
  readonly tag: string
  readonly text: string
  readonly scope: string | undefined
  readonly children: readonly Tagged[]
}

type Open = { tag: string; text: string; scope: string | undefined; children: Open[]; depth: number }

export function structureOf(pdf: Uint8Array): Tagged {
  const root: Open = { tag: '', text: '', scope: undefined, children: [], depth: -1 }
  const path = [root]
  for (const line of run('pdfinfo', ['-struct-text'], pdf).split('\n')) {
    const depth = line.search(/\S/)
    if (depth < 0) continue
    const content = line.slice(depth)
    if (/^[A-Z]\w*( \(\w+\))?:?$/.test(content)) {
      while ((path.at(-1)?.depth ?? -1) >= depth) path.pop()
      const one: Open = { tag: content.replace(/\W.*$/, ''), text: '', scope: undefined, children: [], depth }
      path.at(-1)?.children.push(one)
      path.push(one)
    } else note(path.at(-1) ?? root, content)
  }
  return root
}

function note(element: Open, content: string): void {
  const scope = /^\/Scope \/(\w+)/.exec(content)?.[1]
  if (scope !== undefined) element.scope = scope
  else if (content.startsWith('"')) element.text += content.slice(1, -1)
}

/** Every element with one of the tags, in the order of reading. */
export const allTagged = (element: Tagged, ...tags: readonly string[]): readonly Tagged[] => [
  ...(tags.includes(element.tag) ? [element] : []),
  ...element.children.flatMap((child) => allTagged(child, ...tags)),
]

/** All words of an element and of what is in it. */
export const spoken = ({ text, children }: Tagged): string => [text, ...children.map(spoken)].join('')

export type Word = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export type ReadPage = { readonly width: number; readonly height: number; readonly words: readonly Word[] }

/** What is seen on each page, and where. */
export function pagesOf(pdf: Uint8Array): readonly ReadPage[] {
  const pages = run('pdftotext', ['-bbox', '-enc', 'UTF-8', '-'], pdf).matchAll(
    /<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs,
  )
  return Array.from(pages, ([, width, height, inside = '']) => ({
    width: Number(width),
    height: Number(height),
    words: Array.from(
      inside.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs),
      ([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }),
    ),
  }))
}
