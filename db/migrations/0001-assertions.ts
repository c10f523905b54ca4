import { type Kysely, type Migration, sql } from 'kysely'

/**
 * What sources say, by the day on which it was known. Rows are only ever added: what was visible on day K is, for each
 * identity, the row with the greatest (known_on, id) of those known by K.
 * Keys have the collation "C", so that they sort alike on every server. NaN counts as greater than Infinity.
 */
export const assertions: Migration = {
  async up(db) {
    await importBatch(db)
    await figure(db)
    await target(db)
    await benchmark(db)
  },
}

async function importBatch(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_batch (
      id bigint generated always as identity,
      format text not null,
      file_name text not null,
      sha256 text not null,
      known_on date not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      row_count integer not null,
      constraint import_batch_pkey primary key (id),
      constraint import_batch_known_on unique (id, known_on),
      constraint import_batch_format check (format in ('figures', 'targets', 'benchmarks')),
      constraint import_batch_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint import_batch_row_count check (row_count > 0)
    )`.execute(db)
}

async function figure(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table figure (
      id bigint generated always as identity,
      batch_id bigint not null,
      authority text collate "C" not null,
      area text collate "C" not null default '',
      population_group text collate "C" not null default '',
      indicator text collate "C" not null,
      period_kind text collate "C" not null,
      period_from date not null,
      period_to date not null,
      value numeric,
      numerator numeric,
      denominator numeric,
      not_known numeric,
      break_note text,
      note text,
      published_in text not null,
      known_on date not null,
      constraint figure_pkey primary key (id),
      constraint figure_batch foreign key (batch_id, known_on) references import_batch (id, known_on),
      constraint figure_authority check (authority <> ''),
      constraint figure_indicator check (indicator <> ''),
      constraint figure_period_kind check (
        period_kind in ('month', 'quarter', 'financial year', 'academic year', 'calendar year')
      ),
      constraint figure_period check (period_to > period_from),
      constraint figure_value check (value > '-Infinity' and value < 'Infinity'),
      constraint figure_numerator check (numerator >= 0 and numerator < 'Infinity'),
      constraint figure_denominator check (denominator >= 0 and denominator < 'Infinity'),
      constraint figure_not_known check (not_known >= 0 and not_known < 'Infinity')
    )`.execute(db)
  await sql`
    create index figure_identity on figure (
      authority, indicator, period_kind, period_from, period_to, area, population_group, known_on desc, id desc
    )`.execute(db)
  await sql`create index figure_batch_id on figure (batch_id)`.execute(db)
}

async function target(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table target (
      id bigint generated always as identity,
      batch_id bigint not null,
      authority text collate "C" not null,
      indicator text collate "C" not null,
      applies_from date not null,
      applies_to date,
      target numeric not null,
      red_beyond numeric,
      published_in text not null,
      note text,
      known_on date not null,
      constraint target_pkey primary key (id),
      constraint target_batch foreign key (batch_id, known_on) references import_batch (id, known_on),
      constraint target_authority check (authority <> ''),
      constraint target_indicator check (indicator <> ''),
      constraint target_applies check (applies_to > applies_from),
      constraint target_target check (target > '-Infinity' and target < 'Infinity'),
      constraint target_red_beyond check (red_beyond > '-Infinity' and red_beyond < 'Infinity')
    )`.execute(db)
  await sql`
    create index target_identity on target (authority, indicator, applies_from, known_on desc, id desc)`.execute(db)
  await sql`create index target_batch_id on target (batch_id)`.execute(db)
}

async function benchmark(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table benchmark (
      id bigint generated always as identity,
      batch_id bigint not null,
      authority text collate "C" not null,
      indicator text collate "C" not null,
      comparator text collate "C" not null,
      value numeric not null,
      year text,
      applies_from date not null,
      applies_to date,
      differs text,
      published_in text not null,
      known_on date not null,
      constraint benchmark_pkey primary key (id),
      constraint benchmark_batch foreign key (batch_id, known_on) references import_batch (id, known_on),
      constraint benchmark_authority check (authority <> ''),
      constraint benchmark_indicator check (indicator <> ''),
      constraint benchmark_comparator check (comparator <> ''),
      constraint benchmark_applies check (applies_to > applies_from),
      constraint benchmark_value check (value > '-Infinity' and value < 'Infinity')
    )`.execute(db)
  await sql`
    create index benchmark_identity on benchmark (
      authority, indicator, comparator, applies_from, known_on desc, id desc
    )`.execute(db)
  await sql`create index benchmark_batch_id on benchmark (batch_id)`.execute(db)
}
