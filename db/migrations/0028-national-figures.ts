import { type Migration, sql } from 'kysely'

/**
 * Figures that are published of every authority. They are read a measure at a time, of all places together, and never one by one; so a row is what one
 * source says of one measure in one year, with the places and their figures side by side. No people are in here.
 */
export const nationalFigures: Migration = {
  async up(db) {
    await sql`
      create table national_import (
        id integer generated always as identity,
        file_name text not null,
        sha256 text not null,
        known_on date not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint national_import_pkey primary key (id)
      )`.execute(db)
    await sql`
      create table national_year (
        import_id integer not null,
        source text collate "C" not null,
        measure text collate "C" not null,
        year text collate "C" not null,
        numbers integer[] not null,
        figures double precision[] not null,
        marks text not null,
        out_of double precision[],
        published_in text not null,
        constraint national_year_pkey primary key (source, measure, year, import_id),
        constraint national_year_import foreign key (import_id) references national_import (id),
        constraint national_year_source check (source in ('lait', 'dfe')),
        constraint national_year_aside check (
          cardinality(figures) = cardinality(numbers) and length(marks) = cardinality(numbers)
          and (out_of is null or cardinality(out_of) = cardinality(numbers)))
      )`.execute(db)
  },
}
