import { type Migration, sql } from 'kysely'

/**
 * What everybody may see of frozen months, as it was decided when it was published. Of what is withheld no number is here, and none of it is ever changed: the
 * pages without sign-in read these tables and no others.
 */
export const publicFigures: Migration = {
  async up(db) {
    await sql`
      create table public_month (
        publication_id integer not null,
        rule jsonb not null,
        published_at timestamptz not null,
        constraint public_month_pkey primary key (publication_id),
        constraint public_month_of foreign key (publication_id) references publication (id)
      )`.execute(db)
    await sql`
      create table public_figure (
        publication_id integer not null,
        place integer not null,
        section text not null,
        indicator text collate "C" not null,
        kind text collate "C" not null,
        from_on date not null,
        to_on date not null,
        provisional boolean not null,
        shown text collate "C" not null,
        value double precision,
        numerator double precision,
        denominator double precision,
        rounded_to integer,
        words text,
        definition jsonb not null,
        judged jsonb not null,
        constraint public_figure_pkey primary key (publication_id, indicator, from_on),
        constraint public_figure_of foreign key (publication_id) references public_month (publication_id),
        constraint public_figure_shown check (shown in ('whole', 'small', 'withheld', 'exempt', 'none')),
        constraint public_figure_withheld check (
          case when shown = 'whole' then value is not null
          else value is null and numerator is null and denominator is null and words <> '' end
        )
      )`.execute(db)
  },
}
