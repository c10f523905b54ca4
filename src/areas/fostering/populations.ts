import {
  attribute,
  fact,
  factOfDay,
  type Member,
  narrow,
  population,
  subjectsWith,
  subjectsWithBegun,
  subjectsWithOpen,
  test,
} from '../../core/counting/define.ts'
import { ProspectiveAdopter } from '../adoption/adopter-records.ts'
import { whoseHousehold } from '../organisation/whose-work.ts'
import { FosteringApproval, FosteringConstellation, FosteringOnHold } from './approvals.ts'
import { FosteringKind } from './codes.ts'
import { type Approved, approvalsOf, goesOn } from './times-approved.ts'

const regulations = 'Fostering Services (England) Regulations 2011'
const temporary = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24'

/** Which kinds of approval a figure of the published dataset takes together. */
export const KINDS = {
  mainstream: ['mainstream', 'short-breaks'],
  connected: ['connected', 'temporary'],
  fullyConnected: ['connected'],
  temporary: ['temporary'],
  fosterToAdopt: ['foster-to-adopt'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type Kinds = readonly string[]

export const approvals = factOfDay([FosteringApproval], ({ history }) => approvalsOf(history.all(FosteringApproval)))

/** The approval in force on the day. */
const currentApproval = factOfDay([approvals], (member) => {
  const current = approvals(member).findLast(
    ({ approvedOn, endedOn }) => approvedOn <= member.asAt && (endedOn === null || endedOn > member.asAt),
  )
  if (current !== undefined) member.history.because(current.record)
  return current
})

export const onHold = test(
  [FosteringOnHold],
  ({ history }) => history.open(FosteringOnHold, ({ household }) => household === history.subject).length > 0,
)

const constellation = factOfDay([FosteringConstellation], ({ history }) => history.open(FosteringConstellation).at(-1))

/** A list is named by it: those who mean to adopt stand among the others. */
const openKind = (kind: Approved['kind'] | undefined) => (kind === 'foster-to-adopt' ? 'other' : kind)

const by = {
  ...whoseHousehold,
  kind: attribute('Kind', [currentApproval], (member) => openKind(currentApproval(member)?.kind), {
    codes: FosteringKind,
  }),
  onHold: attribute('On hold', [onHold], (member) => (onHold.ask(member) === true ? 'Yes' : 'No')),
  constellation: attribute('Constellation', [constellation], (member) => constellation(member)?.name ?? 'None'),
} as const

/** A temporary approval that ran out no longer counts, whether or not anybody wrote down that it ended. */
export const householdsApproved = population({
  key: 'fostering-households',
  label: 'Households approved to foster on the last day',
  source: `${regulations}; ${temporary}`,
  each: subjectsWithOpen(FosteringApproval, 'household'),
  include: { 'an approval is in force': test([currentApproval], (member) => currentApproval(member) !== undefined) },
  by,
})

/**
 * Households of whose approval nobody wrote down that it ended: a temporary one that ran out is no longer in force, and is what must not be lost sight of.
 */
export const approvalsNotEnded = population({
  key: 'fostering-approvals-not-ended',
  label: 'Households whose approval is not written down as ended',
  source: `${regulations}; ${temporary}`,
  each: subjectsWithOpen(FosteringApproval, 'household'),
  by: whoseHousehold,
})

/** Ran out, and nothing took its place. */
export const ranOut = test(
  [approvals, currentApproval],
  (member) =>
    currentApproval(member) === undefined &&
    approvals(member).some(({ record, endedOn, whyEnded }) => {
      const isOut = record.endedOn === null && whyEnded === 'ran-out' && endedOn !== null && endedOn <= member.asAt
      if (isOut) member.history.because(record)
      return isOut
    }),
)

const nowOf = (kinds: Kinds) =>
  test([currentApproval], (member) => {
    const kind = currentApproval(member)?.kind ?? null
    return kind === null ? undefined : kinds.includes(kind)
  })

export const mainstreamHouseholds = narrow(householdsApproved, {
  key: 'mainstream-fostering-households',
  label: 'Mainstream fostering households on the last day',
  source: regulations,
  include: { 'approved to foster any child, or for short breaks': nowOf(KINDS.mainstream) },
})

export const connectedHouseholds = narrow(householdsApproved, {
  key: 'connected-fostering-households',
  label: 'Fostering households of relatives or friends on the last day',
  source: `${regulations}; ${temporary}`,
  include: { 'approved to foster a child they know': nowOf(KINDS.connected) },
})

/** Of several approvals: yes where one is of these kinds, not known where one may be. */
function anyOf(member: Member, found: readonly Approved[], kinds: Kinds) {
  member.history.becauseOf(found.map(({ record }) => record))
  if (found.some(({ kind }) => kind !== null && kinds.includes(kind))) return true
  return found.some(({ kind }) => kind === null) ? undefined : false
}

/** An approval that only took the place of one of another kind is no new household; a full one after a temporary one is. */
const isNew = (one: Approved, all: readonly Approved[]): boolean =>
  !all.some(({ endedOn, kind }) => endedOn === one.approvedOn && kind !== 'temporary')

const given = fact([approvals], (member) => {
  const { from, to, asAt } = member
  const all = approvals(member)
  return all.filter((one) => from <= one.approvedOn && one.approvedOn < to && one.approvedOn <= asAt && isNew(one, all))
})

/** Households approved in the days looked at, each once. */
const newlyApproved = population({
  key: 'fostering-households-approved-then',
  label: 'Households newly approved to foster',
  source: regulations,
  each: subjectsWith(FosteringApproval, 'household', 'approvedOn'),
  include: { 'newly approved in the period': test([given], (member) => given(member).length > 0) },
})

/** Read so that who is behind a figure of those who mean to adopt is told to the adoption service alone. */
const closely = (kinds: Kinds) => (kinds === KINDS.fosterToAdopt ? [ProspectiveAdopter] : [])

/** Mainstream households become none of another kind, so that those there are can be worked out from those who came and went. */
const flowOf = (kinds: Kinds, way: 'in' | 'out') =>
  kinds === KINDS.mainstream ? { flow: { of: mainstreamHouseholds, way } } : {}

export const recruited = (key: string, label: string, kinds: Kinds) =>
  narrow(newlyApproved, {
    ...{ key, label, source: regulations },
    ...flowOf(kinds, 'in'),
    include: {
      [`approved as ${label}`]: test([given, ...closely(kinds)], (member) => anyOf(member, given(member), kinds)),
    },
  })

const over = fact([approvals], (member) => {
  const { from, to, asAt } = member
  return approvals(member).filter(
    ({ endedOn }) => endedOn !== null && from <= endedOn && endedOn < to && endedOn <= asAt,
  )
})

const reallyOver = (member: Member): readonly Approved[] =>
  over(member).filter((one) => one.whyEnded !== 'adopted' && !goesOn(one, approvals(member)))

/** Households whose approval ended in the days looked at, each once: begun before and over then, though nobody wrote the end down. */
const noLongerApproved = population({
  key: 'fostering-households-left-then',
  label: 'Households that stopped fostering',
  source: regulations,
  each: subjectsWithBegun(FosteringApproval, 'household'),
  include: {
    'approval ended in the period, and no other took its place': test(
      [over, approvals],
      (member) => reallyOver(member).length > 0,
    ),
  },
})

export const left = (key: string, label: string, kinds: Kinds) =>
  narrow(noLongerApproved, {
    ...{ key, label, source: regulations },
    ...flowOf(kinds, 'out'),
    include: {
      [`no longer approved as ${label}`]: test([over, approvals, ...closely(kinds)], (member) =>
        anyOf(member, reallyOver(member), kinds),
      ),
    },
  })
