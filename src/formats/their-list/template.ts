import { stringify } from 'csv-stringify/sync'
import type { Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import { headingsOf } from './columns.ts'

/** The template of a list, empty. */
export const listTemplate = (of: Reconciliation): string => stringify([headingsOf(of)])

/** The same filled: a child of whom everything is known, and one with only what must be there. */
export function listExample(of: Reconciliation): string {
  const days = of.items.map((_, at) => `${String(10 + at).padStart(2, '0')}/09/2023`)
  return stringify([
    headingsOf(of),
    [
      ...of.knownBy.map(({ key }) => (key === 'nhs-number' ? '943 476 5919' : '900001')),
      'Ada',
      'Keech',
      '03/05/2012',
      ...days,
    ],
    [...of.knownBy.map(() => ''), 'Ben', 'Okoro', '21/11/2016', ...days.map((day, at) => (at === 0 ? day : ''))],
  ])
}
