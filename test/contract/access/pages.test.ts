import { describe, it } from 'vitest'
import { type AccountKey, accountKeys, odd } from './expected.ts'
import { pages } from './pages.ts'
import { letters } from './people.ts'
import { none, walk } from './walk.ts'
import type { Page } from './way.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()

/** The first page of each action, and the records of each sensitivity, as everybody; every other page as one account of each role. */
const wide: ReadonlySet<Page> = new Set([
  ...new Map(pages.toReversed().map((page) => [page.action, page] as const)).values(),
  ...letters.flatMap((letter) => pages.filter(({ name }) => name === `a record kept as ${letter}`)),
])
const accountsFor = (page: Page): readonly AccountKey[] =>
  wide.has(page) ? accountKeys : accountKeys.filter((key) => !odd.includes(key))

describe('every page about somebody, for every account and person', () => {
  it.each(pages)('$route: $name', async (page) => none(await walk(world(), page, accountsFor(page))))
})
