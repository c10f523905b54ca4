import type { BesideMember, MeasuresRead } from '../../../app/reconciliation/measures.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { written } from '../../../core/figures/written.ts'
import type { Reconciliation } from '../../../core/reconciliation/reconciliation.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { cellOf } from '../figure-list/view.ts'
import { pathOf } from './names.ts'
import { many } from './words.ts'

/** Two ways of counting one thing, side by side, with who counts in one alone and why. */
export function measuresView(of: Reconciliation, read: readonly MeasuresRead[], who: Who) {
  return {
    page: {
      title: `${of.label}: two measures`,
      navigation: 'services' as const,
      who: { name: who.account.name, form: who.form },
    },
    back: { href: pathOf(of.key), label: of.label },
    heading: headingOf(read),
    measures: read.map((one) => ({
      label: one.label,
      period: periodLabel(one.period),
      sides: [one.theirs, one.ours].map(({ indicator, value, counted, of: all }, at) => ({
        whose: at === 0 ? of.theirs : of.ours,
        label: indicator.label,
        href: address(`/indicators/${indicator.key}/list`, { period: periodText(one.period) }),
        value: value === null ? 'No figure' : written(value, indicator.unit),
        count: `${counted.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`,
        who: indicator.who,
        countedIf: 'countedIf' in indicator ? (indicator.countedIf ?? '') : '',
        notKnown: indicator.notKnown,
        definition: `/definitions/${indicator.key}`,
      })),
      inBoth: `${many(one.inBoth, 'child counts', 'children count')} in both.`,
      groups: [
        groupOf(`Counted by ${of.theirs.toLowerCase()}’s measure alone`, one.onlyTheirs),
        groupOf(`Counted by ${of.ours.toLowerCase()}’s measure alone`, one.onlyOurs),
      ],
      notShown:
        one.notShown === 0
          ? undefined
          : `${one.notShown} more ${one.notShown === 1 ? 'counts' : 'count'} in one of them alone, of whom you may not read what decides it.`,
    })),
  }
}

const groupOf = (label: string, members: readonly BesideMember[]) => ({
  label: `${label}: ${members.length}`,
  rows: members.map(({ subject, name, theirs, ours }) => ({
    name,
    href: `/people/${subject}`,
    theirs: theirs.map(answerOf),
    ours: ours.map(answerOf),
  })),
})

/** A “no” that no record stands behind says what was asked. */
const answerOf = (reason: BesideMember['ours'][number]) => ({ ...cellOf(reason), name: reason.name })

function headingOf(read: readonly MeasuresRead[]): string {
  const [one] = read
  if (one === undefined) return 'Nothing has been counted in two ways yet'
  if (one.inBoth + one.onlyTheirs.length + one.onlyOurs.length + one.notShown === 0)
    return 'Neither measure counts any child'
  const apart = one.onlyTheirs.length + one.onlyOurs.length + one.notShown
  return apart === 0
    ? 'Both measures count the same children'
    : `${many(apart, 'child counts', 'children count')} in one of the two measures alone`
}
