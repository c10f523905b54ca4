import { type Migration, sql } from 'kysely'

/**
 * A missed target without a red threshold is rated `worse than target`, and was `below target`. Only the code is another: the words of what was published, and its files, stay as
 * they went out.
 */
export const worseThanTarget: Migration = {
  async up(db) {
    for (const table of ['publication_figure', 'public_figure'])
      await sql`
        update ${sql.table(table)} set judged = jsonb_set(judged, '{rag}', '"worse than target"')
        where judged ->> 'rag' = 'below target'`.execute(db)
    for (const table of ['frozen_locality_figure', 'locality_figure'])
      await sql`update ${sql.table(table)} set rag = 'worse than target' where rag = 'below target'`.execute(db)
    await sql`
      update published_report set document = replace(document, '"rag":"below target"', '"rag":"worse than target"')
      where document like '%"rag":"below target"%'`.execute(db)
  },
}
