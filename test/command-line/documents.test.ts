import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { checkout } from './los.ts'

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'data/README.md', 'test/fixtures/README.md'],
  ...readdirSync(join(checkout, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name) => ({ name, text: readFileSync(join(checkout, name), 'utf8') }))

const never = () => {
  throw new Error('Asked only how it is written')
}

/** What `los … --help` says, which looks at the options first. */
async function help(argv: readonly string[]) {
  const said: string[] = []
  const around = () => ({
    ...{ openApp: never, serve: never, calendar: never, postcodes: never, authorities: never, print: never },
    remark: (text: string) => said.push(text),
    terminal: false,
  })
  const code = await run([...argv, '--help'], around, (text) => said.push(text))
  return { code, said: said.join('\n') }
}

const blocksOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(/^```\w*\n(.*?)^```/gms), ([, block = '']) => block)
const spansOf = (text: string): readonly string[] =>
  Array.from(text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g), ([, span = '']) => span)

const isCommand = (line: string): boolean => /^(bin\/)?los [a-z]/.test(line)
/** The words of a command as a shell takes them, without what is remarked beside it. */
const wordsOf = (line: string): readonly string[] =>
  Array.from(line.replace(/\s#.*$/, '').matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '').slice(
    1,
  )

const commonOptions = ['--data', '--as', '--help', '--format']

describe.each(documents)('$name', ({ name, text }) => {
  test('names commands that there are, with options that they take', async () => {
    const wrong: string[] = []
    for (const line of blocksOf(text)
      .flatMap((block) => block.split('\n'))
      .filter(isCommand)) {
      const { code, said } = await help(wordsOf(line))
      if (code !== 0) wrong.push(`${line}: ${said}`)
    }
    // In a sentence a command may stand without all that it needs.
    for (const span of spansOf(text).filter(isCommand)) {
      const [command = '', ...rest] = wordsOf(span)
      const { code, said } = await help([command])
      const options = rest.filter((word) => word.startsWith('--') && !commonOptions.includes(word))
      const none = options.filter((option) => !said.includes(option))
      if (command !== 'help' && code !== 0) wrong.push(`${span}: ${said}`)
      else if (none.length > 0) wrong.push(`${span}: takes no ${none.join(', ')}`)
    }
    expect(wrong).toEqual([])
  })

  test('links to what is there, and names files that are', () => {
    const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, to = '']) => to).filter(
      (to) => !/^[a-z]+:/.test(to),
    )
    const linked = links.filter((to) => !isThere(join(dirname(name), to.split('#')[0] ?? ''), to.split('#')[1], name))
    const named = spansOf(text)
      .filter((span) => /^(src|docs|data|test|db|scripts|bin)\/[\w./-]*$/.test(span))
      .filter((span) => !existsSync(join(checkout, span)))
    expect({ linked, named }).toEqual({ linked: [], named: [] })
  })
})

/** A file of the checkout, and a heading in it where one is named. */
function isThere(path: string, heading: string | undefined, from: string): boolean {
  const file = join(checkout, path === dirname(from) ? from : path)
  if (!existsSync(file)) return false
  if (heading === undefined) return true
  const slugs = Array.from(readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm), ([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
  return slugs.includes(heading)
}
