import { describe, it } from 'vitest'
import { pages } from './pages.ts'
import { none, walk } from './walk.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()

describe('every page about somebody, for every account and person', () => {
  it.each(pages)('$route: $name', async (page) => none(await walk(world(), page)))
})
