import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { breakGlass } from '../../../src/app/access/break-glass.ts'
import { loadTheirList } from '../../../src/app/reconciliation/load.ts'
import { exchanger } from '../../../src/app/records/exchange.ts'
import { AdoptionSeal } from '../../../src/areas/adoption/seal.ts'
import { Team } from '../../../src/areas/organisation/workers.ts'
import { PersonDocument } from '../../../src/areas/people/documents.ts'
import { PersonName } from '../../../src/areas/people/person.ts'
import { Relationship } from '../../../src/areas/people/relationships.ts'
import { Restriction } from '../../../src/areas/people/safety.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { all, type PageElement, readPage } from '../../support/read-page.ts'
import { los } from './command-line.ts'
import { contractTypes, since } from './made-up-records.ts'
import { ownersRole } from './people.ts'
import { addressOf, routesOf } from './routes.ts'
import { send } from './sending.ts'
import { contractWorld, makeAccount } from './world.ts'

const world = contractWorld()

const hostile = `<script>alert(1)</script>"><img src=x onerror='alert(1)'>{{7*7}}</textarea></select></title><!--`
/** As long, since a page shows long words otherwise. */
const plain = 'Plain words '.padEnd(hostile.length, 'x')

/** A person about whom every kind of record there is says these words, in each of its fields that takes any. */
async function personSaying(
  words: string,
): Promise<{ readonly subject: SubjectId; readonly records: readonly number[] }> {
  const { write, working } = world()
  const subject = await write.make('person')
  const records: number[] = []
  for (const type of contractTypes.values()) {
    const role = ownersRole(type)
    const links = Object.values(type.links).some(({ optional }) => !optional)
    if (role === undefined || links) continue
    const needed = Object.entries(type.subjects).filter(([name, { optional }]) => name !== role && !optional)
    const others = await Promise.all(
      needed.map(async ([name, { kind }]) => [name, [kind === 'person' ? subject : await write.make(kind)]] as const),
    )
    const subjects = { [role]: [subject], ...Object.fromEntries(others), worker: [working.colleague] }
    // Or nobody could look at the page.
    const over = [Restriction.key, AdoptionSeal.key].includes(type.key) ? { endedOn: since } : {}
    const written = await write.new(type, subjects, words, over)
    await write.again(written, type, subjects, words, working.today, over)
    records.push(written.record)
  }
  return { subject, records }
}

/** What of a page the templates made: its elements with their attributes' names, in order; not what stands in them, nor what is chosen. */
const shape = (page: PageElement): readonly string[] =>
  all(page, '*').map(({ tag, attributes }) => [tag, ...attributes.keys()].filter((one) => one !== 'selected').join(' '))

