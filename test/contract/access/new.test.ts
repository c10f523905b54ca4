import { describe, expect, it } from 'vitest'
import { Team } from '../../../src/areas/organisation/workers.ts'
import { Household } from '../../../src/areas/people/households.ts'
import { type AccountKey, accountKeys } from './expected.ts'
import { send } from './sending.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()

/** Who has somebody new in their work: those who write on their own people's records, and are somebody's worker or reach everybody. */
const recordNew: readonly AccountKey[] = [
  'social-worker',
  'team-manager',
  'reviewing-officer',
  'operator',
  'adoption-worker',
  'several roles',
  'broke the glass',
  'broke it long ago',
]
/** Households and places are made by whoever ever records anything, teams by those alone who do so for everybody. */
const recordThings: readonly AccountKey[] = [...recordNew, 'without a team', 'without a worker', 'left the team']

const rowsAbout = async (key: AccountKey, detail: string) =>
  world()
    .store.db.selectFrom('audit')
    .select(['subject_id', 'decision'])
    .where('account_id', '=', world().accounts[key].account.id)
    .where('detail', '=', detail)
    .execute()
const count = async (table: 'subject') =>
  Number(
    (
      await world()
        .store.db.selectFrom(table)
        .select(({ fn }) => fn.countAll().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows,
  )

describe('somebody new', () => {
  const fields = (name: string, work: string) => ({
    given: name,
    family: 'Newly',
    sex: 'F',
    is: 'child',
    whoAsked: '3B',
    'askedOn.day': '1',
    'askedOn.month': '9',
    'askedOn.year': '2023',
    'form.work': work,
    'form.looked': `${name}|newly|||`,
    do: 'put',
  })

  /** What happens when somebody records somebody new: how the form and the sending of it are answered, and what is there then. */
  async function recording(key: AccountKey, name: string) {
    const { accounts, working } = world()
    const url = '/people/new'
    const form = await send(world(), accounts[key], { method: 'GET', url })
    const before = await count('subject')
    const team = key === 'adoption-worker' ? working.adoption : working.north
    const sent = { method: 'POST', url, fields: fields(name, `team.${team}`) } as const
    const answer = await send(world(), accounts[key], sent)
    const rows = (await rowsAbout(key, 'new person')).map(({ decision }) => decision)
    return [form.statusCode, answer.statusCode, (await count('subject')) - before, rows]
  }

  it('is recorded by those alone who have them in their work then, and the log has a row', async () => {
    for (const [at, key] of accountKeys.entries()) {
      const name = `zz${'abcdefghijklmnopqrstuvwxyz'.charAt(at).repeat(9)}`
      const expected = recordNew.includes(key) ? [200, 303, 1, ['yes']] : [403, 403, 0, []]
      expect([key, ...(await recording(key, name))]).toEqual([key, ...expected])
    }
  })
})

describe('something new', () => {
  it.each([
    ['a household', Household, recordThings, { name: 'A home', kind: 'family' }],
    ['a team', Team, ['operator'] as readonly AccountKey[], { name: 'A team', service: 'other' }],
  ] as const)('such as %s is made by those alone who may, and the log has a row', async (_, type, who, given) => {
    const url = `/things/new/${type.key}`
    const fields = { ...given, 'startedOn.day': '1', 'startedOn.month': '9', 'startedOn.year': '2023', do: 'put' }
    for (const key of accountKeys) {
      const as = world().accounts[key]
      const form = await send(world(), as, { method: 'GET', url })
      const before = await count('subject')
      const { statusCode } = await send(world(), as, { method: 'POST', url, fields })
      const rows = await rowsAbout(key, `new ${type.label.toLowerCase()}`)
      const decisions = new Set(rows.map(({ decision }) => decision))
      const found = [form.statusCode, statusCode, (await count('subject')) - before, [...decisions]]
      expect([key, ...found]).toEqual([key, ...(who.includes(key) ? [200, 303, 1, ['yes']] : [403, 403, 0, ['no']])])
    }
  })
})
