import type { App } from '../../src/app/app.ts'
import { datasetFigures } from '../../src/app/figures.ts'
import { parsePeriod } from '../../src/core/dates/period.ts'
import { type Compared, compare } from './compare.ts'

const september = parsePeriod('2023-09')

/** The dataset of September 2023 in a store that holds the demonstration, of both authorities. */
export async function comparedIn(app: App): Promise<readonly Compared[]> {
  const figures = (authority: string) =>
    datasetFigures(app, 'corporate-parenting', {
      audience: 'staff',
      authority,
      period: september,
      periods: 1,
      knownOn: app.clock.today,
    })
  const [counted, published] = [await figures('exampleshire'), await figures('dorset')]
  return counted.sections.flatMap(({ section, series }, at) =>
    series.flatMap(({ latest }, place) => {
      const beside = published.sections[at]?.series[place]?.latest
      return beside === undefined ? [] : [compare(section.label, latest, beside)]
    }),
  )
}
