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
  source_system text collate "C",
  identity text collate "C",
  constraint record_pkey PRIMARY KEY (id),
  constraint record_source CHECK (((source_system IS NULL) = (identity IS NULL))),
  constraint record_type CHECK ((type <> ''::text))
);
CREATE UNIQUE INDEX record_of_source ON record USING btree (type, source_system, identity) WHERE (identity IS NOT NULL);

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
  constraint version_batch_source CHECK (((batch_id IS NULL) OR (source = 'import'::text))),
  constraint version_source CHECK ((source = ANY (ARRAY['form'::text, 'import'::text]))),
  constraint version_state CHECK ((state = ANY (ARRAY['recorded'::text, 'gone'::text, 'removed'::text])))
);
CREATE INDEX version_record_id ON version USING btree (record_id, known_on DESC, id DESC);
CREATE INDEX version_type ON version USING btree (type);

create table version_subject (
  version_id bigint not null,
  role text collate "C" not null,
  place integer not null,
  subject_id bigint not null,
  constraint version_subject_pkey PRIMARY KEY (version_id, role, place),
  constraint version_subject_once UNIQUE (version_id, role, subject_id)
);

create table record_subject (
  subject_id bigint not null,
  type text collate "C" not null,
  record_id bigint not null,
  constraint record_subject_pkey PRIMARY KEY (subject_id, type, record_id)
);
CREATE INDEX record_subject_record_id ON record_subject USING btree (record_id);

create table import_window (
  batch_id bigint not null,
  type text collate "C" not null,
  source_system text collate "C" not null,
  known_on date not null,
  "position" bigint not null,
  from_on date,
  to_on date,
  subjects bigint[],
  only_beginning boolean default false not null,
  constraint import_window_pkey PRIMARY KEY (batch_id, type, source_system),
  constraint import_window_batch FOREIGN KEY (batch_id, known_on) REFERENCES import_batch(id, known_on),
  constraint import_window_dates CHECK ((to_on > from_on))
);
CREATE INDEX import_window_known_on ON import_window USING btree (type, source_system, known_on, "position");

create table import_repeat (
  batch_id bigint not null,
  record_id bigint not null,
  constraint import_repeat_pkey PRIMARY KEY (record_id, batch_id)
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
  dated_on date,
  moved_to bigint,
  constraint removal_pkey PRIMARY KEY (id),
  constraint removal_once UNIQUE (record_id),
  constraint removal_moved_to FOREIGN KEY (moved_to) REFERENCES record(id),
  constraint removal_record FOREIGN KEY (record_id) REFERENCES record(id),
  constraint removal_authority CHECK ((authority <> ''::text)),
  constraint removal_content_hash CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint removal_kind CHECK ((kind = ANY (ARRAY['wrong child'::text, 'retention'::text, 'court order'::text, 'adoption seal'::text]))),
  constraint removal_moved CHECK (((moved_to IS NULL) OR (kind = 'wrong child'::text))),
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
  password_is_first boolean default false not null,
  partner_of text[],
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_name UNIQUE (user_name),
  constraint account_worker FOREIGN KEY (worker_id) REFERENCES subject(id),
  constraint account_partner CHECK (((partner_of IS NULL) OR ((worker_id IS NULL) AND (roles = ARRAY['partner'::text])))),
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
CREATE INDEX session_ends_at ON session USING btree (ends_at);

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
  finding text,
  constraint broken_glass_pkey PRIMARY KEY (id),
  constraint broken_glass_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint broken_glass_subject FOREIGN KEY (subject_id) REFERENCES subject(id),
  constraint broken_glass_ends CHECK ((ends_at > broken_at)),
  constraint broken_glass_finding CHECK ((((verdict IS NULL) = (finding IS NULL)) AND (finding <> ''::text))),
  constraint broken_glass_reason CHECK ((reason <> ''::text)),
  constraint broken_glass_review CHECK ((((reviewed_by IS NULL) = (reviewed_at IS NULL)) AND ((reviewed_by IS NULL) = (verdict IS NULL))))
);
CREATE INDEX broken_glass_of_account ON broken_glass USING btree (account_id, ends_at);
CREATE INDEX broken_glass_waiting ON broken_glass USING btree (broken_at) WHERE (reviewed_at IS NULL);

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
  like_row bigint,
  sensitivity text not null,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_like_row FOREIGN KEY (like_row) REFERENCES audit(id),
  constraint audit_decision CHECK ((decision = ANY (ARRAY['yes'::text, 'no'::text, 'restricted'::text, 'not there'::text]))),
  constraint audit_sensitivity CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'confidential'::text, 'health'::text, 'criminal'::text, 'allegation'::text, 'adoption'::text])))
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

create table person_merge (
  id bigint generated always as identity not null,
  kept_id bigint not null,
  merged_id bigint not null,
  known_on date not null,
  merged_at timestamp with time zone not null,
  merged_by text not null,
  reason text not null,
  constraint person_merge_pkey PRIMARY KEY (id),
  constraint person_merge_kept FOREIGN KEY (kept_id) REFERENCES subject(id),
  constraint person_merge_merged FOREIGN KEY (merged_id) REFERENCES subject(id),
  constraint person_merge_reason CHECK ((reason <> ''::text)),
  constraint person_merge_two CHECK ((kept_id <> merged_id))
);
CREATE INDEX person_merge_kept_id ON person_merge USING btree (kept_id);
CREATE INDEX person_merge_merged_id ON person_merge USING btree (merged_id);

create table person_unmerge (
  merge_id bigint not null,
  known_on date not null,
  unmerged_at timestamp with time zone not null,
  unmerged_by text not null,
  reason text not null,
  constraint person_unmerge_pkey PRIMARY KEY (merge_id),
  constraint person_unmerge_merge FOREIGN KEY (merge_id) REFERENCES person_merge(id),
  constraint person_unmerge_reason CHECK ((reason <> ''::text))
);

create table document (
  id bigint generated always as identity not null,
  account_id bigint not null,
  subject_id bigint not null,
  draft_id bigint,
  name text,
  media_type text collate "C" not null,
  size integer not null,
  sha256 text not null,
  bytes bytea,
  added_at timestamp with time zone not null,
  added_by text not null,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint document_draft FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint document_subject FOREIGN KEY (subject_id) REFERENCES subject(id),
  constraint document_content CHECK (((name IS NULL) = (bytes IS NULL))),
  constraint document_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint document_size CHECK ((((size >= 1) AND (size <= 104857600)) AND (size = octet_length(bytes))))
);
CREATE INDEX document_draft_id ON document USING btree (draft_id);

create table document_record (
  document_id bigint not null,
  record_id bigint not null,
  constraint document_record_pkey PRIMARY KEY (document_id, record_id),
  constraint document_record_document FOREIGN KEY (document_id) REFERENCES document(id),
  constraint document_record_record FOREIGN KEY (record_id) REFERENCES record(id)
);
CREATE INDEX document_record_record_id ON document_record USING btree (record_id);

create table counted_period (
  id integer generated always as identity not null,
  list text collate "C" not null,
  kind text collate "C" not null,
  from_on date not null,
  to_on date not null,
  answered_on date not null,
  as_at date not null,
  provisional boolean not null,
  definitions text not null,
  counted_at timestamp with time zone not null,
  batch integer not null,
  constraint counted_period_pkey PRIMARY KEY (id),
  constraint counted_period_once UNIQUE (list, kind, from_on, to_on),
  constraint counted_period_dates CHECK ((to_on > from_on))
);

create table sign_off (
  id bigint generated always as identity not null,
  version_id bigint not null,
  decision text not null,
  words text,
  account_id bigint not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  constraint sign_off_pkey PRIMARY KEY (id),
  constraint sign_off_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sign_off_version FOREIGN KEY (version_id) REFERENCES version(id),
  constraint sign_off_decision CHECK ((decision = ANY (ARRAY['signed'::text, 'sent back'::text]))),
  constraint sign_off_words CHECK (((decision = 'signed'::text) OR (words <> ''::text)))
);
CREATE INDEX sign_off_of_version ON sign_off USING btree (version_id, id);

create table publication (
  id integer generated always as identity not null,
  dataset text collate "C" not null,
  authority text collate "C" not null,
  kind text collate "C" not null,
  from_on date not null,
  to_on date not null,
  version integer not null,
  known_on date not null,
  last_version bigint not null,
  frozen_at timestamp with time zone not null,
  account_id integer not null,
  frozen_by text not null,
  reason text,
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_once UNIQUE (dataset, authority, kind, from_on, to_on, version),
  constraint publication_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint publication_dates CHECK (((to_on > from_on) AND (known_on >= to_on))),
  constraint publication_reason CHECK (((version = 1) OR (reason <> ''::text)))
);

create table publication_figure (
  publication_id integer not null,
  place integer not null,
  section text not null,
  indicator text collate "C" not null,
  kind text collate "C" not null,
  from_on date not null,
  to_on date not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  not_known integer,
  not_placed integer not null,
  provisional boolean not null,
  source text not null,
  definition jsonb not null,
  judged jsonb not null,
  fingerprint text,
  constraint publication_figure_pkey PRIMARY KEY (publication_id, indicator, from_on),
  constraint publication_figure_of FOREIGN KEY (publication_id) REFERENCES publication(id),
  constraint publication_figure_source CHECK ((source = ANY (ARRAY['calculated'::text, 'published'::text])))
);

create table publication_member (
  publication_id integer not null,
  indicator text collate "C" not null,
  subject_id bigint not null,
  record_id bigint,
  verdict text collate "C" not null,
  number double precision,
  among double precision,
  constraint publication_member_once UNIQUE NULLS NOT DISTINCT (publication_id, indicator, subject_id, record_id),
  constraint publication_member_verdict CHECK ((verdict = ANY (ARRAY['1'::text, '0'::text, '?'::text, '!'::text])))
);

create table month_step (
  id integer generated always as identity not null,
  dataset text collate "C" not null,
  authority text collate "C" not null,
  kind text collate "C" not null,
  from_on date not null,
  to_on date not null,
  step text not null,
  words text not null,
  taken_at timestamp with time zone not null,
  account_id integer not null,
  taken_by text not null,
  constraint month_step_pkey PRIMARY KEY (id),
  constraint month_step_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint month_step_step CHECK ((step = ANY (ARRAY['quality seen'::text, 'signed off'::text, 'frozen'::text, 'published'::text, 'opened again'::text]))),
  constraint month_step_words CHECK (((words <> ''::text) OR (step = ANY (ARRAY['signed off'::text, 'frozen'::text]))))
);
CREATE INDEX month_step_of ON month_step USING btree (dataset, authority, from_on);

