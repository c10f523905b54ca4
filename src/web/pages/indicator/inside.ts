import type { Parts } from '../../../app/counting/breakdown.ts'
import type { FigureInside } from '../../../app/counting/inside.ts'
import type { Standing } from '../../../app/counting/list.ts'
import type { FigureLine } from '../../../app/figures.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { written } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import { type MovedTable, movedTable } from '../figure-moved/table.ts'
import { type ByView, byView, type Query } from './by.ts'
import { counted, type Noun, nounOf } from './words.ts'

/** What a figure that is counted from the record is made of; each number opens its list. */
export type InsideView = {
  readonly heading: string
  readonly href: string
  readonly standing: readonly { readonly label: string; readonly count: string; readonly href: string }[]
  readonly notKnown: string | undefined
  readonly notShown: string | undefined
  readonly by: ByView | undefined
  readonly moved: MovedTable | undefined
  readonly movedMore: string
  /** What was published of the same month, and what would be said of it today. */
  readonly published: { readonly text: string; readonly href: string } | undefined
}

export type Inside = FigureInside & { readonly by: string | undefined }

export function insideView({ parts, why, by }: Inside, latest: FigureLine, query: Query): InsideView {
  const { key } = latest.indicator
  const noun = nounOf(parts.list)
  const list = (show?: Standing) =>
    address(`/indicators/${key}/list`, { ...query, ...(show === undefined ? {} : { show }) })
  const { counted: counts, notKnown, notPlaced, leftOut, all } = parts.seen
  const isInIt = all - notPlaced
  const stands: readonly (readonly [Standing, string, number])[] = [
    ['counted', 'Counted', counts],
    ['not counted', 'Not counted', isInIt - counts - notKnown],
    ['not known', 'Not known whether counted', notKnown],
    ['not placed', 'Not known whether in the group', notPlaced],
    ['left out', 'Left out', leftOut],
  ]
  const unseen = parts.all - all
  return {
    heading: parts.all === 0 ? 'Nobody is in this figure' : `The ${counted(parts.all, noun)} behind it`,
    href: list(),
    standing: stands
      .filter(([, , count]) => count > 0)
      .map(([show, label, count]) => ({ label, count: written(count, 'count'), href: list(show) })),
    notKnown: ifKnown(parts),
    notShown: notShown(unseen, all, noun),
    by: byView(parts, latest, { key, query, chosen: by }),
    moved: why && movedTable(why, query),
    movedMore: address(`/indicators/${key}/moved`, query),
    published: publishedView(latest, query),
  }
}

function notShown(unseen: number, seen: number, noun: Noun): string | undefined {
  if (unseen === 0) return undefined
  const same = 'The figure is the same for everybody'
  return seen === 0
    ? `${same}; the records that decide it are not yours to read, and so its list is not.`
    : `${counted(unseen, noun)} more ${unseen === 1 ? 'is' : 'are'} in this figure whose records are not yours to read. ${same}; what follows is of those whom you may see.`
}

/** The published figure stays as it is: what was recorded later shows beside it, and opens to those on whose account it differs. */
function publishedView(latest: FigureLine, query: Query): InsideView['published'] {
  const { asPublished, indicator, period, value } = latest
  if (asPublished === null || asPublished.value === null || value === null) return undefined
  const [was, is] = [asPublished.value, value].map((one) => written(one, indicator.unit))
  const source = `Published as ${was} (${asPublished.publishedIn})`
  const asKnown = { ...query, before: query.period, 'known-on': toText(asPublished.knownOn) }
  return {
    text:
      was === is
        ? `${source}, and still so as known today.`
        : `${source}. As known today, ${periodLabel(period)} is ${is}. The published figure stays as it is.`,
    href: address(`/indicators/${indicator.key}/moved`, asKnown),
  }
}

/** What not knowing costs: how high a share could be. */
function ifKnown({ counting: { indicator }, seen }: Parts): string | undefined {
  const { numerator, denominator, notKnown } = seen
  if (indicator.counts?.measure?.summary === 'pooled') return undefined
  if (indicator.unit !== 'per cent' || notKnown === 0 || denominator === null) return undefined
  const stays = indicator.counts?.whenNotKnown !== 'leaves'
  const all = denominator + (stays ? 0 : notKnown)
  const [most, least] = [numerator + notKnown, numerator].map((count) => written((100 * count) / all, 'per cent'))
  return stays
    ? `If all of whom it is not known turn out to count the figure is ${most}; as they stand they count as not.`
    : `Depending on those of whom it is not known the figure lies between ${least} and ${most}; as they stand they are left out of it.`
}
