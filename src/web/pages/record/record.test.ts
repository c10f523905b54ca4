import { describe, expect, it } from 'vitest'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()

async function numberOf(name: string): Promise<string> {
  const { body } = await (await site().visitor('tom')).get(`/people?q=${encodeURIComponent(name)}`)
  return new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1] ?? '0'
}
const optionOf = (body: string, label: string) =>
  new RegExp(`<option value="(\\d+)"[^>]*>${label}`).exec(body)?.[1] ?? ''

/** A case note as somebody fills it in. */
async function filledIn(
  visitor: Visitor,
  child: string,
  changes: Readonly<Record<string, string | readonly string[]>> = {},
) {
  const { body } = await visitor.get(`/people/${child}/record/case-note`)
  return {
    people: child,
    'happenedAt.day': '3',
    'happenedAt.month': '10',
    'happenedAt.year': '2023',
    'happenedAt.time': '15:30',
    kind: 'visit',
    heading: 'Visit at home',
    whatHappened: 'We talked about school.',
    worker: optionOf(body, 'Tom Fairweather'),
    do: 'put',
    ...changes,
  }
}

describe('putting something on the record', () => {
  it('goes from the form to the record to the chronology', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { status, location = '' } = await tom.post(
      `/people/${maya}/record/case-note`,
      await filledIn(tom, maya, { heading: 'A walk by the river' }),
    )
    expect(status).toBe(303)
    const record = await tom.get(location)
    expect(record.body).toContain('A walk by the river')
    expect(record.body).toContain('Tuesday 3 October 2023, 15:30 BST')
    expect((await tom.get(`/people/${maya}`)).body).toContain('A walk by the river')
  })

  it('keeps what was typed as a draft, names each fault at its field, and writes nothing', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const typed = await filledIn(tom, maya, {
      heading: '',
      'happenedAt.day': '31',
      'happenedAt.month': '2',
      whatHappened: 'Long and precious',
    })
    const { status, body } = await tom.post(`/people/${maya}/record/case-note`, typed)
    expect(status).toBe(400)
    expect(body).toContain('Your draft is saved')
    expect(body).toContain('“When it happened” cannot be read')
    expect(body).toContain('Long and precious')
    const draft = /name="draft" value="(\d+)"/.exec(body)?.[1]
    expect((await tom.get(`/people/${maya}/record/case-note?draft=${draft}`)).body).toContain('Long and precious')
    expect((await tom.get(`/people/${maya}`)).body).not.toContain('Long and precious')
    const other = await site().visitor('dilys')
    expect((await other.get(`/people/${maya}/record/case-note?draft=${draft}`)).status).toBe(404)
  })

  it('carries what was typed through a session that ended, and a form of another site never', async () => {
    const [tom, maya] = [await site().newVisitor('tom'), await numberOf('Maya Ellwood')]
    const typed = await filledIn(tom, maya, { heading: 'Typed for an hour', whatHappened: 'First line\nsecond line' })
    await tom.post('/sign-out')
    const forged = await tom.forge(`/people/${maya}/record/case-note`, typed)
    expect([forged.status, forged.location]).toEqual([303, '/sign-in'])
    const asked = await tom.post(`/people/${maya}/record/case-note`, typed)
    expect(asked.status).toBe(401)
    expect(asked.body).toContain('nothing you typed is lost')
    const carried = Object.fromEntries(
      [...asked.body.matchAll(/name="(carry\.[^"]+|to)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    expect(Object.keys(carried).length).toBeGreaterThan(8)
    const wrong = await tom.post('/sign-in', { ...carried, user: 'tom', password: 'wrong' })
    expect(wrong.body).toContain('Typed for an hour')
    const on = await tom.post('/sign-in', { ...carried, user: 'tom', password: 'demonstration' })
    expect(on.body).toContain('Your work is still here')
    const again = Object.fromEntries(
      [...on.body.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const { status, location = '' } = await tom.post(`/people/${maya}/record/case-note`, again)
    expect(status).toBe(303)
    expect((await tom.get(location)).body).toContain('First line\nsecond line')
  })

  it('refuses a form without the session’s token, or with another’s, and keeps nothing of it', async () => {
    const [tom, dilys, maya] = [
      await site().visitor('tom'),
      await site().visitor('dilys'),
      await numberOf('Maya Ellwood'),
    ]
    const typed = await filledIn(tom, maya, { heading: 'Forged note' })
    const token = /name="form" value="([^"]+)"/.exec((await dilys.get('/people')).body)?.[1] ?? ''
    for (const forged of [typed, { ...typed, form: '' }, { ...typed, form: token }])
      expect((await tom.forge(`/people/${maya}/record/case-note`, forged)).status).toBe(403)
    expect((await tom.get(`/people/${maya}`)).body).not.toContain('Forged note')
  })

  it('refuses another team’s child slipped into the form, whole', async () => {
    const [tom, nasreen, maya] = [
      await site().visitor('tom'),
      await site().visitor('nasreen'),
      await numberOf('Maya Ellwood'),
    ]
    const ivo = await numberOf('Ivo Santander')
    const answer = await tom.post(
      `/people/${maya}/record/case-note`,
      await filledIn(tom, maya, { people: [maya, ivo], heading: 'Slipped in' }),
    )
    expect(answer.status).toBe(403)
    expect((await tom.get(`/people/${maya}`)).body).not.toContain('Slipped in')
    expect((await nasreen.get(`/people/${ivo}`)).body).not.toContain('Slipped in')
  })

  it('shows script in any field as text', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    const { location = '' } = await tom.post(
      `/people/${maya}/record/case-note`,
      await filledIn(tom, maya, { heading: hostile, whatHappened: hostile, whatItMeans: hostile }),
    )
    for (const address of [location, `${location}/correct`, `/people/${maya}`]) {
      const { status, body } = await tom.get(address)
      expect(status).toBe(200)
      expect(body).not.toMatch(/<script|<img/)
      expect(body).toContain('&lt;script&gt;')
    }
  })

  it('asks every kind of record that there is a form for', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { body } = await tom.get(`/people/${maya}/records`)
    const addresses = [...body.matchAll(/href="(\/people\/\d+\/record\/[a-z-]+)"/g)].map(([, address = '']) => address)
    expect(addresses.length).toBeGreaterThan(20)
    for (const address of addresses) {
      const form = await tom.get(address)
      expect(form.status, address).toBe(200)
      // A form sent empty is never on the record, and never a fault of ours.
      expect((await tom.post(address, { do: 'put' })).status, address).toBe(400)
    }
  })
})

