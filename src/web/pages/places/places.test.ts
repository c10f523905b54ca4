import { describe, expect, test } from 'vitest'
import { appOn, demonstrationOn } from '../../../../test/support/app.ts'
import { all, attribute, only, type PageElement, text } from '../../../../test/support/read-page.ts'
import { site } from '../../../../test/support/site.ts'
import { importShipped } from '../../../app/benchmarks/import-national.ts'
import { showPlace } from '../../../app/benchmarks/place.ts'

/** A store that holds nothing but the national figures. */
const newcomer = site(async (store) => {
  const app = appOn(store, { own: undefined })
  await importShipped(app)
  return app
})
const empty = site(async (store) => appOn(store))
const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  await importShipped(app)
  return app
})
const chosen = site(async (store) => {
  const app = await demonstrationOn(store)
  await importShipped(app)
  await expect(showPlace(app, 'england')).rejects.toThrow('England is no authority of today')
  await showPlace(app, 'kent')
  return app
})

const FAR = 'children-in-care-living-more-than-20-miles-from-home-outside-the-authority'
const heading = (page: PageElement) => text(only(page, 'h1'))
const rowsOf = (page: PageElement, caption: string) => {
  const table = all(page, 'table').find((one) => all(one, 'caption').some((found) => text(found) === caption))
  if (table === undefined) throw new Error(`There is no table ${caption}`)
  return all(only(table, 'tbody'), 'tr').map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [text(cell)])),
  )
}

describe('the lead member’s question', () => {
  test('is found in plain words', async () => {
    const question = 'are we placing more children far from home than places like us, and is it getting worse?'
    const page = await newcomer().page(`/places/dorset/measures?find=${encodeURIComponent(question)}`)
    const links = all(only(page, 'ul', 'los-multiples'), 'a')
    expect(attribute(links[0] ?? page, 'href')).toBe(`/places/dorset/measures/${FAR}`)
    const asked = all(await newcomer().page('/places/dorset'), 'a').find((one) =>
      text(one).startsWith('Are we placing'),
    )
    expect(asked && attribute(asked, 'href')).toBe(`/places/dorset/measures/${FAR}`)
  })

  test('is answered on one screen: how many, beside whom, by chance or not, and since when', async () => {
    const page = await newcomer().page(`/places/dorset/measures/${FAR}`)
    expect(heading(page)).toBe(
      'Children in care living more than 20 miles from home, outside the authority: Dorset 28%, places like it 20%',
    )
    expect(text(only(page, 'div', 'los-panel--key'))).toBe(
      'What this says. Dorset has 28%; that is 8 percentage points higher than the middle of its neighbours (20%), which is worse. That is more than chance: chance alone would take the figure of a group of 437 anywhere from 24.0% to 32.4%. No clear change: from 29% to 28% in the five years to 2025, which chance alone could make. Meanwhile places like it went from 15% to 20%: the distance has narrowed from 14 percentage points to 8 percentage points. Dorset has had its present boundaries since April 2019; before, Dorset County went from 14% in 2016 to 25% in 2019.',
    )
    expect(all(page, 'svg', 'wide')).toHaveLength(3)
    expect(rowsOf(page, 'Every year since 2016')[0]).toEqual([
      'Year to March 2025',
      '28%',
      '–none',
      '20.0%',
      '19.8%',
      '26%',
      '18%',
      '130 of 151',
    ])
    const everyone = rowsOf(page, 'Every authority')
    expect(everyone).toHaveLength(153)
    expect(everyone.find(([name]) => name === 'Dorset')?.slice(1)).toEqual([
      '28%',
      '437',
      '14.7% to 21.9%',
      'above both lines',
    ])
  })
})

