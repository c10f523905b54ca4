import { expect, test } from 'vitest'
import { appOn } from '../../../../test/support/app.ts'
import { site } from '../../../../test/support/site.ts'
import { demonstrationSite } from '../../../../test/support/visitor.ts'

const demonstration = demonstrationSite()
const real = site(async (store) => appOn(store))

test('who one can be, and the password, stand on the page in the demonstration alone', async () => {
  const { body } = await (await demonstration().visitor()).get('/sign-in')
  expect(body).toContain('The password of each is <b>demonstration</b>')
  expect(body).toContain('Tom Fairweather')
  const { body: asked } = await real().get('/sign-in')
  expect(asked).toContain('Password')
  expect(asked).not.toMatch(/demonstration|Tom Fairweather/i)
})

test('leads to my work, unless one was going somewhere', async () => {
  const visitor = await demonstration().visitor()
  expect((await visitor.get('/sign-in')).body).toContain('name="to" value="/my-work"')
  expect((await visitor.get('/sign-in?to=%2Fpeople%2F12')).body).toContain('name="to" value="/people/12"')
})