create table commentary (
  id integer generated always as identity not null,
  dataset text collate "C" not null,
  authority text collate "C" not null,
  kind text collate "C" not null,
  from_on date not null,
  to_on date not null,
  section text collate "C" not null,
  indicator text collate "C",
  going_well text not null,
  worries text not null,
  doing text not null,
  written_at timestamp with time zone not null,
  account_id integer not null,
  written_by text not null,
  constraint commentary_pkey PRIMARY KEY (id),
  constraint commentary_account FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX commentary_of ON commentary USING btree (dataset, authority, from_on);

create table publication_commentary (
  publication_id integer not null,
  section text collate "C" not null,
  indicator text collate "C",
  going_well text not null,
  worries text not null,
  doing text not null,
  written_at timestamp with time zone not null,
  account_id integer not null,
  written_by text not null,
  constraint publication_commentary_once UNIQUE NULLS NOT DISTINCT (publication_id, section, indicator),
  constraint publication_commentary_of FOREIGN KEY (publication_id) REFERENCES publication(id)
);

create table published_report (
  id integer generated always as identity not null,
  publication_id integer not null,
  report text collate "C" not null,
  audience text collate "C" not null,
  words text not null,
  document text,
  published_at timestamp with time zone not null,
  account_id integer not null,
  published_by text not null,
  constraint published_report_pkey PRIMARY KEY (id),
  constraint published_report_once UNIQUE (publication_id, report, audience),
  constraint published_report_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint published_report_of FOREIGN KEY (publication_id) REFERENCES publication(id),
  constraint published_report_audience CHECK ((audience = ANY (ARRAY['internal'::text, 'board'::text, 'exempt'::text, 'public'::text, 'withheld'::text]))),
  constraint published_report_document CHECK (((document IS NULL) = (audience = 'withheld'::text))),
  constraint published_report_words CHECK (((words <> ''::text) OR (audience <> ALL (ARRAY['exempt'::text, 'withheld'::text]))))
);

create table published_file (
  published_report_id integer not null,
  format text collate "C" not null,
  file_name text not null,
  media_type text collate "C" not null,
  sha256 text not null,
  bytes bytea not null,
  constraint published_file_pkey PRIMARY KEY (published_report_id, format),
  constraint published_file_of FOREIGN KEY (published_report_id) REFERENCES published_report(id),
  constraint published_file_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table restated_decision (
  id integer generated always as identity not null,
  publication_id integer not null,
  indicator text collate "C" not null,
  decision text collate "C" not null,
  now double precision,
  words text not null,
  decided_at timestamp with time zone not null,
  account_id integer not null,
  decided_by text not null,
  constraint restated_decision_pkey PRIMARY KEY (id),
  constraint restated_decision_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint restated_decision_of FOREIGN KEY (publication_id) REFERENCES publication(id),
  constraint restated_decision_decision CHECK ((decision = ANY (ARRAY['say so'::text, 'no note'::text]))),
  constraint restated_decision_words CHECK ((words <> ''::text))
);

create table publication_restatement (
  publication_id integer not null,
  decision_id integer not null,
  constraint publication_restatement_pkey PRIMARY KEY (publication_id, decision_id),
  constraint publication_restatement_decision FOREIGN KEY (decision_id) REFERENCES restated_decision(id),
  constraint publication_restatement_of FOREIGN KEY (publication_id) REFERENCES publication(id)
);

create table quality_assignment (
  id integer generated always as identity not null,
  rule text collate "C" not null,
  subject_id bigint not null,
  record_id bigint,
  assigned_to integer,
  assigned_name text,
  note text not null,
  assigned_at timestamp with time zone not null,
  account_id integer not null,
  assigned_by text not null,
  is_right boolean default false not null,
  constraint quality_assignment_pkey PRIMARY KEY (id),
  constraint quality_assignment_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint quality_assignment_subject FOREIGN KEY (subject_id) REFERENCES subject(id),
  constraint quality_assignment_to FOREIGN KEY (assigned_to) REFERENCES account(id),
  constraint quality_assignment_named CHECK (((assigned_to IS NULL) = (assigned_name IS NULL))),
  constraint quality_assignment_note CHECK ((note <> ''::text)),
  constraint quality_assignment_right CHECK (((NOT is_right) OR (assigned_to IS NULL)))
);
CREATE INDEX quality_assignment_of ON quality_assignment USING btree (subject_id, rule);

create table quality_accepted (
  step_id integer not null,
  rule text collate "C" not null,
  label text not null,
  subject_id bigint not null,
  record_id bigint,
  constraint quality_accepted_once UNIQUE NULLS NOT DISTINCT (step_id, rule, subject_id, record_id),
  constraint quality_accepted_step FOREIGN KEY (step_id) REFERENCES month_step(id)
);

create table service_plan (
  id integer generated always as identity not null,
  authority text collate "C" not null,
  area text collate "C" not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  made_at timestamp with time zone not null,
  account_id integer not null,
  made_by text not null,
  constraint service_plan_pkey PRIMARY KEY (id),
  constraint service_plan_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint service_plan_dates CHECK ((to_on > from_on)),
  constraint service_plan_title CHECK ((title <> ''::text))
);

create table plan_objective (
  id integer generated always as identity not null,
  plan_id integer not null,
  constraint plan_objective_pkey PRIMARY KEY (id),
  constraint plan_objective_plan FOREIGN KEY (plan_id) REFERENCES service_plan(id)
);

create table plan_objective_said (
  id integer generated always as identity not null,
  objective_id integer not null,
  what text not null,
  indicator text collate "C",
  measure text not null,
  good_is text collate "C" not null,
  baseline double precision not null,
  target double precision not null,
  stands_at double precision,
  due_on date not null,
  words text not null,
  said_at timestamp with time zone not null,
  account_id integer not null,
  said_by text not null,
  constraint plan_objective_said_pkey PRIMARY KEY (id),
  constraint plan_objective_said_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint plan_objective_said_of FOREIGN KEY (objective_id) REFERENCES plan_objective(id),
  constraint plan_objective_said_good CHECK ((good_is = ANY (ARRAY['high'::text, 'low'::text]))),
  constraint plan_objective_said_what CHECK (((what <> ''::text) AND ((indicator IS NOT NULL) OR (measure <> ''::text))))
);

create table action (
  id integer generated always as identity not null,
  authority text collate "C" not null,
  dataset text collate "C",
  kind text collate "C",
  from_on date,
  to_on date,
  section text collate "C",
  indicator text collate "C",
  objective_id integer,
  constraint action_pkey PRIMARY KEY (id),
  constraint action_objective FOREIGN KEY (objective_id) REFERENCES plan_objective(id),
  constraint action_origin CHECK (((objective_id IS NULL) = ((dataset IS NOT NULL) AND (kind IS NOT NULL) AND (from_on IS NOT NULL) AND (to_on IS NOT NULL) AND (section IS NOT NULL))))
);

create table action_said (
  id integer generated always as identity not null,
  action_id integer not null,
  step text not null,
  what text not null,
  owner_id integer not null,
  owner_name text not null,
  due_on date not null,
  how_known text not null,
  words text not null,
  impact text not null,
  said_at timestamp with time zone not null,
  said_on date not null,
  account_id integer not null,
  said_by text not null,
  constraint action_said_pkey PRIMARY KEY (id),
  constraint action_said_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint action_said_action FOREIGN KEY (action_id) REFERENCES action(id),
  constraint action_said_owner FOREIGN KEY (owner_id) REFERENCES account(id),
  constraint action_said_impact CHECK (((step <> 'closed'::text) OR (impact <> ''::text))),
  constraint action_said_step CHECK ((step = ANY (ARRAY['agreed'::text, 'changed'::text, 'progress'::text, 'closed'::text, 'opened again'::text]))),
  constraint action_said_terms CHECK (((what <> ''::text) AND (how_known <> ''::text))),
  constraint action_said_words CHECK (((step = 'agreed'::text) OR (words <> ''::text)))
);
CREATE INDEX action_said_of ON action_said USING btree (action_id, id);

create table publication_action (
  publication_id integer not null,
  action_id integer not null,
  section text collate "C" not null,
  indicator text collate "C",
  agreed_in text collate "C" not null,
  step text not null,
  what text not null,
  owner_name text not null,
  due_on date not null,
  how_known text not null,
  words text not null,
  impact text not null,
  said_on date not null,
  said_by text not null,
  constraint publication_action_pkey PRIMARY KEY (publication_id, action_id),
  constraint publication_action_of FOREIGN KEY (publication_id) REFERENCES publication(id)
);

create table escalation (
  id integer generated always as identity not null,
  authority text collate "C" not null,
  about text collate "C" not null,
  step text not null,
  words text not null,
  said_at timestamp with time zone not null,
  account_id integer not null,
  said_by text not null,
  constraint escalation_pkey PRIMARY KEY (id),
  constraint escalation_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint escalation_step CHECK ((step = ANY (ARRAY['escalated'::text, 'answered'::text]))),
  constraint escalation_words CHECK ((words <> ''::text))
);

create table public_month (
  publication_id integer not null,
  rule jsonb not null,
  published_at timestamp with time zone not null,
  constraint public_month_pkey PRIMARY KEY (publication_id),
  constraint public_month_of FOREIGN KEY (publication_id) REFERENCES publication(id)
);

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
  constraint public_figure_pkey PRIMARY KEY (publication_id, indicator, from_on),
  constraint public_figure_of FOREIGN KEY (publication_id) REFERENCES public_month(publication_id),
  constraint public_figure_shown CHECK ((shown = ANY (ARRAY['whole'::text, 'small'::text, 'withheld'::text, 'exempt'::text, 'none'::text]))),
  constraint public_figure_withheld CHECK (
CASE
    WHEN (shown = 'whole'::text) THEN (value IS NOT NULL)
    ELSE ((value IS NULL) AND (numerator IS NULL) AND (denominator IS NULL) AND (words <> ''::text))
END)
);

create table their_list (
  id integer generated always as identity not null,
  reconciliation text collate "C" not null,
  file_name text not null,
  sha256 text collate "C" not null,
  bytes bytea not null,
  from_on date not null,
  to_on date not null,
  items text[] collate "C" not null,
  issues jsonb not null,
  loaded_at timestamp with time zone not null,
  account_id integer,
  loaded_by text not null,
  constraint their_list_pkey PRIMARY KEY (id),
  constraint their_list_once UNIQUE (reconciliation, sha256, from_on, to_on),
  constraint their_list_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint their_list_days CHECK ((to_on > from_on))
);

create table their_list_entry (
  id integer generated always as identity not null,
  list_id integer not null,
  row_in_file integer not null,
  who jsonb not null,
  item text collate "C" not null,
  on_day date not null,
  constraint their_list_entry_pkey PRIMARY KEY (id),
  constraint their_list_entry_of FOREIGN KEY (list_id) REFERENCES their_list(id)
);
CREATE INDEX their_list_entry_list ON their_list_entry USING btree (list_id);

create table reconciliation_decision (
  id integer generated always as identity not null,
  reconciliation text collate "C" not null,
  who text collate "C",
  subject_id bigint,
  item text collate "C" not null,
  their_day date,
  our_day date,
  decision text collate "C" not null,
  words text not null,
  decided_at timestamp with time zone not null,
  account_id integer not null,
  decided_by text not null,
  constraint reconciliation_decision_pkey PRIMARY KEY (id),
  constraint reconciliation_decision_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint reconciliation_decision_subject FOREIGN KEY (subject_id) REFERENCES subject(id),
  constraint reconciliation_decision_kind CHECK ((decision = ANY (ARRAY['ours'::text, 'theirs'::text, 'agreed'::text, 'same child'::text]))),
  constraint reconciliation_decision_of CHECK (((who IS NOT NULL) OR (subject_id IS NOT NULL))),
  constraint reconciliation_decision_words CHECK ((words <> ''::text))
);
CREATE INDEX reconciliation_decision_of_one ON reconciliation_decision USING btree (reconciliation);

create table national_import (
  id integer generated always as identity not null,
  file_name text not null,
  sha256 text not null,
  known_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint national_import_pkey PRIMARY KEY (id)
);

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
  constraint national_year_pkey PRIMARY KEY (source, measure, year, import_id),
  constraint national_year_import FOREIGN KEY (import_id) REFERENCES national_import(id),
  constraint national_year_aside CHECK (((cardinality(figures) = cardinality(numbers)) AND (length(marks) = cardinality(numbers)) AND ((out_of IS NULL) OR (cardinality(out_of) = cardinality(numbers))))),
  constraint national_year_source CHECK ((source = ANY (ARRAY['lait'::text, 'dfe'::text])))
);

create table import_comparison (
  id integer generated always as identity not null,
  format text collate "C" not null,
  earlier text collate "C" not null,
  later text collate "C" not null,
  compared_at timestamp with time zone not null,
  compared_by text not null,
  constraint import_comparison_pkey PRIMARY KEY (id)
);
CREATE INDEX import_comparison_pair ON import_comparison USING btree (format, earlier, id DESC);

create table import_fault (
  comparison_id integer not null,
  record_id bigint not null,
  rule text collate "C" not null,
  field text collate "C" not null,
  last_version bigint not null,
  constraint import_fault_pkey PRIMARY KEY (comparison_id, record_id, rule, field),
  constraint import_fault_comparison FOREIGN KEY (comparison_id) REFERENCES import_comparison(id),
  constraint import_fault_record FOREIGN KEY (record_id) REFERENCES record(id)
);

create table program_token (
  id integer generated always as identity not null,
  name text collate "C" not null,
  account_id integer not null,
  opens text collate "C" not null,
  token_hash text collate "C" not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  purpose text,
  ended_reason text,
  constraint program_token_pkey PRIMARY KEY (id),
  constraint program_token_hash UNIQUE (token_hash),
  constraint program_token_name UNIQUE (name),
  constraint program_token_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint program_token_days CHECK ((ends_at > made_at)),
  constraint program_token_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint program_token_opens CHECK ((opens = ANY (ARRAY['figures'::text, 'lists'::text])))
);

