import { everSigns, missingIn, type SupplyRead } from '../../../app/supplies/supply.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { periodLabel, periodText, previousPeriod } from '../../../core/dates/period.ts'
import { monthName } from '../../../core/dates/plain-date.ts'
import { written } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'

/** What keeps something from being done: of which question. */
export type Fault = { readonly field: 'file' | 'words'; readonly message: string }
/** What somebody tried, and why it was not done. */
export type Tried = { readonly words: string; readonly faults: readonly Fault[] }
export const NOTHING_TRIED: Tried = { words: '', faults: [] }

const MOST_FAULTS = 50

/** What was sent of a month, whether somebody answers for it, and what may be done. */
export function supplyView(read: SupplyRead, { words, faults }: Tried, who: Who) {
  const { supply, period, series, figures, signed, is } = read
  const own = `/supplies/${supply.key}`
  const may = everSigns(who.account, supply.key)
  const month = periodLabel(period)
  const before = previousPeriod(period)
  const first = (field: Fault['field']) => faults.find((one) => one.field === field)?.message
  return {
    page: {
      title: `${supply.label}, ${month}`,
      navigation: 'services' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: headingOf(read),
    lead: `${supply.label}, ${month}.`,
    before: { label: periodLabel(before), href: address(own, { period: periodText(before) }) },
    previous: monthName(before.from),
    month,
    action: own,
    form: who.form,
    period: periodText(period),
    template: address(`${own}/template.csv`, { period: periodText(period) }),
    rows: series.map(({ indicator: { key, label, unit }, latest }) => ({
      label,
      href: address(`/indicators/${key}`, { period: periodText(period) }),
      value: latest.value === null ? undefined : written(latest.value, unit),
      parts:
        latest.numerator === null || latest.denominator === null
          ? undefined
          : `${latest.numerator} of ${latest.denominator}`,
      before: latest.previous === null ? undefined : written(latest.previous, unit),
      source: latest.publishedIn ?? undefined,
    })),
    isEmpty: is === 'nothing sent',
    signed:
      signed === undefined
        ? undefined
        : {
            by: `${signed.by}, ${londonText(signed.at.getTime() as Instant)}`,
            words: signed.words,
            stands: is === 'signed off',
          },
    sign: may && (is === 'to be signed off' || is === 'sent again'),
    wordsLabel:
      missingIn(supply, figures).length === 0
        ? 'What you checked, and what is to be known of them (optional)'
        : 'What you checked, and why figures are missing',
    load: may,
    signedOffBy: supply.signedOffBy,
    sentBy: supply.sentBy.label,
    name: who.account.name,
    words,
    faults: faults.slice(0, MOST_FAULTS).map(({ field, message }) => ({ href: `#${field}`, message })),
    more: Math.max(0, faults.length - MOST_FAULTS),
    errors: { file: first('file'), words: first('words') },
    source: supply.source,
  }
}

/** Where figures that others send are looked at, loaded and signed off. */
export const supplyHref = ({ supply, period }: Pick<SupplyRead, 'supply' | 'period'>): string =>
  address(`/supplies/${supply.key}`, { period: periodText(period) })

const headingOf = (read: SupplyRead): string => `${periodLabel(read.period)}: ${standsText(read)}`

/** Whether they were sent, and whether somebody answers for them, after the name of the month. */
export function standsText({
  supply,
  is,
  signed,
  figures,
}: Pick<SupplyRead, 'supply' | 'is' | 'signed' | 'figures'>): string {
  const some = `${figures.length} of ${supply.indicators.length} figures`
  if (is === 'nothing sent') return `nothing was sent by ${supply.sentBy.label} yet`
  if (is === 'signed off') return `${some} are there, signed off by ${signed?.by ?? supply.signedOffBy}`
  return is === 'sent again'
    ? `other figures were sent after these had been signed off`
    : `${some} are there, and nobody has signed them off`
}
