import type { App } from '../../src/app/app.ts'
import { calculate } from '../../src/app/counting/calculate.ts'
import { importSeries } from '../../src/app/import-series.ts'
import { candidates, namesIn, readQuery } from '../../src/app/people/search/candidates.ts'
import { Episode } from '../../src/areas/children-in-care/episodes.ts'
import { parsePeriodRange } from '../../src/core/dates/period.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import type { Store } from '../../src/store/open.ts'
import { writeVersion } from '../../src/store/records/write.ts'
import { demonstrationOn } from './app.ts'
import { contentOf } from './content.ts'

/**
 * The demonstration with its made-up children in care, and counted: Maya moved to a private provider in September 2023, Theo came to one then, Ivo
 * left; Isla, whose record only Nasreen may open, has been with one all along. Of August it was published that 7 came into care.
 */
export async function childrenInCareOn(store: Store): Promise<App> {
  const app = await demonstrationOn(store)
  await putInCare(app)
  return app
}

export async function putInCare(app: App): Promise<void> {
  const maya = await numberOf(app, 'Maya Ellwood')
  await stays(app, maya, { startedOn: '2021-01-10', endedOn: '2023-09-05', provider: 'PR1', placementLocation: 'IN' })
  await stays(app, maya, { startedOn: '2023-09-05', provider: 'PR4', placementLocation: 'OUT', reasonStarted: 'P' })
  await stays(app, await numberOf(app, 'Theo Ellwood'), { startedOn: '2023-09-10', provider: 'PR4' })
  await stays(app, await numberOf(app, 'Ivo Santander'), {
    startedOn: '2022-05-01',
    endedOn: '2023-09-20',
    provider: 'PR1',
  })
  await stays(app, await numberOf(app, 'Isla Ellwood'), { startedOn: '2022-01-01', provider: 'PR4' })
  await calculate(app, parsePeriodRange('2023-07..2023-09'))
  const text = 'authority,indicator,period,value,published_in\nexampleshire,cic-started,2023-08,7,Made-up pack\n'
  const file = { name: 'figures.csv', bytes: new TextEncoder().encode(text) }
  await importSeries(app, [{ format: 'figures', file }], plainDate('2023-09-20'))
}

export async function numberOf({ store, clock }: App, name: string): Promise<SubjectId> {
  const [query] = readQuery(name, clock.today)
  const [found] = query === undefined ? [] : await candidates(store.db, query, namesIn(store.db))
  if (found === undefined) throw new Error(`There is no ${name}`)
  return found.subject
}

type Given = {
  readonly startedOn: string
  readonly endedOn?: string
  readonly provider: string
  readonly placementLocation?: string
  readonly reasonStarted?: string
}

async function stays({ store, clock }: App, child: SubjectId, { startedOn, endedOn, ...codes }: Given) {
  const content = contentOf(
    Episode,
    { child: [child] },
    {
      reasonStarted: 'S',
      legalStatus: 'C2',
      categoryOfNeed: 'N1',
      placement: 'U6',
      ...codes,
      startedOn: plainDate(startedOn),
      ...(endedOn === undefined ? {} : { endedOn: plainDate(endedOn) }),
    },
  )
  const stamp = { recordedAt: clock.now(), recordedBy: 'Demonstration', reason: null, source: 'form' as const }
  await writeVersion(store.db, { ...stamp, type: Episode, content, knownOn: clock.today })
}
