import { parse } from 'content-disposition'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
const html = Buffer.from('<!doctype html><script>fetch("/people")</script>')

async function numberOf(name: string, seenBy = 'tom'): Promise<string> {
  const { body } = await (await site().visitor(seenBy)).get(`/people?q=${encodeURIComponent(name)}`)
  return new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1] ?? '0'
}

const filledIn = (child: string, changes: Readonly<Record<string, string>> = {}) => ({
  people: child,
  title: 'Report of the school',
  kind: 'report',
  'datedOn.day': '2',
  'datedOn.month': '10',
  'datedOn.year': '2023',
  do: 'put',
  ...changes,
})

const add = (
  visitor: Visitor,
  child: string,
  name: string,
  bytes: Uint8Array,
  changes: Readonly<Record<string, string>> = {},
) =>
  visitor.postFiles(`/people/${child}/record/person-document`, filledIn(child, changes), { document: { name, bytes } })

/** The address of the file on the page of a record. */
const fileIn = (body: string): string => /href="(\/documents\/\d+)"/.exec(body)?.[1] ?? ''
const errorIn = (body: string): string =>
  /govuk-error-summary__list">.*?<a href="#document">(.*?)<\/a>/s.exec(body)?.[1] ?? ''

async function addedFile(child: string, by: string, name = 'Report.pdf'): Promise<string> {
  const visitor = await site().visitor(by)
  const { location = '' } = await add(visitor, child, name, pdf)
  return fileIn((await visitor.get(location)).body)
}

