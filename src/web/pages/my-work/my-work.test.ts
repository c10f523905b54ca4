import { describe, expect, it } from 'vitest'
import { demonstrationSite } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()
const myWork = async (user: string, query = '') => (await site().visitor(user)).get(`/my-work${query}`)
const peopleIn = (body: string) => body.slice(body.indexOf('id="people"'), body.indexOf('id="drafts"'))
const listedRows = (account: string) =>
  site()
    .store.db.selectFrom('audit')
    .select(['subject_id', 'decision', 'detail'])
    .where('action', '=', 'list')
    .where('account_name', '=', account)
    .orderBy('id')
    .execute()

describe('my work', () => {
  it('begins for a manager with the team: who waits for a worker first, and why', async () => {
    const { body } = await myWork('dilys')
    expect(body).toContain('<h1>2 people need somebody now</h1>')
    expect(body).toMatch(
      /22 days without a worker.*Theodore Marlow.*7 days without a worker.*Ruby Marchant, 10 months.*Waits for a social worker in North team since 27 September 2023/s,
    )
    expect(body).toContain('Maya Ellwood')
    expect(body).not.toContain('Ivo Santander')
  })

  it('is one’s own people for a worker, with cover that ends soon', async () => {
    const { body } = await myWork('nasreen')
    expect(body).toContain('<h1>1 person needs somebody soon</h1>')
    expect(body).toMatch(
      /Cover ends in 7 days.*Kofi Barnaby, 11.*covers as social worker for Callum Brody until 11 October 2023/s,
    )
    expect(body).toContain('Ivo Santander')
    expect(body).not.toContain('Maya Ellwood')
  })

  it('tells only whom to ring about somebody restricted, though they are one’s own', async () => {
    const { body } = await myWork('tom')
    expect(body).toContain('somebody whose record is restricted: ring South team, 01632 960020')
    expect(body).not.toContain('Isla')
  })

  it('does not take for waiting whoever only belongs to the family of a child of the team', async () => {
    const dilys = await site().visitor('dilys')
    const { location = '' } = await dilys.post('/people/new', { given: 'Gwen', family: 'Ellwood-Pryce', do: 'look' })
    const { body: form } = await dilys.get(location)
    const value = (name: string, pattern = '[^"]*') =>
      new RegExp(`name="${name}" (?:type="radio" )?value="(${pattern})"`).exec(form)?.[1] ?? ''
    const { location: gwen = '' } = await dilys.post('/people/new', {
      given: 'Gwen',
      family: 'Ellwood-Pryce',
      draft: value('draft'),
      'form.looked': value('form.looked'),
      'form.work': value('form.work', 'team[^"]*'),
      sex: 'F',
      is: 'family',
      whoAsked: '3B',
      'askedOn.day': '4',
      'askedOn.month': '10',
      'askedOn.year': '2023',
      do: 'put',
    })
    expect((await dilys.get(gwen)).body).toContain('Family of a child of North team')
    const { body } = await myWork('dilys')
    expect(body).toContain('<h1>2 people need somebody now</h1>')
    expect(peopleIn(body)).not.toContain('Gwen')
  })

  it('narrows a team’s list to one worker, or to those without', async () => {
    const { body } = await myWork('dilys', '?whose=team&worker=none')
    expect(peopleIn(body)).toContain('Ruby Marchant')
    expect(peopleIn(body)).not.toContain('Maya Ellwood')
  })

  it('says what it means that there is nobody', async () => {
    expect((await myWork('iain')).body).toMatch(
      /Nobody is allocated to you.*stands here from the day on which it begins/s,
    )
  })

  it('keeps drafts in sight, and where one was', async () => {
    const visitor = await site().visitor('anwen')
    const { body: list } = await visitor.get('/my-work')
    const maya = /\/people\/(\d+)">Maya Ellwood/.exec(list)?.[1]
    await visitor.get(`/people/${maya}/record/case-note`)
    await visitor.post(`/people/${maya}/record/case-note`, { do: 'save', heading: 'A thought' })
    await visitor.get(`/people/${maya}`)
    const { body } = await visitor.get('/my-work')
    expect(body).toMatch(/Case note: Maya Ellwood<\/a>.*?saved today, 10:00/s)
    expect(body).toMatch(/Where you were.*Maya Ellwood.*opened today, 10:00/s)
  })

  it('keeps who was shown: a row for each time, and one a day for each person', async () => {
    await myWork('tom')
    const before = await listedRows('Tom Fairweather')
    await myWork('tom')
    const after = await listedRows('Tom Fairweather')
    expect(after.slice(before.length)).toEqual([{ subject_id: null, decision: 'yes', detail: 'my work: 3 people' }])
    const people = after.filter(({ subject_id }) => subject_id !== null)
    expect(people.map(({ decision }) => decision).toSorted()).toEqual(['restricted', 'yes', 'yes'])
  })
})
