import { type Migration, sql } from 'kysely'

/** How closely it is kept that something was done, and passwords that somebody else chose. */
export const accessHardened: Migration = {
  async up(db) {
    await sql`
      alter table audit
        add column sensitivity text not null default 'ordinary',
        add constraint audit_sensitivity check (
          sensitivity in ('ordinary', 'confidential', 'health', 'criminal', 'allegation', 'adoption')
        )`.execute(db)
    await sql`alter table audit alter column sensitivity drop default`.execute(db)
    await sql`alter table account add column password_is_first boolean not null default false`.execute(db)
    await sql`create index session_ends_at on session (ends_at)`.execute(db)
  },
}
