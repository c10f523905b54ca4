import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countOpenings, listOpenings } from '../../../src/app/access/openings.ts'
import { membersOf } from '../../../src/app/counting/members.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { los } from './command-line.ts'
import {
  type AccountKey,
  accountKeys,
  does,
  type Letter,
  type PersonKey,
  peopleKeys,
  reads,
  readsLetter,
} from './expected.ts'
import { keysOf, rowsSince } from './listed.ts'
import { opening } from './pages-of-people.ts'
import { leaks, none } from './walk.ts'
import { contractWorld, countedPeriods } from './world.ts'

const world = contractWorld()
const account = (key: AccountKey) => world().accounts[key].account
const readable = (key: AccountKey, letters: readonly Letter[]): readonly PersonKey[] =>
  peopleKeys.filter((person) => letters.every((letter) => readsLetter(reads[key][person], letter)))

/** Does something, and gives who is in the rows that it left. */
async function auditedBy(key: AccountKey, action: string, work: () => Promise<unknown>): Promise<readonly PersonKey[]> {
  const last = await world()
    .store.db.selectFrom('audit')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst()
  await work()
  return rowsSince(world(), last?.id ?? 0, key, action)
}

describe('the list behind a figure', () => {
  const [january, september] = countedPeriods

  it.each([
    ['guests', september, ['o']],
    ['contract-allegations', january, ['o', 'a']],
  ] as const)(
    'of %s has exactly those whose records that decide it may be read',
    async (indicator, period, letters) => {
      for (const key of accountKeys) {
        const expected = readable(key, letters)
        const audited = await auditedBy(key, 'list', async () => {
          const { members, notShown } = await membersOf(world().app, account(key), { indicator, period })
          expect([
            key,
            keysOf(
              world(),
              members.map(({ subject }) => subject),
            ),
          ]).toEqual([key, expected])
          // A figure is the same for everybody.
          expect(members.length + notShown).toBe(peopleKeys.length)
        })
        expect([key, audited]).toEqual([key, expected])
      }
    },
  )
})

describe('on the command line', () => {
  it.each([
    ['members', 'guests', '--period', '2023-09'],
    ['worklist', 'looking-in'],
  ])('los %s names nobody but those', async (...argv) => {
    for (const key of accountKeys) {
      const { code, text } = await los(world(), [...argv, '--as', account(key).userName, '--format', 'json'])
      expect(code).toBe(0)
      const numbers = [...text.matchAll(/"subject": (\d+)/g)].map(([, number]) => Number(number) as SubjectId)
      expect([key, keysOf(world(), numbers)]).toEqual([key, readable(key, ['o'])])
    }
  })

  it('los export writes a return for those alone who exchange them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contract-export-'))
    try {
      for (const key of accountKeys.filter((one) => !['operator', 'performance-analyst'].includes(one))) {
        const argv = ['export', 'ssda903', '--year', '2022/23', '--out', folder, '--as', account(key).userName]
        const { code, text } = await los(world(), argv)
        expect([key, code === 0, readdirSync(folder)]).toEqual([key, false, []])
        none(leaks(world(), key, { answer: 'shown', text }))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('openings to be looked at', () => {
  it('are of exactly those about whom one looks at openings, and each is audited', async () => {
    for (const person of peopleKeys) await opening(world(), person)
    for (const key of accountKeys) {
      const expected = peopleKeys.filter((person) => does[key][person].includes('o'))
      const counted = await countOpenings(world().app, account(key))
      const audited = await auditedBy(key, 'review openings', async () => {
        const listed = await listOpenings(world().app, account(key)).catch(() => [])
        expect([
          key,
          keysOf(
            world(),
            listed.map(({ subject }) => subject),
          ),
        ]).toEqual([key, expected])
        expect([key, listed.length]).toEqual([key, counted])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(listed) }))
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })
})
