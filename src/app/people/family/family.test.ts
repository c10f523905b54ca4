import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../../test/support/app.ts'
import { HouseholdMembership } from '../../../areas/people/households.ts'
import { ImportantPerson } from '../../../areas/people/network.ts'
import { PersonName } from '../../../areas/people/person.ts'
import { FamilyTimeArrangement, ParentalResponsibility, Relationship } from '../../../areas/people/relationships.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Account } from '../../../store/accounts.ts'
import { findAudit } from '../../../store/audit.ts'
import { loadDemonstrationPeople } from '../../demonstration-people.ts'
import { Refused } from '../../refused.ts'
import { readFamily } from './family.ts'
import type { FamilyRead } from './family-read.ts'

const day = plainDate
const since = { startedOn: day('2023-01-09') }

eachDatabase((database) => {
  const store = database.share()
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    const app = appOn(store())
    made ??= loadDemonstrationPeople(store().db, 'none')
    const family = await made
    const read = (account: Account, subject: SubjectId, asAt = '2023-10-04', knownOn = '2023-10-04') =>
      readFamily(app, account, subject, { asAt: day(asAt), knownOn: day(knownOn) })
    return { app, ...family, read }
  }
  const relationsIn = ({ relatives }: FamilyRead) =>
    Object.fromEntries(
      relatives.map(({ who, relations }) => [
        who.kind === 'known' ? who.name : `Restricted: ${who.ring}`,
        relations.map(({ words }) => words).join('; '),
      ]),
    )
  const named = (family: FamilyRead, name: string) => {
    const found = family.relatives.find(({ who }) => who.kind === 'known' && who.name === name)
    if (found?.who.kind !== 'known') throw new Error(`${name} is not there`)
    return { ...found, who: found.who }
  }

  describe('who is connected to a child', () => {
    it('is said from the child’s side, three steps out', async () => {
      const { read, tom, maya } = await setUp()
      expect(relationsIn(await read(tom.account, maya))).toEqual({
        'Dean Marlow': 'Father',
        'Carys Ellwood': 'Mother',
        'Theo Ellwood': 'Brother',
        'Theodore Marlow': 'Brother (same father)',
        'Unborn child': 'Half-brother or half-sister',
        'Restricted: South team, 01632 960020': 'Half-brother or half-sister',
        'Luke Tarrant': 'Mother’s partner',
        'Brian Ellwood': 'Mother’s father',
        'Sheila Ellwood': 'Mother’s mother',
      })
    })

    it('is said from a parent’s side on theirs, and from the other child’s on theirs', async () => {
      const { read, marian, nasreen, carys, isla } = await setUp()
      expect(relationsIn(await read(marian.account, carys))).toMatchObject({
        'Maya Ellwood': 'Daughter',
        'Dean Marlow': 'Former partner',
        'Sheila Ellwood': 'Mother',
        'Restricted: South team, 01632 960020': 'Child',
      })
      expect(relationsIn(await read(nasreen.account, isla))).toMatchObject({
        'Maya Ellwood': 'Half-sister',
        'Luke Tarrant': 'Father',
        'Dean Marlow': 'Maya’s father; Mother’s former partner',
      })
    })

    it('has ages, who died and when, and the child expected', async () => {
      const { read, tom, maya } = await setUp()
      const family = await read(tom.account, maya)
      expect(named(family, 'Theo Ellwood').who).toMatchObject({ age: 12, sex: 'M', unborn: false })
      expect(named(family, 'Brian Ellwood').who).toMatchObject({ age: 57, diedOn: day('2019-05-30') })
      expect(named(family, 'Unborn child').who).toMatchObject({
        age: null,
        unborn: true,
        expectedOn: day('2024-02-20'),
      })
    })

    it('has who has parental responsibility, who has not and of whom it is not known, and how', async () => {
      const { read, tom, maya } = await setUp()
      const family = await read(tom.account, maya)
      const held = (name: string) =>
        named(family, name).responsibility.map(({ holds, acquiredBy }) => [holds, acquiredBy])
      expect(held('Carys Ellwood')).toEqual([['yes', 'Mother, by birth']])
      expect(held('Luke Tarrant')).toEqual([['no', null]])
      expect(held('Sheila Ellwood')).toEqual([['not known', null]])
      expect(held('Theo Ellwood')).toEqual([])
    })

    it('has time together, when it last was noted, and by how much it is late', async () => {
      const { read, tom, maya } = await setUp()
      const [time] = named(await read(tom.account, maya), 'Dean Marlow').times
      // Last noted on 3 September, at most 14 days from one time to the next: due by the 17th.
      expect(time).toMatchObject({ form: 'In person', lastNotedOn: day('2023-09-03'), daysLate: 17 })
      const [earlier] = named(await read(tom.account, maya, '2023-09-17'), 'Dean Marlow').times
      expect(earlier?.daysLate).toBe(0)
    })
  })

  describe('on another day', () => {
    it('shows who lived together then, who was not yet born, and who had not died', async () => {
      const { read, tom, maya } = await setUp()
      const family = await read(tom.account, maya, '2016-05-01')
      expect(family.households.map(({ name, members }) => [name, members.map((one) => one.name)])).toEqual([
        ['Harbour Street', ['Carys Ellwood', 'Dean Marlow', 'Theo Ellwood', 'Maya Ellwood']],
      ])
      expect(relationsIn(family)).not.toHaveProperty('Luke Tarrant')
      expect(named(family, 'Brian Ellwood').who).toMatchObject({ age: 54, diedOn: null })
      expect(family.links.couples).toMatchObject([{ state: 'together' }, { state: 'together' }])
    })

    it('shows main and second homes, and where the child lived before', async () => {
      const { read, tom, maya } = await setUp()
      const { households, history } = await read(tom.account, maya)
      const own = households.find(({ name }) => name === 'Dean’s')?.members.find(({ name }) => name === 'Maya Ellwood')
      expect(own).toMatchObject({ mainHome: 'no', when: 'Every second weekend' })
      expect(history.map(({ name, until }) => [name, until === null])).toEqual([
        ['Carys’s', true],
        ['Dean’s', true],
        ['Harbour Street', false],
      ])
    })

    it('shows only what was known by then', async () => {
      const { read, tom, maya } = await setUp()
      expect(relationsIn(await read(tom.account, maya, '2023-10-04', '2023-09-13'))).not.toHaveProperty('Unborn child')
      expect(relationsIn(await read(tom.account, maya, '2023-10-04', '2023-09-14'))).toHaveProperty('Unborn child')
    })

    it('holds nobody responsible for an adult, nor anybody who has died', async () => {
      const { read, tom, theo, maya, write } = await setUp()
      const grown = await read(tom.account, theo, '2029-02-03')
      expect(grown.relatives.flatMap(({ responsibility }) => responsibility)).toEqual([])
      const before = await read(tom.account, theo, '2029-02-02')
      expect(before.relatives.flatMap(({ responsibility }) => responsibility)).toHaveLength(2)
      const brian = named(await read(tom.account, maya), 'Brian Ellwood').who.subject
      await write(
        ParentalResponsibility,
        { child: [maya], holder: [brian] },
        { holds: 'yes', startedOn: day('2018-01-01') },
      )
      expect(named(await read(tom.account, maya), 'Brian Ellwood').responsibility).toEqual([])
    })
  })

  describe('what may be known', () => {
    it('opens to whom the child’s record opens', async () => {
      const { read, tom, dilys, ivo, isla, maya } = await setUp()
      const kind = (work: Promise<unknown>) =>
        work.then(
          () => 'opened',
          (error: unknown) => (error instanceof Refused ? error.kind : error),
        )
      expect(await kind(read(dilys.account, maya))).toBe('opened')
      expect(await kind(read(tom.account, ivo))).toBe('not allowed')
      expect(await kind(read(tom.account, isla))).toBe('restricted')
      expect(await kind(read(tom.account, 999_999 as SubjectId))).toBe('not found')
    })

    it('leaves a row in the audit of the child, and of whomever else’s record was read, and of nobody else', async () => {
      const { read, tom, maya, theo, carys, isla } = await setUp()
      await read(tom.account, maya)
      const latest = async (subject: SubjectId) => (await findAudit(store().db, subject))[0]
      expect(await latest(maya)).toMatchObject({ action: 'read', decision: 'yes', detail: 'family and network' })
      expect(await latest(theo)).toMatchObject({
        accountName: 'Tom Fairweather',
        decision: 'yes',
        detail: `where they live, for the family of number ${maya}`,
      })
      for (const other of [carys, isla]) {
        const byTom = (await findAudit(store().db, other)).filter(
          ({ accountName }) => accountName === 'Tom Fairweather',
        )
        expect(byTom.filter(({ detail, decision }) => decision === 'yes' && detail.includes('family'))).toEqual([])
      }
    })

    it('tells where somebody lives only of those who live with the child, or whose record may be read', async () => {
      const { read, tom, marian, maya } = await setUp()
      const homes = async (account: Account, name: string) =>
        named(await read(account, maya), name).homes?.map((home) => home.name)
      expect(await homes(tom.account, 'Sheila Ellwood')).toBeUndefined()
      expect(await homes(marian.account, 'Sheila Ellwood')).toEqual(['Sheila’s'])
      expect(await homes(tom.account, 'Carys Ellwood')).toEqual(['Carys’s'])
    })

    it('follows nobody through a carer, a friend or a tie that has ended', async () => {
      const { read, tom, nasreen, theo, ivo, sheila, write } = await setUp()
      const related = (one: SubjectId, other: SubjectId, kind: string, endedOn: string | null = null) =>
        write(
          Relationship,
          { person: [one], relative: [other] },
          { ...since, kind, endedOn: endedOn === null ? null : day(endedOn) },
        )
      await related(ivo, sheila, 'carer')
      expect(Object.keys(relationsIn(await read(nasreen.account, ivo)))).toEqual(['Sheila Ellwood'])
      await related(ivo, theo, 'friend')
      expect(Object.keys(relationsIn(await read(nasreen.account, ivo))).toSorted()).toEqual([
        'Sheila Ellwood',
        'Theo Ellwood',
      ])
      expect(relationsIn(await read(tom.account, theo))['Ivo Santander']).toBe('Friend')
    })

    it('says nothing of somebody restricted that changes with who they are or where they live', async () => {
      const { read, tom, maya, isla, dean, write } = await setUp()
      const before = await read(tom.account, maya)
      const restricted = before.relatives.filter(({ who }) => who.kind === 'restricted')
      expect(restricted).toHaveLength(1)
      expect(JSON.stringify(restricted)).not.toMatch(new RegExp(`Isla|p${isla}\\b|:${isla}\\b|${day('2019-09-09')}`))
      await write(PersonName, { person: [isla] }, { kind: 'usual', given: 'Another', family: 'Name', ...since })
      await write(Relationship, { person: [isla], relative: [dean] }, { kind: 'step-parent', ...since })
      const [home] = before.households
      if (home === undefined) throw new Error('Maya has no home')
      await write(
        HouseholdMembership,
        { person: [isla], household: [Number(home.key.slice(1)) as SubjectId] },
        { mainHome: 'yes', ...since },
      )
      expect(await read(tom.account, maya)).toEqual(before)
    })

    it('does not let the birth of somebody restricted be found by asking for one day after another', async () => {
      const { read, tom, marian, maya, carys } = await setUp()
      for (const [account, subject] of [
        [tom.account, maya],
        [marian.account, carys],
      ] as const) {
        const restrictedOn = async (asAt: string, knownOn = '2023-10-04') => {
          const { relatives } = await read(account, subject, asAt, knownOn)
          return JSON.stringify(relatives.filter(({ who }) => who.kind === 'restricted'))
        }
        const now = await restrictedOn('2023-10-04')
        expect(now).toContain('restricted')
        // Isla was born on 9 September 2019, and all about her was written on 9 January 2023.
        for (const asAt of ['2015-01-01', '2019-09-08', '2019-09-09', '2023-10-03'])
          expect(await restrictedOn(asAt)).toBe(now)
        expect(await restrictedOn('2023-10-04', '2023-01-08')).toBe(now)
      }
    })

    it('says nothing of somebody who is not there, whatever is recorded between them', async () => {
      const { read, tom, anwen, maya, carys, dean, write } = await setUp()
      const before = await read(tom.account, maya)
      const home = Number(before.households[0]?.key.slice(1)) as SubjectId
      // A number that is no person's is not there for anybody, as a sealed adoption is not for most.
      const ghost = anwen.id
      for (const [one, kind] of [
        [maya, 'sibling'],
        [carys, 'birth-child'],
        [dean, 'spouse'],
        [maya, 'birth-parent'],
      ] as const)
        await write(Relationship, { person: [one], relative: [ghost] }, { kind, ...since })
      await write(ParentalResponsibility, { child: [maya], holder: [ghost] }, { holds: 'yes', ...since })
      await write(FamilyTimeArrangement, { child: [maya], withWhom: [ghost] }, { how: 'letters', ...since })
      await write(ImportantPerson, { child: [maya], important: [ghost] }, { name: 'Somebody', ...since })
      await write(HouseholdMembership, { person: [ghost], household: [home] }, { mainHome: 'yes', ...since })
      expect(await read(tom.account, maya)).toEqual(before)
    })
  })

  it('comes to an end where the data go round in circles', async () => {
    const { read, nasreen, ivo, dean, write } = await setUp()
    for (const kind of ['birth-parent', 'birth-child', 'sibling', 'spouse'])
      await write(Relationship, { person: [ivo], relative: [dean] }, { kind, ...since })
    await write(Relationship, { person: [ivo], relative: [ivo] }, { kind: 'sibling', ...since })
    const family = await read(nasreen.account, ivo)
    expect(family.relatives.filter(({ who }) => who.kind === 'known' && who.name === 'Dean Marlow')).toHaveLength(1)
    expect(family.relatives.some(({ who }) => who.kind === 'known' && who.subject === ivo)).toBe(false)
  })
}, productTypes)
