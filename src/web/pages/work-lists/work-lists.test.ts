import { describe, expect, it } from 'vitest'
import { careSite, recordOf } from '../../../../test/support/in-care.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'

const site = careSite()
const get = async (user: string, address: string) => (await site().visitor(user)).get(address)
const page = async (user: string, address: string) => {
  const { status, body } = await get(user, address)
  expect(status).toBe(200)
  return body
}
const rowsOf = (action: string, account: string) =>
  site()
    .store.db.selectFrom('audit')
    .select(['subject_id', 'detail'])
    .where('action', '=', action)
    .where('account_name', '=', account)
    .where('subject_id', 'is not', null)
    .orderBy('id')
    .execute()

/** What the lists of a page add up to: shown, and of those whose record may not be opened. */
function totalsIn(body: string) {
  const [, rows = ''] = /Work lists.*?<tbody[^>]*>(.*?)<\/tbody>/s.exec(body.slice(body.indexOf('<table'))) ?? []
  const sum = (pattern: RegExp) => [...rows.matchAll(pattern)].reduce((all, [, many]) => all + Number(many), 0)
  return {
    overdue: sum(/data-label="Overdue(?: or now)?"><a[^>]*>(\d+)/g),
    soon: sum(/data-label="Due in 7 days"><a[^>]*>(\d+)/g),
    hidden: sum(/data-label="You may not see">\d+ more, (\d+) overdue/g),
  }
}

describe('all work lists', () => {
  it('stand in one table, the most overdue first, each number leading to its list', async () => {
    const body = await page('marian', '/work-lists')
    const { overdue, soon } = totalsIn(body)
    expect(overdue).toBeGreaterThan(1)
    expect(body).toContain(`<h1>${overdue} overdue, ${soon} due in the next 7 days</h1>`)
    expect(body).toMatch(/href="\/work-lists\/care-reviews\?show=overdue" class="los-late">1</)
    expect(body).toMatch(/href="\/work-lists\/care-reviews\?show=week">1</)
    expect(body).toMatch(/35 days<small><a href="\/people\/\d+\/clocks">Ivo Santander/)
    expect(body).toContain('1 more, 1 overdue')
    expect(body).not.toContain('Isla')
  })

  it('are of those whom somebody may see', async () => {
    const [his, all] = [await page('tom', '/work-lists'), await page('marian', '/work-lists')]
    expect(his).toMatch(/>7 days<small><a[^>]*>Maya Ellwood/)
    expect(his).toContain(`<h1>${totalsIn(his).overdue} overdue, ${totalsIn(his).soon} due`)
    expect(totalsIn(his).overdue).toBeLessThan(totalsIn(all).overdue)
  })
})

