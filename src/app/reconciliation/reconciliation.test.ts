import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import { addMerge } from '../../store/records/merges.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import type { App } from '../app.ts'
import { correct } from '../people/write.ts'
import { decideFinding } from './decide.ts'
import { loadTheirList } from './load.ts'
import { type FindingRead, readReconciliation } from './read.ts'
import { takeOutReconciliation } from './take-out.ts'

const stamp = {
  knownOn: plainDate('2023-09-20'),
  recordedAt: new Date('2023-09-20T09:00:00Z'),
  recordedBy: 'Ada Keech',
  reason: null,
  source: 'form' as const,
}
const key = 'health-list'
const september = { from: plainDate('2023-09-01'), to: plainDate('2023-10-01') }

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: stamp.recordedAt }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

type Child = { readonly name: string; readonly bornOn: string; readonly nhs?: string; readonly number?: string }

async function child({ db }: Store, { name, bornOn, nhs, number }: Child): Promise<SubjectId> {
  const person = await makeSubject(db, { kind: 'person', madeAt: stamp.recordedAt, madeBy: 'test' })
  const [given = '', family = ''] = name.split(' ')
  const startedOn = plainDate(bornOn)
  const subjects = { person: [person] }
  await writeVersion(db, { ...stamp, type: Person, content: contentOf(Person, subjects, { bornOn: startedOn }) })
  const named = { kind: 'legal', given, family, startedOn }
  await writeVersion(db, { ...stamp, type: PersonName, content: contentOf(PersonName, subjects, named) })
  for (const [kind, identifier] of [
    ['nhs-number', nhs],
    ['case-id', number],
  ] as const) {
    if (identifier === undefined) continue
    const fields = { system: kind, kind, identifier }
    await writeVersion(db, { ...stamp, type: PersonIdentifier, content: contentOf(PersonIdentifier, subjects, fields) })
  }
  return person
}

async function assessed(
  { db }: Store,
  one: SubjectId,
  on: string,
  more: Record<string, string> = {},
): Promise<RecordId> {
  const fields = { kind: 'initial', attendance: 'done', assessedOn: plainDate(on), ...more }
  const content = contentOf(HealthAssessment, { child: [one] }, fields)
  return (await writeVersion(db, { ...stamp, type: HealthAssessment, content })).record
}

async function restrict({ db }: Store, person: SubjectId) {
  const team = await makeSubject(db, { kind: 'team', madeAt: stamp.recordedAt, madeBy: 'test' })
  const fields = { startedOn: plainDate('2023-01-01') }
  const content = contentOf(Restriction, { person: [person], teamToRing: [team] }, fields)
  await writeVersion(db, { ...stamp, type: Restriction, content })
}

const list = [
  'NHS number,Our number,Name,DOB,IHA,Dental',
  '943 476 5919,,Ada Keech,03/05/2012,12/09/2023,',
  ',1002,Ben Okoro,,15/09/2023,04/09/2023',
  ',,Cara Lee,01/01/2015,11/09/2023,',
  ',,Nobody Known,02/02/2016,11/09/2023,',
  ',,Dan Twin,07/07/2014,11/09/2023,',
  ',1005,Eve Closed,,11/09/2023,',
  ',1002,Ben Okoro,,soon,\n',
].join('\n')

/** Six children and health's list of September; what differs is what the rows say. */
async function clinic(store: Store) {
  const app = appOn(store)
  const [nurse, operator, analyst, worker] = [
    await account(store, 'designated-nurse'),
    await account(store, 'operator'),
    await account(store, 'performance-analyst'),
    await account(store, 'social-worker'),
  ]
  const ada = await child(store, { name: 'Ada Keech', bornOn: '2012-05-03', nhs: '9434765919', number: '1001' })
  const ben = await child(store, { name: 'Ben Okoro', bornOn: '2016-11-21', number: '1002' })
  const cara = await child(store, { name: 'Cara Lee', bornOn: '2015-01-01', number: '1003' })
  const twins = [
    await child(store, { name: 'Dan Twin', bornOn: '2014-07-07' }),
    await child(store, { name: 'Dan Twin', bornOn: '2014-07-07' }),
  ]
  const eve = await child(store, { name: 'Eve Closed', bornOn: '2013-03-03', number: '1005' })
  await restrict(store, eve)
  await assessed(store, ada, '2023-09-12')
  const bens = await assessed(store, ben, '2023-09-12')
  await assessed(store, ben, '2023-08-01', { kind: 'review' })
  const dental = { checkedOn: plainDate('2023-09-20'), attendance: 'done' }
  await writeVersion(store.db, {
    ...stamp,
    type: DentalCheck,
    content: contentOf(DentalCheck, { child: [cara] }, dental),
  })
  const file = { name: 'folder/health.csv', bytes: Buffer.from(list) }
  const loaded = await loadTheirList(app, analyst, { reconciliation: key, file, ...september })
  return { app, ada, ben, bens, cara, twins, eve, nurse, operator, analyst, worker, file, loaded }
}