create table supply_sign_off (
  id integer generated always as identity not null,
  supply text collate "C" not null,
  authority text collate "C" not null,
  kind text collate "C" not null,
  from_on date not null,
  to_on date not null,
  figures jsonb not null,
  words text not null,
  signed_at timestamp with time zone not null,
  account_id integer not null,
  signed_by text not null,
  constraint supply_sign_off_pkey PRIMARY KEY (id),
  constraint supply_sign_off_account FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX supply_sign_off_of ON supply_sign_off USING btree (supply, authority, from_on);

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
  constraint frozen_locality_figure_pkey PRIMARY KEY (publication_id, locality, indicator),
  constraint frozen_locality_figure_of FOREIGN KEY (publication_id) REFERENCES publication(id)
);

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
  constraint locality_figure_pkey PRIMARY KEY (publication_id, locality, indicator),
  constraint locality_figure_of FOREIGN KEY (publication_id) REFERENCES public_month(publication_id),
  constraint locality_figure_shown CHECK ((shown = ANY (ARRAY['whole'::text, 'small'::text, 'withheld'::text, 'exempt'::text, 'none'::text]))),
  constraint locality_figure_withheld CHECK (
CASE
    WHEN (shown = 'whole'::text) THEN (value IS NOT NULL)
    ELSE ((value IS NULL) AND (numerator IS NULL) AND (denominator IS NULL) AND (words <> ''::text))
END)
);

create table member (
  first_period integer not null,
  last_period integer not null,
  subject_id bigint not null,
  record_id bigint,
  placed text collate "C" not null,
  answers text collate "C" not null,
  measures text collate "C" not null,
  attributes text collate "C" not null,
  constraint member_once UNIQUE NULLS NOT DISTINCT (first_period, last_period, subject_id, record_id),
  constraint member_periods CHECK ((last_period >= first_period))
);
CREATE INDEX member_subject ON member USING btree (subject_id);

create table record_person (
  version_id bigint not null,
  person_id bigint not null,
  born_on date,
  birth_date_basis text,
  expected_on date,
  died_on date,
  sex text,
  born_in text,
  no_pupil_number text,
  constraint record_person_pkey PRIMARY KEY (version_id),
  constraint record_person_birth_date_basis_check CHECK ((birth_date_basis <> ''::text)),
  constraint record_person_no_pupil_number_check CHECK ((no_pupil_number <> ''::text)),
  constraint record_person_sex_check CHECK ((sex <> ''::text))
);
CREATE INDEX record_person_born_on_looked_up ON record_person USING btree (born_on);

create table record_person_name (
  version_id bigint not null,
  person_id bigint not null,
  kind text,
  given text,
  family text,
  known_as text,
  started_on date,
  ended_on date,
  constraint record_person_name_pkey PRIMARY KEY (version_id),
  constraint record_person_name_kind_check CHECK ((kind <> ''::text))
);
CREATE INDEX record_person_name_given_looked_up ON record_person_name USING btree (given);
CREATE INDEX record_person_name_family_looked_up ON record_person_name USING btree (family);
CREATE INDEX record_person_name_known_as_looked_up ON record_person_name USING btree (known_as);

create table record_gender_identity (
  version_id bigint not null,
  person_id bigint not null,
  started_on date,
  pronouns text,
  gender text,
  in_their_words text,
  who_knows text,
  ended_on date,
  constraint record_gender_identity_pkey PRIMARY KEY (version_id),
  constraint record_gender_identity_gender_check CHECK ((gender <> ''::text))
);

create table record_sexual_orientation (
  version_id bigint not null,
  person_id bigint not null,
  started_on date,
  orientation text,
  in_their_words text,
  who_knows text,
  ended_on date,
  constraint record_sexual_orientation_pkey PRIMARY KEY (version_id),
  constraint record_sexual_orientation_orientation_check CHECK ((orientation <> ''::text))
);

create table record_person_identifier (
  version_id bigint not null,
  person_id bigint not null,
  system text,
  kind text,
  identifier text,
  given_on date,
  ended_on date,
  constraint record_person_identifier_pkey PRIMARY KEY (version_id),
  constraint record_person_identifier_kind_check CHECK ((kind <> ''::text))
);
CREATE INDEX record_person_identifier_identifier_looked_up ON record_person_identifier USING btree (ltrim(upper(regexp_replace(identifier, '[^0-9A-Za-z]'::text, ''::text, 'g'::text)), '0'::text));

create table record_first_known (
  version_id bigint not null,
  person_id bigint not null,
  asked_on date,
  who_asked text,
  asked_by text,
  why text,
  constraint record_first_known_pkey PRIMARY KEY (version_id),
  constraint record_first_known_who_asked_check CHECK ((who_asked <> ''::text))
);

create table record_ethnicity (
  version_id bigint not null,
  person_id bigint not null,
  ethnicity text,
  in_their_words text,
  said_by text,
  constraint record_ethnicity_pkey PRIMARY KEY (version_id),
  constraint record_ethnicity_ethnicity_check CHECK ((ethnicity <> ''::text)),
  constraint record_ethnicity_said_by_check CHECK ((said_by <> ''::text))
);

create table record_language (
  version_id bigint not null,
  person_id bigint not null,
  language text,
  other_language text,
  first text,
  speaks text,
  reads text,
  constraint record_language_pkey PRIMARY KEY (version_id),
  constraint record_language_first_check CHECK ((first <> ''::text)),
  constraint record_language_language_check CHECK ((language <> ''::text)),
  constraint record_language_reads_check CHECK ((reads <> ''::text)),
  constraint record_language_speaks_check CHECK ((speaks <> ''::text))
);

create table record_communication (
  version_id bigint not null,
  person_id bigint not null,
  started_on date,
  interpreter text,
  interpreter_for text,
  how_best text,
  ended_on date,
  constraint record_communication_pkey PRIMARY KEY (version_id),
  constraint record_communication_interpreter_check CHECK ((interpreter <> ''::text)),
  constraint record_communication_interpreter_for_check CHECK ((interpreter_for <> ''::text))
);

create table record_religion (
  version_id bigint not null,
  person_id bigint not null,
  religion text,
  in_their_words text,
  what_it_means text,
  started_on date,
  ended_on date,
  constraint record_religion_pkey PRIMARY KEY (version_id),
  constraint record_religion_religion_check CHECK ((religion <> ''::text))
);

create table record_disability (
  version_id bigint not null,
  person_id bigint not null,
  disabilities text[],
  diagnosed_on date,
  diagnosis text,
  day_to_day text,
  started_on date,
  ended_on date,
  constraint record_disability_pkey PRIMARY KEY (version_id)
);

create table record_nationality (
  version_id bigint not null,
  person_id bigint not null,
  nationality text,
  document_seen text,
  started_on date,
  ended_on date,
  constraint record_nationality_pkey PRIMARY KEY (version_id),
  constraint record_nationality_document_seen_check CHECK ((document_seen <> ''::text))
);

create table record_immigration_status (
  version_id bigint not null,
  person_id bigint not null,
  status text,
  started_on date,
  leave_runs_out_on date,
  next_step text,
  solicitor text,
  ended_on date,
  why_ended text,
  constraint record_immigration_status_pkey PRIMARY KEY (version_id),
  constraint record_immigration_status_status_check CHECK ((status <> ''::text))
);

create table record_relationship (
  version_id bigint not null,
  person_id bigint not null,
  relative_id bigint not null,
  kind text,
  in_their_words text,
  started_on date,
  ended_on date,
  why_ended text,
  constraint record_relationship_pkey PRIMARY KEY (version_id),
  constraint record_relationship_kind_check CHECK ((kind <> ''::text))
);

create table record_parental_responsibility (
  version_id bigint not null,
  child_id bigint not null,
  holder_id bigint not null,
  holds text,
  acquired_by text,
  limited_on date,
  limits text,
  evidence_seen text,
  started_on date,
  ended_on date,
  why_ended text,
  constraint record_parental_responsibility_pkey PRIMARY KEY (version_id),
  constraint record_parental_responsibility_acquired_by_check CHECK ((acquired_by <> ''::text)),
  constraint record_parental_responsibility_evidence_seen_check CHECK ((evidence_seen <> ''::text)),
  constraint record_parental_responsibility_holds_check CHECK ((holds <> ''::text))
);

create table record_family_time_arrangement (
  version_id bigint not null,
  child_id bigint not null,
  with_whom_id bigint not null,
  how text,
  how_often text,
  every_days numeric,
  "where" text,
  ordered_by_court text,
  childs_view text,
  reason text,
  review_on date,
  started_on date,
  ended_on date,
  why_ended text,
  constraint record_family_time_arrangement_pkey PRIMARY KEY (version_id),
  constraint record_family_time_arrangement_how_check CHECK ((how <> ''::text)),
  constraint record_family_time_arrangement_ordered_by_court_check CHECK ((ordered_by_court <> ''::text))
);

create table record_household (
  version_id bigint not null,
  household_id bigint not null,
  name text,
  kind text,
  reference text,
  constraint record_household_pkey PRIMARY KEY (version_id),
  constraint record_household_kind_check CHECK ((kind <> ''::text))
);

create table record_household_membership (
  version_id bigint not null,
  person_id bigint not null,
  household_id bigint not null,
  main_home text,
  "when" text,
  started_on date,
  ended_on date,
  why_left text,
  constraint record_household_membership_pkey PRIMARY KEY (version_id),
  constraint record_household_membership_main_home_check CHECK ((main_home <> ''::text))
);

create table record_household_address (
  version_id bigint not null,
  household_id bigint not null,
  address jsonb,
  kind text,
  note text,
  started_on date,
  ended_on date,
  constraint record_household_address_pkey PRIMARY KEY (version_id),
  constraint record_household_address_kind_check CHECK ((kind <> ''::text))
);

create table record_confidential_household_address (
  version_id bigint not null,
  household_id bigint not null,
  address jsonb,
  kind text,
  note text,
  started_on date,
  ended_on date,
  constraint record_confidential_household_address_pkey PRIMARY KEY (version_id),
  constraint record_confidential_household_address_kind_check CHECK ((kind <> ''::text))
);

create table record_person_address (
  version_id bigint not null,
  person_id bigint not null,
  address jsonb,
  kind text,
  note text,
  started_on date,
  ended_on date,
  constraint record_person_address_pkey PRIMARY KEY (version_id),
  constraint record_person_address_kind_check CHECK ((kind <> ''::text))
);

create table record_confidential_address (
  version_id bigint not null,
  person_id bigint not null,
  address jsonb,
  kind text,
  note text,
  started_on date,
  ended_on date,
  constraint record_confidential_address_pkey PRIMARY KEY (version_id),
  constraint record_confidential_address_kind_check CHECK ((kind <> ''::text))
);

create table record_contact_detail (
  version_id bigint not null,
  person_id bigint not null,
  kind text,
  detail text,
  safe_to_ring text,
  how_safely text,
  preferred text,
  started_on date,
  ended_on date,
  constraint record_contact_detail_pkey PRIMARY KEY (version_id),
  constraint record_contact_detail_kind_check CHECK ((kind <> ''::text)),
  constraint record_contact_detail_preferred_check CHECK ((preferred <> ''::text)),
  constraint record_contact_detail_safe_to_ring_check CHECK ((safe_to_ring <> ''::text))
);

create table record_confidential_contact_detail (
  version_id bigint not null,
  person_id bigint not null,
  kind text,
  detail text,
  safe_to_ring text,
  how_safely text,
  preferred text,
  started_on date,
  ended_on date,
  constraint record_confidential_contact_detail_pkey PRIMARY KEY (version_id),
  constraint record_confidential_contact_detail_kind_check CHECK ((kind <> ''::text)),
  constraint record_confidential_contact_detail_preferred_check CHECK ((preferred <> ''::text)),
  constraint record_confidential_contact_detail_safe_to_ring_check CHECK ((safe_to_ring <> ''::text))
);

create table record_important_person (
  version_id bigint not null,
  child_id bigint not null,
  important_id bigint,
  name text,
  who text,
  why text,
  how_to_reach text,
  started_on date,
  ended_on date,
  constraint record_important_person_pkey PRIMARY KEY (version_id)
);

create table record_alert (
  version_id bigint not null,
  person_id bigint not null,
  because_id bigint,
  kind text,
  in_short text,
  what_to_do text,
  started_on date,
  review_on date,
  ended_on date,
  why_ended text,
  constraint record_alert_pkey PRIMARY KEY (version_id),
  constraint record_alert_kind_check CHECK ((kind <> ''::text))
);

