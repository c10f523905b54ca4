import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import {
  CareProceedings,
  CourtDirection,
  CourtExtension,
  CourtHearing,
  DirectionKind,
  HearingKind,
} from './proceedings.ts'
import { courtStandards } from './standards.ts'

/** All care proceedings about a child. */
const runs = (history: Chronology): readonly Run[] =>
  history
    .all(CareProceedings)
    .flatMap(({ id, issuedOn, endedOn }) =>
      issuedOn === null ? [] : [{ from: issuedOn, until: endedOn, began: 'the application was issued', because: [id] }],
    )

const ended = (_: Chronology, { until, because }: Run): readonly Met[] =>
  until === null ? [] : [{ on: until, because }]

const statute = 'Children Act 1989, section 32'
const within26Weeks = { within: courtStandards.proceedings.within, after: 'the day of issue' } as const

/** The 26 weeks as the Act has them, whatever was extended: what the figure of timeliness asks. */
export const proceedingsWithin26Weeks = timescale({
  key: 'care-proceedings-26-weeks',
  label: 'Care proceedings within 26 weeks',
  done: 'ended',
  source: courtStandards.proceedings.source,
  reads: [CareProceedings],
  recurs: false,
  runs,
  met: ended,
  rules: [{ source: courtStandards.proceedings.source, limit: () => within26Weeks }],
})

/** From the day of issue, and anew from each day on which the court extended them: until then nobody knew of it. */
const runsAsExtended = (history: Chronology): readonly Run[] =>
  runs(history).flatMap((run) => {
    const extended = history
      .all(CourtExtension)
      .flatMap(({ id, extendedOn, until }) =>
        extendedOn === null || until === null || !isIn(run, extendedOn) || extendedOn === run.until
          ? []
          : [{ from: extendedOn, began: 'the court extended them', because: [...run.because, id] }],
      )
    const parts = [run, ...extended]
    return parts
      .map((one, at): Run => ({ ...one, until: parts[at + 1]?.from ?? run.until }))
      .filter(({ from, until }) => until === null || until > from || from === run.until)
  })

/** The end that the court set: 26 weeks, or the extension in force. */
export const proceedingsEnd = timescale({
  key: 'care-proceedings',
  label: 'Final order',
  done: 'made',
  source: `${statute}(1)(a)(ii) and (5) to (8)`,
  reads: [CareProceedings, CourtExtension],
  recurs: false,
  runs: runsAsExtended,
  met: (history, run) => (runs(history).some(({ until }) => until === run.until) ? ended(history, run) : []),
  rules: [{ source: `${statute}(1)(a)(ii) and (5) to (8)`, limit: endOf }],
})

function endOf({ history, run }: Occasion): Limit {
  const extension = history.all(CourtExtension).find(({ id }) => run.because.includes(id))
  return extension === undefined || extension.until === null || extension.extendedOn === null
    ? within26Weeks
    : {
        by: extension.until,
        why: `extended by the court on ${shortText(extension.extendedOn)}: ${extension.why ?? ''}`,
      }
}

const isIn = ({ from, until }: Run, day: PlainDate | null): boolean =>
  day !== null && day >= from && (until === null || day <= until)

const hearings = (history: Chronology, are: (kind: string | null) => boolean): readonly Met[] =>
  history
    .all(CourtHearing)
    .flatMap(({ id, heldOn, kind }) => (heldOn === null || !are(kind) ? [] : [{ on: heldOn, because: [id] }]))

export const caseManagementHearings = timescale({
  key: 'case-management-hearing',
  label: 'Case management hearing',
  done: 'held',
  source: courtStandards.caseManagement.source,
  reads: [CareProceedings, CourtHearing],
  recurs: false,
  runs,
  met: (history) => hearings(history, (kind) => kind === 'case-management'),
  rules: [
    {
      source: courtStandards.caseManagement.source,
      limit: () => ({ within: courtStandards.caseManagement.within, after: 'the application was issued' }),
    },
  ],
})

/** A hearing that the court listed: with the application, or at a hearing for the next. */
type Listing = { readonly id: RecordId; readonly from: PlainDate; readonly on: PlainDate; readonly what: string }

const listings = (history: Chronology): readonly Listing[] =>
  [
    ...history
      .all(CareProceedings)
      .flatMap(({ id, issuedOn: from, firstHearingOn: on }) =>
        from === null || on === null ? [] : [{ id, from, on, what: 'the first hearing' }],
      ),
    ...history
      .all(CourtHearing)
      .flatMap(({ id, heldOn: from, nextOn: on, next }) =>
        from === null || on === null
          ? []
          : [{ id, from, on, what: next === null ? 'the next hearing' : labelOf(HearingKind, next) }],
      ),
  ].toSorted((one, other) => one.from - other.from)

const listingOf = (history: Chronology, { because: [first] }: Run): Listing | undefined =>
  listings(history).find(({ id }) => id === first)

/** A day that has passed without a hearing on record: it was put off, or nobody has written what became of it. */
export const courtHearings = timescale({
  key: 'court-hearing',
  label: 'Court hearing',
  done: 'held',
  source: 'Family Procedure Rules, practice direction 12A; as the court lists it',
  reads: [CareProceedings, CourtHearing],
  recurs: false,
  runs: (history) =>
    listings(history).flatMap(({ id, from }) => {
      const own = runs(history).find((one) => isIn(one, from))
      return own === undefined || own.until === from
        ? []
        : [{ from, until: own.until, began: 'the court listed it', because: [id] }]
    }),
  met: (history, run) => {
    const listed = history.all(CourtHearing).some(({ id }) => run.because.includes(id))
    return hearings(history, () => true).filter(({ on }) => !listed || on > run.from)
  },
  rules: [
    {
      source: 'Family Procedure Rules, practice direction 12A; as the court lists it',
      limit: ({ history, run }) => {
        const listing = listingOf(history, run)
        return listing === undefined
          ? { notRequired: 'No hearing is listed' }
          : { by: listing.on, why: `${listing.what}, as the court listed it` }
      },
    },
  ],
})

const directionOf = (history: Chronology, { because: [first] }: Run) =>
  history.all(CourtDirection).find(({ id }) => id === first)

/** Statements, assessments and plans that the court told us to file. */
export const courtDirections = timescale({
  key: 'court-direction',
  label: 'What the court directed',
  done: 'filed',
  source: 'Family Procedure Rules, practice direction 12A; as the court directs',
  reads: [CareProceedings, CourtDirection],
  recurs: false,
  runs: (history) =>
    history.all(CourtDirection).flatMap(({ id, directedOn: from }) => {
      const own = runs(history).find((one) => isIn(one, from))
      return from === null || own === undefined
        ? []
        : [{ from, until: own.until, began: 'the court directed it', because: [id] }]
    }),
  met: (history, run) => {
    const on = directionOf(history, run)?.filedOn ?? null
    return on === null ? [] : [{ on, because: run.because }]
  },
  rules: [
    {
      source: 'Family Procedure Rules, practice direction 12A; as the court directs',
      limit: ({ history, run }) => {
        const { what = null, dueOn = null } = directionOf(history, run) ?? {}
        return dueOn === null
          ? { notRequired: 'No day was set' }
          : {
              by: dueOn,
              why: `${what === null ? 'something to file' : labelOf(DirectionKind, what)}, as the court directed`,
            }
      },
    },
  ],
})
