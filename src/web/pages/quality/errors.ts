import type { ErrorsRead, NamedError } from '../../../app/quality/read.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import type { Who } from '../../session.ts'
import { behindOf } from '../figure-list/view.ts'
import { many } from '../month/words.ts'
import { type Asked, qualityAddress } from './asked.ts'
import { moveView } from './move-view.ts'
import { pageOf, sortText, tabs, whoseLinks } from './overview.ts'

export const MOST = 50

/** The errors of one rule, or of all by whom they are about. */
export function errorsView({ month, whose, rule, errors, all, about, page, notShown, moves }: ErrorsRead, who: Who) {
  const asked = { ...month, whose }
  const path = rule === undefined ? '/children' : `/rules/${rule.key}`
  const pages = Math.max(1, Math.ceil(all / MOST))
  return {
    page: pageOf(rule?.label ?? 'Data quality by child', who),
    back: rule === undefined ? undefined : qualityAddress('', asked),
    heading:
      rule === undefined
        ? all === 0
          ? 'No errors of data'
          : `${many(all, 'error of data', 'errors of data')} about ${many(about, 'person or household', 'people and households')}`
        : `${many(all, 'error')}. ${rule.label}`,
    lead: rule === undefined ? periodLabel(month.period) : `${sortText(rule.sort)}. ${periodLabel(month.period)}.`,
    source: rule?.source,
    tabs: rule === undefined ? tabs(asked, 'children') : [],
    whose: whoseLinks(path, asked),
    csv: all === 0 ? undefined : qualityAddress('.csv', asked, rule === undefined ? {} : { rule: rule.key }),
    moves: moves.map((one) => moveView(one, month.period)),
    withRule: rule === undefined,
    errors: errors.map((one) => errorRow(one, asked)),
    notShown: notShown === 0 ? undefined : `${many(notShown, 'more error')} about those whose record you may not open.`,
    before: page > 1 ? qualityAddress(path, asked, { page: String(page - 1) }) : undefined,
    after: page < pages ? qualityAddress(path, asked, { page: String(page + 1) }) : undefined,
    pageText: `Page ${page} of ${pages}`,
    nothing: 'There is nothing of this kind for whom you chose.',
  }
}

const errorRow = (error: NamedError, asked: Asked) => ({
  name: error.name,
  href: qualityAddress(`/of/${error.subject}`, asked),
  rule: error.rule.label,
  ruleHref: qualityAddress(`/rules/${error.rule.key}`, asked),
  why: error.why,
  behind: error.behind.map(behindOf),
  ...whoText(error),
  accepted: error.accepted,
})

/** Who puts it right: who was asked, or whose work they are. */
export function whoText({ assigned, workerName, teamName }: NamedError) {
  if (assigned?.to != null) return { whom: assigned.to.name, because: `asked by ${assigned.by}: “${assigned.note}”` }
  if (workerName !== null) return { whom: workerName, because: 'whose work they are' }
  return { whom: teamName ?? 'Nobody yet', because: teamName === null ? 'no team works with them' : 'nobody by name' }
}
