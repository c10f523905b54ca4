import type { FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { getReconciliation } from '../../../app/reconciliation/leave.ts'
import { loadTheirList, untilWith } from '../../../app/reconciliation/load.ts'
import { exchanger } from '../../../app/records/exchange.ts'
import { Refused } from '../../../app/refused.ts'
import { periodContaining, previousPeriod } from '../../../core/dates/period.ts'
import { addDays, type PlainDate, toText } from '../../../core/dates/plain-date.ts'
import { readDate } from '../../../core/dates/read-dates.ts'
import { filesOf } from '../../multipart.ts'
import { formOf, type Who } from '../../session.ts'
import { pathOf } from './names.ts'

/** What keeps a list from being loaded: of which question, or in which row. */
type LoadFault = { readonly field: string; readonly message: string }
export type Loading = { readonly from: string; readonly to: string; readonly faults: readonly LoadFault[] }

/** The last whole month, which is what a list is of most of the time. */
export function nothingLoaded({ clock }: App): Loading {
  const { from, to } = previousPeriod(periodContaining('month', clock.today))
  return { from: english(from), to: english(addDays(to, -1)), faults: [] }
}

const english = (day: PlainDate): string => toText(day).split('-').reverse().join('/')

/** Loads the list that was sent with the form; what stands in the way, with what was typed, where it was not. */
export async function loadSent(app: App, request: FastifyRequest, who: Who, reconciliation: string): Promise<Loading> {
  const fields = formOf(request, who)
  const typed = { from: fields.get('from')?.[0] ?? '', to: fields.get('to')?.[0] ?? '' }
  const [from, to] = [readDate(typed.from, app.clock.today), readDate(typed.to, app.clock.today)]
  const file = filesOf(request).find(({ field }) => field === 'file')
  const missing: LoadFault[] = [
    ...(file === undefined ? [{ field: 'file', message: 'Choose the file.' }] : []),
    ...(file?.bytes === 'too large'
      ? [{ field: 'file', message: `The file has more than ${Math.floor(app.largestFile / 1_000_000)} megabytes.` }]
      : []),
    ...(from === undefined
      ? [{ field: 'from', message: 'Give the first day that the list is of, like 1/9/2023.' }]
      : []),
    ...(to === undefined ? [{ field: 'to', message: 'Give the last day that the list is of, like 30/9/2023.' }] : []),
  ]
  if (missing.length > 0 || file === undefined || file.bytes === 'too large' || from === undefined || to === undefined)
    return { ...typed, faults: missing }
  try {
    const asked = { reconciliation, file: { name: file.name, bytes: file.bytes }, from, to: untilWith(to) }
    const loaded = await loadTheirList(app, await exchanger(app, who.account), asked)
    if (!loaded.refused) return { ...typed, faults: [] }
    return {
      ...typed,
      faults: loaded.issues.map(({ row, message }) => ({
        field: 'file',
        message: row === null ? message : `Row ${row}: ${message}`,
      })),
    }
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
    return { ...typed, faults: [{ field: 'to', message: error.message }] }
  }
}

const MOST_FAULTS = 50

export function loadView(app: App, key: string, { from, to, faults }: Loading, who: Who) {
  const of = getReconciliation(app, key)
  const own = pathOf(of.key)
  const first = (field: string) => faults.find((one) => one.field === field)?.message
  return {
    page: {
      title: `Load: ${of.label}`,
      navigation: 'services' as const,
      who: { name: who.account.name, form: who.form },
    },
    back: { href: own, label: of.label },
    heading: `Load ${of.theirs.toLowerCase()}’s list`,
    action: `${own}/new`,
    form: who.form,
    template: `${own}/template.csv`,
    knownBy: of.knownBy.map(({ label }) => label),
    items: of.items.map(({ label }) => label),
    theirs: of.theirs,
    from,
    to,
    faults: faults.slice(0, MOST_FAULTS).map(({ field, message }) => ({ href: `#${field}`, message })),
    more: Math.max(0, faults.length - MOST_FAULTS),
    errors: { file: first('file'), from: first('from'), to: first('to') },
  }
}
