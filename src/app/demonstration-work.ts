import { Allocation } from '../areas/organisation/allocation.ts'
import { Locality, TeamMembership, Worker } from '../areas/organisation/workers.ts'
import { type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { SubjectId, SubjectKind } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content } from '../core/record/content.ts'
import type { Account } from '../store/accounts.ts'
import type { AuditEntry } from '../store/audit.ts'
import { pagesOfPerson } from './people/pages.ts'

type Write = (
  type: RecordType,
  subjects: Content['subjects'],
  fields: Content['fields'],
  knownOn?: PlainDate,
) => Promise<unknown>
type Make = (kind: SubjectKind) => Promise<SubjectId>

type Around = {
  readonly north: SubjectId
  readonly south: SubjectId
  readonly nasreen: SubjectId
  person(given: string, family: string, bornOn: string, sex: string): Promise<SubjectId>
}

/** The localities; a child who waits for a worker, and one whose worker is away and covered for. */
export async function loadWaiting(write: Write, make: Make, { person, north, south, nasreen }: Around): Promise<void> {
  const ruby = await person('Ruby', 'Marchant', '2022-11-30', 'F')
  await write(
    Allocation,
    { person: [ruby], team: [north] },
    { role: 'social-worker', startedOn: plainDate('2023-09-27'), why: 'FCONTA' },
    plainDate('2023-09-27'),
  )
  for (const [name, team] of [
    ['North locality', north],
    ['South locality', south],
  ] as const)
    await write(Locality, { teams: [team] }, { name, startedOn: plainDate('2023-01-09') })
  const callum = await make('worker')
  await write(Worker, { worker: [callum] }, { name: 'Callum Brody', roleTitle: 'Social worker, South team' })
  await write(
    TeamMembership,
    { worker: [callum], team: [south] },
    { part: 'member', startedOn: plainDate('2023-01-09') },
  )
  const kofi = await person('Kofi', 'Barnaby', '2012-04-18', 'M')
  await write(
    Allocation,
    { person: [kofi], team: [south], worker: [nasreen] },
    {
      role: 'social-worker',
      startedOn: plainDate('2023-09-18'),
      why: 'ABSENC',
      coverFor: callum,
      endedOn: plainDate('2023-10-12'),
    },
    plainDate('2023-09-18'),
  )
}

/** That they opened the record a week ago, so that what is new since then shows. */
export const lookedBefore = (account: Account, subject: SubjectId): AuditEntry => ({
  at: new Date('2023-09-27T08:40:00Z'),
  account: account.id,
  accountName: account.name,
  action: 'read',
  subject,
  record: null,
  decision: 'yes',
  byRole: account.roles[0] ?? null,
  sensitivity: 'ordinary',
  detail: pagesOfPerson.overview,
})
