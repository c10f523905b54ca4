import { Person } from '../../areas/people/person.ts'
import { decideAbout } from '../../core/access/decide-about-thing.ts'
import { readsOf } from '../../core/counting/plan.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { naming, prevailing } from '../people/naming.ts'
import { recordsOfAll } from '../records-of.ts'
import { Refused } from '../refused.ts'
import { inOrderOf, labelling } from './breakdown.ts'
import { getPlace } from './lists.ts'
import { type AskedMembers, auditShown, type Looking } from './members.ts'
import { type ReasonRead, type RecordBehind, reasonsOf } from './reasons.ts'
import { type FigureSeen, type SeenMember, seenBy } from './seen.ts'

/** How somebody stands in a figure. `not placed`: it is not known whether they belong to it at all. */
export const standings = ['counted', 'not counted', 'not known', 'not placed', 'left out'] as const
export type Standing = (typeof standings)[number]

const byVerdict = { '1': 'counted', '0': 'not counted', '?': 'not known', '!': 'not placed', '-': 'left out' } as const
const standingOf = ({ verdict }: Pick<SeenMember, 'verdict'>): Standing => byVerdict[verdict]

/** What of the list behind a figure is wanted: those who stand so, with one value of one attribute, in an order, so many. */
export type AskedList = AskedMembers & {
  readonly standings: readonly Standing[]
  readonly only?: { readonly attribute: string; readonly value: string | null }
  /** The key of an attribute, or how they stand or what they are called. */
  readonly order: string
  readonly page: number
  readonly most: number
}

/** Somebody in the list behind a figure, as the viewer may see them, with each of the figure's tests answered. */
export type Listed = SeenMember & {
  readonly name: string
  /** In completed years, as at the day of the figure; null where it is not known. */
  readonly age: number | null
  readonly standing: Standing
  readonly values: readonly AttributeValue[]
  readonly reasons: readonly ReasonRead[]
  /** Of a list of records, the record. */
  readonly of: RecordBehind | undefined
}
type AttributeValue = { readonly key: string; readonly value: string | null; readonly label: string }
type Choice = {
  readonly key: string
  readonly label: string
  readonly values: readonly Omit<AttributeValue, 'key'>[]
}

/** The list behind a figure, one page of it. */
export type FigureList = Pick<FigureSeen, 'list' | 'counting' | 'period' | 'knownOn' | 'looked' | 'figure'> & {
  readonly members: readonly Listed[]
  /** How many of the list the viewer may see stand so. */
  readonly standing: Readonly<Record<Standing, number>>
  /** How many match what is asked for, on all pages. */
  readonly matching: number
  readonly page: number
  /** By what the list can be narrowed. */
  readonly choices: readonly Choice[]
  readonly notShown: number
}

/**
 * The list behind a figure, narrowed and in order: whoever the viewer may see, with the reasons. Those who are shown leave a row in the audit.
 * @throws Refused as `membersOf`, and for an attribute by which this figure cannot be narrowed
 */
export function readList(app: App, account: Account, asked: AskedList): Promise<FigureList> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const found = await seenBy(app, db, looking.viewer, place, asked)
    const matching = await matchingOf(app, looking, found, asked)
    const page = Math.max(1, Math.min(asked.page, Math.ceil(matching.length / asked.most)))
    const shown = matching.slice((page - 1) * asked.most, page * asked.most)
    await auditShown(app, looking, found, { action: 'list', shown })
    return {
      ...about(found),
      members: await describe(app, looking, found, shown),
      standing: counts(found),
      matching: matching.length,
      page,
      choices: await choicesOf(app, looking, found),
    }
  })
}

/** The list behind a figure to be taken out of the system. */
export type ListTaken = Pick<FigureSeen, 'list' | 'counting' | 'period' | 'knownOn' | 'offered'> & {
  readonly members: readonly Listed[]
}

/**
 * The same to be taken out of the system: whoever of it the viewer may both read about and export. That they were taken is kept.
 * @throws Refused as `readList`, and where there is nobody whom the viewer may export
 */
export function exportList(app: App, account: Account, asked: Omit<AskedList, 'page' | 'most'>): Promise<ListTaken> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const found = await seenBy(app, db, looking.viewer, place, asked)
    const matching = await matchingOf(app, looking, found, asked)
    const shown = matching.filter(mayExport(looking, found))
    if (matching.length > 0 && shown.length === 0)
      throw new Refused('not allowed', 'Your role does not take out what decides this figure about anybody in it.')
    await auditShown(app, looking, found, { action: 'export', shown })
    const { list, counting, period, knownOn, offered } = found
    return { list, counting, period, knownOn, offered, members: await describe(app, looking, found, shown) }
  })
}

export function mayExport({ viewer }: Looking, { list, counting, offered, guarded }: FigureSeen) {
  const types = [...readsOf(list, counting), ...offered.flatMap(({ attribute }) => attribute.reads)]
  const sensitivities = [...new Set(types.map(({ sensitivity }) => sensitivity))]
  return ({ subject }: SeenMember): boolean => {
    const one = guarded.get(subject)
    return one !== undefined && sensitivities.every((kept) => decideAbout(viewer, 'export', one, kept).may === 'yes')
  }
}

