import { describe, expect, it } from 'vitest'
import { careSite } from '../../../../test/support/in-care.ts'

const site = careSite()
const get = async (user: string, address: string) => (await site().visitor(user)).get(address)
const page = async (user: string, address: string) => {
  const { status, body } = await get(user, address)
  expect(status).toBe(200)
  return body
}

describe('a tracker', () => {
  it('says how many are past a step, and has everybody, who is furthest behind first', async () => {
    const body = await page('marian', '/trackers/permanence')
    expect(body).toContain('<h1>Permanence tracker: 1 of 3 children is past a step</h1>')
    expect(body).toMatch(/Maya Ellwood is furthest behind: plan agreed, 95 days overdue\./)
    expect(body).toMatch(
      /Past a step: 1.*Maya Ellwood.*Age 9\. Tom Fairweather, North team.*No plan yet.*95 days overdue.*<b>Plan agreed<\/b>: Tom Fairweather.*4 months after coming into care, 1 March 2023.*Next step later: 2/s,
    )
  })

  it('keeps back whose record may not be opened, and says how many', async () => {
    const body = await page('marian', '/trackers/permanence')
    expect(body).not.toContain('Isla')
    expect(body).toContain('1 more on the whole tracker whom you may not see, none of them past a step.')
  })

  it('has a number for each route and step, which leads to those behind it', async () => {
    const body = await page('marian', '/trackers/permanence')
    const past = '/trackers/permanence?group=No+plan+yet&amp;show=past'
    expect(body).toContain(`href="${past}" class="los-late">1<`)
    const narrowed = await page('marian', past.replaceAll('&amp;', '&'))
    expect(narrowed).toContain('Maya Ellwood')
    expect(narrowed).not.toContain('Theo Ellwood')
    expect(body).toMatch(/href="\/trackers\/permanence\?step=plan"[^>]*>3</)
  })

  it('leaves out the steps that are asked of nobody on it', async () => {
    const body = await page('marian', '/trackers/permanence')
    expect(body).toContain('<th scope="col" role="columnheader">Plan agreed</th>')
    expect(body).not.toContain('<th scope="col" role="columnheader">Final order</th>')
  })

  it('is narrowed to a worker, and refuses what it cannot be asked', async () => {
    const body = await page('marian', '/trackers/permanence?worker=nobody')
    expect(body).toContain('no children on it')
    expect(body).toContain('Of those you asked for, this is so of nobody.')
    expect((await get('marian', '/trackers/permanence?show=x')).status).toBe(400)
    expect((await get('marian', '/trackers/permanence?page=0')).status).toBe(400)
    expect((await get('marian', '/trackers/permanence?step=x')).status).toBe(404)
    expect((await get('marian', '/trackers/nothing')).body).toContain('There is no tracker')
  })

  it('says what it means that nobody is on it', async () => {
    expect(await page('marian', '/trackers/court')).toMatch(
      /no children on it.*Whoever comes to be stands here from that day/s,
    )
  })

  it('is found on the work lists and on the dashboard of its service', async () => {
    expect(await page('marian', '/work-lists')).toContain('<a href="/trackers/permanence">Permanence tracker</a>')
    expect(await page('marian', '/services/permanence')).toContain('href="/trackers/permanence"')
    expect(await page('marian', '/services/fostering')).not.toContain('/trackers/')
  })

  it('is taken out as CSV by those who may', async () => {
    const { status, body, headers } = await get('iain', '/trackers/permanence.csv?show=past')
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="permanence-tracker-2023-10-04.csv"',
    ])
    expect(body).toMatch(
      /Maya Ellwood,\d{4}-\d\d-\d\d,No plan yet,In care,,95,Plan agreed,"?4 months after coming into care/,
    )
    expect(body).toContain('95 days overdue,2023-07-01')
    expect((await get('marian', '/trackers/permanence.csv')).status).toBe(403)
  })
})
