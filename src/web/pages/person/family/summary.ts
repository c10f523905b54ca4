import type { FamilyRead, Relative } from '../../../../app/people/family/family-read.ts'
import type { Known } from '../../../../app/people/family/shown.ts'
import { drawFamilySmall, type FamilyDrawing } from './drawing.ts'
import {
  ageText,
  firstName,
  lowered,
  nameOf,
  relationText,
  responsibilityText,
  type TimeTogether,
  timesTogether,
} from './words.ts'

/** One row of a table of relatives. Undefined cells have nothing that may be shown. */
type SummaryRow = {
  readonly name: string
  readonly href: string | undefined
  /** “Mother, 31”. */
  readonly relation: string
  readonly responsibility: string | undefined
  readonly times: readonly TimeTogether[]
  readonly warnings: readonly string[]
}

/** The family on a page about something else too: a small drawing and a short table, for `family/parts.njk`. */
export type FamilySummary = {
  readonly who: string
  readonly drawing: FamilyDrawing | undefined
  readonly rows: readonly SummaryRow[]
  readonly href: string
  /** How many the whole page shows. */
  readonly all: number
}

export function familySummary(family: FamilyRead): FamilySummary {
  const { self, relatives, important } = family
  return {
    who: firstName(self),
    drawing: drawFamilySmall(family),
    rows: relatives.filter(isNear).map((relative) => summaryRow(relative, self)),
    href: `/people/${self.subject}/family`,
    all: relatives.length + important.length,
  }
}

const GRANDPARENTS = 6

/** Whoever has to be asked, lives together, is to be seen, or is parent, child, brother, sister, partner or carer today. */
const isNear = ({ relations, responsibility, times, livesWith, warnings }: Relative): boolean =>
  responsibility.length > 0 ||
  times.length > 0 ||
  livesWith ||
  warnings.length > 0 ||
  relations.some(({ rank }) => rank < GRANDPARENTS)

function summaryRow(relative: Relative, self: Known): SummaryRow {
  const { who } = relative
  return {
    name: nameOf(who),
    href: hrefOf(relative),
    relation: [relationText(relative), lowered(ageText(who) ?? '')].filter(Boolean).join(', '),
    responsibility: responsibilityText(relative, self),
    times: timesTogether(relative, self),
    warnings: relative.warnings,
  }
}

/** Where their record may be read. */
export const hrefOf = ({ who }: Relative): string | undefined =>
  who.kind === 'known' && who.opens ? `/people/${who.subject}` : undefined
