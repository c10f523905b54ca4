import { type Migration, sql } from 'kysely'

/** What a token is for, and why it was taken back: of one that was given or ended before, nobody said. */
export const tokensExplained: Migration = {
  async up(db) {
    await sql`alter table program_token add column purpose text, add column ended_reason text`.execute(db)
  },
}
