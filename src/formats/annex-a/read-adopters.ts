import {
  AdopterEnquiry,
  AdopterStage,
  AdoptersLeft,
  ProspectiveAdopter,
  SuitabilityDecision,
} from '../../areas/adoption/adopter-records.ts'
import { AdoptiveFamily } from '../../areas/adoption/finding-a-family.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import { OWN_NUMBER, type SourceRow, type SourceTable } from '../records.ts'
import { dateIn, type Row, textIn } from './read-rows.ts'
import { about, distinct } from './source-rows.ts'

// List 11 has a row for each adopter, and what happened to their household: of two adopters in one household it is said twice and recorded once. The family
// identifier names the household, in list 10 too.

const speaks = { window: null } as const

export const adopterTables = (rows: readonly Row[]): readonly SourceTable[] => [
  { ...speaks, type: ProspectiveAdopter, rows: distinct(rows.flatMap(adopterOf)) },
  {
    ...speaks,
    type: AdopterEnquiry,
    rows: happened(AdopterEnquiry, rows, 'enquiredOn', (row) => ({
      registeredOn: dateIn(row, 'appliedOn'),
      fosteringForAdoption: textIn(row, 'fosteringForAdoption'),
    })),
  },
  {
    ...speaks,
    type: AdopterStage,
    rows: [
      ...happened(AdopterStage, rows, 'stageOneOn', (row) => ({
        stage: 'one',
        endedOn: dateIn(row, 'stageOneEndedOn'),
      })),
      ...happened(AdopterStage, rows, 'stageTwoOn', (row) => ({
        stage: 'two',
        endedOn: dateIn(row, 'stageTwoEndedOn'),
      })),
    ],
  },
  {
    ...speaks,
    type: SuitabilityDecision,
    rows: happened(SuitabilityDecision, rows, 'approvedOn', () => ({ suitable: 'yes' })),
  },
  {
    ...speaks,
    type: AdoptersLeft,
    rows: happened(AdoptersLeft, rows, 'leftOn', (row) => ({ why: REASONS[textIn(row, 'reasonLeft') ?? ''] ?? null })),
  },
]

/** Of list 10: with which household a child was matched. */
export const familyTable = (rows: readonly Row[]): SourceTable => ({
  ...speaks,
  type: AdoptiveFamily,
  rows: distinct(
    rows.flatMap((row) => {
      const [matchedOn, household] = [dateIn(row, 'matchedOn'), named(row)]
      if (matchedOn === null || household === null) return []
      const family = about(AdoptiveFamily, row.id, `${row.id}|${household}|${toText(matchedOn)}`, {
        matchedOn,
        placedOn: dateIn(row, 'placedOn'),
        orderMadeOn: dateIn(row, 'adoptedOn'),
        earlyPermanence: dateIn(row, 'earlyPlacedOn') === null ? null : 'yes',
      })
      return [{ ...family, subjects: { ...family.subjects, household: [household] } }]
    }),
  ),
})

const REASONS: Readonly<Record<string, string>> = { '1': 'withdrew', '2': 'on-hold', '3': 'refused' }

/** What the list calls the household; nothing where that is a number of ours, for a household that no case system names. */
function named(row: Row): string | null {
  const family = textIn(row, 'family')
  return family === null || family.startsWith(OWN_NUMBER) ? null : family
}

/** An adopter without a family identifier is a household of one, under their own. */
const householdOf = (row: Row): string | null => (textIn(row, 'family') === null ? row.id : named(row))

function adopterOf(row: Row): readonly SourceRow[] {
  const [household, startedOn] = [householdOf(row), dateIn(row, 'enquiredOn')]
  if (household === null || startedOn === null) return []
  const adopter = about(ProspectiveAdopter, row.id, `${row.id}|${household}|${toText(startedOn)}`, { startedOn })
  return [{ ...adopter, subjects: { ...adopter.subjects, household: [household] } }]
}

function happened(
  type: RecordType,
  rows: readonly Row[],
  column: string,
  fields: (row: Row) => Readonly<Record<string, Value>>,
): readonly SourceRow[] {
  return distinct(
    rows.flatMap((row) => {
      const [household, on] = [householdOf(row), dateIn(row, column)]
      if (household === null || on === null) return []
      return [about(type, household, `${household}|${column}|${toText(on)}`, { ...fields(row), [type.dated]: on })]
    }),
  )
}
