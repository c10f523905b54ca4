import { type Kysely, type Migration, sql } from 'kysely'

/** Files that stand on records: each upload kept by itself, whole, with its hash; and the words of a letter beside its file. */
export const documents: Migration = {
  async up(db) {
    await document(db)
    await documentRecord(db)
    await sql`alter table if exists record_person_document add column says text`.execute(db)
  },
}

/**
 * Until it is on a record, only whoever added it can put it on one. When its content is removed, name and bytes go; that there was one, of that size and hash,
 * stays.
 */
async function document(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document (
      id bigint generated always as identity,
      account_id bigint not null,
      subject_id bigint not null,
      draft_id bigint,
      name text,
      media_type text collate "C" not null,
      size integer not null,
      sha256 text not null,
      bytes bytea,
      added_at timestamptz not null,
      added_by text not null,
      constraint document_pkey primary key (id),
      constraint document_account foreign key (account_id) references account (id),
      constraint document_subject foreign key (subject_id) references subject (id),
      constraint document_draft foreign key (draft_id) references draft (id),
      constraint document_content check ((name is null) = (bytes is null)),
      constraint document_size check (size between 1 and 104857600 and size = octet_length(bytes)),
      constraint document_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
    )`.execute(db)
  // What is uploaded is packed already, and trying to pack it again takes time.
  await sql`alter table document alter column bytes set storage external`.execute(db)
  await sql`create index document_draft_id on document (draft_id)`.execute(db)
}

/** Which records have, or had, a document in any version. */
async function documentRecord(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_record (
      document_id bigint not null,
      record_id bigint not null,
      constraint document_record_pkey primary key (document_id, record_id),
      constraint document_record_document foreign key (document_id) references document (id),
      constraint document_record_record foreign key (record_id) references record (id)
    )`.execute(db)
  await sql`create index document_record_record_id on document_record (record_id)`.execute(db)
}
