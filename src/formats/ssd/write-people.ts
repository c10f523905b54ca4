import { Mother, UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { SocialWorkerEpisode } from '../../areas/children-in-care/social-workers.ts'
import { EhcPlan } from '../../areas/education-of-children-in-care/special-needs.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { Disability, Ethnicity, ImmigrationStatus } from '../../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { type AsAt, dateOf, type Held, isOpen, textOf } from '../annex-a/as-at.ts'
import { caseNumber } from '../records.ts'
import type { Cells } from './column.ts'
import * as entities from './people.ts'
import { keyCells, rowId } from './write-rows.ts'

/** Of the names that somebody has on the day, the one that they go by. */
const NAMES: readonly (string | null)[] = ['usual', 'legal', 'birth']

function nameOf(asAt: AsAt, person: string): Held | undefined {
  const open = asAt.of(PersonName, person).filter(isOpen(PersonName))
  return NAMES.map((kind) => open.findLast((one) => textOf(one, 'kind') === kind)).find((one) => one !== undefined)
}

export function personRow(asAt: AsAt, person: string): Cells {
  const who = asAt.of(Person, person).at(-1)
  const name = nameOf(asAt, person)
  const nhs = asAt
    .of(PersonIdentifier, person)
    .filter(isOpen(PersonIdentifier))
    .findLast((one) => textOf(one, 'kind') === 'nhs-number')
  const hasPlan = asAt.of(EhcPlan, person).some(isOpen(EhcPlan))
  return {
    pers_person_id: person,
    pers_forename: textOf(name, 'given'),
    pers_surname: textOf(name, 'family'),
    pers_sex: textOf(who, 'sex'),
    pers_ethnicity: textOf(asAt.of(Ethnicity, person).at(-1), 'ethnicity'),
    pers_dob: dateOf(who, 'bornOn'),
    pers_common_child_id: textOf(nhs, 'identifier'),
    pers_upn_unknown: textOf(who, 'noPupilNumber'),
    // That nobody wrote down a plan says that there is none only of children whose schooling is recorded here: so no is left unsaid.
    pers_send_flag: hasPlan ? 'yes' : null,
    pers_expected_dob: dateOf(who, 'expectedOn'),
    pers_death_date: dateOf(who, 'diedOn'),
    pers_is_mother: textOf(asAt.of(Mother, person).at(-1), 'mother'),
  }
}

/** All identifiers but the one by which the dataset calls the person. */
export const identifierRows = (asAt: AsAt): readonly Cells[] =>
  asAt.subjects(PersonIdentifier).flatMap((person) =>
    asAt
      .of(PersonIdentifier, person)
      .filter((held) => !(isCaseNumber(held) && textOf(held, 'identifier') === person))
      .map((held) => ({
        ...keyCells(entities.linkedIdentifiers, person, rowId(person, held)),
        link_identifier_type: textOf(held, 'kind'),
        link_identifier_value: textOf(held, 'identifier'),
        link_valid_from_date: dateOf(held, 'givenOn'),
        link_valid_to_date: dateOf(held, 'endedOn'),
      })),
  )

const isCaseNumber = (held: Held): boolean =>
  textOf(held, 'system') === caseNumber.system && textOf(held, 'kind') === caseNumber.kind

/** What holds on the day, one row for each code. */
export const disabilityRows = (asAt: AsAt): readonly Cells[] =>
  asAt.subjects(Disability).flatMap((person) => {
    const held = asAt.of(Disability, person).filter(isOpen(Disability)).at(-1)
    const codes = held?.fields['disabilities'] ?? null
    if (held === undefined || !Array.isArray(codes)) return []
    return codes.flatMap((code) =>
      typeof code === 'string'
        ? [{ ...keyCells(entities.disability, person, `${person}-${code}`), disa_disability_code: code }]
        : [],
    )
  })

/** What the Home Office decided, and that somebody came unaccompanied, where that is not among it. */
export const immigrationRows = (asAt: AsAt): readonly Cells[] =>
  [...new Set([...asAt.subjects(ImmigrationStatus), ...asAt.subjects(UnaccompaniedStatus)])].flatMap((person) => {
    const all = asAt.of(ImmigrationStatus, person)
    const alone = asAt.of(UnaccompaniedStatus, person).at(-1)
    const rows = all.map((held) => ({
      ...keyCells(entities.immigrationStatus, person, rowId(person, held)),
      immi_immigration_status: textOf(held, 'status'),
      immi_immigration_status_start_date: dateOf(held, 'startedOn'),
      immi_immigration_status_end_date: dateOf(held, 'endedOn'),
    }))
    if (alone === undefined || all.some((held) => saysAlone(held, alone))) return rows
    return [
      ...rows,
      {
        ...keyCells(entities.immigrationStatus, person, `${person}-U`),
        immi_immigration_status: 'unaccompanied-child',
        immi_immigration_status_end_date: dateOf(alone, 'endedOn'),
      },
    ]
  })

const saysAlone = (held: Held, alone: Held): boolean =>
  textOf(held, 'status') === 'unaccompanied-child' && dateOf(held, 'endedOn') === dateOf(alone, 'endedOn')

export const teamRows = (asAt: AsAt): readonly Cells[] =>
  asAt.subjects(Team).flatMap((team) => {
    const held = asAt.of(Team, team).at(-1)
    const partOf = held?.subjects['partOf']?.[0] ?? null
    return [
      {
        dept_team_id: team,
        dept_team_name: textOf(held, 'name'),
        dept_team_parent_id: partOf,
        dept_team_parent_name: partOf === null ? null : textOf(asAt.of(Team, partOf).at(-1), 'name'),
      },
    ]
  })

/** Whose work somebody is and was; and who was their social worker as the yearly return says it, which has no team. */
export const involvementRows = (asAt: AsAt): readonly Cells[] => [
  ...asAt.subjects(Allocation).flatMap((person) =>
    asAt.of(Allocation, person).map((held) => ({
      ...keyCells(entities.involvements, person, rowId(person, held)),
      invo_professional_id: held.subjects['worker']?.[0] ?? null,
      invo_professional_role_id: textOf(held, 'role'),
      invo_professional_team: held.subjects['team']?.[0] ?? null,
      invo_involvement_start_date: dateOf(held, 'startedOn'),
      invo_involvement_end_date: dateOf(held, 'endedOn'),
      invo_worker_change_reason: textOf(held, 'why'),
    })),
  ),
  ...returnedRows(asAt),
]

function returnedRows(asAt: AsAt): readonly Cells[] {
  const registered = new Map(
    asAt.subjects(Worker).map((worker) => [textOf(asAt.of(Worker, worker).at(-1), 'registrationNumber'), worker]),
  )
  return asAt.subjects(SocialWorkerEpisode).flatMap((person) =>
    asAt.of(SocialWorkerEpisode, person).map((held) => {
      const number = textOf(held, 'workerNumber')
      return {
        ...keyCells(entities.involvements, person, rowId(person, held)),
        invo_professional_id: registered.get(number) ?? number,
        invo_professional_role_id: 'social-worker',
        invo_involvement_start_date: dateOf(held, 'startedOn'),
        invo_involvement_end_date: dateOf(held, 'endedOn'),
        invo_worker_change_reason: textOf(held, 'reason'),
      }
    }),
  )
}
