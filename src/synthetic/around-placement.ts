import { delegatedOf } from './delegated.ts'
import { goingHomeOf } from './going-home.ts'
import type { InCare } from './in-care.ts'
import { libertyOf } from './liberty.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { secureOf } from './secure.ts'
import { storyWorkOf } from './story-work.ts'
import { visitingRulesOf } from './visiting-rules.ts'

/** What is written down around where a child lives: orders that take their liberty, how often to visit, who decides what, going home, their own story. */
export const aroundPlacementOf = (random: Random, told: InCare): readonly RowMade[] => [
  ...libertyOf(random.fork('liberty'), told),
  ...secureOf(random.fork('secure'), told),
  ...visitingRulesOf(random.fork('visiting'), told),
  ...delegatedOf(random.fork('delegated'), told),
  ...goingHomeOf(random.fork('home'), told),
  ...storyWorkOf(random.fork('story'), told),
]
