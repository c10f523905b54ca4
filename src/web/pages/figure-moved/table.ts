import type { Side, WhyMoved } from '../../../app/counting/why.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { shortText, toText } from '../../../core/dates/plain-date.ts'
import { written } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import { change, figureText, movedText, type Noun, nounOf } from '../indicator/words.ts'

type Cells = { readonly all: string; readonly counted: string; readonly leaves: string }
type Row = Cells & { readonly label: string; readonly href: string | undefined; readonly members: string }

/** Why a figure moved, as a table that adds up from its first row to its last. */
export type MovedTable = {
  readonly noun: string
  /** Where everybody in the group counts, how many there are is said once. */
  readonly showsAll: boolean
  readonly from: Cells & { readonly label: string }
  readonly rows: readonly Row[]
  readonly to: Cells & { readonly label: string }
  readonly nothing: string | undefined
}

export function movedTable(why: WhyMoved, query: { readonly authority: string }): MovedTable {
  const { list, counting, before, after, lines, others } = why
  const { indicator } = counting
  const everybodyCounts = counting.counted.length === 0 && counting.measure === undefined
  const noun = nounOf(list)
  const cells = (all: number, counts: number, leaves: Side['stand']): Cells => ({
    all: change(all),
    counted: change(counts),
    leaves: figureText(leaves, indicator),
  })
  const around = { list, before: before.period, after: after.period, everybodyCounts }
  const rows: readonly Row[] = [
    ...lines.map((line) => ({
      label: movedText(line, around),
      href: `${address(`/indicators/${indicator.key}/moved`, { ...askedOf(why, query), line: line.key })}#line`,
      members: members(line.members, noun),
      ...cells(line.all, line.counted, line.leaves),
    })),
    ...(others === undefined
      ? []
      : [
          {
            label: 'Moved in some way, and not yours to read',
            href: undefined,
            members: members(others.members, noun),
            ...cells(others.all, others.counted, others.leaves),
          },
        ]),
    ...(indicator.unit !== 'per 10,000' || before.base === after.base
      ? []
      : [
          {
            label: `Worked out with ${populationText(after)} children who live here, before with ${populationText(before)}`,
            href: undefined,
            members: '',
            ...cells(0, 0, after.stand),
          },
        ]),
  ]
  return {
    noun: noun.many,
    showsAll: !everybodyCounts,
    from: { label: sideLabel(before, after), ...standing(before, why) },
    rows,
    to: { label: sideLabel(after, before), ...standing(after, why) },
    nothing: rows.length === 0 ? `The same ${noun.many}, and the same answer about each.` : undefined,
  }
}

/** The two sightings as an address says them. */
function askedOf({ before, after }: WhyMoved, query: { readonly authority: string }) {
  return {
    authority: query.authority,
    period: periodText(after.period),
    before: periodText(before.period),
    ...(before.knownOn === after.knownOn ? {} : { 'known-on': toText(before.knownOn) }),
  }
}

/** "August 2023", or where two days' knowledge is compared, with the day. */
export const sideLabel = ({ period, knownOn }: Side, other: Side): string =>
  knownOn === other.knownOn ? periodLabel(period) : `${periodLabel(period)}, as known on ${shortText(knownOn)}`

const standing = ({ stand }: Side, { counting }: WhyMoved): Cells => ({
  all: written(stand.all, 'count'),
  counted: written(stand.counted, 'count'),
  leaves: figureText(stand, counting.indicator),
})

const members = (count: number, { one, many }: Noun): string => `${count} ${count === 1 ? one : many}`
const populationText = ({ base }: Side): string => (base === undefined ? 'no number of' : written(base, 'count'))
