import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PARTNER } from '../../../src/app/access/roles.ts'
import { hashOf } from '../../../src/app/access/sign-in.ts'
import type { App } from '../../../src/app/app.ts'
import { bringUpToDate } from '../../../src/app/counting/calculate.ts'
import { demonstrationWith, importExampleshire } from '../../../src/app/exampleshire.ts'
import { freezeMonth } from '../../../src/app/months/freeze.ts'
import { monthOf } from '../../../src/app/months/month.ts'
import { publishReport } from '../../../src/app/months/publish.ts'
import { lastPeriods, parsePeriod, parsePeriodRange } from '../../../src/core/dates/period.ts'
import { type ByPart, IN_NONE } from '../../../src/core/disclosure/parts-alone.ts'
import { departmentsRule, isSmall } from '../../../src/core/disclosure/rule.ts'
import type { Control, Disclosed } from '../../../src/core/disclosure/shown.ts'
import type { FrozenFigure, Publication } from '../../../src/core/figures/frozen.ts'
import { addAccount, addSession, findAccount, findAnyAccount } from '../../../src/store/accounts.ts'
import { addStep } from '../../../src/store/months/cycle.ts'
import { findFrozenLocalities, findLocalityFigures } from '../../../src/store/months/localities.ts'
import { findPublicFigures } from '../../../src/store/months/public.ts'
import type { Store } from '../../../src/store/open.ts'
import { type Db, inTransaction } from '../../../src/store/records/transaction.ts'
import { buildServer } from '../../../src/web/server.ts'
import { openEmbedded } from '../../databases/embedded.ts'
import { appOn, productTypes } from '../../support/app.ts'
import { account } from '../../support/guest-house.ts'
import { everyLine, ownPages, saidIn } from '../../support/localities.ts'
import { all, only, readPage, text } from '../../support/read-page.ts'
import { attack } from './attacked.ts'

// Two months of a made-up authority with localities, published one after the other, and what a partner and somebody who works there see of one of them.

const VALE = 'Vale locality'
const page = `/localities/${encodeURIComponent(VALE)}`
let store: Store
let app: App
let server: FastifyInstance
let before = ''
const publications: Publication[] = []

beforeAll(async () => {
  store = await openEmbedded(inject('databaseWorkshop'), productTypes)
  app = appOn(store)
  await importExampleshire(app, demonstrationWith(220))
  await bringUpToDate(app)
  const about = { userName: 'gwen', name: 'Gwen Aldous', worker: null, roles: [PARTNER], partnerOf: [VALE] }
  await addAccount(store.db, { ...about, passwordHash: 'none', madeAt: new Date() })
  const [analyst, director] = [await account(store, 'performance-analyst'), await account(store, 'director')]
  server = await buildServer(app)
  before = (await get(page, 'gwen')).body
  for (const period of parsePeriodRange('2023-08..2023-09')) {
    const month = { dataset: 'corporate-parenting', period }
    const signed = { step: 'signed off' as const, words: '', at: new Date(), by: 'director', account: director.id }
    await inTransaction(store, (db) => addStep(db, monthOf(app, month), signed))
    publications.push(await freezeMonth(app, analyst, { ...month, knownOn: app.clock.today }))
    const report = { ...month, report: 'corporate-parenting', words: '' }
    await publishReport(app, director, { ...report, audience: 'public' })
  }
}, 240_000)
afterAll(async () => {
  await server.close()
  await store.close()
})

const sessions = new Map<string, string>()

async function get(url: string, userName: string) {
  const token = sessions.get(userName) ?? `token of ${userName}`
  if (!sessions.has(userName)) {
    const found = await findAnyAccount(store.db, userName)
    const madeAt = new Date()
    const endsAt = new Date(madeAt.getTime() + 3_600_000)
    await addSession(store.db, { tokenHash: hashOf(token), account: found?.id ?? 0, madeAt, endsAt })
    sessions.set(userName, token)
  }
  const { statusCode, body } = await server.inject({
    url,
    headers: { cookie: `los_session=${encodeURIComponent(token)}` },
  })
  return { status: statusCode, body }
}

type Fixed = { readonly truth: ByPart<FrozenFigure>; readonly shown: ByPart<Disclosed> }

/** What was fixed for partners of a month, beside what it is in truth. */
const fixedIn = (publication: Publication): Promise<Fixed> =>
  inTransaction(store, async (db: Db) => {
    const truth = await findFrozenLocalities(db, publication)
    const fixed = await findLocalityFigures(db, publication.id)
    const shown = new Map(
      [...truth].map(([part, figures]) => {
        const of = new Map((fixed.get(part) ?? []).map((one) => [one.indicator, one.shown] as const))
        return [
          part,
          figures.flatMap((figure) => {
            const one = of.get(figure.indicator)
            return one === undefined ? [] : [{ figure, shown: one }]
          }),
        ] as const
      }),
    )
    return { truth, shown }
  })

const numbersIn = ({ value, numerator, denominator, definition: { unit } }: FrozenFigure): readonly number[] =>
  unit === 'count'
    ? [value ?? 0]
    : unit === 'per cent' || unit === 'ratio'
      ? [numerator ?? 0, denominator ?? 0, (denominator ?? 0) - (numerator ?? 0)]
      : [denominator ?? 0]

/** A figure of a part as it is shown, and whether its whole is. */
type Seen = { readonly part: string; readonly of: Disclosed; readonly whole: string | undefined }

