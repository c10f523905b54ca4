import { ImmunisationStatus, StrengthsAndDifficulties, SubstanceMisuse } from '../../areas/children-in-care/health.ts'
import * as choices from './choices.ts'
import { column, type Entity, left, person, to } from './column.ts'

// The health of children in care.

/** Assessments and dental checks, which we keep apart. */
export const claHealth: Entity = {
  name: 'ssd_cla_health',
  label: 'health assessments and dental checks',
  id: 'clah_health_check_id',
  person: 'clah_person_id',
  columns: [
    column('clah_health_check_id', 'id'),
    person('clah_person_id'),
    column('clah_health_check_type', choices.healthCheck, { needed: true }),
    // One that is planned lies ahead.
    column('clah_health_check_date', 'date', { ahead: true }),
    column('clah_health_check_status', choices.healthStatus),
  ],
}

const immunisations = to(ImmunisationStatus)

const claImmunisations: Entity = {
  name: 'ssd_cla_immunisations',
  label: 'records of immunisations',
  id: null,
  person: 'clai_person_id',
  columns: [
    person('clai_person_id'),
    immunisations('clai_immunisations_status', 'yes-no', 'upToDate', { also: ['clai_immunisations_status_code'] }),
    immunisations('clai_immunisations_status_date', 'date', 'statedOn', { needed: true }),
  ],
  record: { type: ImmunisationStatus },
}

const substances = to(SubstanceMisuse)

const claSubstanceMisuse: Entity = {
  name: 'ssd_cla_substance_misuse',
  label: 'records of substance misuse',
  id: 'clas_substance_misuse_id',
  person: 'clas_person_id',
  columns: [
    column('clas_substance_misuse_id', 'id'),
    person('clas_person_id'),
    substances('clas_substance_misuse_date', 'date', 'identifiedOn', { needed: true }),
    substances('clas_substance_misused', 'text', 'what', { identifying: true }),
    left('clas_intervention_received', 'Help is recorded with the day on which it was offered, and on which it began.'),
  ],
  record: { type: SubstanceMisuse },
}

const sdq = to(StrengthsAndDifficulties)

const sdqScores: Entity = {
  name: 'ssd_sdq_scores',
  label: 'strengths and difficulties questionnaires',
  id: 'csdq_table_id',
  person: 'csdq_person_id',
  columns: [
    column('csdq_table_id', 'id', { also: ['csdq_sdq_id'] }),
    person('csdq_person_id'),
    sdq('csdq_sdq_completed_date', 'date', 'completedOn', { needed: true }),
    sdq('csdq_sdq_reason', choices.whyNoScore, 'noScoreReason'),
    sdq('csdq_sdq_score', 'number', 'score', { also: ['csdq_sdq_details_json'] }),
  ],
  record: { type: StrengthsAndDifficulties },
}

export const health: readonly Entity[] = [claHealth, claImmunisations, claSubstanceMisuse, sdqScores]
