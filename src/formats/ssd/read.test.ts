import { expect, test } from 'vitest'
import { inputFile } from '../../../test/support/returns.ts'
import { EPISODES, readSsd as read } from '../../../test/support/ssd-files.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { ssd } from './index.ts'

const day = plainDate

const PEOPLE = 'PERS_PERSON_ID,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_is_mother'

test('a person: answered, answered with no, not known, left out', async () => {
  const { fields, rules, reading } = await read([
    'ssd_person.csv',
    PEOPLE,
    '1,Ada,Lovell,F,WBRI,2012-04-05 00:00:00.000,Y',
    '2,,,1,Refused,05/04/2010,N',
    '3,,,Unknown,NULL,1900-01-01,',
    '4.0,,,X,BLUE,20120405,',
  ])
  expect(fields('person', 'sex', 'bornOn')).toEqual([
    ['F', day('2012-04-05')],
    ['M', day('2010-04-05')],
    ['U', null],
    ['X', day('2012-04-05')],
  ])
  expect(fields('ethnicity', 'ethnicity')).toEqual([['WBRI'], ['REFU'], ['BLUE']])
  expect(fields('person-name', 'given', 'family', 'startedOn')).toEqual([['Ada', 'Lovell', day('2012-04-05')]])
  expect(rules).toEqual(['placeholder-date 4', 'code-unknown 5', 'code-unknown 5'])
  expect(reading).toMatchObject({ refused: false, people: ['1', '2', '3', '4'] })
})

test('reviews that were held are those of whoever has the time in care; one that was cancelled, or only due, is none', async () => {
  const { fields, rowsOf, rules } = await read(
    ['ssd_cla_episodes.csv', EPISODES, 'E1,1,2023-01-02,S,N1,,,C1,'],
    [
      'ssd_cla_reviews.csv',
      'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation',
      'R1,C1,2023-01-30,2023-01-28,N,PN1',
      'R2,C1,2023-04-30,2023-04-28,Y,',
      'R3,C1,2023-10-30,,N,',
      'R4,C7,,2023-02-01,N,PN2',
    ],
  )
  expect(fields('care-review', 'heldOn', 'participation')).toEqual([[day('2023-01-28'), 'PN1']])
  expect(rowsOf('care-review').map(({ identity, subjects }) => [identity, subjects['child']])).toEqual([
    ['1|R1', ['1']],
  ])
  expect(rules).toEqual(['column-left null', 'review-of-nobody 5'])
})

test('health: done, refused, not brought; planned and cancelled ones are none', async () => {
  const { fields } = await read([
    'ssd_cla_health.csv',
    'clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status',
    'H1,1,Initial Health Assessment,2023-01-20,Completed',
    'H2,1,Health Assessment,2023-02-20,Refused',
    'H3,1,Dental Check,2023-03-20,',
    'H4,1,Dental,2023-04-20,DNA',
    'H5,1,RHA,2023-05-20,Planned',
    'H6,1,RHA,2023-06-20,Cancelled',
  ])
  expect(fields('health-assessment', 'kind', 'attendance')).toEqual([
    ['initial', 'done'],
    [null, 'refused'],
  ])
  expect(fields('dental-check', 'attendance')).toEqual([['done'], ['not-brought']])
})

