import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { inputFile } from '../../../test/support/returns.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { Person, PersonIdentifier } from '../../areas/people/person.ts'
import { plainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import { caseNumber } from '../../formats/records.ts'
import { ssda903 } from '../../formats/ssda903/index.ts'
import type { Store } from '../../store/open.ts'
import { listRecords } from '../../store/records/list.ts'
import { addMerge } from '../../store/records/merges.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import type { Exchanger } from './exchange.ts'
import { importRecords } from './import-records.ts'
import { writeReturn } from './write-return.ts'

const operator: Exchanger = { id: null, name: 'operator', roles: ['operator'] }
const officer: Exchanger = { id: null, name: 'Anwen Brisk', roles: ['reviewing-officer'] }
const analyst: Exchanger = { id: null, name: 'Iain Crewe', roles: ['performance-analyst'] }
const day = plainDate

const header = (...children: readonly string[]) =>
  inputFile(
    'header.csv',
    ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...children.map((child) => `${child},2,01/05/2010,WBRI,UN2,,`), ''].join(
      '\n',
    ),
  )

/** Each `child began why ended why`. */
const episodes = (...rows: readonly string[]) =>
  inputFile(
    'episodes.csv',
    [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...rows.map((row) => {
        const [child, began, why, ended = '', reason = ''] = row.split(' ')
        return `${child},${began},${why},C2,N1,U6,PR1,${ended},${reason},,,,`
      }),
      '',
    ].join('\n'),
  )

const send = (
  store: Store,
  files: Parameters<typeof importRecords>[3]['files'],
  more: { readonly year?: string; readonly knownOn?: ReturnType<typeof day>; readonly who?: Exchanger } = {},
) => importRecords(appOn(store), more.who ?? operator, ssda903, { files, year: '2017/18', ...more })

const began = async ({ db }: Store) =>
  (await listRecords(db, Episode, null))
    .map(({ identity, content }) => `${identity} ${content.fields['endedOn'] === null ? 'open' : 'ended'}`)
    .toSorted()

const audited = async ({ db }: Store) =>
  (await db.selectFrom('audit').select(['account_name', 'action', 'decision', 'by_role', 'detail']).execute()).map(
    ({ account_name, action, decision, by_role, detail }) =>
      [account_name, action, decision, by_role, detail].join(' '),
  )

async function writeByHand(store: Store, type: RecordType, child: SubjectId, fields: Readonly<Record<string, Value>>) {
  const [role = ''] = Object.keys(type.subjects)
  await writeVersion(store.db, {
    type,
    knownOn: day('2018-01-01'),
    recordedAt: new Date(),
    recordedBy: 'Tom',
    reason: null,
    source: 'form',
    content: { subjects: { [role]: [child] }, links: {}, fields },
  })
}

