import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { signIn } from '../../src/app/access/sign-in.ts'
import { Locality } from '../../src/areas/organisation/workers.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { findAccount } from '../../src/store/accounts.ts'
import type { Store } from '../../src/store/open.ts'
import { makeSubject, writeVersion } from '../../src/store/records/write.ts'
import { los } from '../contract/access/command-line.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { appOn, productTypes } from '../support/app.ts'
import { contentOf } from '../support/content.ts'

/** A new installation, with nobody in it. */
async function installation() {
  const store = await openEmbedded(inject('databaseWorkshop'), productTypes)
  onTestFinished(() => store.close())
  const app = appOn(store)
  const run = async (...argv: readonly string[]) => los({ app }, ['users', ...argv])
  const passwordIn = (text: string) => /"password": "([^"]+)"/.exec(text)?.[1] ?? ''
  const operator = async () => run('add', 'olwen', '--name', 'Olwen Price', '--role', 'operator')
  return { app, store, run, passwordIn, operator }
}

describe('the accounts of a real installation', () => {
  test('begin with the operator, who is then asking where nobody is named', async () => {
    const { app, run, operator, passwordIn } = await installation()
    expect(await run()).toMatchObject({
      code: 1,
      text: expect.stringContaining('Nobody can give accounts in this store yet'),
    })
    const early = await run('add', 'tom', '--name', 'Tom Fairweather', '--role', 'social-worker')
    expect(early).toMatchObject({ code: 1, text: expect.stringContaining('The first account is the operator’s') })
    const made = await operator()
    expect(made.code).toBe(0)
    expect(passwordIn(made.text)).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    expect((await signIn(app, 'olwen', passwordIn(made.text)))?.account).toMatchObject({ passwordIsFirst: true })
    expect(await los({ app }, ['chronology', '1'])).toMatchObject({ code: 1, text: 'There is nobody of that number.' })
    const { code, text } = await run(
      'add',
      'tom',
      '--name',
      'Tom Fairweather',
      '--role',
      'social-worker,reviewing-officer',
    )
    expect([code, passwordIn(text)]).toEqual([0, expect.stringMatching(/^\S{19}$/)])
    expect(JSON.parse((await run('list', '--format', 'json')).text)).toMatchObject([
      { userName: 'olwen', roles: ['operator'], worker: null, state: 'open' },
      { userName: 'tom', roles: ['social-worker', 'reviewing-officer'], state: 'open' },
    ])
  })

  test('are given by nobody but who gives accounts', async () => {
    const { run, operator } = await installation()
    await operator()
    await run('add', 'tom', '--name', 'Tom Fairweather', '--role', 'social-worker')
    for (const argv of [
      [],
      ['add', 'ann', '--name', 'Ann', '--role', 'director'],
      ['role', 'tom', '--role', 'operator'],
      ['password', 'olwen'],
      ['end', 'olwen'],
    ])
      expect(await run(...argv, '--as', 'tom')).toMatchObject({
        code: 1,
        text: expect.stringContaining('gives no accounts'),
      })
  })

  test('are refused where they cannot be so, in words', async () => {
    const { app, store, run, operator } = await installation()
    await operator()
    const team = await makeSubject(store.db, { kind: 'team', madeAt: app.clock.now(), madeBy: 'a test' })
    for (const [argv, code, says] of [
      [['add', 'Tom F', '--name', 'Tom', '--role', 'director'], 1, 'is no user name'],
      [['add', 'olwen', '--name', 'Olwen', '--role', 'director'], 1, 'There is a user “olwen” already'],
      [['add', 'tom', '--role', 'director'], 1, 'Give the full name'],
      [['add', 'tom', '--name', 'Tom'], 1, 'Name a role. There are: social-worker'],
      [['add', 'tom', '--name', 'Tom', '--role', 'directr'], 1, 'Did you mean "director"?'],
      [
        ['add', 'tom', '--name', 'Tom', '--role', 'director', '--worker', String(team)],
        1,
        'There is no worker with the number',
      ],
      [['add', 'tom', '--name', 'Tom', '--role', 'director', '--worker', 'x'], 2, 'is no number of a worker'],
      [['role', 'nobody', '--role', 'director'], 1, 'There is no user “nobody”'],
      [['role', 'olwen', '--role', 'director'], 1, 'is the last who can give accounts'],
      [['end', 'olwen'], 1, 'is the last who can give accounts'],
      [['end'], 2, 'Write it so: los users'],
      [['frobnicate', 'olwen'], 2, 'Write it so: los users'],
      [['constructor', 'olwen'], 2, 'Write it so: los users'],
    ] as const)
      expect([argv, await run(...argv)]).toMatchObject([argv, { code, text: expect.stringContaining(says) }])
  })

  test('change roles and passwords and end at once, with a row for each and a session for none', async () => {
    const { app, store, run, operator, passwordIn } = await installation()
    await operator()
    const worker = await makeSubject(store.db, { kind: 'worker', madeAt: app.clock.now(), madeBy: 'a test' })
    const { text } = await run(
      'add',
      'tom',
      '--name',
      'Tom Fairweather',
      '--role',
      'social-worker',
      '--worker',
      String(worker),
    )
    const first = passwordIn(text)
    expect(await signIn(app, 'tom', first)).toBeDefined()
    expect((await run('role', 'tom', '--role', 'director')).text).toBe('tom is now: director.')
    const second = passwordIn((await run('password', 'tom')).text)
    expect(await store.db.selectFrom('session').selectAll().execute()).toEqual([])
    expect([await signIn(app, 'tom', first), (await signIn(app, 'tom', second))?.account.roles]).toEqual([
      undefined,
      ['director'],
    ])
    expect((await run('end', 'tom')).code).toBe(0)
    expect(await signIn(app, 'tom', second)).toBeUndefined()
    expect(await store.db.selectFrom('session').selectAll().execute()).toEqual([])
    expect(await findAccount(store.db, 'tom')).toMatchObject({ name: 'Tom Fairweather', worker })
    expect((await run('add', 'tom', '--name', 'Another Tom', '--role', 'director')).code).toBe(1)
    const rows = await store.db.selectFrom('audit').selectAll().where('action', '<>', 'sign in').orderBy('id').execute()
    expect(rows.map(({ account_name, action, detail }) => `${account_name}: ${action} ${detail}`)).toEqual([
      'Installation: add account olwen: operator',
      'Olwen Price: add account tom: social-worker',
      'Olwen Price: change roles tom: social-worker to director',
      'Olwen Price: new password tom',
      'Olwen Price: end account tom',
    ])
    for (const { detail } of rows) expect(detail).not.toContain(first)
  })

  test('are made for partners too, of localities that there are, and of those alone', async () => {
    const { app, store, run, operator, passwordIn } = await installation()
    await operator()
    const add = (...more: readonly string[]) =>
      run('add', 'gwen', '--name', 'Gwen Aldous', '--role', 'partner', ...more)
    expect((await add('--locality', 'Vale')).text).toContain('There is no locality yet')
    for (const name of ['Vale', 'Heath']) await serves(store, name)
    expect((await add()).text).toContain('Name the locality. There are: Heath, Vale.')
    expect((await add('--locality', 'Vael')).text).toContain('There is no locality "Vael". There are: Heath, Vale.')
    expect((await add('--locality', 'Vale', '--worker', '1')).text).toContain('none of the workers')
    const { code, text } = await add('--locality', 'Vale')
    expect([code, (await signIn(app, 'gwen', passwordIn(text)))?.account.partnerOf]).toEqual([0, ['Vale']])
    expect((await run('role', 'gwen', '--role', 'director')).code).toBe(1)
    expect((await run('locality', 'gwen', '--locality', 'Vale,Heath')).text).toBe(
      'gwen now sees figures of Vale, Heath.',
    )
    expect((await run('locality', 'olwen', '--locality', 'Vale')).text).toContain('works here')
    expect((await run('list')).text).toContain('"Vale"')
    expect((await run('end', 'gwen')).code).toBe(0)
    expect(await signIn(app, 'gwen', passwordIn(text))).toBeUndefined()
    const rows = await store.db.selectFrom('audit').selectAll().where('action', '<>', 'sign in').orderBy('id').execute()
    expect(rows.map(({ action, detail }) => `${action} ${detail}`).slice(1)).toEqual([
      'add account gwen: partner of Vale',
      'change localities gwen: Vale to Vale, Heath',
      'end account gwen',
    ])
  })
})

async function serves(store: Store, name: string): Promise<void> {
  const stamp = {
    recordedAt: new Date('2023-01-09T10:00:00Z'),
    recordedBy: 'test',
    reason: null,
    source: 'form' as const,
  }
  const team = await makeSubject(store.db, { kind: 'team', madeAt: stamp.recordedAt, madeBy: 'test' })
  const startedOn = plainDate('2023-01-09')
  const content = contentOf(Locality, { teams: [team] }, { name, startedOn })
  await writeVersion(store.db, { ...stamp, type: Locality, content, knownOn: startedOn })
}
