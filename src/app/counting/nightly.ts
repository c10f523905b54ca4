import type { PlainDate } from '../../core/dates/plain-date.ts'
import { clearAway } from '../../store/counting/clear-away.ts'
import { keepReport } from '../analysts/report.ts'
import type { App } from '../app.ts'
import { bringUpToDate, type Calculated } from './calculate.ts'

/**
 * What counts again, and fills what analysts read, when the business day has turned since it last did, and does nothing while it has not. Two servers on one store may both do
 * it: whichever comes second finds it done.
 */
export function onNewDay(app: App): () => Promise<Calculated | undefined> {
  let counted: PlainDate | undefined
  return async () => {
    const { today } = app.clock
    if (today === counted) return undefined
    const done = await bringUpToDate(app)
    await keepReport(app)
    await clearAway(app.store)
    counted = today
    return done
  }
}

const EVERY_MINUTE = 60_000

/**
 * Looks at once and then every minute whether the day has turned, which outlasts a machine that slept or a clock that was put right. What fails is told once and
 * tried again.
 */
export function keepCounting(
  turn: (signal: AbortSignal) => Promise<Calculated | undefined>,
  remark: (text: string) => void,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  let isRunning = false
  let told = ''
  const look = async () => {
    isRunning = true
    try {
      const done = await turn(stopping.signal)
      if (done !== undefined) remark(`A new day: ${done.periods} periods counted again, of ${done.subjects} people.`)
      told = ''
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      if (why !== told) remark(`Counting for the new day failed, and is tried again every minute: ${why}`)
      told = why
    } finally {
      isRunning = false
    }
  }
  let running = look()
  const timer = setInterval(() => {
    if (!isRunning) running = look()
  }, EVERY_MINUTE)
  return {
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
