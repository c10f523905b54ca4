import { AdoptionMatch } from '../../areas/children-in-care/adoption-plans.ts'
import * as choices from './choices.ts'
import { column, type Entity, left, person } from './column.ts'

// Permanence, and leaving care.

const siblings = 'Which brothers and sisters are placed together is worked out from where each lives.'

export const permanence: Entity = {
  name: 'ssd_permanence',
  label: 'ways to permanence',
  id: 'perm_table_id',
  person: 'perm_person_id',
  columns: [
    column('perm_table_id', 'id'),
    person('perm_person_id'),
    column('perm_cla_id', 'id'),
    column('perm_adm_decision_date', 'date'),
    left('perm_ffa_cp_decision_date', 'It is not recorded.'),
    column('perm_placement_order_date', 'date'),
    column('perm_placed_for_adoption_date', 'date', { left: 'It follows from the placements.' }),
    column('perm_matched_date', 'date'),
    column('perm_adopted_by_carer_flag', 'yes-no'),
    column('perm_placed_ffa_cp_date', 'date', { left: 'It follows from the placements.' }),
    column('perm_decision_reversed_date', 'date'),
    left('perm_placed_foster_carer_date', 'It follows from the placements.'),
    left('perm_part_of_sibling_group', siblings),
    left('perm_siblings_placed_together', siblings),
    left('perm_siblings_placed_apart', siblings),
    left('perm_placement_provider_urn', 'It stands with the placement.'),
    column('perm_decision_reversed_reason', choices.whyReversed),
    column('perm_permanence_order_date', 'date', { left: 'It follows from how care ended.' }),
    column('perm_permanence_order_type', choices.permanenceOrder, { left: 'It follows from how care ended.' }),
    left('perm_adoption_worker_id', 'Who works with somebody stands with the involvements.'),
    column('perm_adopter_sex', choices.codesOf(AdoptionMatch, 'adoptersAre')),
    column('perm_adopter_legal_status', choices.codesOf(AdoptionMatch, 'adoptersStatus')),
    column('perm_number_of_adopters', 'number'),
  ],
}

export const careLeavers: Entity = {
  name: 'ssd_care_leavers',
  label: 'care leavers',
  id: 'clea_table_id',
  person: 'clea_person_id',
  columns: [
    column('clea_table_id', 'id'),
    person('clea_person_id'),
    column('clea_care_leaver_eligibility', choices.eligibility, { left: 'It is worked out from the time in care.' }),
    column('clea_care_leaver_in_touch', choices.inTouch),
    column('clea_care_leaver_latest_contact', 'date'),
    column('clea_care_leaver_accommodation', choices.home),
    column('clea_care_leaver_accom_suitable', choices.suitability),
    column('clea_care_leaver_activity', choices.activity),
    column('clea_pathway_plan_review_date', 'date'),
    column('clea_care_leaver_personal_advisor', 'id', { left: 'It stands with the involvements.' }),
    column('clea_care_leaver_allocated_team', 'id', {
      left: 'It stands with the involvements.',
      also: ['clea_care_leaver_allocated_team_name'],
    }),
    column('clea_care_leaver_worker_id', 'id', { left: 'It stands with the involvements.' }),
  ],
}

export const leaving: readonly Entity[] = [permanence, careLeavers]
