import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countOpenings, listOpenings } from '../../../src/app/access/openings.ts'
import { partsOf } from '../../../src/app/counting/breakdown.ts'
import { insideOf } from '../../../src/app/counting/inside.ts'
import { exportList, readList, standings } from '../../../src/app/counting/list.ts'
import { membersOf } from '../../../src/app/counting/members.ts'
import { whyMoved } from '../../../src/app/counting/why.ts'
import { seeQuality, signOff, writeCommentary } from '../../../src/app/months/cycle.ts'
import { freezeMonth } from '../../../src/app/months/freeze.ts'
import { restatedSince } from '../../../src/app/months/restated.ts'
import { takeMembers } from '../../../src/app/programs/members.ts'
import { exportErrors } from '../../../src/app/quality/export.ts'
import { readErrors } from '../../../src/app/quality/read.ts'
import { loadTheirList } from '../../../src/app/reconciliation/load.ts'
import { readReconciliation } from '../../../src/app/reconciliation/read.ts'
import { exchanger } from '../../../src/app/records/exchange.ts'
import { Refused } from '../../../src/app/refused.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
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

describe('the pages of a figure', () => {
  const [january, september] = countedPeriods
  const guests = { indicator: 'guests', period: september, standings: standings.slice(), order: 'name' }

  it('have in its list exactly those, with their reasons, and name nobody else', async () => {
    for (const key of accountKeys) {
      const expected = readable(key, ['o'])
      const audited = await auditedBy(key, 'list', async () => {
        const read = await readList(world().app, account(key), { ...guests, page: 1, most: 500 })
        const found = read.members.map(({ subject }) => subject)
        expect([key, keysOf(world(), found)]).toEqual([key, expected])
        expect([key, read.matching]).toEqual([key, expected.length])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify([read.members, read.choices]) }))
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })

  it('take out those alone whose record one may take out', async () => {
    for (const key of accountKeys) {
      const expected = readable(key, ['o']).filter((person) => does[key][person].includes('e'))
      const audited = await auditedBy(key, 'export', async () => {
        const taken = await exportList(world().app, account(key), guests).catch((error: unknown) => {
          if (error instanceof Refused) return { members: [] }
          throw error
        })
        const found = taken.members.map(({ subject }) => subject)
        expect([key, keysOf(world(), found)]).toEqual([key, expected])
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })

  it('give a program those alone whose record one may take out, and no names', async () => {
    for (const key of accountKeys) {
      const expected = readable(key, ['o']).filter((person) => does[key][person].includes('e'))
      const audited = await auditedBy(key, 'export', async () => {
        const taken = await takeMembers(world().app, account(key), { indicator: 'guests', period: september })
        const found = taken.members.map(({ subject }) => subject)
        expect([key, keysOf(world(), found)]).toEqual([key, expected])
        expect(taken.members.length + taken.notShown).toBe(peopleKeys.length)
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(taken.members) }))
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })

  it('break down those alone, and name nobody', async () => {
    for (const key of accountKeys) {
      const parts = await partsOf(world().app, account(key), { indicator: 'guests', period: september })
      expect([key, parts.all, parts.seen.all]).toEqual([key, peopleKeys.length, readable(key, ['o']).length])
      none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(parts) }))
      const inside = await insideOf(world().app, account(key), {
        indicator: 'guests',
        period: september,
        before: january,
      })
      const asked = { indicator: 'guests', before: { period: january }, after: { period: september } }
      expect([key, inside]).toEqual([key, { parts, why: await whyMoved(world().app, account(key), asked) }])
    }
  })

  it('say why it moved of those alone, and keep whom they show', async () => {
    const asked = { indicator: 'contract-allegations', before: { period: january }, after: { period: september } }
    for (const key of accountKeys) {
      const shown: PersonKey[] = []
      const audited = await auditedBy(key, 'list', async () => {
        const { lines, others, before } = await whyMoved(world().app, account(key), asked)
        expect([key, before.stand.all]).toEqual([key, peopleKeys.length])
        const unseen = peopleKeys.length - readable(key, ['o', 'a']).length
        expect([key, others?.members ?? 0]).toEqual([key, unseen])
        for (const line of lines) {
          const { opened } = await whyMoved(world().app, account(key), asked, line.key)
          const people = opened?.people ?? []
          shown.push(
            ...keysOf(
              world(),
              people.map(({ subject }) => subject),
            ),
          )
          none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(people) }))
        }
      })
      expect([key, shown.toSorted()]).toEqual([key, readable(key, ['o', 'a']).toSorted()])
      expect([key, audited.toSorted()]).toEqual([key, shown.toSorted()])
    }
  })
})

