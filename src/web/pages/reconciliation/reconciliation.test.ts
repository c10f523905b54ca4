import { describe, expect, it } from 'vitest'
import { careSite } from '../../../../test/support/in-care.ts'

const site = careSite()
const page = '/reconciliations/health-list'
const list = (rows: readonly string[]) => Buffer.from(`Name,DOB,IHA\n${rows.join('\n')}\n`)
const september = { from: '1/9/2023', to: '30/9/2023' }
const rows = [
  'Maya Ellwood,14/06/2014,20/09/2023',
  'Ellwood Isla,09/09/2019,12/09/2023',
  'Una Known,01/01/2015,05/09/2023',
]

async function rowOf(name: string, visitor: Awaited<ReturnType<ReturnType<typeof site>['visitor']>>) {
  const { body } = await visitor.get(`${page}?show=all`)
  const [, href] = new RegExp(`href="([^"]+/rows/[^"]+)">${name}`).exec(body) ?? []
  if (href === undefined)
    throw new Error(`${name} is not on the list: ${body.slice(body.indexOf('<main'), body.indexOf('<main') + 2000)}`)
  return href
}

describe('health’s list held against the record', () => {
  it('is loaded by whoever loads lists, refused whole with what to do, and says what an empty page means', async () => {
    const [nia, tom] = [await site().visitor('nia'), await site().visitor('tom')]
    expect((await nia.get(page)).body).toMatch(/no list was loaded yet.*Load a list/s)
    expect((await tom.get(page)).body).not.toContain('Load a list')
    const empty = await nia.post(`${page}/new`, { from: '', to: 'soon' })
    expect(empty.status).toBe(400)
    expect(empty.body).toMatch(/Choose the file.*first day.*last day/s)
    const wrong = { file: { name: 'x.csv', bytes: Buffer.from('a,b\n1,2\n') } }
    expect((await nia.postFiles(`${page}/new`, september, wrong)).body).toMatch(
      /Nothing was loaded.*No row has the headings/s,
    )
    const back = { from: '30/9/2023', to: '1/9/2023' }
    const file = { file: { name: 'health.csv', bytes: list(rows) } }
    expect((await nia.postFiles(`${page}/new`, back, file)).body).toContain('ends before it begins')
    expect((await tom.postFiles(`${page}/new`, september, file)).status).toBe(403)
    expect((await nia.postFiles(`${page}/new`, september, file)).status).toBe(303)
    expect((await nia.get(`${page}/template.csv`)).body).toContain('NHS number,Our number,Given name')
  })

  it('has the worst first, restricted children with nobody who may not open them, and rows of nobody with whoever holds lists', async () => {
    const [nia, tom] = [await site().visitor('nia'), await site().visitor('tom')]
    const read = (await nia.get(page)).body
    expect(read).toMatch(
      /<h1>3 differences to put right: 3 undecided<\/h1>.*Una Known.*Nobody we know.*Maya Ellwood.*Only health has it/s,
    )
    expect(read).not.toContain('Isla')
    expect(read).toContain('1 more day on the list is of children whose record you may not read')
    const toms = (await tom.get(page)).body
    expect(toms).toContain('Maya Ellwood')
    expect(toms).not.toContain('Una Known')
    expect((await nia.get(`${page}.csv`)).body).toMatch(
      /Maya Ellwood,2014-06-14,Initial health assessment,2023-09-20,,,Only health has it/,
    )
  })

  it('keeps who corrects what with words, and asks for both', async () => {
    const nia = await site().visitor('nia')
    const row = await rowOf('Maya Ellwood', nia)
    const nothing = await nia.post(row, { of: 'decision', words: 'Seen' })
    expect([nothing.status, nothing.body.includes('Choose one of these.')]).toEqual([400, true])
    const silent = await nia.post(row, { of: 'decision', decision: 'ours', words: '' })
    expect([silent.status, silent.body.includes('Say why, in a few words')]).toEqual([400, true])
    expect((await nia.post(row, { of: 'decision', decision: 'ours', words: 'The letter is here' })).status).toBe(303)
    expect((await nia.get(page)).body).toMatch(
      /2 undecided, 1 for social care.*Maya Ellwood.*Social care<small>“The letter is here” Nia Rowlands/s,
    )
    expect((await nia.get(row)).body).toMatch(
      /What was decided about these two days.*Social care corrects it.*The letter is here/s,
    )
  })

  it('takes their day over through the ordinary form, and is the same at once when it is on the record', async () => {
    const [tom, nia] = [await site().visitor('tom'), await site().visitor('nia')]
    const row = await rowOf('Maya Ellwood', tom)
    expect((await tom.get(row)).body).toContain('Record it with health’s day')
    expect((await nia.get(row)).body).not.toContain('Record it with')
    const { location = '' } = await tom.post(row, { do: 'take' })
    expect(location).toMatch(/^\/people\/\d+\/record\/health-assessment\?draft=\d+$/)
    const form = (await tom.get(location)).body
    expect(form).toMatch(/name="assessedOn.day"[^>]*value="20"/)
    expect((await nia.get(page)).body).toMatch(/Maya Ellwood.*Only health has it/s)
    const day = { 'assessedOn.day': '18', 'assessedOn.month': '9', 'assessedOn.year': '2023' }
    const draft = location.split('draft=')[1] ?? ''
    const whole = { ...day, kind: 'initial', attendance: 'done', draft, do: 'put' }
    expect((await tom.post(location.split('?')[0] ?? '', whole)).status).toBe(303)
    const differs = await rowOf('Maya Ellwood', tom)
    expect((await tom.get(differs)).body).toContain('Health has it 2 days later')
    const { location: correction = '' } = await tom.post(differs, { do: 'take' })
    expect(correction).toMatch(/^\/records\/\d+\/correct\?draft=\d+$/)
    expect((await tom.get(correction)).body).toMatch(/Health has 20 September 2023: health\.csv, row 2/)
  })
})
