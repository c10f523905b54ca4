import type { Sensitivity, SubjectKind } from '../definitions/field.ts'
import { type Action, type Allocated, type Decision, decide, holds, type Protected, type Viewer } from './decide.ts'

/** A household, a place, a team: something that records can be about, and that is no person. */
export type Thing = {
  readonly kind: Exclude<SubjectKind, 'person'>
  /** Of a household, whoever lives there or has lived there. */
  readonly people: readonly Protected[]
  /** Of a household, whose work it is: the team and worker who assess or supervise those who take children in. */
  readonly allocations: readonly Allocated[]
}

/** Somebody or something that records are about, with what a decision about it depends on. */
export type Guarded = Protected | Thing

/** Whether a viewer may do something with what is held about somebody or something. */
export const decideAbout = (
  viewer: Viewer,
  action: Action,
  guarded: Guarded,
  sensitivity: Sensitivity = 'ordinary',
): Decision =>
  'kind' in guarded
    ? decideAboutThing(viewer, action, guarded, sensitivity)
    : decide(viewer, action, guarded, sensitivity)

/**
 * Whether a viewer may do something with what is held about a thing. A household is its people's: it is open to whoever may do the same
 * with one of them, and to those whose work it is. One that nobody has lived in yet, a place or an agency is open to whoever may do so with anybody's record; workers and
 * teams are read by everybody and written by those who may do so for the whole authority.
 */
export function decideAboutThing(
  viewer: Viewer,
  action: Action,
  { kind, people, allocations }: Thing,
  sensitivity: Sensitivity = 'ordinary',
): Decision {
  const whoseWork = allocations.length === 0 ? undefined : holds(viewer, action, { allocations }, sensitivity)
  if (whoseWork !== undefined) return { may: 'yes', by: whoseWork.key }
  if (people.length > 0) return best(people.map((person) => decide(viewer, action, person, sensitivity)))
  const organisation = (kind === 'worker' || kind === 'team') && action !== 'find' && action !== 'read'
  const role = viewer.roles.find(({ grants }) =>
    grants.some(
      ({ actions, sensitivities, scope }) =>
        actions.includes(action) && sensitivities.includes(sensitivity) && (!organisation || scope === 'authority'),
    ),
  )
  if (role !== undefined) return { may: 'yes', by: role.key }
  return { may: sensitivity === 'allegation' || sensitivity === 'adoption' ? 'not there' : 'no' }
}

const order = ['yes', 'no', 'restricted', 'not there'] as const

/** Yes if any is; and otherwise what says most. A household of restricted people alone tells whom to ring, one of people not there is not there. */
function best(decisions: readonly Decision[]): Decision {
  const [first] = decisions.toSorted((a, b) => order.indexOf(a.may) - order.indexOf(b.may))
  return first ?? { may: 'not there' }
}
