import { readFile } from 'node:fs/promises'
import { importNational, importShipped } from '../../src/app/benchmarks/import-national.ts'
import { nationalFigures } from '../../src/app/benchmarks/national.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { buildServer } from '../../src/web/server.ts'
import type { Authority, Bench, Measurement } from './bench.ts'
import { peakMegabytes, percentile, timed, timeEach } from './measure.ts'

const LOADING = 20
const PAGE = 100
/** As for the process that counts: the embedded database alone takes most of it. */
const MEMORY = 650

/** What is published of every authority: loaded, the same again, and as pages. */
export const benchmarks: Bench = {
  key: 'benchmarks',
  label: 'National figures',
  async run({ app }) {
    const loading = await timed(() => importShipped(app))
    if (loading.result !== 530_486) throw new Error(`${loading.result} national figures were loaded`)
    const name = 'lait-values.csv.gz'
    const bytes = await readFile(new URL(`../../data/benchmarks/${name}`, import.meta.url))
    const again = await timed(() => importNational(app, [{ name, bytes }], plainDate('2026-04-30')))
    if (again.result.counts.same !== 476_170) throw new Error('The same file changed something')
    return [
      { what: '530,486 national figures loaded', value: loading.seconds, unit: 's', aim: LOADING },
      { what: 'the tool’s 476,170 again, nothing changed', value: again.seconds, unit: 's', aim: LOADING },
    ]
  },
  apart: pages,
}

async function pages({ app }: Authority): Promise<readonly Measurement[]> {
  const server = await buildServer(app)
  try {
    const get = async (url: string) => {
      const { statusCode } = await server.inject({ method: 'GET', url })
      if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`)
    }
    const first = await timed(() => nationalFigures(app))
    const national = first.result
    if (national === undefined) throw new Error('There are national figures')
    const places = national.places.authorities.filter((_, at) => at % 3 === 0).map(({ key }) => `/places/${key}`)
    const shown = [...national.measures.values()].filter(({ key }) => (national.years.get(key) ?? []).length > 0)
    const measures = places.flatMap((place, at) => [
      `${place}/measures/${shown[at * 3]?.key}`,
      `${place}/measures/${shown[at * 4]?.key}`,
    ])
    const warm = places.slice(0, 5)
    const subject = (place: string) => `${place}/themes/children-in-care`
    await timeEach([...warm, ...warm.map(subject), ...measures.slice(0, 5)], get)
    return [
      { what: 'all of them read for the first page', value: first.seconds, unit: 's' },
      ...spread('an authority beside others', await timeEach(places, get)),
      ...spread('a measure of an authority', await timeEach(measures, get)),
      ...spread('a subject’s 54 pictures', await timeEach(places.map(subject), get)),
      ...spread(
        'a question in plain words',
        await timeEach(
          places.map((place) => `${place}/measures?find=far+from+home`),
          get,
        ),
      ),
      { what: 'most memory of the process that answers', value: peakMegabytes(), unit: 'MB', aim: MEMORY },
    ]
  } finally {
    await server.close()
  }
}

const spread = (page: string, times: readonly number[]): readonly Measurement[] => [
  { what: `${page}, p50`, value: percentile(times, 50), unit: 'ms' },
  { what: `${page}, p95`, value: percentile(times, 95), unit: 'ms', aim: PAGE },
]
