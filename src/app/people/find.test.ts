import { beforeAll, describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { makeSubject } from '../../store/records/write.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { findPeople } from './find.ts'

eachDatabase((database) => {
  const store = database.share()
  let made: Awaited<ReturnType<typeof loadDemonstrationPeople>> | undefined
  const family = () => {
    if (made === undefined) throw new Error('The family is there only while tests run.')
    return made
  }
  beforeAll(async () => {
    made = await loadDemonstrationPeople(store().db, 'none')
    const person = async (given: string, name: string, bornOn: string, identifier: string) => {
      const { write } = family()
      const id = await makeSubject(store().db, { kind: 'person', madeAt: new Date(), madeBy: 'a test' })
      await write(Person, { person: [id] }, { bornOn: plainDate(bornOn) })
      await write(PersonName, { person: [id] }, { kind: 'usual', given, family: name, startedOn: plainDate(bornOn) })
      await write(PersonIdentifier, { person: [id] }, { system: 'NHS', kind: 'nhs-number', identifier })
    }
    await person('Kathryn', 'O’Brien', '2010-06-30', '943 476 5919')
    await person('Shaun', 'Żak-Smith', '2010-01-31', '00123456')
    await person('June', 'Weatherby', '2014-02-01', 'A1234567890B')
    const { write, isla, ivo } = family()
    await write(PersonIdentifier, { person: [isla] }, { system: 'NHS', kind: 'nhs-number', identifier: '999 000 1111' })
    await write(
      PersonName,
      { person: [ivo] },
      {
        kind: 'former',
        given: 'Ivo',
        family: 'Petrov',
        startedOn: plainDate('2015-05-05'),
        endedOn: plainDate('2020-01-01'),
      },
    )
  })
  const found = async (text: string, account: Account = family().tom.account) => {
    const { people, misspelt } = await findPeople(appOn(store()), account, text)
    const labels = people.map((one) => (one.kind === 'person' ? one.name : `ring ${one.ring}`))
    return { labels, misspelt }
  }
  const labels = async (text: string, account?: Account) => (await found(text, account)).labels
  const RING = 'ring South team, 01632 960020'

  describe('finding somebody', () => {
    it.each([
      ['a name', 'Maya Ellwood', 'Maya Ellwood'],
      ['in any order, in any letters', 'ELLWOOD maya', 'Maya Ellwood'],
      ['the beginnings of a name', 'may ellw', 'Maya Ellwood'],
      ['a former name', 'Ivo Petrov', 'Ivo Santander'],
      ['without apostrophe', 'kathryn obrien', 'Kathryn O’Brien'],
      ['with a gap for it', 'Kathryn O Brien', 'Kathryn O’Brien'],
      ['without marks', 'shaun zak smith', 'Shaun Żak-Smith'],
      ['an NHS number without spaces', '9434765919', 'Kathryn O’Brien'],
      ['an NHS number with other spaces', '943-476 5919', 'Kathryn O’Brien'],
      ['a number without its noughts', '123456', 'Shaun Żak-Smith'],
      ['a pupil number in small letters', 'a1234567890b', 'June Weatherby'],
      ['a date of birth', '30/6/2010', 'Kathryn O’Brien'],
      ['another way of writing it', '30 June 10', 'Kathryn O’Brien'],
      ['a name and a date of birth', 'Maya 14/6/2014', 'Maya Ellwood'],
      ['a name and a year of birth', 'Kathryn 2010', 'Kathryn O’Brien'],
      ['a name that is a month, and a year', 'June 2014', 'June Weatherby'],
    ])('by %s: %s', async (_, text, name) => {
      const { labels: all, misspelt } = await found(text)
      expect(all).toContain(name)
      expect(misspelt).toBe(false)
      expect(all.length).toBeLessThanOrEqual(2)
    })

    it('by our own number', async () => {
      expect(await labels(String(family().maya))).toEqual(['Maya Ellwood'])
      expect(await labels(String(family().north))).toEqual([])
    })

    it.each([
      ['Maia Elwood', 'Maya Ellwood'],
      ['Catherine OBrian', 'Kathryn O’Brien'],
      ['Shaun Zakk', 'Shaun Żak-Smith'],
      ['Maya Ellwood 1/1/2001', 'Maya Ellwood'],
    ])('as near as there is, and says so: %s', async (text, name) => {
      const { labels: all, misspelt } = await found(text)
      expect(all[0]).toBe(name)
      expect(misspelt).toBe(true)
    })

    it('says who has died, and at what age', async () => {
      const { people } = await findPeople(appOn(store()), family().tom.account, 'Brian Ellwood')
      expect(people).toMatchObject([{ name: 'Brian Ellwood', diedOn: plainDate('2019-05-30'), age: 57 }])
    })

    it('says who works with them, and by which name they were found', async () => {
      const { people } = await findPeople(appOn(store()), family().tom.account, 'Petrov')
      expect(people).toEqual([
        {
          kind: 'person',
          subject: family().ivo,
          name: 'Ivo Santander',
          foundAs: 'Ivo Petrov',
          bornOn: plainDate('2015-05-05'),
          diedOn: null,
          age: 8,
          workers: ['Nasreen Holt, South team'],
          mayExport: false,
        },
      ])
    })

    it('finds nobody by wild cards, nothing, or a part of a number', async () => {
      for (const text of ['%', '_', '\\', '   ', '', '94347659', '1/13/2010']) expect(await labels(text)).toEqual([])
    })

    it('keeps what was looked for and who was found', async () => {
      await found('Maya Ellwood')
      const rows = await store()
        .db.selectFrom('audit')
        .select(['action', 'subject_id', 'decision', 'detail'])
        .orderBy('id', 'desc')
        .limit(2)
        .execute()
      expect(rows.toReversed()).toEqual([
        { action: 'find', subject_id: null, decision: 'yes', detail: 'Maya Ellwood' },
        { action: 'find', subject_id: family().maya, decision: 'yes', detail: 'Maya Ellwood' },
      ])
    })
  })

  describe('somebody restricted', () => {
    it.each([
      ['Isla Ellwood'],
      ['ellwood ISLA'],
      ['Isla Elwood'],
      ['9990001111'],
      ['999 000 1111'],
      ['Isla Ellwood 9/9/2019'],
      ['Isla Ellwood 10/9/2019'],
      ['Isla Ellwood 1999'],
    ])('is found as whom to ring by “%s”', async (text) => {
      expect((await labels(text)).filter((one) => one === RING)).toEqual([RING])
      expect(await labels(text)).not.toContain('Isla Ellwood')
    })

    it.each([
      ['isla'],
      ['ellwood'],
      ['isla isla'],
      ['is ellwood'],
      ['isl ellwood'],
      ['isla ell'],
      ['9/9/2019'],
      ['2019'],
      ['999000111'],
    ])('is not found by “%s”, so that nothing can be found out bit by bit', async (text) => {
      expect(await labels(text)).not.toContain(RING)
    })

    it('is found by whoever is named, in every way', async () => {
      const { account } = family().nasreen
      for (const text of ['isla', 'isl ellw', '9/9/2019', 'Isla 2019'])
        expect(await labels(text, account)).toContain('Isla Ellwood')
    })

    it('leaves a row with whom they were told to ring', async () => {
      await found('Isla Ellwood', family().dilys.account)
      const row = await store()
        .db.selectFrom('audit')
        .select(['decision', 'account_name'])
        .where('subject_id', '=', family().isla as SubjectId)
        .orderBy('id', 'desc')
        .executeTakeFirst()
      expect(row).toEqual({ decision: 'restricted', account_name: 'Dilys Okafor' })
    })
  })
}, productTypes)
