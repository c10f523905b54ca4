import { expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { account } from '../../../test/support/guest-house.ts'
import { yearFiles } from '../../../test/support/returns.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { Content } from '../../core/record/content.ts'
import { ssda903 } from '../../formats/ssda903/index.ts'
import { listRecords } from '../../store/records/list.ts'
import { writeVersion } from '../../store/records/write.ts'
import { importRecords } from '../records/import-records.ts'
import { sayRight } from './assign.ts'
import { errorsOfOne } from './of-one.ts'
import { readErrors } from './read.ts'

const importer = { id: null, name: 'operator', roles: ['operator'] }
const asked = { dataset: 'corporate-parenting', period: parsePeriod('2019-03'), whose: 'all' } as const

eachDatabase(({ open }) => {
  it('a child who vanished between two returns stays an error of data until somebody puts the record right', async () => {
    const store = await open()
    const app = appOn(store)
    const take = (child: string) => (Number(child) % 25 === 0 ? child : undefined)
    const load = (year: number) => importRecords(app, importer, ssda903, { files: yearFiles(year, take) })
    const analyst = await account(store, 'performance-analyst')
    const vanished = async () => {
      const rule = 'return-vanished'
      return (await readErrors(app, analyst, { ...asked, page: 1, most: 500 })).errors.filter(
        (one) => one.rule.key === rule,
      )
    }
    await load(2017)
    expect(await vanished()).toEqual([])
    await load(2018)
    const told = await vanished()
    const [first] = told.filter(({ reads }) => reads.includes(Episode))
    expect(first).toMatchObject({
      why: 'It was open at the end of 2017/18 and is not in the return of 2018/19. It was kept, and is open.',
      rule: { label: 'Open at the end of a year, and not in the next return', sort: 'return' },
    })
    expect(first?.behind).toMatchObject([{ record: first?.record, opens: true }])

    const held = (await listRecords(store.db, Episode, null)).find(({ record }) => record === first?.record)
    if (held === undefined) throw new Error('The episode is not on the record')
    const version = await store.db
      .selectFrom('version')
      .select('id')
      .where('record_id', '=', held.record)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const write = async (fields: Content['fields'], knownOn: string, basedOn: number) => {
      const stamp = {
        recordedAt: new Date(),
        recordedBy: 'Ada Keech',
        reason: 'As he told us',
        source: 'form',
      } as const
      await writeVersion(store.db, {
        ...{ ...stamp, type: Episode, content: { ...held.content, fields: { ...held.content.fields, ...fields } } },
        ...{ record: held.record, basedOn, knownOn: plainDate(knownOn) },
      })
    }
    // What is wrong is that it is open: another postcode puts nothing right.
    await write({ homePostcode: 'ZZ1 1ZZ' }, '2023-10-01', version.id)
    expect(await vanished()).toHaveLength(told.length)
    const corrected = await store.db
      .selectFrom('version')
      .select('id')
      .where('record_id', '=', held.record)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await write({ endedOn: plainDate('2018-05-01'), reasonEnded: 'E13' }, '2023-10-02', corrected.id)
    expect(await vanished()).toHaveLength(told.length - 1)
    await load(2018)
    expect(await vanished()).toHaveLength(told.length - 1)

    const [other] = (await vanished()).filter(({ reads }) => reads.includes(Episode))
    if (other === undefined) throw new Error('There is no other')
    const about = { ...asked, subject: other.subject }
    const right = { rule: 'return-vanished', record: other.record, note: 'He is at home, and the next return is late.' }
    const operator = await account(store, 'operator')
    await expect(sayRight(app, analyst, about, right)).rejects.toThrow('Whoever may correct the record')
    await expect(sayRight(app, operator, about, { ...right, note: ' ' })).rejects.toThrow('Say why')
    await sayRight(app, operator, about, right)
    expect(await vanished()).toHaveLength(told.length - 2)
    await load(2018)
    expect(await vanished()).toHaveLength(told.length - 2)
    expect((await errorsOfOne(app, analyst, asked, other.subject)).right).toMatchObject([
      { label: 'Open at the end of a year, and not in the next return', note: right.note },
    ])
  }, 120_000)
}, productTypes)