/** A page as the operator and designated officer in one sees it, read strictly: any bare `<` or `&` in a text throws. */
async function pageAt(url: string): Promise<PageElement> {
  const { body, statusCode } = await send(world(), await everything(), { method: 'GET', url })
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`)
  return readPage(body)
}
let account: ReturnType<typeof makeAccount> | undefined
const everything = () => {
  account ??= makeAccount(
    world().store.db,
    `everything ${hostile}`,
    ['operator', 'designated-officer', 'adoption-worker', 'designated-nurse'],
    null,
  )
  return account
}

describe('script in every field of every kind of record', () => {
  it('is text on every page on which it stands, and makes no element and no attribute', async () => {
    const [evil, good] = [await personSaying(hostile), await personSaying(plain)]
    expect(evil.records.length).toBeGreaterThan(25)
    const addresses = (one: typeof evil): readonly string[] => [
      `/people/${one.subject}`,
      `/people/${one.subject}?known-on=2023-06-01&kind=case-note`,
      ...['chronology?print=yes', 'records', 'family', 'allocation', 'record', 'export', 'looked', 'letters'].map(
        (page) => `/people/${one.subject}/${page}`,
      ),
      ...one.records.flatMap((record) => [`/records/${record}`, `/records/${record}/correct`]),
    ]
    const plainOnes = addresses(good)
    for (const [at, url] of addresses(evil).entries()) {
      if (url.endsWith('/correct') && !(await canCorrect(url))) continue
      const page = await pageAt(url)
      expect([url, shape(page)]).toEqual([url, shape(await pageAt(plainOnes[at] ?? ''))])
    }
  })

  const canCorrect = async (url: string) =>
    (await send(world(), await everything(), { method: 'GET', url })).statusCode === 200

  it('is text in names, in whom to ring, in what was looked for and why a glass was broken, and in one’s own name', async () => {
    const { write, working, people, app } = world()
    const team = await write.make('team')
    await write.new(Team, { team: [team] }, hostile, { service: 'other' })
    const restricted = await write.make('person')
    await write.new(PersonName, { person: [restricted] }, hostile)
    await write.new(
      Restriction,
      { person: [restricted], workers: [working.colleague], teamToRing: [team], worker: [working.colleague] },
      hostile,
    )
    await write.new(Relationship, { person: [people.mine.subject], relative: [restricted] }, hostile)
    const { account: opened } = await everything()
    await breakGlass(app, opened, people.mine.subject, hostile)
    for (const url of [
      `/people?${new URLSearchParams({ q: hostile })}`,
      `/people/${people.mine.subject}`,
      `/people/${people.mine.subject}/looked`,
      `/people/${people.mine.subject}/record/relationship`,
      '/account',
    ]) {
      const page = await pageAt(url)
      const tags = all(page, '*').flatMap(({ tag, attributes }) => [tag, ...attributes.keys()])
      expect([url, tags.filter((one) => /^(script|img|iframe|style|on.*)$/.test(one))]).toEqual([url, []])
    }
    const refused = await send(world(), await everything(), { method: 'GET', url: `/people/${restricted}` })
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('&lt;script&gt;')
    readPage(refused.body)
  })

  it('is text on the way through the signing in', async () => {
    const fields = { heading: hostile, [hostile]: hostile, to: hostile }
    const url = `/people/${world().people.mine.subject}/record/case-note?${new URLSearchParams({ draft: hostile })}`
    for (const answer of [
      await send(world(), undefined, { method: 'POST', url, fields }),
      await send(world(), undefined, {
        method: 'POST',
        url: '/sign-in',
        fields: { ...fields, user: hostile, password: hostile },
      }),
      await send(world(), undefined, { method: 'GET', url: `/sign-in?${new URLSearchParams({ to: hostile })}` }),
      await send(world(), undefined, { method: 'GET', url: `/${encodeURIComponent(hostile)}` }),
    ]) {
      const tags = all(readPage(answer.body), '*').map(({ tag }) => tag)
      expect(tags).not.toContain('script')
      expect(tags).not.toContain('img')
    }
  })
})

describe('formulas', () => {
  const formula = '=HYPERLINK("http://evil.example")'
  /** What a spreadsheet would run: anything that begins so and is no number. */
  const runs = (cell: string): boolean =>
    /^[\s\0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)
  const cellsOf = (csv: string): readonly string[] => {
    const rows: readonly (readonly string[])[] = parse(csv, { bom: true, relax_column_count: true })
    return rows.flat()
  }

  /** What is published of us and of every authority: nobody types there, and in this world there is none of it. */
  const published = ['/public/', '/places/']

  /** A list of others that names somebody, and with the same words somebody whom nobody knows. */
  async function loadSaying(words: string, subject: SubjectId): Promise<void> {
    const rows = [
      ['Our number', 'NHS number', 'IHA'],
      [`#${subject}`, words, '2023-09-04'],
      [words, words, '2023-09-05'],
    ]
    const file = { name: 'health.csv', bytes: Buffer.from(stringify(rows)) }
    const asked = { reconciliation: 'health-list', from: plainDate('2023-09-01'), to: plainDate('2023-10-01') }
    await loadTheirList(world().app, await exchanger(world().app, (await everything()).account), { ...asked, file })
  }

  it('run in no file that is taken out, whatever was typed in whatever field', async () => {
    const { write } = world()
    const { subject } = await personSaying(formula)
    const document = await write.file(subject, formula)
    await write.new(PersonDocument, { people: [subject] }, formula, { kind: 'letter', document })
    await loadSaying(formula, subject)
    const files = routesOf(world().server).filter(
      (route) => route.startsWith('GET') && route.endsWith('.csv') && !published.some((one) => route.includes(one)),
    )
    expect(files.length).toBeGreaterThan(6)
    for (const route of files) {
      const own = route.replace(':subject', String(subject))
      const url = `${addressOf(world(), own)}?${new URLSearchParams({ q: String(subject) })}`
      const { statusCode, body } = await send(world(), await everything(), { method: 'GET', url })
      expect([route, statusCode]).toEqual([route, 200])
      expect([route, cellsOf(body).filter(runs)]).toEqual([route, []])
      if (route.includes('/people'))
        expect([route, cellsOf(body).some((cell) => cell.startsWith(`'=HYPERLINK`))]).toEqual([route, true])
    }
  })

  it('run in no answer of the command line', async () => {
    const { subject } = await personSaying(formula)
    await world()
      .store.db.updateTable('version')
      .set({ recorded_by: formula } as never)
      .where('id', '=', (eb) => eb.selectFrom('version').select(({ fn }) => fn.max('id').as('id')))
      .execute()
    for (const argv of [
      ['chronology', String(subject)],
      ['clocks', String(subject)],
      ['members', 'guests', '--period', '2023-09'],
      ['worklist', 'looking-in'],
      ['users'],
    ]) {
      const { code, printed: text } = await los(world(), [...argv, '--as', 'operator', '--format', 'csv'])
      expect([argv, code]).toEqual([argv, 0])
      expect([argv, cellsOf(text).filter(runs)]).toEqual([argv, []])
      if (argv[0] === 'chronology') expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    }
  })
})
