import type { Sensitivity, SubjectKind } from '../definitions/field.ts'
import { type Action, type Decision, decide, type Protected, type Viewer } from './decide.ts'

/** A household, a place, a team: something that records can be about though nobody is allocated to it. */
export type Thing = {
  readonly kind: Exclude<SubjectKind, 'person'>
  /** Of a household, whoever lives there or has lived there. */
  readonly people: readonly Protected[]
}

/**
 * Whether a viewer may do something with what is held about a thing. A household is its people's: it is open to whoever may do the same
 * with one of them. One that nobody has lived in yet, a place or an agency is open to whoever may do so with anybody's record; workers and
 * teams are read by everybody and written by those who may do so for the whole authority.
 */
export function decideAboutThing(
  viewer: Viewer,
  action: Action,
  { kind, people }: Thing,
  sensitivity: Sensitivity = 'ordinary',
): Decision {
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
