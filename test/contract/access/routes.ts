import type { FastifyInstance } from 'fastify'
import type { World } from './world.ts'

/** Every address that the server answers, as it names them itself: `GET /people/:subject`. */
export function routesOf(server: FastifyInstance): readonly string[] {
  const above: string[] = []
  const lines = server.printRoutes({ commonPrefix: false }).split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const [, indent = '', label = '', methods = ''] =
      /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
    const path = (above[indent.length / 4 - 1] ?? '') + label
    above[indent.length / 4] = path
    // What answers GET answers HEAD.
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`)
  })
}

/** An address of a route, about `mine`, whom the social worker may read, and about a record of theirs. */
export function addressOf({ people }: World, route: string): string {
  const known: Readonly<Record<string, string>> = {
    subject: String(people.mine.subject),
    record: String(people.mine.records.o),
    other: String(people.named.subject),
    merged: String(people.mine.second),
    document: String(people.mine.document),
    letter: 'closing',
    opening: '8001',
    type: 'case-note',
    draft: '1',
    name: 'people',
    key: 'looking-in',
    tracker: 'guests',
    area: 'children-in-care',
    dataset: route.includes('/agencies') ? 'partnership' : 'corporate-parenting',
    indicator: 'cic-number-month-end',
    month: '2023-09',
    section: 'health',
    version: '1',
    report: 'corporate-parenting',
    audience: 'board',
    format: 'csv',
    action: '1',
    plan: '1',
    token: '1',
    rule: 'not-known-in-the-attic',
    reconciliation: 'health-list',
    supply: 'health-provider',
    finding: 't1',
    place: 'kent',
    theme: 'children-in-care',
    measure: 'children-in-care',
    agency: 'police',
    locality: 'Vale',
  }
  const ofThings: typeof known = route.includes('/things/')
    ? { subject: String(people.mine.home), type: route.includes('/new/') ? 'household' : 'household-address' }
    : {}
  return (route.split(' ')[1] ?? '').replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    const part = ofThings[name] ?? known[name]
    if (part === undefined)
      throw new Error(`Say in test/contract/access/routes.ts what stands for “:${name}” in ${route}`)
    return part
  })
}
