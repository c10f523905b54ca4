import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sensitivity, type SubjectId, sensitivities } from '../definitions/field.ts'
import {
  type Action,
  actions,
  type Decision,
  decide,
  type Grant,
  type Protected,
  type Role,
  type Viewer,
} from './decide.ts'

const id = (number: number) => number as SubjectId
const socialWorker: Role = {
  key: 'social-worker',
  label: 'Social worker',
  grants: [
    { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
    { actions: ['read', 'record'], scope: 'own', sensitivities: ['ordinary', 'confidential', 'health'] },
  ],
}
const designatedOfficer: Role = {
  key: 'designated-officer',
  label: 'Designated officer',
  grants: [{ actions: ['find', 'read', 'record'], scope: 'authority', sensitivities: ['ordinary', 'allegation'] }],
}
const director: Role = {
  key: 'director',
  label: 'Director',
  grants: [
    { actions: [...actions], scope: 'authority', sensitivities: ['ordinary', 'confidential', 'health', 'criminal'] },
  ],
}
/** Everything, adoptions too. */
const keeper: Role = {
  key: 'keeper',
  label: 'Keeper',
  grants: [{ actions: [...actions], scope: 'authority', sensitivities: ['ordinary', 'adoption'] }],
}
const viewer = (role: Role, changes: Partial<Viewer> = {}): Viewer => ({
  account: 1,
  name: 'Tom Fairweather',
  roles: [role],
  worker: id(7),
  teams: [],
  services: [],
  glassBrokenFor: [],
  ...changes,
})
const maya: Protected = {
  subject: id(100),
  allocations: [{ worker: id(7), team: id(20), service: 'care' }],
  restriction: null,
  sealed: false,
  adopted: false,
}
const notMine: Protected = { ...maya, allocations: [{ worker: id(8), team: id(21), service: 'care' }] }
const restricted: Protected = { ...maya, restriction: { workers: [id(9)], ring: 'North team' } }

describe('decide', () => {
  const cases: readonly [string, Decision['may'], Viewer, Action, Protected, Sensitivity?][] = [
    ['a social worker reads about their own child', 'yes', viewer(socialWorker), 'read', maya],
    ['but not about another’s', 'no', viewer(socialWorker), 'read', notMine],
    ['whom they may still find', 'yes', viewer(socialWorker), 'find', notMine],
    ['reads the health record of their own', 'yes', viewer(socialWorker), 'read', maya, 'health'],
    ['does not know that there is an allegation', 'not there', viewer(socialWorker), 'read', maya, 'allegation'],
    ['nor does a director', 'not there', viewer(director), 'read', maya, 'allegation'],
    ['the designated officer does', 'yes', viewer(designatedOfficer), 'read', maya, 'allegation'],
    ['may not correct what they may only read', 'no', viewer(socialWorker), 'correct', maya],
    [
      'is told whom to ring about a restricted child, their own or not',
      'restricted',
      viewer(socialWorker),
      'read',
      restricted,
    ],
    ['as is a director', 'restricted', viewer(director), 'read', restricted],
    ['and finding them says no more', 'restricted', viewer(director), 'find', restricted],
    [
      'a named worker opens it, as far as their role reaches',
      'yes',
      viewer(director, { worker: id(9) }),
      'read',
      restricted,
    ],
    ['being named gives no role', 'no', viewer(socialWorker, { worker: id(9) }), 'read', restricted],
    [
      'broken glass opens a restricted record to be read',
      'yes',
      viewer(socialWorker, { glassBrokenFor: [id(100)] }),
      'read',
      restricted,
    ],
    ['and nothing else', 'restricted', viewer(socialWorker, { glassBrokenFor: [id(100)] }), 'correct', restricted],
    ['and nobody else', 'restricted', viewer(socialWorker, { glassBrokenFor: [id(101)] }), 'read', restricted],
    [
      'and no allegation',
      'not there',
      viewer(socialWorker, { glassBrokenFor: [id(100)] }),
      'read',
      restricted,
      'allegation',
    ],
    ['broken glass opens another’s child', 'yes', viewer(socialWorker, { glassBrokenFor: [id(100)] }), 'read', notMine],
    [
      'nor does it restrict, without leave to',
      'restricted',
      viewer(socialWorker, { glassBrokenFor: [id(100)] }),
      'restrict',
      restricted,
    ],
    [
      'but who may restrict lifts a restriction that does not name them once they have broken the glass',
      'yes',
      viewer(director, { glassBrokenFor: [id(100)] }),
      'restrict',
      restricted,
    ],
    ['and not before', 'restricted', viewer(director), 'restrict', restricted],
    ['whom one may not find is not there', 'not there', viewer({ ...director, grants: [] }), 'read', maya],
    ['restricted or not', 'not there', viewer({ ...director, grants: [] }), 'find', restricted],
    [
      'and no glass is there to be broken',
      'not there',
      viewer({ ...director, grants: [] }, { glassBrokenFor: [id(100)] }),
      'read',
      maya,
    ],
    ['a sealed adoption is not there', 'not there', viewer(director), 'find', { ...maya, sealed: true }],
    ['a person recorded twice is merged', 'yes', viewer(director), 'merge', maya],
    ['an adopted child never is', 'not there', viewer(director), 'merge', { ...maya, adopted: true }],
    ['not even by those who know', 'not there', viewer(keeper), 'merge', { ...maya, sealed: true, adopted: true }],
    ['and is read like any other', 'yes', viewer(director), 'read', { ...maya, adopted: true }],
    ['an opening of a restricted record is looked at', 'yes', viewer(director), 'review openings', restricted],
    ['by whoever may', 'no', viewer(socialWorker), 'review openings', restricted],
  ]
  it.each(cases)('%s: %s', (_, may, who, action, person, sensitivity) => {
    expect(decide(who, action, person, sensitivity).may).toBe(may)
  })

  it('reaches as far as the scope of the grant', () => {
    const grant = (scope: Grant['scope']): Role => ({
      key: 'r',
      label: 'R',
      grants: [
        { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
        { actions: ['read'], scope, sensitivities: ['ordinary'] },
      ],
    })
    const may = (scope: Grant['scope'], changes: Partial<Viewer>) =>
      decide(viewer(grant(scope), { worker: id(1), ...changes }), 'read', maya).may
    expect(may('own', {})).toBe('no')
    expect(may('own', { worker: id(7) })).toBe('yes')
    expect(may('team', { teams: [id(20)] })).toBe('yes')
    expect(may('team', { teams: [id(21)] })).toBe('no')
    expect(may('service', { services: ['care'] })).toBe('yes')
    expect(may('service', { services: ['front door'] })).toBe('no')
    expect(may('authority', {})).toBe('yes')
  })

  it('gives nothing to someone who is no worker by way of an allocation to nobody', () => {
    const own: Role = {
      key: 'own',
      label: 'Own',
      grants: [{ actions: ['read'], scope: 'own', sensitivities: ['ordinary'] }],
    }
    expect(decide(viewer(own, { worker: null }), 'read', { ...maya, allocations: [] }).may).toBe('not there')
    const waiting = { ...maya, allocations: [{ worker: null, team: id(20), service: 'care' }] }
    expect(decide(viewer(own, { worker: null }), 'read', waiting).may).toBe('not there')
  })
})

describe('laws of access', () => {
  const someId = fc.integer({ min: 1, max: 6 }).map(id)
  const grant = fc.record<Grant>({
    actions: fc.subarray([...actions]),
    scope: fc.constantFrom('own', 'team', 'service', 'authority'),
    sensitivities: fc.subarray([...sensitivities]),
  })
  const role = fc.record({ key: fc.constant('r'), label: fc.constant('R'), grants: fc.array(grant, { maxLength: 3 }) })
  const anyViewer = fc.record<Viewer>({
    account: fc.constant(1),
    name: fc.constant('A'),
    roles: fc.array(role, { maxLength: 2 }),
    worker: fc.option(someId),
    teams: fc.array(someId, { maxLength: 2 }),
    services: fc.array(fc.constantFrom('a', 'b'), { maxLength: 1 }),
    glassBrokenFor: fc.array(someId, { maxLength: 2 }),
  })
  const anyone = fc.record<Protected>({
    subject: someId,
    allocations: fc.array(
      fc.record({ worker: fc.option(someId), team: fc.option(someId), service: fc.option(fc.constantFrom('a', 'b')) }),
      { maxLength: 2 },
    ),
    restriction: fc.option(fc.record({ workers: fc.array(someId, { maxLength: 2 }), ring: fc.constant('T') })),
    sealed: fc.boolean(),
    adopted: fc.boolean(),
  })
  const action = fc.constantFrom(...actions)
  const sensitivity = fc.constantFrom(...sensitivities)

  it('allows nothing without a grant or broken glass', () => {
    fc.assert(
      fc.property(anyViewer, action, anyone, sensitivity, (who, what, whom, kind) => {
        expect(decide({ ...who, roles: [], glassBrokenFor: [] }, what, whom, kind).may).not.toBe('yes')
      }),
    )
  })

  it('never opens a restricted record to someone who is not named and has not broken the glass', () => {
    fc.assert(
      fc.property(anyViewer, action, anyone, sensitivity, (who, what, whom, kind) => {
        fc.pre(what !== 'review openings')
        fc.pre(whom.restriction !== null && !whom.restriction.workers.some((worker) => worker === who.worker))
        expect(decide({ ...who, glassBrokenFor: [] }, what, whom, kind).may).not.toBe('yes')
      }),
    )
  })

  it('never says that a thing exists which does not exist for the viewer', () => {
    const without = (who: Viewer, kind: Sensitivity): Viewer => ({
      ...who,
      roles: who.roles.map((one) => ({
        ...one,
        grants: one.grants.map((each) => ({
          ...each,
          sensitivities: each.sensitivities.filter((other) => other !== kind),
        })),
      })),
    })
    fc.assert(
      fc.property(anyViewer, action, anyone, (who, what, whom) => {
        expect(decide(without(who, 'allegation'), what, whom, 'allegation')).toEqual({ may: 'not there' })
        expect(decide(without(who, 'adoption'), what, { ...whom, sealed: true })).toEqual({ may: 'not there' })
      }),
    )
  })

  it('says that somebody exists only to who may find them, or may do what they ask', () => {
    fc.assert(
      fc.property(anyViewer, action, anyone, sensitivity, (who, what, whom, kind) => {
        const { may } = decide(who, what, whom, kind)
        fc.pre(may !== 'not there' && may !== 'yes')
        const grants = who.roles.flatMap((one) => one.grants)
        expect(grants.some(({ actions }) => actions.includes('find') || actions.includes(what))).toBe(true)
      }),
    )
  })

  it('never takes anything away when a role is added', () => {
    fc.assert(
      fc.property(anyViewer, role, action, anyone, sensitivity, (who, more, what, whom, kind) => {
        fc.pre(decide(who, what, whom, kind).may === 'yes')
        expect(decide({ ...who, roles: [...who.roles, more] }, what, whom, kind).may).toBe('yes')
      }),
    )
  })
})