describe('a work list', () => {
  it('says what it found, worst first, each with the reason and the days that were passed over', async () => {
    const body = await page('marian', '/work-lists/care-reviews')
    expect(body).toContain('<h1>Reviews of children in care: 1 overdue, 1 due in the next 7 days</h1>')
    expect(body).toMatch(
      /Overdue: 1.*Ivo Santander.*35 days overdue.*30 August 2023.*20 working days after coming into care, 1 August 2023.*Bank holidays do not count: Monday 28 August 2023.*Nasreen Holt.*South team.*Due by Wednesday 11 October 2023: 1.*Theo Ellwood.*In 5 days/s,
    )
    expect(body).toContain('2 of 3. The other 1 is due later.')
    expect(body).not.toContain('Maya Ellwood')
    expect(await page('marian', '/work-lists/care-reviews?show=all')).toMatch(
      /Later: 1.*Maya Ellwood.*6 months after the last review, 27 June 2023/s,
    )
  })

  it('keeps back whose record may not be opened, and says of the whole list how many', async () => {
    const whole = '1 more on the whole list that you may not see, 1 of them overdue.'
    const body = await page('marian', '/work-lists/care-reviews')
    expect(body).toContain(whole)
    const nasreen = /value="(\d+)">Nasreen Holt/.exec(body)?.[1]
    // Narrowed to the one who works with her it says no more than that.
    const narrowed = await page('marian', `/work-lists/care-reviews?worker=${nasreen}`)
    expect(narrowed).toContain('Ivo Santander')
    expect(narrowed).not.toContain('Theo Ellwood')
    expect(narrowed).toContain(whole)
    expect(await page('marian', `/work-lists/care-reviews?worker=nobody`)).toContain(whole)
    expect(await page('nasreen', '/work-lists/care-reviews')).toContain('Isla Ellwood')
  })

  it('is sorted and narrowed as asked, and refuses what it cannot be asked', async () => {
    const body = await page('marian', '/work-lists/care-reviews?show=all&sort=child')
    expect(body).toMatch(/aria-sort="ascending"><a[^>]*>Child.*Ivo Santander.*Maya Ellwood.*Theo Ellwood/s)
    expect((await get('marian', '/work-lists/care-reviews?sort=x')).status).toBe(400)
    expect((await get('marian', '/work-lists/care-reviews?team=x')).status).toBe(400)
    expect((await get('marian', '/work-lists/nothing')).body).toContain('There is no work list')
    expect(await page('anwen', '/work-lists/care-visits?whose=mine&show=overdue')).toMatch(
      /<h1>Visits to children in care: 1 overdue/,
    )
  })

  it('has by itself who is no team’s work', async () => {
    const body = await page('marian', '/work-lists/care-reviews?team=nobody&show=all')
    expect(body).toContain('Without a team: 0 children.')
    expect(body).toContain('Nobody whose work this is stands on the list.')
  })

  it('says what it means that nobody is on it', async () => {
    expect(await page('tom', '/work-lists/care-reviews?whose=mine&show=overdue')).toContain(
      '<p>Nothing is overdue.</p>',
    )
    expect(await page('lewis', '/work-lists/health-assessments')).toContain(
      'Everybody on this list is somebody whose record you may not open.',
    )
  })

  it('leaves a row of the day for each who was listed, and for nobody else', async () => {
    await page('iain', '/work-lists/care-reviews?show=overdue')
    await page('iain', '/work-lists/care-reviews?show=overdue')
    expect(await rowsOf('list', 'Iain Crewe')).toEqual([
      { subject_id: site().numbers.Ivo, detail: 'Reviews of children in care' },
    ])
  })

  it('is taken out as CSV by those who may, and that is kept', async () => {
    const { status, body, headers } = await get('iain', '/work-lists/care-reviews.csv?show=all')
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="care-reviews-2023-10-04.csv"',
    ])
    expect(body).toMatch(
      /Ivo Santander,2015-05-05,overdue,2023-08-30,35,2023-08-01,"?Due by Wednesday 30 August 2023: 20 working days/,
    )
    expect(body).not.toContain('Isla')
    const taken = (await rowsOf('export', 'Iain Crewe')).map(({ subject_id }) => subject_id)
    expect(taken.toSorted()).toEqual([site().numbers.Maya, site().numbers.Theo, site().numbers.Ivo].toSorted())
    expect((await get('marian', '/work-lists/care-reviews.csv')).status).toBe(403)
    expect(await page('marian', '/work-lists/care-reviews')).not.toContain('Download CSV')
  })
})

