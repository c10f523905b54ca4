import { buildServer } from '../../src/web/server.ts'
import { familyNames } from './authority/words.ts'
import type { Bench, Measurement } from './bench.ts'
import { childrenInCare, someChildren } from './chronologies.ts'
import { percentile, timeEach } from './measure.ts'
import { reader } from './reader.ts'

const AIM = 100

/** Pages as the server answers them, without the network. */
export const pages: Bench = {
  key: 'page',
  label: 'Answering pages',
  async run(authority) {
    const server = await buildServer(authority.app)
    try {
      const get = await reader(authority, server)
      const plain = percentile(await timeEach(Array(50).fill('/accessibility'), get), 50)
      const people = (subjects: readonly number[]) => subjects.map((subject) => `/people/${subject}`)
      await timeEach(people(someChildren(authority, 20, 300)), get)
      const anybody = await timeEach(people(someChildren(authority, 200, 301)), get)
      const inCare = await timeEach(people(childrenInCare(authority).slice(0, 100)), get)
      const found = await timeEach(searches(100), get)
      return [
        { what: 'a page without data, p50', value: plain, unit: 'ms' },
        ...spread('a child', anybody, plain),
        ...spread('a child in care', inCare, plain),
        ...spread('50 people found by name', found, plain),
      ]
    } finally {
      await server.close()
    }
  },
}

/** Of every name there are more than fit on the page. */
const searches = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, which) => `/people?q=${familyNames[which % familyNames.length]}`)

const spread = (page: string, times: readonly number[], plain: number): readonly Measurement[] => {
  const [p50, p95] = [percentile(times, 50), percentile(times, 95)]
  return [
    { what: `${page}, p50`, value: p50, unit: 'ms', ratio: { to: 'page without data', times: p50 / plain } },
    { what: `${page}, p95`, value: p95, unit: 'ms', aim: AIM },
  ]
}
