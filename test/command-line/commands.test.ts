import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { getAccount } from '../../src/app/access/accounts.ts'
import type { App } from '../../src/app/app.ts'
import { findPeople } from '../../src/app/people/find.ts'
import { GenderIdentity } from '../../src/areas/people/person.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { Store } from '../../src/store/open.ts'
import { writeVersion } from '../../src/store/records/write.ts'
import { findFigures } from '../../src/store/series.ts'
import { newFolder } from '../databases/each-database.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { demonstrationOn, productTypes } from '../support/app.ts'
import { los } from './in-process.ts'

describe('over the demonstration', () => {
  let store: Store
  let app: App
  beforeAll(async () => {
    store = await openEmbedded(inject('databaseWorkshop'), productTypes)
    app = await demonstrationOn(store)
  })
  afterAll(() => store.close())

  const dorset = ['figures', 'corporate-parenting', '--authority', 'dorset', '--period'] as const

  test('figures are a table on a terminal, rounded for reading, and JSON otherwise', async () => {
    const table = await los([...dorset, '2023-09'], { app, terminal: true })
    expect(table.err).toBe('')
    const lines = table.out.split('\n')
    expect(lines).toHaveLength(79)
    expect(lines[0]).toMatch(/^Section +Indicator +Value +Before +Direction +Target +RAG +England +Good neighbours$/)
    expect(lines[1]).toMatch(/^Profile +.* 4\d\d +4\d\d +worse +420 +worse than target$/)
    expect(await los([...dorset, '2023-09', '--format', 'table'], { app })).toEqual(table)
    const json = await los([...dorset, '2023-09'], { app })
    expect(JSON.parse(json.out)).toHaveLength(78)
    expect(await los([...dorset, '2023-09', '--format', 'json'], { app, terminal: true })).toEqual(json)
  })

  test('figures as CSV are exact, row for row those of the JSON', async () => {
    const csv = await los([...dorset, '2023-09', '--format', 'csv'], { app, terminal: true })
    const rows = parse<Record<string, string>>(csv.out, { columns: true })
    const json: { indicator: string; value: number | null; direction: string | null; rag: string | null }[] =
      JSON.parse((await los([...dorset, '2023-09'], { app })).out)
    expect(rows.map((row) => [row['indicator'], row['value'], row['direction'], row['rag']])).toEqual(
      json.map((row) => [row.indicator, `${row.value ?? ''}`, row.direction ?? '', row.rag ?? '']),
    )
  })

  test('two numbers become one person’s, by whoever may say so, and two again', async () => {
    const { people } = await findPeople(app, await getAccount(app, 'dilys'), 'theo')
    const [theo = '', theodore = ''] = people.map((one) => (one.kind === 'person' ? String(one.subject) : ''))
    const why = ['--reason', 'The same NHS number and date of birth']
    expect(await los(['merge', theo, theodore, '--as', 'tom', ...why], { app })).toMatchObject({ code: 1, out: '' })
    expect(await los(['merge', theo, theodore, '--as', 'dilys', '--reason', 'same'], { app })).toMatchObject({
      code: 1,
      err: expect.stringContaining('Say how you know'),
    })
    for (const wrong of [
      ['merge', theo, 'x', '--as', 'dilys', ...why],
      ['merge', theo, theodore, ...why],
    ])
      expect((await los(wrong, { app })).code).toBe(2)
    expect(await los(['merge', theo, theodore, '--as', 'dilys', ...why], { app })).toEqual({
      code: 0,
      out: '',
      err: `Numbers ${theo} and ${theodore} are one person, known by number ${theo}.`,
    })
    expect(await los(['merge', theo, theodore, '--as', 'dilys', ...why], { app })).toMatchObject({ code: 1 })
    expect(await los(['merge', theo, theodore, '--as', 'dilys', '--undo', ...why], { app })).toEqual({
      code: 0,
      out: '',
      err: `Numbers ${theo} and ${theodore} are two people again.`,
    })
  })

  test('a chronology is only for those who may read it, and it is kept that they looked', async () => {
    expect(await los(['chronology', '1', '--as', 'tom'], { app })).toMatchObject({
      code: 1,
      out: '',
      err: 'There is nobody of that number.',
    })
    const { people } = await findPeople(app, await getAccount(app, 'nasreen'), 'Ellwood')
    const { people: others } = await findPeople(app, await getAccount(app, 'nasreen'), 'Santander')
    const numberOf = (name: string) =>
      String(
        [...people, ...others].flatMap((one) =>
          one.kind === 'person' && one.name.startsWith(name) ? one.subject : [],
        )[0],
      )
    const read = await los(['chronology', numberOf('Maya'), '--as', 'tom', '--known-on', '2023-10-01'], { app })
    const records: readonly { type: string; on: string | null }[] = JSON.parse(read.out)
    expect(records.filter(({ type }) => type === 'seen-and-heard').map(({ on }) => on)).toEqual(['2023-08-23'])
    expect(await los(['chronology', numberOf('Isla'), '--as', 'tom'], { app })).toEqual({
      code: 1,
      out: '',
      err: 'Restricted: ring South team, 01632 960020.',
    })
    expect(await los(['chronology', numberOf('Ivo'), '--as', 'tom'], { app })).toMatchObject({ code: 1, out: '' })
    expect(await los(['chronology', numberOf('Maya'), '--as', 'nobody'], { app })).toMatchObject({
      code: 1,
      err: 'There is no user “nobody”.',
    })
    expect(await los(['chronology', numberOf('Maya')], { app })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Say who is asking: --as USER'),
    })
    const audited = await store.db
      .selectFrom('audit')
      .select(['decision', 'detail'])
      .where('detail', 'like', 'los chronology%')
      .orderBy('id')
      .execute()
    expect(audited.map(({ decision }) => decision)).toEqual(['not there', 'yes', 'restricted', 'no'])
  })

  test('a chronology as CSV is taken out of the system: for those who may, and nothing in it runs', async () => {
    const { people } = await findPeople(app, await getAccount(app, 'tom'), 'Theo Ellwood')
    const [theo] = people.flatMap((one) => (one.kind === 'person' ? one.subject : []))
    if (theo === undefined) throw new Error('Theo is not there')
    const content = {
      subjects: { person: [theo] },
      links: {},
      fields: { startedOn: app.clock.today, pronouns: 'they' },
    }
    const stamp = { knownOn: app.clock.today, recordedAt: app.clock.now(), recordedBy: '=1+1', reason: null }
    await writeVersion(store.db, { ...stamp, type: GenderIdentity, source: 'form', content })
    const command = ['chronology', String(theo), '--format', 'csv', '--as']
    const { out } = await los([...command, 'tom'], { app })
    const rows: readonly Record<string, string>[] = parse(out, { columns: true })
    expect(rows.at(-1)).toMatchObject({ On: '2023-10-04', What: 'Gender and pronouns', 'Recorded by': "'=1+1" })
    expect(out).toMatch(/^On,What,Record,Recorded by,Known from\r\n/)
    expect((await los([...command, 'marian'], { app })).code).toBe(1)
    const audited = await store.db
      .selectFrom('audit')
      .select(['account_name', 'decision'])
      .where('action', '=', 'export')
      .where('subject_id', '=', theo)
      .orderBy('id')
      .execute()
    expect(audited.map((row) => Object.values(row))).toEqual([
      ['Tom Fairweather', 'yes'],
      ['Marian Teal', 'no'],
    ])
  })

  test('figures can be only those without unaccompanied children', async () => {
    const { out } = await los([...dorset, '2023-09', '--variant', 'excl-uasc'], { app })
    const shown: { indicator: string }[] = JSON.parse(out)
    expect(shown).toHaveLength(10)
    for (const { indicator } of shown) expect(indicator).toMatch(/-excl-uasc$/)
  })

  test.each([
    [
      ['figures', 'corporate-parentin', '--period', '2023-09'],
      /^There is no dataset "corporate-parentin"\. Did you mean/,
    ],
    [
      [...dorset.slice(0, 2), '--authority', 'dorste', '--period', '2023-09'],
      /no authority "dorste"\. Did you mean "dorset"\?/,
    ],
    [[...dorset, 'September'], /^“September” is not a period.*Write a month as 2023-09/],
    [
      [...dorset, '2022-09'],
      /no figures of the Corporate Parenting dataset for September 2022.*It has: 2023-04, .*, 2023-09\.$/,
    ],
    [[...dorset, '2023-24 Q2'], /no figures .* for July to September 2023/],
    [[...dorset, '2029-09'], /no figures .* for September 2029/],
    [[...dorset, '2023-09', '--known-on', 'today'], /^"today" is no date\. Write it like 2023-09-30\.$/],
    [
      [...dorset, '2023-09', '--known-on', '2023-10-03'],
      /no figures .*as known on 2023-10-03.*There are figures of: --authority dorset\.$/,
    ],
    [['figures', 'corporate-parenting', '--period', '2023-09'], /^Exampleshire has no figures.*--authority dorset\.$/],
  ])('los %j: exit 1', async (argv, message) => {
    const { code, out, err } = await los(argv, { app })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('\n')
  })

  test('check finds the definitions, the figures and what to do about the embedded store', async () => {
    const { code, out, err } = await los(['check', '--format', 'csv'], { app })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const found = parse<Record<string, string>>(out, { columns: true })
    expect(found.find((row) => row['What'] === 'figures')).toMatchObject({
      State: 'well',
      Found: 'of dorset, exampleshire',
    })
    expect(found.find((row) => row['What'] === 'store')?.['What to do']).toContain('DATABASE_URL')
  })

  test('check is not well when the calendar has run out', async () => {
    const late = { ...app, clock: { ...app.clock, today: plainDate('2029-01-01') } }
    const { code, out } = await los(['check'], { app: late })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ what: 'calendar', state: 'wrong', advice: expect.stringContaining('2029') }),
    )
  })

  describe('import', () => {
    const testshire = { key: 'testshire', name: 'Testshire', council: 'Testshire Council', code: '', area: '' }
    const ofTestshire = (): App => ({ ...app, authorities: new Map([['testshire', testshire]]) })
    const heading = 'authority,indicator,period,value,published_in\n'
    const known = () =>
      findFigures(store, { authority: 'testshire', periodKind: 'month', knownOn: plainDate('2100-01-01') })

    test('on a terminal tells in a table; twice the same is the same', async () => {
      const path = join(newFolder(), 'f.csv')
      writeFileSync(path, `${heading}testshire,cic-started,2023-09,12,Pack\n`)
      const importing = () => los(['import', 'figures', path], { app: ofTestshire(), terminal: true })
      const table = (...counts: readonly number[]) =>
        new RegExp(`^Record +new +changed +same +gone\nFigure +${counts.join(' +')}$`)
      expect(await importing()).toEqual({ code: 0, err: '', out: expect.stringMatching(table(1, 0, 0, 0)) })
      expect(await importing()).toEqual({ code: 0, err: '', out: expect.stringMatching(table(0, 0, 1, 0)) })
    })

    test('of a wrong format of the answer imports nothing first', async () => {
      const path = join(newFolder(), 'f.csv')
      writeFileSync(path, `${heading}testshire,cic-started,2020-01,12,Pack\n`)
      const { code } = await los(['import', 'figures', path, '--format', 'xml'], { app: ofTestshire() })
      expect(code).toBe(2)
      expect((await known()).filter(({ period }) => period.from === plainDate('2020-01-01'))).toEqual([])
    })

    test('with errors prints no table, and of very many errors the first 50', async () => {
      const path = join(newFolder(), 'f.csv')
      const rows = Array.from({ length: 60 }, (_, at) => `testshire,cic-started,2019-${at},12,Pack\n`)
      writeFileSync(path, heading + rows.join(''))
      const { code, out, err } = await los(['import', 'figures', path], { app: ofTestshire(), terminal: true })
      expect({ code, out }).toEqual({ code: 1, out: '' })
      const lines = err.split('\n')
      expect(lines).toHaveLength(52)
      expect(lines[0]).toContain(`${path}, row 2, column period: “2019-0” is not a period`)
      expect(lines[50]).toMatch(/^\.\.\. and \d+ more\. --format json lists them all\.$/)
      const json = await los(['import', 'figures', path, '--format', 'json'], { app: ofTestshire(), terminal: true })
      expect(JSON.parse(json.out).issues.length).toBeGreaterThan(50)
      expect((await known()).filter(({ period }) => period.from < plainDate('2020-01-01'))).toEqual([])
    })

    test('with a warning imports and says it', async () => {
      const path = join(newFolder(), 'f.csv')
      const row = 'testshire,cic-started,2021-09,12,Pack\n'
      writeFileSync(path, heading + row + row)
      const { code, err } = await los(['import', 'figures', path], { app: ofTestshire() })
      expect({ code, err }).toEqual({
        code: 0,
        err: `Warning: ${path}, row 3: The row says the same as ${path} row 2. It is read once.`,
      })
    })

    test('of a file that is not there, a folder, a path through a file or with a bad date: exit 1, no store opened', async () => {
      const folder = join(newFolder(), 'folder')
      mkdirSync(folder)
      const file = join(folder, 'f.csv')
      writeFileSync(file, heading)
      for (const [argv, message] of [
        [[file, `${file}x`], `There is no file ${file}x. Look at the name and the folder.`],
        [[folder], `${folder} is a folder. Name the files in it.`],
        [[join(file, 'g.csv')], `${join(file, 'g.csv')} could not be read (ENOTDIR). Look at the name and the folder.`],
        [[file, '--known-on', 'then'], '"then" is no date. Write it like 2023-09-30.'],
      ] as const)
        expect(await los(['import', 'figures', ...argv])).toEqual({ code: 1, out: '', err: message })
    })
  })
})
