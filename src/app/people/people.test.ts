import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { CaseNote } from '../../areas/people/notes.ts'
import { parseInstant } from '../../core/dates/instant.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import type { Account } from '../../store/accounts.ts'
import { findAudit } from '../../store/audit.ts'
import { addGlassBroken } from '../../store/broken-glass.ts'
import { EditConflict } from '../../store/records/edit-conflict.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { Refused } from '../refused.ts'
import { readPerson } from './read.ts'
import { readVersions } from './versions.ts'
import { correct, writeNew } from './write.ts'

const note = (people: readonly SubjectId[], worker: SubjectId, heading: string): Content => ({
  subjects: { people },
  links: {},
  fields: {
    happenedAt: { at: parseInstant('2023-10-03T14:00Z'), precision: 'minute' },
    kind: 'visit',
    heading,
    whatHappened: 'We talked about school.',
    whatItMeans: null,
    significant: null,
    worker,
  },
})

eachDatabase((database) => {
  const store = database.share()
  const setUp = async () => {
    const app = appOn(store())
    const family = await ellwoodsOnce()
    const moment = { asAt: app.clock.today, knownOn: app.clock.today }
    const read = (account: Account, subject: SubjectId) => readPerson(app, account, subject, moment, 'test')
    const audited = async (subject: SubjectId) =>
      (await findAudit(store().db, subject)).map(({ accountName, action, decision, byRole }) => ({
        accountName,
        action,
        decision,
        byRole,
      }))
    return { app, ...family, read, audited }
  }
  // One family for all tests of a database: making it takes longer than reading it.
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const ellwoodsOnce = () => {
    made ??= loadDemonstrationPeople(store().db, 'none')
    return made
  }
  const refusal = async (work: Promise<unknown>): Promise<Refused> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error instanceof Refused) return error
    throw new Error(`It was not refused, but: ${String(error)}`)
  }

  describe('reading about a person', () => {
    it('opens a child to their worker, and keeps who read it', async () => {
      const { read, maya, tom, audited } = await setUp()
      const { head, records } = await read(tom.account, maya)
      expect(head).toMatchObject({ name: 'Maya Ellwood', age: 9, bornOn: plainDate('2014-06-14') })
      expect(records.map(({ type }) => type.key)).toContain('allocation')
      expect((await audited(maya))[0]).toEqual({
        accountName: 'Tom Fairweather',
        action: 'read',
        decision: 'yes',
        byRole: 'social-worker',
      })
    })

    it('does not open another team’s child, and keeps that it was tried', async () => {
      const { read, ivo, tom, audited } = await setUp()
      expect((await refusal(read(tom.account, ivo))).kind).toBe('not allowed')
      expect((await audited(ivo))[0]).toMatchObject({ accountName: 'Tom Fairweather', decision: 'no' })
    })

    it('tells even the child’s own worker and the director only whom to ring about a restricted child', async () => {
      const { read, isla, tom, marian, nasreen } = await setUp()
      for (const account of [tom.account, marian.account]) {
        const refused = await refusal(read(account, isla))
        expect(refused.kind).toBe('restricted')
        expect(refused.message).toBe('Restricted: ring South team, 01632 960020.')
      }
      expect((await read(nasreen.account, isla)).head.name).toBe('Isla Ellwood')
    })

    it('answers alike for a number that is nobody’s, a worker’s number and a made-up one', async () => {
      const { read, tom } = await setUp()
      for (const number of [999_999, tom.id, -1, 0])
        expect((await refusal(read(tom.account, number as SubjectId))).message).toBe('There is nobody of that number.')
    })

    it('opens a restricted child to whoever broke the glass, until the time runs out', async () => {
      const { app, read, isla, iain, audited } = await setUp()
      const at = app.clock.now()
      await addGlassBroken(store().db, {
        account: iain.account.id,
        subject: isla,
        reason: 'Police are at the door',
        at: new Date(at.getTime() - 7_200_000),
        endsAt: new Date(at.getTime() - 1),
      })
      expect((await refusal(read(iain.account, isla))).kind).toBe('restricted')
      await addGlassBroken(store().db, {
        account: iain.account.id,
        subject: isla,
        reason: 'Police are at the door',
        at,
        endsAt: new Date(at.getTime() + 3_600_000),
      })
      expect((await read(iain.account, isla)).head.name).toBe('Isla Ellwood')
      expect((await audited(isla))[0]).toMatchObject({ decision: 'yes', byRole: 'broken glass' })
    })

    it('names a restricted brother or sister nowhere, and of a note about both says no more than that it is there', async () => {
      const { app, read, maya, isla, tom, nasreen, write } = await setUp()
      const { record } = await write(
        CaseNote,
        { people: [maya, isla] },
        note([], tom.id, 'Sisters together').fields,
        app.clock.today,
      )
      const together = (await read(tom.account, maya)).records.find((one) => one.record === record)
      expect(together?.names.get(isla)).toEqual({ label: 'Restricted: ring South team, 01632 960020', opens: false })
      expect(together?.content.fields).toMatchObject({ kind: 'visit', heading: null, whatHappened: null })
      expect(together?.withheld).toContain('whatHappened')
      expect((await refusal(readVersions(app, tom.account, record))).kind).toBe('restricted')
      const hers = (await read(nasreen.account, isla)).records.find((one) => one.record === record)
      expect(hers?.content.fields['heading']).toBe('Sisters together')
      expect((await readVersions(app, nasreen.account, record)).subject).toBe(isla)
    })
  })

  describe('putting something on the record', () => {
    it('writes a note about both children, who, when, and shows it in the chronology', async () => {
      const { app, read, maya, theo, tom } = await setUp()
      const written = await writeNew(app, tom.account, CaseNote, note([maya, theo], tom.id, 'Visit at home'))
      expect(written).toHaveProperty('record')
      const { records } = await read(tom.account, theo)
      const found = records.find(({ content }) => content.fields['heading'] === 'Visit at home')
      expect(found).toMatchObject({ recordedBy: 'Tom Fairweather', daysLate: 1 })
      expect(found?.names.get(maya)).toEqual({ label: 'Maya Ellwood', opens: true })
    })

    it('writes nothing when anybody among them is not theirs to write about', async () => {
      const { app, read, maya, ivo, tom, nasreen, audited } = await setUp()
      const refused = await refusal(writeNew(app, tom.account, CaseNote, note([maya, ivo], tom.id, 'Not to be')))
      expect(refused.kind).toBe('not allowed')
      expect((await audited(ivo))[0]).toMatchObject({ action: 'record', decision: 'no' })
      for (const [account, child] of [
        [tom.account, maya],
        [nasreen.account, ivo],
      ] as const)
        expect(
          (await read(account, child)).records.some(({ content }) => content.fields['heading'] === 'Not to be'),
        ).toBe(false)
    })

    it('gives faults back by field and writes nothing', async () => {
      const { app, maya, tom } = await setUp()
      const wrong = note([maya], tom.id, '')
      expect(await writeNew(app, tom.account, CaseNote, wrong)).toEqual({
        faults: [{ field: 'heading', message: expect.any(String) }],
      })
    })

    it('refuses a forged role: a worker’s number where a child should be', async () => {
      const { app, tom } = await setUp()
      expect((await refusal(writeNew(app, tom.account, CaseNote, note([tom.id], tom.id, 'Forged')))).kind).toBe(
        'not found',
      )
    })
  })

  describe('correcting', () => {
    it('keeps both versions with the reason, and shows the record as it was known before', async () => {
      const { app, maya, tom } = await setUp()
      const written = await writeNew(app, tom.account, CaseNote, note([maya], tom.id, 'Frist visit'))
      if (!('record' in written)) throw new Error('it was not written')
      const { record, version: basedOn } = written
      const later = { ...app, clock: { ...app.clock, today: plainDate('2023-10-20') } }
      await correct(later, tom.account, {
        record,
        basedOn,
        reason: 'Misspelt',
        content: note([maya], tom.id, 'First visit'),
      })
      const heading = async (knownOn: string) => {
        const moment = { asAt: plainDate('2023-10-20'), knownOn: plainDate(knownOn) }
        return (await readPerson(later, tom.account, maya, moment, 'test')).records.find((one) => one.record === record)
          ?.content.fields['heading']
      }
      expect(await heading('2023-10-19')).toBe('Frist visit')
      expect(await heading('2023-10-20')).toBe('First visit')
      const { versions } = await readVersions(later, tom.account, record)
      expect(versions.map(({ reason, recordedBy }) => [reason, recordedBy])).toEqual([
        [null, 'Tom Fairweather'],
        ['Misspelt', 'Tom Fairweather'],
      ])
    })

    it('wants a reason', async () => {
      const { app, maya, tom } = await setUp()
      const written = await writeNew(app, tom.account, CaseNote, note([maya], tom.id, 'Plain'))
      if (!('record' in written)) throw new Error('it was not written')
      const corrected = await correct(app, tom.account, {
        record: written.record,
        basedOn: written.version,
        reason: ' ',
        content: note([maya], tom.id, 'Other'),
      })
      expect(corrected).toMatchObject({ faults: [{ field: 'form.reason' }] })
    })

    it('says so when somebody else has changed it meanwhile, and loses neither', async () => {
      const { app, maya, tom, dilys } = await setUp()
      const written = await writeNew(app, tom.account, CaseNote, note([maya], tom.id, 'Ours'))
      if (!('record' in written)) throw new Error('it was not written')
      const { record, version: basedOn } = written
      await correct(app, dilys.account, { record, basedOn, reason: 'Added', content: note([maya], tom.id, 'Hers') })
      await expect(
        correct(app, tom.account, { record, basedOn, reason: 'Mine', content: note([maya], tom.id, 'His') }),
      ).rejects.toBeInstanceOf(EditConflict)
    })

    it('is not for those who may only read', async () => {
      const { app, maya, tom, marian } = await setUp()
      const written = await writeNew(app, tom.account, CaseNote, note([maya], tom.id, 'Kept'))
      if (!('record' in written)) throw new Error('it was not written')
      const forged = {
        record: written.record,
        basedOn: written.version,
        reason: 'Because',
        content: note([maya], tom.id, 'Changed'),
      }
      expect((await refusal(correct(app, marian.account, forged))).kind).toBe('not allowed')
    })
  })
}, productTypes)
