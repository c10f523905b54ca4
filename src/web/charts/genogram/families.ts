import type { GenogramCouple, GenogramInput } from './input.ts'

type Child = { readonly person: number; readonly line: 'solid' | 'dashed' }

/**
 * What one set of lines joins: one or two parents with their children, a couple without any, or brothers and sisters whose
 * parents are not in the drawing. People are numbered as they stand in the input.
 */
export type Family = {
  readonly parents: readonly number[]
  readonly children: readonly Child[]
  readonly couple: Pick<GenogramCouple, 'line' | 'strokes'>
}

const TOGETHER: Family['couple'] = { line: 'solid', strokes: 0 }

/** The families of a drawing. What names somebody who is not in it, or joins somebody to themselves, is left out. */
export function familiesOf(input: GenogramInput): readonly Family[] {
  const numbers = new Map(input.people.map(({ key }, at) => [key, at] as const))
  const pair = (one: string, other: string): Pair | undefined => {
    const [a, b] = [numbers.get(one), numbers.get(other)]
    return a === undefined || b === undefined || a === b ? undefined : [a, b]
  }
  const families = new Families()
  for (const { between, line, strokes } of input.couples) {
    const two = pair(...between)
    if (two !== undefined) families.couple(two, { line, strokes })
  }
  for (const [child, parents] of parentsByChild(input, pair)) families.addChild(child, parents)
  families.addSiblings(input.siblings.flatMap(([one, other]) => toList(pair(one, other))))
  return families.all()
}

type Pair = readonly [number, number]
type Parent = { readonly person: number; readonly line: Child['line'] }

const toList = (two: Pair | undefined): readonly Pair[] => (two === undefined ? [] : [two])

function parentsByChild(
  { parents }: GenogramInput,
  pair: (one: string, other: string) => Pair | undefined,
): ReadonlyMap<number, readonly Parent[]> {
  const byChild = new Map<number, Parent[]>()
  for (const link of parents) {
    const two = pair(link.parent, link.child)
    if (two === undefined) continue
    const [person, child] = two
    const known = byChild.get(child) ?? []
    if (!known.some((one) => one.person === person)) known.push({ person, line: link.line })
    byChild.set(child, known)
  }
  return byChild
}

const keyOf = (people: readonly number[]): string => people.toSorted((a, b) => a - b).join(' ')

class Families {
  readonly #families = new Map<string, { parents: number[]; children: Child[]; couple: Family['couple'] }>()

  couple(two: Pair, couple: Family['couple']): void {
    this.#family(two).couple = couple
  }

  /** Gives a child to its parents, two by two: those by birth together, adoptive parents together. */
  addChild(child: number, parents: readonly Parent[]): void {
    for (const line of ['solid', 'dashed'] as const) {
      let left = parents.filter((one) => one.line === line).map(({ person }) => person)
      while (left.length > 0) {
        const [first = 0, ...others] = left
        const second = others.find((one) => this.#families.has(keyOf([first, one]))) ?? others[0]
        const family = this.#family(second === undefined ? [first] : [first, second])
        family.children.push({ person: child, line })
        left = others.filter((one) => one !== second)
      }
    }
  }

  /** Joins those of whom it is said that they are brothers and sisters, unless their parents join them already. */
  addSiblings(pairs: readonly Pair[]): void {
    const groups: Set<number>[] = []
    for (const two of pairs) {
      if (this.#haveCommonParent(two)) continue
      const touched = groups.filter((group) => two.some((one) => group.has(one)))
      for (const group of touched) groups.splice(groups.indexOf(group), 1)
      groups.push(new Set([...touched.flatMap((group) => [...group]), ...two]))
    }
    groups.forEach((group, at) => {
      const children = [...group].map((person) => ({ person, line: 'solid' as const }))
      this.#families.set(`siblings ${at}`, { parents: [], children, couple: TOGETHER })
    })
  }

  all(): readonly Family[] {
    return [...this.#families.values()]
  }

  #family(parents: readonly number[]) {
    const key = keyOf(parents)
    const family = this.#families.get(key) ?? { parents: [...parents], children: [], couple: TOGETHER }
    this.#families.set(key, family)
    return family
  }

  #haveCommonParent([one, other]: Pair): boolean {
    const parentsOf = (child: number) =>
      this.all()
        .filter(({ children }) => children.some(({ person }) => person === child))
        .flatMap(({ parents }) => parents)
    const others = new Set(parentsOf(other))
    return parentsOf(one).some((parent) => others.has(parent))
  }
}
