import type { ReconciledItem, Reconciliation } from '../reconciliation/reconciliation.ts'
import { roleOf } from '../reconciliation/reconciliation.ts'
import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'

/** Faults of reconciliations: keys and headings that stand twice, records of no area or about nobody, fields that there are not. */
export function reconciliationsProblems(areas: readonly Area[]): readonly Problem[] {
  const all = areas.flatMap((area) =>
    (area.reconciliations ?? []).map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key, one })),
  )
  const types = new Set(areas.flatMap(({ records = [] }) => records))
  return [
    ...keyProblems(all),
    ...all.flatMap(({ path, one }) => [
      ...emptyProblems(path, { label: one.label, source: one.source, theirs: one.theirs, ours: one.ours }),
      ...keyProblems([...one.knownBy, ...one.items].map(({ key }) => ({ path: `${path} > ${key}`, key }))),
      ...headingProblems(path, one),
      ...one.items.flatMap((item) => [
        ...(types.has(item.type) ? [] : [{ path, problem: `${item.type.key} is a record of no area` }]),
        ...itemProblems(`${path} > ${item.key}`, item),
      ]),
    ]),
  ]
}

/** A heading that is two things would be read as the first of them. */
function headingProblems(path: string, { knownBy, items }: Reconciliation): readonly Problem[] {
  const columns = [...knownBy, ...items]
  const headings = columns.flatMap((one) => one.headings)
  return [
    ...columns
      .filter((one) => one.headings.length === 0)
      .map(({ key }) => ({ path: `${path} > ${key}`, problem: 'has no heading by which its column is known' })),
    ...headings
      .filter((text, at) => headings.indexOf(text) < at)
      .map((text) => ({ path, problem: `the heading “${text}” stands for two columns` })),
  ]
}

function itemProblems(path: string, item: ReconciledItem): readonly Problem[] {
  const { type, on, where, held, tolerance, oneEvent } = item
  const coded = [...Object.entries(where), ...Object.entries(held)]
  return [
    ...(roleOf(item) === '' ? [{ path, problem: `${type.key} is about no person` }] : []),
    ...(type.fields[on]?.kind === 'date' ? [] : [{ path, problem: `${on} is no date of ${type.key}` }]),
    ...coded.flatMap(([name, code]) => {
      const field = type.fields[name]
      if (field?.kind !== 'code') return [{ path, problem: `${name} is no code of ${type.key}` }]
      return code in field.list.codes ? [] : [{ path, problem: `${name} is never “${code}”` }]
    }),
    ...(tolerance >= 0 && oneEvent >= tolerance
      ? []
      : [{ path, problem: 'two days that are the same have to be one event too' }]),
  ]
}
