import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import { firstEnd, later } from '../../core/dates/earlier-later.ts'
import { addMonths, fromParts, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { periodsIn } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { inCareRuns } from '../children-in-care/timescales.ts'
import { bornOnOf } from '../people/about-the-child.ts'
import { Person } from '../people/person.ts'
import { EducationActivity, isLearning, SeptemberOffer } from './after-school.ts'
import { ContinuousAbsence } from './attendance.ts'
import { SchoolEnrolment } from './enrolments.ts'
import { academicYearOf, compulsoryFrom, schoolLeavingDate, yearAt } from './school-age.ts'

/** Where the number of days comes from nobody's text that we have seen, the rule says so. */
const TO_CHECK = 'the number of days is from our own knowledge and is to be checked'

/** A day that meets a clock: none where it is not recorded. */
export const metOn = (on: PlainDate | null, id: Met['because'][number]): readonly Met[] =>
  on === null ? [] : [{ on, because: [id] }]

export const inCareThen = (history: Chronology, on: PlainDate): boolean =>
  inCareOn(periodsIn(history.all(Episode)), on) === 'yes'

const placeSource = `Department for Education, promoting the education of looked-after children and previously looked-after children (${TO_CHECK})`

/** A child of school age in care who is on no roll: from the day on which that began, in care, a place is to be found within 20 school days. */
export const schoolPlace = timescale({
  key: 'school-place',
  label: 'School place',
  done: 'found',
  source: placeSource,
  reads: [Episode, SchoolEnrolment, Person],
  recurs: false,
  runs: withoutPlace,
  met: (history, { from }) =>
    history
      .all(SchoolEnrolment)
      .flatMap(({ id, startedOn, status }) =>
        startedOn !== null && startedOn >= from && status !== 'G' ? [{ on: startedOn, because: [id] }] : [],
      ),
  rules: [{ source: placeSource, limit: () => ({ within: '20 school days', after: 'the child was without a place' }) }],
})

/** Every stretch of care at compulsory school age that begins without a place; it runs until care or school age ends. */
function withoutPlace(history: Chronology): readonly Run[] {
  const bornOn = bornOnOf(history)
  if (bornOn === null) return []
  const [first, last] = [compulsoryFrom(bornOn), schoolLeavingDate(bornOn)]
  const rolls = history.all(SchoolEnrolment).filter(({ status }) => status !== 'G')
  const isOnRoll = (day: PlainDate) =>
    rolls.some(
      ({ startedOn, endedOn }) => startedOn !== null && startedOn <= day && (endedOn === null || endedOn > day),
    )
  return inCareRuns(history).flatMap((care): readonly Run[] => {
    const from = later(care.from, first)
    const until = firstEnd(care.until, last) ?? last
    const begins = [from, ...rolls.flatMap(({ endedOn }) => (endedOn !== null && endedOn > from ? [endedOn] : []))]
    return [...new Set(begins)]
      .toSorted((a, b) => a - b)
      .filter((day) => day < until && !isOnRoll(day))
      .map((day) => ({
        from: day,
        until,
        began: day === care.from ? care.began : day === first ? 'compulsory school age' : 'leaving the last school',
        because: care.because,
      }))
  })
}

const absenceSource = `School Attendance (Pupil Registration) (England) Regulations 2024 (${TO_CHECK})`

/** The first day away is day 1. */
export const absenceReported = timescale({
  key: 'absence-reported',
  label: 'School’s report of a pupil who stays away',
  done: 'received',
  source: absenceSource,
  reads: [Episode, ContinuousAbsence],
  recurs: false,
  runs: (history) =>
    history
      .all(ContinuousAbsence)
      .flatMap(({ id, startedOn, endedOn }) =>
        startedOn !== null && inCareThen(history, startedOn)
          ? [{ from: startedOn, until: endedOn, began: 'the first day away from school', because: [id] }]
          : [],
      ),
  met: (history, { from }) =>
    history
      .all(ContinuousAbsence)
      .flatMap(({ id, startedOn, reportedOn }) => (startedOn === from ? metOn(reportedOn, id) : [])),
  rules: [
    {
      source: absenceSource,
      limit: () => ({ within: '10 school days beginning with', after: 'the first day away' }),
    },
  ],
})

const guarantee = 'Department for Education, September Guarantee'

/** Year 11 and year 12: an offer by 30 September for the year that begins then. */
export const septemberOffer = timescale({
  key: 'september-offer',
  label: 'Offer for September',
  done: 'made',
  source: guarantee,
  reads: [Episode, SeptemberOffer, EducationActivity, Person],
  recurs: false,
  runs: yearsOfOffers,
  met: offersAndPlaces,
  rules: [
    {
      source: guarantee,
      limit: ({ run }) => ({
        by: fromParts(partsOf(run.from).year, 9, 30),
        why: '30 September, so that everybody has a place for the year that begins',
      }),
    },
  ],
})

/** An offer; or a place that they have, whether it began in that time or goes on through it. */
function offersAndPlaces(history: Chronology, { from }: Run): readonly Met[] {
  const offers = history.all(SeptemberOffer).flatMap(({ id, offeredOn }) => metOn(offeredOn, id))
  const places = history
    .all(EducationActivity)
    .flatMap(({ id, startedOn, endedOn, activity }) =>
      startedOn !== null && isLearning(activity) && (endedOn === null || endedOn > from)
        ? metOn(later(startedOn, from), id)
        : [],
    )
  return [...offers, ...places].toSorted((a, b) => a.on - b.on)
}

/** From January of year 11 and of year 12 until the autumn half term after it. */
function yearsOfOffers(history: Chronology): readonly Run[] {
  const bornOn = bornOnOf(history)
  if (bornOn === null) return []
  const year11 = addMonths(academicYearOf(schoolLeavingDate(bornOn)), 4)
  return inCareRuns(history).flatMap((care) =>
    [year11, addMonths(year11, 12)].flatMap((january): readonly Run[] => {
      const from = later(care.from, january)
      const closes = addMonths(january, 10)
      const until = firstEnd(care.until, closes) ?? closes
      if (from >= until || partsOf(from).year !== partsOf(january).year) return []
      return [{ from, until, began: `year ${yearAt(bornOn, january)}`, because: care.because }]
    }),
  )
}
