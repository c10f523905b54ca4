import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { Allocation } from '../organisation/allocation.ts'
import { CareLeaverContact } from './contact.ts'
import { CareLeaverHome } from './homes.ts'
import { earliest, isOwed, type Life, latest, leftCareOn, lifeOf, lifeReads, served, wasInCare } from './life.ts'
import { movesIn } from './moves.ts'
import { BIRTHDAY_WINDOW, ENTITLED_SINCE, standards } from './standards.ts'

const regulations = 'Care Leavers (England) Regulations 2010'

const contacts = (history: Chronology, which: (one: RecordOf<typeof CareLeaverContact>) => boolean): readonly Met[] =>
  history
    .all(CareLeaverContact)
    .flatMap((one) => (one.contactedOn !== null && which(one) ? [{ on: one.contactedOn, because: [one.id] }] : []))

/** A personal adviser from the day of being eligible, beside the social worker; seen coming some months before. */
export const advisersAt16 = timescale({
  key: 'personal-adviser',
  label: 'Personal adviser',
  done: 'allocated',
  source: standards.adviserForeseen.source,
  reads: [...lifeReads, Allocation],
  recurs: false,
  runs: (history) => {
    const { eligible, adult } = lifeOf(history) ?? {}
    if (eligible === undefined || adult === undefined) return []
    const { on, during } = eligible
    const from = latest(addMonths(on, -3), during.from)
    return [{ from, until: during.until ?? adult, began: 'nearing the day', because: during.because }]
  },
  met: (history, { from }) =>
    served(history)
      .filter(({ to }) => to === null || to > from)
      .map((time) => ({ on: latest(time.from, from), because: time.because })),
  rules: [
    {
      source: standards.adviserForeseen.source,
      limit: ({ history }) => {
        const on = lifeOf(history)?.eligible?.on
        return on === undefined
          ? { notRequired: 'They are not eligible' }
          : { by: on, why: 'the 16th birthday in care, or 13 weeks in it if that is later' }
      },
    },
  ],
})

/** Visits of the adviser: within a week of each move, and at least every two months while they live there. */
export const adviserVisits = timescale({
  key: 'adviser-visit',
  label: 'Visit by the personal adviser',
  done: 'made',
  source: `${regulations}, regulation 8(2)`,
  reads: [...lifeReads, Allocation, CareLeaverHome, CareLeaverContact],
  recurs: true,
  runs: visitedIn,
  met: (history) => contacts(history, ({ how, answer }) => how === 'visit' && answer === 'YES'),
  rules: [
    {
      source: `${regulations}, regulation 8(2)`,
      limit: ({ number }) =>
        number === 1 ? { within: '7 days', after: 'moving in' } : { within: '2 months', after: 'the last visit' },
    },
  ],
})

/** Each home, for as long as there is an adviser. */
function visitedIn(history: Chronology): readonly Run[] {
  const life = lifeOf(history)
  if (life === undefined) return []
  const times = served(history)
  return movesIn(history).flatMap(({ from, until, because }) =>
    times.flatMap((time) => {
      const begins = latest(from, time.from)
      const ends = earliest(until, time.to, life.end)
      if ((ends !== null && ends <= begins) || wasInCare(life, begins) || !isOwed(life, begins)) return []
      return [{ from: begins, until: ends, began: 'moving in', because }]
    }),
  )
}

/** Whoever is 21 to 25 and has no adviser hears at least once a year what help they can have. */
export const entitlementContacts = timescale({
  key: 'entitlement-contact',
  label: 'Told what help they can have',
  done: 'told',
  source: 'Children Act 1989, section 23CZB',
  reads: [...lifeReads, Allocation, CareLeaverContact],
  recurs: true,
  runs: (history) => {
    const life = lifeOf(history)
    if (life === undefined) return []
    const from = latest(birthday(life.bornOn, 21), ENTITLED_SINCE)
    return from >= life.end || !isOwed(life, from) ? [] : withoutAdviser(history, from, life)
  },
  met: (history) => contacts(history, ({ entitlement }) => entitlement === 'yes'),
  rules: [
    {
      from: ENTITLED_SINCE,
      source: 'Children Act 1989, section 23CZB (Children and Social Work Act 2017, section 3)',
      limit: ({ number }) => ({
        within: '12 months',
        after: number === 1 ? 'turning 21, or the end of the service if that was later' : 'the last time',
      }),
    },
  ],
})

/** The times between a day and the end of the duties in which there is no adviser. */
function withoutAdviser(history: Chronology, since: PlainDate, { end, care }: Life): readonly Run[] {
  const because = care.at(-1)?.because ?? []
  const runs: Run[] = []
  let from = since
  for (const { from: begins, to } of served(history)) {
    if (to !== null && to <= from) continue
    if (begins > from && begins < end) runs.push({ from, until: begins, began: 'having no adviser', because })
    from = to ?? end
  }
  return from < end ? [...runs, { from, until: end, began: 'having no adviser', because }] : runs
}

const AGES = [17, 18, 19, 20, 21]

/** From three months before each birthday to one month after we find out how they are: the return asks for it. */
export const birthdayRecords = timescale({
  key: 'care-leaver-birthday',
  label: 'In touch around a birthday',
  done: 'found out',
  source: BIRTHDAY_WINDOW.source,
  reads: [...lifeReads, CareLeaverContact, CareLeaverOutcome],
  recurs: false,
  runs: (history) => {
    const life = lifeOf(history)
    const left = life === undefined ? undefined : leftCareOn(life)
    if (life === undefined || left === undefined) return []
    return AGES.map((age) => birthday(life.bornOn, age))
      .filter((day) => day > left && isOwed(life, day))
      .map((day) => ({
        from: addMonths(day, -BIRTHDAY_WINDOW.before),
        until: addDays(addMonths(day, BIRTHDAY_WINDOW.after), 1),
        began: 'three months before the birthday',
        because: life.care.at(-1)?.because ?? [],
      }))
  },
  met: (history, { until }) =>
    [...contacts(history, () => true), ...returned(history)]
      .filter(({ on }) => until === null || on < until)
      .toSorted((one, other) => one.on - other.on),
  rules: [
    {
      source: BIRTHDAY_WINDOW.source,
      limit: ({ run }) =>
        run.until === null
          ? { notRequired: 'There is no birthday' }
          : { by: addDays(run.until, -1), why: 'one month after the birthday' },
    },
  ],
})

const returned = (history: Chronology): readonly Met[] =>
  history
    .all(CareLeaverOutcome)
    .flatMap(({ id, birthdayOn }) => (birthdayOn === null ? [] : [{ on: birthdayOn, because: [id] }]))
