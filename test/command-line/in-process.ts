import { readFileSync } from 'node:fs'
import type { App } from '../../src/app/app.ts'
import { run } from '../../src/cli/run.ts'
import { readBankHolidays } from '../../src/core/dates/bank-holidays.ts'
import { workingCalendar } from '../../src/core/dates/working-days.ts'

const calendar = workingCalendar(readBankHolidays(readFileSync('data/bank-holidays.csv', 'utf8')))

/** Runs a command in this process, as a process of its own takes seconds; without an app, one that opens a store fails the test. */
export async function los(argv: readonly string[], { app, terminal = false }: { app?: App; terminal?: boolean } = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const remark = (text: string) => {
    err.push(text)
  }
  const around = () => ({
    async openApp() {
      if (app === undefined) throw new Error('It should not have opened a store.')
      return app
    },
    async serve() {
      throw new Error('It should not have served.')
    },
    calendar: () => calendar,
    postcodes() {
      throw new Error('It should not have looked for postcodes.')
    },
    authorities: () => new Map(),
    print: (text: string) => {
      out.push(text)
    },
    remark,
    terminal,
  })
  const code = await run(argv, around, remark)
  return { code, out: out.join('\n'), err: err.join('\n') }
}
