import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { worseThanTarget } from '../../db/migrations/0040-worse-than-target.ts'
import { freezeMonth } from '../../src/app/months/freeze.ts'
import { publishReport, readPublished } from '../../src/app/months/publish.ts'
import { findFrozenFigures } from '../../src/store/months/publications.ts'
import { extractDay, guestHouse, guestTypes, september } from '../support/guest-house.ts'
import { eachDatabase } from './each-database.ts'

eachDatabase(({ open }) => {
  it('of a month that was frozen when a missed target was “below target” is read as what it is called now, and the report keeps its words', async () => {
    const store = await open()
    const { app, analyst, director } = await guestHouse(store)
    const { id } = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
    await publishReport(app, director, { ...september, report: 'guests', audience: 'board', words: '' })
    await sql`update publication_figure set judged = jsonb_set(judged, '{rag}', '"below target"')`.execute(store.db)
    const cell = { kind: 'rating', text: 'Below target', rag: 'below target' }
    const older = JSON.stringify({ fixedAt: new Date(0), title: 'Older', cell })
    await sql`update published_report set document = ${older}`.execute(store.db)
    await worseThanTarget.up(store.db)
    const figures = await findFrozenFigures(store.db, id)
    expect(new Set(figures.map(({ judged }) => judged.rag))).toEqual(new Set(['worse than target']))
    const { document } = await readPublished(app, { ...september, version: 1, report: 'guests', audience: 'board' })
    expect(document).toMatchObject({ cell: { kind: 'rating', text: 'Below target', rag: 'worse than target' } })
  })
}, guestTypes)
