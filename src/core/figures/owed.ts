import { type Period, type PeriodKind, periodContaining, previousPeriod } from '../dates/period.ts'
import { addDays, addMonths, type PlainDate } from '../dates/plain-date.ts'
import type { SentEvery } from '../definitions/indicator.ts'

/** How it stands with what an agency is to send. `overdue`: it is not here, and should be. */
export type Owed = 'sent' | 'sent late' | 'awaited' | 'overdue'

const kinds: Readonly<Record<SentEvery, PeriodKind>> = {
  month: 'month',
  quarter: 'quarter',
  'financial year': 'financial year',
  'academic year': 'academic year',
}

/** The month under which the latest is filed that an agency can have sent by the end of a month: that with which its own stretch ends. */
function lastFiled(every: SentEvery, month: Period): Period {
  const stretch = periodContaining(kinds[every], month.from)
  return stretch.to === month.to ? month : periodContaining('month', addDays(stretch.from, -1))
}

/** The months under which figures are filed that can be here by the end of a month, the last first: those of half a year, and in any case the last. */
export function filedLately(every: SentEvery, month: Period): readonly Period[] {
  const since = addMonths(month.from, 1 - MONTHS)
  const filed = [lastFiled(every, month)]
  for (;;) {
    const last = filed.at(-1)
    const before = last && lastFiled(every, previousPeriod(last))
    if (before === undefined || before.from < since) return filed
    filed.push(before)
  }
}

/** As far back as a dataset is shown. */
const MONTHS = 6

/**
 * How it stands on a day with one figure.
 * @param due the last day on which it is in time
 * @param cameOn when it came, as far as it has; a figure that says that there is none has come too
 */
export function owed({
  due,
  cameOn,
  today,
}: {
  due: PlainDate
  cameOn: PlainDate | undefined
  today: PlainDate
}): Owed {
  if (cameOn !== undefined) return cameOn > due ? 'sent late' : 'sent'
  return today > due ? 'overdue' : 'awaited'
}
