import { attribute, factOfDay, test } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { ActivityOfCareLeaver, HomeOfCareLeaver } from '../children-in-care/codes-of-care-leavers.ts'
import { Person } from '../people/person.ts'
import { CareLeaverActivity } from './activities.ts'
import { CareLeaverContact } from './contact.ts'
import { CareLeaverHome } from './homes.ts'

// How a young person lives on a day. Our own records, kept as life goes on, decide; a birthday return speaks only where it is the later word: no home or
// activity of our own stands open, and none ended after the birthday. Of being in touch the later answer decides, on one day our own.

/** What was last answered about being in touch, by the day. */
export const lastAnswer = factOfDay([CareLeaverContact, CareLeaverOutcome], ({ history }) => {
  const contact = history.all(CareLeaverContact).at(-1)
  const outcome = history.all(CareLeaverOutcome).at(-1)
  const latest = (contact?.contactedOn ?? 0) >= (outcome?.birthdayOn ?? 0) ? contact : outcome
  if (latest === undefined) return undefined
  history.because(latest)
  return 'answer' in latest ? latest.answer : latest.inTouch
})

/** No record at all is not in touch, as are those who want no contact or need no help. */
export const inTouch = test([lastAnswer], (member) => lastAnswer(member) === 'YES')

/** Home with parents for six months or more, by the last answer. */
export const wentHome = test([lastAnswer], (member) => lastAnswer(member) === 'RHOM')

export const hasDied = test([lastAnswer, Person], (member) => {
  const person = member.history.latest(Person, ({ person }) => person === member.history.subject)
  const diedOn = person?.diedOn ?? null
  return (diedOn !== null && diedOn <= member.asAt) || lastAnswer(member) === 'DIED'
})

type Home = {
  /** The letter of the national code; null where contact was lost. */
  readonly kind: string | null
  readonly suitable: boolean | undefined
  /** Codes of why it does not suit, and since when it is so; a return says neither. */
  readonly whyNot: readonly string[]
  readonly since: PlainDate | undefined
}

/** `W2`: bed and breakfast, not suitable. `0`: contact was lost. */
export const homeOfReturn = (accommodation: string): Home => ({
  kind: accommodation === '0' ? null : accommodation.slice(0, 1),
  suitable: accommodation.endsWith('1') ? true : /[20]$/.test(accommodation) ? false : undefined,
  whyNot: [],
  since: undefined,
})

export const ownHome = (home: RecordOf<typeof CareLeaverHome>): Home => ({
  kind: home.kind,
  suitable: home.suitable === 'yes' ? true : home.suitable === 'no' ? false : undefined,
  whyNot: home.whyNot ?? [],
  since: home.startedOn ?? undefined,
})

/** Where they live on the day; undefined where it is not known. */
export const home = factOfDay([CareLeaverHome, CareLeaverOutcome], ({ history }): Home | undefined => {
  const homes = history.all(CareLeaverHome)
  const open = homes.findLast(({ endedOn }) => endedOn === null)
  if (open !== undefined) {
    history.because(open)
    return ownHome(open)
  }
  const outcome = laterReturn(history.all(CareLeaverOutcome), homes)
  if (outcome === undefined || outcome.accommodation === null) return undefined
  history.because(outcome)
  return homeOfReturn(outcome.accommodation)
})

type Ended = { readonly endedOn: PlainDate | null }
type Outcome = {
  readonly id: RecordId
  readonly birthdayOn: PlainDate | null
  readonly accommodation: string | null
  readonly activity: string | null
}

/** The last return, where nothing of our own ended after its birthday. */
function laterReturn(outcomes: readonly Outcome[], own: readonly Ended[]): Outcome | undefined {
  const last = outcomes.at(-1)
  const ended = own.reduce((latest, { endedOn }) => Math.max(latest, endedOn ?? 0), 0)
  return last !== undefined && (last.birthdayOn ?? 0) >= ended ? last : undefined
}

const NOT_A_PLACE: readonly (string | null)[] = ['R', null]

/** Not known where they live, or contact was lost: listed, and not counted. */
export const inBedAndBreakfast = test([home], (member) => {
  const { kind = null } = home(member) ?? {}
  return NOT_A_PLACE.includes(kind) ? undefined : kind === 'W'
})

export const inUnsuitableHome = test([home], (member) => {
  const known = home(member)
  if (known === undefined || NOT_A_PLACE.includes(known.kind)) return undefined
  return known.suitable === undefined ? undefined : !known.suitable
})

/** Without any information, of somebody we are not in touch with, it is no; a place without a judgement is not known. */
export const inSuitableHome = test([home, lastAnswer], (member) => {
  const known = home(member)
  if (known === undefined) return lastAnswer(member) === 'YES' ? undefined : false
  return known.suitable
})

/** Abroad, deported, or not known where though we are in touch: they leave the total. */
export const ELSEWHERE: readonly (string | null)[] = ['G', 'H', 'R']
export const livesElsewhere = test([home], (member) => ELSEWHERE.includes(home(member)?.kind ?? null))

/** `F3` and `P3` were split in 2021; the code in force on the record's day decides. */
export const IN_EDUCATION_OR_WORK: readonly (string | null)[] = [
  ...['F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5'],
]
export const IN_NEITHER: readonly (string | null)[] = ['G4', 'G5', 'G6']

/** What they mainly do on the day: a code, `ended` where the last thing did and nothing began since; undefined where it is not known. */
export const activity = factOfDay([CareLeaverActivity, CareLeaverOutcome], ({ history }): string | undefined => {
  const own = history.all(CareLeaverActivity)
  const open = own.findLast(({ endedOn }) => endedOn === null)
  const outcome = open === undefined ? laterReturn(history.all(CareLeaverOutcome), own) : undefined
  const latest = open ?? outcome ?? own.at(-1)
  if (latest === undefined) return undefined
  history.because(latest)
  if (latest !== open && latest !== outcome) return 'ended'
  return latest.activity === null || latest.activity === '0' ? undefined : latest.activity
})

export const inEducationOrWork = test([activity], (member) => {
  const is = activity(member)
  return is === undefined ? undefined : IN_EDUCATION_OR_WORK.includes(is)
})

export const byHome = attribute('Where they live', [home], (member) => home(member)?.kind, { codes: HomeOfCareLeaver })
export const byActivity = attribute('Main activity', [activity], (member) => activity(member), {
  codes: ActivityOfCareLeaver,
})
