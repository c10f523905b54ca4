import type { FastifyRequest } from 'fastify'
import type { AskedReconciliation, FindingRead } from '../../../app/reconciliation/read.ts'
import { Refused } from '../../../app/refused.ts'
import { all, first, pathPart } from '../../query.ts'

/** Which of the findings are shown: what is still to be put right, or those that stand so. */
export const shows = ['open', 'undecided', 'ours', 'theirs', 'cleared', 'all'] as const
export type Show = (typeof shows)[number]

export type AskedPage = AskedReconciliation & { readonly show: Show; readonly items: readonly string[] }

/** The reconciliation and the list that an address names. Refused where the number of the list is none. */
export function askedIn(request: FastifyRequest): AskedPage {
  const list = first(request, 'list')
  if (list !== undefined && !/^[1-9]\d{0,8}$/.test(list))
    throw new Refused('not found', 'There is no list of that number.')
  const show = first(request, 'show')
  return {
    reconciliation: pathPart(request, 'reconciliation'),
    list: list === undefined ? undefined : Number(list),
    show: shows.find((one) => one === show) ?? 'open',
    items: all(request, 'item'),
  }
}

/** Whether a finding is among those that are asked for. */
export const isAsked = ({ show, items }: AskedPage, { standing, item }: FindingRead): boolean =>
  (items.length === 0 || items.includes(item.key)) &&
  (show === 'all' ||
    (show === 'open' ? standing !== 'cleared' : show === 'undecided' ? standing === 'open' : standing === show))
