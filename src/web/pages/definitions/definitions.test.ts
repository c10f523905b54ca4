import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { demonstrationOn } from '../../../../test/support/app.ts'
import { madeUpOn } from '../../../../test/support/made-up.ts'
import { all, attribute, bodyRows, only, type PageElement, text } from '../../../../test/support/read-page.ts'
import { site } from '../../../../test/support/site.ts'
import { areas } from '../../../areas/index.ts'

const demonstration = site(demonstrationOn)
const madeUp = site(madeUpOn)

const defined = areas.flatMap(({ indicators }) => indicators)
const open = defined.filter(({ status }) => status === 'to be confirmed')
const heading = `${defined.length} indicators, ${open.length} still to be confirmed`

const says = (page: PageElement) => text(only(page, 'main'))
const rowsOf = (page: PageElement) => all(page, 'table').flatMap(bodyRows)

describe('the definitions', () => {
  test('are all there are, by area, and say how many are still open', async () => {
    const page = await demonstration().page('/definitions')
    expect(text(only(page, 'h1'))).toBe(heading)
    expect(rowsOf(page)).toHaveLength(defined.length)
    expect(rowsOf(page).filter(([, , , standing]) => standing === 'To be confirmed')).toHaveLength(open.length)
    expect(all(page, 'h2').map(text)).toContain('Permanence')
  })

  test('mark in words those that rest on a question, and no others', async () => {
    const page = await demonstration().page('/definitions')
    for (const row of all(page, 'tbody').flatMap((body) => all(body, 'tr')))
      expect(all(row, 'span', 'los-pill--soon')).toHaveLength(text(row).endsWith('To be confirmed') ? 1 : 0)
  })

  test.each([
    ['foster carers', '“foster carers”'],
    ['FOSTER   carers', '“FOSTER carers”'],
    ['to be confirmed', 'definitions hold “to be confirmed”.'],
    ['cic-rate-month-end-excl-uasc', '1 definition holds “cic-rate-month-end-excl-uasc”.'],
  ])('are narrowed to those that hold every word of %s', async (words, sentence) => {
    const page = await demonstration().page(`/definitions?q=${encodeURIComponent(words)}`)
    expect(says(page)).toContain(sentence)
    const found = rowsOf(page).length
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(defined.length)
    expect(text(only(page, 'h1'))).toBe(heading)
    expect(attribute(only(page, 'input'), 'value')).toBe(words)
  })

  test('that hold nothing of the kind say so and what to do', async () => {
    const page = await demonstration().page('/definitions?q=unicorns')
    expect(says(page)).toContain('No definition holds “unicorns”. Try fewer or other words, or show all.')
    expect(rowsOf(page)).toEqual([])
  })

  test('show all when asked for nothing but blanks', async () => {
    for (const query of ['?q=', '?q=%20%20'])
      expect(rowsOf(await demonstration().page(`/definitions${query}`))).toHaveLength(defined.length)
  })

  test('are a CSV file of every field', async () => {
    const { headers, body } = await demonstration().get('/definitions.csv')
    const rows = parse<Record<string, string>>(body, { bom: true, columns: true })
    expect(headers['content-disposition']).toBe('attachment; filename="definitions.csv"')
    expect(rows).toHaveLength(defined.length)
    for (const row of rows) {
      for (const name of ['area', 'indicator', 'label', 'unit', 'who', 'not_known', 'source', 'standing'])
        expect(row[name], `${row['indicator']} ${name}`).not.toBe('')
      expect(row['to_be_confirmed'] !== '').toBe(row['standing'] === 'to be confirmed')
    }
  })
})

describe('one definition', () => {
  const factsOf = (page: PageElement) => {
    const list = only(page, 'dl', 'los-facts')
    const terms = all(list, 'dt').map(text)
    return new Map(all(list, 'dd').map((one, at) => [terms[at] ?? '', text(one)]))
  }

  test('says who is counted, when, and where the rule comes from', async () => {
    const page = await demonstration().page('/definitions/iha-within-20-days')
    const facts = factsOf(page)
    expect([...facts.keys()]).toEqual([
      'Who',
      'Counted if',
      'Not known',
      'Covers',
      'Final',
      'Unit',
      'Source',
      'Standing',
    ])
    expect(facts.get('Final')).toBe('20 working days after the end of the month; provisional until then')
    expect(facts.get('Unit')).toBe('Per cent of those described. Higher is better.')
    expect(facts.get('Source')).toContain('regulation 7')
    expect(says(page)).toContain('The key is iha-within-20-days.')
  })

  test('leaves out what does not apply', async () => {
    expect([...factsOf(await demonstration().page('/definitions/cic-number-month-end')).keys()]).not.toContain('Final')
  })

  test('leads to its figures, its variants and its parent', async () => {
    const links = async (key: string) => {
      const page = await demonstration().page(`/definitions/${key}`)
      return all(only(page, 'main'), 'a').map((link) => attribute(link, 'href'))
    }
    expect(await links('iha-within-20-days')).toEqual([
      '/definitions',
      '/indicators/iha-within-20-days?authority=dorset',
      '/definitions/iha-within-20-days-excl-uasc',
    ])
    expect(await links('iha-within-20-days-excl-uasc')).toContain('/definitions/iha-within-20-days')
  })

  test('without figures says so instead of leading nowhere', async () => {
    for (const key of ['never-loaded', 'always-blank', 'unloaded']) {
      const page = await madeUp().page(`/definitions/${key}`)
      expect(says(page)).toContain('No figure of it is loaded yet.')
      expect(says(page)).not.toContain('See the figures')
    }
  })

  test('that rests on a question asks it', async () => {
    const page = await madeUp().page('/definitions/never-loaded')
    expect(text(only(page, 'div', 'los-panel'))).toBe(
      'To be confirmed Does anybody count it? Until somebody does, there is no figure.',
    )
    expect(factsOf(page).get('Standing')).toBe('To be confirmed')
    expect(all(await madeUp().page('/definitions/plans-late'), 'div', 'los-panel')).toEqual([])
  })
})

test('the accessibility statement claims no more than is tested', async () => {
  const page = await demonstration().page('/accessibility')
  expect(text(only(page, 'h1'))).toBe('Accessibility statement')
  expect(says(page)).toContain('It has not yet been tested by people who use assistive technology')
})
