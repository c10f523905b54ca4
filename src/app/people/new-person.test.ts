import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findAudit } from '../../store/audit.ts'
import type { App } from '../app.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { Refused } from '../refused.ts'
import { keepDraft } from './drafts.ts'
import { findLikely } from './likely.ts'
import { mayRecordNew, recordNewPerson, workChoices } from './new-person.ts'
import { newPersonDraft } from './new-person-form.ts'
import { readPerson } from './read.ts'

const day = plainDate

const robin = {
  given: 'Robin',
  family: 'Ashdown',
  bornOn: day('2015-05-03'),
  sex: 'M',
  is: 'child',
  whoAsked: '2A',
  askedOn: day('2023-10-02'),
}

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
  const subjectOf = (written: object): SubjectId => {
    if ('subject' in written && typeof written.subject === 'number') return written.subject as SubjectId
    throw new Error(`Not made: ${JSON.stringify(written)}`)
  }
  const subjects = async () => (await store().db.selectFrom('subject').select('id').execute()).length

  describe('somebody new', () => {
    it('is made with name, birth, how we came to know them and whose work they are, so that one can go on', async () => {
      const { app, tom, north } = await setUp()
      const values = { ...robin, otherNames: [{ kind: 'birth', given: 'Rob', family: 'Barrow' }] }
      const made = await recordNewPerson(app, tom.account, { values, work: `mine.${north}` })
      const { head, records } = await read(app, tom.account, subjectOf(made))
      expect(head).toMatchObject({ name: 'Robin Ashdown', bornOn: day('2015-05-03'), age: 8 })
      expect(records.map(({ type }) => type.key).toSorted()).toEqual([
        'allocation',
        'first-known',
        'person',
        'person-name',
        'person-name',
      ])
      const allocation = records.find(({ type }) => type.key === 'allocation')?.content
      expect(allocation).toMatchObject({
        subjects: { worker: [tom.id], team: [north] },
        fields: { role: 'social-worker' },
      })
      expect((await findAudit(store().db, subjectOf(made))).at(-1)).toMatchObject({
        accountName: 'Tom Fairweather',
        action: 'record',
        decision: 'yes',
        byRole: 'social-worker',
      })
    })

    it('may be unborn, or of about an age, and family waits for no worker', async () => {
      const { app, tom, north } = await setUp()
      const { bornOn: _, ...unborn } = {
        ...robin,
        given: 'Baby of Carys',
        family: null,
        sex: 'U',
        expectedOn: day('2024-02-01'),
      }
      const baby = await recordNewPerson(app, tom.account, { values: unborn, work: `team.${north}` })
      expect((await read(app, tom.account, subjectOf(baby))).head).toMatchObject({
        name: 'Baby of Carys',
        bornOn: null,
        expectedOn: day('2024-02-01'),
      })
      const lee = { ...robin, given: 'Lee', bornOn: null, age: 35, is: 'family' }
      const father = await recordNewPerson(app, tom.account, { values: lee, work: `team.${north}` })
      const { head, records } = await read(app, tom.account, subjectOf(father))
      expect(head.age).toBe(35)
      const fields = (key: string) => records.find(({ type }) => type.key === key)?.content.fields
      expect(fields('person')).toMatchObject({ birthDateBasis: 'estimated' })
      expect(fields('allocation')).toMatchObject({ role: 'family-member' })
    })

    it('is made once by two who press the button at once', async () => {
      const { app, tom, north } = await setUp()
      const draft = await keepDraft(app, tom.account, { ...newPersonDraft, typed: {} })
      const pressed = { values: robin, work: `mine.${north}`, draft }
      const before = await subjects()
      const press = () => recordNewPerson(app, tom.account, pressed)
      const made = await Promise.all([press(), press()])
      expect(made.filter((one) => 'subject' in one)).toHaveLength(1)
      expect(await subjects()).toBe(before + 1)
    })

    it.each([
      ['no name', { given: null, family: null }, 'given'],
      ['two accounts of the birth', { age: 8 }, 'age'],
      ['a birth more than a pregnancy ahead', { bornOn: null, expectedOn: day('2025-01-01') }, 'expectedOn'],
      ['a basis without a date', { bornOn: null, birthDateBasis: 'certain' }, 'bornOn'],
      ['another name of no kind', { otherNames: [{ kind: null, given: 'Rob', family: null }] }, 'otherNames.0.kind'],
      ['nobody who asked', { whoAsked: null }, 'whoAsked'],
    ])('with %s is not made, nor half of them', async (_, changes, field) => {
      const { app, tom, north } = await setUp()
      const before = await subjects()
      const made = await recordNewPerson(app, tom.account, { values: { ...robin, ...changes }, work: `mine.${north}` })
      expect(made).toMatchObject({ faults: [{ field }] })
      expect(await subjects()).toBe(before)
    })

    it('is made by nobody whose role records nobody, and for no team but one’s own', async () => {
      const { app, tom, south, marian, iain, lewis } = await setUp()
      const before = await subjects()
      for (const { account } of [marian, iain, lewis]) {
        expect(await mayRecordNew(app, account)).toBe(false)
        expect(await refusal(recordNewPerson(app, account, { values: robin, work: 'nobody' }))).toBe('not allowed')
      }
      for (const work of ['nobody', `team.${south}`, `mine.${south}`, undefined])
        expect(await recordNewPerson(app, tom.account, { values: robin, work })).toMatchObject({
          faults: [{ field: 'form.work' }],
        })
      expect(await subjects()).toBe(before)
      expect((await workChoices(app, tom.account)).map(({ label }) => label)).toEqual([
        'Mine, in North team',
        'North team’s, nobody named yet',
      ])
    })
  })

  describe('whether we know them already', () => {
    it('is told for a name nearly alike and for the same day of birth, the likeliest first', async () => {
      const { app, tom } = await setUp()
      const [first] = await findLikely(app, tom.account, { names: ['Maja', 'Elwood'], bornOn: day('2014-06-14') })
      expect(first).toMatchObject({
        found: { name: 'Maya Ellwood' },
        why: ['name nearly the same', 'born on the same day'],
      })
      const part = await findLikely(app, tom.account, { names: ['Maya', 'Marlow'], bornOn: day('2014-06-14') })
      expect(part.map(({ found }) => found)).toContainEqual(expect.objectContaining({ name: 'Maya Ellwood' }))
      expect(await findLikely(app, tom.account, { names: ['Quentin', 'Zyx'], bornOn: day('2014-06-14') })).toEqual([])
    })

    it('says of a restricted child only whom to ring, and keeps that she was found', async () => {
      const { app, tom, isla } = await setUp()
      const likely = await findLikely(app, tom.account, { names: ['Isla', 'Ellwood'], bornOn: day('2019-09-09') })
      expect(likely[0]).toEqual({
        found: { kind: 'restricted', ring: 'South team, 01632 960020' },
        why: [],
        mayChoose: false,
      })
      expect((await findAudit(store().db, isla))[0]).toMatchObject({ action: 'find', decision: 'restricted' })
    })
  })
}, productTypes)
