import { describe, expect, it } from 'vitest'
import { demonstrationSite } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()

async function numberOf(name: string): Promise<string> {
  const { body } = await (await site().visitor('tom')).get(`/people?q=${encodeURIComponent(name)}`)
  return new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1] ?? '0'
}
const day = (name: string, d: string, m: string, y: string) => ({
  [`${name}.day`]: d,
  [`${name}.month`]: m,
  [`${name}.year`]: y,
})
const draftIn = (location = '') => /draft=(\d+)|drafts\/(\d+)/.exec(location)?.slice(1).find(Boolean) ?? ''

describe('choosing somebody whom the form does not offer', () => {
  it('keeps the draft through the search and comes back to the question with them chosen', async () => {
    const [tom, maya, ivo] = [
      await site().visitor('tom'),
      await numberOf('Maya Ellwood'),
      await numberOf('Ivo Santander'),
    ]
    const typed = { kind: 'cousin', inTheirWords: 'Big Ivo', ...day('startedOn', '5', '5', '2015') }
    const searching = await tom.post(`/people/${maya}/record/relationship`, { ...typed, do: 'find:relative' })
    expect(searching.location).toMatch(/^\/drafts\/\d+\/choose\/relative$/)
    const offered = await tom.get(searching.location ?? '')
    expect(offered.body).toContain('Carys Ellwood')
    expect(offered.body).not.toContain(`name="choose" value="${maya}"`)
    const found = await tom.get(`${searching.location}?q=santander`)
    expect(found.body).toContain('Ivo Santander')
    const back = await tom.post(searching.location ?? '', { choose: ivo })
    expect(back.location).toBe(`/people/${maya}/record/relationship?draft=${draftIn(back.location)}#relative`)
    const form = await tom.get(back.location ?? '')
    expect(form.body).toMatch(new RegExp(`value="${ivo}" checked><label[^>]*>Ivo Santander`))
    expect(form.body).toContain('value="Big Ivo"')
    const put = await tom.post(`/people/${maya}/record/relationship`, {
      ...typed,
      relative: ivo,
      draft: draftIn(back.location),
      do: 'put',
    })
    expect(put.location).toMatch(/^\/records\//)
    expect((await tom.get(`/drafts/${draftIn(back.location)}`)).status).toBe(404)
  })

  it('offers whoever is restricted only to be rung about, and another team’s child not for their own record', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const relative = await tom.post(`/people/${maya}/record/relationship`, { do: 'find:relative' })
    const isla = await tom.get(`${relative.location}?q=isla+ellwood`)
    expect(isla.body).toContain('Restricted: ring South team')
    expect(isla.body.replace(/value="isla ellwood"|“isla ellwood”|name=isla\+ellwood/g, '')).not.toMatch(/isla/i)
    expect(isla.body).not.toContain('Put into the form')
    const note = await tom.post(`/people/${maya}/record/case-note`, { do: 'find:people' })
    const ivo = await tom.get(`${note.location}?q=santander`)
    expect(ivo.body).toContain('Not yours to write about')
    expect(ivo.body).not.toContain('Put into the form')
  })

  it('is nobody else’s draft, nor a question that the form does not ask', async () => {
    const [tom, dilys, maya] = [
      await site().visitor('tom'),
      await site().visitor('dilys'),
      await numberOf('Maya Ellwood'),
    ]
    const { location = '' } = await tom.post(`/people/${maya}/record/relationship`, { do: 'find:relative' })
    expect((await dilys.get(location)).status).toBe(404)
    expect((await dilys.post(location, { choose: maya })).status).toBe(404)
    for (const name of ['kind', 'nobody', '__proto__'])
      expect((await tom.get(location.replace(/relative$/, name))).status, name).toBe(404)
  })
})

