import { describe, expect, it } from 'vitest'
import { productTimescales } from '../../../../../test/support/app.ts'
import { careSite } from '../../../../../test/support/in-care.ts'

const site = careSite()
const clocks = async (user: string, name: 'Maya' | 'Theo' | 'Ivo' | 'Isla', query = '') =>
  (await site().visitor(user)).get(`/people/${site().numbers[name]}/clocks${query}`)

describe('the clocks of somebody', () => {
  it('run worst first, each with its reason in words and step by step', async () => {
    const { body } = await clocks('tom', 'Maya')
    expect(body).toMatch(/aria-current="page">Clocks/)
    const overdue = body.match(/<h3>[^<]*<\/h3><span class="los-pill los-pill--late/g) ?? []
    expect(overdue.length).toBeGreaterThan(1)
    expect(body).toContain(`<h2 class="los-flush">${overdue.length} overdue`)
    expect(body).toMatch(
      /<h3>First health assessment.*<h3>Third visit<\/h3>.*7 days overdue.*Due by Wednesday 27 September 2023: 6 weeks after the last visit, 16 August 2023\..*<h3>Third review<\/h3>/s,
    )
    expect(body).toContain('Every day counts, weekends and bank holidays too.')
  })

  it('tells what became of the earlier ones: late by how much, and where that is written', async () => {
    const { body } = await clocks('tom', 'Maya')
    expect(body).toMatch(
      /Review: 1 late, 1 in time.*Second review.*20 June 2023.*<a href="\/records\/\d+">27 June 2023<\/a>.*Late by 7 days/s,
    )
  })

  it('stood otherwise on another day', async () => {
    const { body } = await clocks('tom', 'Maya', '?as-at=2023-06-25')
    expect(body).toContain('As they stood on Sunday 25 June 2023')
    expect(body).toMatch(/<h3>Second review<\/h3>.*5 days overdue/s)
    expect(body).not.toContain('27 June 2023')
  })

  it('are closed with the record, and kept back where they read what may not be read', async () => {
    expect((await clocks('marian', 'Isla')).body).toContain('Restricted: ring South team')
    // All that read what is not for everybody: of health, of an adoption.
    const kept = productTimescales.filter(({ reads }) => reads.some(({ sensitivity }) => sensitivity !== 'ordinary'))
    expect(kept.length).toBeGreaterThan(1)
    expect((await clocks('iain', 'Maya')).body).toContain(`${kept.length} kinds of clock are not shown`)
  })

  it('stand in short on the page of the person, the worst first', async () => {
    const maya = site().numbers.Maya
    const { body } = await (await site().visitor('tom')).get(`/people/${maya}`)
    const overdue = [...body.matchAll(/(\d+) days overdue/g)].map(([, days]) => Number(days))
    const whole = /<h2 class="los-flush">(\d+ overdue)/.exec((await clocks('tom', 'Maya')).body)?.[1]
    expect(body).toContain(`Clocks: ${whole}<`)
    expect(overdue.length).toBeGreaterThan(1)
    expect(overdue).toEqual(overdue.toSorted((a, b) => b - a))
    expect(body).toMatch(new RegExp(`<a href="/people/${maya}/clocks">(\\d+ more|How each day)`))
  })

  it('say what it means that there is none', async () => {
    const kofi = /\/people\/(\d+)">Kofi/.exec((await (await site().visitor('nasreen')).get('/my-work')).body)?.[1]
    const { body } = await (await site().visitor('nasreen')).get(`/people/${kofi}/clocks`)
    expect(body).toContain('No clock runs or has run for Kofi Barnaby.')
  })
})