eachDatabase((database) => {
  test('a return sent again takes back what began in its year, and nothing that began before or of other children', async () => {
    const store = await database.open()
    await send(store, [
      header('A', 'B'),
      episodes('A 01/05/2016 S', 'A 01/06/2017 P', 'A 01/07/2017 P', 'B 01/06/2017 S'),
    ])
    const sent = await send(store, [header('A'), episodes('A 01/07/2017 P 01/09/2017 E4A')])
    expect(sent).toMatchObject({ records: { Episode: { new: 0, changed: 1, same: 0, gone: 1 } } })
    expect(await began(store)).toEqual(['A|2016-05-01 open', 'A|2017-07-01 ended', 'B|2017-06-01 open'])
  })

  test('of a child with a row that cannot be read nothing is taken back', async () => {
    const store = await database.open()
    await send(store, [
      header('A', 'B'),
      episodes('A 01/06/2017 S', 'A 01/07/2017 P', 'B 01/06/2017 S', 'B 01/07/2017 P'),
    ])
    const sent = await send(store, [header('A', 'B'), episodes('A 31/06/2017 S', 'A 01/07/2017 P', 'B 01/07/2017 P')])
    expect(sent).toMatchObject({ records: { Episode: { same: 2, gone: 1 } } })
    expect(sent.findings).toContainEqual(
      expect.objectContaining({ rule: 'unreadable', file: 'episodes.csv', row: 2, column: 'DECOM', subject: 'A' }),
    )
    expect(await began(store)).toEqual(['A|2017-06-01 open', 'A|2017-07-01 open', 'B|2017-07-01 open'])
  })

  test('what was written by hand is not written twice, and a difference is told', async () => {
    const store = await database.open()
    const child = await makeSubject(store.db, { kind: 'person', madeAt: new Date(), madeBy: 'Tom' })
    await writeByHand(store, PersonIdentifier, child, { ...caseNumber, identifier: 'A' })
    await writeByHand(store, Person, child, { bornOn: day('2010-05-02'), sex: 'F' })
    const sent = await send(store, [header('A', 'B'), episodes('A 01/06/2017 S')])
    const people = await listRecords(store.db, Person, null)
    expect(people.map(({ content }) => content.subjects['person']?.[0] === child)).toEqual([true, false])
    expect(people[0]?.content.fields['bornOn']).toBe(day('2010-05-02'))
    expect((await listRecords(store.db, Episode, null))[0]?.content.subjects['child']).toEqual([child])
    const told = sent.findings.filter(({ rule }) => rule === 'recorded-elsewhere')
    expect(told).toMatchObject([{ subject: 'A', message: expect.stringContaining('“Date of birth”') }])
  })

  test('of somebody recorded twice and merged, rows name whom they always named, and the return has one number', async () => {
    const store = await database.open()
    const files = [header('A', 'B'), episodes('A 01/06/2017 S 01/07/2017 E4A', 'B 01/08/2017 S')]
    await send(store, files)
    const child = (number: string) =>
      listRecords(store.db, Episode, null).then(
        (all) => all.find(({ identity }) => identity?.startsWith(number))?.content.subjects['child']?.[0] as SubjectId,
      )
    const [kept, merged] = [await child('B'), await child('A')]
    const said = { knownOn: day('2023-10-01'), at: new Date(), by: 'Tom', reason: 'The same child' }
    await addMerge(store.db, { kept, merged, ...said })
    await send(store, [header('A', 'B'), episodes('A 01/06/2017 S 02/07/2017 E4A', 'B 01/08/2017 S')])
    expect([await child('B'), await child('A')]).toEqual([kept, merged])
    const asked = { of: '2017/18', knownOn: day('2023-10-04'), as: 'csv' } as const
    const written = await writeReturn(appOn(store), operator, ssda903, asked)
    const lines = written.files.find(({ name }) => name === 'episodes.csv')?.text.split('\n')
    expect(lines?.slice(1, 3).map((line) => line.split(',', 2).join(' '))).toEqual(['B 01/06/2017', 'B 01/08/2017'])
  })

  test('what a file only happens to say of a child is for whom nobody knew', async () => {
    const store = await database.open()
    const missing = inputFile(
      'missing.csv',
      'CHILD,DOB,MISSING,MIS_START,MIS_END\nA,02/05/2010,M,01/07/2017,\nC,03/05/2010,M,01/07/2017,\n',
    )
    await send(store, [header('A'), episodes('A 01/06/2017 S 01/03/2018 E4A')])
    await send(store, [missing])
    const born = (await listRecords(store.db, Person, null)).map(({ identity, content }) => [
      identity,
      content.fields['bornOn'],
    ])
    expect(born).toEqual([
      ['A', day('2010-05-01')],
      ['C', day('2010-05-03')],
    ])
  })

  test('a file that cannot be read keeps everything out', async () => {
    const store = await database.open()
    const sent = await send(store, [header('A'), inputFile('x.csv', 'CHILD,DECOM,RNE,LS\nA,01/06/2017,S,C2\n')])
    expect(sent).toMatchObject({ refused: true })
    expect(await listRecords(store.db, Person, null)).toEqual([])
  })

  test('it is known when the year is over, or today, and not before the year began', async () => {
    const store = await database.open()
    const knownOn = async (year: string, more = {}) => {
      const sent = await send(store, [header('A')], { year, ...more })
      return sent.refused ? undefined : toText(sent.knownOn)
    }
    expect(await knownOn('2017/18')).toBe('2018-03-31')
    expect(await knownOn('2023/24')).toBe('2023-10-04')
    expect(await knownOn('2017/18', { knownOn: day('2018-06-30') })).toBe('2018-06-30')
    await expect(knownOn('2017/18', { knownOn: day('2017-03-31') })).rejects.toThrow(/cannot be known on 31 March 2017/)
  })

  test('only some may, and whoever did or tried is in the audit', async () => {
    const store = await database.open()
    const files = [header('A'), episodes('A 01/06/2017 S')]
    await expect(send(store, files, { who: officer })).rejects.toThrow(/Your role does not load files/)
    expect(await listRecords(store.db, Person, null)).toEqual([])
    await send(store, files, { who: analyst })
    const asked = { of: '2017/18', knownOn: day('2018-03-31'), as: 'csv' } as const
    await expect(writeReturn(appOn(store), officer, ssda903, asked)).rejects.toThrow(/Your role/)
    await writeReturn(appOn(store), analyst, ssda903, asked)
    await expect(writeReturn(appOn(store), analyst, ssda903, { ...asked, of: '1999/00' })).rejects.toThrow(
      /no year of the return/,
    )
    expect(await audited(store)).toEqual([
      'Anwen Brisk import no  ssda903 2017/18: header.csv, episodes.csv',
      'Iain Crewe import yes performance-analyst ssda903 2017/18: header.csv, episodes.csv',
      'Anwen Brisk export no  ssda903 2017/18',
      'Iain Crewe export yes performance-analyst ssda903 2017/18',
    ])
  })
}, productTypes)
