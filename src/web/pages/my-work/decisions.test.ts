import { describe, expect, it } from 'vitest'
import { Promised } from '../../../../test/support/promised.ts'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite([Promised])

async function promise(who: Visitor, what: string): Promise<string> {
  const { body } = await who.get('/people?q=Maya+Ellwood')
  const maya = /\/people\/(\d+)">Maya Ellwood/.exec(body)?.[1] ?? ''
  await who.get(`/people/${maya}/record/promised`)
  const day = { 'madeOn.day': '2', 'madeOn.month': '10', 'madeOn.year': '2023' }
  const { location } = await who.post(`/people/${maya}/record/promised`, { do: 'put', child: maya, what, ...day })
  return location ?? ''
}
const section = (body: string) =>
  /<section aria-labelledby="decisions">.*?<\/section>/s.exec(body)?.[0] ?? 'no decisions'

describe('decisions on My work', () => {
  it('are what a manager has to sign; what is sent back is with its writer until it is put right', async () => {
    const [tom, dilys] = [await site().visitor('tom'), await site().visitor('dilys')]
    const bicycle = await promise(tom, 'A bicycle')
    const trip = await promise(tom, 'A trip')
    await promise(dilys, 'Not hers to sign')
    const waiting = section((await dilys.get('/my-work')).body)
    expect(waiting).toMatch(/2 decisions wait for you.*Sign: promise.*Maya Ellwood.*Tom Fairweather.*Since today/s)
    expect(waiting.match(/href="\/records\/\d+"/g)).toEqual([bicycle, trip].map((href) => `href="${href}"`))
    for (const other of [tom, await site().visitor('nasreen')])
      expect(section((await other.get('/my-work')).body)).toBe('no decisions')

    const version = async (record: string) =>
      /name="version" value="(\d+)"/.exec((await dilys.get(record)).body)?.[1] ?? ''
    await dilys.post(`${bicycle}/sign`, { do: 'sign', version: await version(bicycle) })
    const wordless = await dilys.post(`${trip}/sign`, { do: 'back', version: await version(trip), words: ' ' })
    expect(wordless.status).toBe(400)
    expect(wordless.body).toMatch(/neither signed nor sent back yet.*Say what is missing.*Sign it, or send it back/s)
    await dilys.post(`${trip}/sign`, { do: 'back', version: await version(trip), words: 'When?' })
    expect(section((await dilys.get('/my-work')).body)).toBe('no decisions')
    expect((await tom.get(trip)).body).toMatch(/Sent back.*By Dilys Okafor.*When\?/s)
    const back = async (who: Visitor) =>
      (await who.get('/my-work')).body.match(
        /Sent back to you.*?<a href="(\/records\/\d+)">Promise: Maya Ellwood</s,
      )?.[1]
    expect([await back(tom), await back(dilys)]).toEqual([trip, undefined])

    await tom.get(`${trip}/correct`)
    const said = { 'madeOn.day': '2', 'madeOn.month': '10', 'madeOn.year': '2023', what: 'A trip in May' }
    const maya = /\/people\/(\d+)/.exec((await tom.get(trip)).body)?.[1] ?? ''
    const basedOn = /name="basedOn" value="(\d+)"/.exec((await tom.get(`${trip}/correct`)).body)?.[1] ?? ''
    await tom.post(`${trip}/correct`, { do: 'put', child: maya, basedOn, 'form.reason': 'When', ...said })
    expect(await back(tom)).toBeUndefined()
    expect(section((await dilys.get('/my-work')).body)).toContain('1 decision waits for you')
  })
})
