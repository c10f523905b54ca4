import { birthday } from '../../../core/dates/age.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Moment } from '../../../core/record/chronology.ts'
import type { PersonHead } from '../head.ts'
import type { FamilyTime, Important, Responsibility, Warning } from './arrangements.ts'
import type { About, FamilyRead, Home, HouseholdRead, Key, LinksByKey, Relative } from './family-read.ts'
import type { HouseholdFound, Stay } from './homes.ts'
import type { Links } from './links.ts'
import { relationsOf } from './relation.ts'
import type { Known, Shown } from './shown.ts'
import { isFamily, type Path } from './ties.ts'

/** What was read, before it is put together for each relative. */
export type Gathered = {
  readonly subject: SubjectId
  readonly head: PersonHead
  readonly moment: Moment
  readonly people: readonly { readonly subject: SubjectId; readonly shown: Shown }[]
  /** People of households that are not the person's own; named there and nowhere else. */
  readonly elsewhere: readonly { readonly subject: SubjectId; readonly shown: Shown }[]
  readonly paths: ReadonlyMap<SubjectId, readonly Path[]>
  readonly links: Links
  readonly history: readonly Stay[]
  /** Where those live of whom it may be known. */
  readonly stays: ReadonlyMap<SubjectId, readonly Stay[]>
  readonly households: readonly HouseholdFound[]
  readonly responsibilities: readonly Responsibility[]
  readonly times: readonly FamilyTime[]
  readonly important: readonly Important[]
  readonly warnings: readonly Warning[]
}

/** Puts together, for each relative, all that was read. */
export function familyOf(gathered: Gathered): FamilyRead {
  const { subject, head, moment, history, households, important } = gathered
  const shownOf = new Map(gathered.people.map((one) => [one.subject, one.shown] as const))
  const self = shownOf.get(subject)
  if (self?.kind !== 'known') throw new Error('A family is read from the side of somebody who may be known.')
  const keyOf = keysOf(gathered)
  const own = new Set(history.filter(({ until }) => until === null).map(({ household }) => household))
  const relatives = gathered.people
    .filter((one) => one.subject !== subject)
    .map((one) => relativeOf(gathered, one, { shownOf, keyOf, own }))
    .toSorted(byNearness)
  const inFamily = new Set([keyOf(subject), ...relatives.filter((one) => one.inFamily).map(({ key }) => key)])
  return {
    self,
    selfKey: keyOf(subject),
    head,
    moment,
    relatives,
    links: linksByKey(gathered.links, keyOf, inFamily),
    households: householdsOf(gathered, keyOf, own),
    history: history.map(({ household, ...stay }) => ({ ...stay, name: nameOf(households, household) })),
    important: important.filter(({ other }) => other === null).map(withoutOther),
  }
}

type KeyOf = (subject: SubjectId) => Key

/** Restricted people are numbered as they come, and not by their own numbers. */
function keysOf({ people, elsewhere }: Gathered): KeyOf {
  const restricted = people.filter(({ shown }) => shown.kind === 'restricted').map(({ subject }) => subject)
  const known = new Set(
    [...people, ...elsewhere].filter(({ shown }) => shown.kind === 'known').map(({ subject }) => subject),
  )
  return (subject) => (known.has(subject) ? `p${subject}` : `r${restricted.indexOf(subject)}`)
}

type Looking = {
  readonly shownOf: ReadonlyMap<SubjectId, Shown>
  readonly keyOf: KeyOf
  readonly own: ReadonlySet<SubjectId>
}

function relativeOf(
  gathered: Gathered,
  { subject, shown: who }: Gathered['people'][number],
  { shownOf, keyOf, own }: Looking,
): Relative {
  const paths = gathered.paths.get(subject) ?? []
  const known = (one: SubjectId): Known | undefined => {
    const found = shownOf.get(one)
    return found?.kind === 'known' ? found : undefined
  }
  const relations = relationsOf(paths, {
    sexOf: (one) => known(one)?.sex ?? null,
    firstNameOf: (one) => known(one)?.firstName ?? null,
    parentsOf: (one) => gathered.links.parents.flatMap(({ parent, child }) => (child === one ? [parent] : [])),
  })
  const about = <T extends { readonly other: SubjectId | null }>(all: readonly T[]) =>
    all.filter(({ other }) => other === subject).map(withoutOther)
  const responsibility = about(gathered.responsibilities.filter((one) => isHeld(one, shownOf, gathered)))
  const common = {
    key: keyOf(subject),
    who,
    relations,
    generation: relations.find(({ generation }) => generation !== undefined)?.generation,
    inFamily: paths.some(isFamily),
  }
  if (who.kind === 'restricted')
    return {
      ...common,
      livesWith: false,
      homes: undefined,
      responsibility: responsibility.map(({ holds, direction }) => ({
        ...nothingMore,
        holds,
        direction,
      })),
      times: about(gathered.times).map(({ form, none }) => ({ ...noMoreTime, form, none })),
      important: undefined,
      warnings: [],
    }
  const here = gathered.households.filter(({ household }) => own.has(household))
  return {
    ...common,
    livesWith: here.some(({ members }) => members.some(({ person }) => person === subject)),
    homes: homesOf(gathered, subject, here),
    responsibility,
    times: about(gathered.times),
    important: about(gathered.important)[0],
    warnings: about(gathered.warnings).map(({ text }) => text),
  }
}

