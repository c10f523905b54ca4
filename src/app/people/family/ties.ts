import { generationsBelow, type Step, stepOf } from '../../../areas/people/relation-words.ts'
import { inverseOf, RelationshipKind, type RelationshipKindCode } from '../../../areas/people/relationship-kinds.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordAsAt } from '../../../core/record/chronology.ts'
import { dateIn, inRole, textIn } from './said.ts'

/** That somebody is this to somebody, as seen from the latter: `to` is the `kind` of `from`. */
export type Tie = {
  readonly from: SubjectId
  readonly to: SubjectId
  readonly kind: RelationshipKindCode
  readonly since: PlainDate | null
  readonly until: PlainDate | null
  readonly ended: boolean
  /** What they call each other. */
  readonly inTheirWords: string | null
}

/** The tie that a relationship records; none where it is with themselves, or its kind is not one of ours. */
export function tieIn(record: RecordAsAt): Tie | undefined {
  const [from, to] = [inRole(record, 'person'), inRole(record, 'relative')]
  const kind = textIn(record, 'kind')
  if (from === undefined || to === undefined || from === to || kind === null || !isKind(kind)) return undefined
  const until = dateIn(record, 'endedOn')
  return {
    from,
    to,
    kind: until === null ? kind : (whenEnded[kind] ?? kind),
    since: dateIn(record, 'startedOn'),
    until,
    ended: until !== null,
    inTheirWords: textIn(record, 'inTheirWords'),
  }
}

const isKind = (kind: string): kind is RelationshipKindCode => Object.hasOwn(RelationshipKind.codes, kind)

/** Whoever parted is no longer what they were; a parent remains one. */
const whenEnded: Partial<Record<RelationshipKindCode, RelationshipKindCode>> = {
  partner: 'former-partner',
  spouse: 'former-spouse',
  'separated-spouse': 'former-spouse',
}

/** The same tie from the side of one of the two. */
export const seenFrom = (tie: Tie, subject: SubjectId): Tie =>
  tie.from === subject ? tie : { ...tie, from: tie.to, to: tie.from, kind: inverseOf(tie.kind) }

export type Path = readonly Tie[]

const after: Readonly<Record<string, readonly Step[]>> = {
  parent: ['parent', 'child', 'partner', 'sibling'],
  'parent parent': ['parent', 'child', 'partner'],
  'parent child': ['parent', 'child'],
  'parent partner': ['child'],
  'sibling parent': ['parent'],
  child: ['child', 'parent', 'partner'],
  sibling: ['parent', 'child'],
  partner: ['child'],
  'step-parent': ['child'],
}

/**
 * What kinds of relationship are followed on from the end of a path, so that whoever is found is family: up to great-grandparents, to brothers and
 * sisters and their other parents and children, to a parent's partner and theirs. The grandparents of a whole brother are one's own, though nobody
 * wrote down whose child one is oneself; those of a half-brother may not be. Nobody is followed through a tie that has ended, nor through a carer
 * or a friend: the other children whom a carer looks after are not this child's family.
 */
export function followedFrom(path: Path): readonly Step[] {
  if (path.some(({ ended }) => ended)) return []
  if (path.length > 1 && path[0]?.kind === 'half-sibling') return []
  const steps = path.map(({ kind }) => stepOf(kind)).join(' ')
  return Object.hasOwn(after, steps) ? (after[steps] ?? []) : []
}

/** Whether somebody at the end of a path is family, and not one who cares for the child, a friend or another tie. */
export const isFamily = (path: Path): boolean => path.every(({ kind }) => generationsBelow(kind) !== undefined)