create table record_restriction (
  version_id bigint not null,
  person_id bigint not null,
  team_to_ring_id bigint not null,
  started_on date,
  reason text,
  decided_by bigint,
  review_on date,
  ended_on date,
  why_ended text,
  constraint record_restriction_pkey PRIMARY KEY (version_id)
);

create table record_case_note (
  version_id bigint not null,
  happened_at timestamp with time zone,
  happened_at_precision text,
  kind text,
  heading text,
  what_happened text,
  what_it_means text,
  significant text,
  worker bigint,
  constraint record_case_note_pkey PRIMARY KEY (version_id),
  constraint record_case_note_happened_at_precision_check CHECK ((happened_at_precision <> ''::text)),
  constraint record_case_note_kind_check CHECK ((kind <> ''::text)),
  constraint record_case_note_significant_check CHECK ((significant <> ''::text))
);

create table record_seen_and_heard (
  version_id bigint not null,
  child_id bigint not null,
  note_id bigint,
  happened_at timestamp with time zone,
  happened_at_precision text,
  seen text,
  seen_alone text,
  why_not_alone text,
  childs_words text,
  how_they_were text,
  how_shared text[],
  worker bigint,
  constraint record_seen_and_heard_pkey PRIMARY KEY (version_id),
  constraint record_seen_and_heard_happened_at_precision_check CHECK ((happened_at_precision <> ''::text)),
  constraint record_seen_and_heard_seen_alone_check CHECK ((seen_alone <> ''::text)),
  constraint record_seen_and_heard_seen_check CHECK ((seen <> ''::text))
);
CREATE INDEX record_seen_and_heard_note_id_idx ON record_seen_and_heard USING btree (note_id);

create table record_person_document (
  version_id bigint not null,
  title text,
  kind text,
  document bigint,
  dated_on date,
  "from" text,
  says text,
  constraint record_person_document_pkey PRIMARY KEY (version_id),
  constraint record_person_document_kind_check CHECK ((kind <> ''::text))
);

create table record_document_sent (
  version_id bigint not null,
  recipient_id bigint,
  document_id bigint not null,
  "to" text,
  sent_on date,
  how text,
  explained text,
  worker bigint,
  constraint record_document_sent_pkey PRIMARY KEY (version_id),
  constraint record_document_sent_explained_check CHECK ((explained <> ''::text)),
  constraint record_document_sent_how_check CHECK ((how <> ''::text))
);
CREATE INDEX record_document_sent_document_id_idx ON record_document_sent USING btree (document_id);

create table record_consent (
  version_id bigint not null,
  person_id bigint not null,
  given_by_id bigint not null,
  with_whom text,
  what text,
  answer text,
  by text,
  in_their_words text,
  ask_again_on date,
  started_on date,
  ended_on date,
  why_ended text,
  constraint record_consent_pkey PRIMARY KEY (version_id),
  constraint record_consent_answer_check CHECK ((answer <> ''::text)),
  constraint record_consent_by_check CHECK ((by <> ''::text))
);

create table record_worker (
  version_id bigint not null,
  worker_id bigint not null,
  name text,
  role_title text,
  email text,
  phone text,
  registration_number text,
  staff_number text,
  agency_worker text,
  started_on date,
  ended_on date,
  constraint record_worker_pkey PRIMARY KEY (version_id),
  constraint record_worker_agency_worker_check CHECK ((agency_worker <> ''::text))
);

create table record_team (
  version_id bigint not null,
  team_id bigint not null,
  part_of_id bigint,
  name text,
  service text,
  phone text,
  email text,
  started_on date,
  ended_on date,
  constraint record_team_pkey PRIMARY KEY (version_id),
  constraint record_team_service_check CHECK ((service <> ''::text))
);

create table record_team_membership (
  version_id bigint not null,
  worker_id bigint not null,
  team_id bigint not null,
  part text,
  started_on date,
  ended_on date,
  constraint record_team_membership_pkey PRIMARY KEY (version_id),
  constraint record_team_membership_part_check CHECK ((part <> ''::text))
);

create table record_locality (
  version_id bigint not null,
  name text,
  started_on date,
  ended_on date,
  constraint record_locality_pkey PRIMARY KEY (version_id)
);

create table record_allocation (
  version_id bigint not null,
  person_id bigint not null,
  team_id bigint not null,
  worker_id bigint,
  role text,
  started_on date,
  why text,
  cover_for bigint,
  handover text,
  ended_on date,
  why_ended text,
  constraint record_allocation_pkey PRIMARY KEY (version_id),
  constraint record_allocation_role_check CHECK ((role <> ''::text)),
  constraint record_allocation_why_check CHECK ((why <> ''::text))
);

create table record_household_allocation (
  version_id bigint not null,
  household_id bigint not null,
  team_id bigint not null,
  worker_id bigint,
  role text,
  started_on date,
  ended_on date,
  why_ended text,
  constraint record_household_allocation_pkey PRIMARY KEY (version_id),
  constraint record_household_allocation_role_check CHECK ((role <> ''::text))
);

create table record_worker_away (
  version_id bigint not null,
  child_id bigint not null,
  worker_id bigint not null,
  started_on date,
  back_on date,
  meanwhile text,
  ended_on date,
  constraint record_worker_away_pkey PRIMARY KEY (version_id)
);

create table record_agency (
  version_id bigint not null,
  agency_id bigint not null,
  name text,
  kind text,
  urn text,
  phone text,
  email text,
  started_on date,
  ended_on date,
  constraint record_agency_pkey PRIMARY KEY (version_id),
  constraint record_agency_kind_check CHECK ((kind <> ''::text))
);

create table record_establishment (
  version_id bigint not null,
  establishment_id bigint not null,
  run_by_id bigint,
  name text,
  kind text,
  urn text,
  dfe_number text,
  address jsonb,
  phone text,
  email text,
  places numeric,
  youngest numeric,
  oldest numeric,
  started_on date,
  ended_on date,
  constraint record_establishment_pkey PRIMARY KEY (version_id),
  constraint record_establishment_kind_check CHECK ((kind <> ''::text))
);

create table record_inspection (
  version_id bigint not null,
  establishment_id bigint not null,
  inspected_on date,
  published_on date,
  grade text,
  found text,
  constraint record_inspection_pkey PRIMARY KEY (version_id),
  constraint record_inspection_grade_check CHECK ((grade <> ''::text))
);

create table record_episode (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  reason_started text,
  legal_status text,
  category_of_need text,
  placement text,
  provider text,
  urn text,
  home_postcode text,
  placement_postcode text,
  placement_authority text,
  placement_location text,
  distance numeric,
  ended_on date,
  reason_ended text,
  reason_for_change text,
  constraint record_episode_pkey PRIMARY KEY (version_id),
  constraint record_episode_category_of_need_check CHECK ((category_of_need <> ''::text)),
  constraint record_episode_legal_status_check CHECK ((legal_status <> ''::text)),
  constraint record_episode_placement_check CHECK ((placement <> ''::text)),
  constraint record_episode_placement_location_check CHECK ((placement_location <> ''::text)),
  constraint record_episode_provider_check CHECK ((provider <> ''::text)),
  constraint record_episode_reason_ended_check CHECK ((reason_ended <> ''::text)),
  constraint record_episode_reason_for_change_check CHECK ((reason_for_change <> ''::text)),
  constraint record_episode_reason_started_check CHECK ((reason_started <> ''::text))
);

create table record_care_review (
  version_id bigint not null,
  child_id bigint not null,
  held_on date,
  participation text,
  constraint record_care_review_pkey PRIMARY KEY (version_id),
  constraint record_care_review_participation_check CHECK ((participation <> ''::text))
);

create table record_care_visit (
  version_id bigint not null,
  child_id bigint not null,
  worker_id bigint,
  seen_and_heard_id bigint,
  visited_on date,
  kind text,
  seen text,
  seen_alone text,
  at_placement text,
  why_not text,
  constraint record_care_visit_pkey PRIMARY KEY (version_id),
  constraint record_care_visit_at_placement_check CHECK ((at_placement <> ''::text)),
  constraint record_care_visit_kind_check CHECK ((kind <> ''::text)),
  constraint record_care_visit_seen_alone_check CHECK ((seen_alone <> ''::text)),
  constraint record_care_visit_seen_check CHECK ((seen <> ''::text))
);
CREATE INDEX record_care_visit_seen_and_heard_id_idx ON record_care_visit USING btree (seen_and_heard_id);

create table record_missing_episode (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  kind text,
  ended_on date,
  returned_at timestamp with time zone,
  returned_at_precision text,
  interview_offered text,
  interview_accepted text,
  interview_held_at timestamp with time zone,
  interview_held_at_precision text,
  what_we_learned text,
  constraint record_missing_episode_pkey PRIMARY KEY (version_id),
  constraint record_missing_episode_interview_accepted_check CHECK ((interview_accepted <> ''::text)),
  constraint record_missing_episode_interview_held_at_precision_check CHECK ((interview_held_at_precision <> ''::text)),
  constraint record_missing_episode_interview_offered_check CHECK ((interview_offered <> ''::text)),
  constraint record_missing_episode_kind_check CHECK ((kind <> ''::text)),
  constraint record_missing_episode_returned_at_precision_check CHECK ((returned_at_precision <> ''::text))
);

create table record_unaccompanied_status (
  version_id bigint not null,
  child_id bigint not null,
  ended_on date,
  constraint record_unaccompanied_status_pkey PRIMARY KEY (version_id)
);

create table record_previous_permanence (
  version_id bigint not null,
  child_id bigint not null,
  option text,
  authority text,
  ordered_on date,
  ordered_on_precision text,
  constraint record_previous_permanence_pkey PRIMARY KEY (version_id),
  constraint record_previous_permanence_option_check CHECK ((option <> ''::text)),
  constraint record_previous_permanence_ordered_on_precision_check CHECK ((ordered_on_precision <> ''::text))
);

create table record_mother (
  version_id bigint not null,
  child_id bigint not null,
  baby_id bigint,
  mother text,
  child_born_on date,
  constraint record_mother_pkey PRIMARY KEY (version_id),
  constraint record_mother_mother_check CHECK ((mother <> ''::text))
);

create table record_health_assessment (
  version_id bigint not null,
  child_id bigint not null,
  assessed_on date,
  kind text,
  attendance text,
  by text,
  summary text,
  constraint record_health_assessment_pkey PRIMARY KEY (version_id),
  constraint record_health_assessment_attendance_check CHECK ((attendance <> ''::text)),
  constraint record_health_assessment_kind_check CHECK ((kind <> ''::text))
);

create table record_dental_check (
  version_id bigint not null,
  child_id bigint not null,
  checked_on date,
  attendance text,
  note text,
  constraint record_dental_check_pkey PRIMARY KEY (version_id),
  constraint record_dental_check_attendance_check CHECK ((attendance <> ''::text))
);

create table record_immunisation_status (
  version_id bigint not null,
  child_id bigint not null,
  stated_on date,
  up_to_date text,
  why_not text,
  constraint record_immunisation_status_pkey PRIMARY KEY (version_id),
  constraint record_immunisation_status_up_to_date_check CHECK ((up_to_date <> ''::text))
);

create table record_strengths_and_difficulties (
  version_id bigint not null,
  child_id bigint not null,
  completed_on date,
  score numeric,
  no_score_reason text,
  constraint record_strengths_and_difficulties_pkey PRIMARY KEY (version_id),
  constraint record_strengths_and_difficulties_no_score_reason_check CHECK ((no_score_reason <> ''::text))
);

create table record_substance_misuse (
  version_id bigint not null,
  child_id bigint not null,
  identified_on date,
  what text,
  offered_on date,
  received_on date,
  constraint record_substance_misuse_pkey PRIMARY KEY (version_id)
);

