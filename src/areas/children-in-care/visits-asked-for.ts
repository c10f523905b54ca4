import type { Chronology, Limit, Met } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import { firstEnd } from '../../core/dates/earlier-later.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { bornOnOf } from '../people/about-the-child.ts'
import { Person } from '../people/person.ts'
import { Episode } from './episodes.ts'
import { CareVisit } from './reviews-and-visits.ts'
import { careStandards } from './standards.ts'
import { careOf } from './timescales.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

const AskedBy = codeList('visit-asked-by', {
  label: 'Who asks for a visit',
  source: `${regulations}, regulation 28(7) and (8)`,
  codes: {
    child: 'The child',
    carer: 'Whoever cares for the child',
    other: 'Somebody else',
    notice: 'Ofsted has told us of a notice to the home or agency',
  },
})

/** What asks for a visit besides the regular ones. */
export const VisitRequest = recordType('visit-request', {
  label: 'Visit asked for',
  plural: 'visits asked for',
  icon: 'visit',
  source: `${regulations}, regulation 28(7) and (8); Care Standards Act 2000, section 30A`,
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'askedOn',
  ends: 'withdrawnOn',
  headline: 'by',
  identity: ['child', 'askedOn', 'by'],
  fields: {
    askedOn: date('Asked for on', { required: true, hint: 'Of a notice: the day on which we were told of it.' }),
    by: code('Who asks', AskedBy, { required: true }),
    about: text('What about'),
    withdrawnOn: date('No longer asked for since'),
  },
})

const seenOn = (history: Chronology): readonly Met[] =>
  history
    .all(CareVisit)
    .flatMap(({ id, visitedOn, seen }) =>
      visitedOn === null || seen !== 'yes' ? [] : [{ on: visitedOn, because: [id] }],
    )

const NOTICE = 'notice'

/** A visit that somebody asks for, or that a notice calls for. A visit at which the child was not seen does not meet it. */
export const visitsAskedFor = timescale({
  key: 'visit-asked-for',
  label: 'Visit that was asked for',
  done: 'made',
  source: `${regulations}, regulation 28(7) and (8)`,
  reads: [VisitRequest, CareVisit],
  recurs: false,
  runs: (history) =>
    history.all(VisitRequest).flatMap(({ id, askedOn, by, withdrawnOn }) =>
      askedOn === null
        ? []
        : [
            {
              from: askedOn,
              until: withdrawnOn,
              began: by === NOTICE ? 'we were told of the notice' : 'the visit was asked for',
              because: [id],
              ...(by === NOTICE ? { sort: NOTICE } : {}),
            },
          ],
    ),
  met: seenOn,
  rules: [
    {
      source: `${careStandards.visitOnRequest.source}; ${careStandards.visitOnNotice.source}`,
      limit: ({ run }): Limit =>
        run.sort === NOTICE
          ? { within: careStandards.visitOnNotice.within, after: 'we were told of the notice' }
          : { within: careStandards.visitOnRequest.within, after: 'it was asked for' },
    },
  ],
})

/** Sentenced to custody, a child is no longer in care and still visited, until 18 or until in care again. */
export const visitsInCustody = timescale({
  key: 'custody-visit',
  label: 'Visit to a child in custody who was in care',
  done: 'made',
  source: careStandards.visitInCustody.source,
  reads: [Episode, Person, CareVisit],
  recurs: false,
  runs: (history) => {
    const bornOn = bornOnOf(history)
    const periods = careOf(history)
    return periods.flatMap(({ endedOn, reasonEnded, episodes }, at) =>
      endedOn === null || reasonEnded !== 'E9'
        ? []
        : [
            {
              from: endedOn,
              until: firstEnd(periods[at + 1]?.startedOn ?? null, bornOn === null ? null : birthday(bornOn, 18)),
              began: 'the child was sentenced to custody',
              because: episodes.slice(-1).map(({ id }) => id),
            },
          ],
    )
  },
  met: seenOn,
  rules: [
    {
      source: careStandards.visitInCustody.source,
      limit: () => ({ within: careStandards.visitInCustody.within, after: 'the child was sentenced to custody' }),
    },
  ],
})
