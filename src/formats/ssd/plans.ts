import * as choices from './choices.ts'
import { column, type Entity, left, person } from './column.ts'

// Education, health and care plans: here a plan is one record, in the dataset a chain of six entities, each with the number of the one before.

const request = 'Requests and assessments are not recorded here yet.'

export const send: Entity = {
  name: 'ssd_send',
  label: 'children with special educational needs',
  id: 'send_table_id',
  person: 'send_person_id',
  columns: [
    column('send_table_id', 'id', { needed: true }),
    column('send_upn', 'id', { identifying: true }),
    left('send_uln', 'Learner numbers are not recorded here.'),
    left('send_upn_unknown', 'It stands with the person.'),
    person('send_person_id'),
  ],
}

export const requests: Entity = {
  name: 'ssd_ehcp_requests',
  label: 'requests for a plan',
  id: 'ehcr_ehcp_request_id',
  person: null,
  columns: [
    column('ehcr_ehcp_request_id', 'id', { needed: true }),
    column('ehcr_send_table_id', 'id', { needed: true }),
    left('ehcr_ehcp_req_date', request),
    left('ehcr_ehcp_req_outcome_date', request),
    left('ehcr_ehcp_req_outcome', request),
  ],
}

export const assessments: Entity = {
  name: 'ssd_ehcp_assessment',
  label: 'assessments for a plan',
  id: 'ehca_ehcp_assessment_id',
  person: null,
  columns: [
    column('ehca_ehcp_assessment_id', 'id', { needed: true, also: ['ehca_ehcp_asmt_id'] }),
    column('ehca_ehcp_request_id', 'id', { needed: true }),
    left('ehca_ehcp_assessment_outcome_date', request),
    left('ehca_ehcp_assessment_outcome', request),
    left('ehca_ehcp_assessment_exceptions', request),
  ],
}

export const namedPlans: Entity = {
  name: 'ssd_ehcp_named_plan',
  label: 'plans',
  id: 'ehcn_named_plan_id',
  person: null,
  columns: [
    column('ehcn_named_plan_id', 'id'),
    column('ehcn_ehcp_asmt_id', 'id', { needed: true, also: ['ehcn_ehcp_assessment_id'] }),
    column('ehcn_named_plan_start_date', 'date', { needed: true }),
    column('ehcn_named_plan_ceased_date', 'date'),
    column('ehcn_named_plan_ceased_reason', choices.whyPlanCeased),
  ],
}

export const activePlans: Entity = {
  name: 'ssd_ehcp_active_plans',
  label: 'plans in force',
  id: 'ehcp_active_ehcp_id',
  person: null,
  columns: [
    column('ehcp_active_ehcp_id', 'id', { needed: true }),
    column('ehcp_ehcp_request_id', 'id', { needed: true }),
    left('ehcp_active_ehcp_last_review_date', 'Reviews of plans are not recorded here yet.'),
  ],
}

export const needs: Entity = {
  name: 'ssd_sen_need',
  label: 'needs of plans in force',
  id: 'senn_table_id',
  person: null,
  columns: [
    column('senn_table_id', 'id'),
    column('senn_active_ehcp_id', 'id', { needed: true }),
    column('senn_active_ehcp_need_type', choices.specialNeed, { needed: true }),
    column('senn_active_ehcp_need_rank', 'number'),
  ],
}

export const plans: readonly Entity[] = [send, requests, assessments, namedPlans, activePlans, needs]
