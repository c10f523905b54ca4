import type { Account } from '../../store/accounts.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { type AskedWork, findWork, type SeenNeed, type SeenUnknown, type WorkFound } from '../counting/work-list.ts'
import { Refused } from '../refused.ts'

export type WorkTaken = Pick<WorkFound, 'work' | 'on'> & {
  readonly needs: readonly SeenNeed[]
  readonly unknown: readonly SeenUnknown[]
}

/** Those on a work list whom the viewer may take out. @throws Refused when there is nobody of that kind on it */
export async function exportWork(app: App, account: Account, asked: AskedWork): Promise<WorkTaken> {
  const { work, on, ...found } = await findWork(app, account, asked)
  const needs = found.needs.filter(({ mayExport }) => mayExport)
  const unknown = found.unknown.filter(({ mayExport }) => mayExport)
  const [first, ...others] = new Set([...needs, ...unknown].map(({ subject }) => subject))
  if (first === undefined)
    throw new Refused('not allowed', 'Nobody on this list is somebody whose record your role takes out.')
  const detail = `work list “${work.label}”, as CSV`
  return about(app, account, { action: 'export', people: [first, ...others], detail }, async () => ({
    work,
    on,
    needs,
    unknown,
  }))
}
