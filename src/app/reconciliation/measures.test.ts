import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck } from '../../areas/children-in-care/health.ts'
import { OutcomesOfYear } from '../../areas/children-in-care/outcomes-of-year.ts'
import { Person, PersonName } from '../../areas/people/person.ts'
import { parsePeriodRange } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import { calculate } from '../counting/calculate.ts'
import { readMeasures } from './measures.ts'

const stamp = {
  knownOn: plainDate('2023-09-30'),
  recordedAt: new Date('2023-09-30T09:00:00Z'),
  recordedBy: 'Ada Keech',
  reason: null,
  source: 'form' as const,
}

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: stamp.recordedAt }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

const write = (store: Store, type: RecordType, subjects: Content['subjects'], fields: Content['fields']) =>
  writeVersion(store.db, { ...stamp, type, content: contentOf(type, subjects, fields) })

/** In care since 2021, with what the last return says of their teeth and a dated check, or neither. */
async function child(store: Store, given: string, said: string | null, checkedOn: string | null): Promise<SubjectId> {
  const one = await makeSubject(store.db, { kind: 'person', madeAt: stamp.recordedAt, madeBy: 'test' })
  const startedOn = plainDate('2021-05-04')
  await write(store, PersonName, { person: [one] }, { kind: 'usual', given, family: 'Keech', startedOn })
  await write(store, Person, { person: [one] }, { bornOn: plainDate('2012-02-03') })
  const episode = { reasonStarted: 'S', legalStatus: 'C2', categoryOfNeed: 'N1', placement: 'U6', provider: 'PR1' }
  await write(store, Episode, { child: [one] }, { startedOn, ...episode })
  if (said !== null)
    await write(store, OutcomesOfYear, { child: [one] }, { yearEndedOn: plainDate('2023-03-31'), teethChecked: said })
  if (checkedOn !== null)
    await write(store, DentalCheck, { child: [one] }, { checkedOn: plainDate(checkedOn), attendance: 'done' })
  return one
}

eachDatabase((database) => {
  describe('the two measures of dental checks', () => {
    it('stand side by side under their own names, with who counts in one alone and the record that decided it', async () => {
      const store = await database.open()
      const app = appOn(store)
      await child(store, 'Both', 'yes', '2023-02-01')
      await child(store, 'Neither', null, null)
      const early = await child(store, 'Early', 'yes', '2022-06-01')
      const since = await child(store, 'Since', 'no', '2023-08-01')
      const unsaid = await child(store, 'Unsaid', null, '2023-08-01')
      await calculate(app, parsePeriodRange('2023-09..2023-09'))
      const [read] = await readMeasures(app, await account(store, 'designated-nurse'), 'health-list')
      const alone = (members: NonNullable<typeof read>['onlyOurs'] | undefined) =>
        members?.map(({ subject, theirs, ours }) => [subject, theirs[0]?.answer, ours[0]?.answer])
      expect([read?.theirs, read?.ours].map((side) => [side?.indicator.key, side?.counted, side?.of])).toEqual([
        ['dental-check-in-last-return', 2, 5],
        ['dental-check-within-12-months', 3, 5],
      ])
      expect(read?.inBoth).toBe(1)
      expect(alone(read?.onlyTheirs)).toEqual([[early, '1', '0']])
      expect(alone(read?.onlyOurs)).toEqual([
        [since, '0', '1'],
        [unsaid, '?', '1'],
      ])
      expect(read?.onlyOurs[0]?.ours[0]?.records[0]?.label).toContain('Dental check, 1 August 2023')
      const shown = await store.db.selectFrom('audit').select('subject_id').where('action', '=', 'list').execute()
      expect(shown.map(({ subject_id }) => subject_id)).toEqual([early, since, unsaid])
      const [seen] = await readMeasures(app, await account(store, 'performance-analyst'), 'health-list')
      expect([seen?.ours.counted, seen?.onlyOurs, seen?.notShown]).toEqual([3, [], 3])
    })
  })
}, productTypes)
