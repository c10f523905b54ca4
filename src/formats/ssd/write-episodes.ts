import type { EpisodeRow } from '../../areas/children-in-care/episode-rows.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { type PeriodOfCare, periodsOfCare } from '../../areas/children-in-care/periods-of-care.ts'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { ReviewingContact } from '../../areas/reviewing/contact-records.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import { type AsAt, dateOf, type Held, textOf } from '../annex-a/as-at.ts'
import { claReviews } from './care.ts'
import type { Cells } from './column.ts'
import { keyCells, rowId } from './write-rows.ts'

// An episode of ours has a legal status and a placement; the dataset has all three apart. A row of its episodes is one of ours, and a placement or a legal
// status goes on for as long as episodes that follow one another have the same. See docs/decisions/0029.

type Told = EpisodeRow & { readonly held: Held; readonly id: string }
type Period = PeriodOfCare<Told>

const episodeOf = (child: string, held: Held): Told => ({
  startedOn: dateOf(held, 'startedOn'),
  reasonStarted: textOf(held, 'reasonStarted'),
  legalStatus: textOf(held, 'legalStatus'),
  categoryOfNeed: textOf(held, 'categoryOfNeed'),
  placement: textOf(held, 'placement'),
  endedOn: dateOf(held, 'endedOn'),
  reasonEnded: textOf(held, 'reasonEnded'),
  held,
  id: rowId(child, held),
})

/** Worked out once for each child: visits and reviews ask for them too. */
const periods = new WeakMap<AsAt, Map<string, readonly Period[]>>()

function periodsIn(asAt: AsAt, child: string): readonly Period[] {
  const known = periods.get(asAt) ?? new Map<string, readonly Period[]>()
  periods.set(asAt, known)
  const found = known.get(child) ?? periodsOfCare(asAt.of(Episode, child).map((held) => episodeOf(child, held)))
  known.set(child, found)
  return found
}

/** What a time in care is called: the same in every entity. */
const careNumber = (child: string, { startedOn, kind }: Period): string =>
  `${child}-${kind === 'care' ? 'C' : 'S'}-${toText(startedOn)}`

type CareRows = {
  readonly episodes: readonly Cells[]
  readonly placements: readonly Cells[]
  readonly statuses: readonly Cells[]
}

/** The rows of the three entities. */
export function careRows(asAt: AsAt): CareRows {
  const all = asAt
    .subjects(Episode)
    .flatMap((child) => periodsIn(asAt, child).map((period) => ofPeriod(asAt, child, period)))
  return {
    episodes: all.flatMap(({ episodes }) => episodes),
    placements: all.flatMap(({ placements }) => placements),
    statuses: all.flatMap(({ statuses }) => statuses),
  }
}

function ofPeriod(asAt: AsAt, child: string, period: Period): CareRows {
  const number = careNumber(child, period)
  const [placements, statuses] = [runs(period.episodes, samePlacement), runs(period.episodes, sameStatus)]
  const placementOf = new Map(placements.flatMap((run) => run.map((one) => [one, run[0]?.id ?? ''] as const)))
  const contacts = asAt.of(ReviewingContact, child).flatMap((one) => dateOf(one, 'contactedOn') ?? [])
  return {
    episodes: period.episodes.map((one) => ({
      clae_cla_episode_id: one.id,
      clae_person_id: child,
      clae_cla_episode_start_date: one.startedOn,
      clae_cla_episode_start_reason: one.reasonStarted,
      clae_cla_primary_need_code: one.categoryOfNeed,
      clae_cla_episode_ceased_date: one.endedOn,
      clae_cla_episode_ceased_reason: one.reasonEnded,
      clae_cla_id: number,
      clae_cla_placement_id: `P-${placementOf.get(one)}`,
      clae_entered_care_date: period.startedOn,
      clae_cla_last_iro_contact_date: contacts.findLast((day) => isWithin(one, day)) ?? null,
    })),
    placements: placements.flatMap((run) => placementRow(child, number, run)),
    statuses: statuses.flatMap((run) => statusRow(child, run)),
  }
}

const isWithin = ({ startedOn, endedOn }: Told, day: PlainDate): boolean =>
  startedOn !== null && startedOn <= day && (endedOn === null || day < endedOn)

/** Episodes that follow one another and are alike, together. */
function runs(episodes: readonly Told[], isSame: (one: Told, next: Told) => boolean): readonly (readonly Told[])[] {
  const found: Told[][] = []
  for (const episode of episodes) {
    const last = found.at(-1)?.at(-1)
    if (last !== undefined && last.endedOn === episode.startedOn && isSame(last, episode)) found.at(-1)?.push(episode)
    else found.push([episode])
  }
  return found
}

const sameStatus = (one: Told, next: Told): boolean => one.legalStatus === next.legalStatus

/** In none of these reasons for a new episode is it another placement. */
const SAME_PLACE: readonly (string | null)[] = ['S', 'L', null]

const samePlacement = (one: Told, next: Told): boolean =>
  SAME_PLACE.includes(next.reasonStarted) &&
  textOf(one.held, 'reasonForChange') === null &&
  PLACEMENT.every((field) => (one.held.fields[field] ?? null) === (next.held.fields[field] ?? null))

const PLACEMENT = ['placement', 'provider', 'urn', 'placementPostcode', 'distance'] as const

function placementRow(child: string, number: string, run: readonly Told[]): readonly Cells[] {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return []
  const { fields } = first.held
  return [
    {
      clap_cla_placement_id: `P-${first.id}`,
      clap_cla_placement_start_date: first.startedOn,
      clap_cla_placement_type: first.placement,
      clap_cla_placement_urn: fields['urn'] ?? null,
      clap_cla_placement_distance: fields['distance'] ?? null,
      clap_cla_id: number,
      clap_cla_placement_provider: fields['provider'] ?? null,
      clap_cla_placement_postcode: fields['placementPostcode'] ?? null,
      clap_cla_placement_end_date: last.endedOn,
      clap_cla_placement_change_reason: last.held.fields['reasonForChange'] ?? null,
      clap_person_id: child,
    },
  ]
}

function statusRow(child: string, run: readonly Told[]): readonly Cells[] {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || first.legalStatus === null) return []
  return [
    {
      lega_legal_status_id: `L-${first.id}`,
      lega_person_id: child,
      lega_legal_status: first.legalStatus,
      lega_legal_status_start_date: first.startedOn,
      lega_legal_status_end_date: last.endedOn,
    },
  ]
}

/** A review says only by the time in care whose it is: of somebody of whom no episode is known it cannot be written. */
export const reviewRows = (asAt: AsAt): readonly Cells[] =>
  asAt.subjects(CareReview).flatMap((child) => {
    const all = periodsIn(asAt, child)
    return asAt.of(CareReview, child).flatMap((held): readonly Cells[] => {
      const heldOn = dateOf(held, 'heldOn')
      const period = all.findLast(({ startedOn }) => heldOn !== null && startedOn <= heldOn) ?? all[0]
      if (period === undefined) return []
      return [
        {
          ...keyCells(claReviews, child, rowId(child, held)),
          clar_cla_id: careNumber(child, period),
          clar_cla_review_date: heldOn,
          clar_cla_review_cancelled: 'no',
          clar_cla_review_participation: textOf(held, 'participation'),
        },
      ]
    })
  })

/** The number of the time in care on a day, or of the last before it. */
export function careNumberOn(asAt: AsAt, child: string, on: PlainDate | null): string | null {
  const period = periodsIn(asAt, child).findLast(({ startedOn }) => on !== null && startedOn <= on)
  return period === undefined ? null : careNumber(child, period)
}
