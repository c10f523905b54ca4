import type { App } from '../../src/app/app.ts'
import { datasetFigures } from '../../src/app/figures.ts'
import { parsePeriod } from '../../src/core/dates/period.ts'
import { type Compared, compare } from './compare.ts'

export const september = parsePeriod('2023-09')

/**
 * The dataset of September 2023 in a store that holds the demonstration, of both authorities. Nothing is known of ours after 4 October: a cohort that had time
 * beyond that day, or a figure that Dorset left out in September, stands for the last month that was complete and published.
 */
export async function comparedIn(app: App): Promise<readonly Compared[]> {
  const figures = (authority: string) =>
    datasetFigures(app, 'corporate-parenting', {
      audience: 'staff',
      authority,
      period: september,
      periods: 3,
      knownOn: app.clock.today,
    })
  const [counted, published] = [await figures('exampleshire'), await figures('dorset')]
  return counted.sections.flatMap(({ section, series }, at) =>
    series.flatMap(({ lines }, place) => {
      const theirs = published.sections[at]?.series[place]?.lines ?? []
      const pairs = lines.flatMap((ours) => {
        const beside = theirs.find(({ period }) => period.from === ours.period.from)
        return beside === undefined ? [] : [{ ours, beside }]
      })
      const pair = pairs.findLast(({ ours, beside }) => !ours.provisional && beside.value !== null) ?? pairs.at(-1)
      return pair === undefined ? [] : [compare(section.label, pair.ours, pair.beside)]
    }),
  )
}