create table record_outcomes_of_year (
  version_id bigint not null,
  child_id bigint not null,
  year_ended_on date,
  score numeric,
  no_score_reason text,
  development_checks text,
  immunisations text,
  teeth_checked text,
  health_assessed text,
  substance_misuse text,
  intervention_received text,
  intervention_offered text,
  convicted text,
  constraint record_outcomes_of_year_pkey PRIMARY KEY (version_id),
  constraint record_outcomes_of_year_convicted_check CHECK ((convicted <> ''::text)),
  constraint record_outcomes_of_year_development_checks_check CHECK ((development_checks <> ''::text)),
  constraint record_outcomes_of_year_health_assessed_check CHECK ((health_assessed <> ''::text)),
  constraint record_outcomes_of_year_immunisations_check CHECK ((immunisations <> ''::text)),
  constraint record_outcomes_of_year_intervention_offered_check CHECK ((intervention_offered <> ''::text)),
  constraint record_outcomes_of_year_intervention_received_check CHECK ((intervention_received <> ''::text)),
  constraint record_outcomes_of_year_no_score_reason_check CHECK ((no_score_reason <> ''::text)),
  constraint record_outcomes_of_year_substance_misuse_check CHECK ((substance_misuse <> ''::text)),
  constraint record_outcomes_of_year_teeth_checked_check CHECK ((teeth_checked <> ''::text))
);

create table record_conviction (
  version_id bigint not null,
  child_id bigint not null,
  decided_on date,
  kind text,
  offence text,
  constraint record_conviction_pkey PRIMARY KEY (version_id),
  constraint record_conviction_kind_check CHECK ((kind <> ''::text))
);

create table record_adoption_decision (
  version_id bigint not null,
  child_id bigint not null,
  decided_on date,
  reversed_on date,
  reason_reversed text,
  constraint record_adoption_decision_pkey PRIMARY KEY (version_id),
  constraint record_adoption_decision_reason_reversed_check CHECK ((reason_reversed <> ''::text))
);

create table record_adoption_match (
  version_id bigint not null,
  child_id bigint not null,
  matched_on date,
  decided_on date,
  adopted_in_year_to date,
  foster_carers_adopt text,
  number_of_adopters numeric,
  adopters_are text,
  adopters_status text,
  constraint record_adoption_match_pkey PRIMARY KEY (version_id),
  constraint record_adoption_match_adopters_are_check CHECK ((adopters_are <> ''::text)),
  constraint record_adoption_match_adopters_status_check CHECK ((adopters_status <> ''::text)),
  constraint record_adoption_match_foster_carers_adopt_check CHECK ((foster_carers_adopt <> ''::text))
);

create table record_social_worker_episode (
  version_id bigint not null,
  child_id bigint not null,
  worker_number text,
  started_on date,
  ended_on date,
  reason text,
  constraint record_social_worker_episode_pkey PRIMARY KEY (version_id),
  constraint record_social_worker_episode_reason_check CHECK ((reason <> ''::text))
);

create table record_deprivation_of_liberty (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  ended_on date,
  constraint record_deprivation_of_liberty_pkey PRIMARY KEY (version_id)
);

create table record_care_leaver_outcome (
  version_id bigint not null,
  child_id bigint not null,
  birthday_on date,
  in_touch text,
  activity text,
  accommodation text,
  constraint record_care_leaver_outcome_pkey PRIMARY KEY (version_id),
  constraint record_care_leaver_outcome_accommodation_check CHECK ((accommodation <> ''::text)),
  constraint record_care_leaver_outcome_activity_check CHECK ((activity <> ''::text)),
  constraint record_care_leaver_outcome_in_touch_check CHECK ((in_touch <> ''::text))
);

create table record_care_plan (
  version_id bigint not null,
  child_id bigint not null,
  prepared_on date,
  courts text,
  childs_view text,
  plan text,
  ended_on date,
  constraint record_care_plan_pkey PRIMARY KEY (version_id),
  constraint record_care_plan_courts_check CHECK ((courts <> ''::text))
);

create table record_placement_plan (
  version_id bigint not null,
  child_id bigint not null,
  signed_on date,
  childs_view text,
  plan text,
  placement_on date,
  delegated text,
  constraint record_placement_plan_pkey PRIMARY KEY (version_id),
  constraint record_placement_plan_delegated_check CHECK ((delegated <> ''::text))
);

create table record_placement_notice (
  version_id bigint not null,
  child_id bigint not null,
  sent_on date,
  placement_on date,
  "to" text[],
  withheld text,
  constraint record_placement_notice_pkey PRIMARY KEY (version_id)
);

create table record_care_approval (
  version_id bigint not null,
  child_id bigint not null,
  approved_on date,
  what text,
  takes_place_on date,
  by text,
  why text,
  constraint record_care_approval_pkey PRIMARY KEY (version_id),
  constraint record_care_approval_by_check CHECK ((by <> ''::text)),
  constraint record_care_approval_what_check CHECK ((what <> ''::text))
);

create table record_delegated_authority (
  version_id bigint not null,
  child_id bigint not null,
  agreed_on date,
  about text,
  decided_by text,
  limits text,
  review_on date,
  ended_on date,
  constraint record_delegated_authority_pkey PRIMARY KEY (version_id),
  constraint record_delegated_authority_about_check CHECK ((about <> ''::text)),
  constraint record_delegated_authority_decided_by_check CHECK ((decided_by <> ''::text))
);

create table record_siblings_decision (
  version_id bigint not null,
  child_id bigint not null,
  sibling_id bigint not null,
  decided_on date,
  together text,
  why text[],
  childrens_view text,
  plan text,
  review_on date,
  ended_on date,
  constraint record_siblings_decision_pkey PRIMARY KEY (version_id),
  constraint record_siblings_decision_together_check CHECK ((together <> ''::text))
);

create table record_placed_here (
  version_id bigint not null,
  child_id bigint not null,
  authority text,
  worker text,
  started_on date,
  notified_on date,
  placement text,
  home text,
  ended_on date,
  constraint record_placed_here_pkey PRIMARY KEY (version_id),
  constraint record_placed_here_placement_check CHECK ((placement <> ''::text))
);

create table record_visiting_rule (
  version_id bigint not null,
  child_id bigint not null,
  arrangement text,
  every_weeks numeric,
  started_on date,
  ended_on date,
  constraint record_visiting_rule_pkey PRIMARY KEY (version_id),
  constraint record_visiting_rule_arrangement_check CHECK ((arrangement <> ''::text))
);

create table record_liberty_authorisation (
  version_id bigint not null,
  child_id bigint not null,
  authorised_on date,
  court text,
  case_number text,
  restrictions text[],
  why text,
  expires_on date,
  court_review_on date,
  ended_on date,
  constraint record_liberty_authorisation_pkey PRIMARY KEY (version_id),
  constraint record_liberty_authorisation_court_check CHECK ((court <> ''::text))
);

create table record_liberty_review (
  version_id bigint not null,
  child_id bigint not null,
  reviewed_on date,
  outcome text,
  child_said text,
  decided text,
  constraint record_liberty_review_pkey PRIMARY KEY (version_id),
  constraint record_liberty_review_outcome_check CHECK ((outcome <> ''::text))
);

create table record_secure_order (
  version_id bigint not null,
  child_id bigint not null,
  ordered_on date,
  expires_on date,
  ended_on date,
  constraint record_secure_order_pkey PRIMARY KEY (version_id)
);

create table record_secure_review (
  version_id bigint not null,
  child_id bigint not null,
  reviewed_on date,
  child_said text,
  found text,
  constraint record_secure_review_pkey PRIMARY KEY (version_id)
);

create table record_early_review (
  version_id bigint not null,
  child_id bigint not null,
  asked_on date,
  why text,
  event_on date,
  what text,
  why_not_before text,
  withdrawn_on date,
  constraint record_early_review_pkey PRIMARY KEY (version_id),
  constraint record_early_review_why_check CHECK ((why <> ''::text))
);

create table record_visit_request (
  version_id bigint not null,
  child_id bigint not null,
  asked_on date,
  by text,
  about text,
  withdrawn_on date,
  constraint record_visit_request_pkey PRIMARY KEY (version_id),
  constraint record_visit_request_by_check CHECK ((by <> ''::text))
);

create table record_short_break (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  ended_on date,
  "where" text,
  child_said text,
  constraint record_short_break_pkey PRIMARY KEY (version_id)
);

create table record_national_transfer (
  version_id bigint not null,
  child_id bigint not null,
  allocated_on date,
  way text,
  authority text,
  transferred_on date,
  withdrawn_on date,
  constraint record_national_transfer_pkey PRIMARY KEY (version_id),
  constraint record_national_transfer_way_check CHECK ((way <> ''::text))
);

create table record_child_and_family_assessment (
  version_id bigint not null,
  child_id bigint not null,
  worker_id bigint,
  started_on date,
  why text,
  child_says text,
  going_well text,
  worries text,
  to_change text,
  completed_on date,
  constraint record_child_and_family_assessment_pkey PRIMARY KEY (version_id),
  constraint record_child_and_family_assessment_why_check CHECK ((why <> ''::text))
);

create table record_pre_proceedings (
  version_id bigint not null,
  child_id bigint not null,
  decided_on date,
  childs_view text,
  worries text,
  letter_on date,
  represented text,
  to_end_by date,
  why_longer text,
  ended_on date,
  outcome text,
  constraint record_pre_proceedings_pkey PRIMARY KEY (version_id),
  constraint record_pre_proceedings_outcome_check CHECK ((outcome <> ''::text)),
  constraint record_pre_proceedings_represented_check CHECK ((represented <> ''::text))
);

create table record_pre_proceedings_meeting (
  version_id bigint not null,
  child_id bigint not null,
  held_on date,
  kind text,
  childs_view text,
  parents_view text,
  decided text,
  constraint record_pre_proceedings_meeting_pkey PRIMARY KEY (version_id),
  constraint record_pre_proceedings_meeting_kind_check CHECK ((kind <> ''::text))
);

create table record_care_proceedings (
  version_id bigint not null,
  child_id bigint not null,
  issued_on date,
  application text,
  case_number text,
  short_notice text,
  why_short_notice text,
  childs_view text,
  first_hearing_on date,
  ended_on date,
  outcome text,
  constraint record_care_proceedings_pkey PRIMARY KEY (version_id),
  constraint record_care_proceedings_application_check CHECK ((application <> ''::text)),
  constraint record_care_proceedings_outcome_check CHECK ((outcome <> ''::text)),
  constraint record_care_proceedings_short_notice_check CHECK ((short_notice <> ''::text))
);

create table record_court_hearing (
  version_id bigint not null,
  child_id bigint not null,
  held_on date,
  kind text,
  decided text,
  next_on date,
  next text,
  constraint record_court_hearing_pkey PRIMARY KEY (version_id),
  constraint record_court_hearing_kind_check CHECK ((kind <> ''::text)),
  constraint record_court_hearing_next_check CHECK ((next <> ''::text))
);

create table record_court_direction (
  version_id bigint not null,
  child_id bigint not null,
  directed_on date,
  what text,
  due_on date,
  why_late text,
  filed_on date,
  constraint record_court_direction_pkey PRIMARY KEY (version_id),
  constraint record_court_direction_what_check CHECK ((what <> ''::text))
);

create table record_court_extension (
  version_id bigint not null,
  child_id bigint not null,
  extended_on date,
  until date,
  why text,
  constraint record_court_extension_pkey PRIMARY KEY (version_id)
);

create table record_permanence_plan (
  version_id bigint not null,
  child_id bigint not null,
  option text,
  part text,
  childs_view text,
  plan text,
  started_on date,
  completed_on date,
  agreed_where text,
  next_step text,
  next_step_by date,
  achieve_by date,
  achieved_on date,
  ended_on date,
  why_ended text,
  why_in_words text,
  constraint record_permanence_plan_pkey PRIMARY KEY (version_id),
  constraint record_permanence_plan_agreed_where_check CHECK ((agreed_where <> ''::text)),
  constraint record_permanence_plan_option_check CHECK ((option <> ''::text)),
  constraint record_permanence_plan_part_check CHECK ((part <> ''::text)),
  constraint record_permanence_plan_why_ended_check CHECK ((why_ended <> ''::text))
);

create table record_permanence_plan_review (
  version_id bigint not null,
  child_id bigint not null,
  reviewed_on date,
  outcome text,
  childs_view text,
  what_holds text,
  decided text,
  constraint record_permanence_plan_review_pkey PRIMARY KEY (version_id),
  constraint record_permanence_plan_review_outcome_check CHECK ((outcome <> ''::text))
);

create table record_long_term_match (
  version_id bigint not null,
  child_id bigint not null,
  household_id bigint,
  matched_on date,
  placed_on date,
  childs_view text,
  child_agrees text,
  carer text,
  ended_on date,
  why_ended text,
  constraint record_long_term_match_pkey PRIMARY KEY (version_id),
  constraint record_long_term_match_child_agrees_check CHECK ((child_agrees <> ''::text))
);

