import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { reportHtml } from '../../src/formats/reports/html.ts'
import { sampleReport } from '../support/sample-report.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { readPdf } from './read-pdf.ts'

inBrowser('a report as a file of HTML', (open) => {
  test('reads from a folder, on a small screen and a wide one, and is upright on paper', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'los-report-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'report.html')
    writeFileSync(file, reportHtml(sampleReport))
    const page = await open(1280)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    await sound(page, 'the report')
    await page.getByRole('link', { name: 'Adoption' }).click()
    expect(await page.getByRole('heading', { name: 'Adoption' }).isVisible()).toBe(true)
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    const { pages } = readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }))
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  })
})
