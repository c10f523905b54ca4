import type { App } from '../../src/app/app.ts'
import { partsOf } from '../../src/app/counting/breakdown.ts'
import { type StaffLine, staffLocality } from '../../src/app/localities/staff.ts'
import type { Period } from '../../src/core/dates/period.ts'
import type { Account } from '../../src/store/accounts.ts'

/** Every figure that a locality is shown with, in all sections of the first dataset. */
export async function everyLine(
  app: App,
  account: Account,
  locality: string,
  period: Period,
): Promise<readonly StaffLine[]> {
  const asked = { locality, dataset: undefined, period }
  const { sections } = await staffLocality(app, account, { ...asked, section: undefined })
  const all = await Promise.all(sections.map((section) => staffLocality(app, account, { ...asked, section })))
  return all.flatMap(({ lines }) => lines)
}

/** What a line says in each of its months; of the last, also how many in the figure are not shown. */
export const saidIn = ({ months, notShown }: StaffLine) => [...months.slice(0, -1), [months.at(-1) ?? null, notShown]]

type Asked = { readonly line: StaffLine; readonly months: readonly Period[]; readonly locality: string }

/** The same as each figure's own page says it. A share or an average of nobody is none, and a count of nobody is nought. */
export async function ownPages(app: App, account: Account, { line, months, locality }: Asked) {
  const { key, unit } = line.whole.indicator
  const said = await Promise.all(
    months.map(async (period) => {
      const { all, seen, breakdowns } = await partsOf(app, account, { indicator: key, period })
      const cuts = breakdowns.find((one) => one.key === 'locality')?.cuts
      const ofNobody = cuts !== undefined && unit === 'count' ? 0 : null
      const value = cuts?.find((one) => one.value === locality)?.figure.value ?? ofNobody
      return { value, notShown: all - seen.all }
    }),
  )
  return said.map(({ value, notShown }, at) => (at === said.length - 1 ? [value, notShown] : value))
}
