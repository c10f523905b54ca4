/** An element of a drawing, read back for tests. */
export type Read = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Read[]
  readonly text: string
}

type Open = { name: string; attributes: Map<string, string>; children: Read[]; text: string }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescaped(text: string): string {
  if (text.includes('<')) throw new Error(`A bare < in: ${text}`)
  const [first = '', ...rest] = text.split('&')
  return rest.reduce((read, part) => {
    const end = part.indexOf(';')
    const character = entities[part.slice(0, Math.max(0, end))]
    if (character === undefined) throw new Error(`A bare & in: ${text}`)
    return read + character + part.slice(end + 1)
  }, first)
}

function readAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>()
  let rest = source
  while (rest !== '') {
    const equals = rest.indexOf('="')
    const end = rest.indexOf('"', equals + 2)
    if (!rest.startsWith(' ') || equals < 2 || end < 0) throw new Error(`Not attributes: ${source}`)
    const name = rest.slice(1, equals)
    if (found.has(name)) throw new Error(`${name} twice in: ${source}`)
    found.set(name, unescaped(rest.slice(equals + 2, end)))
    rest = rest.slice(end + 1)
  }
  return found
}

/** Reads the plain XML that our drawings are: elements, double-quoted attributes and text. Throws on anything else. */
export function readSvg(source: string): Read {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [root]
  let at = 0
  while (at < source.length) {
    const current = stack.at(-1)
    if (current === undefined) throw new Error('Closed more than was opened')
    const start = source.indexOf('<', at)
    if (start < 0) throw new Error(`Text after the end: ${source.slice(at)}`)
    current.text += unescaped(source.slice(at, start))
    const end = source.indexOf('>', start)
    if (end < 0) throw new Error('A tag without its end')
    readTag(source.slice(start + 1, end), stack, current)
    at = end + 1
  }
  const [only, ...others] = root.children
  if (only === undefined || others.length > 0 || stack.length !== 1 || root.text !== '')
    throw new Error('Not one element')
  return only
}

function readTag(tag: string, stack: Open[], current: Open): void {
  if (tag.startsWith('/')) {
    if (current.name !== tag.slice(1)) throw new Error(`${current.name} closed as ${tag}`)
    stack.pop()
    return
  }
  const isEmpty = tag.endsWith('/')
  const inside = isEmpty ? tag.slice(0, -1) : tag
  const nameEnd = inside.includes(' ') ? inside.indexOf(' ') : inside.length
  const element: Open = {
    name: inside.slice(0, nameEnd),
    attributes: readAttributes(inside.slice(nameEnd)),
    children: [],
    text: '',
  }
  current.children.push(element)
  if (!isEmpty) stack.push(element)
}

/** An element and everything in it. */
export const everything = (element: Read): readonly Read[] => [element, ...element.children.flatMap(everything)]

export const attribute = (element: Read, name: string): string => element.attributes.get(name) ?? ''

export const withClass = (element: Read, className: string): readonly Read[] =>
  everything(element).filter((each) => attribute(each, 'class').split(' ').includes(className))

type Extent = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const extentOf = (spots: readonly Spot[]): Extent => ({
  left: Math.min(...spots.map(({ x }) => x)),
  right: Math.max(...spots.map(({ x }) => x)),
  top: Math.min(...spots.map(({ y }) => y)),
  bottom: Math.max(...spots.map(({ y }) => y)),
})

type Spot = { readonly x: number; readonly y: number }

function operandsOf(source: string): readonly number[] {
  const numbers = [...source.matchAll(/-?[\d.]+/g)].map(Number)
  const rest = source.replace(/-?[\d.]+/g, '').replace(/[ ,]/g, '')
  if (rest !== '' || numbers.some(Number.isNaN)) throw new Error(`Not numbers: ${source}`)
  return numbers
}

function moved(command: string, from: Spot, [first = Number.NaN, second = Number.NaN]: readonly number[]): Spot {
  switch (command) {
    case 'H':
      return { x: first, y: from.y }
    case 'V':
      return { x: from.x, y: first }
    case 'l':
      return { x: from.x + first, y: from.y + second }
    default:
      return { x: first, y: second }
  }
}

function pathExtent(d: string): Extent {
  const spots: Spot[] = []
  let at: Spot = { x: 0, y: 0 }
  for (const [, command = '', source = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = operandsOf(source)
    const steps = command === 'H' || command === 'V' ? numbers.map((each) => [each]) : inPairs(numbers)
    for (const step of steps) {
      at = moved(command, at, step)
      spots.push(at)
    }
  }
  return extentOf(spots)
}

const inPairs = (numbers: readonly number[]): readonly (readonly number[])[] =>
  numbers.flatMap((each, index) => (index % 2 === 0 ? [[each, numbers[index + 1] ?? Number.NaN]] : []))

/** The space that a path, rectangle or circle takes up; not a number where any part of it is not one. */
export function extentOfMark(element: Read): Extent | undefined {
  const number = (name: string) => Number(attribute(element, name) || Number.NaN)
  switch (element.name) {
    case 'path':
      return pathExtent(attribute(element, 'd'))
    case 'rect':
      return extentOf([
        { x: number('x'), y: number('y') },
        { x: number('x') + number('width'), y: number('y') + number('height') },
      ])
    case 'circle':
      return extentOf([number('r'), -number('r')].map((r) => ({ x: number('cx') + r, y: number('cy') + r })))
    default:
      return undefined
  }
}
