import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formToken } from '../../../src/app/access/sign-in.ts'
import { CaseNote } from '../../../src/areas/people/notes.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { anything, inAddress, oddities } from './hostile.ts'
import { latestVersion, noteFields } from './pages-of-records.ts'
import { addressOf, routesOf } from './routes.ts'
import { send } from './sending.ts'
import { leaks, none } from './walk.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()
const who = () => world().accounts['social-worker']
const none500 = (answer: { statusCode: number; body: string }, what: string) => {
  expect([what, answer.statusCode < 500]).toEqual([what, true])
  none(leaks(world(), 'social-worker', { answer: 'shown', text: answer.body }))
}

/** What there is of records, and whose they are. */
async function written() {
  const { db } = world().store
  const [versions, contents, notes] = await Promise.all([
    db.selectFrom('version').select('id').orderBy('id').execute(),
    db.selectFrom('version_subject').select('version_id').execute(),
    db.selectFrom('record_subject').select('subject_id').where('type', '=', CaseNote.key).execute(),
  ])
  const about = new Map<SubjectId, number>()
  for (const { subject_id } of notes) about.set(subject_id, (about.get(subject_id) ?? 0) + 1)
  return { versions: versions.length, placed: contents.length, about }
}

describe('addresses', () => {
  it('hold anything in the place of a number, a kind or a key, and are answered in words', async () => {
    const routes = routesOf(world().server).filter((route) => route.startsWith('GET') && route.includes(':'))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), anything, async (route, odd) => {
        const url = (route.split(' ')[1] ?? '').replaceAll(/:[a-zA-Z]+/g, inAddress(odd) || '-')
        none500(await send(world(), who(), { method: 'GET', url }), url)
      }),
      { numRuns: 150 },
    )
  })

  it('hold anything in their query, once or several times', async () => {
    const names = [
      'q',
      'as-at',
      'known-on',
      'kind',
      'draft',
      'period',
      'authority',
      'to',
      'section',
      'constructor',
      '__proto__',
      'q[]',
      'as-at[x]',
    ]
    const routes = routesOf(world().server).filter((route) => route.startsWith('GET') && !route.includes('/assets/'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.array(fc.tuple(fc.constantFrom(...names), anything), { minLength: 1, maxLength: 4 }),
        async (route, query) => {
          const search = query.map(([name, odd]) => `${encodeURIComponent(name)}=${inAddress(odd)}`).join('&')
          const url = `${addressOf(world(), route)}?${search}`
          none500(await send(world(), who(), { method: 'GET', url }), url)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('forms', () => {
  const names = [
    ...Object.keys(CaseNote.subjects),
    ...Object.keys(CaseNote.fields),
    'happenedAt.day',
    'draft',
    'basedOn',
    'form.reason',
    'form.instead',
    'form.step',
    'do',
    'type',
    'record',
    '__proto__',
    'constructor',
    'people.0',
    'sensitivity',
    'recordedBy',
  ]

  it('with anything in any field write whole or not at all, and only about whom the form may be about', async () => {
    const { people, working } = world()
    const numbers = [
      ...Object.values(people).map(({ subject }) => String(subject)),
      String(working.colleague),
      String(working.north),
      '999999',
    ]
    const value = fc.oneof(anything, fc.constantFrom(...numbers))
    const field = fc.tuple(fc.constantFrom(...names), value)
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 6 }), fc.boolean(), async (odd, put) => {
        const before = await written()
        const fields = {
          ...noteFields(world(), String(people.mine.subject)),
          ...Object.fromEntries(odd),
          ...(put ? { do: 'put' } : {}),
        }
        const answer = await send(world(), who(), {
          method: 'POST',
          url: `/people/${people.mine.subject}/record/case-note`,
          fields,
        })
        none500(answer, JSON.stringify(odd))
        const after = await written()
        expect(after.versions - before.versions).toBeLessThanOrEqual(1)
        if (answer.statusCode >= 400) expect(after.versions).toBe(before.versions)
        for (const [key, { subject }] of Object.entries(people))
          if (!['mine', 'team', 'named'].includes(key))
            expect([key, after.about.get(subject)]).toEqual([key, before.about.get(subject)])
      }),
      { numRuns: 120 },
    )
  })

  it.each(['closed', 'sealed', 'elsewhere', 'nobodys'] as const)(
    'take no note about one’s own child and %s',
    async (other) => {
      const { people } = world()
      const before = await written()
      for (const url of [
        `/people/${people.mine.subject}/record/case-note`,
        `/records/${people.mine.records.o}/correct`,
      ]) {
        const form = new URLSearchParams({
          form: formToken(who().token),
          ...noteFields(world(), String(people.mine.subject)),
        })
        form.append('people', String(people[other].subject))
        form.append('form.reason', 'A test')
        form.append('basedOn', String(await latestVersion(world(), people.mine.records.o)))
        const answer = await post(url, form.toString())
        expect([url, answer.statusCode]).toEqual([
          url,
          { closed: 403, sealed: 404, elsewhere: 403, nobodys: 403 }[other],
        ])
        none500(answer, url)
      }
      expect((await written()).versions).toBe(before.versions)
    },
  )

  it('name as worker only a worker, and nobody who is not there: each is answered alike', async () => {
    const { people, working } = world()
    const fault = async (worker: string) => {
      const fields = { ...noteFields(world(), String(people.mine.subject)), worker }
      const answer = await send(world(), who(), {
        method: 'POST',
        url: `/people/${people.mine.subject}/record/case-note`,
        fields,
      })
      return { status: answer.statusCode, message: /id="worker-error"[^>]*>(.*?)<\/p>/.exec(answer.body)?.[1] }
    }
    const answers = [people.sealed.subject, people.closed.subject, people.mine.subject, working.north, 9999].map(
      (one) => fault(String(one)),
    )
    const [first, ...others] = await Promise.all(answers)
    expect(first?.status).toBe(400)
    expect(first?.message).toContain('There is no worker of that number')
    for (const one of others) expect(one).toEqual(first)
  })

  it('correct a record only from its own latest version', async () => {
    const { people } = world()
    const url = `/records/${people.mine.records.o}/correct`
    const before = await written()
    for (const basedOn of ['1', String(await latestVersion(world(), people.team.records.o)), ...oddities]) {
      const fields = { ...noteFields(world(), String(people.mine.subject)), basedOn, 'form.reason': 'A test' }
      const answer = await send(world(), who(), { method: 'POST', url, fields })
      expect([basedOn, answer.statusCode]).toEqual([basedOn, 409])
    }
    expect((await written()).versions).toBe(before.versions)
  })
})

describe('drafts', () => {
  const save = async (url: string, fields: Readonly<Record<string, string>>) => {
    const { statusCode, headers } = await send(world(), who(), {
      method: 'POST',
      url,
      fields: { ...fields, do: 'save' },
    })
    return { status: statusCode, draft: /draft=(\d+)/.exec(String(headers.location))?.[1] ?? '' }
  }

  it('are one’s own, of one kind, about one person; anything else is not there, to be read or to be written over', async () => {
    const { people, accounts } = world()
    const [mine, team] = [`/people/${people.mine.subject}/record`, `/people/${people.team.subject}/record`]
    const { draft } = await save(`${mine}/case-note`, { heading: 'Only mine to read' })
    for (const [as, url] of [
      [accounts['team-manager'], `${mine}/case-note`],
      [who(), `${mine}/alert`],
      [who(), `${team}/case-note`],
    ] as const) {
      const read = await send(world(), as, { method: 'GET', url: `${url}?draft=${draft}` })
      // What somebody wrote is kept all the same, as another draft.
      const over = await send(world(), as, { method: 'POST', url, fields: { draft, heading: 'Over it', do: 'save' } })
      expect([read.statusCode, over.statusCode]).toEqual([404, 303])
      expect(over.headers.location).not.toContain(`draft=${draft}`)
      expect(read.body + over.body).not.toContain('Only mine to read')
    }
    const own = await send(world(), who(), { method: 'GET', url: `${mine}/case-note?draft=${draft}` })
    expect(own.body).toContain('Only mine to read')
  })

  it('go on the record once, however often the button is pressed', async () => {
    const { people } = world()
    const url = `/people/${people.mine.subject}/record/case-note`
    const { draft } = await save(url, noteFields(world(), String(people.mine.subject)))
    const before = await written()
    const fields = { ...noteFields(world(), String(people.mine.subject)), draft }
    const answers = [
      await send(world(), who(), { method: 'POST', url, fields }),
      await send(world(), who(), { method: 'POST', url, fields }),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 400])
    expect((await written()).versions).toBe(before.versions + 1)
  })
})

describe('bodies', () => {
  it.each([
    ['application/json', JSON.stringify({ heading: 'x' })],
    ['application/json', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['text/plain', 'heading=x'],
    ['application/xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['application/x-www-form-urlencoded; charset=utf-7', '+ADw-script+AD4-'],
    ['', ''],
    ['application/x-www-form-urlencoded', `${'a'.repeat(2_000_000)}=1`],
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(100_000)],
    ['application/x-www-form-urlencoded', `${'a%5B'.repeat(10_000)}=1`],
    ['application/x-www-form-urlencoded', '%=%&%zz=%ff&=&&&'],
  ])('of %s are refused, and nothing is done', async (type, body) => {
    const before = await written()
    const answer = await world().server.inject({
      method: 'POST',
      url: `/people/${world().people.mine.subject}/record/case-note`,
      headers: {
        cookie: `los_session=${encodeURIComponent(who().token)}`,
        ...(type === '' ? {} : { 'content-type': type }),
      },
      payload: body,
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    none500(answer, type)
    expect((await written()).versions).toBe(before.versions)
  })
})

const post = (url: string, payload: string) =>
  world().server.inject({
    method: 'POST',
    url,
    headers: {
      cookie: `los_session=${encodeURIComponent(who().token)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload,
  })