create table record_early_permanence (
  version_id bigint not null,
  child_id bigint not null,
  household_id bigint,
  kind text,
  decided_on date,
  started_on date,
  ended_on date,
  ending text,
  constraint record_early_permanence_pkey PRIMARY KEY (version_id),
  constraint record_early_permanence_ending_check CHECK ((ending <> ''::text)),
  constraint record_early_permanence_kind_check CHECK ((kind <> ''::text))
);

create table record_reunification (
  version_id bigint not null,
  child_id bigint not null,
  decided_on date,
  childs_view text,
  must_be text,
  home_by date,
  home_on date,
  support text[],
  support_plan text,
  support_until date,
  ended_on date,
  ending text,
  learned text,
  constraint record_reunification_pkey PRIMARY KEY (version_id),
  constraint record_reunification_ending_check CHECK ((ending <> ''::text))
);

create table record_special_guardianship (
  version_id bigint not null,
  child_id bigint not null,
  ordered_on date,
  supervision_order text,
  ended_on date,
  why_ended text,
  constraint record_special_guardianship_pkey PRIMARY KEY (version_id),
  constraint record_special_guardianship_supervision_order_check CHECK ((supervision_order <> ''::text))
);

create table record_guardianship_support_plan (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  services text[],
  plan text,
  shared_on date,
  ended_on date,
  why_ended text,
  constraint record_guardianship_support_plan_pkey PRIMARY KEY (version_id)
);

create table record_guardianship_support_review (
  version_id bigint not null,
  child_id bigint not null,
  reviewed_on date,
  outcome text,
  childs_view text,
  guardians_view text,
  constraint record_guardianship_support_review_pkey PRIMARY KEY (version_id),
  constraint record_guardianship_support_review_outcome_check CHECK ((outcome <> ''::text))
);

create table record_life_story_work (
  version_id bigint not null,
  child_id bigint not null,
  worker_id bigint,
  done_on date,
  kind text,
  childs_words text,
  with_whom text,
  carers_have_it text,
  constraint record_life_story_work_pkey PRIMARY KEY (version_id),
  constraint record_life_story_work_carers_have_it_check CHECK ((carers_have_it <> ''::text)),
  constraint record_life_story_work_kind_check CHECK ((kind <> ''::text))
);

create table record_child_permanence_report (
  version_id bigint not null,
  child_id bigint not null,
  completed_on date,
  childs_view text,
  constraint record_child_permanence_report_pkey PRIMARY KEY (version_id)
);

create table record_placement_order_application (
  version_id bigint not null,
  child_id bigint not null,
  applied_on date,
  case_number text,
  decided_on date,
  outcome text,
  constraint record_placement_order_application_pkey PRIMARY KEY (version_id),
  constraint record_placement_order_application_outcome_check CHECK ((outcome <> ''::text))
);

create table record_placement_order (
  version_id bigint not null,
  child_id bigint not null,
  made_on date,
  ended_on date,
  how_ended text,
  why_revoked text,
  constraint record_placement_order_pkey PRIMARY KEY (version_id),
  constraint record_placement_order_how_ended_check CHECK ((how_ended <> ''::text))
);

create table record_placement_consent (
  version_id bigint not null,
  child_id bigint not null,
  consented_on date,
  relinquished text,
  withdrawn_on date,
  constraint record_placement_consent_pkey PRIMARY KEY (version_id),
  constraint record_placement_consent_relinquished_check CHECK ((relinquished <> ''::text))
);

create table record_family_finding (
  version_id bigint not null,
  child_id bigint not null,
  "where" text,
  started_on date,
  siblings_together numeric,
  ended_on date,
  constraint record_family_finding_pkey PRIMARY KEY (version_id),
  constraint record_family_finding_where_check CHECK (("where" <> ''::text))
);

create table record_matching_panel (
  version_id bigint not null,
  child_id bigint not null,
  held_on date,
  recommended text,
  reasons text,
  refused_on date,
  constraint record_matching_panel_pkey PRIMARY KEY (version_id),
  constraint record_matching_panel_recommended_check CHECK ((recommended <> ''::text))
);

create table record_adoptive_family (
  version_id bigint not null,
  child_id bigint not null,
  household_id bigint not null,
  matched_on date,
  early_permanence text,
  introductions_on date,
  placed_on date,
  order_made_on date,
  ended_on date,
  why_ended text,
  constraint record_adoptive_family_pkey PRIMARY KEY (version_id),
  constraint record_adoptive_family_early_permanence_check CHECK ((early_permanence <> ''::text)),
  constraint record_adoptive_family_why_ended_check CHECK ((why_ended <> ''::text))
);

create table record_adoption_support_plan (
  version_id bigint not null,
  child_id bigint not null,
  agreed_on date,
  services text[],
  given_on date,
  review_by date,
  ended_on date,
  constraint record_adoption_support_plan_pkey PRIMARY KEY (version_id)
);

create table record_adoption_disruption (
  version_id bigint not null,
  child_id bigint not null,
  ended_on date,
  why text,
  childs_view text,
  meeting_on date,
  learned text,
  constraint record_adoption_disruption_pkey PRIMARY KEY (version_id),
  constraint record_adoption_disruption_why_check CHECK ((why <> ''::text))
);

create table record_adoption_application (
  version_id bigint not null,
  child_id bigint not null,
  applied_on date,
  why_late text,
  decided_on date,
  outcome text,
  celebrated_on date,
  constraint record_adoption_application_pkey PRIMARY KEY (version_id),
  constraint record_adoption_application_outcome_check CHECK ((outcome <> ''::text))
);

create table record_letterbox_agreement (
  version_id bigint not null,
  child_id bigint not null,
  relative_id bigint,
  with_whom text,
  kind text,
  writers text,
  times_a_year numeric,
  month numeric,
  started_on date,
  ended_on date,
  why_ended text,
  constraint record_letterbox_agreement_pkey PRIMARY KEY (version_id),
  constraint record_letterbox_agreement_kind_check CHECK ((kind <> ''::text)),
  constraint record_letterbox_agreement_writers_check CHECK ((writers <> ''::text))
);

create table record_letterbox_exchange (
  version_id bigint not null,
  child_id bigint not null,
  agreement_id bigint,
  "from" text,
  received_on date,
  sent_on date,
  not_passed_on text,
  why text,
  constraint record_letterbox_exchange_pkey PRIMARY KEY (version_id),
  constraint record_letterbox_exchange_from_check CHECK (("from" <> ''::text)),
  constraint record_letterbox_exchange_not_passed_on_check CHECK ((not_passed_on <> ''::text))
);
CREATE INDEX record_letterbox_exchange_agreement_id_idx ON record_letterbox_exchange USING btree (agreement_id);

create table record_adoption_support (
  version_id bigint not null,
  household_id bigint not null,
  asked_on date,
  assessed_on date,
  fund_applied_on date,
  services text[],
  review_by date,
  ended_on date,
  constraint record_adoption_support_pkey PRIMARY KEY (version_id)
);

create table record_adoption_seal (
  version_id bigint not null,
  person_id bigint not null,
  adoptive_id bigint,
  started_on date,
  order_number text,
  reason text,
  decided_by bigint,
  ended_on date,
  constraint record_adoption_seal_pkey PRIMARY KEY (version_id)
);

create table record_adopter_enquiry (
  version_id bigint not null,
  household_id bigint not null,
  agency_id bigint,
  enquired_on date,
  for_another text,
  fostering_for_adoption text,
  siblings numeric,
  information_on date,
  followed_up_on date,
  registered_on date,
  answered_on date,
  constraint record_adopter_enquiry_pkey PRIMARY KEY (version_id),
  constraint record_adopter_enquiry_for_another_check CHECK ((for_another <> ''::text)),
  constraint record_adopter_enquiry_fostering_for_adoption_check CHECK ((fostering_for_adoption <> ''::text))
);

create table record_prospective_adopter (
  version_id bigint not null,
  adopter_id bigint not null,
  household_id bigint not null,
  started_on date,
  ended_on date,
  constraint record_prospective_adopter_pkey PRIMARY KEY (version_id)
);

create table record_adopter_stage (
  version_id bigint not null,
  household_id bigint not null,
  agency_id bigint,
  stage text,
  started_on date,
  ended_on date,
  how_ended text,
  why_longer text,
  constraint record_adopter_stage_pkey PRIMARY KEY (version_id),
  constraint record_adopter_stage_how_ended_check CHECK ((how_ended <> ''::text)),
  constraint record_adopter_stage_stage_check CHECK ((stage <> ''::text))
);

create table record_adopter_pause (
  version_id bigint not null,
  household_id bigint not null,
  started_on date,
  why text,
  ended_on date,
  constraint record_adopter_pause_pkey PRIMARY KEY (version_id)
);

create table record_adopter_panel (
  version_id bigint not null,
  household_id bigint not null,
  held_on date,
  about text,
  recommended text,
  reasons text,
  constraint record_adopter_panel_pkey PRIMARY KEY (version_id),
  constraint record_adopter_panel_about_check CHECK ((about <> ''::text)),
  constraint record_adopter_panel_recommended_check CHECK ((recommended <> ''::text))
);

create table record_qualifying_determination (
  version_id bigint not null,
  household_id bigint not null,
  sent_on date,
  answered_on date,
  answer text,
  constraint record_qualifying_determination_pkey PRIMARY KEY (version_id),
  constraint record_qualifying_determination_answer_check CHECK ((answer <> ''::text))
);

create table record_suitability_decision (
  version_id bigint not null,
  household_id bigint not null,
  agency_id bigint,
  decided_on date,
  suitable text,
  children numeric,
  reasons text,
  ended_on date,
  how_ended text,
  constraint record_suitability_decision_pkey PRIMARY KEY (version_id),
  constraint record_suitability_decision_how_ended_check CHECK ((how_ended <> ''::text)),
  constraint record_suitability_decision_suitable_check CHECK ((suitable <> ''::text))
);

create table record_adopter_review (
  version_id bigint not null,
  household_id bigint not null,
  held_on date,
  found text,
  adopters_view text,
  constraint record_adopter_review_pkey PRIMARY KEY (version_id),
  constraint record_adopter_review_found_check CHECK ((found <> ''::text))
);

create table record_adopters_left (
  version_id bigint not null,
  household_id bigint not null,
  left_on date,
  why text,
  words text,
  constraint record_adopters_left_pkey PRIMARY KEY (version_id),
  constraint record_adopters_left_why_check CHECK ((why <> ''::text))
);

create table record_adoption_agency_acting (
  version_id bigint not null,
  agency_id bigint not null,
  started_on date,
  does text[],
  decision_maker text,
  ended_on date,
  constraint record_adoption_agency_acting_pkey PRIMARY KEY (version_id)
);

create table record_care_leaver_contact (
  version_id bigint not null,
  young_person_id bigint not null,
  adviser_id bigint,
  contacted_on date,
  answer text,
  how text,
  their_words text,
  entitlement text,
  next text,
  constraint record_care_leaver_contact_pkey PRIMARY KEY (version_id),
  constraint record_care_leaver_contact_answer_check CHECK ((answer <> ''::text)),
  constraint record_care_leaver_contact_entitlement_check CHECK ((entitlement <> ''::text)),
  constraint record_care_leaver_contact_how_check CHECK ((how <> ''::text))
);

create table record_care_leaver_wishes (
  version_id bigint not null,
  young_person_id bigint not null,
  asked_on date,
  wishes text,
  about text[],
  explained text,
  answer text,
  constraint record_care_leaver_wishes_pkey PRIMARY KEY (version_id),
  constraint record_care_leaver_wishes_explained_check CHECK ((explained <> ''::text))
);

create table record_pathway_assessment (
  version_id bigint not null,
  young_person_id bigint not null,
  completed_on date,
  their_words text,
  needs text,
  consulted text,
  constraint record_pathway_assessment_pkey PRIMARY KEY (version_id)
);

create table record_pathway_plan (
  version_id bigint not null,
  young_person_id bigint not null,
  made_on date,
  their_words text,
  interests text,
  goals jsonb,
  contingency text,
  copy_given text,
  constraint record_pathway_plan_pkey PRIMARY KEY (version_id),
  constraint record_pathway_plan_copy_given_check CHECK ((copy_given <> ''::text))
);

