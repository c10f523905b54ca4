import { describe, expect, it } from 'vitest'
import { choicesFor } from '../../../src/app/people/choices.ts'
import { whoLooked } from '../../../src/app/people/looked.ts'
import { readPerson } from '../../../src/app/people/read.ts'
import { correct, writable, writeNew } from '../../../src/app/people/write.ts'
import { Allocation } from '../../../src/areas/organisation/allocation.ts'
import { HouseholdMembership } from '../../../src/areas/people/households.ts'
import { Restriction } from '../../../src/areas/people/safety.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { findRecord } from '../../../src/store/records/find.ts'
import { los } from './command-line.ts'
import { type AccountKey, does, type PersonKey, peopleKeys, reads, readsJoint, some } from './expected.ts'
import { daysFrom, EachField, filled, since } from './made-up-records.ts'
import { latestVersion } from './pages-of-records.ts'
import { familyName, givenName, wordsCanary } from './people.ts'
import { send } from './sending.ts'
import { leaks, none } from './walk.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()
const number = (person: PersonKey): SubjectId => world().people[person].subject
const account = (key: AccountKey) => world().accounts[key].account
const pageOf = async (key: AccountKey, url: string) => {
  const { statusCode, body } = await send(world(), world().accounts[key], { method: 'GET', url })
  return { status: statusCode, body }
}

describe('records of several people', () => {
  it('open by their number to who reads one of those whose they are now and is shut out by none', async () => {
    for (const key of some)
      for (const { name, owners, record, to } of world().tied) {
        const { status, body } = await pageOf(key, `/records/${record}`)
        // What ties them to somebody who is not there for the viewer is not there either.
        const isThere = to === undefined || reads[key][to] !== 'gone'
        expect([key, name, status === 200]).toEqual([key, name, isThere && readsJoint(key, owners, 'o')])
        none(leaks(world(), key, { answer: 'shown', text: body }))
      }
  })

  it('stand on a page in full where they are open, and as an outline where they are not', async () => {
    const { body } = await pageOf('social-worker', `/people/${number('mine')}/chronology`)
    for (const other of ['Elsewhere', 'Service', 'Named']) expect(body).toContain(`xqMineAnd${other}TogetherOqx`)
    for (const other of ['Closed', 'Sealed']) expect(body).not.toContain(`And${other}`)
    const { tied } = world()
    for (const other of ['closed', 'sealed'])
      expect(body).toContain(`/records/${tied.find(({ name }) => name === `together with ${other}`)?.record}`)
  })

  it('tie somebody to whoever is restricted in a code alone, on whatever day one asks, and to whoever is not there not at all', async () => {
    const tie = (to: PersonKey) => world().tied.find((one) => one.to === to && one.owners[0] === 'mine')?.record
    const told = async (key: AccountKey, ...days: readonly string[]) => {
      const argv = ['chronology', String(number('mine')), '--as', world().accounts[key].account.userName, ...days]
      const { text } = await los(world(), [...argv, '--format', 'json'])
      return [tie('closed'), tie('sealed')].map((record) => new RegExp(`"record": ${record}\\b`).test(text))
    }
    for (const days of [[], ['--as-at', '1790-01-01'], ['--as-at', '2023-06-01', '--known-on', '1790-01-01']])
      expect([days, ...(await told('social-worker', ...days))]).toEqual([days, true, false])
    expect(await told('adoption-worker')).toEqual([true, true])
    const list = await pageOf('social-worker', `/people/${number('mine')}/records?type=relationship`)
    expect(list.body).toContain(`/records/${tie('closed')}"`)
    expect(list.body).not.toContain(`/records/${tie('sealed')}"`)
    const { body } = await pageOf('social-worker', `/records/${tie('closed')}`)
    expect(body).toContain('Birth parent')
    expect(body).toContain('Restricted: ring South')
    const everything = await pageOf('social-worker', `/people/${number('mine')}/everything.csv`)
    expect(everything.body).toMatch(new RegExp(`^${tie('closed')},`, 'm'))
    expect(everything.body).not.toMatch(new RegExp(`^${tie('sealed')},`, 'm'))
  })

  it('tell nobody the number of somebody who is shut off from them', async () => {
    const page = await pageOf('social-worker', `/people/${number('mine')}/chronology`)
    const { text } = await los(world(), ['chronology', String(number('mine')), '--as', 'social-worker'])
    for (const said of [page.body, text]) {
      for (const other of ['closed', 'sealed'] as const) expect(said).not.toMatch(new RegExp(`\\b${number(other)}\\b`))
      expect(said).toMatch(new RegExp(`\\b${number('elsewhere')}\\b`))
    }
  })
})

