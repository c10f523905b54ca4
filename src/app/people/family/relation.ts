import {
  generationsBelow,
  relationWord,
  type SexCode,
  type Step,
  stepOf,
} from '../../../areas/people/relation-words.ts'
import type { RelationshipKindCode } from '../../../areas/people/relationship-kinds.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Path, Tie } from './ties.ts'

/** What somebody is, as read from the side of the person whose page it is. */
export type Relation = {
  /** “Mother”, “Mother’s mother”, “Isla’s father”. */
  readonly words: string
  /** The same within a sentence: “mother’s mother”, “Isla’s father”. */
  readonly within: string
  /** Null where it is not known, or would tell a birth that may not be known. */
  readonly since: PlainDate | null
  readonly until: PlainDate | null
  readonly ended: boolean
  readonly inTheirWords: string | null
  /** Generations below; undefined for those who are no family. */
  readonly generation: number | undefined
  /** How near: the lowest stands first. */
  readonly rank: number
}

/** What the words depend on. */
export type Knowing = {
  /** Null where it may not be known. */
  readonly sexOf: (subject: SubjectId) => SexCode
  readonly firstNameOf: (subject: SubjectId) => string | null
  readonly parentsOf: (subject: SubjectId) => readonly SubjectId[]
}

/** What somebody is by each of the ways to them: as it was recorded where it was, else as the shortest ways say; the nearest first. */
export function relationsOf(paths: readonly Path[], knowing: Knowing): readonly Relation[] {
  const shortest = Math.min(...paths.map((path) => path.length))
  const relations = paths.filter((path) => path.length === shortest).map((path) => relationOf(path, knowing))
  const distinct = new Map(relations.map((one) => [`${one.words} ${one.since} ${one.ended}`, one] as const))
  return [...distinct.values()].toSorted((a, b) => a.rank - b.rank)
}

function relationOf(path: Path, knowing: Knowing): Relation {
  const last = path.at(-1)
  const starts = path.map(({ since }) => since)
  const ends = path.flatMap(({ until }) => until ?? [])
  const below = path.map(({ kind }) => generationsBelow(kind))
  const ended = path.some((tie) => tie.ended)
  const within = wordsOf(path, knowing)
  return {
    words: within.charAt(0).toUpperCase() + within.slice(1),
    within,
    // An aunt is one from the birth of whichever came last on the way to her.
    since: starts.includes(null) ? null : (Math.max(...starts.map(Number)) as PlainDate),
    until: ends.length === 0 ? null : (Math.min(...ends) as PlainDate),
    ended,
    inTheirWords: path.length === 1 ? (last?.inTheirWords ?? null) : null,
    generation: below.includes(undefined) ? undefined : below.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    rank: rankOf(path) + (ended ? ENDED : 0),
  }
}

function wordsOf(path: Path, knowing: Knowing): string {
  const parts = withSiblings(path, knowing)
  const words = parts.map(({ tie, word }, index) => {
    const said = word.charAt(0).toLowerCase() + word.slice(1)
    if (index === parts.length - 1) return said
    const name = knowing.firstNameOf(tie.to)
    // There may be several brothers, and only one mother.
    return `${stepOf(tie.kind) === 'parent' || name === null ? said : name}’s`
  })
  return words.join(' ')
}

type Part = { readonly tie: Tie; readonly word: string }

/** The steps of a path as words; a parent's other child is one step, to a brother or sister. */
function withSiblings(path: Path, knowing: Knowing): readonly Part[] {
  const parts: Part[] = []
  for (const [index, tie] of path.entries()) {
    const before = path[index - 1]
    if (before !== undefined && stepOf(before.kind) === 'parent' && stepOf(tie.kind) === 'child')
      parts[parts.length - 1] = { tie, word: siblingWord(before.from, tie.to, knowing) }
    else parts.push({ tie, word: relationWord(tie.kind, knowing.sexOf(tie.to)) })
  }
  return parts
}

/** By the parents of both, as far as they are known. */
function siblingWord(one: SubjectId, other: SubjectId, { sexOf, parentsOf }: Knowing): string {
  const [own, theirs] = [parentsOf(one), parentsOf(other)]
  const common = own.filter((parent) => theirs.includes(parent))
  if (common.length > 1) return relationWord('sibling', sexOf(other))
  if (own.length > 1 && theirs.length > 1) return relationWord('half-sibling', sexOf(other))
  const [parent] = common
  const word = relationWord('sibling', sexOf(other))
  const through = parent === undefined ? 'Parent' : relationWord('birth-parent', sexOf(parent))
  return `${word} (same ${through.toLowerCase()})`
}

const ENDED = 20
const ranks: Readonly<Record<string, number>> = {
  parent: 0,
  partner: 2,
  child: 2,
  sibling: 3,
  'parent child': 3,
  'step-parent': 5,
  'parent partner': 5,
  'parent parent': 6,
}
const named: Partial<Record<RelationshipKindCode, number>> = {
  guardian: 1,
  carer: 1,
  'step-sibling': 4,
  'foster-sibling': 4,
  grandparent: 6,
  friend: 9,
  'other-connection': 9,
}
const OTHERS = 7

function rankOf(path: Path): number {
  const steps: readonly Step[] = path.map(({ kind }) => stepOf(kind))
  const [first] = path
  const own = path.length === 1 && first !== undefined ? named[first.kind] : undefined
  return own ?? ranks[steps.join(' ')] ?? OTHERS
}
