import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Agency } from '../../areas/organisation/places.ts'
import { Household, HouseholdAddress, HouseholdMembership } from '../../areas/people/households.ts'
import { PersonName } from '../../areas/people/person.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import type { Account } from '../../store/accounts.ts'
import { breakGlass } from '../access/break-glass.ts'
import type { App } from '../app.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { Refused } from '../refused.ts'
import { readAllocations } from './allocations.ts'
import { choicesFor } from './choices.ts'
import { findPeopleToChoose } from './find-choices.ts'
import { writeNewThing } from './new-thing.ts'
import { readPerson } from './read.ts'
import { readThing } from './read-thing.ts'
import { findThings } from './things.ts'
import { endRecord, writeNew } from './write.ts'

const day = plainDate

eachDatabase((database) => {
  const store = database.share()
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    made ??= loadDemonstrationPeople(store().db, 'none')
    return { app: appOn(store()), ...(await made) }
  }
  const refusal = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'was not refused',
      (reason: unknown) => (reason instanceof Refused ? reason.kind : reason),
    )
  const read = async (app: App, account: Account, subject: SubjectId) => {
    const moment = { asAt: app.clock.today, knownOn: app.clock.today }
    return readPerson(app, account, subject, moment, 'test')
  }
  const recordOf = (written: object): RecordId => {
    if ('record' in written && typeof written.record === 'number') return written.record as RecordId
    throw new Error(`Not written: ${JSON.stringify(written)}`)
  }
  const subjectOf = (written: object): SubjectId => {
    if ('subject' in written && typeof written.subject === 'number') return written.subject as SubjectId
    throw new Error(`Not made: ${JSON.stringify(written)}`)
  }
  const subjects = async () => (await store().db.selectFrom('subject').select('id').execute()).length

  describe('a form about somebody', () => {
    it('offers the family known so far by what they are to the child, and nobody restricted', async () => {
      const { app, tom, maya } = await setUp()
      const { subjects } = await choicesFor(app, tom.account, { kind: 'person', subject: maya }, Relationship)
      const labels = subjects.person.map(({ label }) => label)
      expect(labels[0]).toBe('Maya Ellwood')
      expect(labels).toEqual(
        expect.arrayContaining([
          'Carys Ellwood, mother',
          'Dean Marlow, father',
          'Theo Ellwood, brother',
          'Sheila Ellwood, mother’s mother',
        ]),
      )
      expect(labels.join()).not.toMatch(/Isla|Restricted/)
    })

    it('finds anybody to be named, but only one’s own for whose record it would be', async () => {
      const { app, tom } = await setUp()
      const find = async (query: string, named: boolean) =>
        (await findPeopleToChoose(app, tom.account, query, { type: Relationship, named })).people.map(({ may }) => may)
      expect(await find('Santander', true)).toEqual(['choose'])
      expect(await find('Santander', false)).toEqual(['not choose'])
      expect(await find('Isla Ellwood', true)).toEqual(['ring'])
    })

    it('writes who is related to whom though the relative is another team’s, and never for somebody restricted', async () => {
      const { app, tom, maya, ivo, isla } = await setUp()
      const related = (relative: SubjectId) =>
        writeNew(
          app,
          tom.account,
          Relationship,
          contentOf(
            Relationship,
            { person: [maya], relative: [relative] },
            { kind: 'cousin', startedOn: day('2015-05-05') },
          ),
        )
      recordOf(await related(ivo))
      const message = expect.stringContaining('restricted: ring South team, 01632 960020.')
      expect(await related(isla)).toEqual({ faults: [{ field: 'relative', message }] })
      expect(await related(maya)).toMatchObject({ faults: [{ field: 'relative' }] })
    })

    it('writes nothing twice, however often the button is pressed', async () => {
      const { app, tom, theo } = await setUp()
      const alias = contentOf(
        PersonName,
        { person: [theo] },
        { kind: 'alias', given: 'Ted', startedOn: day('2020-01-01') },
      )
      const record = recordOf(await writeNew(app, tom.account, PersonName, alias))
      expect(await writeNew(app, tom.account, PersonName, alias)).toMatchObject({
        faults: [{ field: 'person' }],
        same: record,
      })
      const later = { ...alias, fields: { ...alias.fields, startedOn: day('2021-01-01') } }
      recordOf(await writeNew(app, tom.account, PersonName, later))
    })
  })

  describe('what holds for a time', () => {
    const since = day('2023-01-09')
    it('is ended by its day, with both versions kept', async () => {
      const { app, dilys, theo, north } = await setUp()
      const family = contentOf(
        Allocation,
        { person: [theo], team: [north] },
        { role: 'family-worker', startedOn: since },
      )
      const written = await writeNew(app, dilys.account, Allocation, family)
      const record = recordOf(written)
      const basedOn = 'version' in written ? written.version : 0
      const end = (fields: Content['fields']) => endRecord(app, dilys.account, { record, basedOn, fields })
      expect(await end({ endedOn: null })).toMatchObject({ faults: [{ field: 'endedOn' }] })
      expect(await end({ endedOn: day('2023-01-01') })).toMatchObject({ faults: [{ field: 'endedOn' }] })
      recordOf(await end({ endedOn: day('2023-09-30'), whyEnded: 'Done' }))
      const { allocations } = await readAllocations(app, dilys.account, theo)
      expect(allocations.find((one) => one.record === record)).toMatchObject({
        state: 'before',
        endedOn: day('2023-09-30'),
        whyEnded: 'Done',
        role: 'Family worker',
      })
    })

    it('is followed by another in one: what was before ends on the day on which the new one begins', async () => {
      const { app, tom, dilys, theo, north } = await setUp()
      const first = contentOf(
        Allocation,
        { person: [theo], team: [north], worker: [tom.id] },
        { role: 'co-worker', startedOn: since },
      )
      const before = recordOf(await writeNew(app, dilys.account, Allocation, first))
      const next = (startedOn: ReturnType<typeof day>) =>
        writeNew(
          app,
          dilys.account,
          Allocation,
          contentOf(
            Allocation,
            { person: [theo], team: [north], worker: [dilys.id] },
            { role: 'co-worker', startedOn, why: 'LEFTRL', handover: 'Told Theo' },
          ),
          { instead: before },
        )
      expect(await next(day('2022-01-01'))).toMatchObject({ faults: [{ field: 'startedOn' }] })
      const after = recordOf(await next(day('2023-10-01')))
      const { allocations } = await readAllocations(app, dilys.account, theo)
      expect(allocations.find(({ record }) => record === before)).toMatchObject({
        endedOn: day('2023-10-01'),
        state: 'before',
      })
      expect(allocations.find(({ record }) => record === after)).toMatchObject({
        worker: 'Dilys Okafor',
        handover: 'Told Theo',
      })
    })

    it('ends by itself where it is cover, and lets the worker in only until then', async () => {
      const { app, tom, dilys, nasreen, maya, south } = await setUp()
      const cover = (endedOn: number | null) =>
        writeNew(
          app,
          dilys.account,
          Allocation,
          contentOf(
            Allocation,
            { person: [maya], team: [south], worker: [nasreen.id] },
            { role: 'social-worker', startedOn: app.clock.today, coverFor: tom.id, endedOn: endedOn as never },
          ),
        )
      expect(await cover(null)).toMatchObject({ faults: [{ field: 'endedOn' }] })
      expect(await refusal(read(app, nasreen.account, maya))).toBe('not allowed')
      recordOf(await cover(addDays(app.clock.today, 14)))
      expect((await read(app, nasreen.account, maya)).head.name).toBe('Maya Ellwood')
      const after = { ...app, clock: { ...app.clock, today: addDays(app.clock.today, 14) } }
      expect(await refusal(read(after, nasreen.account, maya))).toBe('not allowed')
    })

    it('restricts a record only by somebody who may; a manager who left their own name out can still end it', async () => {
      const { app, tom, dilys, nasreen, theo, north } = await setUp()
      const restricted = (workers: readonly SubjectId[], fields: Content['fields'] = {}) =>
        contentOf(
          Restriction,
          { person: [theo], workers, teamToRing: [north] },
          { startedOn: since, reason: 'x', decidedBy: dilys.id, ...fields },
        )
      expect(await refusal(writeNew(app, tom.account, Restriction, restricted([dilys.id])))).toBe('not allowed')
      const written = await writeNew(app, dilys.account, Restriction, restricted([nasreen.id]))
      expect(await refusal(read(app, tom.account, theo))).toBe('restricted')
      const basedOn = 'version' in written ? written.version : 0
      const ending = { record: recordOf(written), basedOn, fields: { endedOn: app.clock.today } }
      expect(await refusal(endRecord(app, dilys.account, ending))).toBe('restricted')
      await breakGlass(app, dilys.account, theo, 'To end a restriction that shut me out')
      recordOf(await endRecord(app, dilys.account, ending))
      expect((await read(app, tom.account, theo)).head.name).toBe('Theo Ellwood')
    })
  })

  describe('households, places and agencies', () => {
    it('are made by whoever records, found by name, and never twice half', async () => {
      const { app, tom, iain } = await setUp()
      const police = contentOf(Agency, {}, { name: 'Marlshire Police', kind: 'police' })
      const agency = subjectOf(await writeNewThing(app, tom.account, Agency, police))
      expect(await refusal(writeNewThing(app, iain.account, Agency, police))).toBe('not allowed')
      const before = await subjects()
      expect(await writeNewThing(app, tom.account, Agency, contentOf(Agency, {}, { kind: 'police' }))).toMatchObject({
        faults: [{ field: 'name' }],
      })
      expect(await subjects()).toBe(before)
      expect(await findThings(app, tom.account, 'agency', 'marlshire')).toEqual([
        { subject: agency, label: 'Marlshire Police' },
      ])
      expect((await readThing(app, iain.account, agency)).records).toHaveLength(1)
    })

    it('of people that one works with take an address; of others they do not, and those of restricted people alone are not found', async () => {
      const { app, tom, nasreen, maya, isla } = await setUp()
      const household = async (name: string, account: Account, person: SubjectId) => {
        const made = subjectOf(await writeNewThing(app, account, Household, contentOf(Household, {}, { name })))
        const stay = contentOf(
          HouseholdMembership,
          { person: [person], household: [made] },
          { mainHome: 'yes', startedOn: day('2023-09-01') },
        )
        recordOf(await writeNew(app, account, HouseholdMembership, stay))
        return made
      }
      const hers = await household('Lighthouse Row', tom.account, maya)
      const secret = await household('Hidden Row', nasreen.account, isla)
      const lives = (of: SubjectId) =>
        contentOf(
          HouseholdAddress,
          { household: [of] },
          { address: { lines: ['1 The Row'], postcode: null, uprn: null }, kind: 'home', startedOn: day('2023-09-01') },
        )
      recordOf(await writeNew(app, tom.account, HouseholdAddress, lives(hers)))
      expect(await refusal(writeNew(app, tom.account, HouseholdAddress, lives(secret)))).toBe('restricted')
      expect((await findThings(app, tom.account, 'household', 'row')).map(({ subject }) => subject)).toEqual([hers])
      expect((await findThings(app, tom.account, 'household', 'maya')).map(({ label }) => label)).toContain(
        'Lighthouse Row: Maya Ellwood',
      )
      expect(await refusal(readThing(app, tom.account, secret))).toBe('restricted')
      expect((await readThing(app, tom.account, hers)).stays.map(({ named }) => named.label)).toEqual(['Maya Ellwood'])
    })
  })
}, productTypes)