test('visits, times missing, questionnaires, immunisations, misuse, convictions: yes, no, not known, left out', async () => {
  const { fields, rules } = await read(
    [
      'SSD_CLA_VISITS_20230930.csv',
      'clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone,extra',
      'V1,1,30/09/2023,Y,N,?',
      'V2,1,29/09/2023,U,,?',
      'V3,1,,Y,Y,?',
      'V1,1,30/09/2023,Y,N,?',
    ],
    [
      'ssd_missing.csv',
      'miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted',
      'M1,1,2023-09-01,Missing,2023-09-02 14:05:00,Y,N',
      'M2,1,2023-09-11,A,2023-09-12,,',
      'M3,1,2023-09-21,M,,N,U',
    ],
    [
      'ssd_sdq_scores.csv',
      'csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score',
      'S1,1,2023-01-01,,0',
      'S2,1,2023-02-01,SDQ2,',
      'S3,1,2023-03-01,,41',
    ],
    [
      'ssd_cla_immunisations.csv',
      'clai_person_id,clai_immunisations_status,clai_immunisations_status_date',
      '1,Y,2023-01-01',
      '2,N,2023-01-02',
    ],
    [
      'ssd_cla_substance_misuse.csv',
      'clas_substance_misuse_id,clas_person_id,clas_substance_misuse_date,clas_substance_misused,clas_intervention_received',
      'X1,1,2023-01-01,Cannabis,Y',
    ],
    [
      'ssd_cla_convictions.csv',
      'clac_cla_conviction_id,clac_person_id,clac_cla_conviction_date,clac_cla_conviction_offence',
      'O1,1,2023-01-01,Theft',
    ],
  )
  expect(fields('care-visit', 'visitedOn', 'seen', 'seenAlone', 'kind')).toEqual([
    [day('2023-09-30'), 'yes', 'no', 'statutory'],
    [day('2023-09-29'), 'not known', null, 'statutory'],
  ])
  expect(fields('missing-episode', 'kind', 'endedOn', 'interviewOffered', 'interviewAccepted')).toEqual([
    ['M', day('2023-09-02'), 'yes', 'no'],
    ['A', day('2023-09-12'), null, null],
    ['M', null, 'no', 'not known'],
  ])
  expect(fields('missing-episode', 'returnedAt').map(([at]) => at !== null)).toEqual([true, false, false])
  expect(fields('strengths-and-difficulties', 'score', 'noScoreReason')).toEqual([
    [0, null],
    [null, 'SDQ2'],
    [41, null],
  ])
  expect(fields('immunisation-status', 'upToDate')).toEqual([['yes'], ['no']])
  expect(fields('substance-misuse', 'what', 'receivedOn')).toEqual([['Cannabis', null]])
  expect(fields('conviction', 'kind', 'offence')).toEqual([['conviction', 'Theft']])
  expect(rules).toEqual([
    'column-unknown null',
    'column-left null',
    'cell-needed 4',
    'same-row-twice 5',
    'number-out-of-range 4',
  ])
})

test('who works with somebody: with a team, as the yearly return tells it, and with nobody', async () => {
  const { fields, rowsOf, rules } = await read(
    [
      'ssd_involvements.csv',
      'invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_person_id',
      'I1,W1,Allocated Case Worker,T1,2023-01-01,,FCONTA,1',
      'I2,W1,Social Worker,,2022-01-01,2023-01-01,,1',
      'I3,,Personal Adviser,,2022-01-01,,,1',
      'I4,W1,Lollipop lady,T1,2023-02-01,,,1',
    ],
    [
      'ssd_professionals.csv',
      'prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_agency_worker_flag',
      'W1,900,Nia Marsh,SW123,N',
    ],
    [
      'ssd_department.csv',
      'dept_team_id,dept_team_name,dept_team_parent_id,dept_team_parent_name',
      'T1,Care north,T0,Care',
    ],
  )
  expect(fields('allocation', 'role', 'startedOn', 'why')).toEqual([
    ['social-worker', day('2023-01-01'), 'FCONTA'],
    ['other', day('2023-02-01'), null],
  ])
  expect(rowsOf('allocation')[0]?.subjects).toEqual({ person: ['1'], team: ['T1'], worker: ['W1'] })
  expect(fields('social-worker-episode', 'workerNumber', 'endedOn')).toEqual([['SW123', day('2023-01-01')]])
  expect(fields('worker', 'name', 'registrationNumber', 'agencyWorker')).toEqual([['Nia Marsh', 'SW123', 'no']])
  expect(rowsOf('team')[0]?.subjects).toEqual({ team: ['T1'], partOf: ['T0'] })
  expect(rules).toEqual(['involvement-without-a-team 4', 'wording-unknown 5'])
})