describe('who has looked', () => {
  it('does not show that a service has which works with what does not exist for others', async () => {
    const { mine } = world().people
    for (const key of ['designated-officer', 'adoption-worker', 'several roles', 'director'] as const)
      for (const url of [
        `/people/${mine.subject}/chronology`,
        `/records/${mine.records.a}`,
        `/records/${mine.records.d}`,
        `/people?q=${givenName('mine')}`,
      ])
        await pageOf(key, url)
    const { entries, people } = await whoLooked(world().app, account('team-manager'), mine.subject)
    const who = new Set([...people, ...entries.map(({ accountName }) => accountName)])
    expect([...who]).toEqual(expect.arrayContaining(['director', 'several roles']))
    expect([...who]).not.toEqual(expect.arrayContaining(['designated-officer']))
    expect([...who]).not.toEqual(expect.arrayContaining(['adoption-worker']))
    expect(entries.filter(({ detail }) => /allegation|adoption/.test(detail))).toEqual([])
  })
})

describe('fields that are kept more closely than their record', () => {
  const moment = () => ({ asAt: world().working.today, knownOn: world().working.today })
  const each = async (key: AccountKey) => {
    const { records } = await readPerson(world().app, account(key), number('mine'), moment(), 'a test')
    const found = records.find(({ type }) => type.key === EachField.key)
    if (found === undefined) throw new Error('It is not there')
    return found
  }

  it('are named as withheld, but for those of which nobody is to know that there are any', async () => {
    expect((await each('social-worker')).withheld).toEqual([])
    expect((await each('director')).withheld).toEqual(['criminal'])
    expect((await each('performance-analyst')).withheld).toEqual(['confidential', 'health', 'criminal'])
  })

  it('stay as they were when somebody corrects the record who cannot see them, and cannot be slipped in', async () => {
    const { record, content } = await each('social-worker')
    const correction = {
      record,
      basedOn: await latestVersion(world(), record),
      reason: 'A test',
      content: { ...content, fields: { ...content.fields, allegation: 'slipped in', ordinary: 'changed' } },
    }
    expect(await correct(world().app, account('social-worker'), correction)).toHaveProperty('version')
    const latest = (await findRecord(world().store.db, EachField, record)).at(-1)?.content.fields
    expect(latest).toMatchObject({
      ordinary: 'changed',
      allegation: wordsCanary('mine', 'a'),
      adoption: wordsCanary('mine', 'd'),
    })
    const forged = filled(EachField, 'forged', { people: [number('mine')] })
    const written = await writeNew(world().app, account('social-worker'), EachField, forged)
    expect('faults' in written && written.faults.map(({ field }) => field)).toEqual(['allegation', 'adoption'])
  })
})

describe('records that decide who may see what', () => {
  const offered = async (key: AccountKey, person: PersonKey) => {
    const types = (await writable(world().app, account(key), number(person))).map((type) => type.key)
    return { a: types.includes(Allocation.key), s: types.includes(Restriction.key) }
  }

  it('are offered to those alone who may allocate or restrict', async () => {
    for (const key of ['social-worker', 'team-manager', 'operator', 'reviewing-officer'] as const)
      for (const person of peopleKeys.filter((one) => does[key][one].includes('r'))) {
        const expected = { a: does[key][person].includes('a'), s: does[key][person].includes('s') }
        expect([key, person, await offered(key, person)]).toEqual([key, person, expected])
      }
  })

  it.each([
    ['an allocation', Allocation, { person: 'mine', team: 'north' }],
    ['a restriction', Restriction, { person: 'mine', teamToRing: 'north' }],
  ] as const)('%s is taken from nobody else, though they may write on the record', async (_, type, roles) => {
    const { colleague, north } = world().working
    const of = { mine: number('mine'), north }
    const subjects = Object.fromEntries(Object.entries(roles).map(([role, who]) => [role, [of[who]]]))
    const { fields, links } = filled(type, 'Forged', { worker: [colleague] })
    // It holds: what is true only from its end is not there yet.
    const content = {
      subjects,
      links,
      fields: {
        ...fields,
        startedOn: daysFrom(since, 1),
        whyEnded: null,
        ...('coverFor' in fields ? { coverFor: null } : {}),
      },
    }
    const write = (key: AccountKey) => writeNew(world().app, account(key), type, content)
    await expect(write('social-worker')).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(write('reviewing-officer')).rejects.toMatchObject({ kind: 'not allowed' })
    expect(await write('team-manager')).toHaveProperty('record')
  })
})

describe('what can be chosen in a form', () => {
  it('is no other family’s home', async () => {
    const team = { kind: 'person', subject: number('team') } as const
    const { subjects } = await choicesFor(world().app, account('social-worker'), team, HouseholdMembership)
    const { household, person } = subjects
    expect(household.map(({ label }) => label)).toEqual([
      `${familyName('team')} home: ${givenName('team')} ${familyName('team')}`,
    ])
    expect(person.map(({ value }) => Number(value))).toEqual([number('team')])
  })
})
