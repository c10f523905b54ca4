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

describe('who may see whom', () => {
  it.each([
    '/people',
    '/people?q=maya',
    '/my-work',
    '/people/1',
    '/people/1/chronology?print=yes',
    '/people/1/records',
    '/people/1/looked',
    '/people/1/open',
    '/people/1/record/case-note',
    '/records/1',
    '/records/1/correct',
  ])('%s asks who you are first, and leads back', async (address) => {
    const { status, location, body } = await (await site().visitor()).get(address)
    expect(status).toBe(303)
    expect(location).toBe(`/sign-in?${new URLSearchParams({ to: address })}`)
    expect(body).not.toContain('Ellwood')
  })

  const matrix = [
    ['tom', 'Maya Ellwood', 200],
    ['tom', 'Ivo Santander', 403],
    ['tom', 'Isla Ellwood', 403],
    ['dilys', 'Maya Ellwood', 200],
    ['dilys', 'Ivo Santander', 403],
    ['dilys', 'Isla Ellwood', 403],
    ['nasreen', 'Isla Ellwood', 200],
    ['nasreen', 'Maya Ellwood', 403],
    ['anwen', 'Maya Ellwood', 200],
    ['anwen', 'Ivo Santander', 403],
    ['lewis', 'Maya Ellwood', 200],
    ['lewis', 'Isla Ellwood', 403],
    ['marian', 'Ivo Santander', 200],
    ['marian', 'Isla Ellwood', 403],
    ['iain', 'Maya Ellwood', 200],
    ['iain', 'Isla Ellwood', 403],
  ] as const
  it.each(matrix)('%s opens %s: %d, and it is kept either way', async (user, name, status) => {
    const number = await numberOf(name)
    const before = (await audited(number)).length
    const visitor = await site().visitor(user)
    const answer = await visitor.get(`/people/${number}`)
    expect(answer.status).toBe(status)
    expect(answer.body.includes(name)).toBe(status === 200)
    const rows = await audited(number)
    expect(rows.length).toBeGreaterThan(before)
    expect(rows.some(({ action, decision }) => action === 'read' && (decision === 'yes') === (status === 200))).toBe(
      true,
    )
  })

  it('tells whoever finds a restricted child only whom to ring, by any way to find her', async () => {
    const isla = await numberOf('Isla Ellwood')
    for (const user of ['tom', 'dilys', 'marian', 'iain']) {
      const visitor = await site().visitor(user)
      const found = await visitor.get('/people?q=isla%20ellwood')
      expect(found.body).toContain('Restricted: ring South team, 01632 960020')
      expect(found.body.replace(/value="isla ellwood"|“isla ellwood”/g, '')).not.toMatch(/isla/i)
      for (const page of ['', '/chronology', '/chronology?print=yes', '/records', '/looked', '/record/case-note']) {
        const address = `/people/${isla}${page}`
        const answer = await visitor.get(address)
        expect(answer.status).toBe(403)
        expect(answer.body).toContain('ring South team')
        expect(answer.body).toContain(`href="/people/${isla}/open"`)
        expect(answer.body).toContain('Find a person')
        expect(answer.body).not.toMatch(/Isla|2019/)
      }
    }
  })

  it('does not name her on her sister’s page', async () => {
    const { body } = await (await site().visitor('tom')).get(`/people/${await numberOf('Maya Ellwood')}`)
    expect(body).toContain('Restricted: ring South team')
    expect(body.replaceAll('I want to see Isla more than one time', '')).not.toContain('Isla')
  })

  it('answers alike for nobody’s number, a worker’s, and what is no number', async () => {
    const visitor = await site().visitor('tom')
    const answers = await Promise.all(
      ['999999', '1', '0', '-1', '1e3', "1'%20or%201=1", '99999999999999999999'].map((number) =>
        visitor.get(`/people/${number}`),
      ),
    )
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toContain('There is nobody of that number.')
    }
  })

  it('opens by breaking the glass, with a reason, to read only', async () => {
    const isla = await numberOf('Isla Ellwood')
    const visitor = await site().visitor('marian')
    expect((await visitor.post(`/people/${isla}/open`, { reason: 'x' })).status).toBe(400)
    expect((await visitor.get(`/people/${isla}`)).status).toBe(403)
    expect(
      (await visitor.post(`/people/${isla}/open`, { reason: 'The police are with her at the hospital' })).status,
    ).toBe(303)
    expect((await visitor.get(`/people/${isla}`)).body).toContain('Isla Ellwood')
    expect((await visitor.get(`/people/${isla}/record/case-note`)).status).toBe(403)
    expect((await audited(isla)).find(({ action }) => action === 'break glass')?.detail).toBe(
      'The police are with her at the hospital',
    )
  })

  it('shows who has looked to a manager of the team, and not to a worker', async () => {
    const maya = await numberOf('Maya Ellwood')
    expect((await (await site().visitor('tom')).get(`/people/${maya}/looked`)).status).toBe(403)
    const { body, status } = await (await site().visitor('dilys')).get(`/people/${maya}/looked`)
    expect(status).toBe(200)
    expect(body).toContain('Tom Fairweather')
  })
})