describe('correcting', () => {
  it('shows both versions, what changed and why', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { location = '' } = await tom.post(
      `/people/${maya}/record/case-note`,
      await filledIn(tom, maya, { heading: 'Frist visit' }),
    )
    const form = await tom.get(`${location}/correct`)
    expect(form.body).toContain('value="Frist visit"')
    expect(form.body).toContain('value="15:30"')
    const basedOn = /name="basedOn" value="(\d+)"/.exec(form.body)?.[1] ?? ''
    const again = await filledIn(tom, maya, { heading: 'First visit', basedOn, reason: 'Misspelt' })
    expect((await tom.post(`${location}/correct`, { ...again, reason: '' })).status).toBe(400)
    expect((await tom.post(`${location}/correct`, again)).status).toBe(303)
    const { body } = await tom.get(location)
    expect(body).toContain('Case note: corrected once')
    expect(body.indexOf('First visit')).toBeLessThan(body.indexOf('Frist visit'))
    expect(body).toContain('Misspelt')
    const conflict = await tom.post(`${location}/correct`, { ...again, heading: 'Another', reason: 'Late' })
    expect(conflict.status).toBe(409)
    expect(conflict.body).toContain('Tom Fairweather has changed this record since you opened it')
    expect(conflict.body).toContain('value="Another"')
  })

  it('is not for those who may only read, nor is a record of a child who is not theirs', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { location = '' } = await tom.post(`/people/${maya}/record/case-note`, await filledIn(tom, maya))
    const [marian, nasreen] = [await site().visitor('marian'), await site().visitor('nasreen')]
    expect((await marian.get(location)).status).toBe(200)
    expect((await marian.get(`${location}/correct`)).status).toBe(403)
    expect(
      (await marian.post(`${location}/correct`, await filledIn(tom, maya, { reason: 'Because', basedOn: '1' }))).status,
    ).toBe(403)
    expect((await nasreen.get(location)).status).toBe(403)
    for (const number of ['999999', '0', 'x']) expect((await tom.get(`/records/${number}`)).status).toBe(404)
  })
})
