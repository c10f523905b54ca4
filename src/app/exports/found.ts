import type { Account } from '../../store/accounts.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { type Found, findPeople } from '../people/find.ts'
import { Refused } from '../refused.ts'

export type PersonFound = Extract<Found, { kind: 'person' }>

/** Those whom a search finds and whom the viewer may take out. @throws Refused when there is nobody of that kind among them */
export async function exportFound(app: App, account: Account, query: string): Promise<readonly PersonFound[]> {
  const { people } = await findPeople(app, account, query)
  const taken = people.flatMap((one) => (one.kind === 'person' && one.mayExport ? one : []))
  const [first, ...others] = taken.map(({ subject }) => subject)
  if (first === undefined)
    throw new Refused('not allowed', 'Nobody whom this search finds is somebody whose record your role takes out.')
  const detail = `people found for “${query.slice(0, 200)}”, as CSV`
  return about(app, account, { action: 'export', people: [first, ...others], detail }, async () => taken)
}
