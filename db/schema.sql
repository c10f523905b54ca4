-- Derived from db/migrations and the record types of src/areas by `npm run schema`. To change it, add a migration; a new record
-- type brings its own table.

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
  constraint import_batch_format CHECK ((format <> ''::text)),
  constraint import_batch_row_count CHECK ((row_count >= 0)),
  constraint import_batch_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX import_batch_sha256_index ON import_batch USING btree (sha256);

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

create table subject (
  id bigint generated always as identity not null,
  kind text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint subject_pkey PRIMARY KEY (id),
  constraint subject_kind CHECK ((kind <> ''::text))
);

create table record (
  id bigint generated always as identity not null,
  type text collate "C" not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint record_pkey PRIMARY KEY (id),
  constraint record_type CHECK ((type <> ''::text))
);

create table record_identity (
  type text collate "C" not null,
  source_system text collate "C" not null,
  identity text collate "C" not null,
  record_id bigint not null,
  constraint record_identity_pkey PRIMARY KEY (type, source_system, identity),
  constraint record_identity_record UNIQUE (record_id),
  constraint record_identity_of FOREIGN KEY (record_id) REFERENCES record(id)
);

create table version (
  id bigint generated always as identity not null,
  record_id bigint not null,
  type text collate "C" not null,
  known_on date not null,
  state text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  reason text,
  source text not null,
  batch_id bigint,
  replaces bigint,
  restates bigint,
  constraint version_pkey PRIMARY KEY (id),
  constraint version_batch FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  constraint version_record FOREIGN KEY (record_id) REFERENCES record(id),
  constraint version_replaces FOREIGN KEY (replaces) REFERENCES version(id),
  constraint version_restates FOREIGN KEY (restates) REFERENCES version(id),
  constraint version_batch_source CHECK (((batch_id IS NULL) OR (source = 'import'::text))),
  constraint version_source CHECK ((source = ANY (ARRAY['form'::text, 'import'::text]))),
  constraint version_state CHECK ((state = ANY (ARRAY['recorded'::text, 'gone'::text, 'removed'::text])))
);
CREATE INDEX version_record_id ON version USING btree (record_id, known_on DESC, id DESC);

create table version_subject (
  version_id bigint not null,
  role text collate "C" not null,
  place integer not null,
  subject_id bigint not null,
  constraint version_subject_pkey PRIMARY KEY (version_id, role, place),
  constraint version_subject_once UNIQUE (version_id, role, subject_id),
  constraint version_subject_subject FOREIGN KEY (subject_id) REFERENCES subject(id),
  constraint version_subject_version FOREIGN KEY (version_id) REFERENCES version(id)
);

create table record_subject (
  subject_id bigint not null,
  type text collate "C" not null,
  record_id bigint not null,
  constraint record_subject_pkey PRIMARY KEY (subject_id, type, record_id),
  constraint record_subject_record FOREIGN KEY (record_id) REFERENCES record(id),
  constraint record_subject_subject FOREIGN KEY (subject_id) REFERENCES subject(id)
);

create table import_window (
  batch_id bigint not null,
  type text collate "C" not null,
  source_system text collate "C" not null,
  known_on date not null,
  "position" bigint not null,
  from_on date,
  to_on date,
  subjects bigint[],
  constraint import_window_pkey PRIMARY KEY (batch_id, type, source_system),
  constraint import_window_batch FOREIGN KEY (batch_id, known_on) REFERENCES import_batch(id, known_on),
  constraint import_window_dates CHECK ((to_on > from_on))
);
CREATE INDEX import_window_known_on ON import_window USING btree (type, source_system, known_on, "position");

create table import_repeat (
  batch_id bigint not null,
  record_id bigint not null,
  constraint import_repeat_pkey PRIMARY KEY (record_id, batch_id),
  constraint import_repeat_batch FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  constraint import_repeat_record FOREIGN KEY (record_id) REFERENCES record(id)
);

create table draft (
  id bigint generated always as identity not null,
  type text collate "C" not null,
  record_id bigint,
  based_on bigint,
  subject_id bigint,
  owner text not null,
  content jsonb not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_based_on FOREIGN KEY (based_on) REFERENCES version(id),
  constraint draft_record FOREIGN KEY (record_id) REFERENCES record(id),
  constraint draft_subject FOREIGN KEY (subject_id) REFERENCES subject(id)
);
CREATE INDEX draft_owner ON draft USING btree (owner, saved_at DESC);
CREATE INDEX draft_record_id ON draft USING btree (record_id);

create table removal (
  id bigint generated always as identity not null,
  record_id bigint not null,
  kind text not null,
  authority text not null,
  reason text not null,
  removed_by text not null,
  removed_at timestamp with time zone not null,
  content_hash text not null,
  constraint removal_pkey PRIMARY KEY (id),
  constraint removal_once UNIQUE (record_id),
  constraint removal_record FOREIGN KEY (record_id) REFERENCES record(id),
  constraint removal_authority CHECK ((authority <> ''::text)),
  constraint removal_content_hash CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint removal_kind CHECK ((kind = ANY (ARRAY['wrong child'::text, 'retention'::text, 'court order'::text, 'adoption seal'::text]))),
  constraint removal_reason CHECK ((reason <> ''::text))
);

create table account (
  id bigint generated always as identity not null,
  user_name text collate "C" not null,
  name text not null,
  worker_id bigint,
  roles text[] not null,
  password_hash text not null,
  failures integer default 0 not null,
  locked_until timestamp with time zone,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_name UNIQUE (user_name),
  constraint account_worker FOREIGN KEY (worker_id) REFERENCES subject(id),
  constraint account_user_name_form CHECK ((user_name ~ '^[a-z0-9][a-z0-9._-]*$'::text))
);

create table session (
  token_hash text not null,
  account_id bigint not null,
  made_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX session_of_account ON session USING btree (account_id);

create table broken_glass (
  id bigint generated always as identity not null,
  account_id bigint not null,
  subject_id bigint not null,
  reason text not null,
  broken_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reviewed_by text,
  reviewed_at timestamp with time zone,
  verdict text,
  constraint broken_glass_pkey PRIMARY KEY (id),
  constraint broken_glass_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint broken_glass_subject FOREIGN KEY (subject_id) REFERENCES subject(id),
  constraint broken_glass_ends CHECK ((ends_at > broken_at)),
  constraint broken_glass_reason CHECK ((reason <> ''::text)),
  constraint broken_glass_review CHECK ((((reviewed_by IS NULL) = (reviewed_at IS NULL)) AND ((reviewed_by IS NULL) = (verdict IS NULL))))
);
CREATE INDEX broken_glass_of_account ON broken_glass USING btree (account_id, ends_at);

create table audit (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  account_id bigint,
  account_name text not null,
  action text not null,
  subject_id bigint,
  record_id bigint,
  decision text not null,
  by_role text,
  detail text not null,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_decision CHECK ((decision = ANY (ARRAY['yes'::text, 'no'::text, 'restricted'::text, 'not there'::text])))
);
CREATE INDEX audit_of_subject ON audit USING btree (subject_id, id);
CREATE INDEX audit_of_account ON audit USING btree (account_id, id);

create table audit_seal (
  up_to bigint not null,
  rows_sealed bigint not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  constraint audit_seal_pkey PRIMARY KEY (up_to),
  constraint audit_seal_hash CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
