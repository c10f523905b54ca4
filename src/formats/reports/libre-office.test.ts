import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readXlsx } from 'hucre/xlsx'
import { expect, onTestFinished, test } from 'vitest'
import { sampleReport } from '../../../test/support/sample-report.ts'
import type { Cell, ReportDocument } from '../../core/reports/document.ts'
import { reportWorkbook } from './workbook.ts'

const office = '/usr/bin/soffice'

/** A workbook as LibreOffice understands it: opened there, and saved again by it. */
async function savedAgain(report: ReportDocument) {
  const folder = mkdtempSync(join(tmpdir(), 'los-office-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'report.xlsx'), await reportWorkbook(report))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const saving = ['--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, 'report.xlsx')]
  execFileSync(office, [profile, '--headless', ...saving], { stdio: 'ignore' })
  return (await readXlsx(readFileSync(join(folder, 'out', 'report.xlsx')))).sheets
}

// It takes 270 MB to install, so that not even where everything is tested has to have it.
test.skipIf(!existsSync(office))(
  'opens in LibreOffice: numbers are numbers, days are days, and what was typed is text',
  {
    timeout: 120_000,
  },
  async () => {
    const typed = ['Row', '=1+1', '#REF!', '007', '1/2/24', 'ŵ <&> "_x0041_"', 'one\ntwo']
    const cells: readonly Cell[] = [
      ...typed.map((text) => ({ kind: 'text', text }) as const),
      { kind: 'number', text: '1,234', value: 1234, decimals: 0, isPercent: false },
      { kind: 'number', text: '56.3%', value: 56.3, decimals: 1, isPercent: true },
      { kind: 'date', text: '29 February 2024', value: '2024-02-29' },
      { kind: 'none', text: 'Withheld' },
      { kind: 'none', text: '' },
      { kind: 'rating', text: 'Worse than target', rag: 'worse than target' },
    ]
    const columns = cells.map(
      ({ kind }, at) => ({ header: `Column ${at}`, kind: kind === 'none' ? 'text' : kind }) as const,
    )
    const table = { kind: 'table', caption: 'Types', columns, rows: [cells], notes: [] } as const
    const empty = { ...table, caption: 'Nothing', rows: [] }
    const sheets = await savedAgain({ ...sampleReport, parts: [table, empty, ...sampleReport.parts] })
    const day = new Date('2024-02-29')
    expect(sheets[1]?.rows[1]).toEqual([...typed, 1234, 0.563, day, 'Withheld', null, 'Worse than target'])
    expect(sheets[2]?.rows).toHaveLength(1)
    const appendix = sampleReport.parts.find((part) => part.kind === 'table' && part.caption.startsWith('Six months'))
    const rows = appendix?.kind === 'table' ? appendix.rows : []
    expect(sheets.at(-1)?.rows).toHaveLength(rows.length + 1)
    expect(sheets.at(-1)?.rows[1]?.slice(1, 4)).toEqual([rows[0]?.[1]?.text, 433, 433])
  },
)
