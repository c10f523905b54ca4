import { describe, expect, it } from 'vitest'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()

async function person(visitor: Visitor, name: string): Promise<{ number: string; body: string }> {
  const { body } = await visitor.get(`/people?q=${encodeURIComponent(name)}`)
  const number = new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1] ?? ''
  return { number, body: (await visitor.get(`/people/${number}`)).body }
}
const recordIn = (body: string, words: string) => new RegExp(`/records/(\\d+)">${words}`).exec(body)?.[1] ?? ''
const grounds = { authority: 'Family Court, BH23C00101', reason: 'Taken out by order' }

describe('taking a record away', () => {
  it('is offered to those who may, for what they may', async () => {
    const [tom, dilys, ottoline] = [
      await site().visitor('tom'),
      await site().visitor('dilys'),
      await site().visitor('ottoline'),
    ]
    const record = recordIn((await person(tom, 'Maya Ellwood')).body, 'She chose not to talk today')
    expect((await tom.get(`/records/${record}`)).body).not.toContain('Move or remove this')
    expect((await tom.get(`/records/${record}/remove`)).status).toBe(403)
    const [move, all] = [await dilys.get(`/records/${record}/remove`), await ottoline.get(`/records/${record}/remove`)]
    expect(move.body).not.toContain('A court has ordered it')
    expect(all.body).toContain('A court has ordered it')
    for (const { body } of [move, all]) expect(body).not.toMatch(/adoption/i)
    expect((await (await site().visitor('nasreen')).get(`/records/${record}/remove`)).status).toBe(403)
    for (const address of ['/records/999999/remove', '/records/x/remove'])
      expect((await ottoline.get(address)).status).toBe(404)
  })

  it('takes what was chosen from what may be chosen, and asks again before it does anything', async () => {
    const ottoline = await site().visitor('ottoline')
    const dilys = await site().visitor('dilys')
    const { body } = await person(ottoline, 'Maya Ellwood')
    const record = recordIn(body, 'She chose not to talk today')
    const address = `/records/${record}/remove`
    await ottoline.get(address)
    await dilys.get(address)
    const confirmed = { ...grounds, do: 'confirmed' }
    expect((await dilys.post(address, { ...confirmed, kind: 'court order' })).status).toBe(400)
    expect((await ottoline.post(address, { ...confirmed, kind: 'adoption seal' })).status).toBe(400)
    expect((await ottoline.post(address, { ...confirmed, kind: 'retention', reason: ' ' })).status).toBe(400)
    expect((await ottoline.forge(address, { ...confirmed, kind: 'retention' })).status).toBe(403)
    const asked = await ottoline.post(address, { ...grounds, kind: 'retention' })
    expect(asked.body).toContain('This cannot be taken back')
    expect((await ottoline.get(`/records/${record}`)).body).toContain('She chose not to talk today')
    expect((await ottoline.post(address, { ...confirmed, kind: 'retention' })).location).toBe(`/records/${record}`)
    const stub = await ottoline.get(`/records/${record}`)
    expect(stub.body).toContain('Seen and heard of 27 September 2023 was removed: kept as long as the law allows')
    expect(stub.body).toContain(grounds.authority)
    expect(stub.body).not.toContain('She chose not to talk today')
    expect((await ottoline.get(`/records/${record}/correct`)).status).toBe(403)
    expect((await ottoline.get(address)).status).toBe(409)
  })
})

describe('openings that wait', () => {
  it('are for those who look at them, one by one, with a finding', async () => {
    const [tom, ottoline] = [await site().visitor('tom'), await site().visitor('ottoline')]
    expect((await tom.get('/openings')).status).toBe(403)
    expect((await ottoline.get('/openings')).body).toContain('No opening waits to be looked at')
    await tom.get('/people')
    for (const number of ['1', 'x', '999999'])
      expect((await tom.post(`/openings/${number}`, { verdict: 'needed', finding: 'x' })).status).toBe(404)
  })
})

describe('restricting a record', () => {
  const restriction = (maya: string, worker: string, team: string) => ({
    do: 'put',
    person: maya,
    workers: worker,
    teamToRing: team,
    'startedOn.day': '4',
    'startedOn.month': '10',
    'startedOn.year': '2023',
    reason: 'Her uncle works here',
    decidedBy: worker,
  })
  const option = (body: string, label: string) =>
    new RegExp(`value="(\\d+)"[^>]*>(?:<label[^>]*>)?${label}`).exec(body)?.[1] ?? ''

  it('is done with the form by whoever may, lifted by correcting it, and refused to others', async () => {
    const [tom, dilys] = [await site().visitor('tom'), await site().visitor('dilys')]
    const { number: maya, body } = await person(tom, 'Maya Ellwood')
    expect(body).not.toContain('/record/restriction')
    expect((await tom.get(`/people/${maya}/record/restriction`)).status).toBe(403)
    const form = await dilys.get(`/people/${maya}/record/restriction`)
    expect(form.status).toBe(200)
    const [worker, team] = [option(form.body, 'Dilys Okafor'), option(form.body, 'North team')]
    const typed = restriction(maya, worker, team)
    expect((await tom.post(`/people/${maya}/record/restriction`, typed)).status).toBe(403)
    expect((await tom.get(`/people/${maya}`)).status).toBe(200)

    const { location = '' } = await dilys.post(`/people/${maya}/record/restriction`, typed)
    expect(location).toMatch(/^\/records\/\d+$/)
    expect((await tom.get(`/people/${maya}`)).body).toContain('Restricted: ring North team')
    expect((await tom.post(`${location}/correct`, { ...typed, 'form.reason': 'Let me in' })).status).toBe(403)

    const correcting = await dilys.get(`${location}/correct`)
    const basedOn = /name="basedOn" value="(\d+)"/.exec(correcting.body)?.[1] ?? ''
    const ended = { 'endedOn.day': '4', 'endedOn.month': '10', 'endedOn.year': '2023' }
    expect(
      (await dilys.post(`${location}/correct`, { ...typed, ...ended, basedOn, 'form.reason': 'It is over' })).status,
    ).toBe(303)
    expect((await tom.get(`/people/${maya}`)).status).toBe(200)
  })
})