describe('somebody or something new from inside a form', () => {
  it('a household is made and chosen', async () => {
    const [tom, theo] = [await site().visitor('tom'), await numberOf('Theo Ellwood')]
    const { location = '' } = await tom.post(`/people/${theo}/record/household-membership`, {
      mainHome: 'no',
      do: 'find:household',
    })
    const draft = draftIn(location)
    const search = await tom.get(`${location}?q=nowhere`)
    const [, make = ''] = /href="(\/things\/new\/household[^"]+)"/.exec(search.body) ?? []
    expect(make).toBe(`/things/new/household?for=${draft}.household`)
    const empty = await tom.post('/things/new/household', { 'form.for': `${draft}.household`, do: 'put' })
    expect(empty.status).toBe(400)
    const made = await tom.post('/things/new/household', { 'form.for': `${draft}.household`, name: 'Dad’s', do: 'put' })
    expect(made.location).toBe(`/drafts/${draft}?at=household`)
    const form = await tom.get((await tom.get(made.location ?? '')).location ?? '')
    expect(form.body).toMatch(/<option value="\d+" selected>Dad’s/)
    expect(form.body).toMatch(/value="no" checked/)
    const [, household = ''] = /<option value="(\d+)" selected>Dad’s/.exec(form.body) ?? []
    const put = { household, mainHome: 'no', ...day('startedOn', '1', '9', '2023'), draft, do: 'put' }
    const stay = await tom.post(`/people/${theo}/record/household-membership`, put)
    expect((await tom.get(stay.location ?? '')).body).toContain(`<a href="/things/${household}">Dad’s</a>`)
    const page = await tom.get(`/things/${household}`)
    expect(page.body).toContain('Theo Ellwood')
    expect(page.body).toContain('Address of a household')
    const address = await tom.post(`/things/${household}/record/household-address`, {
      'address.lines': '9 The Strand',
      kind: 'home',
      ...day('startedOn', '1', '9', '2023'),
      do: 'put',
    })
    expect((await tom.get(address.location ?? '')).body).toContain(`/things/${household}`)
    expect((await tom.get(`/things/${household}`)).body).toContain('9 The Strand')
    expect((await (await site().visitor('nasreen')).get(`/things/${household}`)).status).toBe(403)
  })

  it('a person is looked for first, made, and chosen beside those chosen before', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { location = '' } = await tom.post(`/people/${maya}/record/case-note`, {
      people: maya,
      heading: 'At the gate',
      do: 'find:people',
    })
    const draft = draftIn(location)
    const first = { given: 'Ottoline', family: 'Ellwood', 'form.for': `${draft}.people`, do: 'look' }
    const looked = await tom.post('/people/new', first)
    const person = draftIn(looked.location)
    const form = await tom.get(looked.location ?? '')
    expect(form.body).not.toContain('Is it one of these?')
    const typed = {
      ...first,
      draft: person,
      sex: 'F',
      is: 'child',
      whoAsked: '2A',
      ...day('askedOn', '2', '10', '2023'),
    }
    const looked2 = /name="form.looked" value="([^"]*)"/.exec(form.body)?.[1] ?? ''
    const work = /value="(mine\.\d+)"/.exec(form.body)?.[1] ?? ''
    const made = await tom.post('/people/new', { ...typed, 'form.looked': looked2, 'form.work': work, do: 'put' })
    expect(made.location).toBe(`/drafts/${draft}?at=people`)
    const note = await tom.get((await tom.get(made.location ?? '')).location ?? '')
    expect(note.body).toMatch(/checked><label[^>]*>Ottoline Ellwood/)
    expect(note.body).toMatch(/checked><label[^>]*>Maya Ellwood/)
    expect(note.body).toContain('value="At the gate"')
  })
})

