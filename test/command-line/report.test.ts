import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { run } from '../../src/cli/run.ts'
import { newFolder } from '../databases/each-database.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { guestHouse, guestTypes } from '../support/guest-house.ts'

/** What a command prints over an app. */
async function los(app: App, ...argv: readonly string[]): Promise<string> {
  const said: string[] = []
  const note = (text: string) => {
    said.push(text)
  }
  const refuse = () => {
    throw new Error('It should have asked the app alone.')
  }
  const around = () => ({
    openApp: async () => app,
    ...{ serve: refuse, calendar: refuse, postcodes: refuse, authorities: refuse },
    ...{ print: note, remark: note, terminal: false },
  })
  await run(argv, around, note)
  return said.join('\n')
}

test('a month is frozen, published and read again from the command line, as it went', async () => {
  const store = await openEmbedded(inject('databaseWorkshop'), guestTypes)
  onTestFinished(() => store.close())
  const { app } = await guestHouse(store)
  const september = ['--period', '2023-09']
  expect(await los(app, 'report', 'guests', ...september)).toContain('has not been frozen yet')
  await los(app, 'publish', 'guest-book', ...september, '--as', 'performance-analyst')
  expect(await los(app, 'report', 'guests', ...september)).toContain('"title": "Guest report"')
  expect(await los(app, 'report', 'guests', ...september, '--for', 'board')).toContain('not published to the board')
  const to = ['publish', 'guest-book', ...september, '--to', 'board', '--as', 'director']
  expect(JSON.parse(await los(app, ...to))).toEqual({
    ...{ report: 'guests', period: '2023-09', audience: 'board', words: '', publishedBy: 'director' },
  })
  expect(await los(app, ...to)).toContain('September 2023 was published to the board already')
  const folder = newFolder()
  const asked = ['report', 'guests', ...september, '--for', 'board', '--version', '1']
  const written = (await los(app, ...asked, '--out', folder)).split('\n')
  expect(written).toEqual(['pdf', 'html', 'xlsx', 'csv'].map((end) => expect.stringMatching(new RegExp(`\\.${end}$`))))
  expect(readdirSync(folder)).toHaveLength(4)
  expect(await los(app, ...asked, '--format', 'pdf')).toContain('is a file. Say where it goes: --out FOLDER')
  expect(await los(app, ...asked, '--format', 'doc')).toContain('Write --format pdf, html, xlsx, csv or json.')
  expect(await los(app, ...asked, '--format', 'pdf', '--out', newFolder())).toMatch(/\.pdf$/)
  const page = readFileSync(written.find((path) => path.endsWith('.html')) ?? '', 'utf8')
  expect(page).toMatch(/<h1>Guest report<\/h1>.*For the host\./s)
  expect(page).not.toMatch(/(src|href)="(?!#)|@import|url\(/)
  const csv = written.find((path) => path.endsWith('.csv')) ?? join(folder, 'none')
  expect(await los(app, ...asked, '--format', 'csv')).toBe(readFileSync(csv, 'utf8').replace(/\r\n$/, ''))
})
