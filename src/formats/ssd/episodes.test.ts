import { expect, test } from 'vitest'
import { EPISODES, readSsd as read } from '../../../test/support/ssd-files.ts'
import { plainDate } from '../../core/dates/plain-date.ts'

const day = plainDate
const PLACEMENTS =
  'clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_id,clap_cla_placement_provider,clap_cla_placement_end_date,clap_cla_placement_change_reason'
const STATUSES =
  'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date'

const joined = [
  'startedOn',
  'reasonStarted',
  'legalStatus',
  'placement',
  'endedOn',
  'reasonEnded',
  'reasonForChange',
] as const

test('an episode has the placement that it names, and the legal status of its first day', async () => {
  const { fields, rules } = await read(
    [
      'ssd_cla_episodes.csv',
      EPISODES,
      'E1,1,2023-01-02,S,N1 - Abuse or neglect,2023-03-01,X1,C1,P1',
      'E2,1,2023-03-01,P,N1,,,C1,P2',
    ],
    [
      'ssd_cla_placement.csv',
      PLACEMENTS,
      'P1,2023-01-02,U6,C1,PR1,2023-03-01,CREQB',
      'P2,2023-03-01,K2: Children’s home,C1,Private,,',
      // Nobody's: another child moves in on the same day.
      'P3,2023-01-20,U4,C9,PR4,,',
    ],
    ['ssd_legal_status.csv', STATUSES, 'L1,1,Interim care order,2022-12-30,'],
  )
  expect(fields('episode', ...joined)).toEqual([
    [day('2023-01-02'), 'S', 'C1', 'U6', day('2023-03-01'), 'X1', 'CREQB'],
    [day('2023-03-01'), 'P', 'C1', 'K2', null, null, null],
  ])
  expect(rules).toEqual([])
})

test('an episode in which the child moves, or the status changes, is as many as there are stretches', async () => {
  const { fields, rules } = await read(
    ['ssd_cla_episodes.csv', EPISODES, 'E1,1,2023-01-02,S,N1,2023-09-01,E4A,C1,'],
    [
      'ssd_cla_placement.csv',
      PLACEMENTS,
      'P1,2023-01-02,U6,C1,PR1,2023-03-01,CREQB',
      'P2,2023-03-01,K2,C1,PR4,2023-06-01,CARPL',
      'P3,2023-06-01,U4,C1,PR1,2023-09-01,',
    ],
    [
      'ssd_legal_status.csv',
      STATUSES,
      'L1,1,L2,2023-01-02,2023-01-10',
      'L2,1,C1,2023-01-10,2023-02-10',
      // The interim order was renewed: no change.
      'L3,1,C1,2023-02-10,2023-06-01',
      'L4,1,C2,2023-06-01,',
    ],
  )
  expect(fields('episode', ...joined)).toEqual([
    [day('2023-01-02'), 'S', 'L2', 'U6', day('2023-01-10'), 'X1', null],
    [day('2023-01-10'), 'L', 'C1', 'U6', day('2023-03-01'), 'X1', 'CREQB'],
    [day('2023-03-01'), 'P', 'C1', 'K2', day('2023-06-01'), 'X1', 'CARPL'],
    [day('2023-06-01'), 'B', 'C2', 'U4', day('2023-09-01'), 'E4A', null],
  ])
  expect(rules).toEqual(['episode-in-parts 2'])
})

test('days on which nothing is told of where a child lives are no change: the next place is', async () => {
  const { fields } = await read(
    ['ssd_cla_episodes.csv', EPISODES, 'E1,1,2023-01-02,S,N1,,,C1,'],
    ['ssd_cla_placement.csv', PLACEMENTS, 'P1,2023-01-02,U6,C1,PR1,2023-02-01,CREQB', 'P2,2023-03-01,K2,C1,PR4,,'],
    ['ssd_legal_status.csv', STATUSES, 'L1,1,C2,2023-01-02,'],
  )
  expect(fields('episode', ...joined)).toEqual([
    [day('2023-01-02'), 'S', 'C2', 'U6', day('2023-03-01'), 'X1', null],
    [day('2023-03-01'), 'P', 'C2', 'K2', null, null, null],
  ])
})

test('an episode without a placement or a legal status is kept, and told', async () => {
  const { fields, rules } = await read(
    ['ssd_cla_episodes.csv', EPISODES, 'E1,1,2023-01-02,S,N1,,,C1,P9'],
    ['ssd_cla_placement.csv', PLACEMENTS, 'P1,2023-02-02,U6,C2,PR1,,'],
    ['ssd_legal_status.csv', STATUSES, 'L1,2,C2,2023-01-02,'],
  )
  expect(fields('episode', ...joined)).toEqual([[day('2023-01-02'), 'S', null, null, null, null, null]])
  expect(rules).toEqual(['no-placement 2', 'no-legal-status 2'])
})

test('the episodes speak for six years of those children of whom no row was lost', async () => {
  const { reading } = await read(
    [
      'ssd_cla_episodes.csv',
      EPISODES,
      'E1,1,2023-01-02,S,N1,,,C1,',
      'E2,2,2023-01-02,S,N1,,,C2,',
      'E3,2,never,S,N1,,,C2,',
    ],
    ['ssd_legal_status.csv', STATUSES, 'L1,1,C2,2023-03-31,'],
  )
  const table = reading.refused ? undefined : reading.tables.find(({ type }) => type.key === 'episode')
  expect(table?.window).toEqual({ from: day('2017-03-31'), to: day('2023-04-01'), people: ['1'] })
})
