import { describe, expect, it } from 'vitest'
import { type AccountKey, accountKeys, answerToFinding, type PersonKey, peopleKeys } from './expected.ts'
import { send } from './pages.ts'
import { nameCanary } from './people.ts'
import { leaks, none } from './walk.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()

async function look(account: AccountKey, query: string) {
  const url = `/people?${new URLSearchParams({ q: query })}`
  const { statusCode, body } = await send(world(), world().accounts[account], { method: 'GET', url })
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`)
  // What was typed stands on the page too.
  const text = body.replaceAll(`value="${query}"`, '').replaceAll(`“${query}”`, '')
  const restricted = body.includes('Restricted: ring South, 01632 960020')
  return { body, text, restricted, rows: body.match(/<th scope="row"/g)?.length ?? 0 }
}

/** `is called` by name; `ring` as whom to ring; `nobody` otherwise. */
async function foundAs(account: AccountKey, person: PersonKey, query: string): Promise<string> {
  const { text, restricted, body } = await look(account, query)
  if (text.includes(`>${nameCanary(person)} ${nameCanary(person)}</a>`)) return 'shown'
  if (restricted) return 'ring'
  return body.includes('Nobody is') ? 'gone' : 'somebody else'
}

describe('looking for somebody', () => {
  it('by the whole name finds them as the table says, names nobody else, and is audited', async () => {
    for (const account of accountKeys)
      for (const person of peopleKeys) {
        const since = await world()
          .store.db.selectFrom('audit')
          .select(({ fn }) => fn.max('id').as('id'))
          .executeTakeFirst()
        const expected = answerToFinding(account, person)
        expect([account, person, await foundAs(account, person, nameCanary(person))]).toEqual([
          account,
          person,
          expected,
        ])
        const rows = await world()
          .store.db.selectFrom('audit')
          .selectAll()
          .where('id', '>', since?.id ?? 0)
          .execute()
        const { subject } = world().people[person]
        const about = rows.filter(({ action, subject_id }) => action === 'find' && subject_id === subject)
        const decision = { shown: ['yes'], ring: ['restricted'], gone: [], no: [] }[expected]
        expect(about.map((row) => row.decision)).toEqual(decision)
        expect(rows.filter(({ action, subject_id }) => action === 'find' && subject_id === null)).toHaveLength(1)
      }
  })

  it('finds a misspelt name, and whom to ring for a misspelt restricted one', async () => {
    const misspelt = (person: PersonKey) => nameCanary(person).replace('Xq', 'Xk')
    expect(await foundAs('social-worker', 'elsewhere', misspelt('elsewhere'))).toBe('shown')
    expect(await foundAs('social-worker', 'closed', misspelt('closed'))).toBe('ring')
    expect(await foundAs('social-worker', 'sealed', misspelt('sealed'))).toBe('gone')
  })

  it('does not let a restricted name be found out letter by letter', async () => {
    const name = nameCanary('closed').toLowerCase()
    for (let length = 1; length <= 5; length += 1)
      for (let from = 0; from + length <= name.length; from += 1) {
        const { restricted, text } = await look('social-worker', name.slice(from, from + length))
        expect([name.slice(from, from + length), restricted]).toEqual([name.slice(from, from + length), false])
        expect(text).not.toContain(nameCanary('closed'))
      }
  })

  it('says of a sealed name exactly what it says of a name that nobody has', async () => {
    const sealed = nameCanary('sealed')
    const nobody = 'Xqzzyzzyvas'
    const [it, nothing] = [await look('social-worker', sealed), await look('social-worker', nobody)]
    expect(it.body.replaceAll(sealed, 'N')).toBe(nothing.body.replaceAll(nobody, 'N'))
    // Nor does whoever is not there push a misspelt name aside.
    expect((await look('social-worker', `${sealed.slice(0, -1)}`)).rows).toBe(
      (await look('social-worker', `${nobody.slice(0, -1)}`)).rows,
    )
  })

  it('takes no wild cards, no quotes and no pattern', async () => {
    for (const query of ['%', '_', '%%', "' or 1=1 --", '\\', '*', '.*', 'null']) {
      const { rows, text } = await look('operator', query)
      expect([query, rows]).toEqual([query, 0])
      none(leaks(world(), 'without a role', { answer: 'shown', text }))
    }
  })

  it('lists one’s own drafts and nobody else’s, and they name nobody', async () => {
    const [mine, closed] = [world().people.mine.subject, world().people.closed.subject]
    for (const subject of [mine, closed])
      await send(world(), world().accounts['social-worker'], {
        method: 'POST',
        url: `/people/${subject}/record/case-note`,
        fields: { heading: 'Only a draft', do: 'save' },
      })
    const url = '/my-work'
    const own = await send(world(), world().accounts['social-worker'], { method: 'GET', url })
    expect(own.body.match(/record\/case-note\?draft=/g)).toHaveLength(2)
    none(leaks(world(), 'social-worker', { answer: 'shown', text: own.body }))
    const others = await send(world(), world().accounts['team-manager'], { method: 'GET', url })
    expect(others.body).not.toContain('?draft=')
  })
})