create table record_pathway_review (
  version_id bigint not null,
  young_person_id bigint not null,
  reviewed_on date,
  why text,
  took_part text,
  their_words text,
  changes text,
  chaired_by bigint,
  constraint record_pathway_review_pkey PRIMARY KEY (version_id),
  constraint record_pathway_review_took_part_check CHECK ((took_part <> ''::text)),
  constraint record_pathway_review_why_check CHECK ((why <> ''::text))
);

create table record_care_leaver_home (
  version_id bigint not null,
  young_person_id bigint not null,
  started_on date,
  kind text,
  with_parent text,
  suitable text,
  why_not text[],
  about text,
  their_view text,
  regulated text,
  agreed_by bigint,
  exit_plan text,
  exit_plan_on date,
  move_on_by date,
  ended_on date,
  why_ended text,
  constraint record_care_leaver_home_pkey PRIMARY KEY (version_id),
  constraint record_care_leaver_home_kind_check CHECK ((kind <> ''::text)),
  constraint record_care_leaver_home_regulated_check CHECK ((regulated <> ''::text)),
  constraint record_care_leaver_home_suitable_check CHECK ((suitable <> ''::text)),
  constraint record_care_leaver_home_with_parent_check CHECK ((with_parent <> ''::text))
);

create table record_staying_arrangement (
  version_id bigint not null,
  young_person_id bigint not null,
  household_id bigint,
  started_on date,
  kind text,
  agreed text,
  ended_on date,
  why_ended text,
  constraint record_staying_arrangement_pkey PRIMARY KEY (version_id),
  constraint record_staying_arrangement_kind_check CHECK ((kind <> ''::text))
);

create table record_home_risk_assessment (
  version_id bigint not null,
  young_person_id bigint not null,
  assessed_on date,
  risks text,
  safeguards text,
  their_view text,
  agreed_by bigint,
  constraint record_home_risk_assessment_pkey PRIMARY KEY (version_id)
);

create table record_home_supervision (
  version_id bigint not null,
  young_person_id bigint not null,
  held_on date,
  impact text,
  decided text,
  manager bigint,
  constraint record_home_supervision_pkey PRIMARY KEY (version_id)
);

create table record_care_leaver_activity (
  version_id bigint not null,
  young_person_id bigint not null,
  started_on date,
  activity text,
  what text,
  why_none text[],
  plan text,
  ended_on date,
  constraint record_care_leaver_activity_pkey PRIMARY KEY (version_id),
  constraint record_care_leaver_activity_activity_check CHECK ((activity <> ''::text))
);

create table record_health_passport (
  version_id bigint not null,
  young_person_id bigint not null,
  offered_on date,
  outcome text,
  why_declined text,
  by text,
  constraint record_health_passport_pkey PRIMARY KEY (version_id),
  constraint record_health_passport_outcome_check CHECK ((outcome <> ''::text))
);

create table record_ready_for_adulthood (
  version_id bigint not null,
  young_person_id bigint not null,
  checked_on date,
  birth_certificate text,
  photo_id text,
  national_insurance text,
  bank_account text,
  immigration_settled text,
  doctor text,
  change_of_name text,
  name_changed text,
  todo text,
  constraint record_ready_for_adulthood_pkey PRIMARY KEY (version_id),
  constraint record_ready_for_adulthood_bank_account_check CHECK ((bank_account <> ''::text)),
  constraint record_ready_for_adulthood_birth_certificate_check CHECK ((birth_certificate <> ''::text)),
  constraint record_ready_for_adulthood_change_of_name_check CHECK ((change_of_name <> ''::text)),
  constraint record_ready_for_adulthood_doctor_check CHECK ((doctor <> ''::text)),
  constraint record_ready_for_adulthood_immigration_settled_check CHECK ((immigration_settled <> ''::text)),
  constraint record_ready_for_adulthood_name_changed_check CHECK ((name_changed <> ''::text)),
  constraint record_ready_for_adulthood_national_insurance_check CHECK ((national_insurance <> ''::text)),
  constraint record_ready_for_adulthood_photo_id_check CHECK ((photo_id <> ''::text))
);

create table record_leaving_care_grant (
  version_id bigint not null,
  young_person_id bigint not null,
  paid_on date,
  amount bigint,
  for_what text,
  constraint record_leaving_care_grant_pkey PRIMARY KEY (version_id)
);

create table record_care_elsewhere (
  version_id bigint not null,
  young_person_id bigint not null,
  started_on date,
  authority text,
  ended_on date,
  constraint record_care_elsewhere_pkey PRIMARY KEY (version_id)
);

create table record_detained_or_in_hospital (
  version_id bigint not null,
  young_person_id bigint not null,
  started_on date,
  "where" text,
  ended_on date,
  constraint record_detained_or_in_hospital_pkey PRIMARY KEY (version_id),
  constraint record_detained_or_in_hospital_where_check CHECK (("where" <> ''::text))
);

create table record_personal_education_plan (
  version_id bigint not null,
  child_id bigint not null,
  begun_on date,
  school text,
  childs_part text,
  child_says text,
  wants_next text,
  progress text,
  going_well text,
  worries text,
  targets jsonb,
  support text[],
  next_on date,
  completed_on date,
  social_worker_there text,
  carer_there text,
  signed_on date,
  checked_on date,
  grade text,
  grade_why text,
  to_better text,
  better_by text,
  better_on date,
  constraint record_personal_education_plan_pkey PRIMARY KEY (version_id),
  constraint record_personal_education_plan_carer_there_check CHECK ((carer_there <> ''::text)),
  constraint record_personal_education_plan_childs_part_check CHECK ((childs_part <> ''::text)),
  constraint record_personal_education_plan_grade_check CHECK ((grade <> ''::text)),
  constraint record_personal_education_plan_progress_check CHECK ((progress <> ''::text)),
  constraint record_personal_education_plan_social_worker_there_check CHECK ((social_worker_there <> ''::text))
);

create table record_pupil_premium_plus (
  version_id bigint not null,
  child_id bigint not null,
  plan_id bigint,
  agreed_on date,
  purpose text,
  amount bigint,
  paid_on date,
  looked_at_on date,
  achieved text,
  constraint record_pupil_premium_plus_pkey PRIMARY KEY (version_id)
);
CREATE INDEX record_pupil_premium_plus_plan_id_idx ON record_pupil_premium_plus USING btree (plan_id);

create table record_ehc_plan (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  kept_by text,
  need text,
  named text,
  ended_on date,
  why_ended text,
  constraint record_ehc_plan_pkey PRIMARY KEY (version_id),
  constraint record_ehc_plan_need_check CHECK ((need <> ''::text)),
  constraint record_ehc_plan_why_ended_check CHECK ((why_ended <> ''::text))
);

create table record_sen_support (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  needs text[],
  what text,
  ended_on date,
  constraint record_sen_support_pkey PRIMARY KEY (version_id)
);

create table record_school_enrolment (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  school text,
  urn text,
  started_on date,
  status text,
  location text,
  year_group text,
  designated_teacher text,
  transport text,
  ended_on date,
  why_left text,
  constraint record_school_enrolment_pkey PRIMARY KEY (version_id),
  constraint record_school_enrolment_location_check CHECK ((location <> ''::text)),
  constraint record_school_enrolment_status_check CHECK ((status <> ''::text)),
  constraint record_school_enrolment_why_left_check CHECK ((why_left <> ''::text))
);

create table record_school_attendance (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  school text,
  urn text,
  from_on date,
  through_on date,
  possible numeric,
  attended numeric,
  authorised numeric,
  unauthorised numeric,
  late numeric,
  constraint record_school_attendance_pkey PRIMARY KEY (version_id)
);

create table record_absence_understood (
  version_id bigint not null,
  child_id bigint not null,
  agreed_on date,
  cause text,
  child_says text,
  action text,
  look_again_on date,
  ended_on date,
  constraint record_absence_understood_pkey PRIMARY KEY (version_id),
  constraint record_absence_understood_cause_check CHECK ((cause <> ''::text))
);

create table record_part_time_timetable (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  school text,
  started_on date,
  hours_a_week numeric,
  why text,
  agreed_with text,
  childs_view text,
  review_on date,
  ended_on date,
  constraint record_part_time_timetable_pkey PRIMARY KEY (version_id)
);

create table record_alternative_provision (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  provider text,
  started_on date,
  registered text,
  days_a_week numeric,
  why text,
  quality_checked_on date,
  ended_on date,
  outcome text,
  constraint record_alternative_provision_pkey PRIMARY KEY (version_id),
  constraint record_alternative_provision_registered_check CHECK ((registered <> ''::text))
);

create table record_suspension (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  school text,
  urn text,
  started_on date,
  sessions numeric,
  reasons text[],
  child_says text,
  decided_on date,
  told_on date,
  education_from date,
  back_on date,
  cancelled_on date,
  constraint record_suspension_pkey PRIMARY KEY (version_id)
);

create table record_permanent_exclusion (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  school text,
  urn text,
  decided_on date,
  reasons text[],
  child_says text,
  told_on date,
  notice_on date,
  education_from date,
  governors_met_on date,
  governors_decision text,
  review_asked_on date,
  panel_met_on date,
  panel_decision text,
  cancelled_on date,
  constraint record_permanent_exclusion_pkey PRIMARY KEY (version_id),
  constraint record_permanent_exclusion_governors_decision_check CHECK ((governors_decision <> ''::text)),
  constraint record_permanent_exclusion_panel_decision_check CHECK ((panel_decision <> ''::text))
);

create table record_continuous_absence (
  version_id bigint not null,
  child_id bigint not null,
  at_id bigint,
  school text,
  started_on date,
  reported_on date,
  what_we_did text,
  ended_on date,
  constraint record_continuous_absence_pkey PRIMARY KEY (version_id)
);

create table record_school_results (
  version_id bigint not null,
  child_id bigint not null,
  stage text,
  results_on date,
  good_level text,
  phonics text,
  reading text,
  writing text,
  maths text,
  attainment8 numeric,
  progress8 numeric,
  english_and_maths numeric,
  level_three text,
  achieved text,
  constraint record_school_results_pkey PRIMARY KEY (version_id),
  constraint record_school_results_good_level_check CHECK ((good_level <> ''::text)),
  constraint record_school_results_level_three_check CHECK ((level_three <> ''::text)),
  constraint record_school_results_maths_check CHECK ((maths <> ''::text)),
  constraint record_school_results_phonics_check CHECK ((phonics <> ''::text)),
  constraint record_school_results_reading_check CHECK ((reading <> ''::text)),
  constraint record_school_results_stage_check CHECK ((stage <> ''::text)),
  constraint record_school_results_writing_check CHECK ((writing <> ''::text))
);

create table record_education_activity (
  version_id bigint not null,
  child_id bigint not null,
  started_on date,
  activity text,
  "where" text,
  why_not text,
  wants text,
  help text,
  confirmed_on date,
  ended_on date,
  constraint record_education_activity_pkey PRIMARY KEY (version_id),
  constraint record_education_activity_activity_check CHECK ((activity <> ''::text)),
  constraint record_education_activity_why_not_check CHECK ((why_not <> ''::text))
);

create table record_september_offer (
  version_id bigint not null,
  child_id bigint not null,
  offered_on date,
  what text,
  accepted_on date,
  constraint record_september_offer_pkey PRIMARY KEY (version_id)
);

create table record_health_assessment_request (
  version_id bigint not null,
  child_id bigint not null,
  sent_on date,
  kind text,
  consent_on date,
  consent_by text,
  provider text,
  appointment_offered date,
  delay_reason text,
  why_late text,
  constraint record_health_assessment_request_pkey PRIMARY KEY (version_id),
  constraint record_health_assessment_request_delay_reason_check CHECK ((delay_reason <> ''::text)),
  constraint record_health_assessment_request_kind_check CHECK ((kind <> ''::text))
);

create table record_emotional_health_need (
  version_id bigint not null,
  child_id bigint not null,
  need text,
  concern text,
  started_on date,
  known_from text,
  child_says text,
  "grouping" text,
  service text,
  referred_on date,
  seen_on date,
  trauma_screened text,
  response text,
  ended_on date,
  outcome text,
  constraint record_emotional_health_need_pkey PRIMARY KEY (version_id),
  constraint record_emotional_health_need_concern_check CHECK ((concern <> ''::text)),
  constraint record_emotional_health_need_grouping_check CHECK (("grouping" <> ''::text)),
  constraint record_emotional_health_need_known_from_check CHECK ((known_from <> ''::text)),
  constraint record_emotional_health_need_service_check CHECK ((service <> ''::text)),
  constraint record_emotional_health_need_trauma_screened_check CHECK ((trauma_screened <> ''::text))
);

