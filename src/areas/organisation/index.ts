import type { Area } from '../../core/definitions/area.ts'
import { WorkerAway } from './absences.ts'
import { Allocation, HouseholdAllocation } from './allocation.ts'
import { Agency, Establishment, Inspection } from './places.ts'
import { services } from './tags.ts'
import { Locality, Team, TeamMembership, Worker } from './workers.ts'

/** Who works with children, in which teams and for which places, and whose work each child is. */
export const organisation: Area = {
  key: 'organisation',
  label: 'Organisation',
  indicators: [],
  records: [
    Worker,
    Team,
    TeamMembership,
    Locality,
    Allocation,
    HouseholdAllocation,
    WorkerAway,
    Agency,
    Establishment,
    Inspection,
  ],
  groups: [{ label: 'Who works with them', records: [Allocation, WorkerAway] }],
  tags: [services],
}
