import { Allocation } from '../../areas/organisation/allocation.ts'
import { AllocationRole } from '../../areas/organisation/services.ts'
import { Team } from '../../areas/organisation/workers.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt, Version } from '../../core/record/chronology.ts'
import { inRole, standing } from '../../core/record/standing.ts'
import type { Named } from './naming.ts'

/** Somebody who works with a person, or the team in which the person waits for one. */
export type WorksWith = {
  readonly role: string
  /** Nobody works with them themselves: the team works with a child of their family, and may open their record. */
  readonly ofFamily: boolean
  /** Null while the person waits for a worker in the team. */
  readonly worker: string | null
  readonly workerId: SubjectId | null
  readonly team: string
  readonly teamId: SubjectId | null
  readonly phone: string | null
  readonly since: PlainDate | null
  readonly coverFor: string | null
  /** The first day on which it no longer holds, where that was written in advance, as for cover. */
  readonly endsOn: PlainDate | null
}

/** A person's records, with those of their teams; and the versions that they are of. */
type Written = {
  readonly subject: SubjectId
  readonly records: readonly RecordAsAt[]
  readonly versions: readonly Version[]
}

/** Who works with a person today, by the allocations among their records; those with the longest first. */
export function worksWith(
  { subject, records, versions }: Written,
  name: (subject: SubjectId) => Promise<Named>,
): Promise<readonly WorksWith[]> {
  const label = async (one: SubjectId | null): Promise<string | null> => (one === null ? null : (await name(one)).label)
  return Promise.all(
    standing(records, Allocation, 'person', subject).map(async ({ content, sequence, on }) => {
      const [worker = null] = content.subjects['worker'] ?? []
      const [team = null] = content.subjects['team'] ?? []
      const { role, coverFor } = content.fields
      const [workerName, teamName, away] = await Promise.all([
        label(worker),
        label(team),
        label(typeof coverFor === 'number' ? (coverFor as SubjectId) : null),
      ])
      const ofTeam = team === null ? undefined : inRole(records, Team, 'team', team).at(-1)
      // The chronology does not show an end that lies ahead; the version has it.
      const end = versions.find((version) => version.sequence === sequence)?.content.fields['endedOn']
      return {
        role: labelOf(AllocationRole, String(role)),
        ofFamily: worker === null && role === OF_FAMILY,
        worker: workerName,
        workerId: worker,
        team: teamName ?? '',
        teamId: team,
        phone: textOrNull(ofTeam?.content.fields['phone']),
        since: on,
        coverFor: away,
        endsOn: typeof end === 'number' ? (end as PlainDate) : null,
      }
    }),
  )
}

const OF_FAMILY: keyof typeof AllocationRole.codes = 'family-member'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
