import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { AdoptionSeal } from '../../areas/adoption/seal.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { CaseNote } from '../../areas/people/notes.ts'
import { Person, PersonName } from '../../areas/people/person.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { parseInstant } from '../../core/dates/instant.ts'
import { addDays, type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import { findAudit } from '../../store/audit.ts'
import { findRecord } from '../../store/records/find.ts'
import { makeSubject } from '../../store/records/write.ts'
import { breakGlass } from '../access/break-glass.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { Refused } from '../refused.ts'
import { choicesFor } from './choices.ts'
import { comparePeople, previewParting } from './compare.ts'
import { getDraft, keepDraft } from './drafts.ts'
import { findPeople } from './find.ts'
import { whoLooked } from './looked.ts'
import { mergePeople, unmergePeople } from './merge.ts'
import { type PersonRead, readPerson } from './read.ts'
import { readVersions } from './versions.ts'
import { correct, writeNew } from './write.ts'

const since = plainDate('2023-01-09')
const NOBODY = 999_999 as SubjectId
const headingsOf = ({ records }: PersonRead): readonly string[] =>
  records.flatMap(({ content }) => (typeof content.fields['heading'] === 'string' ? content.fields['heading'] : []))
const WHY = 'The same NHS number and date of birth'

eachDatabase((database) => {
  const store = database.share()
  let loaded: ReturnType<typeof loadDemonstrationPeople> | undefined
  // Merges are known on days that only go forward: each test has the next one.
  let today = plainDate('2023-10-04')

  const setUp = async () => {
    loaded ??= loadDemonstrationPeople(store().db, 'none')
    const people = await loaded
    today = addDays(today, 1)
    const on = (day: PlainDate) => {
      const app = appOn(store())
      return { ...app, clock: { ...app.clock, today: day } }
    }
    /** A child with a name, a birthday, and a social worker in Dilys's team. */
    const child = async (given: string, team: SubjectId = people.north, worker: SubjectId = people.tom.id) => {
      const made = { kind: 'person', madeAt: new Date('2023-01-09T10:00:00Z'), madeBy: 'test' } as const
      const id = await makeSubject(store().db, made)
      await people.write(Person, { person: [id] }, { bornOn: plainDate('2012-04-05') })
      await people.write(PersonName, { person: [id] }, { kind: 'usual', given, startedOn: since })
      await people.write(
        Allocation,
        { person: [id], team: [team], worker: [worker] },
        { role: 'social-worker', startedOn: since },
      )
      return id
    }
    const note = async (about: SubjectId, heading: string): Promise<RecordId> =>
      (await people.write(CaseNote, { people: [about] }, noteFields(heading, people.tom.id))).record
    const app = on(today)
    const read = async (account: Account, subject: SubjectId, knownOn = today) =>
      readPerson(app, account, subject, { asAt: today, knownOn }, 'test')
    const headings = async (account: Account, subject: SubjectId, knownOn = today) =>
      headingsOf(await read(account, subject, knownOn))
    return { ...people, app, on, child, note, read, headings, dilys: people.dilys.account, tom: people.tom.account }
  }
  const noteFields = (heading: string, worker: SubjectId) => ({
    happenedAt: { at: parseInstant('2023-10-03T14:00Z'), precision: 'minute' } as const,
    kind: 'visit',
    heading,
    whatHappened: 'We talked.',
    worker,
  })
  const refusal = async (work: Promise<unknown>): Promise<Refused> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error instanceof Refused) return error
    throw new Error(`It was not refused, but: ${String(error)}`)
  }

  describe('one person recorded twice', () => {
    it('has one page with what stands on both, from the day on which it is known', async () => {
      const { app, theo, theodore, dilys, read, headings } = await setUp()
      await mergePeople(app, dilys, { kept: theo, merged: theodore }, WHY)
      for (const number of [theo, theodore]) {
        const { head, records, putRight } = await read(dilys, number)
        expect(head).toMatchObject({ subject: theo, name: 'Theo Ellwood', age: 12 })
        expect(records.map(({ content }) => content.fields['heading'])).toContain('His father asks when he can see him')
        expect(putRight.merges).toMatchObject([{ kept: theo, merged: theodore, by: 'Dilys Okafor', reason: WHY }])
      }
      expect(await headings(dilys, theo, addDays(today, -1))).not.toContain('His father asks when he can see him')
      const alone = await headings(dilys, theodore, addDays(today, -1))
      expect(alone).toEqual(['His father asks when he can see him'])
    })

    it('is found once, by either name and by the number both have', async () => {
      const { app, tom, theo } = await setUp()
      for (const words of ['Theodore Marlow', 'Theo Ellwood', '9990000018', 'Theodor Marlo']) {
        const { people } = await findPeople(app, tom, words)
        expect(people.filter((one) => one.kind === 'person')).toMatchObject([{ subject: theo, name: 'Theo Ellwood' }])
      }
    })

    it('is named on the pages of others, and offered in their forms, as who they are', async () => {
      const { app, tom, read, child, write, dilys } = await setUp()
      const [kept, merged, sister] = [await child('Kit'), await child('Kitty'), await child('Sal')]
      await write(Relationship, { person: [sister], relative: [merged] }, { kind: 'sibling', startedOn: since })
      await mergePeople(app, dilys, { kept, merged }, WHY)
      const { records } = await read(tom, sister)
      const related = records.find(({ type }) => type.key === Relationship.key)
      expect(related?.content.subjects['relative']).toEqual([kept])
      expect(related?.names.get(kept)).toEqual({ label: 'Kit', opens: true })
      const { subjects } = await choicesFor(app, tom, { kind: 'person', subject: sister }, CaseNote)
      expect(subjects.person.map(({ value }) => value)).toEqual([String(sister), String(kept)])
    })

    it('belongs to those who worked with either, and what restricts either restricts the person', async () => {
      const { app, dilys, nasreen, south, child, write, read, tom } = await setUp()
      const [kept, merged] = [await child('Joe'), await child('Jo')]
      await write(
        Allocation,
        { person: [merged], team: [south], worker: [nasreen.id] },
        { role: 'social-worker', startedOn: since },
      )
      await mergePeople(app, dilys, { kept, merged }, WHY)
      expect((await read(nasreen.account, kept)).head.name).toBe('Joe')
      await write(
        Restriction,
        { person: [merged], workers: [nasreen.id], teamToRing: [south] },
        { startedOn: since, reason: 'Not to be found', decidedBy: nasreen.id },
      )
      for (const number of [kept, merged]) {
        expect((await refusal(read(tom, number))).kind).toBe('restricted')
        expect((await read(nasreen.account, number)).head.subject).toBe(kept)
      }
    })

    it('is opened by the glass that was broken for the other number', async () => {
      const { app, dilys, child, read, iain, nasreen, south } = await setUp()
      const [kept, merged] = [await child('Ada', south, nasreen.id), await child('Ida')]
      const asked = refusal(mergePeople(app, dilys, { kept, merged }, WHY))
      expect((await asked).kind).toBe('not allowed')
      const other = await child('Eda')
      await breakGlass(app, nasreen.account, merged, 'The police are asking now')
      await mergePeople(app, dilys, { kept: other, merged }, WHY)
      expect((await read(nasreen.account, other)).head.name).toBe('Eda')
      await breakGlass(app, iain.account, merged, 'The hospital is asking now')
      expect((await findAudit(store().db, other)).find(({ action }) => action === 'break glass')?.accountName).toBe(
        'Iain Crewe',
      )
    })
  })

  describe('writing about somebody recorded twice', () => {
    it('goes to the kept number; a correction stays with the number it was written under', async () => {
      const { app, on, dilys, tom, child, note } = await setUp()
      const [kept, merged] = [await child('Ben'), await child('Benny')]
      const old = await note(merged, 'Written before')
      await mergePeople(app, dilys, { kept, merged }, WHY)
      const content = { subjects: { people: [kept, merged] }, links: {}, fields: {} }
      const filled = { ...content, fields: noteFields('Written after', tom.worker ?? NOBODY) }
      const written = await writeNew(app, tom, CaseNote, filled)
      if (!('record' in written)) throw new Error('it was not written')
      expect((await findRecord(store().db, CaseNote, written.record))[0]?.content.subjects).toEqual({ people: [kept] })

      const { versions } = await readVersions(app, tom, old)
      expect(versions[0]).toMatchObject({ content: { subjects: { people: [kept] } }, writtenUnder: [merged] })
      const [first] = versions
      if (first === undefined) throw new Error('it has no version')
      await correct(app, tom, {
        record: old,
        basedOn: first.sequence,
        reason: 'Misspelt',
        content: { ...first.content, fields: { ...first.content.fields, heading: 'Corrected after' } },
      })
      const tomorrow = addDays(today, 1)
      today = tomorrow
      await unmergePeople(on(tomorrow), dilys, { kept, merged }, 'They are two sisters after all')
      const moment = { asAt: tomorrow, knownOn: tomorrow }
      const then = async (subject: SubjectId) =>
        headingsOf(await readPerson(on(tomorrow), tom, subject, moment, 'test'))
      expect(await then(kept)).toEqual(['Written after'])
      expect(await then(merged)).toEqual(['Corrected after'])
    })

    it('takes up a draft that was begun under the other number', async () => {
      const { app, dilys, tom, child } = await setUp()
      const [kept, merged] = [await child('Cal'), await child('Callum')]
      const typed = { people: [String(merged)], heading: ['As begun'], worker: [String(tom.worker)] }
      const id = await keepDraft(app, tom, { type: CaseNote, subject: merged, typed })
      await mergePeople(app, dilys, { kept, merged }, WHY)
      expect(await getDraft(app, tom, id, { type: CaseNote, subject: kept })).toMatchObject({
        subject: kept,
        typed: { people: [String(kept)], heading: ['As begun'], worker: [String(tom.worker)] },
      })
    })
  })

  describe('who looked', () => {
    it('is known for both numbers, once, while they are one and after', async () => {
      const { app, on, dilys, tom, child, read } = await setUp()
      const [kept, merged] = [await child('Dot'), await child('Dottie')]
      await read(tom, merged)
      await mergePeople(app, dilys, { kept, merged }, WHY)
      await read(tom, kept)
      const looks = async (subject: SubjectId, app = on(today)) =>
        (await whoLooked(app, dilys, subject)).entries.filter(
          ({ accountName, action }) => accountName === 'Tom Fairweather' && action === 'read',
        ).length
      expect([await looks(kept), await looks(merged)]).toEqual([2, 2])
      today = addDays(today, 1)
      await unmergePeople(on(today), dilys, { kept, merged }, 'They are two sisters after all')
      expect([await looks(kept), await looks(merged)]).toEqual([1, 2])
    })
  })

  describe('who may say that two are one', () => {
    it('takes the role, for both of them, and a reason', async () => {
      const { app, dilys, tom, marian, iain, child, ivo } = await setUp()
      const [kept, merged] = [await child('Eve'), await child('Evie')]
      for (const account of [tom, marian.account, iain.account])
        expect((await refusal(mergePeople(app, account, { kept, merged }, WHY))).kind).toBe('not allowed')
      expect((await refusal(mergePeople(app, dilys, { kept, merged: ivo }, WHY))).kind).toBe('not allowed')
      expect((await refusal(comparePeople(app, tom, kept, merged))).kind).toBe('not allowed')
      expect((await refusal(mergePeople(app, dilys, { kept, merged }, ' same '))).kind).toBe('bad input')
      expect((await comparePeople(app, dilys, kept, merged)).before).toEqual([])
      await mergePeople(app, dilys, { kept, merged }, WHY)
      expect((await refusal(mergePeople(app, dilys, { kept: merged, merged: kept }, WHY))).kind).toBe('in the way')
      expect((await refusal(unmergePeople(app, tom, { kept, merged }, WHY))).kind).toBe('not allowed')
    })

    it('tells what parting will do, and what was parted before', async () => {
      const { app, dilys, child, note } = await setUp()
      const [kept, merged] = [await child('Fay'), await child('Faye')]
      await note(merged, 'Hers alone')
      await mergePeople(app, dilys, { kept, merged }, WHY)
      expect((await previewParting(app, dilys, { kept, merged })).sides).toEqual([
        { numbers: [kept], name: 'Fay', count: 3 },
        { numbers: [merged], name: 'Faye', count: 4 },
      ])
      await unmergePeople(app, dilys, { kept, merged }, 'They are two sisters after all')
      expect((await refusal(unmergePeople(app, dilys, { kept, merged }, WHY))).kind).toBe('not found')
      expect((await comparePeople(app, dilys, kept, merged)).before).toMatchObject([
        { reason: WHY, ended: { by: 'Dilys Okafor', reason: 'They are two sisters after all' } },
      ])
    })

    it('shows days on which two were taken for one only to who may read about both', async () => {
      const { app, on, dilys, tom, child, south, nasreen, write } = await setUp()
      const [kept, merged] = [await child('Gil'), await child('Gill')]
      await mergePeople(app, dilys, { kept, merged }, WHY)
      const taken = today
      today = addDays(today, 1)
      await unmergePeople(on(today), dilys, { kept, merged }, 'They are two brothers after all')
      const then = () => readPerson(on(today), tom, kept, { asAt: today, knownOn: taken }, 'test')
      expect((await then()).records.length).toBeGreaterThan(4)
      await write(
        Restriction,
        { person: [merged], workers: [nasreen.id], teamToRing: [south] },
        { startedOn: since, reason: 'Not to be found', decidedBy: nasreen.id },
      )
      expect((await refusal(then())).kind).toBe('restricted')
    })
  })

  describe('an adoption', () => {
    const adoptionWorker = async (worker: SubjectId): Promise<Account> => {
      const userName = 'hester'
      await addAccount(store().db, {
        userName,
        name: 'Hester Quill',
        worker,
        roles: ['adoption-worker'],
        passwordHash: 'none',
        madeAt: new Date(),
      })
      const account = await findAccount(store().db, userName)
      if (account === undefined) throw new Error('there is no such account')
      return account
    }

    it('is sealed: nobody else finds who it was, and neither identity is ever joined, nor told why', async () => {
      const { app, dilys, ottoline, tom, child, read } = await setUp()
      const [former, adoptive, other] = [await child('Harper'), await child('Harriet'), await child('Hattie')]
      const hester = await adoptionWorker(tom.worker ?? NOBODY)
      const written = await writeNew(app, hester, AdoptionSeal, {
        subjects: { person: [former], adoptive: [adoptive] },
        links: {},
        fields: { startedOn: since, reason: 'Adoption order', decidedBy: tom.worker },
      })
      if (!('record' in written)) throw new Error(JSON.stringify(written.faults))

      const [one, two] = [await child('Holly'), await child('Hollie')]
      await mergePeople(app, dilys, { kept: one, merged: two }, WHY)
      const joined = await writeNew(app, hester, AdoptionSeal, {
        subjects: { person: [one], adoptive: [two] },
        links: {},
        fields: { startedOn: since, reason: 'Adoption order', decidedBy: tom.worker },
      })
      expect(joined).toMatchObject({ faults: [{ field: 'adoptive' }] })

      const nobody = await refusal(mergePeople(app, dilys, { kept: other, merged: NOBODY }, WHY))
      expect(nobody.message).toBe('There is nobody of that number.')
      for (const account of [dilys, ottoline.account])
        for (const [kept, merged] of [
          [former, other],
          [other, former],
          [adoptive, other],
          [other, adoptive],
          [adoptive, former],
        ] as const) {
          expect(await refusal(mergePeople(app, account, { kept, merged }, WHY))).toEqual(nobody)
          expect(await refusal(comparePeople(app, account, kept, merged))).toEqual(nobody)
        }
      for (const account of [dilys, tom, ottoline.account])
        expect(await refusal(read(account, former))).toEqual(await refusal(read(account, NOBODY)))
      expect((await findPeople(app, dilys, 'Harper')).people).toEqual([])
      expect((await findPeople(app, hester, 'Harper')).people).toHaveLength(1)

      const open = await read(tom, adoptive)
      expect(open.head.name).toBe('Harriet')
      expect(JSON.stringify([open.records, open.putRight])).not.toMatch(/Harper|seal/i)
      expect((await refusal(readVersions(app, tom, written.record))).kind).toBe('not found')
      expect((await readVersions(app, hester, written.record)).type.key).toBe(AdoptionSeal.key)
    })
  })
}, productTypes)
