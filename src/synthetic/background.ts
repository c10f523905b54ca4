import { CareElsewhere } from '../areas/care-leavers/care-known-otherwise.ts'
import { Mother, PreviousPermanence } from '../areas/children-in-care/circumstances.ts'
import {
  Communication,
  Disability,
  ImmigrationStatus,
  Language,
  Nationality,
  Religion,
} from '../areas/people/background.ts'
import { ageOn, birthday } from '../core/dates/age.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import { backgroundRates } from './care-rates.ts'
import type { Child } from './child.ts'
import { by } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

type Told = { readonly care: readonly CareMade[]; readonly until: PlainDate }

/** Who a child in care is, and what was before. */
export function backgroundOf(random: Random, child: Child, { care, until }: Told): readonly RowMade[] {
  const [first] = care
  if (first === undefined) return []
  return [
    ...disabilityOf(random.fork('disability'), child, first, until),
    ...(child.unaccompanied
      ? fromAbroad(random.fork('abroad'), child, first, until)
      : fromHere(random.fork('here'), child, first)),
    ...motherOf(random.fork('mother'), child, care, until),
  ]
}

const disabilities = { LD: 34, BEH: 28, AUT: 18, COMM: 10, MOB: 5, HEAR: 3, VIS: 2 } as const

function disabilityOf(
  random: Random,
  { bornOn }: Child,
  { startedOn }: CareMade,
  until: PlainDate,
): readonly RowMade[] {
  const { disabled, recorded } = backgroundRates.of
  const isDisabled = random.chance(disabled)
  const knownOn = addDays(startedOn, random.whole(0, 60))
  if (!random.chance(recorded) || knownOn > until) return []
  const disability = isDisabled ? random.weighted(disabilities) : 'NONE'
  return [
    {
      type: Disability,
      fields: {
        disabilities: [disability],
        diagnosedOn: isDisabled ? knownOn : null,
        startedOn: isDisabled ? bornOn : knownOn,
      },
    },
  ]
}

const origins = {
  Afghan: { language: 'prs', religion: 'muslim' },
  Iranian: { language: 'fas', religion: 'muslim' },
  Sudanese: { language: 'ara', religion: 'muslim' },
  Eritrean: { language: 'tir', religion: 'christian' },
  Vietnamese: { language: 'vie', religion: 'none' },
} as const
const shares = { Afghan: 30, Iranian: 18, Sudanese: 22, Eritrean: 20, Vietnamese: 10 } as const

function fromAbroad(random: Random, { bornOn }: Child, { startedOn }: CareMade, until: PlainDate): readonly RowMade[] {
  const nationality = random.weighted(shares)
  const { language, religion } = origins[nationality]
  const decidedOn = addDays(startedOn, random.whole(240, 800))
  const before = addDays(startedOn, -random.whole(9, 60))
  const rows: RowMade[] = [
    { type: Language, fields: { language, first: 'yes', speaks: 'yes' } },
    { type: Religion, fields: { religion, startedOn: bornOn } },
    { type: Nationality, fields: { nationality, documentSeen: random.chance(0.2) ? 'yes' : 'no', startedOn: bornOn } },
    {
      type: Communication,
      fields: { startedOn, interpreter: 'yes', interpreterFor: language, howBest: 'The same interpreter each time.' },
    },
    {
      type: ImmigrationStatus,
      fields: { status: 'unaccompanied-child', startedOn, endedOn: by(until, decidedOn) },
    },
  ]
  if (decidedOn <= until)
    rows.push({
      type: ImmigrationStatus,
      fields: {
        status: random.weighted({ refugee: 85, 'humanitarian-protection': 15 }),
        startedOn: decidedOn,
        leaveRunsOutOn: addMonths(decidedOn, 60),
      },
    })
  if (random.chance(backgroundRates.of.elsewhereFirst))
    rows.push({ type: CareElsewhere, fields: { startedOn: before, authority: 'Portshire', endedOn: startedOn } })
  return rows
}

const permanence = { P1: 30, P2: 50, P3: 20 } as const

function fromHere(random: Random, { bornOn }: Child, { startedOn }: CareMade): readonly RowMade[] {
  const { christian, otherLanguage, permanenceBefore } = backgroundRates.of
  const rows: RowMade[] = []
  if (random.chance(otherLanguage))
    rows.push({ type: Language, fields: { language: random.pick(['pol', 'por', 'ron', 'ben']), first: 'yes' } })
  if (random.chance(christian)) rows.push({ type: Religion, fields: { religion: 'christian', startedOn: bornOn } })
  const orderedOn = addDays(bornOn, random.whole(200, 1400))
  const option = random.weighted(permanence)
  if (random.chance(permanenceBefore) && orderedOn < addDays(startedOn, -100))
    rows.push({
      type: PreviousPermanence,
      fields: { option, authority: 'E06000059', orderedOn, orderedOnPrecision: 'day' },
    })
  return rows
}

/** A young woman in care who has a child. */
function motherOf(
  random: Random,
  { sex, bornOn }: Child,
  care: readonly CareMade[],
  until: PlainDate,
): readonly RowMade[] {
  const childBornOn = addDays(birthday(bornOn, 15), random.whole(60, 1000))
  const isMother = sex === 'F' && random.chance(backgroundRates.of.mother * 5)
  const inCareThen = care.some(({ startedOn, endedOn }) => startedOn <= childBornOn && endedOn > childBornOn)
  return isMother && inCareThen && childBornOn <= until && ageOn(bornOn, childBornOn) >= 15
    ? [{ type: Mother, fields: { mother: 'yes', childBornOn } }]
    : []
}
