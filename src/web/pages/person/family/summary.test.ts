import nunjucks from 'nunjucks'
import { describe, expect, it } from 'vitest'
import { all, attribute, bodyRows, only, readPage, text } from '../../../../../test/support/read-page.ts'
import { demonstrationSite } from '../../../../../test/support/visitor.ts'
import { getAccount } from '../../../../app/access/accounts.ts'
import { readFamily } from '../../../../app/people/family/family.ts'
import { findPeople } from '../../../../app/people/find.ts'
import { familySummary } from './summary.ts'

const site = demonstrationSite()

async function summaryOf(name: string) {
  const { app } = site()
  const tom = await getAccount(app, 'tom')
  const [found] = (await findPeople(app, tom, name)).people
  if (found?.kind !== 'person') throw new Error(`${name} is not found`)
  const { today } = app.clock
  return familySummary(await readFamily(app, tom, found.subject, { asAt: today, knownOn: today }))
}

/** As another page includes it. */
function written(family: Awaited<ReturnType<typeof summaryOf>>) {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader('src/web'), { autoescape: true })
  return readPage(
    environment.renderString('{% import "pages/person/family/parts.njk" as parts %}{{ parts.summary(family) }}', {
      family,
    }),
  )
}

describe('the family on another page', () => {
  it('is a drawing that stands beside a short table of those nearest', async () => {
    const family = await summaryOf('Maya Ellwood')
    expect(family.drawing?.width).toBe(400)
    const page = written(family)
    expect(all(page, 'svg').filter((one) => attribute(one, 'role') === 'img')).toHaveLength(2)
    const rows = bodyRows(only(page, 'table'))
    expect(rows[1]).toEqual(['Carys Ellwood Mother, 31', 'Yes', 'Lives with Maya'])
    expect(rows.map(([who]) => who)).not.toContainEqual(expect.stringContaining('Brian'))
    expect(text(page)).toContain('Whole family and network (11 others)')
  })

  it('leads to the whole', async () => {
    const { href, all: count } = await summaryOf('Maya Ellwood')
    expect((await (await site().visitor('tom')).get(href)).status).toBe(200)
    expect(count).toBe(11)
  })
})
