-- Derived from db/migrations by `npm run schema`. To change it, add a migration.

create table import_batch (
  id bigint generated always as identity not null,
  format text not null,
  file_name text not null,
  sha256 text not null,
  known_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  row_count integer not null,
  constraint import_batch_pkey PRIMARY KEY (id),
  constraint import_batch_known_on UNIQUE (id, known_on),
  constraint import_batch_format CHECK ((format = ANY (ARRAY['figures'::text, 'targets'::text, 'benchmarks'::text]))),
  constraint import_batch_row_count CHECK ((row_count > 0)),
  constraint import_batch_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table figure (
  id bigint generated always as identity not null,
  batch_id bigint not null,
  authority text collate "C" not null,
  area text collate "C" default ''::text not null,
  population_group text collate "C" default ''::text not null,
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
  constraint figure_pkey PRIMARY KEY (id),
  constraint figure_batch FOREIGN KEY (batch_id, known_on) REFERENCES import_batch(id, known_on),
  constraint figure_authority CHECK ((authority <> ''::text)),
  constraint figure_denominator CHECK (((denominator >= (0)::numeric) AND (denominator < 'Infinity'::numeric))),
  constraint figure_indicator CHECK ((indicator <> ''::text)),
  constraint figure_not_known CHECK (((not_known >= (0)::numeric) AND (not_known < 'Infinity'::numeric))),
  constraint figure_numerator CHECK (((numerator >= (0)::numeric) AND (numerator < 'Infinity'::numeric))),
  constraint figure_period CHECK ((period_to > period_from)),
  constraint figure_period_kind CHECK ((period_kind = ANY (ARRAY['month'::text, 'quarter'::text, 'financial year'::text, 'academic year'::text, 'calendar year'::text]))),
  constraint figure_value CHECK (((value > '-Infinity'::numeric) AND (value < 'Infinity'::numeric)))
);
CREATE INDEX figure_identity ON figure USING btree (authority, indicator, period_kind, period_from, period_to, area, population_group, known_on DESC, id DESC);
CREATE INDEX figure_batch_id ON figure USING btree (batch_id);

create table target (
  id bigint generated always as identity not null,
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
  constraint target_pkey PRIMARY KEY (id),
  constraint target_batch FOREIGN KEY (batch_id, known_on) REFERENCES import_batch(id, known_on),
  constraint target_applies CHECK ((applies_to > applies_from)),
  constraint target_authority CHECK ((authority <> ''::text)),
  constraint target_indicator CHECK ((indicator <> ''::text)),
  constraint target_red_beyond CHECK (((red_beyond > '-Infinity'::numeric) AND (red_beyond < 'Infinity'::numeric))),
  constraint target_target CHECK (((target > '-Infinity'::numeric) AND (target < 'Infinity'::numeric)))
);
CREATE INDEX target_identity ON target USING btree (authority, indicator, applies_from, known_on DESC, id DESC);
CREATE INDEX target_batch_id ON target USING btree (batch_id);

create table benchmark (
  id bigint generated always as identity not null,
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
  constraint benchmark_pkey PRIMARY KEY (id),
  constraint benchmark_batch FOREIGN KEY (batch_id, known_on) REFERENCES import_batch(id, known_on),
  constraint benchmark_applies CHECK ((applies_to > applies_from)),
  constraint benchmark_authority CHECK ((authority <> ''::text)),
  constraint benchmark_comparator CHECK ((comparator <> ''::text)),
  constraint benchmark_indicator CHECK ((indicator <> ''::text)),
  constraint benchmark_value CHECK (((value > '-Infinity'::numeric) AND (value < 'Infinity'::numeric)))
);
CREATE INDEX benchmark_identity ON benchmark USING btree (authority, indicator, comparator, applies_from, known_on DESC, id DESC);
CREATE INDEX benchmark_batch_id ON benchmark USING btree (batch_id);

create table setting (
  key text collate "C" not null,
  value text not null,
  constraint setting_pkey PRIMARY KEY (key)
);
