import { LetterboxAgreement, LetterboxExchange } from '../areas/adoption/letterbox.ts'
import { LifeStoryWork } from '../areas/permanence/life-story.ts'
import { addDays, addMonths, fromParts, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import { adoptionRates } from './adoption-rates.ts'
import type { CareMade } from './care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

const rates = adoptionRates.of
/** Letters of so many years are told at most. */
const YEARS = 12

/** The child’s story after the order, and the letters of the two families. */
export function storyOf(random: Random, { endedOn }: CareMade): readonly RowMade[] {
  const given = (kind: string): readonly RowMade[] => {
    const after = random.chance(rates.bookInTime)
      ? random.whole(-20, 14)
      : random.chance(rates.bookLate / (1 - rates.bookInTime))
        ? random.whole(20, 160)
        : undefined
    return after === undefined ? [] : [{ type: LifeStoryWork, fields: { doneOn: addDays(endedOn, 25 + after), kind } }]
  }
  return [...given('book'), ...given('later-life-letter'), ...letters(random, endedOn)]
}

function letters(random: Random, adoptedOn: PlainDate): readonly RowMade[] {
  const startedOn = addDays(adoptedOn, random.whole(15, 70))
  const month = random.whole(1, 12)
  const withWhom = random.weighted({ 'Birth mother': 60, 'Birth parents': 25, Grandparents: 15 })
  const { year, month: began } = partsOf(startedOn)
  const first = fromParts(month < began ? year + 1 : year, month, 1)
  const came = Array.from({ length: YEARS }, (_, at) => addMonths(first, 12 * at)).flatMap((due) =>
    (['adopters', 'relatives'] as const).flatMap((from): readonly RowMade[] => {
      const receivedOn = addDays(due, random.whole(0, 35))
      const sentOn = addDays(receivedOn, random.whole(2, 25))
      return random.chance(rates.writes[from]) && receivedOn > startedOn
        ? [{ type: LetterboxExchange, fields: { from, receivedOn, sentOn } }]
        : []
    }),
  )
  const agreed = { withWhom, kind: 'letters', writers: 'both', timesAYear: 1, month, startedOn }
  return [{ type: LetterboxAgreement, fields: agreed }, ...came]
}