describe('adding a document', () => {
  it('puts it on the record, where it is named with its size and leads to the file, byte for byte', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    expect((await tom.get(`/people/${maya}/record/person-document`)).body).toContain('enctype="multipart/form-data"')
    const { status, location = '' } = await add(tom, maya, 'Report.pdf', pdf)
    expect(status).toBe(303)
    const { body } = await tom.get(location)
    expect(body).toContain('Report.pdf, 1 KB</a>')
    const file = await tom.get(fileIn(body))
    expect(file.bytes.equals(pdf)).toBe(true)
    expect((await tom.get(`/people/${maya}/chronology`)).body).toContain(
      `<a href="${fileIn(body)}">Report.pdf, 1 KB</a>`,
    )
  })

  it('is sent so that no browser shows it as a page, or keeps it', async () => {
    const file = await addedFile(await numberOf('Maya Ellwood'), 'tom')
    const { headers } = await (await site().visitor('tom')).get(file)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=Report.pdf',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it.each([
    ['a page', 'Report.pdf', html, 'what is in it is a web page'],
    ['a drawing with script', 'Report.png', Buffer.from('<svg onload="alert(1)"/>'), 'what is in it is a web page'],
    ['a program', 'Report.pdf', Buffer.from('MZ\x90\0\x03'), 'what is in it is a program'],
    ['a packed folder', 'Report.docx', zipSync({ 'a.exe': strToU8('MZ') }), 'is a packed folder'],
    ['a page by its own name', 'Report.html', html, 'files that end in .html are not taken'],
    ['nothing', 'Report.pdf', Buffer.alloc(0), '“Report.pdf” is empty'],
  ])('refuses %s, says why, and keeps what was typed', async (_, name, bytes, why) => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { status, body } = await add(tom, maya, name, bytes, { title: 'Typed with care' })
    expect(status).toBe(400)
    expect(errorIn(body)).toContain(why)
    expect(body).toContain('Your draft is saved')
    expect(body).toContain('value="Typed with care"')
    expect(fileIn(body)).toBe('')
  })

  it('refuses what is larger than is taken, to the byte, and keeps what was typed', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { largestFile } = site().app
    const large = Buffer.alloc(largestFile + 1, 'a')
    const { status, body } = await add(tom, maya, 'Scan.txt', large, { title: 'Typed with care' })
    expect(status).toBe(400)
    expect(errorIn(body)).toContain('“Scan.txt” is larger than 20 MB')
    expect(body).toContain('value="Typed with care"')
    expect((await add(tom, maya, 'Scan.txt', large.subarray(1))).status).toBe(303)
  })

  it('keeps the file with the draft while something else is wrong, and lets it be replaced or left out', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const faulty = await add(tom, maya, 'First.pdf', pdf, { title: '' })
    expect(faulty.status).toBe(400)
    expect(faulty.body).toContain('First.pdf, 1 KB</a>')
    const field = (name: string, body: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(body)?.[1] ?? ''
    const draft = field('draft', faulty.body)
    expect((await tom.get(fileIn(faulty.body))).bytes.equals(pdf)).toBe(true)
    expect((await (await site().visitor('dilys')).get(fileIn(faulty.body))).status).toBe(404)
    const again = await tom.get(`/people/${maya}/record/person-document?draft=${draft}`)
    expect(again.body).toContain('First.pdf, 1 KB</a>')
    const replaced = await add(tom, maya, 'Second.pdf', pdf, {
      draft,
      document: field('document', again.body),
      title: '',
    })
    expect(replaced.body).toContain('Second.pdf, 1 KB</a>')
    expect((await tom.get(fileIn(faulty.body))).status).toBe(404)
    const { status, location = '' } = await tom.post(
      `/people/${maya}/record/person-document`,
      filledIn(maya, { draft, document: field('document', replaced.body) }),
    )
    expect(status).toBe(303)
    expect((await tom.get(location)).body).toContain('Second.pdf, 1 KB</a>')
  })

  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\tom\\Maya.pdf', 'Maya.pdf'],
    ['Zoë – 李小龍 “Plan”.pdf', 'Zoë – 李小龍 “Plan”.pdf'],
    ['fdp\u202egpj.pdf', 'fdpgpj.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '-img src=x onerror=alert(1)-.pdf'],
  ])('keeps %s as %s', async (sent, kept) => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { location = '' } = await add(tom, maya, sent, pdf)
    const { body } = await tom.get(location)
    expect(body).toContain(`${kept}, 1 KB</a>`)
    const disposition = parse(String((await tom.get(fileIn(body))).headers['content-disposition']))
    expect(disposition).toMatchObject({ type: 'attachment', parameters: { filename: kept } })
  })

  it('refuses a form without the session’s token, and keeps nothing of it', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const before = await countDocuments()
    const form = filledIn(maya, { title: 'Forged' })
    const files = { document: { name: 'Report.pdf', bytes: pdf } }
    for (const forged of [form, { ...form, form: 'x' }])
      expect((await tom.forge(`/people/${maya}/record/person-document`, forged, files)).status).toBe(403)
    expect(await countDocuments()).toBe(before)
    expect((await tom.get(`/people/${maya}`)).body).not.toContain('Forged')
  })

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['half a form', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nvalue'],
    [
      'a name of every object',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'too much text',
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(1_100_000)}\r\n--b--\r\n`,
    ],
  ])('answers what is no form (%s) as such', async (_, type, payload) => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    expect((await tom.raw(`/people/${maya}/record/person-document`, { type, payload })).status).toBe(400)
  })

  it('carries what was typed, but no file, through a session that ended', async () => {
    const [tom, maya] = [await site().newVisitor('tom'), await numberOf('Maya Ellwood')]
    const before = await countDocuments()
    await tom.post('/sign-out')
    const { status, body } = await tom.postFiles(
      `/people/${maya}/record/person-document`,
      filledIn(maya, { title: 'Typed for an hour' }),
      { document: { name: 'Report.pdf', bytes: pdf } },
    )
    expect(status).toBe(401)
    expect(body).toContain('Typed for an hour')
    expect(await countDocuments()).toBe(before)
  })

  it('takes no file that somebody else added, whatever a form names', async () => {
    const [tom, nasreen] = [await site().visitor('tom'), await site().visitor('nasreen')]
    const [maya, ivo] = [await numberOf('Maya Ellwood'), await numberOf('Ivo Santander', 'nasreen')]
    const { location = '' } = await add(nasreen, ivo, 'Secret.pdf', pdf)
    const document =
      fileIn((await nasreen.get(location)).body)
        .split('/')
        .at(-1) ?? ''
    const { status, body } = await tom.post(`/people/${maya}/record/person-document`, filledIn(maya, { document }))
    expect(status).toBe(400)
    expect(errorIn(body)).toContain('is not here any more')
    expect(body).not.toContain('Secret.pdf')
  })

  it('is corrected with another file, and both stay', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const { location = '' } = await add(tom, maya, 'Wrong.pdf', pdf)
    const form = (await tom.get(`${location}/correct`)).body
    expect(form).toContain('Wrong.pdf, 1 KB</a>')
    const value = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(form)?.[1] ?? ''
    const fields = filledIn(maya, {
      basedOn: value('basedOn'),
      document: value('document'),
      'form.reason': 'The wrong scan',
    })
    const corrected = await tom.postFiles(`${location}/correct`, fields, {
      document: { name: 'Right.pdf', bytes: pdf },
    })
    expect(corrected.status).toBe(303)
    const { body } = await tom.get(location)
    expect(body.indexOf('Right.pdf, 1 KB</a>')).toBeGreaterThan(0)
    expect(body.indexOf('Wrong.pdf, 1 KB</a>')).toBeGreaterThan(body.indexOf('Right.pdf, 1 KB</a>'))
  })
})

describe('a document of a child', () => {
  it.each([
    ['tom', 200],
    ['dilys', 200],
    ['anwen', 200],
    ['lewis', 200],
    ['marian', 200],
    ['iain', 200],
    ['nasreen', 403],
  ])('of the North team answers %s with %i', async (user, status) => {
    const file = await addedFile(await numberOf('Maya Ellwood'), 'tom')
    expect((await (await site().visitor(user)).get(file)).status).toBe(status)
  })

  it.each([
    ['nasreen', 200],
    ['tom', 403],
    ['dilys', 403],
    ['marian', 403],
    ['iain', 403],
  ])('who is restricted answers %s with %i', async (user, status) => {
    const file = await addedFile(await islaOf(), 'nasreen')
    expect((await (await site().visitor(user)).get(file)).status).toBe(status)
  })

  it('asks whoever is not signed in to do so, and knows no other number', async () => {
    const file = await addedFile(await numberOf('Maya Ellwood'), 'tom')
    const answer = await (await site().visitor()).get(file)
    expect([answer.status, answer.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(file)}`])
    for (const number of ['999999', '0', 'x', '1e3', '-1'])
      expect((await (await site().visitor('tom')).get(`/documents/${number}`)).status).toBe(404)
  })
})

const islaOf = () => numberOf('Isla Ellwood', 'nasreen')

async function countDocuments(): Promise<number> {
  const rows = await site().store.db.selectFrom('document').select('id').execute()
  return rows.length
}
