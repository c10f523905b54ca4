import { LifeStoryWork } from '../areas/permanence/life-story.ts'
import { ageOn } from '../core/dates/age.ts'
import { firstEnd, later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { everydayRates } from './care-rates.ts'
import { every, type InCare } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

const words = [
  '“So that is why I lived with Jean first.”',
  'Wanted to see the picture of the blue house again.',
  '“I did not know that my mum liked football too.”',
  'Did not want to talk today; we looked at the photographs.',
] as const
/** Of so many months it is told. */
const TOLD = 24

/** Time spent with a child on their own story, and the box of what is theirs. */
export function storyWorkOf(random: Random, { child, care, until }: InCare): readonly RowMade[] {
  const { hasStoryWork, everyDays, memoryBox } = everydayRates.of
  if (!random.chance(hasStoryWork)) return []
  const from = later(addDays(care.startedOn, 150), addMonths(until, -TOLD))
  const before = firstEnd(care.endedOn, addDays(until, 1)) ?? until
  const sessions = every(from, before, () => random.whole(everyDays[0], everyDays[1]))
    .filter((on) => ageOn(child.bornOn, on) >= 4)
    .map((on) => work(on, 'session', random.pick(words)))
  const box = addDays(care.startedOn, random.whole(200, 600))
  const isBoxed = random.chance(memoryBox) && box >= from && box < before
  return isBoxed ? [...sessions, work(box, 'memory-box', null)] : sessions
}

const work = (doneOn: PlainDate, kind: string, childsWords: string | null): RowMade => ({
  type: LifeStoryWork,
  fields: { doneOn, kind, childsWords, carersHaveIt: kind === 'memory-box' ? 'yes' : null },
})