const about = ({ list, counting, period, knownOn, looked, figure, others }: FigureSeen) => ({
  ...{ list, counting, period, knownOn, looked, figure },
  notShown: others.length,
})

function counts({ members, leftOut }: FigureSeen): Readonly<Record<Standing, number>> {
  const found = { counted: 0, 'not counted': 0, 'not known': 0, 'not placed': 0, 'left out': 0 }
  for (const member of [...members, ...leftOut]) found[standingOf(member)] += 1
  return found
}

type Named = SeenMember & { readonly name: string; readonly sorted: readonly AttributeValue[] }

/** Everybody who is asked for, in the order that is asked for; what they are called is the last word in every order. */
async function matchingOf(
  app: App,
  looking: Looking,
  found: FigureSeen,
  { standings, only, order }: Omit<AskedList, 'page' | 'most'>,
): Promise<readonly Named[]> {
  const narrow = only && attributeCalled(found, only.attribute)
  const sort = found.offered.find(({ key }) => key === order)
  const label = labelling(app, looking)
  const name = naming(app, looking)
  const chosen = [...found.members, ...found.leftOut]
    .filter((member) => standings.includes(standingOf(member)))
    .filter((member) => narrow === undefined || (member.attributes[narrow.at] ?? null) === only?.value)
  const named = await Promise.all(
    chosen.map(async (member) => ({
      ...member,
      name: (await name(member.subject)).label,
      sorted: sort === undefined ? [] : [await valueIn(label, sort, member)],
    })),
  )
  const byName = (a: Named, b: Named) => a.name.localeCompare(b.name, 'en-GB') || a.subject - b.subject
  const worst = worstFirst(found)
  const bySort = inOrderOf(sort?.attribute ?? NO_ATTRIBUTE)
  const nothing = { value: null, label: '' }
  return named.toSorted(
    (a, b) =>
      (sort !== undefined ? bySort(a.sorted[0] ?? nothing, b.sorted[0] ?? nothing) : 0) ||
      (order === 'name' ? 0 : worst.indexOf(standingOf(a)) - worst.indexOf(standingOf(b))) ||
      byName(a, b),
  )
}

const NO_ATTRIBUTE = { label: '', reads: [], of: () => undefined }

/** Those on whose account the figure is not as it should be come first. */
const worstFirst = ({ counting }: FigureSeen): readonly Standing[] =>
  counting.indicator.goodIs === 'high' ? ['not counted', 'not known', 'not placed', 'counted', 'left out'] : standings

function attributeCalled({ offered }: FigureSeen, key: string) {
  const found = offered.find((one) => one.key === key)
  if (found !== undefined) return found
  throw new Refused(
    'bad usage',
    `This list cannot be narrowed by “${key}”. There is: ${offered.map((one) => one.key).join(', ') || 'nothing'}.`,
  )
}

const valueIn = async (
  label: ReturnType<typeof labelling>,
  { key, at, attribute }: FigureSeen['offered'][number],
  { attributes }: Pick<SeenMember, 'attributes'>,
): Promise<AttributeValue> => {
  const value = attributes[at] ?? null
  return { key, value, label: await label(attribute, value) }
}

async function choicesOf(app: App, looking: Looking, found: FigureSeen): Promise<readonly Choice[]> {
  const label = labelling(app, looking)
  return Promise.all(
    found.offered.map(async (one) => {
      const members = new Map([...found.members, ...found.leftOut].map((member) => [member.attributes[one.at], member]))
      const values = await Promise.all([...members.values()].map((member) => valueIn(label, one, member)))
      return { key: one.key, label: one.attribute.label, values: values.toSorted(inOrderOf(one.attribute)) }
    }),
  )
}

async function describe(
  app: App,
  looking: Looking,
  found: FigureSeen,
  members: readonly Named[],
): Promise<readonly Listed[]> {
  const label = labelling(app, looking)
  const reasons = await reasonsOf(app, looking, found, members)
  const age = await agesOf(
    app,
    looking,
    members.map(({ subject }) => subject),
    found.looked.asAt,
  )
  return Promise.all(
    members.map(async (member) => ({
      ...member,
      age: age(member.subject),
      standing: standingOf(member),
      values: await Promise.all(found.offered.map((one) => valueIn(label, one, member))),
      reasons: reasons.of(member),
      of: member.record === null ? undefined : reasons.latest(member),
    })),
  )
}

/** Who somebody is, and so how old, is known to whoever may find them. */
export async function agesOf(app: App, { db }: Pick<Looking, 'db'>, subjects: readonly SubjectId[], on: PlainDate) {
  const recordsOf = await recordsOfAll(app, db, subjects, [Person])
  return (subject: SubjectId): number | null => {
    const born = prevailing(recordsOf(subject), 'bornOn')
    return typeof born === 'number' && born <= on ? ageOn(born as PlainDate, on) : null
  }
}
