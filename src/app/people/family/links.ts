import { stepOf } from '../../../areas/people/relation-words.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Tie } from './ties.ts'

/** Who is whose parent. `birth` is false for adoptive, legal and step-parents. */
type ParentLink = {
  readonly parent: SubjectId
  readonly child: SubjectId
  readonly birth: boolean
  readonly ended: boolean
}

/** Two who are or were a couple. */
type CoupleLink = {
  readonly between: readonly [SubjectId, SubjectId]
  readonly married: boolean
  readonly state: 'together' | 'separated' | 'parted'
}

export type Links = {
  readonly parents: readonly ParentLink[]
  readonly couples: readonly CoupleLink[]
  /** Of whom it is said that they are brothers and sisters, in whole or by half. */
  readonly siblings: readonly (readonly [SubjectId, SubjectId])[]
}

/** Who is joined to whom, each pair once, from ties that may stand on the record of either or of both. */
export function linksIn(ties: readonly Tie[]): Links {
  const parents = parentsIn(ties)
  const couples = couplesIn(ties)
  const siblings = oncePerPair(ties.filter(({ kind }) => stepOf(kind) === 'sibling')).map(({ from, to }) =>
    pair(from, to),
  )
  return { parents: [...parents, ...stepParentsIn(ties, parents, couples)], couples, siblings }
}

const pair = (one: SubjectId, other: SubjectId): readonly [SubjectId, SubjectId] =>
  one < other ? [one, other] : [other, one]
const keyOf = (one: SubjectId, other: SubjectId): string => pair(one, other).join(' ')

/** Of several ties between two, one that holds before one that has ended, and a later before an earlier one. */
function oncePerPair(ties: readonly Tie[]): readonly Tie[] {
  const ordered = ties.toSorted(
    (a, b) => Number(b.ended) - Number(a.ended) || (a.since ?? 0) - (b.since ?? 0) || a.from - b.from,
  )
  return [...new Map(ordered.map((tie) => [keyOf(tie.from, tie.to), tie] as const)).values()]
}

function parentsIn(ties: readonly Tie[]): readonly ParentLink[] {
  const up = ties.flatMap((tie): readonly Tie[] => {
    const step = stepOf(tie.kind)
    if (step === 'parent') return [tie]
    return step === 'child' ? [{ ...tie, from: tie.to, to: tie.from }] : []
  })
  const links = new Map<string, ParentLink>()
  for (const { from: child, to: parent, kind, ended } of up) {
    const key = `${parent} ${child}`
    const known = links.get(key)
    const birth = kind === 'birth-parent' || kind === 'birth-child'
    links.set(key, {
      parent,
      child,
      birth: birth || known?.birth === true,
      ended: ended && known?.ended !== false,
    })
  }
  return [...links.values()]
}

const married: ReadonlySet<string> = new Set(['spouse', 'separated-spouse', 'former-spouse'])

function couplesIn(ties: readonly Tie[]): readonly CoupleLink[] {
  return oncePerPair(ties.filter(({ kind }) => stepOf(kind) === 'partner')).map(({ from, to, kind }) => ({
    between: pair(from, to),
    married: married.has(kind),
    state: kind === 'separated-spouse' ? 'separated' : kind.startsWith('former-') ? 'parted' : 'together',
  }))
}

/** A step-parent hangs together with the child through the parent; only where that is not said, by a line of their own. */
function stepParentsIn(
  ties: readonly Tie[],
  parents: readonly ParentLink[],
  couples: readonly CoupleLink[],
): readonly ParentLink[] {
  const coupled = new Set(couples.map(({ between }) => keyOf(...between)))
  const steps = ties.flatMap(({ from, to, kind, ended }) => {
    if (kind === 'step-parent') return [{ parent: to, child: from, birth: false, ended }]
    return kind === 'step-child' ? [{ parent: from, child: to, birth: false, ended }] : []
  })
  const alone = steps.filter(
    ({ parent, child }) => !parents.some((link) => link.child === child && coupled.has(keyOf(link.parent, parent))),
  )
  return [...new Map(alone.map((link) => [`${link.parent} ${link.child}`, link] as const)).values()]
}
