import { Mother, UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { SocialWorkerEpisode } from '../../areas/children-in-care/social-workers.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team } from '../../areas/organisation/workers.ts'
import { Disability, Ethnicity, ImmigrationStatus } from '../../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import { caseNumber, type Finding, type SourceRow, type SourceTable } from '../records.ts'
import type { Row } from './column.ts'
import { groupBy } from './group.ts'
import { dateIn, textIn, told } from './read-rows.ts'
import { distinct, identityIn, identityOf, recordOf } from './source-rows.ts'

const speaks = { window: null } as const

/** Who the people are of whom the entity `person` tells; of everybody else their number alone. */
export function peopleTables(rows: readonly Row[], people: readonly string[], day: PlainDate): readonly SourceTable[] {
  const of = (row: Row) => row.person ?? ''
  const about = (make: (row: Row) => readonly SourceRow[]) => distinct(rows.flatMap(make))
  return [
    { ...speaks, type: Person, rows: about((row) => [recordOf(Person, of(row), of(row), personIn(row))]) },
    { ...speaks, type: PersonName, rows: about((row) => nameIn(row, day)), yieldsTo: [PersonName] },
    {
      ...speaks,
      type: Ethnicity,
      rows: about((row) => {
        const ethnicity = textIn(row, 'pers_ethnicity')
        return ethnicity === null ? [] : [recordOf(Ethnicity, of(row), of(row), { ethnicity })]
      }),
    },
    {
      ...speaks,
      type: PersonIdentifier,
      rows: people.map((number) => recordOf(PersonIdentifier, number, number, { ...caseNumber, identifier: number })),
    },
  ]
}

const personIn = (row: Row) => ({
  bornOn: dateIn(row, 'pers_dob'),
  expectedOn: dateIn(row, 'pers_expected_dob'),
  diedOn: dateIn(row, 'pers_death_date'),
  sex: textIn(row, 'pers_sex'),
  noPupilNumber: textIn(row, 'pers_upn_unknown'),
})

/** The dataset does not say since when a name is used: it is held to be so since the day on which it is first told. */
function nameIn(row: Row, day: PlainDate): readonly SourceRow[] {
  const [given, family, person] = [textIn(row, 'pers_forename'), textIn(row, 'pers_surname'), row.person ?? '']
  if (given === null && family === null) return []
  const name = recordOf(PersonName, person, `${person}|${toText(day)}`, {
    kind: 'usual',
    given,
    family,
    startedOn: day,
  })
  return [{ ...name, inferred: ['startedOn', 'kind'] }]
}

/** Numbers that stand with the person and with the child who has special needs, where they are not among the identifiers, which say since when too. */
export function numberTable(
  people: readonly Row[],
  children: readonly Row[],
  identifiers: readonly Row[],
): SourceTable {
  const bare = (number: string) => number.replaceAll(/[\s-]/g, '').toUpperCase()
  const linked = new Set(
    identifiers.map((row) =>
      [row.person, textIn(row, 'link_identifier_type'), bare(textIn(row, 'link_identifier_value') ?? '')].join(' '),
    ),
  )
  const said = (rows: readonly Row[], column: string, kind: string) =>
    rows.flatMap((row): readonly SourceRow[] => {
      const [number, person] = [textIn(row, column), row.person ?? '']
      if (number === null || /^UN\d$/i.test(number) || linked.has([person, kind, bare(number)].join(' '))) return []
      const fields = { system: GIVEN_BY[kind] ?? '', kind, identifier: bare(number) }
      return [recordOf(PersonIdentifier, person, `${person}|${kind}`, fields)]
    })
  return {
    ...speaks,
    type: PersonIdentifier,
    rows: distinct([...said(people, 'pers_common_child_id', 'nhs-number'), ...said(children, 'send_upn', 'upn')]),
  }
}

/** Whether somebody who is or was in care is a mother: of others the dataset says it too, and here it is no record. */
export const motherTable = (rows: readonly Row[], inCare: ReadonlySet<string>): SourceTable => ({
  ...speaks,
  type: Mother,
  rows: distinct(
    rows.flatMap((row) => {
      const [mother, person] = [textIn(row, 'pers_is_mother'), row.person ?? '']
      return mother === null || !inCare.has(person) ? [] : [recordOf(Mother, person, person, { mother })]
    }),
  ),
})

/** Who gives a number of each kind; of the others the dataset does not say it. */
const GIVEN_BY: Readonly<Record<string, string>> = {
  'nhs-number': 'NHS',
  upn: 'DfE',
  'former-upn': 'DfE',
  'unaccompanied-child-id': 'DfE',
  'home-office': 'Home Office',
  'national-insurance': 'HM Revenue and Customs',
  'court-case': 'Court',
}

/** A case number among them is one of another system: by the one of ours the dataset calls everybody. */
export const identifierTable = (rows: readonly Row[]): SourceTable => ({
  ...speaks,
  type: PersonIdentifier,
  rows: rows.map((row) => {
    const kind = textIn(row, 'link_identifier_type') ?? 'other'
    return recordOf(PersonIdentifier, row.person ?? '', identityIn(row, null), {
      system: GIVEN_BY[kind] ?? 'Linked identifiers of the case system',
      kind,
      identifier: textIn(row, 'link_identifier_value'),
      givenOn: dateIn(row, 'link_valid_from_date'),
      endedOn: dateIn(row, 'link_valid_to_date'),
    })
  }),
})

/** The codes of one person are one record; since when they hold the dataset does not say. */
export function disabilityTable(rows: readonly Row[], day: PlainDate): SourceTable {
  const codes = new Map<string, string[]>()
  for (const row of rows) {
    const [person, code] = [row.person ?? '', textIn(row, 'disa_disability_code') ?? '']
    codes.set(person, [...new Set([...(codes.get(person) ?? []), code])].toSorted())
  }
  const said = [...codes].map(([person, disabilities]) => ({
    ...recordOf(Disability, person, `${person}|${toText(day)}`, { disabilities, startedOn: day }),
    inferred: ['startedOn'],
  }))
  return { ...speaks, type: Disability, rows: said, yieldsTo: [Disability] }
}

/** What the Home Office decided; and who came unaccompanied, which decides whom figures count so. */
export function immigrationTables(rows: readonly Row[]): {
  readonly tables: readonly SourceTable[]
  readonly findings: readonly Finding[]
} {
  const since = (row: Row) => dateIn(row, 'immi_immigration_status_start_date')
  const isAlone = (row: Row) => textIn(row, 'immi_immigration_status') === 'unaccompanied-child'
  const undated = rows.filter((row) => since(row) === null && !isAlone(row))
  const alone = groupBy(rows.filter(isAlone), ({ person }) => person ?? '')
  return {
    tables: [
      {
        ...speaks,
        type: ImmigrationStatus,
        rows: rows
          .filter((row) => since(row) !== null)
          .map((row) =>
            recordOf(ImmigrationStatus, row.person ?? '', identityIn(row, since(row)), {
              status: textIn(row, 'immi_immigration_status'),
              startedOn: since(row),
              endedOn: dateIn(row, 'immi_immigration_status_end_date'),
            }),
          ),
      },
      {
        ...speaks,
        type: UnaccompaniedStatus,
        rows: [...alone].map(([person, all]) =>
          recordOf(UnaccompaniedStatus, person, person, {
            endedOn: endOf(
              all.filter((one) => since(one) === null),
              all,
            ),
          }),
        ),
      },
    ],
    findings: undated.map((row) =>
      told(
        row,
        'status-without-a-date',
        ['immi_immigration_status_start_date'],
        'A status needs the day since when. The row was left out.',
      ),
    ),
  }
}

/** A row without a beginning says the status alone; otherwise it ends as the last that the Home Office gave. */
function endOf(own: readonly Row[], all: readonly Row[]): PlainDate | null {
  const ends = (own.length > 0 ? own : all).map((row) => dateIn(row, 'immi_immigration_status_end_date'))
  return ends.includes(null) ? null : (Math.max(...ends.map(Number)) as PlainDate)
}

/** The dataset does not say of which service a team is. */
export const teamTable = (rows: readonly Row[]): SourceTable => ({
  ...speaks,
  type: Team,
  rows: rows.map((row) => {
    const parent = textIn(row, 'dept_team_parent_id')
    const team = recordOf(Team, row.id, row.id, { name: textIn(row, 'dept_team_name') ?? row.id, service: 'other' })
    return {
      ...team,
      subjects: { team: [row.id], partOf: parent === null ? [] : [parent] },
      inferred: ['service'],
    }
  }),
})

/**
 * Whose work somebody is. An allocation lies with a team: a social worker without one is told as the yearly return tells it, and anybody else without one
 * is left.
 */
export function involvementTables(
  rows: readonly Row[],
  professionals: readonly Row[],
): { readonly tables: readonly SourceTable[]; readonly findings: readonly Finding[] } {
  const registered = new Map(professionals.map((row) => [row.id, textIn(row, 'prof_social_worker_registration_no')]))
  const isReturned = (row: Row) =>
    textIn(row, 'invo_professional_team') === null &&
    textIn(row, 'invo_professional_id') !== null &&
    (textIn(row, 'invo_professional_role_id') ?? 'social-worker') === 'social-worker'
  const nobodys = rows.filter((row) => textIn(row, 'invo_professional_team') === null && !isReturned(row))
  return {
    tables: [
      {
        ...speaks,
        type: Allocation,
        rows: rows.filter((row) => textIn(row, 'invo_professional_team') !== null).map(allocationIn),
      },
      {
        ...speaks,
        type: SocialWorkerEpisode,
        rows: rows.filter(isReturned).map((row) => {
          const id = textIn(row, 'invo_professional_id') ?? ''
          const startedOn = dateIn(row, 'invo_involvement_start_date')
          return recordOf(SocialWorkerEpisode, row.person ?? '', identityIn(row, startedOn), {
            workerNumber: registered.get(id) ?? id,
            startedOn,
            endedOn: dateIn(row, 'invo_involvement_end_date'),
            reason: textIn(row, 'invo_worker_change_reason'),
          })
        }),
      },
    ],
    findings: nobodys.map((row) =>
      told(
        row,
        'involvement-without-a-team',
        ['invo_professional_team'],
        'Work lies with a team, and none is named. The row was left out.',
      ),
    ),
  }
}

function allocationIn(row: Row): SourceRow {
  const [worker, team] = [textIn(row, 'invo_professional_id'), textIn(row, 'invo_professional_team') ?? '']
  const startedOn = dateIn(row, 'invo_involvement_start_date')
  const id = row.id === '' ? [team, worker ?? '', startedOn === null ? '' : toText(startedOn)].join(' ') : row.id
  const said = recordOf(Allocation, row.person ?? '', identityOf(row.person ?? '', id), {
    role: textIn(row, 'invo_professional_role_id') ?? 'other',
    startedOn,
    endedOn: dateIn(row, 'invo_involvement_end_date'),
    why: textIn(row, 'invo_worker_change_reason'),
  })
  return { ...said, subjects: { person: [row.person ?? ''], team: [team], worker: worker === null ? [] : [worker] } }
}
