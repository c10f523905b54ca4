import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'

const site = demonstrationSite()

async function numberOf(name: string, seenBy = 'tom'): Promise<string> {
  const { body } = await (await site().visitor(seenBy)).get(`/people?q=${encodeURIComponent(name)}`)
  return new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1] ?? '0'
}

type Row = Readonly<Record<string, string>>
async function rows(visitor: Visitor, address: string): Promise<readonly Row[]> {
  const { status, headers, body } = await visitor.get(address)
  expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/)
  return parse(body, { columns: true, bom: true })
}

const formula = '=HYPERLINK("http://example.org","Click")'
async function note(visitor: Visitor, child: string, heading: string): Promise<string> {
  const { body } = await visitor.get(`/people/${child}/record/case-note`)
  const worker = /<option value="(\d+)"[^>]*>Tom Fairweather/.exec(body)?.[1] ?? ''
  const when = { 'happenedAt.day': '3', 'happenedAt.month': '10', 'happenedAt.year': '2023' }
  const fields = { people: child, ...when, kind: 'visit', heading, whatHappened: '-1+1 and more', worker, do: 'put' }
  return (await visitor.post(`/people/${child}/record/case-note`, fields)).location ?? ''
}

async function auditOf(subject: string) {
  return site()
    .store.db.selectFrom('audit')
    .select(['account_name', 'action', 'decision', 'detail'])
    .where('subject_id', '=', Number(subject) as SubjectId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

describe('a chronology as CSV', () => {
  it('has a row for each record of the page, narrowed and dated as the page is, and is audited', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const all = await rows(tom, `/people/${maya}/chronology.csv`)
    expect(all.find(({ What }) => What === 'Name')).toMatchObject({
      On: '2014-06-14',
      'In short': 'Maya',
      'Recorded by': 'Demonstration',
    })
    expect(await auditOf(maya)).toEqual({
      account_name: 'Tom Fairweather',
      action: 'export',
      decision: 'yes',
      detail: 'chronology, as CSV',
    })
    const seen = await rows(tom, `/people/${maya}/chronology.csv?kind=seen-and-heard&known-on=2023-10-01`)
    expect(seen.map(({ On, What }) => [On, What])).toEqual([['2023-08-23', 'Seen and heard']])
    expect(seen[0]?.['What it says']).toContain('Was the child seen alone: Yes')
    const asked = 'kind=seen-and-heard&words=tired&known-on=2023-10-03'
    const page = (await tom.get(`/people/${maya}/chronology?${asked}`)).body
    const [, download = ''] = /href="([^"]*)">Download this list/.exec(page) ?? []
    const same = await rows(tom, download.replaceAll('&amp;', '&'))
    expect(same.map(({ On, Record }) => [On, page.includes(`href="/records/${Record}"`)])).toEqual([
      ['2023-09-27', true],
    ])
    expect((await tom.get(`/people/${maya}/chronology.csv?from=yesterday-ish`)).status).toBe(400)
  })

  it('runs nothing that somebody typed', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    await note(tom, maya, formula)
    const typed = (await rows(tom, `/people/${maya}/chronology.csv`)).find((row) =>
      row['In short']?.includes('HYPERLINK'),
    )
    expect(typed?.['In short']).toBe(`'${formula}`)
    const says = (await rows(tom, `/people/${maya}/everything.csv`)).map(({ Says }) => Says ?? '')
    expect(says).toContain(`'${formula}`)
    expect(says).toContain("'-1+1 and more")
    for (const cell of says) expect(cell).not.toMatch(/^[=+@]|^-\D/)
  })
})

describe('who may take out', () => {
  const files = ['export', 'chronology.csv', 'everything.csv', 'documents.csv']

  it.each([
    ['tom', 200],
    ['dilys', 200],
    ['iain', 200],
    // They read the record and take nothing out.
    ['anwen', 403],
    ['marian', 403],
    ['lewis', 403],
    ['nasreen', 403],
  ])('of a child of the North team: %s answers %i', async (user, status) => {
    const [visitor, maya] = [await site().visitor(user), await numberOf('Maya Ellwood')]
    for (const file of files) expect((await visitor.get(`/people/${maya}/${file}`)).status, file).toBe(status)
    const offered = (await visitor.get(`/people/${maya}/chronology`)).body.includes(`/people/${maya}/export`)
    expect(offered).toBe(status === 200)
  })

  it('of a restricted child: only who is named, and others are told whom to ring', async () => {
    const isla = await numberOf('Isla Ellwood', 'nasreen')
    for (const file of files) {
      expect((await (await site().visitor('nasreen')).get(`/people/${isla}/${file}`)).status).toBe(200)
      const refused = await (await site().visitor('dilys')).get(`/people/${isla}/${file}`)
      expect([refused.status, refused.body.includes('ring South team')]).toEqual([403, true])
    }
  })

  it('takes out no kind of record and no field that the role does not', async () => {
    const [tom, iain, maya] = [
      await site().visitor('tom'),
      await site().visitor('iain'),
      await numberOf('Maya Ellwood'),
    ]
    const { location = '' } = await tom.post(`/people/${maya}/record/confidential-contact-detail`, {
      person: maya,
      kind: 'mobile',
      detail: '07700 900123',
      safeToRing: 'yes',
      'startedOn.day': '2',
      'startedOn.month': '10',
      'startedOn.year': '2023',
      do: 'put',
    })
    expect(location).toMatch(/^\/records\/\d+$/)
    for (const file of ['chronology.csv', 'everything.csv']) {
      expect((await tom.get(`/people/${maya}/${file}`)).body).toContain('07700 900123')
      expect((await iain.get(`/people/${maya}/${file}`)).body).not.toContain('07700 900123')
    }
    const gender = (await rows(iain, `/people/${maya}/everything.csv`)).filter(
      ({ What }) => What === 'Gender and pronouns',
    )
    expect(gender.map(({ Item, Says }) => [Item, Says])).toContainEqual([
      'Gender, in their own words',
      'Kept more closely: not taken out',
    ])
  })
})

