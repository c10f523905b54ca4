import type { Chronology } from '../../core/counting/chronology.ts'
import { attribute, factOfDay, remembered, test } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { periodsIn } from '../children-in-care/care-facts.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { Episode } from '../children-in-care/episodes.ts'
import type { PeriodOfCare } from '../children-in-care/periods-of-care.ts'
import { Person } from '../people/person.ts'
import { CareElsewhere, DetainedOrInHospital } from './care-known-otherwise.ts'
import { CareLeaverContact } from './contact.ts'
import { type Eligibility, eligibilityOn, type Stretch, type Told } from './eligibility.ts'
import { CareLeaverHome } from './homes.ts'
import type { TimeInCare } from './time-in-care.ts'

/** What decides what a young person is owed. */
export const eligibilityReads = [
  Person,
  Episode,
  CareElsewhere,
  DetainedOrInHospital,
  CareLeaverHome,
  CareLeaverContact,
  CareLeaverOutcome,
] as const

/** The records of one subject: all that is asked of a history here, so that whoever has no more can ask too. */
export type Held = Pick<Chronology, 'subject' | 'all'>

/** What the record says of somebody that decides what they are owed. */
export function toldOf(history: Held): Told {
  const person = history.all(Person).findLast(({ person }) => person === history.subject)
  return {
    bornOn: person?.bornOn ?? null,
    care: timesInCare(history),
    backHome: [...longWithParent(history.all(CareLeaverHome)), ...saidToBeHome(history)],
    detainedOrInHospital: stretchesOf(history.all(DetainedOrInHospital)),
    returned: returnedIn(history.all(CareLeaverOutcome)),
  }
}

const returnedIn = remembered((outcomes: readonly RecordOf<typeof CareLeaverOutcome>[]) =>
  outcomes.flatMap(({ id, birthdayOn }) => (birthdayOn === null ? [] : [{ id, birthdayOn }])),
)

/** All times in care, the earliest first: our own, without short breaks, and those with other authorities. */
const timesInCare = (history: Held): readonly TimeInCare[] => {
  const elsewhere = history.all(CareElsewhere)
  const own = ownTimes(periodsIn(history.all(Episode)))
  return elsewhere.length === 0
    ? own
    : [...own, ...elsewhere.flatMap(timeElsewhere)].toSorted((a, b) => a.from - b.from)
}

const ownTimes = remembered((periods: readonly PeriodOfCare[]): readonly TimeInCare[] =>
  periods
    .filter(({ kind }) => kind === 'care')
    .map((period) => ({
      from: period.startedOn,
      until: period.endedOn,
      mayHaveBegunSooner: period.startIs !== 'known',
      mayHaveGoneOn: period.endIs !== 'known',
      gaps: period.gaps,
      reasonEnded: period.reasonEnded,
      because: [period.episodes[0], period.episodes.at(-1)].flatMap((one) => (one === undefined ? [] : [one.id])),
    })),
)

const timeElsewhere = ({ id, startedOn, endedOn }: RecordOf<typeof CareElsewhere>): readonly TimeInCare[] =>
  startedOn === null
    ? []
    : [
        {
          from: startedOn,
          until: endedOn,
          mayHaveBegunSooner: false,
          mayHaveGoneOn: false,
          gaps: [],
          reasonEnded: null,
          because: [id],
        },
      ]

type Dated = { readonly startedOn: PlainDate | null; readonly endedOn: PlainDate | null }

const stretchesOf = remembered((all: readonly Dated[]): readonly Stretch[] =>
  all.flatMap(({ startedOn, endedOn }) => (startedOn === null ? [] : [{ from: startedOn, to: endedOn }])),
)

/** From six months with a parent on; a new judgement about the same home is no move. */
const longWithParent = remembered((homes: readonly RecordOf<typeof CareLeaverHome>[]): readonly Stretch[] => {
  const with_: { from: PlainDate; to: PlainDate | null }[] = []
  for (const { startedOn, endedOn, withParent } of homes) {
    if (startedOn === null || withParent !== 'yes') continue
    const last = with_.at(-1)
    if (last !== undefined && last.to === startedOn) last.to = endedOn
    else with_.push({ from: startedOn, to: endedOn })
  }
  return with_.map(({ from, to }) => ({ from: addMonths(from, 6), to }))
})

type Said = { readonly on: PlainDate; readonly answer: string | null }

type Outcomes = readonly RecordOf<typeof CareLeaverOutcome>[]
type Contacts = readonly RecordOf<typeof CareLeaverContact>[]

/** What was answered about being in touch, by our own contacts and by returns, the earliest first; on one day the contact decides. */
const answersOf = (outcomes: Outcomes, contacts: Contacts): readonly Said[] =>
  [
    ...outcomes.map(({ birthdayOn, inTouch }) => ({ on: birthdayOn, answer: inTouch })),
    ...contacts.map(({ contactedOn, answer }) => ({ on: contactedOn, answer })),
  ]
    .flatMap(({ on, answer }) => (on === null ? [] : [{ on, answer }]))
    .toSorted((a, b) => a.on - b.on)

/** `RHOM` says that they have lived at home for six months. It holds until another answer. */
const homeIn = remembered((outcomes: Outcomes) =>
  remembered((contacts: Contacts): readonly Stretch[] => {
    const answers = answersOf(outcomes, contacts)
    return answers.flatMap(({ on, answer }, at) =>
      answer === 'RHOM' ? [{ from: on, to: answers[at + 1]?.on ?? null }] : [],
    )
  }),
)

const saidToBeHome = (history: Held): readonly Stretch[] =>
  homeIn(history.all(CareLeaverOutcome))(history.all(CareLeaverContact))

/** What a young person is owed on the day, with its reasons. */
export const eligibility = factOfDay(eligibilityReads, (member): Eligibility => {
  const found = eligibilityOn(toldOf(member.history), member.asAt)
  member.history.becauseOf(found.because.map((id) => ({ id })))
  return found
})

/** Not known, too, of somebody of whose care nothing is known at all. */
export const isCareLeaver = test([eligibility], (member) => eligibility(member).careLeaver)

const CareLeaverStatus = codeList('care-leaver-status', {
  label: 'What they are owed',
  source: 'Children Act 1989, sections 23A to 24 and schedule 2, paragraph 19B',
  codes: {
    eligible: 'Eligible: in care, 16 or 17',
    relevant: 'Relevant: left care, 16 or 17',
    'former relevant': 'Former relevant: 18 to 24',
    qualifying: 'Qualifying',
    none: 'None of these',
    'not known': 'Not known',
  },
})

export const byEligibility = attribute('What they are owed', [eligibility], (member) => eligibility(member).status, {
  codes: CareLeaverStatus,
})