/** Nobody has it for an adult, and nobody who has died has it, though no record was ended. Source: Children Act 1989 s105(1). */
function isHeld(
  { other, direction }: Responsibility,
  shownOf: ReadonlyMap<SubjectId, Shown>,
  { subject, moment }: Gathered,
): boolean {
  const [child, holder] = direction === 'for' ? [subject, other] : [other, subject]
  const [young, grown] = [shownOf.get(child), shownOf.get(holder)]
  const adult = young?.kind === 'known' && young.bornOn !== null && birthday(young.bornOn, ADULT) <= moment.asAt
  return !adult && !(grown?.kind === 'known' && grown.diedOn !== null)
}
const ADULT = 18

/** Of somebody restricted, what the person's own record says in a code, and no date, place or word. */
const nothingMore = { acquiredBy: null, limits: null, evidenceSeen: null, since: null } as const
const noMoreTime = {
  howOften: null,
  where: null,
  orderedByCourt: null,
  childsView: null,
  reason: null,
  reviewOn: null,
  since: null,
  lastNotedOn: null,
  daysLate: 0,
} as const

function withoutOther<T extends { readonly other: unknown }>({ other: _, ...rest }: T): About<T> {
  return rest
}

/** All their homes, where their record may be read; else what is known from the person's own: that they live together. */
function homesOf(
  { stays, households }: Gathered,
  subject: SubjectId,
  here: readonly HouseholdFound[],
): readonly Home[] | undefined {
  const all = stays.get(subject) ?? here.flatMap(({ members }) => members.filter(({ person }) => person === subject))
  if (all.length === 0 && !stays.has(subject)) return undefined
  return all.map(({ household, mainHome, when, since }) => {
    const [key, name] = [householdKey(household), nameOf(households, household)]
    return { key, name, mainHome, when, since }
  })
}

const householdKey = (household: SubjectId): Key => `h${household}`

const nameOf = (households: readonly HouseholdFound[], household: SubjectId): string =>
  households.find((one) => one.household === household)?.name ?? 'A household'

/** The person's own first, then those of relatives; of each only members who may be known, and no hint that there are others. */
function householdsOf(
  { people, elsewhere, households, stays }: Gathered,
  keyOf: KeyOf,
  own: ReadonlySet<SubjectId>,
): readonly HouseholdRead[] {
  const known = new Map(
    [...people, ...elsewhere].flatMap(({ subject, shown }) => (shown.kind === 'known' ? [[subject, shown]] : [])),
  )
  const lived = new Set([...stays.values()].flat().map(({ household }) => household))
  return households
    .filter(({ household }) => lived.has(household))
    .map(({ household, name, kind, members }) => ({
      key: householdKey(household),
      name,
      kind,
      own: own.has(household),
      members: members.flatMap(({ person, mainHome, when, since }) => {
        const who = known.get(person)
        return who === undefined ? [] : [{ key: keyOf(person), name: who.name, mainHome, when, since }]
      }),
    }))
    .toSorted((a, b) => Number(b.own) - Number(a.own))
}

function linksByKey({ parents, couples, siblings }: Links, keyOf: KeyOf, drawn: ReadonlySet<Key>): LinksByKey {
  const both = (one: Key, other: Key) => drawn.has(one) && drawn.has(other)
  const pair = ([one, other]: readonly [SubjectId, SubjectId]) => [keyOf(one), keyOf(other)] as const
  return {
    parents: parents
      .map((link) => ({ ...link, parent: keyOf(link.parent), child: keyOf(link.child) }))
      .filter(({ parent, child }) => both(parent, child)),
    couples: couples
      .map((link) => ({ ...link, between: pair(link.between) }))
      .filter(({ between }) => both(...between)),
    siblings: siblings.map(pair).filter((two) => both(...two)),
  }
}

const FURTHEST = 8

/** The nearest first, then the oldest. Nothing of whoever is restricted tells their place among others. */
function byNearness(a: Relative, b: Relative): number {
  const rank = ({ relations }: Relative) => relations[0]?.rank ?? FURTHEST
  const born = ({ who }: Relative) =>
    who.kind === 'restricted' ? Number.MAX_VALUE : (who.bornOn ?? who.expectedOn ?? 1e6)
  return rank(a) - rank(b) || born(a) - born(b) || (a.key < b.key ? -1 : 1)
}
