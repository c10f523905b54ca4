import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'

/** Faults of what others send: keys that stand twice, figures of no area, those that are counted here, those that somebody else sends, or two. */
export function suppliesProblems(areas: readonly Area[]): readonly Problem[] {
  const all = areas.flatMap((area) =>
    (area.supplies ?? []).map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key, one })),
  )
  const defined = new Set(areas.flatMap(({ indicators }) => indicators))
  const sent = all.flatMap(({ path, one }) => one.indicators.map((indicator) => ({ path, indicator, by: one.sentBy })))
  return [
    ...keyProblems(all),
    ...all.flatMap(({ path, one: { label, signedOffBy, source } }) =>
      emptyProblems(path, { label, signedOffBy, source }),
    ),
    ...sent.flatMap(({ path, indicator, by }, at) => [
      ...(indicator.sent?.by === by ? [] : [{ path, problem: `${indicator.key} is not sent by ${by.label}` }]),
      ...(defined.has(indicator) ? [] : [{ path, problem: `${indicator.key} is not an indicator of any area` }]),
      ...(indicator.counts === undefined ? [] : [{ path, problem: `${indicator.key} is counted here` }]),
      ...(sent.findIndex((one) => one.indicator === indicator) < at
        ? [{ path, problem: `${indicator.key} is sent by two` }]
        : []),
    ]),
  ]
}
