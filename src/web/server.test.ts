import { describe, expect, test } from 'vitest'
import { demonstrationOn } from '../../test/support/app.ts'
import { all, attribute } from '../../test/support/read-page.ts'
import { site } from '../../test/support/site.ts'

describe('what the server sends', () => {
  const at = site(demonstrationOn)

  test.each([
    '/',
    '/datasets/corporate-parenting',
    '/nowhere',
    '/datasets/%ZZ',
    '/datasets/corporate-parenting?period=x',
  ])('with %s forbids a browser to run or load anything but our own stylesheet and pictures', async (address) => {
    const { headers } = await at().get(address)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'content-type': 'text/html; charset=utf-8',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  test('with every page is a stylesheet that may be kept for a year, in our own font', async () => {
    const sheet = all(await at().page('/'), 'link').find((link) => attribute(link, 'rel') === 'stylesheet')
    const { status, headers, body } = await at().get(sheet ? attribute(sheet, 'href') : '')
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(body).toContain('.los-table')
    expect(body).toContain('.govuk-button')
    expect(body).not.toMatch(/GDS Transport|@font-face|url\(/i)
  })

  test('as the icon of the tab is a picture', async () => {
    expect(await at().get('/assets/icon.svg')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/svg+xml' },
    })
  })

  test('answers with or without a stroke at the end', async () => {
    for (const address of ['/datasets/', '/definitions/', '/datasets/corporate-parenting/'])
      expect(await at().get(address)).toMatchObject({ status: 200 })
  })
})