describe('a person’s page', () => {
  const pageOf = async (user: string, name: string, address = '') =>
    (await site().visitor(user)).get(`/people/${await numberOf(name)}${address}`)

  it('says who this is, what holds, who works with them, and leads to the rest', async () => {
    const { body } = await pageOf('tom', 'Maya Ellwood')
    expect(body).toContain('<h1>Maya Ellwood</h1>')
    expect(body).toContain('<b>9 years old</b>, born 14 June 2014. she/her.')
    expect(body).toContain('North locality')
    expect(body).toContain('Children in care service')
    expect(body).toContain('Tom Fairweather, social worker (North team)')
    for (const tab of ['/chronology', '/records']) expect(body).toContain(`${tab}"`)
  })

  it('leads to the log only those who may read it', async () => {
    expect((await pageOf('dilys', 'Maya Ellwood')).body).toContain('Who has looked')
    expect((await pageOf('tom', 'Maya Ellwood')).body).not.toContain('Who has looked')
  })

  it('gives the child’s own words first, then what to know, then what we did', async () => {
    const { body } = await pageOf('tom', 'Maya Ellwood')
    const at = ['“I want to see Isla more than one time.”', 'Dean must not learn the address', 'Last seen alone'].map(
      (text) => body.indexOf(text),
    )
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(at[0]).toBeGreaterThan(0)
    expect(body).toContain('Wednesday 23 August 2023, 6 weeks ago')
  })

  it('says what is new since one last looked, by somebody else', async () => {
    const tom = await pageOf('tom', 'Maya Ellwood')
    expect(tom.body).toMatch(/New since you last looked.*27 September 2023.*She chose not to talk today/s)
    expect((await pageOf('anwen', 'Maya Ellwood')).body).toContain('You have not looked here before')
  })

  it('shows one’s own draft about them, and nobody else’s', async () => {
    const visitor = await site().visitor('tom')
    const maya = await numberOf('Maya Ellwood')
    await visitor.get(`/people/${maya}/record/alert`)
    await visitor.post(`/people/${maya}/record/alert`, { do: 'save', inShort: 'Half a thought' })
    expect((await visitor.get(`/people/${maya}`)).body).toContain('Your drafts')
    expect((await (await site().visitor('dilys')).get(`/people/${maya}`)).body).not.toContain('Your drafts')
  })

  it('says when cover ends, and of a mother’s page who is whose parent', async () => {
    const kofi = await pageOf('nasreen', 'Kofi Barnaby')
    expect(kofi.body).toContain('covering for Callum Brody until 11 October 2023')
    const carys = await pageOf('marian', 'Carys Ellwood', '/chronology')
    expect(carys.body).toMatch(
      /Birth parent<\/a>.*?Person:<\/span> .*?Maya Ellwood.*?Related to:<\/span> .*?Carys Ellwood/s,
    )
  })
})

describe('finding somebody', () => {
  it('finds a misspelt name, and says that it is not the name that was written', async () => {
    const { body } = await (await site().visitor('tom')).get('/people?q=Maia%20Elwood')
    expect(body).toContain('Nobody is just “Maia Elwood”; one person nearly')
    expect(body).toContain('Maya Ellwood')
    expect(body).not.toContain('Santander')
  })
  it('says so when nobody is found, and keeps what was looked for', async () => {
    const tom = await site().visitor('tom')
    const { body } = await tom.get('/people?q=Zzyzx')
    expect(body).toContain('Nobody is found for “Zzyzx”')
    const noDay = (await tom.get('/people?q=zzyzx+31%2F02%2F2020')).body
    expect(noDay).toContain('“Date of birth”: there is no 31 February 2020.')
    expect((await tom.get('/people?q=zzyzx+28%2F02%2F2020')).body).not.toContain('Look at the day again')
    const rows = await site()
      .store.db.selectFrom('audit')
      .selectAll()
      .where('action', '=', 'find')
      .where('detail', '=', 'Zzyzx')
      .execute()
    expect(rows.map(({ account_name, subject_id }) => [account_name, subject_id])).toEqual([['Tom Fairweather', null]])
  })
  it('takes no wild cards and no markup', async () => {
    const visitor = await site().visitor('tom')
    expect((await visitor.get('/people?q=%25')).body).toContain('Nobody is found')
    expect((await visitor.get('/people?q=%3Cscript%3Ealert(1)%3C/script%3E')).body).not.toContain('<script>')
  })
})

describe('signing in', () => {
  it('says the same for a wrong name and a wrong password, and keeps both attempts', async () => {
    const visitor = await site().visitor()
    const [name, password] = [
      await visitor.post('/sign-in', { user: 'nobody', password: 'x' }),
      await visitor.post('/sign-in', { user: 'iain', password: 'x' }),
    ]
    expect([name.status, password.status]).toEqual([403, 403])
    expect(name.body).toBe(password.body)
    const rows = await site()
      .store.db.selectFrom('audit')
      .selectAll()
      .where('action', '=', 'sign in')
      .where('decision', '=', 'no')
      .execute()
    expect(rows.length).toBeGreaterThanOrEqual(2)
  })
  it('locks an account after five failures', async () => {
    const visitor = await site().visitor()
    for (let attempt = 0; attempt < 5; attempt++) await visitor.post('/sign-in', { user: 'lewis', password: 'x' })
    expect((await visitor.post('/sign-in', { user: 'lewis', password: 'demonstration' })).status).toBe(403)
  })
  it('leads nowhere but to this site', async () => {
    for (const to of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
      const answer = await (await site().visitor()).post('/sign-in', { user: 'tom', password: 'demonstration', to })
      expect(answer.location).toBe('/my-work')
    }
  })
  it('ends when one signs out', async () => {
    const visitor = await site().newVisitor('tom')
    expect((await visitor.post('/sign-out')).status).toBe(303)
    expect((await visitor.get('/people')).status).toBe(303)
  })
})