create table record_no_dental_check (
  version_id bigint not null,
  child_id bigint not null,
  found_on date,
  reason text,
  untreated text,
  need text,
  action text,
  ended_on date,
  constraint record_no_dental_check_pkey PRIMARY KEY (version_id),
  constraint record_no_dental_check_reason_check CHECK ((reason <> ''::text)),
  constraint record_no_dental_check_untreated_check CHECK ((untreated <> ''::text))
);

create table record_risk_meeting (
  version_id bigint not null,
  child_id bigint not null,
  kind text,
  called_on date,
  risk text,
  planned_on date,
  asked text[],
  held_on date,
  came text[],
  health_who text,
  child_says text,
  agreed text,
  called_off_on date,
  constraint record_risk_meeting_pkey PRIMARY KEY (version_id),
  constraint record_risk_meeting_kind_check CHECK ((kind <> ''::text)),
  constraint record_risk_meeting_risk_check CHECK ((risk <> ''::text))
);

create table record_fostering_application (
  version_id bigint not null,
  household_id bigint not null,
  enquired_on date,
  kind text,
  heard_through text,
  visited_on date,
  applied_on date,
  assessment_begun_on date,
  information_on date,
  unsuitable_told_on date,
  stage2_begun_on date,
  delayed_by_them text,
  ended_on date,
  outcome text,
  why_ended text,
  constraint record_fostering_application_pkey PRIMARY KEY (version_id),
  constraint record_fostering_application_heard_through_check CHECK ((heard_through <> ''::text)),
  constraint record_fostering_application_kind_check CHECK ((kind <> ''::text)),
  constraint record_fostering_application_outcome_check CHECK ((outcome <> ''::text))
);

create table record_fostering_panel (
  version_id bigint not null,
  household_id bigint not null,
  held_on date,
  about text,
  recommends text,
  why text,
  decided_on date,
  decision text,
  told_on date,
  representations_on date,
  final_on date,
  final_decision text,
  constraint record_fostering_panel_pkey PRIMARY KEY (version_id),
  constraint record_fostering_panel_about_check CHECK ((about <> ''::text)),
  constraint record_fostering_panel_decision_check CHECK ((decision <> ''::text)),
  constraint record_fostering_panel_final_decision_check CHECK ((final_decision <> ''::text)),
  constraint record_fostering_panel_recommends_check CHECK ((recommends <> ''::text))
);

create table record_fostering_approval (
  version_id bigint not null,
  household_id bigint not null,
  application_id bigint,
  approved_on date,
  kind text,
  placed_on date,
  extended_on date,
  why_extended text,
  resigned_on date,
  ended_on date,
  why_ended text,
  constraint record_fostering_approval_pkey PRIMARY KEY (version_id),
  constraint record_fostering_approval_kind_check CHECK ((kind <> ''::text)),
  constraint record_fostering_approval_why_ended_check CHECK ((why_ended <> ''::text)),
  constraint record_fostering_approval_why_extended_check CHECK ((why_extended <> ''::text))
);
CREATE INDEX record_fostering_approval_application_id_idx ON record_fostering_approval USING btree (application_id);

create table record_terms_of_approval (
  version_id bigint not null,
  household_id bigint not null,
  started_on date,
  places numeric,
  youngest numeric,
  oldest numeric,
  offers text[],
  conditions text,
  ended_on date,
  constraint record_terms_of_approval_pkey PRIMARY KEY (version_id)
);

create table record_fostering_on_hold (
  version_id bigint not null,
  household_id bigint not null,
  started_on date,
  why text,
  back_on date,
  ended_on date,
  constraint record_fostering_on_hold_pkey PRIMARY KEY (version_id)
);

create table record_foster_carer (
  version_id bigint not null,
  carer_id bigint not null,
  household_id bigint not null,
  started_on date,
  part text,
  ended_on date,
  constraint record_foster_carer_pkey PRIMARY KEY (version_id),
  constraint record_foster_carer_part_check CHECK ((part <> ''::text))
);

create table record_fostering_constellation (
  version_id bigint not null,
  hub_id bigint not null,
  name text,
  started_on date,
  ended_on date,
  constraint record_fostering_constellation_pkey PRIMARY KEY (version_id)
);

create table record_supervising_visit (
  version_id bigint not null,
  household_id bigint not null,
  worker_id bigint,
  visited_on date,
  kind text,
  carers_said text,
  children text,
  agreed text,
  constraint record_supervising_visit_pkey PRIMARY KEY (version_id),
  constraint record_supervising_visit_kind_check CHECK ((kind <> ''::text))
);

create table record_foster_carer_review (
  version_id bigint not null,
  household_id bigint not null,
  reviewed_on date,
  outcome text,
  carers_views text,
  childrens_views text,
  workers_views text,
  summary text,
  constraint record_foster_carer_review_pkey PRIMARY KEY (version_id),
  constraint record_foster_carer_review_carers_views_check CHECK ((carers_views <> ''::text)),
  constraint record_foster_carer_review_childrens_views_check CHECK ((childrens_views <> ''::text)),
  constraint record_foster_carer_review_outcome_check CHECK ((outcome <> ''::text)),
  constraint record_foster_carer_review_workers_views_check CHECK ((workers_views <> ''::text))
);

create table record_carer_training (
  version_id bigint not null,
  carer_id bigint not null,
  household_id bigint not null,
  completed_on date,
  kind text,
  course text,
  constraint record_carer_training_pkey PRIMARY KEY (version_id),
  constraint record_carer_training_kind_check CHECK ((kind <> ''::text))
);

create table record_course_notice (
  version_id bigint not null,
  sent_on date,
  course text,
  held_on date,
  how text,
  constraint record_course_notice_pkey PRIMARY KEY (version_id)
);

create table record_foster_placement (
  version_id bigint not null,
  child_id bigint not null,
  household_id bigint not null,
  episode_id bigint,
  started_on date,
  standing text,
  outside_terms text,
  ended_on date,
  why_ended text,
  constraint record_foster_placement_pkey PRIMARY KEY (version_id),
  constraint record_foster_placement_outside_terms_check CHECK ((outside_terms <> ''::text)),
  constraint record_foster_placement_standing_check CHECK ((standing <> ''::text))
);
CREATE INDEX record_foster_placement_episode_id_idx ON record_foster_placement USING btree (episode_id);

create table record_placement_search (
  version_id bigint not null,
  child_id bigint not null,
  opened_on date,
  needed_by date,
  wanted text,
  needs text,
  barrier text,
  offers jsonb,
  ended_on date,
  outcome text,
  constraint record_placement_search_pkey PRIMARY KEY (version_id),
  constraint record_placement_search_barrier_check CHECK ((barrier <> ''::text)),
  constraint record_placement_search_outcome_check CHECK ((outcome <> ''::text)),
  constraint record_placement_search_wanted_check CHECK ((wanted <> ''::text))
);

create table record_allegation (
  version_id bigint not null,
  adult_id bigint not null,
  household_id bigint,
  made_on date,
  role text,
  alleged text[],
  met_threshold text,
  referred_on date,
  outcome_on date,
  outcome text,
  constraint record_allegation_pkey PRIMARY KEY (version_id),
  constraint record_allegation_met_threshold_check CHECK ((met_threshold <> ''::text)),
  constraint record_allegation_outcome_check CHECK ((outcome <> ''::text)),
  constraint record_allegation_role_check CHECK ((role <> ''::text))
);

create table record_home_registration (
  version_id bigint not null,
  home_id bigint not null,
  registered_on date,
  urn text,
  places numeric,
  youngest numeric,
  oldest numeric,
  manager text,
  responsible_individual text,
  conditions text,
  ended_on date,
  constraint record_home_registration_pkey PRIMARY KEY (version_id)
);

create table record_home_placement (
  version_id bigint not null,
  child_id bigint not null,
  home_id bigint not null,
  episode_id bigint,
  started_on date,
  standing text,
  ended_on date,
  why_ended text,
  constraint record_home_placement_pkey PRIMARY KEY (version_id),
  constraint record_home_placement_standing_check CHECK ((standing <> ''::text))
);
CREATE INDEX record_home_placement_episode_id_idx ON record_home_placement USING btree (episode_id);

create table record_independent_home_visit (
  version_id bigint not null,
  home_id bigint not null,
  visited_on date,
  visitor text,
  unannounced text,
  children_heard text,
  safeguarded text,
  wellbeing text,
  reported_on date,
  recommends text,
  constraint record_independent_home_visit_pkey PRIMARY KEY (version_id),
  constraint record_independent_home_visit_children_heard_check CHECK ((children_heard <> ''::text)),
  constraint record_independent_home_visit_safeguarded_check CHECK ((safeguarded <> ''::text)),
  constraint record_independent_home_visit_unannounced_check CHECK ((unannounced <> ''::text)),
  constraint record_independent_home_visit_wellbeing_check CHECK ((wellbeing <> ''::text))
);

create table record_quality_of_care_review (
  version_id bigint not null,
  home_id bigint not null,
  completed_on date,
  childrens_views text,
  found text,
  sent_on date,
  constraint record_quality_of_care_review_pkey PRIMARY KEY (version_id),
  constraint record_quality_of_care_review_childrens_views_check CHECK ((childrens_views <> ''::text))
);

create table record_edge_of_care_work (
  version_id bigint not null,
  child_id bigint not null,
  worker_id bigint,
  referred_on date,
  reason text,
  started_on date,
  hopes text,
  ended_on date,
  how_ended text,
  learned text,
  constraint record_edge_of_care_work_pkey PRIMARY KEY (version_id),
  constraint record_edge_of_care_work_how_ended_check CHECK ((how_ended <> ''::text)),
  constraint record_edge_of_care_work_reason_check CHECK ((reason <> ''::text))
);

create table record_reviewing_contact (
  version_id bigint not null,
  child_id bigint not null,
  officer_id bigint,
  contacted_on date,
  kind text,
  how text,
  child_said text,
  spoke_alone text,
  to_do text,
  constraint record_reviewing_contact_pkey PRIMARY KEY (version_id),
  constraint record_reviewing_contact_how_check CHECK ((how <> ''::text)),
  constraint record_reviewing_contact_kind_check CHECK ((kind <> ''::text)),
  constraint record_reviewing_contact_spoke_alone_check CHECK ((spoke_alone <> ''::text))
);

create table record_midway_check (
  version_id bigint not null,
  child_id bigint not null,
  officer_id bigint,
  checked_on date,
  progress text,
  child_said text,
  found text,
  to_do text,
  constraint record_midway_check_pkey PRIMARY KEY (version_id),
  constraint record_midway_check_progress_check CHECK ((progress <> ''::text))
);

create table record_review_record (
  version_id bigint not null,
  child_id bigint not null,
  officer_id bigint,
  held_on date,
  child_said text,
  report_sent_on date,
  progress text,
  permanence text,
  recommendations text,
  recommended_on date,
  answered_on date,
  answer text,
  minutes_written_on date,
  minutes_sent_on date,
  letter_to_child text,
  sent_to text,
  constraint record_review_record_pkey PRIMARY KEY (version_id),
  constraint record_review_record_answer_check CHECK ((answer <> ''::text)),
  constraint record_review_record_letter_to_child_check CHECK ((letter_to_child <> ''::text)),
  constraint record_review_record_permanence_check CHECK ((permanence <> ''::text)),
  constraint record_review_record_progress_check CHECK ((progress <> ''::text))
);

create table record_escalation (
  version_id bigint not null,
  child_id bigint not null,
  officer_id bigint,
  concern text,
  also_about text[],
  raised_with text,
  what text,
  asked text,
  began text,
  started_on date,
  answer_by date,
  formal_on date,
  first_stage text,
  stage2_on date,
  stage3_on date,
  stage4_on date,
  stage5_on date,
  cafcass_on date,
  closed_on date,
  ending text,
  difference text,
  constraint record_escalation_pkey PRIMARY KEY (version_id),
  constraint record_escalation_began_check CHECK ((began <> ''::text)),
  constraint record_escalation_concern_check CHECK ((concern <> ''::text)),
  constraint record_escalation_ending_check CHECK ((ending <> ''::text)),
  constraint record_escalation_first_stage_check CHECK ((first_stage <> ''::text)),
  constraint record_escalation_raised_with_check CHECK ((raised_with <> ''::text))
);
