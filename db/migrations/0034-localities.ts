import { type Migration, sql } from 'kysely'

/**
 * Accounts of partners, and what partners see of localities. `frozen_locality_figure` is what a figure of a frozen month is of each locality, and of whoever is in none (''): for
 * deciding, and shown to nobody. `locality_figure` is what was decided when the month was published: of what is withheld no number is there, and none of it is ever changed.
 */
export const localities: Migration = {
  async up(db) {
    await sql`alter table account add column partner_of text[]`.execute(db)
    await sql`alter table account add constraint account_partner check (partner_of is null or (worker_id is null and roles = array['partner']))`.execute(
      db,
    )
    await sql`
      create table frozen_locality_figure (
        publication_id integer not null,
        place integer not null,
        locality text collate "C" not null,
        indicator text collate "C" not null,
        value double precision,
        numerator double precision,
        denominator double precision,
        not_known integer,
        not_placed integer not null,
        rag text,
        constraint frozen_locality_figure_pkey primary key (publication_id, locality, indicator),
        constraint frozen_locality_figure_of foreign key (publication_id) references publication (id)
      )`.execute(db)
    await sql`
      create table locality_figure (
        publication_id integer not null,
        place integer not null,
        locality text collate "C" not null,
        indicator text collate "C" not null,
        shown text collate "C" not null,
        value double precision,
        numerator double precision,
        denominator double precision,
        rounded_to integer,
        words text,
        rag text,
        constraint locality_figure_pkey primary key (publication_id, locality, indicator),
        constraint locality_figure_of foreign key (publication_id) references public_month (publication_id),
        constraint locality_figure_shown check (shown in ('whole', 'small', 'withheld', 'exempt', 'none')),
        constraint locality_figure_withheld check (
          case when shown = 'whole' then value is not null
          else value is null and numerator is null and denominator is null and words <> '' end
        )
      )`.execute(db)
  },
}