test('who came unaccompanied counts as one; a status of the Home Office needs its day', async () => {
  const { fields, rules } = await read([
    'ssd_immigration_status.csv',
    'immi_person_id,immi_immigration_status_id,immi_immigration_status,immi_immigration_status_start_date,immi_immigration_status_end_date',
    '1,A,Unaccompanied Asylum Seeking Child,2023-01-01,2023-06-01',
    '1,B,Refugee Status,2023-06-01,',
    '2,C,UASC,,',
    '3,D,Refugee Status,,',
  ])
  expect(fields('immigration-status', 'status', 'endedOn')).toEqual([
    ['unaccompanied-child', day('2023-06-01')],
    ['refugee', null],
  ])
  expect(fields('unaccompanied-status', 'endedOn')).toEqual([[day('2023-06-01')], [null]])
  expect(rules).toEqual(['status-without-a-date 5'])
})

test('plans, permanence and leaving care', async () => {
  const { fields, rules } = await read(
    [
      'ssd_cla_care_plan.csv',
      'lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,lacp_cla_care_plan_json',
      'C1,1,2023-01-01,2023-06-01,"{""RETURN6M"":""Y"",""ADOPTION"":""N""}"',
      'C2,1,2023-06-01,,"{""RETURN6M"":""Y"",""ADOPTION"":""Y""}"',
      'C3,2,2023-06-01,,adoption',
    ],
    [
      'ssd_permanence.csv',
      'perm_table_id,perm_person_id,perm_adm_decision_date,perm_placement_order_date,perm_matched_date,perm_decision_reversed_date,perm_decision_reversed_reason,perm_adopter_sex,perm_number_of_adopters',
      '1,1,2023-02-01,2023-03-01,2023-04-01,2023-05-01,RD1: needs changed,MF,2',
    ],
    [
      'ssd_care_leavers.csv',
      'clea_table_id,clea_person_id,clea_care_leaver_latest_contact,clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity,clea_pathway_plan_review_date',
      '1,3,2023-06-02,U,Suitable,F2,2023-05-01',
    ],
  )
  expect(fields('care-plan', 'preparedOn', 'endedOn')).toHaveLength(3)
  expect(fields('permanence-plan', 'option', 'startedOn', 'endedOn')).toEqual([
    ['return-home', day('2023-01-01'), day('2023-06-01')],
  ])
  expect(rules).toEqual(['plans-at-once 3', 'plan-unreadable 4'])
  expect(fields('adoption-decision', 'decidedOn', 'reversedOn', 'reasonReversed')).toEqual([
    [day('2023-02-01'), day('2023-05-01'), 'RD1'],
  ])
  expect(fields('adoption-match', 'matchedOn', 'adoptersAre', 'numberOfAdopters')).toEqual([
    [day('2023-04-01'), 'MF', 2],
  ])
  expect(fields('placement-order', 'madeOn')).toEqual([[day('2023-03-01')]])
  expect(fields('care-leaver-home', 'kind', 'suitable')).toEqual([['U', 'yes']])
  expect(fields('care-leaver-contact', 'contactedOn')).toEqual([[day('2023-06-02')]])
})

test('a plan is found from entity to entity, with the need that ranks first; one of nobody is left', async () => {
  const { fields, rowsOf, rules } = await read(
    ['ssd_send.csv', 'send_table_id,send_upn,send_person_id', 'S1,A123456789012,1', 'S2,UN3,2'],
    ['ssd_ehcp_requests.csv', 'ehcr_ehcp_request_id,ehcr_send_table_id', 'R1,S1', 'R2,S2', 'R3,S9'],
    ['ssd_ehcp_assessment.csv', 'ehca_ehcp_assessment_id,ehca_ehcp_request_id', 'A1,R1', 'A2,R2', 'A3,R3'],
    [
      'ssd_ehcp_named_plan.csv',
      'ehcn_named_plan_id,ehcn_ehcp_asmt_id,ehcn_named_plan_start_date,ehcn_named_plan_ceased_date,ehcn_named_plan_ceased_reason',
      'P1,A1,2020-09-01,,',
      'P2,A2,2019-09-01,2022-07-01,Reached maximum age',
      'P3,A3,2019-09-01,,',
    ],
    ['ssd_ehcp_active_plans.csv', 'ehcp_active_ehcp_id,ehcp_ehcp_request_id', 'E1,R1'],
    [
      'ssd_sen_need.csv',
      'senn_table_id,senn_active_ehcp_id,senn_active_ehcp_need_type,senn_active_ehcp_need_rank',
      'N1,E1,ASD,2',
      'N2,E1,SEMH,1',
    ],
  )
  expect(rowsOf('ehc-plan').map(({ identity }) => identity)).toEqual(['1|P1', '2|P2'])
  expect(fields('ehc-plan', 'startedOn', 'need', 'endedOn', 'whyEnded')).toEqual([
    [day('2020-09-01'), 'SEMH', null, null],
    [day('2019-09-01'), null, day('2022-07-01'), 'too-old'],
  ])
  expect(fields('person-identifier', 'kind', 'identifier')).toContainEqual(['upn', 'A123456789012'])
  expect(rules).toEqual(['plan-of-nobody 4'])
})

