import { type Migration, sql } from 'kysely'

/**
 * Tokens with which programs ask in place of somebody. What is kept is a hash: whoever reads it cannot ask with it. A token is never changed but to say when it was
 * last used and that it was ended; its name stays taken, because it stands in the audit.
 */
export const programs: Migration = {
  async up(db) {
    await sql`
      create table program_token (
        id integer generated always as identity,
        name text collate "C" not null,
        account_id integer not null,
        opens text collate "C" not null,
        token_hash text collate "C" not null,
        made_at timestamptz not null,
        made_by text not null,
        ends_at timestamptz not null,
        used_at timestamptz,
        ended_at timestamptz,
        ended_by text,
        constraint program_token_pkey primary key (id),
        constraint program_token_name unique (name),
        constraint program_token_hash unique (token_hash),
        constraint program_token_account foreign key (account_id) references account (id),
        constraint program_token_opens check (opens in ('figures', 'lists')),
        constraint program_token_days check (ends_at > made_at),
        constraint program_token_ended check ((ended_at is null) = (ended_by is null))
      )`.execute(db)
  },
}
