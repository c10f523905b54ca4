import { sql } from 'kysely'
import type { App } from '../../src/app/app.ts'
import { calculate, recountAfter } from '../../src/app/counting/calculate.ts'
import { demonstrationWith, importExampleshire } from '../../src/app/exampleshire.ts'
import { DentalCheck } from '../../src/areas/children-in-care/health.ts'
import { lastPeriods, periodContaining } from '../../src/core/dates/period.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { inTransaction } from '../../src/store/records/transaction.ts'
import { writeVersion } from '../../src/store/records/write.ts'
import { buildServer } from '../../src/web/server.ts'
import type { Authority, Bench, Measurement } from './bench.ts'
import { countedBy, expectSame, takeSnapshot, withoutOthers } from './counting/snapshot.ts'
import { tidy } from './load.ts'
import { fastest, peakMegabytes, percentile, timed, timeEach } from './measure.ts'
import { reader } from './reader.ts'

const MONTHS = 36
const IN_CARE = 450
const CHANGED = 100
/** So many before those: the first after a start find the program not yet compiled, and are told by themselves. */
const FIRST = 20
/** As much of the time that SQL takes. */
const OF_SQL = 0.5
const MOST_MEGABYTES = { postgresql: 300, embedded: 650 } as const

/**
 * Three years of months of everybody in care, from what is recorded to the members that are kept, beside SQL that does the same in the same run; and one
 * child whose record changed.
 */
export const counting: Bench = {
  key: 'counting',
  label: 'Counting three years of months',
  async run({ app, scale, store }) {
    const { seconds } = await timed(() =>
      importExampleshire(app, demonstrationWith(Math.max(5, Math.round(IN_CARE * scale)))),
    )
    await tidy(store)
    return [{ what: 'importing the histories of care, as files', value: seconds, unit: 's' }]
  },
  async apart(authority) {
    const { app, store } = authority
    const months = lastPeriods(periodContaining('month', app.clock.today), MONTHS)
    const same = withoutOthers(app)
    const { seconds: first } = await timed(() => calculate(same, months))
    const [theirs = Number.NaN, ours = Number.NaN] = await fastest(3, [
      () => takeSnapshot(app, MONTHS),
      () => calculate(same, months),
    ])
    await expectSame(same, months)
    const [all = Number.NaN] = await fastest(2, [() => calculate(app, months)])
    const [month = Number.NaN] = await fastest(3, [() => calculate(app, months.slice(-1))])
    const counted = peakMegabytes()
    const child = await oneChild(authority)
    const inAll = peakMegabytes()
    // Last: what is held twice meanwhile is not what the program takes. Oftener: what reads them has run once so far, and is compiled as it runs again.
    const [anew = Number.NaN] = await fastest(6, [() => calculate(holdingNothing(same), months)])
    return [
      { what: `SQL by hand, ${countedBy(same)} indicators`, value: theirs, unit: 's' },
      {
        what: 'the same, counted and kept',
        value: ours,
        unit: 's',
        aim: theirs * OF_SQL,
        ratio: { to: 'SQL by hand', times: ours / theirs },
      },
      {
        what: 'the same, its records read anew',
        value: anew,
        unit: 's',
        aim: theirs * OF_SQL,
        ratio: { to: 'SQL by hand', times: anew / theirs },
      },
      {
        what: 'the same when nothing is held yet, as a process does it first',
        value: first,
        unit: 's',
        ratio: { to: 'SQL by hand', times: first / theirs },
      },
      {
        what: `all ${countedBy(app)} indicators, counted and kept`,
        value: all,
        unit: 's',
        ratio: { to: 'SQL by hand, for each indicator', times: all / countedBy(app) / (theirs / countedBy(same)) },
      },
      {
        what: 'the month that is running',
        value: month * 1000,
        unit: 'ms',
        aim: 150,
        ratio: { to: 'SQL by hand, of 36 months', times: month / theirs },
      },
      { what: 'most memory of the process, counting', value: counted, unit: 'MB', aim: MOST_MEGABYTES[store.kind] },
      ...child,
      { what: 'most memory, with somebody signing in and pages', value: inAll, unit: 'MB' },
    ]
  },
}

/** The same app, of whose store nothing is held. */
export const holdingNothing = (app: App): App => ({ ...app, store: { ...app.store } })

/** A dental check is written down: how long it takes until every figure of three years has it, and until it is on the page. */
async function oneChild(authority: Authority): Promise<readonly Measurement[]> {
  const { app, store } = authority
  const children = await sql<{ child: SubjectId }>`
    select distinct subject_id as child from record_subject where type = 'episode' order by child limit ${FIRST + CHANGED}`.execute(
    store.db,
  )
  const server = await buildServer(app)
  const counts: number[] = []
  try {
    const get = await reader(authority, server)
    const all = await timeEach(children.rows, async ({ child }) => {
      const fields = { checkedOn: app.clock.today, attendance: 'done', note: null }
      const content = { subjects: { child: [child] }, links: {}, fields }
      await inTransaction(store, async (db) => {
        await writeVersion(db, {
          type: DentalCheck,
          content,
          knownOn: app.clock.today,
          recordedAt: app.clock.now(),
          recordedBy: 'bench',
          reason: null,
          source: 'form',
        })
        const change = { type: DentalCheck, before: undefined, after: content }
        counts.push((await timed(() => recountAfter(app, db, change))).seconds * 1000)
      })
      await get('/indicators/dental-check-within-12-months')
    })
    const first = Math.min(FIRST, Math.floor(all.length / 2))
    const [counted, shown] = [counts.slice(first), all.slice(first)]
    return [
      { what: 'one child, fetched, counted and kept, p95', value: percentile(counted, 95), unit: 'ms', aim: 15 },
      { what: 'one child, recorded, counted and on the page, p95', value: percentile(shown, 95), unit: 'ms', aim: 100 },
      {
        what: `the same of the first ${first} after a start, p50`,
        value: percentile(all.slice(0, first), 50),
        unit: 'ms',
      },
    ]
  } finally {
    await server.close()
  }
}
