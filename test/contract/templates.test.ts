import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { importRecords } from '../../src/app/records/import-records.ts'
import { templateFiles } from '../../src/app/records/templates.ts'
import { validateFiles } from '../../src/app/records/validate.ts'
import { writeReturn } from '../../src/app/records/write-return.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { validate } from '../../src/core/record/validate.ts'
import { templateFormat } from '../../src/formats/templates/index.ts'
import { listRecords } from '../../src/store/records/list.ts'
import { eachDatabase } from '../databases/each-database.ts'
import { appOn, productTypes } from '../support/app.ts'

// Every record type that has a template: what is written here for whoever fills one can be read, recorded and written again.

const today = plainDate('2026-11-01')
const files = templateFiles('all', today)
const examples = files.flatMap(({ name, text }) =>
  name.startsWith('examples/') ? [{ name: name.slice('examples/'.length), bytes: Buffer.from(text) }] : [],
)
const operator = { id: null, name: 'Somebody', roles: ['operator'] } as const

describe('the example of each template', () => {
  test.each(examples.map((file) => [file.name, file] as const))('%s is read without a finding', async (_, file) => {
    expect(await validateFiles(templateFormat, [file], undefined)).toEqual({ refused: false, findings: [] })
  })

  test('fills every column of its template', () => {
    for (const { name, bytes } of examples) {
      const [filled]: readonly Readonly<Record<string, string>>[] = parse(bytes, { columns: true })
      const empty = Object.entries(filled ?? {}).filter(
        ([heading, cell]) => cell === '' && !/_line_[34]$/.test(heading),
      )
      expect([name, empty]).toEqual([name, []])
    }
  })
})

eachDatabase(({ open }) => {
  test('all examples are recorded together, as anybody may write them; again they change nothing, and they can be written out', async () => {
    const store = await open()
    const app = appOn(store)
    const asked = { files: examples, knownOn: app.clock.today }
    const imported = await importRecords(app, operator, templateFormat, asked)
    expect(imported).toMatchObject({ refused: false, findings: [] })
    for (const type of productTypes.values())
      for (const { content } of await listRecords(store.db, type, null))
        expect([type.key, validate(type, content, today)]).toEqual([type.key, []])

    const many = (await store.db.selectFrom('subject').select('id').execute()).length
    const again = [...examples].toReversed()
    const repeated = await importRecords(app, operator, templateFormat, { ...asked, files: again.slice(1) })
    expect(repeated).toMatchObject({ refused: false, changed: [] satisfies readonly SubjectId[], findings: [] })
    expect((await store.db.selectFrom('subject').select('id').execute()).length).toBe(many)

    const out = await writeReturn(app, operator, templateFormat, { of: '', knownOn: app.clock.today, as: 'csv' })
    const written = new Map(out.files.map(({ name, text }) => [name, text] as const))
    for (const { name, bytes } of examples) {
      const rows = written.get(name)?.split('\n') ?? []
      for (const row of bytes.toString().split('\n')) expect([name, rows.includes(row), row]).toEqual([name, true, row])
    }
  })
}, productTypes)