describe('everything held about a person', () => {
  it('has every version, with who wrote it, when and why', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const location = await note(tom, maya, 'Frist words')
    const form = (await tom.get(`${location}/correct`)).body
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
    const when = { 'happenedAt.day': '3', 'happenedAt.month': '10', 'happenedAt.year': '2023' }
    const worker = /<option value="(\d+)" selected>Tom/.exec(form)?.[1] ?? ''
    const fields = {
      people: maya,
      ...when,
      kind: 'visit',
      whatHappened: 'We talked.',
      worker,
      basedOn: value('basedOn'),
      do: 'put',
    }
    expect(
      (await tom.post(`${location}/correct`, { ...fields, heading: 'First words', 'form.reason': 'Misspelt' })).status,
    ).toBe(303)
    const versions = (await rows(tom, `/people/${maya}/everything.csv`)).filter(
      (row) => `/records/${row['Record']}` === location && row['Item'] === 'In a few words',
    )
    expect(versions.map(({ Says, Why, 'Written by': by }) => [Says, Why, by])).toEqual([
      ['Frist words', '', 'Tom Fairweather'],
      ['First words', 'Misspelt', 'Tom Fairweather'],
    ])
  })

  it('lists the documents with their hash and to whom they went', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const letter = { people: maya, to: 'The school', title: 'About Maya', text: 'Dear all', from: '', address: '' }
    const gone = {
      gone: 'yes',
      how: 'secure-email',
      'sentOn.day': '3',
      'sentOn.month': '10',
      'sentOn.year': '2023',
      do: 'put',
    }
    const { location } = await tom.post(`/people/${maya}/letters/closing`, { ...letter, ...gone })
    const listed = (await rows(tom, `/people/${maya}/documents.csv`)).find(
      (row) => `/records/${row['Record']}` === location,
    )
    expect(listed).toMatchObject({
      File: 'About Maya - The school 2023-10-04.docx',
      'SHA-256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'Added by': 'Tom Fairweather',
      Title: 'About Maya (letter to The school)',
      Sent: 'The school, 2023-10-03, Secure e-mail',
    })
  })
})

describe('people found as CSV', () => {
  it('has those whom the role takes out, each audited, and says how many that is', async () => {
    const tom = await site().visitor('tom')
    const page = (await tom.get('/people?q=ellwood')).body
    expect(page).toContain(
      '<a href="/people.csv?q=ellwood">Download the 2 of these 5 whom your role may take out (CSV)</a>',
    )
    const found = await rows(tom, '/people.csv?q=ellwood')
    expect(found.map(({ Name, 'Date of birth': born, Age }) => [Name, born, Age]).toSorted()).toEqual([
      ['Maya Ellwood', '2014-06-14', '9'],
      ['Theo Ellwood', '2011-02-03', '12'],
    ])
    expect(await auditOf(await numberOf('Theo Ellwood'))).toMatchObject({ action: 'find' })
    await tom.get('/people.csv?q=ellwood')
    expect(await auditOf(found.find(({ Name }) => Name === 'Theo Ellwood')?.['Number'] ?? '')).toEqual({
      account_name: 'Tom Fairweather',
      action: 'export',
      decision: 'yes',
      detail: 'people found for “ellwood”, as CSV',
    })
  })

  it('is refused where there is nobody to take out, and not offered', async () => {
    const marian = await site().visitor('marian')
    expect((await marian.get('/people?q=ellwood')).body).not.toContain('/people.csv')
    for (const query of ['ellwood', 'nobody at all', ''])
      expect((await marian.get(`/people.csv?q=${query}`)).status).toBe(403)
  })
})