const said = ({ child: one, said: row, item, state, days, standing }: FindingRead) => [
  one?.name ?? row?.name,
  item.key.split('-')[0],
  state,
  days,
  standing,
]
const found = async (app: App, who: Account) => (await readReconciliation(app, who, { reconciliation: key })).findings
async function one(app: App, who: Account, name: string, state: string): Promise<FindingRead> {
  const finding = (await found(app, who)).find(
    (each) => each.state === state && (each.child ?? each.said)?.name === name,
  )
  if (finding === undefined) throw new Error(`${name} ${state}`)
  return finding
}
const audited = async ({ db }: Store, action: string) =>
  (
    await db
      .selectFrom('audit')
      .select(['account_name', 'subject_id', 'decision'])
      .where('action', '=', action)
      .execute()
  ).map(({ account_name, subject_id, decision }) => [account_name, subject_id, decision])

eachDatabase((database) => {
  describe('health’s list held against our records', () => {
    it('shows each child’s days side by side, the worst first, and keeps the file as it came', async () => {
      const store = await database.open()
      const { app, nurse, loaded, analyst, file } = await clinic(store)
      expect((await found(app, nurse)).map(said)).toEqual([
        ['Nobody Known', 'initial', 'not found', null, 'open'],
        ['Dan Twin', 'initial', 'doubtful', null, 'open'],
        ['Ben Okoro', 'dental', 'only theirs', null, 'open'],
        ['Cara Lee', 'initial', 'only theirs', null, 'open'],
        ['Ben Okoro', 'initial', 'differs', 3, 'open'],
        ['Cara Lee', 'dental', 'only ours', null, 'open'],
        ['Ada Keech', 'initial', 'same', 0, 'cleared'],
      ])
      // Restricted: of whom only whoever may open the record learns anything.
      const { notShown, tally, list: read } = await readReconciliation(app, nurse, { reconciliation: key })
      expect([notShown, tally.all, tally.state['only theirs']]).toEqual([{ all: 1, open: 1 }, 8, 3])
      expect(read).toMatchObject({ fileName: 'health.csv', loadedBy: 'performance-analyst' })
      expect(read?.issues.map(({ row, message }) => [row, message.slice(0, 10)])).toEqual([[8, '“soon” is ']])
      const { bytes } = await store.db.selectFrom('their_list').select('bytes').executeTakeFirstOrThrow()
      expect(Buffer.from(bytes).toString()).toBe(list)
      const again = await loadTheirList(app, analyst, { reconciliation: key, file, ...september })
      expect([loaded, again].map((each) => !each.refused && each.isThere)).toEqual([false, true])
    })

    it('is told to each as far as they may read, and keeps whom it showed', async () => {
      const store = await database.open()
      const { app, analyst, worker, nurse, ada, ben, cara, twins } = await clinic(store)
      for (const who of [analyst, worker]) expect(await found(app, who)).toEqual([])
      const { notShown, tally } = await readReconciliation(app, analyst, { reconciliation: key })
      expect([notShown.all, tally.all]).toEqual([8, 8])
      await found(app, nurse)
      const shown = (await audited(store, 'list')).filter(([, subject]) => subject !== null)
      expect(shown.map(([who, subject]) => [who, subject]).toSorted()).toEqual(
        [ada, ben, cara, ...twins].map((subject) => ['designated-nurse', subject]).toSorted(),
      )
      await expect(takeOutReconciliation(app, analyst, { reconciliation: key })).rejects.toThrow('takes out')
      const { table } = await takeOutReconciliation(app, nurse, { reconciliation: key })
      expect(table.map((row) => [row[1], row[4], row[5], row[6]])).toContainEqual([
        'Ben Okoro',
        '2023-09-15',
        '2023-09-12',
        3,
      ])
      expect(JSON.stringify(table)).not.toContain('Eve')
      expect((await audited(store, 'export')).length).toBe(5)
      await expect(
        loadTheirList(app, worker, {
          reconciliation: key,
          file: { name: 'x', bytes: Buffer.from(list) },
          ...september,
        }),
      ).rejects.toThrow('Your role does not load')
    })

    it('keeps who must correct what, with words; a correction clears it at once, and the decision was about those two days', async () => {
      const store = await database.open()
      const { app, nurse, operator, worker, bens, ben } = await clinic(store)
      const finding = await one(app, nurse, 'Ben Okoro', 'differs')
      const asked = {
        reconciliation: key,
        finding: finding.key,
        decision: 'ours',
        words: ' The form says the 15th ',
      } as const
      await expect(decideFinding(app, nurse, { ...asked, words: ' ' })).rejects.toThrow('Say why')
      await expect(decideFinding(app, worker, asked)).rejects.toThrow('no such row')
      await decideFinding(app, nurse, asked)
      expect(await one(app, operator, 'Ben Okoro', 'differs')).toMatchObject({
        standing: 'ours',
        decided: [{ decision: 'ours', words: 'The form says the 15th', by: 'designated-nurse' }],
      })
      expect((await audited(store, 'reconcile')).at(-1)).toEqual(['designated-nurse', ben, 'yes'])
      const content = contentOf(
        HealthAssessment,
        { child: [ben] },
        { kind: 'initial', attendance: 'done', assessedOn: plainDate('2023-09-14') },
      )
      const version = await store.db
        .selectFrom('version')
        .select('id')
        .where('record_id', '=', bens)
        .executeTakeFirstOrThrow()
      const correction = { record: bens, basedOn: version.id, reason: 'Nearly', content }
      const written = await correct(app, operator, correction)
      expect(await one(app, nurse, 'Ben Okoro', 'differs')).toMatchObject({ days: 1, standing: 'open', decided: [] })
      if ('faults' in written) throw new Error('not written')
      const right = { ...content, fields: { ...content.fields, assessedOn: plainDate('2023-09-15') } }
      await correct(app, operator, { record: bens, basedOn: written.version, reason: 'Health’s list', content: right })
      expect((await one(app, nurse, 'Ben Okoro', 'same')).standing).toBe('cleared')
    })

    it('lets somebody say which child a row means, and knows it again in the next list; merging needs no word', async () => {
      const store = await database.open()
      const { app, nurse, analyst, twins } = await clinic(store)
      const [first, second] = twins
      const doubtful = await one(app, nurse, 'Dan Twin', 'doubtful')
      expect(doubtful.candidates.map(({ subject, why }) => [subject, why])).toEqual(
        twins.map((twin) => [twin, 'date of birth is the same; name is the same']),
      )
      if (first === undefined || second === undefined) throw new Error('no twins')
      const asked = { reconciliation: key, finding: doubtful.key, words: 'Seen with his carer' }
      await expect(
        decideFinding(app, nurse, { ...asked, decision: { sameChild: (second + 1000) as SubjectId } }),
      ).rejects.toThrow('Choose one')
      await decideFinding(app, nurse, { ...asked, decision: { sameChild: second } })
      expect((await one(app, nurse, 'Dan Twin', 'only theirs')).child?.subject).toBe(second)
      const file = { name: 'october.csv', bytes: Buffer.from('Name,DOB,IHA\nDan Twin,07/07/2014,02/10/2023\n') }
      const october = { from: plainDate('2023-10-01'), to: plainDate('2023-11-01') }
      await loadTheirList(app, analyst, { reconciliation: key, file, ...october })
      expect((await found(app, nurse)).map((each) => [each.child?.subject, each.state])).toEqual([
        [second, 'only theirs'],
      ])
      const merge = {
        kept: first,
        merged: second,
        knownOn: app.clock.today,
        at: stamp.recordedAt,
        by: 'x',
        reason: 'One',
      }
      await addMerge(store.db, merge)
      expect((await found(app, nurse)).map((each) => each.child?.subject)).toEqual([first])
    })

    it('has on it a row of theirs that matches by a number, though a birth or another number speaks against it, as doubtful', async () => {
      const store = await database.open()
      const { app, nurse, analyst } = await clinic(store)
      const rows = [
        ['9434765919', '', 'Ada Keech', '04/05/2012'],
        ['9434765919', '1002', '', ''],
        ['', '1002', 'Somebody Else', ''],
        ['1', '', 'Ada Keech', '03/05/2012'],
        ['', '', 'Ada Keach', '03/05/2012'],
        ['', '#99999', 'Ada Keech', ''],
      ]
      const text = ['NHS number,Our number,Name,DOB,RHA', ...rows.map((row) => [...row, '01/09/2023'].join())].join(
        '\n',
      )
      const file = { name: 'doubts.csv', bytes: Buffer.from(`${text}\n`) }
      await loadTheirList(app, analyst, { reconciliation: key, file, ...september })
      const findings = (await found(app, nurse)).filter(({ item }) => item.key === 'review-health-assessment')
      expect(findings.map(({ row, state }) => [row, state]).toSorted()).toEqual([
        [2, 'doubtful'],
        [3, 'doubtful'],
        [4, 'doubtful'],
        [5, 'doubtful'],
        [6, 'doubtful'],
        [7, 'not found'],
      ])
    })
  })
}, productTypes)
