import type { App } from '../../src/app/app.ts'
import { calculate } from '../../src/app/counting/calculate.ts'
import type { Exemption } from '../../src/app/disclosure/decide.ts'
import { freezeMonth } from '../../src/app/months/freeze.ts'
import { publishReport } from '../../src/app/months/publish.ts'
import { parsePeriodRange } from '../../src/core/dates/period.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import type { FrozenFigure } from '../../src/core/figures/frozen.ts'
import { findFrozenFigures } from '../../src/store/months/publications.ts'
import type { Store } from '../../src/store/open.ts'
import { extractDay, guestHouse, makeGuest, september, stays } from './guest-house.ts'

/** Twenty guests in the garden and four in the attic, frozen and published to everybody for September, but for what is exempt. */
export async function publishedGuests(
  store: Store,
  exempt: readonly Exemption[] = [],
): Promise<{ readonly app: App; readonly ben: SubjectId; readonly truth: readonly FrozenFigure[] }> {
  const { app, ben, analyst, director } = await guestHouse(store)
  await more(store, 'garden', 19)
  await more(store, 'attic', 3)
  await calculate(app, parsePeriodRange('2023-04..2023-09'))
  const frozen = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
  const report = { ...september, report: 'guests', words: '' }
  await publishReport(app, director, { ...report, audience: 'board' })
  await publishReport(app, director, { ...report, audience: 'public', exempt })
  return { app, ben, truth: await findFrozenFigures(store.db, frozen.id) }
}

async function more(store: Store, room: string, many: number) {
  for (let n = 0; n < many; n++) await stays(store, await makeGuest(store), { startedOn: '2023-05-10', room })
}
