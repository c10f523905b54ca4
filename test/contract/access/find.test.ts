import { describe, expect, it } from 'vitest'
import { findPeopleToChoose } from '../../../src/app/people/find-choices.ts'
import { findLikely } from '../../../src/app/people/likely.ts'
import { findThings } from '../../../src/app/people/things.ts'
import { CaseNote } from '../../../src/areas/people/notes.ts'
import {
  type AccountKey,
  accountKeys,
  answerToFinding,
  answerToReading,
  does,
  type PersonKey,
  peopleKeys,
} from './expected.ts'
import { familyName, givenName } from './people.ts'
import { send } from './sending.ts'
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

const wholeName = (person: PersonKey): string => `${givenName(person)} ${familyName(person)}`

/** `is called` by name; `ring` as whom to ring; `nobody` otherwise. */
async function foundAs(account: AccountKey, person: PersonKey, query: string): Promise<string> {
  const { text, restricted, body } = await look(account, query)
  if (text.includes(`>${wholeName(person)}</a>`)) return 'shown'
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
        expect([account, person, await foundAs(account, person, wholeName(person))]).toEqual([
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
    const misspelt = (person: PersonKey) => wholeName(person).replace('Xq', 'Xk')
    expect(await foundAs('social-worker', 'elsewhere', misspelt('elsewhere'))).toBe('shown')
    expect(await foundAs('social-worker', 'closed', misspelt('closed'))).toBe('ring')
    expect(await foundAs('social-worker', 'sealed', misspelt('sealed'))).toBe('gone')
  })

  it('does not let a restricted name be found out letter by letter, nor word by word, nor by the day of birth', async () => {
    const name = givenName('closed').toLowerCase()
    const parts = Array.from({ length: 5 }, (_, at) => at + 1).flatMap((length) =>
      Array.from({ length: name.length - length + 1 }, (_, from) => name.slice(from, from + length)),
    )
    for (const query of [...parts, name, familyName('closed'), '9 Jan 2023', '2023', `${name} xqnobody`]) {
      const { restricted, text } = await look('social-worker', query)
      expect([query, restricted]).toEqual([query, false])
      expect(text).not.toContain(givenName('closed'))
    }
    expect((await look('social-worker', String(world().people.closed.subject))).restricted).toBe(true)
    expect((await look('social-worker', String(world().people.closed.second))).restricted).toBe(true)
  })

  it('says of a sealed name exactly what it says of a name that nobody has', async () => {
    const sealed = wholeName('sealed')
    const nobody = 'Xqzzyzzyva Xqwwumptiously'
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

  it('for a place in a form, or before somebody new is recorded, says the same; whom one may not write about cannot be chosen', async () => {
    const { app, accounts } = world()
    for (const key of accountKeys)
      for (const person of peopleKeys) {
        const { account } = accounts[key]
        const expected = answerToFinding(key, person)
        const as = { type: CaseNote, named: false }
        const { people } = await findPeopleToChoose(app, account, wholeName(person), as)
        const mayChoose = does[key][person].includes('r') ? 'choose' : 'not choose'
        const choosing = { shown: [mayChoose], ring: ['ring'], gone: [], no: [] }[expected]
        expect([key, person, people.map(({ may }) => may)]).toEqual([key, person, choosing])
        const names = [givenName(person), familyName(person)]
        const likely = await findLikely(app, account, { names, bornOn: null }, 'record')
        const meant = { shown: [['person', mayChoose === 'choose']], ring: [['restricted', false]], gone: [], no: [] }
        expect([key, person, likely.map(({ found, mayChoose: may }) => [found.kind, may])]).toEqual([
          key,
          person,
          meant[expected],
        ])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify([people, likely]) }))
      }
  })

  it('finds the households of those alone whose record one may read, and names nobody else in them', async () => {
    const { app, accounts, people } = world()
    for (const key of accountKeys)
      for (const person of peopleKeys) {
        const query = `${familyName(person)} home`
        const found = await findThings(app, accounts[key].account, 'household', query).catch(() => [])
        const isOpen = answerToReading(key, person, 'o') === 'shown'
        const expected = isOpen ? [people[person].home] : []
        expect([key, person, found.map(({ subject }) => subject)]).toEqual([key, person, expected])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(found) }))
      }
  })

  it('takes out as CSV only whom one finds and may take out, and keeps that', async () => {
    for (const account of accountKeys)
      for (const person of peopleKeys) {
        const url = `/people.csv?${new URLSearchParams({ q: wholeName(person) })}`
        const { statusCode, body } = await send(world(), world().accounts[account], { method: 'GET', url })
        const taken = does[account][person].includes('e')
        expect([account, person, statusCode]).toEqual([account, person, taken ? 200 : 403])
        expect([account, person, body.includes(`${world().people[person].subject},${wholeName(person)}`)]).toEqual([
          account,
          person,
          taken,
        ])
        none(leaks(world(), account, { answer: 'shown', text: body }))
      }
  })

  it('lists one’s own drafts and nobody else’s, and they name nobody', async () => {
    const [mine, closed] = [world().people.mine.subject, world().people.closed.subject]
    const begun = peopleKeys.length * 2
    for (const subject of [mine, closed])
      await send(world(), world().accounts['social-worker'], {
        method: 'POST',
        url: `/people/${subject}/record/case-note`,
        fields: { heading: 'Only a draft', do: 'save' },
      })
    const url = '/my-work'
    const own = await send(world(), world().accounts['social-worker'], { method: 'GET', url })
    const drafts = (body: string) => body.match(/href="\/drafts\/\d+"/g)?.length ?? 0
    // Besides those that everybody had begun.
    expect(drafts(own.body)).toBe(begun + 2)
    none(leaks(world(), 'social-worker', { answer: 'shown', text: own.body }))
    const others = await send(world(), world().accounts['team-manager'], { method: 'GET', url })
    expect(drafts(others.body)).toBe(begun)
  })
})
