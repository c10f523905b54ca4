import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { demonstrationOn, productTypes } from '../../../test/support/app.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import type { Account } from '../../store/accounts.ts'
import { findFrozenFigures } from '../../store/months/publications.ts'
import { getAccount } from '../access/accounts.ts'
import type { App } from '../app.ts'
import { findSeries } from '../figures.ts'
import { readMonth, seeQuality, signOff, writeCommentary } from '../months/cycle.ts'
import { freezeMonth } from '../months/freeze.ts'
import { loadSupply, readSupply, signOffSupply } from './supply.ts'

const supply = 'health-provider'
const september = { supply, period: parsePeriod('2023-09') }
const whyMissing = 'The rest is sent each quarter.'
const month = { dataset: 'health-of-children-in-care', period: september.period }

const fileOf = (...rows: readonly string[]) => ({
  name: 'kpi.csv',
  bytes: Buffer.from(
    `authority,indicator,period,value,numerator,denominator,published_in\n${rows
      .map((row) => `exampleshire,${row},Nurses’ figures\n`)
      .join('')}`,
  ),
})
const completed = (many: number) => fileOf(`health-provider-assessments-completed,2023-09,${many},,`)

/** Everything but what others sent is there. */
async function readyButForHealth(app: App, analyst: Account) {
  await seeQuality(app, analyst, month, 'Looked at.')
  const words = { goingWell: 'Seen sooner.', worries: 'Too few.', doing: 'We hired a nurse.' }
  for (const { key, missed } of (await readMonth(app, month)).sections)
    await writeCommentary(app, analyst, { ...month, section: key }, [
      { indicator: null, ...words },
      ...missed.map((indicator) => ({ indicator, ...words })),
    ])
}

eachDatabase(({ open }) => {
  describe('figures that others send', () => {
    it('are loaded by the designated nurse, all or none, with what is wrong row by row', async () => {
      const app = await demonstrationOn(await open())
      const [nia, tom] = [await getAccount(app, 'nia'), await getAccount(app, 'tom')]
      const wrong = fileOf(
        'health-provider-dental,2023-09,90,20,40',
        'cic-number-month-end,2023-09,400,,',
        'health-provider-assessments-completed,2023-09,80,,',
      )
      const refused = await loadSupply(app, nia, supply, wrong)
      expect(refused.issues.map(({ row, message }) => [row, message])).toEqual([
        [2, expect.stringContaining('is not 20 of 40, which is 50 per cent')],
        [3, expect.stringContaining('cic-number-month-end')],
      ])
      expect((await readSupply(app, september)).is).toBe('nothing sent')
      const elsewhere = {
        name: 'x.csv',
        bytes: Buffer.from(String(completed(80).bytes).replace('exampleshire', 'dorset')),
      }
      expect(await loadSupply(app, nia, supply, elsewhere)).toMatchObject({ refused: true })
      await expect(loadSupply(app, tom, supply, completed(80))).rejects.toMatchObject({ kind: 'not allowed' })
      expect(await loadSupply(app, nia, supply, completed(80))).toMatchObject({ refused: false, changed: 1 })
      expect((await readSupply(app, september)).is).toBe('to be signed off')
      const audit = await app.store.db
        .selectFrom('audit')
        .select(['decision', 'detail'])
        .where('action', '=', 'import')
        .execute()
      expect(audit.map(({ decision }) => decision)).toEqual(['yes', 'yes', 'no', 'yes'])
    })

    it('are signed off by name, which stands with them; sent again they are not, and nobody else sees them', async () => {
      const app = await demonstrationOn(await open())
      const [nia, nasreen] = [await getAccount(app, 'nia'), await getAccount(app, 'nasreen')]
      await expect(signOffSupply(app, nia, september, '')).rejects.toThrow('Nothing was sent of September 2023')
      await loadSupply(app, nia, supply, completed(80))
      await expect(signOffSupply(app, nasreen, september, '')).rejects.toMatchObject({ kind: 'not allowed' })
      await signOffSupply(app, nia, september, ' Held against our list. ')
      const source = async (audience: 'staff' | 'everybody') => {
        const { indicators } = app.catalogue.supplies.get(supply) ?? { indicators: [] }
        const asked = { audience, authority: 'exampleshire', period: september.period, periods: 1 } as const
        const series = await findSeries(app, indicators, asked)
        return series.get('health-provider-assessments-completed')?.latest
      }
      expect(await source('staff')).toMatchObject({
        value: 80,
        publishedIn: `Nurses’ figures; checked and signed off by ${nia.name}, the designated nurse, on 4 October 2023`,
      })
      expect((await source('everybody'))?.value).toBeNull()
      await expect(signOffSupply(app, nia, september, 'Again')).rejects.toThrow('signed off as it stands')
      await loadSupply(app, nia, supply, completed(81))
      expect(await readSupply(app, september)).toMatchObject({
        is: 'sent again',
        signed: { words: 'Held against our list.' },
      })
      expect((await source('staff'))?.publishedIn).toBe('Nurses’ figures')
      await expect(signOffSupply(app, nia, september, ' ')).rejects.toThrow(
        'Not sent of September 2023: Health provider: first assessments in 20 working days; Health provider: review',
      )
      await signOffSupply(app, nia, september, whyMissing)
      expect((await readSupply(app, september)).is).toBe('signed off')
    })

    it('keep a month from being signed off and frozen until then, and stand in it with their source', async () => {
      const app = await demonstrationOn(await open())
      const [nia, analyst, director] = [
        await getAccount(app, 'nia'),
        await getAccount(app, 'iain'),
        await getAccount(app, 'marian'),
      ]
      await loadSupply(app, nia, supply, completed(80))
      await readyButForHealth(app, analyst)
      expect((await readMonth(app, month)).missing).toEqual([
        'the designated nurse has not signed off what the health provider sent',
      ])
      await expect(signOff(app, director, month)).rejects.toThrow('the designated nurse has not signed off')
      await signOffSupply(app, nia, september, whyMissing)
      await signOff(app, director, month)
      await loadSupply(app, nia, supply, completed(79))
      const freeze = () => freezeMonth(app, analyst, { ...month, knownOn: app.clock.today })
      await expect(freeze()).rejects.toThrow('sent other figures after the designated nurse had signed them off')
      await signOffSupply(app, nia, september, whyMissing)
      const figures = await findFrozenFigures(app.store.db, (await freeze()).id)
      const last = figures.findLast(({ indicator }) => indicator === 'health-provider-assessments-completed')
      expect(last).toMatchObject({
        value: 79,
        judged: { publishedIn: expect.stringContaining(`signed off by ${nia.name}`) },
      })
    })
  })
}, productTypes)