describe('what a list says beside the reason', () => {
  it('stands in columns, is counted, and each number opens those of whom it is said', async () => {
    const body = await page('marian', '/work-lists/dental-checks?show=all')
    expect(body).toMatch(/<th[^>]*>Why there was none<\/th><th[^>]*>Unmet need<\/th>/)
    expect(body).toMatch(/<td[^>]*data-label="Why there was none">Not overdue<\/td>/)
    const [, href] = /<h2 id="by-why">Why there was none<\/h2>.*?href="([^"]+)">Not overdue/s.exec(body) ?? []
    expect(href).toBe('/work-lists/dental-checks?only=why%3ANot+overdue&amp;show=all')
    const narrowed = await page('marian', String(href).replaceAll('&amp;', '&'))
    expect(narrowed).toContain('Why there was none: not overdue: 3 children.')
    expect(narrowed).toContain('selected>Not overdue</option>')
    expect(await page('marian', '/work-lists/dental-checks?only=why:No+dentist+takes+them')).toContain(
      'Nobody whose work this is stands on the list.',
    )
    expect((await get('marian', '/work-lists/dental-checks?only=need:x')).status).toBe(400)
    expect((await get('marian', '/work-lists/care-reviews?only=why:x')).status).toBe(400)
    expect((await get('marian', '/work-lists/care-reviews?only=why')).status).toBe(400)
  })

  it('is taken out with the rest', async () => {
    const { body } = await get('dilys', '/work-lists/dental-checks.csv?show=all')
    expect(body).toContain('Why then,Why there was none,Unmet need,Which,In or out of the area,Worker')
    expect(body).toMatch(/Maya Ellwood,.*,Not overdue,Not known,,,Tom Fairweather/)
  })
})

describe('one’s own work', () => {
  it('has what is overdue and due among the rest, each person once in the heading', async () => {
    const body = await page('tom', '/my-work')
    expect(body).toMatch(/<h1>\d+ (person needs|people need) somebody now/)
    expect(body).toMatch(
      /7 days overdue<\/span>.*<a href="\/people\/\d+\/clocks">Maya Ellwood, 9<\/a>.*Visit\. Due by Wednesday 27 September 2023: 6 weeks after the last visit, 16 August 2023\..*Tom Fairweather.*Due in 5 days<\/span>.*Theo Ellwood, 12/s,
    )
  })

  it('counts as the lists do, to which its numbers lead', async () => {
    const body = await page('tom', '/my-work')
    expect(body).toMatch(/href="\/work-lists\/care-reviews\?whose=mine&amp;show=week">1</)
    expect(await page('tom', '/work-lists/care-reviews?whose=mine&show=week')).toContain(
      '<h1>Reviews of children in care: nothing overdue, 1 due in the next 7 days</h1>',
    )
  })
})

describe('a dashboard', () => {
  it('is there for each service that has something to show', async () => {
    expect(await page('marian', '/services')).toMatch(
      /\/services\/children-in-care.*Reviews of children in care, Visits to children in care/s,
    )
    expect((await get('marian', '/services/people')).status).toBe(404)
  })

  it('says what is due and where it differs, and that nothing is counted yet', async () => {
    const body = await page('marian', '/services/children-in-care')
    expect(body).toMatch(
      /<h1>Children in care: \d+ overdue or in need of somebody now, \d+ of them of children whose record you may open<\/h1>/,
    )
    expect(body).toMatch(/Where it differs by team.*North team<\/b><small>North locality.* of \d+ overdue.*South team/s)
    expect(body).toContain('no larger than chance would make them')
    expect(body).toContain('No month has been counted')
  })

  it('names whom to begin with, each mark beside the child whom it opens, and says why the lists are as they are', async () => {
    const { app, numbers } = site()
    expect(await page('marian', '/services/education-of-children-in-care')).not.toContain(
      'Below a target at school</h2>',
    )
    const less = { begunOn: plainDate('2023-09-20'), progress: 'less' }
    await recordOf(app, numbers.Maya, 'personal-education-plan', less)
    const body = await page('marian', '/services/education-of-children-in-care')
    expect(body).toMatch(
      /Below a target at school<\/h2>.*<a href="\/people\/\d+">Maya Ellwood<\/a>.*Less than expected<\/span>.*The whole list/s,
    )
    expect(body).toMatch(/<h3[^>]*>How many marks<\/h3>.*One mark.*only=many%3AOne\+mark&amp;show=all">1</s)
    expect(await rowsOf('list', 'Marian Teal')).toContainEqual({
      subject_id: numbers.Maya,
      detail: 'Below a target at school',
    })
  })
})
