import { type Migration, sql } from 'kysely'

/**
 * Indexes by the type of a record, so that an import of one type, or a look at one, does not go through all the others: a team stands in
 * thousands of allocations, and its name is asked for on every page. And no foreign keys from version to version, which took a tenth of the
 * time of a first import though nothing there is ever deleted.
 */
export const byRecordType: Migration = {
  async up(db) {
    await sql`create index version_type on version (type)`.execute(db)
    await sql`alter table version drop constraint version_replaces, drop constraint version_restates`.execute(db)
    // By what a source calls a record it is known again. A hash of it once the content of the record has been removed.
    await sql`
      create unique index record_of_source on record (type, source_system, identity)
      where identity is not null`.execute(db)
    await sql`drop index record_identity`.execute(db)
    await sql`
      alter table record_subject
        drop constraint record_subject_pkey,
        add constraint record_subject_pkey primary key (subject_id, type, record_id)`.execute(db)
    await sql`create index record_subject_record_id on record_subject (record_id)`.execute(db)
  },
}
