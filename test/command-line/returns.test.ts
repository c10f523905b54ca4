import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkout, los, readable, sharedFolder, sharedStore } from './los.ts'

const fixtures = join(checkout, 'test', 'fixtures', 'ssda903-years')
const filesOf = (year: number) =>
  readdirSync(fixtures)
    .filter((name) => name.startsWith(`${year}-`))
    .map((name) => join(fixtures, name))

const store = sharedStore()
const folder = sharedFolder()

test('los import ssda903 tells what it recorded and what is wrong in the data, and los export writes it back', async () => {
  const nobodys = await los(['import', 'ssda903', ...filesOf(2019), '--data', join(folder(), 'nobodys')])
  expect(readable(nobodys).at(-1)).toMatch(/it is not set whose children this store holds.*los authority/)
  await los(['authority', 'dorset', '--data', store()])
  const taken = await los(['import', 'ssda903', ...filesOf(2019), '--data', store()])
  expect(taken.code).toBe(0)
  const { records, issues } = JSON.parse(taken.out)
  expect(records).toMatchObject({
    Episode: { new: 648, changed: 0, same: 0, gone: 0 },
    CareReview: { new: 2103, changed: 0, same: 0, gone: 0 },
    OutcomesOfYear: { new: 362, changed: 0, same: 0, gone: 0 },
  })
  expect(issues).toContainEqual({
    file: expect.stringMatching(/2019-episodes\.csv$/),
    row: expect.any(Number),
    column: 'DEC',
    subject: expect.stringMatching(/^\d+$/),
    message: expect.stringMatching(/^There is a reason why the episode ended/),
    severity: 'error',
  })
  const said = readable(taken)
  expect(said).toContainEqual(expect.stringMatching(/^\.\.\. and \d+ more\. --format json lists them all\.$/))
  expect(said.at(-2)).toMatch(/^In all: \d+ outside-the-year, .*What the data say was kept as it is\.$/)
  expect(said.at(-1)).toBe(
    'The return of 2019/20 was recorded as known on 31 March 2020. It changed the records of 362 people.',
  )

  const out = join(folder(), 'return')
  const written = await los(['export', 'ssda903', '--year', '2019/20', '--out', out, '--data', store()])
  expect({ code: written.code, err: written.err }).toEqual({ code: 0, err: '' })
  expect(written.out.split('\n')).toContain(join(out, 'episodes.csv'))
  expect(readFileSync(join(out, 'episodes.csv'), 'utf8').split('\n')).toHaveLength(1 + 648 + 1)
})

test('los import ssda903 refuses years together, and says what to do', async () => {
  const refused = await los(['import', 'ssda903', ...filesOf(2017), ...filesOf(2018), '--data', store()])
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({ records: {}, issues: [{ severity: 'error' }] })
  expect(readable(refused)).toEqual([
    expect.stringMatching(
      /2018-episodes\.csv is of 2018\/19 and .*2017-episodes\.csv of 2017\/18\. Load one year at a time\.$/,
    ),
    'Nothing was imported. Put right what keeps the files from being read and import them again.',
  ])
  const odd = await los(['import', 'figures', ...filesOf(2017), '--year', '2017/18', '--data', store()])
  expect([odd.code, odd.err]).toEqual([2, '--year is for returns. Every row of figures says its own period.\n'])
})

test('los validate ssda903 says what is wrong, without a store', async () => {
  const file = join(folder(), 'missing.csv')
  writeFileSync(file, 'CHILD,DOB,MISSING,MIS_START,MIS_END\n7,01/05/2010,M,03/07/2017,01/07/2017\n')
  const told = await los(['validate', 'ssda903', file, '--year', '2017/18', '--data', join(folder(), 'no-store')])
  expect(told.code).toBe(0)
  expect(JSON.parse(told.out)).toContainEqual({
    rule: 'ends-before-it-begins',
    severity: 'error',
    message: 'It ended on 1 July 2017, before it began on 3 July 2017.',
    locations: [{ file, table: 'Missing', row: 2, fields: ['MIS_END', 'MIS_START'] }],
    child: '7',
  })
  expect((await los(['validate', 'ssda903', file])).code).toBe(0)
  expect((await los(['validate', 'ssda904', file])).err).toBe('There is no format "ssda904". Did you mean "ssda903"?\n')
})

test('los import annex-a takes a workbook, and los export annex-a --on writes the lists of a day', async () => {
  const sample = join(checkout, 'test', 'fixtures', 'annex-a', 'Annex_A.xlsx')
  const own = join(folder(), 'lists')
  const taken = await los(['import', 'annex-a', sample, '--data', own])
  expect(taken.code).toBe(0)
  expect(JSON.parse(taken.out).records).toMatchObject({ Person: { new: 16 }, CareReview: { new: 5 } })
  expect(readable(taken)).toContainEqual(
    'What the lists say up to 26 February 2021 was recorded as known on 26 February 2021. It changed the records of 21 people.',
  )
  const out = join(folder(), 'written')
  const written = await los(['export', 'annex-a', '--on', '2021-02-26', '--out', out, '--data', own])
  expect({ code: written.code, files: readdirSync(out).toSorted() }).toEqual({
    code: 0,
    files: ['annex-a-2021-02-26.xlsx', 'list-10.csv', 'list-11.csv', 'list-8.csv', 'list-9.csv'],
  })
  const yearly = await los(['export', 'annex-a', '--year', '2020/21', '--out', out, '--data', own])
  expect([yearly.code, yearly.err]).toEqual([2, 'The lists of annex-a are of a day. Say which: --on 2023-09-30\n'])
})

test('los export ssd writes the dataset of a day, los validate ssd finds nothing wrong in it, and los import ssd takes it', async () => {
  const out = join(folder(), 'dataset')
  const written = await los(['export', 'ssd', '--on', '2020-03-31', '--out', out, '--data', store()])
  expect([written.code, readdirSync(out)]).toEqual([
    0,
    expect.arrayContaining(['ssd_cla_episodes.csv', 'ssd_person.csv']),
  ])
  const paths = readdirSync(out).map((name) => join(out, name))
  const validated = await los(['validate', 'ssd', join(out, 'ssd_person.csv')])
  expect([validated.code, JSON.parse(validated.out)]).toEqual([0, []])
  const own = join(folder(), 'of-the-dataset')
  const taken = await los(['import', 'ssd', ...paths, '--data', own])
  expect(taken.code).toBe(0)
  expect(JSON.parse(taken.out).records).toMatchObject({ Person: { new: 362 }, CareReview: { changed: 0 } })
  expect(readable(taken)).toContainEqual(expect.stringMatching(/^What the files say up to .* was recorded as known on/))
  const yearly = await los(['export', 'ssd', '--year', '2020/21', '--out', out, '--data', own])
  expect([yearly.code, yearly.err]).toEqual([2, 'The dataset ssd is of a day. Say which: --on 2023-09-30\n'])
})
