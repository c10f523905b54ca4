import { describe, expect, it } from 'vitest'
import { demonstrationSite } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()

/** The numbers of the made-up family, found as anybody would find them: by looking for their names. */
async function numberOf(name: string): Promise<string> {
  const { body } = await (await site().visitor('nasreen')).get(`/people?q=${encodeURIComponent(name)}`)
  const number = new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1]
  if (number === undefined) throw new Error(`${name} is not found`)
  return number
}
const audited = async (subject: string) =>
  await site()
    .store.db.selectFrom('audit')
    .selectAll()
    .where('subject_id', '=', Number(subject) as never)
    .orderBy('id', 'desc')
    .execute()

describe('a person’s chronology', () => {
  const chronology = async (query = '', user = 'tom') =>
    (await site().visitor(user)).get(`/people/${await numberOf('Maya Ellwood')}/chronology${query}`)

  it('goes back to what was known on an earlier day, however that day is written', async () => {
    for (const day of ['2023-10-01', '1/10/2023', '1 Oct 23']) {
      const then = await chronology(`?as-at=4+Oct+2023&known-on=${encodeURIComponent(day)}`)
      expect(then.body).toContain('of what was known by Sunday 1 October 2023')
      expect(then.body).not.toContain('She chose not to talk today')
    }
    expect((await chronology()).body).toContain('She chose not to talk today')
  })

  it('tells a wrong date beside its field and shows the rest', async () => {
    const { status, body } = await chronology('?from=31/6/2023&known-on=1/1/2030&words=talk')
    expect(status).toBe(400)
    expect(body).toContain('id="from-error"')
    expect(body).toContain('value="31/6/2023"')
    expect(body).toContain('That day has not come yet')
    expect(body).toContain('She chose not to talk today')
    expect(body).not.toContain('Father on the birth certificate')
    expect((await chronology('?from=4/10/2023&to=1/10/2023')).body).toContain('before “From” (4 October 2023)')
  })

  it.each([
    ['?kind=seen-and-heard', 'She chose not to talk today', 'Father on the birth certificate'],
    ['?kind=seen-and-heard&kind=alert', 'Ring Carys, not Dean', 'Father on the birth certificate'],
    ['?from=1+Sep+2023', 'She chose not to talk today', 'I want to see Isla'],
    ['?to=2019-12-31', 'Father on the birth certificate', 'She chose not to talk today'],
    ['?words=isla+MORE', 'I want to see Isla', 'She chose not to talk today'],
    ['?words=fairweather+TODAY', 'She chose not to talk today', 'I want to see Isla'],
    ['?significant=yes', 'Nothing on the record is like that', 'I want to see Isla'],
  ])('narrows by %s: “%s”, not “%s”, and says how many of how many', async (query, there, gone) => {
    const all = Number(/>(\d+) entries/.exec((await chronology()).body)?.[1])
    const { body } = await chronology(query)
    expect(body).toContain(there)
    expect(body).not.toContain(gone)
    const [, shown, of] = />(\d+) of (\d+) entries/.exec(body) ?? []
    expect(Number(of)).toBe(all)
    expect(Number(shown)).toBe(body.match(/class="when/g)?.length ?? 0)
  })

  it('is in date order, either way', async () => {
    const at = async (query: string) => {
      const { body } = await chronology(query)
      return ['June 2014', 'January 2023', 'September 2023'].map((month) => body.indexOf(`>${month}<`))
    }
    const [latest, earliest] = [await at(''), await at('?order=earliest')]
    expect(latest).toEqual(latest.toSorted((a, b) => b - a))
    expect(earliest).toEqual(earliest.toSorted((a, b) => a - b))
  })

  it('is printed by an address of its own, which says who printed what part, and is kept', async () => {
    const { body } = await chronology('?print=yes&kind=seen-and-heard')
    expect(body).toContain('Printed by Tom Fairweather, Wednesday 4 October 2023')
    expect(body).toContain('A part of the record: only seen and heard.')
    expect(body).not.toContain('los-filter')
    const rows = await audited(await numberOf('Maya Ellwood'))
    expect(rows.filter(({ action }) => action === 'print')).toMatchObject([
      { account_name: 'Tom Fairweather', decision: 'yes', detail: 'chronology' },
    ])
  })
})

describe('a person’s records by type', () => {
  const records = async (query = '', user = 'tom') =>
    (await site().visitor(user)).get(`/people/${await numberOf('Maya Ellwood')}/records${query}`)

  it('counts each type, and leads to its records and its form', async () => {
    const { body } = await records()
    expect(body).toMatch(/type=seen-and-heard">Seen and heard<\/a><\/th><td[^>]*>2</)
    expect(body).toContain('/record/case-note">Case note</a>')
    const { body: seen } = await records('?type=seen-and-heard')
    expect(seen).toContain('2 times seen and heard')
    expect(seen).toContain('She chose not to talk today')
    expect(seen).not.toContain('Father on the birth certificate')
  })

  it('offers nothing to record to those who may only read', async () => {
    expect((await records('', 'marian')).body).not.toContain('/record/')
  })
})

describe('who has looked', () => {
  const looked = async (query = '') =>
    (await site().visitor('dilys')).get(`/people/${await numberOf('Maya Ellwood')}/looked${query}`)
  const rowsIn = (body: string) => body.match(/scope="row"/g)?.length ?? 0

  it('narrows to a person and to a day', async () => {
    const { body } = await looked('?by=Tom+Fairweather&day=27/9/2023')
    expect(rowsIn(body)).toBe(1)
    expect(body).toContain('Wednesday 27 September 2023, 09:40 BST')
    expect(body).toContain('<option selected>Tom Fairweather</option>')
    expect((await looked('?by=Nobody+Atall')).body).toContain('The log has nobody like that')
    const wrong = await looked('?day=never')
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('id="day-error"')
  })

  it('pages through more than it shows at once, each look once', async () => {
    const maya = Number(await numberOf('Maya Ellwood'))
    await site()
      .store.db.insertInto('audit')
      .values(
        Array.from({ length: 250 }, (_, number) => ({
          at: new Date('2023-10-04T08:00:00Z'),
          account_id: null,
          account_name: 'Turnstile',
          action: 'read',
          subject_id: maya as never,
          record_id: null,
          decision: 'yes' as const,
          sensitivity: 'ordinary' as const,
          by_role: null,
          detail: `look ${number}`,
        })),
      )
      .execute()
    const seen: string[] = []
    let next: string | undefined = '?by=Turnstile'
    for (let pages = 0; next !== undefined && pages < 9; pages += 1) {
      const { body } = await looked(next)
      seen.push(...(body.match(/look \d+/g) ?? []))
      next = /looked(\?[^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, number) => `look ${249 - number}`))
  })
})
