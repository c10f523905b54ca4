import { AdoptionSeal } from '../../areas/adoption/seal.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { PartnerList } from '../../formats/partner-lists/read.ts'
import { writeCareLeavers, writtenForPartners } from '../../formats/partner-lists/write.ts'
import { listRecords } from '../../store/records/list.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type App, unknown } from '../app.ts'
import { Refused } from '../refused.ts'
import { type Exchanger, exchange } from './exchange.ts'
import { heldRows, numberFor } from './write-return.ts'

/** The list of a partner, by its key. @throws Refused when there is none */
export function getPartnerList({ partnerLists }: App, partner: string): PartnerList {
  const list = partnerLists.find((one) => one.partner === partner)
  if (list === undefined)
    throw new Refused(
      'bad usage',
      unknown(
        'partner',
        partner,
        partnerLists.map((one) => one.partner),
      ),
    )
  return list
}

const FORMAT = { written: writtenForPartners, sourceSystem: 'partner-lists', of: 'day' } as const

/**
 * The list of care leavers that a partner has, of a day: the columns that were agreed, and nobody whose record is restricted or whose identity is sealed. Each
 * release stands in the audit, with who it was for, the columns and how many were on it.
 * @throws Refused when they may not
 */
export async function releaseList(
  app: App,
  who: Exchanger,
  list: PartnerList,
  on: PlainDate,
): Promise<{ readonly name: string; readonly text: string; readonly people: number }> {
  const detail = `care leavers of ${toText(on)} for ${list.label}: ${list.columns.join(', ')}`
  return exchange(app, who, { action: 'export', detail }, async (db) => {
    const knownOn = app.clock.today
    const held = await heldRows(db, FORMAT, knownOn)
    const written = writeCareLeavers(held, list, toText(on), await keptFromPartners(db, knownOn))
    return { name: `care-leavers-${list.partner}-${toText(on)}.csv`, ...written }
  })
}

/** Those who are restricted today, or whose identity is sealed. */
async function keptFromPartners(db: Db, knownOn: PlainDate): Promise<ReadonlySet<string>> {
  const records = [await listRecords(db, Restriction, knownOn), await listRecords(db, AdoptionSeal, knownOn)].flat()
  const now = records.filter(({ content }) => {
    const endedOn = content.fields['endedOn']
    return typeof endedOn !== 'number' || endedOn > knownOn
  })
  const number = await numberFor(db, FORMAT, knownOn)
  return new Set(now.flatMap(({ content }) => content.subjects['person'] ?? []).flatMap((one) => number.get(one) ?? []))
}
