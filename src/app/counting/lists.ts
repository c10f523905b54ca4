import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { remembered } from '../../core/counting/define.ts'
import { type Counting, listKey, type MemberList, planLists } from '../../core/counting/plan.ts'
import type { Catalogue } from '../../core/definitions/catalogue.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { type App, getIndicator } from '../app.ts'
import { Refused } from '../refused.ts'

const planned = new WeakMap<Catalogue, readonly MemberList[]>()

/** The lists of members that all indicators together need. */
export function listsOf({ catalogue }: Pick<App, 'catalogue'>): readonly MemberList[] {
  const lists = planned.get(catalogue) ?? planLists(catalogue.indicators.values())
  planned.set(catalogue, lists)
  return lists
}

/** An indicator's place: the list of its members, and how they are counted. */
export type Place = { readonly list: MemberList; readonly counting: Counting }

/** Where an indicator is counted; undefined for one of which only published figures are held. */
export function findPlace(app: Pick<App, 'catalogue'>, indicator: Indicator): Place | undefined {
  const key = listKey(indicator)
  const list = listsOf(app).find((one) => one.key === key)
  const counting = list?.countings.find((one) => one.indicator.key === indicator.key)
  return list === undefined || counting === undefined ? undefined : { list, counting }
}

/** The same of an indicator by its key. Refused where it is not counted from the record. */
export function getPlace(app: App, key: string): Place {
  const place = findPlace(app, getIndicator(app, key))
  if (place === undefined)
    throw new Refused(
      'not found',
      `“${getIndicator(app, key).label}” is not counted from the record yet: only published figures are held.`,
    )
  return place
}

let code: string | undefined

/**
 * What a list was made by. Rules are program text: members made by any other are out of date. All of the core's and the areas' counts, for
 * a rule calls functions that it does not show.
 */
export const definitionsOf = remembered(({ key, tests }: MemberList): string => {
  code ??= codeHash(['core', 'areas'])
  return createHash('sha256')
    .update(JSON.stringify([code, key, tests.map(({ name }) => name)]))
    .digest('hex')
    .slice(0, 16)
})

function codeHash(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url))
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted())
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(root, name)))
  }
  return hash.digest('hex')
}
