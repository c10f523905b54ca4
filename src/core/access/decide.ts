import type { Sensitivity, SubjectId } from '../definitions/field.ts'

/** What people do with what is held about somebody. Looking for a person and reading about one are different things. */
export const actions = [
  'find',
  'read',
  'record',
  'correct',
  'sign off',
  'export',
  'merge',
  'allocate',
  'restrict',
  'see who looked',
  /** Takes a record off one person's record and puts it on that of whom it is really about. */
  'move',
  'remove',
  /** Looks afterwards at who opened a record by breaking the glass, and whether it had to be. */
  'review openings',
] as const
export type Action = (typeof actions)[number]

/** Whose people a grant is about: those allocated to oneself, to one's teams, to one's services, or everybody known to the authority. */
type Scope = 'own' | 'team' | 'service' | 'authority'

/** Leave to do some things, with records of some sensitivities, about some people. What no grant allows is not allowed. */
export type Grant = {
  readonly actions: readonly Action[]
  readonly scope: Scope
  readonly sensitivities: readonly Sensitivity[]
}
/** What is done with a month of figures on its way to those it is for. */
export type MonthStep = 'comment' | 'see quality' | 'sign off' | 'freeze' | 'publish'

export type Role = {
  readonly key: string
  readonly label: string
  readonly grants: readonly Grant[]
  /** Loads files of records and writes the national returns, about everybody known to the authority. */
  readonly exchanges?: true
  /** What they do with the authority's month of figures, which names nobody. */
  readonly month?: readonly MonthStep[]
  /** Holds the lists that others keep against the record, and sees which of their rows are nobody's whom we know. */
  readonly reconciles?: true
  /** Keys of what others send: loads these figures, and answers for them by name. */
  readonly signsFor?: readonly string[]
  /** Gives others their accounts and roles. */
  readonly administers?: true
}

/** Who is asking, as known on the day: worked out once for each request. */
export type Viewer = {
  readonly account: number
  readonly name: string
  readonly roles: readonly Role[]
  readonly worker: SubjectId | null
  readonly teams: readonly SubjectId[]
  readonly services: readonly string[]
  /** People whose record the viewer has opened by breaking the glass, with a reason, for a time that has not run out. */
  readonly glassBrokenFor: readonly SubjectId[]
}

/** An allocation in force on the day. Without a worker it waits for one in its team. */
export type Allocated = {
  readonly worker: SubjectId | null
  readonly team: SubjectId | null
  readonly service: string | null
}

/** What a decision about a person depends on. */
export type Protected = {
  readonly subject: SubjectId
  readonly allocations: readonly Allocated[]
  /** Only these workers may open the record; everybody else is told whom to ring. */
  readonly restriction: { readonly workers: readonly SubjectId[]; readonly ring: string } | null
  /** The former identity of a sealed adoption: the person is there for that service alone. */
  readonly sealed: boolean
  /** Either identity of a sealed adoption. The adoptive one is a child like any other, but is never joined to another record. */
  readonly adopted: boolean
}

/**
 * The answer to "may they?". `not there`: answer exactly as if there were no such thing. `restricted`: the person may be found, as
 * "restricted: ring the team", and nothing more. `no`: they may know that it exists, and may not do this.
 */
export type Decision =
  | { readonly may: 'yes'; readonly by: string }
  | { readonly may: 'no' }
  | { readonly may: 'not there' }
  | { readonly may: 'restricted'; readonly ring: string }

/** Breaking the glass lets one read, for a time; it never opens what does not exist for others. */
const BEHIND_GLASS: readonly Sensitivity[] = ['ordinary', 'confidential', 'health', 'criminal']
export const isHidden = (sensitivity: Sensitivity): boolean =>
  sensitivity === 'allegation' || sensitivity === 'adoption'

/**
 * Whether a viewer may do something with what is held about a person, of a sensitivity. The one place where this is decided.
 * Nobody's role opens a restricted record, a director's neither: only being named does, or breaking the glass. Whom one may not even find is
 * not there.
 */
export function decide(
  viewer: Viewer,
  action: Action,
  person: Protected,
  sensitivity: Sensitivity = 'ordinary',
): Decision {
  const role = holds(viewer, action, person, sensitivity)
  if (!isThere(viewer, person, sensitivity, role)) return { may: 'not there' }
  // Not even for those who know of the adoption, and with nothing in the answer that tells of one to those who do not.
  if (action === 'merge' && person.adopted) return { may: 'not there' }
  if (person.sealed && !holds(viewer, action, person, 'adoption')) return { may: 'no' }
  const glass = behindGlass(viewer, action, person, sensitivity, role)
  // Whoever looks at openings afterwards learns who opened a record and why, and nothing of what is in it.
  if (person.restriction !== null && action !== 'review openings' && !isNamed(viewer, person.restriction.workers))
    return glass ?? { may: 'restricted', ring: person.restriction.ring }
  if (role !== undefined) return { may: 'yes', by: role.key }
  return glass ?? { may: 'no' }
}

function isThere(viewer: Viewer, person: Protected, sensitivity: Sensitivity, role: Role | undefined): boolean {
  if (person.sealed && !holds(viewer, 'find', person, 'adoption')) return false
  if (role !== undefined) return true
  return !isHidden(sensitivity) && holds(viewer, 'find', person, 'ordinary') !== undefined
}

function behindGlass(
  viewer: Viewer,
  action: Action,
  person: Protected,
  sensitivity: Sensitivity,
  role: Role | undefined,
): Decision | undefined {
  if (!viewer.glassBrokenFor.includes(person.subject)) return undefined
  if (action === 'read' && BEHIND_GLASS.includes(sensitivity)) return { may: 'yes', by: 'broken glass' }
  // Or whoever left their own name out, or named only people who have left, could never put it right.
  return action === 'restrict' && role !== undefined ? { may: 'yes', by: role.key } : undefined
}

const isNamed = (viewer: Viewer, workers: readonly SubjectId[]): boolean =>
  viewer.worker !== null && workers.includes(viewer.worker)

/** The viewer's role that grants it with whoever, or whatever, is allocated so; undefined where none does. */
export function holds(
  viewer: Viewer,
  action: Action,
  whose: Pick<Protected, 'allocations'>,
  sensitivity: Sensitivity,
): Role | undefined {
  return viewer.roles.find(({ grants }) =>
    grants.some(
      (grant) =>
        grant.actions.includes(action) &&
        grant.sensitivities.includes(sensitivity) &&
        reaches(grant.scope, viewer, whose),
    ),
  )
}

function reaches(scope: Scope, viewer: Viewer, { allocations }: Pick<Protected, 'allocations'>): boolean {
  switch (scope) {
    case 'authority':
      return true
    case 'service':
      return allocations.some(({ service }) => service !== null && viewer.services.includes(service))
    case 'team':
      return allocations.some((one) => isOwn(viewer, one) || (one.team !== null && viewer.teams.includes(one.team)))
    case 'own':
      return allocations.some((one) => isOwn(viewer, one))
  }
}

/** Somebody who is no worker has no allocation of their own: two times nobody is not the same person. */
const isOwn = (viewer: Viewer, { worker }: Allocated): boolean => worker !== null && worker === viewer.worker
