import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Stylesheet = { readonly css: string; readonly path: string }

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))
const cache = `${modules}.cache/line-of-sight/`

/** The one stylesheet, under an address that changes with its content. Compiling takes seconds, so the result is kept. */
export async function stylesheet(): Promise<Stylesheet> {
  const sources = [
    here('styles.scss'),
    here('line-of-sight.css'),
    `${modules}govuk-frontend/package.json`,
    `${modules}sass/package.json`,
  ]
  const hash = createHash('sha256')
  for (const file of sources) hash.update(readFileSync(file))
  const name = `${hash.digest('hex').slice(0, 16)}.css`
  const css = kept(cache + name) ?? (await compile(cache + name))
  return { css, path: `/assets/${name}` }
}

function kept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

async function compile(file: string): Promise<string> {
  const sass = await import('sass')
  const { css } = await sass.compileAsync(here('styles.scss'), {
    loadPaths: [modules.replace(/\/$/, ''), here('.')],
    style: 'compressed',
    quietDeps: true,
  })
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, css)
  } catch {
    // An installation that may not write beside its modules compiles again at each start.
  }
  return css
}
