import { expect, it } from 'vitest'
import { careSite } from '../../../../test/support/in-care.ts'

const site = careSite()
const page = '/supplies/health-provider'
const file = (rows: readonly string[]) => ({
  file: {
    name: 'kpi.csv',
    bytes: Buffer.from(
      `authority,indicator,period,value,published_in\n${rows.map((row) => `${row},Nurses\n`).join('')}`,
    ),
  },
})

it('figures that health sends are loaded with the faults of each row, looked at and signed off by name', async () => {
  const [nia, tom] = [await site().visitor('nia'), await site().visitor('tom')]
  const empty = (await nia.get(page)).body
  expect(empty).toMatch(/<h1>September 2023: nothing was sent by the health provider yet<\/h1>.*Load the figures/s)
  expect(empty).not.toContain('Sign them off')
  expect((await nia.get(`${page}/template.csv`)).body).toContain(
    'exampleshire,health-provider-first-assessments-in-time,2023-09,',
  )
  expect((await nia.post(`${page}/new`, { period: '2023-09' })).body).toContain('Choose the file.')
  const wrong = await nia.postFiles(
    `${page}/new`,
    { period: '2023-09' },
    file(['exampleshire,health-provider-dental,2023-09,many']),
  )
  expect(wrong.status).toBe(400)
  expect(wrong.body).toMatch(/Nothing was done.*Row 2, value/s)
  const good = file(['exampleshire,health-provider-dental,2023-09,62.5'])
  expect((await tom.postFiles(`${page}/new`, { period: '2023-09' }, good)).status).toBe(403)
  expect((await nia.postFiles(`${page}/new`, { period: '2023-09' }, good)).status).toBe(303)
  const there = (await nia.get(page)).body
  expect(there).toMatch(/1 of 4 figures are there, and nobody has signed them off.*62\.5%.*Sign off September 2023/s)
  const unsaid = await nia.post(page, { period: '2023-09', words: '' })
  expect([unsaid.status, unsaid.body.includes('Load what is missing first')]).toEqual([400, true])
  expect((await tom.get(page)).body).not.toContain('Sign off September 2023')
  expect((await tom.post(page, { period: '2023-09', words: '' })).status).toBe(403)
  expect((await nia.post(page, { period: '2023-09', words: 'Held against our list' })).status).toBe(303)
  expect((await nia.get(page)).body).toMatch(/signed off by Nia Rowlands<\/h1>.*“Held against our list”/s)
  const again = await nia.post(page, { period: '2023-09', words: '' })
  expect([again.status, again.body.includes('is signed off as it stands')]).toEqual([400, true])
  const early = await nia.post(page, { period: '2023-01', words: '' })
  expect(early.body).toContain('Nothing was sent of January 2023 yet')
})
