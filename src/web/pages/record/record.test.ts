import { describe, expect, it } from 'vitest'
import { productTypes } from '../../../../test/support/app.ts'
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
    expect(body).toContain('“When it happened”: there is no 31 February')
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
      // Of what somebody has only one, the one there is is corrected.
      if (form.status === 303) {
        expect((await tom.get(form.location ?? '')).body, address).toContain('Why it is corrected')
        continue
      }
      expect(form.status, address).toBe(200)
      // A form sent empty is not on the record unless that there is one says it all; and it is never a fault of ours.
      const { subjects, fields } = productTypes.get(address.split('/').at(-1) ?? '') ?? {}
      const asked = [
        ...Object.values(subjects ?? {})
          .slice(1)
          .map(({ optional }) => !optional),
        ...Object.values(fields ?? {}).map(({ required }) => required),
      ]
      expect((await tom.post(address, { do: 'put' })).status, address).toBe(asked.some(Boolean) ? 400 : 303)
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
    const again = await filledIn(tom, maya, { heading: 'First visit', basedOn, 'form.reason': 'Misspelt' })
    expect((await tom.post(`${location}/correct`, { ...again, 'form.reason': '' })).status).toBe(400)
    expect((await tom.post(`${location}/correct`, again)).status).toBe(303)
    const { body } = await tom.get(location)
    expect(body).toContain('Case note: corrected once')
    const since = /name="basedOn" value="(\d+)"/.exec((await tom.get(`${location}/correct`)).body)?.[1] ?? ''
    const unchanged = await tom.post(`${location}/correct`, { ...again, basedOn: since })
    expect([unchanged.status, unchanged.body.includes('It says already what is on the record')]).toEqual([400, true])
    expect(body.indexOf('First visit')).toBeLessThan(body.indexOf('Frist visit'))
    expect(body).toContain('Misspelt')
  })

  it('keeps a correction as a draft, and a field called like the reason apart from it', async () => {
    const [dilys, theo] = [await site().visitor('dilys'), await numberOf('Theo Ellwood')]
    const workers = await dilys.get(`/people/${theo}/record/restriction`)
    const tick = /type="checkbox" value="(\d+)" checked><label[^>]*>Dilys Okafor/.exec(workers.body)?.[1] ?? ''
    const sent = {
      workers: tick,
      teamToRing: optionOf(workers.body, 'North team'),
      'startedOn.day': '2',
      'startedOn.month': '10',
      'startedOn.year': '2023',
      reason: 'His father is looking for him.',
      decidedBy: optionOf(workers.body, 'Dilys Okafor'),
    }
    const { location = '' } = await dilys.post(`/people/${theo}/record/restriction`, { ...sent, do: 'put' })
    const form = await dilys.get(`${location}/correct`)
    expect(form.body).toContain('His father is looking for him.')
    const basedOn = /name="basedOn" value="(\d+)"/.exec(form.body)?.[1] ?? ''
    const saved = await dilys.post(`${location}/correct`, {
      ...sent,
      reason: 'His uncle is looking for him.',
      'form.reason': 'It is the uncle',
      basedOn,
      do: 'save',
    })
    const draft = await dilys.get(saved.location ?? '')
    expect(draft.body).toContain('His uncle is looking for him.')
    expect(draft.body).toContain('value="It is the uncle"')
    expect((await dilys.get('/my-work')).body).toContain('Correction: restriction')
    const end = { 'endedOn.day': '4', 'endedOn.month': '10', 'endedOn.year': '2023', basedOn }
    expect((await dilys.post(`${location}/end`, end)).status).toBe(303)
  })

  it('shows two people’s corrections side by side, takes what only one changed, and asks about the rest', async () => {
    const [tom, dilys, maya] = [
      await site().visitor('tom'),
      await site().visitor('dilys'),
      await numberOf('Maya Ellwood'),
    ]
    const first = { heading: 'At the pool', whatHappened: 'We swam.', whatItMeans: 'She is well.' }
    const { location = '' } = await tom.post(`/people/${maya}/record/case-note`, await filledIn(tom, maya, first))
    const basedOn = /name="basedOn" value="(\d+)"/.exec((await tom.get(`${location}/correct`)).body)?.[1] ?? ''
    const base = { ...(await filledIn(tom, maya, first)), basedOn }
    await dilys.post(`${location}/correct`, {
      ...base,
      heading: 'At the lido',
      whatItMeans: 'She is very well.',
      'form.reason': 'The lido',
    })
    const conflict = await tom.post(`${location}/correct`, {
      ...base,
      heading: 'At the baths',
      whatHappened: 'We swam and talked.',
      'form.reason': 'More of it',
    })
    expect(conflict.status).toBe(409)
    expect(conflict.body).toContain('Dilys Okafor changed this record while you were correcting it')
    for (const told of [
      'At the baths',
      'At the lido',
      'At the pool',
      'We swam and talked.',
      'She is very well.',
      'The lido',
    ])
      expect(conflict.body).toContain(told)
    const [action = '', theirs = ''] = [/action="([^"]+merge[^"]+)"/, /name="theirs" value="(\d+)"/].map(
      (pattern) => pattern.exec(conflict.body)?.[1] ?? '',
    )
    expect((await tom.post(action, { theirs })).body).toContain('Choose whose “In a few words” is right.')
    const merged = await tom.post(action, { theirs, 'keep.heading': 'theirs' })
    const form = await tom.get(merged.location ?? '')
    expect(form.body).toContain('value="At the lido"')
    expect(form.body).toContain('We swam and talked.')
    expect(form.body).toContain('She is very well.')
    expect(form.body).toContain('value="More of it"')
    const again = /name="basedOn" value="(\d+)"/.exec(form.body)?.[1] ?? ''
    expect(again).toBe(theirs)
    const put = await tom.post(`${location}/correct`, {
      ...base,
      heading: 'At the lido',
      whatHappened: 'We swam and talked.',
      whatItMeans: 'She is very well.',
      'form.reason': 'More of it',
      basedOn: again,
    })
    expect(put.status).toBe(303)
    expect((await tom.get(location)).body).toContain('Case note: corrected twice')
  })

  it('is not for those who may only read, nor is a record of a child who is not theirs', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { location = '' } = await tom.post(`/people/${maya}/record/case-note`, await filledIn(tom, maya))
    const [marian, nasreen] = [await site().visitor('marian'), await site().visitor('nasreen')]
    expect((await marian.get(location)).status).toBe(200)
    expect((await marian.get(`${location}/correct`)).status).toBe(403)
    expect(
      (await marian.post(`${location}/correct`, await filledIn(tom, maya, { 'form.reason': 'Because', basedOn: '1' })))
        .status,
    ).toBe(403)
    expect((await nasreen.get(location)).status).toBe(403)
    for (const number of ['999999', '0', 'x']) expect((await tom.get(`/records/${number}`)).status).toBe(404)
  })
})
