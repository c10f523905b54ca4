import { describe, expect, test } from 'vitest'
import { demonstrationOn } from '../../test/support/app.ts'
import { emptyMadeUpOn, madeUpOn } from '../../test/support/made-up.ts'
import { all, attribute, only, type PageElement, readPage, text } from '../../test/support/read-page.ts'
import { type Site, site } from '../../test/support/site.ts'

type Found = { readonly address: string; readonly page: PageElement; readonly elements: readonly PageElement[] }
type Crawl = { readonly pages: readonly Found[]; readonly broken: readonly string[] }

/** Follows every link from the home page, each address once. */
async function crawl(get: Site['get']): Promise<Crawl> {
  const pages: Found[] = []
  const broken: string[] = []
  const seen = new Set<string>()
  const waiting = [{ to: '/', from: 'a browser' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { to, from } = next
    if (seen.has(to)) continue
    seen.add(to)
    const { status, headers, body } = await get(to)
    if (status >= 300 && status < 400) waiting.push({ to: String(headers['location']), from: to })
    else if (status !== 200) broken.push(`${to}, linked from ${from}, answers ${status}`)
    if (!String(headers['content-type']).startsWith('text/html')) continue
    const page = readPage(body)
    const found = { address: to, page, elements: all(page, '*') }
    pages.push(found)
    for (const { path } of linksOf(found)) if (path !== '') waiting.push({ to: path, from: to })
  }
  return { pages, broken }
}

const linksOf = ({ elements }: Found): readonly { path: string; id: string | undefined }[] =>
  elements
    .filter(({ tag }) => tag === 'a' || tag === 'link')
    .map((link) => {
      const [path = '', id] = attribute(link, 'href').split('#')
      return { path, id }
    })

const idsOf = ({ elements }: Found): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes.get('id') ?? [])

describe.each([
  { name: 'the demonstration', fill: demonstrationOn, least: 159 },
  { name: 'the made-up figures', fill: madeUpOn, least: 25 },
  {
    name: 'an empty store',
    fill: async (store: Parameters<typeof emptyMadeUpOn>[0]) => emptyMadeUpOn(store),
    least: 15,
  },
])('every page over $name', ({ fill, least }) => {
  const at = site(fill)
  let crawled: Promise<Crawl> | undefined
  const everything = () => {
    crawled ??= crawl(at().get)
    return crawled
  }
  /** What a look at each page finds wrong, with the page's address before it. */
  const faults = async (look: (found: Found) => readonly string[]): Promise<readonly string[]> =>
    (await everything()).pages.flatMap((found) => look(found).map((fault) => `${found.address}: ${fault}`))

  test('is there, whichever link leads to it', async () => {
    const { pages, broken } = await everything()
    expect(broken).toEqual([])
    expect(pages.length).toBeGreaterThanOrEqual(least)
  })

  test('has the place that a link to it names', async () => {
    const { pages } = await everything()
    const places = new Map(pages.map((found) => [found.address, new Set(idsOf(found))]))
    const wrong = await faults((found) =>
      linksOf(found).flatMap(({ path, id }) =>
        id === undefined || places.get(path || found.address)?.has(id) ? [] : [`${path}#${id}`],
      ),
    )
    expect(wrong).toEqual([])
  })

  test('has one heading of the first level, a title of its own, and no id twice', async () => {
    const wrong = await faults((found) => {
      const title = text(only(only(found.page, 'head'), 'title'))
      const ids = idsOf(found)
      return [
        ...(text(only(found.page, 'h1')) === '' ? ['no heading'] : []),
        ...(/^\S.* – Line of Sight$/.test(title) ? [] : [`title ${title}`]),
        ...ids.filter((id, index) => ids.indexOf(id) < index),
      ]
    })
    expect(wrong).toEqual([])
    const titles = (await everything()).pages
      .filter(({ address }) => !address.includes('?'))
      .map(({ page }) => text(only(only(page, 'head'), 'title')))
    expect(titles.length).toBe(new Set(titles).size)
  })

  test('skips no level of heading', async () => {
    const wrong = await faults(({ elements }) => {
      const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []))
      return levels.flatMap((level, index) => (level > (levels[index - 1] ?? 0) + 1 ? [`a level ${level}`] : []))
    })
    expect(wrong).toEqual([])
  })

  test('holds no script, no inline style and nothing from elsewhere', async () => {
    const wrong = await faults(({ elements }) =>
      elements.flatMap(({ tag, attributes }) => [
        ...(['script', 'style', 'iframe', 'object', 'base'].includes(tag) ? [tag] : []),
        ...[...attributes]
          .filter(
            ([name, value]) =>
              /^(style|on.*)$/.test(name) || (['href', 'src', 'action'].includes(name) && !/^([/#]|$)/.test(value)),
          )
          .map(([name, value]) => `<${tag} ${name}="${value}">`),
      ]),
    )
    expect(wrong).toEqual([])
  })

  test('shows no undefined, NaN or [object Object]', async () => {
    expect(await faults(({ page }) => text(page).match(/\bundefined\b|\bNaN\b|\[object|\bnull\b/g) ?? [])).toEqual([])
  })
})