describe('what has changed since a month was frozen', () => {
  it('names those alone, and keeps whom it shows; only whoever freezes months does that', async () => {
    const [january] = countedPeriods
    const month = { dataset: 'contract', period: january }
    const { today: knownOn } = world().app.clock
    for (const key of accountKeys.filter((one) => !['operator', 'performance-analyst'].includes(one)))
      await expect(freezeMonth(world().app, account(key), { ...month, knownOn })).rejects.toThrow('Your role does not')
    const [analyst, director] = [account('performance-analyst'), account('director')]
    await seeQuality(world().app, analyst, month, 'Nothing is wrong')
    const words = { indicator: null, goingWell: 'All', worries: '', doing: '' }
    await writeCommentary(world().app, director, { ...month, section: 'allegations' }, [words])
    await signOff(world().app, director, month)
    const { id } = await freezeMonth(world().app, analyst, { ...month, knownOn })
    // As if nobody had been known of then.
    await world().store.db.deleteFrom('publication_member').where('publication_id', '=', id).execute()
    for (const key of accountKeys) {
      const expected = readable(key, ['o', 'a'])
      const audited = await auditedBy(key, 'list', async () => {
        const { figures } = await restatedSince(world().app, account(key), month)
        const [{ members, notShown } = { members: [], notShown: 0 }] = figures
        const named = keysOf(
          world(),
          members.map(({ subject }) => subject),
        )
        expect([key, named, notShown]).toEqual([key, expected, peopleKeys.length - expected.length])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(members) }))
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })
})

describe('errors of data', () => {
  const [january] = countedPeriods
  const asked = { dataset: 'contract', period: january, whose: 'all' } as const
  const taken = (key: AccountKey) =>
    exportErrors(world().app, account(key), asked).catch((error: unknown) => {
      if (error instanceof Refused) return []
      throw error
    })

  it('name those alone whose records may be read, count the others, and keep whom they name', async () => {
    const totals = new Set<number>()
    for (const key of accountKeys) {
      const named: PersonKey[] = []
      const audited = await auditedBy(key, 'list', async () => {
        const { errors, notShown } = await readErrors(world().app, account(key), { ...asked, page: 1, most: 5000 })
        named.push(...keysOf(world(), [...new Set(errors.map(({ subject }) => subject))]))
        totals.add(errors.length + notShown)
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(errors) }))
      })
      expect([key, named.filter((person) => !readable(key, ['o']).includes(person))]).toEqual([key, []])
      expect([key, audited.toSorted()]).toEqual([key, named.toSorted()])
    }
    // How many there are is the same for everybody.
    expect(totals.size).toBe(1)
    expect(Math.max(...totals)).toBeGreaterThan(0)
  })

  it('are taken out about those alone whose record one may take out', async () => {
    for (const key of accountKeys) {
      const audited = await auditedBy(key, 'export', async () => {
        const errors = await taken(key)
        const others = keysOf(world(), [...new Set(errors.map(({ subject }) => subject))]).filter(
          (person) => !does[key][person].includes('e'),
        )
        expect([key, others]).toEqual([key, []])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(errors) }))
      })
      expect([key, audited.filter((person) => !does[key][person].includes('e'))]).toEqual([key, []])
    }
  })
})

describe('a list of health’s held against the record', () => {
  it('has exactly those whose records of that kind may be read, names nobody else, and is no way to who was adopted', async () => {
    const rows = peopleKeys.map((key) => `#${world().people[key].subject},2023-09-04`)
    const file = { name: 'health.csv', bytes: Buffer.from(`Our number,IHA\n${rows.join('\n')}\n`) }
    const asked = { reconciliation: 'health-list', from: plainDate('2023-09-01'), to: plainDate('2023-10-01') }
    const operator = await exchanger(world().app, account('operator'))
    await loadTheirList(world().app, operator, { ...asked, file })
    for (const key of accountKeys) {
      const expected = readable(key, ['o', 'h']).filter((person) => person !== 'sealed')
      const audited = await auditedBy(key, 'list', async () => {
        const read = await readReconciliation(world().app, account(key), asked)
        const named = read.findings.flatMap(({ child }) => child?.subject ?? [])
        expect([key, keysOf(world(), named), read.tally.all]).toEqual([key, expected, peopleKeys.length])
        none(leaks(world(), key, { answer: 'shown', text: JSON.stringify(read.findings.map(({ child }) => child)) }))
        const { text } = await los(world(), [
          'reconcile',
          'health-list',
          '--as',
          account(key).userName,
          '--format',
          'json',
        ])
        none(leaks(world(), key, { answer: 'shown', text }))
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })
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
