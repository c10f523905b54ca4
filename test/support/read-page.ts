/** An element of a page, read back as a browser would see it. */
export type PageElement = {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (PageElement | string)[]
}

type Open = { tag: string; attributes: Map<string, string>; children: (PageElement | string)[] }

const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' }

/**
 * Reads a page strictly: every element closed in order, every `&` and `<` of a text escaped. Throws on anything else, so
 * that a text which slips through unescaped, or a template that forgets an end, fails whichever test looks at the page.
 */
export function readPage(html: string): PageElement {
  const root: Open = { tag: '', attributes: new Map(), children: [] }
  const stack: Open[] = [root]
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    const end = start < 0 ? html.length : start
    if (end > at) stack.at(-1)?.children.push(unescaped(html.slice(at, end)))
    if (start < 0) break
    const tag = /<(?:"[^"]*"|[^">])*>/y
    tag.lastIndex = start
    const whole = tag.exec(html)?.[0] ?? fail(`A bare < in: ${html.slice(start, start + 80)}`)
    readTag(whole.slice(1, -1), stack)
    at = start + whole.length
  }
  if (stack.length !== 1) throw new Error(`Never closed: ${stack.map(({ tag }) => tag).join(' > ')}`)
  return root
}

function readTag(inside: string, stack: Open[]): void {
  if (inside.startsWith('!')) return
  if (inside.startsWith('/')) {
    const closed = stack.pop()
    if (closed?.tag !== inside.slice(1)) throw new Error(`<${closed?.tag}> is closed by </${inside.slice(1)}>`)
    return
  }
  const selfClosed = inside.endsWith('/')
  const [, tag = '', attributes = ''] =
    /^([a-zA-Z][\w-]*)(.*)$/s.exec(selfClosed ? inside.slice(0, -1) : inside) ??
    fail(`No element: <${inside.slice(0, 80)}>`)
  const element: Open = { tag, attributes: readAttributes(attributes), children: [] }
  stack.at(-1)?.children.push(element)
  if (!selfClosed && !empty.has(tag)) stack.push(element)
}

function readAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>()
  let rest = source.trim()
  while (rest !== '') {
    const [whole = '', name = '', value = ''] =
      /^([^\s="'<>/]+)(?:="([^"]*)")?\s*/.exec(rest) ?? fail(`No attributes: ${source}`)
    if (found.has(name)) throw new Error(`${name} stands twice in: ${source}`)
    found.set(name, unescaped(value))
    rest = rest.slice(whole.length)
  }
  return found
}

function unescaped(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, entity: string) => {
    const character = entity.endsWith(';') ? entities[entity.slice(0, -1)] : undefined
    return character ?? fail(`A bare & in: ${whole}`)
  })
}

function fail(message: string): never {
  throw new Error(message)
}

/** Every element of a tag within another, in order; with a class, only those that have it. */
export function all(within: PageElement, tag: string, className?: string): readonly PageElement[] {
  return everything(within).filter(
    (one) => (tag === '*' || one.tag === tag) && (className === undefined || hasClass(one, className)),
  )
}

function everything(within: PageElement): readonly PageElement[] {
  const found: PageElement[] = []
  const waiting = [within]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next !== within) found.push(next)
    for (const child of next.children.toReversed()) if (typeof child !== 'string') waiting.push(child)
  }
  return found
}

/** The only element of a tag (and class) within another. */
export function only(within: PageElement, tag: string, className?: string): PageElement {
  const [one, ...others] = all(within, tag, className)
  if (one === undefined || others.length > 0)
    throw new Error(`${others.length + (one ? 1 : 0)} × <${tag}> ${className ?? ''}, not one`)
  return one
}

export function byId(within: PageElement, id: string): PageElement {
  const found = all(within, '*').find((one) => one.attributes.get('id') === id)
  return found ?? fail(`Nothing has the id ${id}`)
}

export const attribute = (element: PageElement, name: string): string => element.attributes.get(name) ?? ''

export const hasClass = (element: PageElement, name: string): boolean =>
  attribute(element, 'class').split(/\s+/).includes(name)

/** The text that is read out: all of it, white space as one space. */
export function text(element: PageElement): string {
  return rawText(element).replace(/\s+/g, ' ').trim()
}

const rawText = ({ children }: PageElement): string =>
  children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')

/** A table's body as texts: the row's heading first, then its cells. */
export const bodyRows = (table: PageElement): readonly (readonly string[])[] =>
  all(table, 'tbody')
    .flatMap((body) => all(body, 'tr'))
    .map((row) => row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [text(cell)])))

export const columnHeads = (table: PageElement): readonly string[] => all(only(table, 'thead'), 'th').map(text)
