import { Allocation } from '../../../src/areas/organisation/allocation.ts'
import { Team, TeamMembership, Worker } from '../../../src/areas/organisation/workers.ts'
import { CaseNote, SeenAndHeard } from '../../../src/areas/people/notes.ts'
import { Alert, Restriction } from '../../../src/areas/people/safety.ts'
import { type Instant, parseInstant } from '../../../src/core/dates/instant.ts'
import { addDays, plainDate } from '../../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { chance, pick, sentences, someOf } from './chance.ts'
import { at, childrenOf, familyNameOf, givenNameOf, isInCare, type Size, type Subjects, youngerOf } from './families.ts'
import { type ExportedTable, type MakeTables, rowOf } from './table.ts'
import { childsWords, happened, meant } from './words.ts'

const since = plainDate('2021-04-01')
const firstNote = parseInstant('2020-01-06T09:00Z')
const HOUR = 3_600_000

/** Who works with whom, and what they wrote. */
export const workTables: MakeTables = (size, subjects) => [
  ...organisation(subjects),
  allocations(size, subjects),
  notes(size, subjects),
  seenAndHeard(size, subjects),
  {
    type: Alert,
    altered: { whatToDo: 'Ask at the desk first.' },
    *rows() {
      for (const { subject, number } of some(10, 30, size, subjects)) {
        const fields = { kind: 'dog', inShort: 'A dog in the yard, not always tied up', startedOn: since }
        yield rowOf(Alert, `${number}|dog`, { person: [subject] }, fields)
      }
    },
  },
  {
    type: Restriction,
    altered: { reviewOn: plainDate('2024-04-01') },
    *rows() {
      for (const { subject, number, place } of some(500, 31, size, subjects)) {
        const workers = [workerOf(place, subjects), workerOf(place + 1, subjects)]
        const about = { person: [subject], workers, teamToRing: [teamOf(place, subjects)] }
        const fields = { startedOn: since, reason: 'A relative works here.', decidedBy: workerOf(place, subjects) }
        yield rowOf(Restriction, number, about, fields)
      }
    },
  },
]

const workerOf = (place: number, { workers }: Subjects): SubjectId => at(workers, place % workers.length)
const teamOf = (place: number, { teams }: Subjects): SubjectId => at(teams, place % teams.length)

/** One child in so many. */
function* some(of: number, what: number, size: Size, subjects: Subjects) {
  for (const child of childrenOf(size, subjects)) if (someOf(of, what, child.place)) yield child
}

const organisation = (subjects: Subjects): readonly ExportedTable[] => [
  {
    type: Team,
    altered: { email: 'team@example.org' },
    *rows() {
      for (const [place, team] of subjects.teams.entries()) {
        const name = `${familyNameOf(place)} team`
        const fields = { name, service: 'children-in-care', phone: `01632 96${1000 + place}` }
        yield rowOf(Team, `T${place}`, { team: [team] }, fields)
      }
    },
  },
  {
    type: Worker,
    altered: { roleTitle: 'Senior social worker' },
    *rows() {
      for (const [place, worker] of subjects.workers.entries()) {
        const name = `${givenNameOf(place)} ${familyNameOf(place + 7)}`
        yield rowOf(Worker, `W${place}`, { worker: [worker] }, { name, roleTitle: 'Social worker' })
      }
    },
  },
  {
    type: TeamMembership,
    altered: { part: 'deputy' },
    *rows() {
      for (const [place, worker] of subjects.workers.entries()) {
        const fields = { part: 'member', startedOn: since }
        yield rowOf(TeamMembership, `W${place}`, { worker: [worker], team: [teamOf(place, subjects)] }, fields)
      }
    },
  },
]

/** Of every third child, now or earlier; every child in care has one now. */
const allocations = (size: Size, subjects: Subjects): ExportedTable => ({
  type: Allocation,
  altered: { why: 'MANAGE' },
  *rows() {
    for (const { subject, number, place } of childrenOf(size, subjects)) {
      const now = isInCare(place, size)
      if (!now && !someOf(3, 16, place)) continue
      const startedOn = addDays(since, chance(17, place) % 700)
      const endedOn = now || someOf(3, 18, place) ? null : addDays(startedOn, 150)
      const about = { person: [subject], team: [teamOf(place, subjects)], worker: [workerOf(place, subjects)] }
      const fields = { role: 'social-worker', startedOn, why: 'FCONTA', endedOn }
      yield rowOf(Allocation, `${number}|${place % subjects.teams.length}|social-worker`, about, fields)
    }
  },
})

/** About brothers and sisters too. A child in care has a hundred or so, others one or none. */
const notes = (size: Size, subjects: Subjects): ExportedTable => ({
  type: CaseNote,
  altered: { significant: 'yes' },
  *rows() {
    for (const { subject, number, place } of childrenOf(size, subjects)) {
      const people = [subject, ...youngerOf(place, size).map((one) => at(subjects.children, one))]
      for (let note = 0; note < howMany(place, size, 60); note++) {
        const which = place * 101 + note
        const fields = {
          happenedAt: { at: momentOf(which), precision: 'minute' as const },
          kind: 'visit',
          heading: pick(happened, 20, which),
          whatHappened: sentences(happened, 200, 21, which),
          whatItMeans: pick(meant, 22, which),
          worker: workerOf(place + note, subjects),
        }
        yield rowOf(CaseNote, `${number}|note|${note}`, { people }, fields)
      }
    }
  },
})

const seenAndHeard = (size: Size, subjects: Subjects): ExportedTable => ({
  type: SeenAndHeard,
  altered: { howTheyWere: 'Tired after school.' },
  *rows() {
    for (const { subject, number, place } of childrenOf(size, subjects)) {
      for (let time = 0; time < howMany(place, size, 40); time++) {
        const which = place * 101 + time
        const fields = {
          happenedAt: { at: momentOf(which), precision: 'minute' as const },
          seen: 'yes' as const,
          seenAlone: 'yes' as const,
          childsWords: pick(childsWords, 23, which),
          howShared: ['talking', 'drawing-or-play'],
          worker: workerOf(place + time, subjects),
        }
        yield rowOf(SeenAndHeard, `${number}|seen|${time}`, { child: [subject] }, fields)
      }
    }
  },
})

const momentOf = (which: number): Instant => (firstNote + (chance(24, which) % 32_000) * HOUR) as Instant

function howMany(child: number, size: Size, inCare: number): number {
  return isInCare(child, size) ? inCare : someOf(3, 25, child) ? 1 : 0
}
