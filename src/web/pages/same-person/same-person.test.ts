import { describe, expect, it } from 'vitest'
import { demonstrationSite } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()

async function numberOf(name: string): Promise<string> {
  const { body } = await (await site().visitor('ottoline')).get(`/people?q=${encodeURIComponent(name)}`)
  const number = new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1]
  if (number === undefined) throw new Error(`${name} is not found`)
  return number
}
const why = { reason: 'The same NHS number and date of birth', compared: 'yes' }

describe('saying that two are the same person', () => {
  it.each([
    '/people/1/same',
    '/people/1/same/2',
    '/people/same?who=1&who=2',
    '/people/1/part/2',
    '/records/1/remove',
    '/openings',
  ])('%s asks who you are first', async (address) => {
    const { status, location } = await (await site().visitor()).get(address)
    expect({ status, location }).toEqual({
      status: 303,
      location: `/sign-in?${new URLSearchParams({ to: address })}`,
    })
  })

  it('is offered to nobody, and refused to everybody, whose role does not', async () => {
    const [theo, theodore] = [await numberOf('Theo Ellwood'), await numberOf('Theodore Marlow')]
    const tom = await site().visitor('tom')
    expect((await tom.get(`/people/${theo}`)).body).not.toContain('The same person recorded twice?')
    expect((await tom.get('/people?q=Theo')).body).not.toContain('Two of these are the same person?')
    for (const address of [`/people/${theo}/same`, `/people/${theo}/same/${theodore}`])
      expect((await tom.get(address)).status).toBe(403)
    const sent = await tom.post(`/people/${theo}/same/${theodore}`, { ...why, keep: theo })
    expect(sent.status).toBe(403)
    expect((await tom.get(`/people/${theodore}`)).body).toContain('<h1>Theodore Marlow</h1>')
  })

  it('takes two to compare, one of them to keep, and a number that is somebody’s', async () => {
    const [theo, theodore] = [await numberOf('Theo Ellwood'), await numberOf('Theodore Marlow')]
    const dilys = await site().visitor('dilys')
    for (const query of ['', `?who=${theo}`, `?who=${theo}&who=${theodore}&who=1`])
      expect((await dilys.get(`/people/same${query}`)).status).toBe(400)
    expect((await dilys.get(`/people/same?who=${theo}&who=${theodore}`)).location).toBe(
      `/people/${theo}/same/${theodore}`,
    )
    for (const keep of ['', '999999', 'x'])
      expect((await dilys.post(`/people/${theo}/same/${theodore}`, { ...why, keep })).status).toBe(400)
    expect((await dilys.post(`/people/${theo}/same/${theodore}`, { ...why, keep: theo, compared: '' })).body).toContain(
      why.reason,
    )
    for (const other of ['999999', '1', theo])
      expect((await dilys.get(`/people/${theo}/same/${other}`)).status).toBe(other === theo ? 400 : 404)
    expect((await dilys.forge(`/people/${theo}/same/${theodore}`, { ...why, keep: theo })).status).toBe(403)
    expect((await dilys.get(`/people/${theo}/part/${theodore}`)).status).toBe(404)
  })

  it('leads from the merged number to the kept one, for those who may open that, and forms go there', async () => {
    const [theo, theodore] = [await numberOf('Theo Ellwood'), await numberOf('Theodore Marlow')]
    const [dilys, tom] = [await site().visitor('dilys'), await site().visitor('tom')]
    const merged = await dilys.post(`/people/${theo}/same/${theodore}`, { ...why, keep: theo })
    expect(merged.location).toBe(`/people/${theo}`)
    expect((await tom.get(`/people/${theodore}`)).location).toBe(`/people/${theo}`)
    expect((await tom.get(`/people/${theodore}/chronology?kind=case-note&as-at=2023-10-01`)).location).toBe(
      `/people/${theo}/chronology?kind=case-note&as-at=2023-10-01`,
    )
    const before = await tom.get(`/people/${theodore}/chronology?known-on=2023-10-03`)
    expect(before.body).toContain('His father asks when he can see him')
    expect(before.body).not.toContain('Can I do football?')
    const other = await (await site().visitor('nasreen')).get(`/people/${theodore}`)
    expect([other.status, other.location]).toEqual([403, undefined])

    const form = await tom.get(`/people/${theodore}/record/case-note`)
    expect(form.body).toContain(`action="/people/${theo}/record/case-note"`)
    expect(form.body).toMatch(new RegExp(`value="${theo}" checked`))
    const written = await tom.post(`/people/${theodore}/record/case-note`, {
      do: 'put',
      people: theodore,
      'happenedAt.day': '3',
      'happenedAt.month': '10',
      'happenedAt.year': '2023',
      kind: 'visit',
      heading: 'Written on the merged number',
      whatHappened: 'We talked.',
      worker: /<option value="(\d+)"[^>]*>Tom Fairweather/.exec(form.body)?.[1] ?? '',
    })
    expect(written.location).toMatch(/^\/records\/\d+$/)
    const record = await tom.get(written.location ?? '')
    expect(record.body).toContain(`href="/people/${theo}">Theo Ellwood`)
    expect(record.body).not.toContain('Written under')
    expect((await dilys.post(`/people/${theo}/part/${theodore}`, { reason: 'x' })).status).toBe(400)
    expect((await tom.post(`/people/${theo}/part/${theodore}`, { reason: why.reason })).status).toBe(403)
    const parted = await dilys.post(`/people/${theo}/part/${theodore}`, { reason: 'They are cousins after all' })
    expect(parted.location).toBe(`/people/${theo}`)
    expect((await tom.get(`/people/${theo}`)).body).toContain('Written on the merged number')
    expect((await tom.get(`/people/${theodore}`)).body).not.toContain('Written on the merged number')
  })
})