async function seenIn(publication: Publication): Promise<readonly Seen[]> {
  const { shown } = await fixedIn(publication)
  const wholes = await inTransaction(store, (db) => findPublicFigures(db, publication.id))
  const ofMonth = wholes.filter(({ period }) => period.from === publication.period.from)
  const whole = new Map(ofMonth.map((one) => [one.indicator, one.shown.kind] as const))
  return [...shown].flatMap(([part, figures]) =>
    figures.map((of) => ({ part, of, whole: whole.get(of.figure.indicator) })),
  )
}

const isSaid = ({ of: { shown } }: Seen) => shown.kind === 'whole' || shown.kind === 'none'
const keyOf = ({ of: { figure } }: Seen) => figure.indicator

describe('figures of localities', () => {
  test('are shown of every locality or of none, only where the whole is, and of nobody so few, in a locality or outside all', async () => {
    const months = await Promise.all(publications.map(seenIn))
    for (const seen of months) {
      const said = seen.filter(isSaid)
      expect(new Set(said.map(({ whole }) => whole))).toEqual(new Set(['whole']))
      const few = said.filter(({ of }) => numbersIn(of.figure).some((count) => isSmall(departmentsRule, count)))
      expect(few.map((one) => [one.part, keyOf(one)])).toEqual([])
      const withheld = new Set(seen.filter((one) => !isSaid(one)).map(keyOf))
      expect(said.map(keyOf).filter((key) => withheld.has(key))).toEqual([])
    }
    const shown = months.flat().filter(({ part, of }) => part !== IN_NONE && of.shown.kind === 'whole')
    expect(shown.length).toBeGreaterThan(10)
  })

  test('give nothing away of a locality, nor of whoever is in none, to a solver that has both months', async () => {
    const control: Omit<Control, 'before'> = {
      ...{ indicators: app.catalogue.indicators, terms: app.calendar.terms, rule: departmentsRule, exempt: new Map() },
    }
    const months = await Promise.all(publications.map(fixedIn))
    let tried = 0
    for (const part of [VALE, IN_NONE]) {
      const found = await attack(
        months.map(({ shown }) => shown.get(part) ?? []),
        control,
      )
      tried += found.tried
      expect([part, found.recovered]).toEqual([part, []])
    }
    expect(tried).toBeGreaterThan(20)
  }, 120_000)
})

describe('those who work here', () => {
  test('read of a locality in each month what the page of each figure says of it', async () => {
    const director = await findAccount(store.db, 'director')
    if (director === undefined) throw new Error('There is no director')
    const period = parsePeriod('2023-09')
    const lines = await everyLine(app, director, VALE, period)
    expect(lines.length).toBeGreaterThan(30)
    for (const line of lines) {
      const own = await ownPages(app, director, { line, locality: VALE, months: lastPeriods(period, 3) })
      expect([line.whole.indicator.key, ...saidIn(line).slice(-3)]).toEqual([line.whole.indicator.key, ...own])
    }
  }, 60_000)
})

describe('a partner', () => {
  test('reads that nothing has been published yet, and what they can do', () => {
    const main = text(only(readPage(before), 'main'))
    expect(main).toContain(`${VALE}: nothing has been published yet`)
    expect(main).toContain('Whoever gave you your account')
  })

  test('sees their locality beside the whole, what is withheld and why, and no list, nobody and no number that was not fixed', async () => {
    const { status, body } = await get(page, 'gwen')
    const read = readPage(body)
    expect(status).toBe(200)
    const main = text(only(read, 'main'))
    expect(main).toContain('A figure is shown of every locality or of none')
    expect(main).toContain('Withheld')
    expect(main).toContain('14,820 children and young people of 0 to 17 live in Vale locality')
    expect(body).not.toMatch(/href="\/(indicators|people|work-lists|my-work|quality|publish)/)
    const [{ shown } = { shown: new Map() }] = (await Promise.all(publications.map(fixedIn))).slice(-1)
    const inCare = (shown.get(VALE) ?? []).find(({ figure }: Disclosed) => figure.indicator === 'cic-number-month-end')
    const row = all(read, 'tr').find((one) => text(one).startsWith('Children in care at month end'))
    const said = row === undefined ? main : text(row)
    expect(said).toContain(inCare?.shown.kind === 'whole' ? String(inCare.shown.value) : 'Withheld')
    expect((await get(`${page}?period=2023-08`, 'gwen')).status).toBe(200)
  })

  test('is told in plain words of another’s locality, of one that there is not, and of a month that was not published', async () => {
    for (const [url, says] of [
      ['/localities/Heath%20locality', 'Your account is for no other.'],
      ['/localities/Vale%20loclity', 'Did you mean'],
      [`${page}?period=2023-01`, 'Nothing has been published of that month'],
    ] as const) {
      const { status, body } = await get(url, 'gwen')
      expect([url, status]).toEqual([url, 404])
      expect(text(only(readPage(body), 'main'))).toContain(says)
    }
  })

  test('does not open the lists that the same page opens for those who work here, who see it exactly', async () => {
    const staff = await get(`${page}?period=2023-09`, 'director')
    expect(staff.status).toBe(200)
    const links = all(readPage(staff.body), 'a').map((one) => one.attributes.get('href') ?? '')
    const list = links.find(
      (href) => href.startsWith('/indicators/cic-number-month-end/list') && href.includes('2023-09'),
    )
    expect(list).toContain('only=locality%3AVale+locality')
    // In a month in which nobody of the locality came into care, none did.
    const came = all(readPage(staff.body), 'tr')
      .map(text)
      .filter((row) => row.startsWith('Children who'))
    expect(came.length).toBeGreaterThan(0)
    expect(came.join()).not.toContain('No figure')
    expect((await get(list ?? '', 'director')).status).toBe(200)
    expect((await get(list ?? '', 'gwen')).status).toBe(403)
    expect((await get('/localities/Vael%20locality', 'director')).status).toBe(404)
  })
})
