import { describe, expect, test } from 'vitest'
import { los } from './in-process.ts'

describe('bad usage: exit 2, one line that says how, no store opened', () => {
  test.each([
    [['dew'], /^There is no command "dew"\. Did you mean "demo"\?$/],
    [
      ['frobnicate'],
      /^There is no command "frobnicate"\. There are: demo, serve, authority, synthesise, template, import, .*check\.$/,
    ],
    [['dictionary'], /^los dictionary: not yet\. Ready are: demo, serve/],
    [['publish', 'corporate-parenting'], /^Say which period: --period 2023-09$/],
    [['publish', 'x', '--period', '2023-09', '--to', 'them'], /^Nothing is published to "them"\. Write --to internal,/],
    [['report', 'corporate-parenting'], /^Say which period: --period 2023-09$/],
    [['report', 'x', '--period', '2023-09', '--format', 'doc'], /^There is no format "doc"\./],
    [['restated', 'corporate-parenting'], /^Say which period: --period 2023-09$/],
    [['worklist', 'visits', '--team', 'north'], /^“north” is no number of a team/],
    [['members', 'x'], /^Say which period: --period 2023-09$/],
    [['due', '2023-09-01'], /^Write it so: los due DATE "20 working days"/],
    [['due', '2023-09-01', '20', 'working', 'days'], /^Write it so: los due DATE "20 working days"/],
    [['due', '2023-09-01', '1 day', '--explian'], /^Unknown option '--explian'\. Write it so: los due/],
    [['due', '2023-09-01', '1 day', '--explain=yes'], /Write it so: los due/],
    [['figures'], /^Write it so: los figures DATASET --period 2023-09/],
    [['figures', 'corporate-parenting'], /^Say which period: --period 2023-09$/],
    [['figures', 'corporate-parenting', '--period'], /--period.*argument missing\. Write it so: los figures/],
    [['figures', 'corporate-parenting', '--period', '--format'], /--period.*ambiguous\. Write it so: los figures/],
    [['figures', 'x', '--period', '2023-09', '--format', 'xlsx'], /^There is no format "xlsx"\. Write --format table/],
    [
      ['figures', 'x', '--period', '2023-09', '--variant', 'girls'],
      /^There is no variant "girls"\. There is: excl-uasc/,
    ],
    [['import', 'figures'], /^Write it so: los import FORMAT PATH/],
    [
      ['import', 'cin-census', 'a.xml'],
      /^There is no format "cin-census" yet\. There are: figures, targets, benchmarks, lait, ssda903, annex-a, ssd, templates\.$/,
    ],
    [['import', 'figures', 'a.csv', '--format', 'xml'], /^There is no format "xml"/],
    [['serve', '--port', 'http'], /^"http" is no port\. Write a number from 0 to 65535/],
    [['serve', '--port', '65536'], /is no port/],
    [['serve', '3000'], /^Write it so: los serve/],
  ])('los %j', async (argv, message) => {
    const { code, out, err } = await los(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('\n')
  })

  test('los alone shows the help, which is asked for with help', async () => {
    const alone = await los([])
    expect(alone).toMatchObject({ code: 2, out: '' })
    expect(await los(['help'])).toEqual({ ...alone, code: 0 })
    for (const command of ['demo', 'serve', 'import', 'figures', 'due', 'check'])
      expect(alone.err).toContain(`los ${command} `)
    expect(await los(['publish', '--help'])).toMatchObject({ code: 0, err: expect.stringContaining('freezes a month') })
    const one = await los(['due', '--help', 'x', 'y'])
    expect(one.code).toBe(0)
    expect(one.err).toContain('los due DATE')
  })
})

describe('los due', () => {
  test.each([
    ['2023-09-01', '20 working days', '2023-09-29'],
    ['2024-02-01', '40 Working Days beginning with', '2024-03-27'],
    ['2023-12-31', '2 months', '2024-02-29'],
    ['2040-09-01', '6 weeks', '2040-10-13'],
  ])('%s and %s: %s', async (date, interval, due) => {
    expect(await los(['due', date, interval])).toEqual({ code: 0, out: due, err: '' })
  })

  test.each([
    ['2023-02-29', '1 day', /^"2023-02-29" is no date\. Write it like 2023-09-30\.$/],
    ['01/09/2023', '1 day', /^"01\/09\/2023" is no date/],
    ['2023-09-01', 'a while', /“a while” is not an interval\. Write a whole number of working days/],
    ['2023-09-01', '0 days', /“0 days” is not an interval/],
    ['2023-09-01', '10 school days', /10 school days from 2023-09-01 cannot be counted: no term dates/],
    ['2040-09-01', '1 working day', /from 2015 to 2028.*Load the bank holidays of 2029 to 2040/],
    ['2014-12-31', '1 working day', /from 2015 to 2028.*Load the bank holidays of 2014/],
    ['9999-12-31', '1 day', /end after the year 9999/],
  ])('%s and %s: exit 1', async (date, interval, message) => {
    const { code, out, err } = await los(['due', date, interval])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('\n')
  })
})
