import { describe, expect, it } from 'vitest'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()
const people = async () =>
  (await site().store.db.selectFrom('subject').select('id').where('kind', '=', 'person').execute()).length

/** The first step, and what the second one then says. */
async function look(visitor: Visitor, typed: Readonly<Record<string, string>>) {
  const { location = '' } = await visitor.post('/people/new', { ...typed, do: 'look' })
  const { body } = await visitor.get(location)
  const value = (name: string) => new RegExp(`name="${name}" (?:type="radio" )?value="([^"]*)"`).exec(body)?.[1] ?? ''
  return {
    body,
    again: { ...typed, draft: value('draft'), 'form.looked': value('form.looked'), 'form.work': value('form.work') },
  }
}
const day = (name: string, d: string, m: string, y: string) => ({
  [`${name}.day`]: d,
  [`${name}.month`]: m,
  [`${name}.year`]: y,
})
const others = { sex: 'F', is: 'child', whoAsked: '3B', do: 'put' }

describe('somebody new', () => {
  it('is put on the record once, however often the button is pressed', async () => {
    const tom = await site().visitor('tom')
    const { body, again } = await look(tom, { given: 'Philippa', family: 'Quill', ...day('bornOn', '2', '3', '2020') })
    expect(body).toContain('We do not know anybody like that')
    // The day on which they asked is today unless somebody says otherwise.
    expect(body).toMatch(/name="askedOn.day" value="4"/)
    const sent = { ...again, ...day('askedOn', '4', '10', '2023'), ...others }
    const before = await people()
    const made = await tom.post('/people/new', sent)
    expect(made.location).toMatch(/^\/people\/\d+$/)
    const twice = await tom.post('/people/new', sent)
    expect(twice.status).toBe(400)
    expect(twice.body).toContain(`href="${made.location}"`)
    expect(await people()).toBe(before + 1)
    expect((await tom.get(made.location ?? '')).body).toContain('<h1>Philippa Quill</h1>')
  })

  it('is looked for by something, and told everything that is missing at once', async () => {
    const tom = await site().visitor('tom')
    const nothing = await tom.post('/people/new', { do: 'look' })
    expect([nothing.status, nothing.body.includes('Write a name, or the day')]).toEqual([400, true])
    const { again } = await look(tom, { given: 'Wilf' })
    const { body } = await tom.post('/people/new', { ...again, 'form.work': '', do: 'put' })
    for (const message of ['for “Sex”', 'for “Who this is”', 'Say whose work this is']) expect(body).toContain(message)
  })

  it('is looked for again where the name was changed after the look', async () => {
    const tom = await site().visitor('tom')
    const { again } = await look(tom, { given: 'Zebedee', family: 'Zorn' })
    const before = await people()
    const changed = await tom.post('/people/new', {
      ...again,
      given: 'Maya',
      family: 'Ellwood',
      ...day('askedOn', '4', '10', '2023'),
      ...others,
    })
    expect(changed.status).toBe(400)
    expect(changed.body).toContain('You changed the name or the day')
    expect(changed.body).toContain('Maya Ellwood')
    expect(await people()).toBe(before)
  })

  it('is told of a restricted child only whom to ring', async () => {
    const tom = await site().visitor('tom')
    const { body } = await look(tom, { given: 'Isla', family: 'Ellwood', ...day('bornOn', '9', '9', '2019') })
    expect(body).toContain('Restricted: ring South team, 01632 960020 before you go on')
    const isla = body.slice(body.indexOf('Is it one of these?'), body.indexOf('None of these'))
    expect(isla).not.toMatch(/Isla|2019/)
  })

  it('keeps what was typed as a draft, with rows of other names, until it is deleted', async () => {
    const tom = await site().newVisitor('tom')
    const { again } = await look(tom, { given: 'Una', family: 'Dray' })
    const added = await tom.post('/people/new', { ...again, do: 'add:otherNames' })
    const form = await tom.get(added.location ?? '')
    expect(form.body).toContain('name="otherNames.0.given"')
    await tom.post('/people/new', { ...again, 'otherNames.rows': '1', 'otherNames.0.given': 'Oona', do: 'save' })
    expect((await tom.get('/my-work')).body).toContain('>Somebody new: Una Dray</a>')
    const kept = await tom.get(`/drafts/${again.draft}`)
    expect((await tom.get(kept.location ?? '')).body).toContain('value="Oona"')
    await tom.post('/people/new', { ...again, do: 'drop' })
    expect((await tom.get(kept.location ?? '')).status).toBe(404)
  })

  it('is not for roles that record nobody: the page says whom to ask', async () => {
    for (const user of ['marian', 'iain', 'lewis']) {
      const visitor = await site().visitor(user)
      expect((await visitor.get('/people')).body).not.toContain('/people/new')
      const { status, body } = await visitor.get('/people/new')
      expect(status).toBe(403)
      expect(body).toContain('Ask the front door')
    }
  })
})
