import { Household, HouseholdMembership } from '../../../areas/people/households.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId, YesNo } from '../../../core/definitions/field.ts'
import type { Moment, RecordAsAt } from '../../../core/record/chronology.ts'
import type { Room } from '../../access/about.ts'
import type { App } from '../../app.ts'
import { type Coded, codeIn, dateIn, hasEnded, inRole, isOf, recordsShown, textIn, yesNoIn } from './said.ts'

/** A stay of somebody in a household. */
export type Stay = {
  readonly household: SubjectId
  readonly mainHome: YesNo | null
  /** When they are there, of two homes. */
  readonly when: string | null
  readonly since: PlainDate | null
  readonly until: PlainDate | null
}

/** A household on the day, and everybody in it. */
export type HouseholdFound = {
  readonly household: SubjectId
  readonly name: string
  readonly kind: Coded | null
  readonly members: readonly (Stay & { readonly person: SubjectId })[]
}

/** Where somebody has lived up to the day, latest first. */
export async function staysOf(app: App, room: Room, subject: SubjectId, moment: Moment): Promise<readonly Stay[]> {
  const records = await recordsShown(app, room, subject, [HouseholdMembership], moment)
  return records.flatMap((record) => stayIn(record) ?? []).toReversed()
}

function stayIn(record: RecordAsAt): Stay | undefined {
  const household = inRole(record, 'household')
  if (household === undefined) return undefined
  return {
    household,
    mainHome: yesNoIn(record, 'mainHome'),
    when: textIn(record, 'when'),
    since: dateIn(record, 'startedOn'),
    until: dateIn(record, 'endedOn'),
  }
}

/** A household and who lives in it on the day, whoever they are: what of them may be shown is for the reader to decide. */
export async function findHousehold(
  app: App,
  room: Room,
  household: SubjectId,
  moment: Moment,
): Promise<HouseholdFound> {
  const records = await recordsShown(app, room, household, [Household, HouseholdMembership], moment)
  const described = records.filter(isOf(Household)).at(-1)
  const members = records
    .filter((record) => isOf(HouseholdMembership)(record) && !hasEnded(record))
    .flatMap((record) => {
      const [person, stay] = [inRole(record, 'person'), stayIn(record)]
      return person === undefined || stay === undefined ? [] : [{ ...stay, person }]
    })
  return {
    household,
    name: (described === undefined ? null : textIn(described, 'name')) ?? 'A household without a name',
    kind: described === undefined ? null : codeIn(described, 'kind'),
    members: [...new Map(members.map((one) => [one.person, one] as const)).values()],
  }
}
