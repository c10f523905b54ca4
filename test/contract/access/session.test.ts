import { randomBytes, scryptSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { addAccount } from '../../../src/store/accounts.ts'
import { buildServer } from '../../../src/web/server.ts'
import { oddities } from './hostile.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()
const PASSWORD = 'correct horse battery'

/** A hash as the product keeps it, but cheap to try: the cost stands in the hash. */
function cheapHash(password: string): string {
  const salt = randomBytes(16)
  const hash = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 })
  return ['scrypt', 1024, 8, 1, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

let made = 0
/** An account of its own for a test. */
async function user(more: { readonly passwordIsFirst?: boolean } = {}): Promise<string> {
  made += 1
  const userName = `somebody-${made}`
  await addAccount(world().store.db, {
    userName,
    name: `Somebody ${made}`,
    worker: null,
    roles: ['director'],
    passwordHash: cheapHash(PASSWORD),
    madeAt: new Date(),
    ...more,
  })
  return userName
}

type Fields = Readonly<Record<string, string>>

/** A browser: it keeps its cookie and the token of the last form that it saw. */
function browser(given = '') {
  let cookie = given
  let form = ''
  const go = async (method: 'GET' | 'POST', url: string, fields: Fields = {}, from = 'same-origin') => {
    const payload = method === 'POST' ? new URLSearchParams({ form, ...fields }).toString() : undefined
    const answer = await world().server.inject({
      method,
      url,
      headers: {
        cookie,
        'sec-fetch-site': from,
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    const kept = answer.cookies.find(({ name }) => name === 'los_session')
    if (kept !== undefined) cookie = `los_session=${kept.value}`
    form = /name="form" value="([^"]+)"/.exec(answer.body)?.[1] ?? form
    return answer
  }
  return {
    get: (url: string) => go('GET', url),
    post: (url: string, fields: Fields, from?: string) => go('POST', url, fields, from),
    signIn: (name: string, password = PASSWORD, more: Fields = {}) =>
      go('POST', '/sign-in', { user: name, password, ...more }),
    cookie: () => cookie,
  }
}

const isIn = async (one: ReturnType<typeof browser>) => (await one.get('/people')).statusCode === 200

describe('a session', () => {
  afterEach(() => {
    delete process.env['LOS_ADDRESS']
  })

  it('is kept in a cookie that no script reads and no other site sends, and over TLS alone where there is TLS', async () => {
    const name = await user()
    const over = async () => {
      const { headers } = await browser().signIn(name)
      return String(headers['set-cookie'])
    }
    expect(await over()).toMatch(/^los_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    process.env['LOS_ADDRESS'] = 'https://los.example.gov.uk'
    expect(await over()).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
    const { headers } = await (await buildServer(world().app)).inject({ method: 'GET', url: '/sign-in' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    process.env['LOS_ADDRESS'] = 'los.example.gov.uk'
    await expect(buildServer(world().app)).rejects.toThrow('LOS_ADDRESS is "los.example.gov.uk", which is no address')
  })

  it('has a token that nobody else can choose, and that is nowhere in the store', async () => {
    const chosen = browser('los_session=chosen-by-somebody-else')
    const { cookies } = await chosen.signIn(await user())
    const token = cookies[0]?.value ?? ''
    expect(token).not.toBe('chosen-by-somebody-else')
    const rows = await world().store.db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await isIn(browser('los_session=chosen-by-somebody-else'))).toBe(false)
  })

  it('ends when another begins in the same browser, when one signs out, and for all browsers at once if one wants', async () => {
    const name = await user()
    const [here, there] = [browser(), browser()]
    await here.signIn(name)
    const first = here.cookie()
    await here.signIn(name)
    expect(await isIn(browser(first))).toBe(false)
    await there.signIn(name)
    expect((await here.get('/account')).body).toContain('You are signed in here and in one other place')
    expect((await here.post('/account/sign-out-everywhere', {})).statusCode).toBe(303)
    expect([await isIn(here), await isIn(there)]).toEqual([false, false])
    await here.signIn(name)
    const last = here.cookie()
    await here.get('/people')
    await here.post('/sign-out', {})
    expect(await isIn(browser(last))).toBe(false)
  })

  it('ends when it was not used, and after a working day though it was; what has ended is forgotten', async () => {
    const one = browser()
    await one.signIn(await user())
    const { db } = world().store
    const latest = (await db.selectFrom('session').selectAll().orderBy('made_at', 'desc').executeTakeFirstOrThrow())
      .token_hash
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const set = (values: object) =>
      db
        .updateTable('session')
        .set(values as never)
        .where('token_hash', '=', latest)
        .execute()
    await set({ seen_at: ago(5) })
    expect(await isIn(one)).toBe(true)
    // Used all day: however it is used, it lasts no longer than until ten hours after it began.
    await set({ made_at: ago(9 * 60 + 59), seen_at: ago(5) })
    expect(await isIn(one)).toBe(true)
    const { ends_at } = await db
      .selectFrom('session')
      .selectAll()
      .where('token_hash', '=', latest)
      .executeTakeFirstOrThrow()
    expect(ends_at.getTime()).toBeLessThan(Date.now() + 2 * 60_000)
    await set({ ends_at: ago(0) })
    expect(await isIn(one)).toBe(false)
    await browser().signIn(await user())
    expect(await db.selectFrom('session').selectAll().where('ends_at', '<', ago(0)).execute()).toEqual([])
  })
})

describe('signing in', () => {
  it('leads to a page of this server and nowhere else, whatever the address says', async () => {
    const name = await user()
    const elsewhere = [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '\t//evil.example',
      '/.//evil.example',
      '/x/..//evil.example',
      'javascript:alert(1)',
      '///evil.example',
      '/\\/evil.example',
      ' //evil.example',
      'http:evil.example',
      '/@evil.example',
    ]
    for (const to of [...elsewhere, ...oddities]) {
      const { statusCode, headers } = await browser().signIn(name, PASSWORD, { to })
      const location = String(headers.location)
      expect([to, statusCode]).toEqual([to, 303])
      expect([to, location]).toEqual([to, expect.stringMatching(/^\/(?![/\\])/)])
      expect(new URL(location, 'http://here.example').host).toBe('here.example')
    }
    const { headers } = await browser().signIn(name, PASSWORD, { to: '/people?q=a&b=%20c' })
    expect(headers.location).toBe('/people?q=a&b=%20c')
  })

  it('is not done by a form of another site, whoever it would sign in', async () => {
    const name = await user()
    const victim = browser()
    for (const site of ['cross-site', 'same-site']) {
      const { statusCode, headers } = await victim.post('/sign-in', { user: name, password: PASSWORD }, site)
      expect([statusCode, headers['set-cookie']]).toEqual([403, undefined])
    }
  })

  it('counts every failure, however many come at once, and then opens to nobody for a while', async () => {
    const name = await user()
    await Promise.all(Array.from({ length: 8 }, () => browser().signIn(name, 'wrong password')))
    const locked = await browser().signIn(name)
    expect(locked.statusCode).toBe(403)
    const { db } = world().store
    const account = await db.selectFrom('account').selectAll().where('user_name', '=', name).executeTakeFirstOrThrow()
    expect(account.locked_until?.getTime()).toBeGreaterThan(Date.now())
    const rows = await db.selectFrom('audit').selectAll().where('account_id', '=', account.id).execute()
    expect(rows.map(({ action, decision }) => `${action}: ${decision}`)).toEqual(
      Array.from({ length: 9 }, () => 'sign in: no'),
    )
    await db
      .updateTable('account')
      .set({ locked_until: new Date(Date.now() - 1) })
      .where('id', '=', account.id)
      .execute()
    expect((await browser().signIn(name)).statusCode).toBe(303)
  })

  it('says the same to a wrong name, a wrong password, a locked and an ended account', async () => {
    const [right, locked, ended] = [await user(), await user(), await user()]
    const { db } = world().store
    await db
      .updateTable('account')
      .set({ locked_until: new Date(Date.now() + 60_000) })
      .where('user_name', '=', locked)
      .execute()
    await db.updateTable('account').set({ ended_at: new Date() }).where('user_name', '=', ended).execute()
    const answers = [
      await browser().signIn('nobody-at-all'),
      await browser().signIn(right, 'wrong password'),
      await browser().signIn(locked),
      await browser().signIn(ended),
    ].map(({ statusCode, body }) => ({ statusCode, body }))
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('keeps no password in the log that was typed where the name belongs, and takes anything there is', async () => {
    await browser().signIn('Correct horse, battery!', '')
    // Few: each costs as much as a right one would.
    for (const odd of ['\0', '\ud800', '__proto__', 'a'.repeat(400)])
      expect((await browser().signIn(odd, odd)).statusCode).toBe(403)
    const rows = await world()
      .store.db.selectFrom('audit')
      .select('account_name')
      .where('action', '=', 'sign in')
      .execute()
    expect(
      rows
        .map(({ account_name }) => account_name)
        .filter((name) => !/^[a-z0-9][a-z0-9._-]*$|^Somebody \d+$|^not a user name$/.test(name)),
    ).toEqual([])
  })
})

describe('one’s own password', () => {
  const change = (one: ReturnType<typeof browser>, current: string, next: string, again = next) =>
    one.post('/account/password', { current, next, again })

  it('is changed by who knows it, ends every other session, and is refused when it is none to keep', async () => {
    const name = await user()
    const [here, there] = [browser(), browser()]
    await here.signIn(name)
    await there.signIn(name)
    await here.get('/account')
    for (const [current, next, again, says] of [
      [PASSWORD, 'short', 'short', 'at least 12 characters'],
      [PASSWORD, 'aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', 'more than a few different'],
      [PASSWORD, `my ${name} here`, `my ${name} here`, 'user name in it'],
      [PASSWORD, PASSWORD, PASSWORD, 'the password you have'],
      [PASSWORD, 'three random words', 'three random swords', 'not the same twice'],
      ['wrong password', 'three random words', 'three random words', 'not your password'],
    ] as const) {
      const { statusCode, body } = await change(here, current, next, again)
      expect([next, statusCode]).toEqual([next, 400])
      expect(body).toContain(says)
      expect(body).not.toContain(`value="${next}"`)
    }
    const { statusCode, headers } = await change(here, PASSWORD, 'three random words')
    expect([statusCode, headers.location]).toEqual([303, '/account/changed'])
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await browser().signIn(name)).statusCode).toBe(403)
    expect((await browser().signIn(name, 'three random words')).statusCode).toBe(303)
  })

  it('cannot be tried out on a screen that was left open', async () => {
    const name = await user()
    const one = browser()
    await one.signIn(name)
    await one.get('/account')
    for (let attempt = 0; attempt < 5; attempt += 1) await change(one, `wrong ${attempt}`, 'three random words')
    expect((await change(one, PASSWORD, 'three random words')).statusCode).toBe(400)
  })

  it('must be chosen before anything else where somebody else chose it', async () => {
    const one = browser()
    await one.signIn(await user({ passwordIsFirst: true }))
    for (const url of ['/people', '/people/1021', '/records/5001']) {
      const { statusCode, headers } = await one.get(url)
      expect([url, statusCode, headers.location]).toEqual([url, 303, '/account'])
    }
    expect((await one.get('/account')).body).toContain('Choose a password of your own')
    expect((await change(one, PASSWORD, 'three random words')).statusCode).toBe(303)
    expect(await isIn(one)).toBe(true)
  })
})
