import type { Attribute } from '../../core/counting/define.ts'
import { type CountedFigure, figureOf } from '../../core/counting/tally.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { naming } from '../people/naming.ts'
import { getPlace } from './lists.ts'
import type { AskedMembers } from './members.ts'
import { type FigureSeen, type Offered, type SeenMember, seenBy, tallyOf } from './seen.ts'

/** One value of an attribute, and the figure of those members who have it. `value` is null where it is not known. */
export type Cut = {
  readonly value: string | null
  readonly label: string
  readonly figure: CountedFigure
  /** Everybody who has it, counted or not. */
  readonly all: number
}
export type Breakdown = {
  readonly key: string
  readonly label: string
  /** By why members count or do not: there is no figure of a part, only how many are in it. */
  readonly isReason: boolean
  readonly cuts: readonly Cut[]
}

/** What a figure is made of, in numbers: nobody is named, and so nobody is shown. */
export type Parts = Pick<FigureSeen, 'list' | 'counting' | 'figure' | 'looked'> & {
  /** Of all members, whoever asks. */
  readonly all: number
  /** Of those whom the viewer may see. */
  readonly seen: CountedFigure & { readonly all: number; readonly leftOut: number }
  readonly breakdowns: readonly Breakdown[]
}

/**
 * What a figure is made of, and broken down by each attribute, over the members that the viewer may see. Those whom they may not see are in no
 * cut: a cut that holds one of them would tell what nobody is to learn of that child.
 * @throws Refused as `membersOf`
 */
export function partsOf(app: App, account: Account, asked: AskedMembers): Promise<Parts> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    return partsIn(app, { db, viewer }, await seenBy(app, db, viewer, place, asked))
  })
}

/** The same of a figure whose members have been looked up. */
export async function partsIn(app: App, who: Pick<Room, 'db' | 'viewer'>, found: FigureSeen): Promise<Parts> {
  const { list, counting, figure, looked, members, others, leftOut, base } = found
  const seen = figureOf(counting.indicator, tallyOf(counting, members), base)
  return {
    list,
    counting,
    figure,
    looked,
    all: members.length + others.length,
    seen: { ...seen, all: members.length, leftOut: leftOut.length },
    breakdowns: await breakdowns(app, who, found),
  }
}

/** A rate is not broken down: how many children live in a part is not known. */
async function breakdowns(
  app: App,
  who: Pick<Room, 'db' | 'viewer'>,
  found: FigureSeen,
): Promise<readonly Breakdown[]> {
  if (found.counting.indicator.unit === 'per 10,000') return []
  const label = labelling(app, who)
  return Promise.all(
    found.offered.map(async (one) => ({
      key: one.key,
      label: one.attribute.label,
      isReason: one.attribute.isReason === true,
      cuts: await cutsBy(found, one, label),
    })),
  )
}

type Labelling = (attribute: Attribute, value: string | null) => Promise<string>

/** What the values of attributes are called: by their codes, or by what the team or worker is called. */
export function labelling(app: App, who: Pick<Room, 'db' | 'viewer'>): Labelling {
  const name = naming(app, who)
  return async ({ codes, named }, value) => {
    if (value === null) return 'Not known'
    if (named === 'subject') return (await name(Number(value) as SubjectId)).label
    return codes === undefined ? value : labelOf(codes, value)
  }
}

async function cutsBy(
  { counting, members }: FigureSeen,
  { at, attribute }: Offered,
  label: Labelling,
): Promise<readonly Cut[]> {
  const groups = new Map<string | null, SeenMember[]>()
  for (const member of members) {
    const value = member.attributes[at] ?? null
    const some = groups.get(value)
    if (some === undefined) groups.set(value, [member])
    else some.push(member)
  }
  const cuts = await Promise.all(
    [...groups].map(async ([value, some]) => ({
      value,
      label: await label(attribute, value),
      figure: figureOf(counting.indicator, tallyOf(counting, some), undefined),
      all: some.length,
    })),
  )
  return cuts.toSorted(inOrderOf(attribute))
}

type Labelled = Pick<Cut, 'value' | 'label'>

// Made once: made for each two that are compared it takes longer than all else about a breakdown.
const byLabel = new Intl.Collator('en-GB', { numeric: true })

/** The order in which the values of an attribute are read: its own, or that of their names and numbers; what is not known last. */
export const inOrderOf =
  ({ order = [] }: Attribute) =>
  (a: Labelled, b: Labelled): number => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return order.indexOf(a.value) - order.indexOf(b.value) || byLabel.compare(a.label, b.label)
  }