describe('any authority', () => {
  test('a newcomer chooses one of the 153, and sees its own at once', async () => {
    const page = await newcomer().page('/places')
    expect(all(only(page, 'select'), 'option')).toHaveLength(153)
    const { status, headers } = await newcomer().get('/places?place=kent')
    expect([status, headers['location']]).toEqual([303, '/places/kent'])
    expect(heading(await newcomer().page('/places/kent'))).toMatch(/^Kent is /)
    expect(heading(await newcomer().page('/'))).toBe('Every authority’s children’s services, beside others')
    expect((await newcomer().get('/places/kent')).headers['set-cookie']).toBeUndefined()
  })

  test.each(['city-of-london', 'isles-of-scilly', 'cumberland', 'dorset'])(
    '%s: every measure and subject has its page',
    async (place) => {
      const { measures, themes } = await addressesOf(place)
      expect(measures.length).toBeGreaterThan(300)
      const bad: string[] = []
      for (const address of place === 'city-of-london'
        ? [...themes, ...measures]
        : [...themes, ...measures.slice(0, 20)]) {
        const { status, body } = await newcomer().get(address)
        if (status !== 200 || /undefined|NaN|null/.test(body.replaceAll(/<[^>]*>/g, ' ')))
          bad.push(`${address}: ${status}`)
        const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
        if (new Set(ids).size < ids.length) bad.push(`${address}: an id stands twice`)
      }
      expect(bad).toEqual([])
    },
    120_000,
  )

  async function addressesOf(place: string) {
    const links = (page: PageElement, part: string) =>
      all(page, 'a').flatMap((one) => (attribute(one, 'href').includes(part) ? [attribute(one, 'href')] : []))
    return {
      measures: links(await newcomer().page(`/places/${place}/measures`), '/measures/'),
      themes: links(await newcomer().page(`/places/${place}`), '/themes/'),
    }
  }

  test('the picture says first where it is furthest behind, by subject, and how that is judged', async () => {
    const page = await newcomer().page('/places/dorset')
    expect(heading(page)).toBe(
      'Dorset is furthest behind places like it in: children in need, school missed without leave',
    )
    expect(rowsOf(page, 'Where Dorset is furthest behind')[0]).toEqual([
      'Children in need, school missed without leaveschool year 2024/25',
      '12.3%',
      '7.7%',
      '4.7 percentage points higher',
      'About 4 in 100 authorities are as far from their own neighbours',
      'On the same side five years in a row',
    ])
    const subjects = rowsOf(page, 'Measures by subject')
    expect(subjects.reduce((sum, [, measures]) => sum + Number(measures), 0)).toBe(323)
  })

  test('a region, England or an authority that is no more says where to go', async () => {
    for (const [place, words] of [
      ['england', 'Choose an authority'],
      ['cumbria-until-2023', 'is part of Cumberland and Westmorland and Furness today'],
      ['dorse', 'dorset'],
    ] as const) {
      const { status, body } = await newcomer().get(`/places/${place}`)
      expect([status, body.includes(words)]).toEqual([404, true])
    }
    expect((await newcomer().get('/places/kent/measures/nothing')).status).toBe(404)
    expect((await newcomer().get('/places/kent/themes/nothing')).status).toBe(404)
  })

  test('without national figures it says what to do', async () => {
    expect(text(only(await empty().page('/places'), 'main'))).toContain('bin/los import lait')
    expect((await empty().get('/places/kent')).status).toBe(404)
  })
})

describe('a measure', () => {
  test('beside an authority that was chosen', async () => {
    const page = await newcomer().page(`/places/dorset/measures/${FAR}?beside=bournemouth-christchurch-and-poole`)
    expect(
      rowsOf(page, 'The same as a table')
        .find(([, , note]) => note === 'chosen')
        ?.slice(0, 2),
    ).toEqual(['Bournemouth, Christchurch and Poole', '26%'])
    expect((await newcomer().get(`/places/dorset/measures/${FAR}?beside=england`)).status).toBe(404)
  })

  test('that is a sum is shown and not compared', async () => {
    const page = await newcomer().page('/places/dorset/measures/spending-on-children-in-care')
    expect(heading(page)).toBe('Spending on children in care: Dorset £56.7 million')
    expect(all(page, 'svg', 'wide')).toHaveLength(1)
  })

  test('without a figure says why, as far as the source does', async () => {
    const page = await newcomer().page(
      '/places/dorset/measures/children-who-enter-the-youth-justice-system-for-the-first-time',
    )
    expect(heading(page)).toContain('no figure of Dorset is published')
    expect(text(only(page, 'main'))).toContain('England’s figure in the source lies outside')
  })

  test('as CSV has a row for every year and place, exact', async () => {
    const { body, headers } = await newcomer().get(`/places/dorset/measures/${FAR}.csv`)
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toContain('2025,Dorset,own,28,,437,')
    expect(body).toContain('2019,Dorset County (until 2019),before,25,,')
  })
})

test('our own indicator leads to its national measure, which leads back; one that differs says how', async () => {
  const own = await demonstration().page('/indicators/cic-over-20-miles-from-home-excl-uasc')
  const link = all(own, 'a').find((one) => text(one).startsWith('Every authority’s figure'))
  expect(link && attribute(link, 'href')).toBe(`/places/dorset/measures/${FAR}`)
  expect(text(only(own, 'main'))).toContain('It differs: The national figure has unaccompanied children in it')
  const back = all(await demonstration().page(`/places/dorset/measures/${FAR}`), 'a').map((one) =>
    attribute(one, 'href'),
  )
  expect(back).toContain('/indicators/cic-over-20-miles-from-home-excl-uasc')
  expect(back).not.toContain('/indicators/cic-over-20-miles-from-home')
})

test('the first page shows the authority that was chosen, Dorset in the demonstration until another is', async () => {
  const first = async (at: typeof demonstration) =>
    all(await at().page('/'), 'h2')
      .map(text)
      .find((one) => one.includes('places like it'))
  expect(await first(demonstration)).toMatch(/^Dorset is furthest behind/)
  expect(await first(chosen)).toMatch(/^Kent is/)
})
