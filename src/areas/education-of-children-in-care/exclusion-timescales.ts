import type { Chronology, Met, Run, Timescale } from '../../core/counting/chronology.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import { BeyondCalendar } from '../../core/dates/working-days.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { SchoolEnrolment } from './enrolments.ts'
import { PermanentExclusion, Suspension } from './exclusions.ts'
import { inCareThen, metOn } from './school-timescales.ts'

const guidance = 'Department for Education, suspension and permanent exclusion guidance'
const regulations = 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012'
const sixthDay = 'Education and Inspections Act 2006, section 100; Education Act 1996, section 19(3A)'

/** A suspension or exclusion of a child in care, by the day of the decision or the first day out of school. */
type Out = {
  readonly id: Run['because'][number]
  readonly kind: 'suspension' | 'exclusion'
  readonly from: Run['from']
  /** The first day on which they are no longer out of school. */
  readonly until: Run['until']
  readonly sessions: number
  readonly toldOn: Met['on'] | null
  readonly educationFrom: Met['on'] | null
}

const outOfSchool = (history: Chronology): readonly Out[] =>
  [
    ...history.all(Suspension).flatMap((one): readonly Out[] => {
      const { startedOn: from, sessions } = one
      if (from === null || one.cancelledOn !== null) return []
      const until = one.backOn ?? endOfSuspension(history, from, sessions ?? 0)
      return [{ ...one, kind: 'suspension', from, until, sessions: sessions ?? 0 }]
    }),
    ...history.all(PermanentExclusion).flatMap((one): readonly Out[] => {
      const { decidedOn: from } = one
      if (from === null || one.cancelledOn !== null) return []
      return [{ ...one, kind: 'exclusion', from, until: nextSchool(history, from), sessions: Number.POSITIVE_INFINITY }]
    }),
  ].filter(({ from }) => inCareThen(history, from))

/** The day after the last school day of it; not known where no terms are loaded. */
function endOfSuspension({ calendar }: Chronology, from: PlainDate, sessions: number): PlainDate | null {
  try {
    return addDays(calendar.addSchoolDays(addDays(from, -1), Math.max(1, Math.ceil(sessions / 2))), 1)
  } catch (error) {
    if (error instanceof BeyondCalendar) return null
    throw error
  }
}

const nextSchool = (history: Chronology, from: PlainDate): PlainDate | null =>
  history.all(SchoolEnrolment).find(({ startedOn }) => startedOn !== null && startedOn > from)?.startedOn ?? null

const runOf = ({ id, kind, from, until }: Out): Run => ({
  from,
  until,
  began: kind === 'suspension' ? 'the first day of the suspension' : 'the head’s decision',
  because: [id],
})

/** What meets the clock of one record: the days that it gives. */
const metBy =
  (on: (one: Out) => Met['on'] | null) =>
  (history: Chronology, { from, because }: Run): readonly Met[] =>
    outOfSchool(history).flatMap((one) => {
      const day = on(one)
      // Told before the first day out is told in time.
      return because.includes(one.id) ? metOn(day !== null && day < from ? from : day, one.id) : []
    })

type About = Pick<Timescale, 'key' | 'label' | 'done' | 'source' | 'runs' | 'met'>

const once = (about: About, limit: Timescale['rules'][0]['limit']): Timescale =>
  timescale({
    ...about,
    reads: [Episode, Suspension, PermanentExclusion, SchoolEnrolment],
    recurs: false,
    rules: [{ source: about.source, limit }],
  })

/** Without delay: on the day. */
export const virtualSchoolTold = once(
  {
    key: 'suspension-told',
    label: 'Virtual school told of a suspension or exclusion',
    done: 'told',
    source: guidance,
    // Told after they were back is told late; never told is not asked for any more once they are.
    runs: (history) => outOfSchool(history).map((one) => runOf(one.toldOn === null ? one : { ...one, until: null })),
    met: metBy(({ toldOn }) => toldOn),
  },
  ({ run }) => ({ by: run.from, why: 'the head tells the virtual school without delay, on the day' }),
)

/** More than five school days; an exclusion is for good. */
const LONG = 10

/** What the law asks for every child: full-time education from the sixth school day. */
export const sixthDayEducation = once(
  {
    key: 'sixth-day-education',
    label: 'Full-time education from the sixth day',
    done: 'provided',
    source: sixthDay,
    runs: (history) => outOfSchool(history).map(runOf),
    met: metBy(({ educationFrom }) => educationFrom),
  },
  ({ run, history }) => {
    const out = outOfSchool(history).find(({ id }) => run.because.includes(id))
    if (out === undefined || out.sessions <= LONG)
      return { notRequired: 'A suspension of five school days or fewer: the school sets work' }
    return out.kind === 'suspension'
      ? { within: '6 school days beginning with', after: 'the first day of the suspension' }
      : { within: '6 school days', after: 'the exclusion' }
  },
)

/** What guidance asks for a child in care: from the first day. */
export const firstDayEducation = once(
  {
    key: 'first-day-education',
    label: 'Education from the first day out of school, for a child in care',
    done: 'provided',
    source: guidance,
    runs: (history) => outOfSchool(history).map(runOf),
    met: metBy(({ educationFrom }) => educationFrom),
  },
  ({ run, history }) =>
    outOfSchool(history).some(({ id, kind }) => kind === 'suspension' && run.because.includes(id))
      ? { within: '1 school day beginning with', after: 'the first day of the suspension' }
      : { within: '1 school day', after: 'the exclusion' },
)

const exclusionsOf = (history: Chronology) =>
  history
    .all(PermanentExclusion)
    .filter(
      ({ decidedOn, cancelledOn }) => decidedOn !== null && cancelledOn === null && inCareThen(history, decidedOn),
    )

/** Fifteen school days from the notice. */
export const governorsMeet = once(
  {
    key: 'governors-consider-exclusion',
    label: 'Governors consider a permanent exclusion',
    done: 'held',
    source: regulations,
    runs: (history) =>
      exclusionsOf(history).flatMap(({ id, decidedOn, noticeOn }) => {
        const from = noticeOn ?? decidedOn
        return from === null
          ? []
          : [{ from, until: null, began: 'the governors’ notice of the exclusion', because: [id] }]
      }),
    met: (history, { because }) =>
      exclusionsOf(history).flatMap(({ id, governorsMetOn }) =>
        because.includes(id) ? metOn(governorsMetOn, id) : [],
      ),
  },
  () => ({ within: '15 school days', after: 'the governors had notice' }),
)

/** Fifteen school days from the application. */
export const panelMeets = once(
  {
    key: 'exclusion-review-panel',
    label: 'Independent panel reviews a permanent exclusion',
    done: 'held',
    source: `${regulations} (the number of days is from our own knowledge and is to be checked)`,
    runs: (history) =>
      exclusionsOf(history).flatMap(({ id, reviewAskedOn }) =>
        reviewAskedOn === null
          ? []
          : [{ from: reviewAskedOn, until: null, began: 'a review was asked for', because: [id] }],
      ),
    met: (history, { because }) =>
      exclusionsOf(history).flatMap(({ id, panelMetOn }) => (because.includes(id) ? metOn(panelMetOn, id) : [])),
  },
  () => ({ within: '15 school days', after: 'a review was asked for' }),
)
