import { describe, expect, it } from 'vitest'
import type { SubjectId } from '../definitions/field.ts'
import type { Action, Decision, Protected, Role, Viewer } from './decide.ts'
import { decideAbout, decideAboutThing, type Thing } from './decide-about-thing.ts'

const id = (number: number) => number as SubjectId
const role = (key: string, scope: 'team' | 'authority', actions: readonly Action[]): Role => ({
  key,
  label: key,
  grants: [{ actions, scope, sensitivities: ['ordinary', 'confidential'] }],
})
const viewer = (...roles: readonly Role[]): Viewer => ({
  account: 1,
  name: 'Tom',
  roles,
  worker: id(7),
  teams: [id(20)],
  services: [],
  glassBrokenFor: [],
})
const socialWorker = viewer(
  role('social-worker', 'team', ['read', 'record', 'correct']),
  role('everybody', 'authority', ['find']),
)
const analyst = viewer(role('analyst', 'authority', ['find', 'read']))
const operator = viewer(role('operator', 'authority', ['find', 'read', 'record', 'correct']))

const ours: Protected = {
  subject: id(100),
  allocations: [{ worker: null, team: id(20), service: null }],
  restriction: null,
  sealed: false,
  adopted: false,
}
const theirs: Protected = { ...ours, subject: id(101), allocations: [] }
const restricted: Protected = { ...ours, subject: id(102), restriction: { workers: [id(9)], ring: 'South team' } }
const sealed: Protected = { ...ours, subject: id(103), sealed: true }
const household = (...people: readonly Protected[]): Thing => ({ kind: 'household', people, allocations: [] })
const supervised: Thing = { ...household(theirs, restricted), allocations: ours.allocations }
const agency: Thing = { kind: 'agency', people: [], allocations: [] }
const team: Thing = { kind: 'team', people: [], allocations: [] }

describe('deciding about a thing', () => {
  it.each<[string, Decision['may'], Viewer, Action, Thing]>([
    [
      'a household is open to whoever works with one of its people',
      'yes',
      socialWorker,
      'record',
      household(theirs, ours),
    ],
    ['though another of them is restricted', 'yes', socialWorker, 'record', household(restricted, ours)],
    ['not to whoever works with none of them', 'no', socialWorker, 'read', household(theirs)],
    ['of restricted people alone it tells whom to ring', 'restricted', socialWorker, 'read', household(restricted)],
    ['of people who are not there it is not there', 'not there', socialWorker, 'read', household(sealed)],
    ['one that nobody has lived in is open to whoever records anything', 'yes', socialWorker, 'record', household()],
    ['but not to who only reads', 'no', analyst, 'record', household()],
    ['one that is the work of the team is open to it, whoever lives there', 'yes', socialWorker, 'record', supervised],
    ['and to nobody else on that account', 'no', { ...socialWorker, teams: [] }, 'record', supervised],
    ['agencies are made by whoever records', 'yes', socialWorker, 'record', agency],
    ['and read by everybody', 'yes', analyst, 'read', agency],
    ['teams are read by everybody', 'yes', socialWorker, 'read', team],
    ['and written only for the whole authority', 'no', socialWorker, 'record', team],
    ['such as by the operator', 'yes', operator, 'record', team],
  ])('%s: %s', (_, may, who, action, thing) => {
    expect(decideAboutThing(who, action, thing).may).toBe(may)
  })

  it('says nothing of what does not exist for others', () => {
    expect(decideAboutThing(operator, 'read', agency, 'allegation')).toEqual({ may: 'not there' })
  })

  it('is asked of a household as of a household, and of a person as of a person', () => {
    expect(decideAbout(socialWorker, 'read', supervised).may).toBe('yes')
    expect(decideAbout(socialWorker, 'read', restricted).may).toBe('restricted')
  })
})