describe('a form in steps', () => {
  const begun = { withWhom: '', how: 'phone-or-video', howOften: 'Sundays', ...day('startedOn', '1', '9', '2023') }

  it('keeps each step in the draft, and leads from what stops it to the step that asks', async () => {
    const [tom, maya, carys] = [
      await site().visitor('tom'),
      await numberOf('Maya Ellwood'),
      await numberOf('Carys Ellwood'),
    ]
    const address = `/people/${maya}/record/family-time-arrangement`
    const one = await tom.get(address)
    expect(one.body).toContain('Save and go on')
    expect(one.body).not.toContain('What the child wants')
    const going = await tom.post(address, { ...begun, 'form.step': '1', do: 'step:2' })
    const two = await tom.get(going.location ?? '')
    expect(two.body).toContain('What the child wants')
    expect(two.body).not.toContain('name="howOften"')
    const draft = draftIn(going.location)
    const stopped = await tom.post(address, { childsView: '“More of it.”', draft, 'form.step': '2', do: 'put' })
    expect(stopped.status).toBe(400)
    expect(stopped.body).toContain(`href="${address}?draft=${draft}#withWhom"`)
    expect(stopped.body).toContain('1 to put right')
    await tom.post(address, { ...begun, withWhom: carys, draft, 'form.step': '1', do: 'step:2' })
    const put = await tom.post(address, { childsView: '“More of it.”', draft, 'form.step': '2', do: 'put' })
    const { body } = await tom.get(put.location ?? '')
    expect(body).toContain('Sundays')
    expect(body).toContain('“More of it.”')
  })

  it('corrects a record without losing what the other steps say', async () => {
    const [tom, theo, carys] = [
      await site().visitor('tom'),
      await numberOf('Theo Ellwood'),
      await numberOf('Carys Ellwood'),
    ]
    const address = `/people/${theo}/record/family-time-arrangement`
    const first = await tom.post(address, {
      ...begun,
      withWhom: carys,
      childsView: '“Fine.”',
      'form.step': '1',
      do: 'save',
    })
    const put = await tom.post(address, {
      childsView: '“Fine.”',
      draft: draftIn(first.location),
      'form.step': '2',
      do: 'put',
    })
    const record = put.location ?? ''
    const form = await tom.get(`${record}/correct`)
    const sent = Object.fromEntries(
      [...form.body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    expect(sent).toMatchObject({ childsView: '“Fine.”' })
    const next = await tom.post(`${record}/correct`, {
      ...sent,
      ...begun,
      child: theo,
      withWhom: carys,
      howOften: 'Saturdays',
      do: 'step:2',
    })
    const two = await tom.get(next.location ?? '')
    expect(two.body).toContain('“Fine.”')
    const done = await tom.post(`${record}/correct`, {
      childsView: '“Fine.”',
      draft: draftIn(next.location),
      basedOn: sent['basedOn'] ?? '',
      'form.step': '2',
      'form.reason': 'Saturdays',
      do: 'put',
    })
    expect(done.status).toBe(303)
    const { body } = await tom.get(record)
    expect(body).toMatch(/Saturdays[\s\S]*Sundays/)
    expect(body.match(/“Fine.”/g)?.length).toBeGreaterThan(1)
  })
})

describe('what holds for a time', () => {
  it('follows what was before, from its page', async () => {
    const [dilys, maya] = [await site().visitor('dilys'), await numberOf('Maya Ellwood')]
    const page = await dilys.get(`/people/${maya}/allocation`)
    const [, change = ''] =
      /href="(\/people\/\d+\/record\/allocation\?instead=\d+)">Change worker<span[^>]*>: Tom/.exec(page.body) ?? []
    const form = await dilys.get(change)
    expect(form.body).toContain('which ends on the day on which this one begins')
    expect(form.body).not.toContain('name="endedOn.day"')
    const instead = /name="form.instead" value="(\d+)"/.exec(form.body)?.[1] ?? ''
    const option = (label: string) => new RegExp(`<option value="(\\d+)"[^>]*>${label}`).exec(form.body)?.[1] ?? ''
    const put = await dilys.post(change.split('?')[0] ?? '', {
      'form.instead': instead,
      team: option('North team'),
      worker: option('Dilys Okafor'),
      role: 'social-worker',
      ...day('startedOn', '4', '10', '2023'),
      handover: 'Maya was told on the phone.',
      do: 'put',
    })
    expect(put.location).toBe(`/people/${maya}/allocation`)
    const { body } = await dilys.get(put.location ?? '')
    expect(body).toMatch(/Dilys Okafor[\s\S]*Maya was told on the phone[\s\S]*Before[\s\S]*Tom Fairweather/)
  })
})