test('a number that stands among the identifiers is told once, with the day since when', async () => {
  const { fields } = await read(
    [
      'ssd_person.csv',
      `${PEOPLE},pers_common_child_id`,
      '1,,,F,,2012-04-05,,999 000 0018',
      '2,,,F,,2012-04-05,,9990000026',
    ],
    [
      'ssd_linked_identifiers.csv',
      'link_table_id,link_person_id,link_identifier_type,link_identifier_value,link_valid_from_date',
      'L1,1,NHS Number,9990000018,2012-04-06',
      'L2,1,Home Office Registration,H1,',
    ],
  )
  expect(fields('person-identifier', 'system', 'kind', 'identifier', 'givenOn')).toEqual([
    ['Case management system', 'case-id', '1', null],
    ['Case management system', 'case-id', '2', null],
    ['NHS', 'nhs-number', '9990000026', null],
    ['NHS', 'nhs-number', '9990000018', day('2012-04-06')],
    ['Home Office', 'home-office', 'H1', null],
  ])
})

test('permanence before care, with a date of which only a part is known', async () => {
  const { fields } = await read(
    [
      'ssd_cla_previous_permanence.csv',
      'lapp_table_id,lapp_person_id,lapp_previous_permanence_order_date,lapp_previous_permanence_option,lapp_previous_permanence_la',
      '1,1,zz/03/2018,P1,212',
      '2,2,2018-03-05,Special guardianship order,',
      '3,3,,P4,',
    ],
    ['ssd_cla_visits.csv', 'clav_person_id,clav_cla_visit_date', '1,2023-01-01'],
  )
  expect(fields('previous-permanence', 'option', 'orderedOn', 'orderedOnPrecision')).toEqual([
    ['P1', day('2018-03-31'), 'month'],
    ['P2', day('2018-03-05'), 'day'],
    ['P4', null, null],
  ])
})

test('a file of an entity that is not read is told and left; of none that there is, refused', async () => {
  const visits = ['ssd_cla_visits.csv', 'clav_person_id,clav_cla_visit_date', '1,2023-01-01'] as const
  const told = await read(visits, ['ssd_cp_plans.csv', 'cppl_cp_plan_id', '1'])
  expect([told.reading.refused, told.rules]).toEqual([false, ['entity-not-read null']])
  const strange = await read(visits, ['ssd_cla_vists.csv', 'a', '1'])
  expect([strange.reading.refused, strange.rules]).toEqual([true, ['file-unreadable null']])
  expect(strange.reading.findings.at(-1)?.message).toBe(
    'There is no entity "ssd_cla_vists". Did you mean "ssd_cla_visits"? A file is named as its entity.',
  )
  expect((await read(['ssd_cp_plans.csv', 'cppl_cp_plan_id', '1'])).reading.refused).toBe(true)
  expect((await read(['ssd_cla_visits.csv', 'clav_cla_visit_date', '2023-01-01'])).reading).toMatchObject({
    refused: true,
    findings: [{ rule: 'file-unreadable' }],
  })
  expect((await ssd.read([inputFile('ssd_cla_visits.csv', `${visits[1]}\n${visits[2]}\n`)], '2022/23')).refused).toBe(
    true,
  )
})
