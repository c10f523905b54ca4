import { Conviction } from '../areas/children-in-care/convictions.ts'
import { StrengthsAndDifficulties, SubstanceMisuse } from '../areas/children-in-care/health.ts'
import { OutcomesOfYear } from '../areas/children-in-care/outcomes-of-year.ts'
import { SocialWorkerEpisode } from '../areas/children-in-care/social-workers.ts'
import { ageOn } from '../core/dates/age.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, fromParts, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import { backgroundRates } from './care-rates.ts'
import type { Child } from './child.ts'
import type { AssessmentMade, CheckMade } from './events.ts'
import { by } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

type Lived = {
  readonly child: Child
  readonly care: readonly CareMade[]
  readonly assessments: readonly AssessmentMade[]
  readonly dental: readonly CheckMade[]
  readonly immunisations: readonly { readonly statedOn: PlainDate; readonly upToDate: 'yes' | 'no' }[]
  readonly educated: readonly RowMade[]
}

/** What the return asks of a year and of who was whose worker, told by what is written down of the child anyway; and cautions, which are few. */
export function yearOutcomesOf(random: Random, lived: Lived, until: PlainDate): readonly RowMade[] {
  const cautions = cautionsOf(random.fork('cautions'), lived, until)
  return [
    ...cautions,
    ...yearsOf(until).flatMap((year) => outcomeOf(random.fork(year), lived, year, cautions)),
    ...workersOf(random.fork('workers'), lived.care, until),
  ]
}

const SUBSTANCES = ['Cannabis most days', 'Alcohol at weekends', 'Ketamine, with older friends'] as const

/** The two years to 31 March before the day. */
function yearsOf(until: PlainDate): readonly PlainDate[] {
  const { year, month } = partsOf(until)
  const last = month < 4 ? year - 1 : year
  return [last - 1, last].map((one) => fromParts(one, 3, 31))
}

function outcomeOf(
  random: Random,
  lived: Lived,
  yearEndedOn: PlainDate,
  cautions: readonly RowMade[],
): readonly RowMade[] {
  const { child, care, assessments, dental, immunisations } = lived
  const since = addMonths(yearEndedOn, -12)
  if (!care.some(({ startedOn, endedOn }) => startedOn <= since && endedOn > yearEndedOn)) return []
  const age = ageOn(child.bornOn, yearEndedOn)
  const inYear = (on: PlainDate) => on > since && on <= yearEndedOn
  const answer = (is: boolean) => (is ? 'yes' : 'no')
  const assessed = assessments.filter(({ assessedOn, attendance }) => attendance === 'done' && inYear(assessedOn))
  const misuses = age >= 12 && random.chance(backgroundRates.of.misusesSubstances)
  const identifiedOn = addDays(yearEndedOn, -random.whole(40, 330))
  const misuse = { identifiedOn, what: random.pick(SUBSTANCES), offeredOn: addDays(identifiedOn, 5) }
  return [
    ...(misuses ? [{ type: SubstanceMisuse, fields: { ...misuse, receivedOn: addDays(identifiedOn, 20) } }] : []),
    {
      type: OutcomesOfYear,
      fields: {
        yearEndedOn,
        ...scoreOf(random, lived, age, inYear),
        developmentChecks: age < 5 ? answer(random.chance(0.9)) : null,
        immunisations: answer(immunisations.findLast(({ statedOn }) => statedOn <= yearEndedOn)?.upToDate === 'yes'),
        teethChecked: answer(dental.some(({ checkedOn, attendance }) => attendance === 'done' && inYear(checkedOn))),
        healthAssessed: answer(assessed.length >= (age < 5 ? 2 : 1)),
        substanceMisuse: answer(misuses),
        interventionReceived: misuses ? 'yes' : null,
        convicted: age < 10 ? null : answer(cautions.some(({ fields }) => inYear(fields['decidedOn'] as PlainDate))),
      },
    },
  ]
}

function scoreOf(
  random: Random,
  { educated }: Lived,
  age: number,
  inYear: (on: PlainDate) => boolean,
): RowMade['fields'] {
  if (age < 4 || age > 16) return {}
  const scored = educated.findLast(
    ({ type, fields: { completedOn } }) =>
      type === StrengthsAndDifficulties && typeof completedOn === 'number' && inYear(completedOn as PlainDate),
  )
  const score = scored?.fields['score'] ?? null
  return score === null ? { noScoreReason: random.weighted({ SDQ2: 60, SDQ4: 40 }) } : { score }
}

/** Of young people over 12, in care in the year, some were cautioned or convicted. */
function cautionsOf(random: Random, { child, care }: Lived, until: PlainDate): readonly RowMade[] {
  return [0, 1, 2].flatMap((ago) => {
    const decidedOn = addDays(until, -ago * 365 - random.whole(10, 360))
    const happens = random.chance(backgroundRates.of.cautionedInYear)
    const kind = random.weighted({ 'youth-caution': 55, 'conditional-caution': 25, conviction: 20 })
    const inCare = care.some(({ startedOn, endedOn }) => startedOn <= decidedOn && endedOn > decidedOn)
    return happens && inCare && ageOn(child.bornOn, decidedOn) >= 12
      ? [
          {
            type: Conviction,
            fields: { decidedOn, kind, offence: random.pick(['Criminal damage', 'Assault', 'Theft']) },
          },
        ]
      : []
  })
}

const WORKERS = 45

/** Who their social worker has been since the return asks it. */
function workersOf(random: Random, care: readonly CareMade[], until: PlainDate): readonly RowMade[] {
  const asked = fromParts(2023, 4, 1)
  return care.flatMap(({ startedOn, endedOn }) => {
    if (endedOn <= asked || startedOn > until) return []
    const from = later(startedOn, addDays(asked, -random.whole(1, 500)))
    const changes = addDays(from, random.whole(150, 900))
    const ends = [...(changes < endedOn && changes <= until ? [changes] : []), endedOn]
    const reason = random.weighted({ LEFTRL: 50, ORGRST: 30, OTHERS: 20 })
    return ends.map((end, at): RowMade => {
      const startsOn = ends[at - 1] ?? from
      return {
        type: SocialWorkerEpisode,
        fields: {
          workerNumber: `SW${1001 + random.whole(0, WORKERS)}`,
          startedOn: startsOn,
          endedOn: by(until, end),
          reason: at > 0 ? reason : startsOn === startedOn ? 'FCONTA' : reason,
        },
      }
    })
  })
}
