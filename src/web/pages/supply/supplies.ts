import { everSigns, type readSupplies } from '../../../app/supplies/supply.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { upperFirst } from '../../marks.ts'
import type { Who } from '../../session.ts'
import { many } from '../month/words.ts'
import { standsText, supplyHref } from './view.ts'

type Stands = Awaited<ReturnType<typeof readSupplies>>[number]

const marks = {
  'nothing sent': { kind: 'late', icon: 'late', word: 'Nothing sent' },
  'to be signed off': { kind: 'soon', icon: 'clock', word: 'To be signed off' },
  'sent again': { kind: 'late', icon: 'late', word: 'Sent again' },
  'signed off': { kind: 'done', icon: 'tick', word: 'Signed off' },
} as const

/** What others send, and how far it is in the last whole month: what waits for the viewer first. */
export function suppliesView(all: readonly Stands[], who: Who) {
  const rows = all.map((one) => ({
    ...{ label: one.supply.label, href: supplyHref(one), mark: marks[one.is], says: `${upperFirst(standsText(one))}.` },
    ...{ sentBy: one.supply.sentBy.label, signedOffBy: one.supply.signedOffBy },
    isYours: everSigns(who.account, one.supply.key),
    isOpen: one.is !== 'signed off',
  }))
  return {
    page: {
      title: 'Figures that others send',
      navigation: 'services' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: headingOf(all),
    rows: rows.toSorted((a, b) => rank(a) - rank(b)),
  }
}

type Ranked = { readonly isYours: boolean; readonly isOpen: boolean }
const rank = ({ isYours, isOpen }: Ranked): number => Number(!isYours) + 2 * Number(!isOpen)

function headingOf(all: readonly Stands[]): string {
  const [first] = all
  if (first === undefined) return 'Nobody sends figures of their own'
  const open = all.filter(({ is }) => is !== 'signed off').length
  const month = periodLabel(first.period)
  return open === 0
    ? `${month}: what others sent is signed off`
    : `${month}: ${many(open, 'set of figures that others send is', 'sets of figures that others send are')} not signed off`
}
