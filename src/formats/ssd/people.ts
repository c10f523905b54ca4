import { Worker } from '../../areas/organisation/workers.ts'
import * as choices from './choices.ts'
import { column, type Entity, left, person, to } from './column.ts'

// Who people are, and who works with them.

const name = { identifying: true } as const

export const personEntity: Entity = {
  name: 'ssd_person',
  label: 'people',
  id: null,
  person: 'pers_person_id',
  columns: [
    person('pers_person_id'),
    column('pers_forename', 'text', name),
    column('pers_surname', 'text', name),
    column('pers_sex', choices.sex),
    left('pers_gender', 'Gender is recorded with the day on which somebody told us, and in their own words.'),
    column('pers_ethnicity', choices.ethnicity),
    column('pers_dob', 'date', { identifying: 'day' }),
    column('pers_common_child_id', 'id', { identifying: true, also: ['pers_single_unique_id', 'pers_nhs_number'] }),
    left('pers_legacy_id', 'A number means something only with the system that gave it, which is not said.'),
    column('pers_upn_unknown', choices.noPupilNumber),
    column('pers_send_flag', 'yes-no', { left: 'It follows from the education, health and care plan.' }),
    column('pers_expected_dob', 'date', { identifying: 'day', ahead: true }),
    column('pers_death_date', 'date', { identifying: 'day' }),
    column('pers_is_mother', 'yes-no'),
    left('pers_nationality', 'A nationality is recorded with the day since when.'),
  ],
}

export const linkedIdentifiers: Entity = {
  name: 'ssd_linked_identifiers',
  label: 'identifiers',
  id: 'link_table_id',
  person: 'link_person_id',
  identifying: true,
  columns: [
    column('link_table_id', 'id'),
    person('link_person_id'),
    column('link_identifier_type', choices.identifierKind, { needed: true }),
    column('link_identifier_value', 'id', { needed: true, identifying: true }),
    column('link_valid_from_date', 'date'),
    column('link_valid_to_date', 'date'),
  ],
}

export const disability: Entity = {
  name: 'ssd_disability',
  label: 'disabilities',
  id: 'disa_table_id',
  person: 'disa_person_id',
  columns: [
    person('disa_person_id'),
    column('disa_table_id', 'id'),
    column('disa_disability_code', choices.disability, { needed: true }),
  ],
}

export const immigrationStatus: Entity = {
  name: 'ssd_immigration_status',
  label: 'records of immigration status',
  id: 'immi_immigration_status_id',
  person: 'immi_person_id',
  columns: [
    person('immi_person_id'),
    column('immi_immigration_status_id', 'id'),
    column('immi_immigration_status', choices.immigrationStatus, { needed: true }),
    column('immi_immigration_status_start_date', 'date', { also: ['immi_immigration_status_start'] }),
    column('immi_immigration_status_end_date', 'date', { also: ['immi_immigration_status_end'] }),
  ],
}

const worker = to(Worker)

export const professionals: Entity = {
  name: 'ssd_professionals',
  label: 'workers',
  id: null,
  person: null,
  thing: 'prof_professional_id',
  columns: [
    column('prof_professional_id', 'id', { needed: true }),
    worker('prof_staff_id', 'id', 'staffNumber', { identifying: true }),
    worker('prof_professional_name', 'text', 'name', { identifying: true }),
    worker('prof_social_worker_registration_no', 'id', 'registrationNumber', { identifying: true }),
    worker('prof_professional_job_title', 'text', 'roleTitle', { identifying: true }),
    left('prof_professional_caseload', 'How many people somebody works with is counted from allocations.'),
    left(
      'prof_professional_department',
      'It is a text; in which team somebody works is recorded with the day since when.',
    ),
    left('prof_full_time_equivalency', 'It is not recorded.'),
    worker('prof_agency_worker_flag', 'yes-no', 'agencyWorker'),
  ],
  record: { type: Worker },
}

export const department: Entity = {
  name: 'ssd_department',
  label: 'teams',
  id: null,
  person: null,
  thing: 'dept_team_id',
  columns: [
    column('dept_team_id', 'id', { needed: true }),
    column('dept_team_name', 'text'),
    column('dept_team_parent_id', 'id'),
    column('dept_team_parent_name', 'text'),
  ],
}

export const involvements: Entity = {
  name: 'ssd_involvements',
  label: 'involvements of workers and teams',
  id: 'invo_involvements_id',
  person: 'invo_person_id',
  columns: [
    column('invo_involvements_id', 'id'),
    column('invo_professional_id', 'id'),
    column('invo_professional_role_id', choices.role),
    column('invo_professional_team', 'id'),
    column('invo_involvement_start_date', 'date', { needed: true }),
    column('invo_involvement_end_date', 'date', { ahead: true }),
    column('invo_worker_change_reason', choices.whyChanged),
    person('invo_person_id'),
    left('invo_referral_id', 'Referrals are not recorded yet.'),
  ],
}

export const people: readonly Entity[] = [
  ...[personEntity, linkedIdentifiers, disability, immigrationStatus],
  ...[professionals, department, involvements],
]
