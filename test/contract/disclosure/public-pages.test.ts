import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { freezeMonth } from '../../../src/app/months/freeze.ts'
import { publishReport } from '../../../src/app/months/publish.ts'
import type { FrozenFigure } from '../../../src/core/figures/frozen.ts'
import { lookedInOnTime, numberOfGuests, shareInAttic } from '../../support/counted.ts'
import { extractDay, guestHouse, guestTypes, september, writtenLate } from '../../support/guest-house.ts'
import { publishedGuests } from '../../support/published-guests.ts'
import { all, only, text } from '../../support/read-page.ts'
import { site } from '../../support/site.ts'

let later: (() => Promise<unknown>) | undefined
let truth: readonly FrozenFigure[] = []

const published = site(async (store) => {
  const made = await publishedGuests(store)
  truth = made.truth
  later = () => writtenLate(store, made.app, made.ben)
  return made.app
}, guestTypes)
const exempted = site(async (store) => {
  const exempt = [{ of: numberOfGuests.key, reason: 'the host decides first' }]
  return (await publishedGuests(store, exempt)).app
}, guestTypes)
const frozenOnly = site(async (store) => {
  const { app, analyst, director } = await guestHouse(store)
  await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
  await publishReport(app, director, { ...september, report: 'guests', audience: 'board', words: '' })
  return app
}, guestTypes)

const month = '/public/guest-book/2023-09'
const addresses = [
  '/public',
  month,
  `${month}/figures.csv`,
  `${month}/figures.csv-metadata.json`,
  `${month}/figures.json`,
  `${month}/reports/guests/csv`,
]
const isSmall = (count: number | null) => count !== null && count >= 1 && count <= 5

describe('what was published to everybody', () => {
  test('is the same for all: no cookie, no name, and nothing that is asked for twice is sent twice', async () => {
    for (const address of addresses) {
      const { status, headers, body } = await published().get(address)
      expect([address, status]).toEqual([address, 200])
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['cache-control']).toBe('public, max-age=300')
      expect(headers['etag']).toMatch(/^"/)
      expect(body).not.toMatch(/performance-analyst|director|<script/)
    }
  })

  test('has no small number in any form, nor a share of few', async () => {
    const { body } = await published().get(`${month}/figures.csv`)
    const rows = parse<Record<string, string>>(body, { columns: true, bom: true })
    expect(rows).toHaveLength(truth.length)
    for (const [at, { value, numerator, denominator, definition }] of truth.entries()) {
      const isFew =
        isSmall(numerator) || isSmall(denominator) || (denominator !== null && isSmall(denominator - (numerator ?? 0)))
      if (definition.unit === 'count' ? isSmall(value) : isFew)
        expect(rows[at]).toMatchObject({ value: 'c', numerator: 'c', denominator: 'c' })
    }
    const attic = rows.filter(({ indicator }) => indicator === shareInAttic.key)
    expect(attic.at(-1)).toMatchObject({ value: 'c', reason: expect.stringContaining('1 to 5 people') })
    // All guests without those who are not in the attic are the four in the attic: one of both is shown.
    const latest = [numberOfGuests.key, lookedInOnTime.key].map((key) =>
      rows.findLast((row) => row['indicator'] === key),
    )
    expect(latest.filter((row) => row?.['value'] !== 'c')).toHaveLength(1)
  })

  test('says in words what is not shown and why, on the page and in the report', async () => {
    const page = await published().page(month)
    expect(text(only(page, 'main'))).toContain('“1 to 5” protects children and young people')
    expect(all(page, 'td').map(text)).toContain('Withheld')
    const { body } = await published().get(`${month}/reports/guests/csv`)
    expect(body).toContain('Withheld')
    expect(body).not.toContain('They like it here')
  })

  test('is described column by column, with its licence', async () => {
    const { body } = await published().get(`${month}/figures.csv-metadata.json`)
    const about = JSON.parse(body)
    const { body: csv } = await published().get(`${month}/figures.csv`)
    const [header = []] = parse(csv, { bom: true })
    expect(about.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(header)
    expect(about['dc:license']['@id']).toContain('open-government-licence')
    const json = JSON.parse((await published().get(`${month}/figures.json`)).body)
    expect(json.indicators.map(({ indicator }: { indicator: string }) => indicator)).toContain(numberOfGuests.key)
  })

  test('has nothing of what whoever published it kept back, and says why', async () => {
    const { body } = await exempted().get(`${month}/figures.csv`)
    const rows = parse<Record<string, string>>(body, { columns: true, bom: true })
    const guests = rows.filter(({ indicator }) => indicator === numberOfGuests.key)
    expect(new Set(guests.map(({ value, reason }) => `${value}: ${reason}`))).toEqual(
      new Set(['x: Not published: the host decides first']),
    )
    expect(text(only(await exempted().page(month), 'main'))).toContain('Not published')
  })

  test('is linked from where anybody comes in', async () => {
    const page = await published().page('/')
    expect(all(page, 'a').map(text)).toContain('Guest book, September 2023')
  })

  test('stays as it was, whatever is recorded later', async () => {
    const before = await Promise.all(addresses.map((address) => published().get(address)))
    await later?.()
    const after = await Promise.all(addresses.map((address) => published().get(address)))
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body))
  })
})

describe('what was not', () => {
  test('is not there, though the board has it', async () => {
    expect((await frozenOnly().get('/public')).body).toContain('Nothing has been published yet')
    for (const address of addresses.slice(1)) expect((await frozenOnly().get(address)).status).toBe(404)
    expect((await published().get(`${month}?version=2`)).status).toBe(404)
    expect((await published().get('/public/guest-book/2023-08')).status).toBe(404)
  })
})
