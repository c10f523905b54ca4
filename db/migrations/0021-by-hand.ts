import { type Kysely, type Migration, sql } from 'kysely'

/** What is known only at the end of something, and since when; a field that no form could send, renamed; and signing off. */
export const byHand: Migration = {
  async up(db) {
    for (const [table, column] of added) await addColumn(db, table, column)
    await sql`alter table if exists record_family_time_arrangement rename column form to how`.execute(db)
    await signOff(db)
  },
}

const added = [
  ['record_relationship', 'why_ended text'],
  ['record_parental_responsibility', 'limited_on date'],
  ['record_parental_responsibility', 'why_ended text'],
  ['record_family_time_arrangement', 'why_ended text'],
  ['record_alert', 'why_ended text'],
  ['record_restriction', 'why_ended text'],
  ['record_household_membership', 'why_left text'],
  ['record_consent', 'why_ended text'],
  ['record_disability', 'diagnosed_on date'],
  ['record_immigration_status', 'why_ended text'],
  ['record_gender_identity', "gender text check (gender <> '')"],
  ['record_allocation', 'why_ended text'],
] as const

const addColumn = (db: Kysely<unknown>, table: string, column: string) =>
  sql`alter table if exists ${sql.table(table)} add column ${sql.raw(column)}`.execute(db)

/** What a manager said about a version that has to be signed. Rows are only ever added; of several the last counts. */
async function signOff(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sign_off (
      id bigint generated always as identity,
      version_id bigint not null,
      decision text not null,
      words text,
      account_id bigint not null,
      decided_by text not null,
      decided_at timestamptz not null,
      constraint sign_off_pkey primary key (id),
      constraint sign_off_version foreign key (version_id) references version (id),
      constraint sign_off_account foreign key (account_id) references account (id),
      constraint sign_off_decision check (decision in ('signed', 'sent back')),
      constraint sign_off_words check (decision = 'signed' or words <> '')
    )`.execute(db)
  await sql`create index sign_off_of_version on sign_off (version_id, id)`.execute(db)
}
