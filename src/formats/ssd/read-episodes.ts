import { Episode } from '../../areas/children-in-care/episodes.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { Value } from '../../core/record/content.ts'
import type { Finding, SourceRow } from '../records.ts'
import type { Row } from './column.ts'
import { groupBy } from './group.ts'
import { dateIn, textIn, told } from './read-rows.ts'
import { identityIn, recordOf } from './source-rows.ts'

// Joins what the dataset has apart: a row of the episodes, the placement that it names or that holds on its days, and the legal status of its days. A row in
// which either changes is as many episodes as there are stretches without a change. See docs/decisions/0029.

export type CareRead = {
  readonly episodes: readonly Row[]
  readonly placements: readonly Row[]
  readonly statuses: readonly Row[]
}

export function joinEpisodes({ episodes, placements, statuses }: CareRead): {
  readonly rows: readonly SourceRow[]
  readonly findings: readonly Finding[]
} {
  const numbers = careNumbers(episodes)
  const byId = new Map(placements.map((row) => [row.id, row]))
  const placed = groupBy(placements.map(stretch('clap_cla_placement')), ({ row }) => whose(row, numbers))
  const held = groupBy(statuses.map(stretch('lega_legal_status')), ({ row }) => row.person ?? '')
  const findings: Finding[] = []
  const rows = episodes.flatMap((row) => {
    const person = row.person ?? ''
    const named = byId.get(textIn(row, 'clae_cla_placement_id') ?? '')
    const own = named === undefined ? [] : [stretch('clap_cla_placement')(named)]
    const lives = new Days(placed.get(person) ?? [], own)
    const law = new Days(held.get(person) ?? [], [])
    const pieces = piecesOf(row, lives, law)
    findings.push(...faultsOf(row, pieces, { placements, statuses }))
    return pieces.map((piece) => piece.record)
  })
  return { rows, findings }
}

/** Whose a time in care is, by the number that other entities call it by. */
export const careNumbers = (episodes: readonly Row[]): ReadonlyMap<string, string> =>
  new Map(
    episodes.flatMap((row) =>
      [textIn(row, 'clae_cla_id'), row.id === '' ? null : row.id].flatMap((number) =>
        number === null ? [] : [[number, row.person ?? ''] as const],
      ),
    ),
  )

const whose = (row: Row, numbers: ReadonlyMap<string, string>): string =>
  textIn(row, 'clap_person_id') ?? numbers.get(textIn(row, 'clap_cla_id') ?? '') ?? ''

/** Half-open: `to` is the first day on which it no longer holds. */
type Stretch = { readonly from: PlainDate; readonly to: PlainDate | null; readonly row: Row }

const stretch =
  (prefix: string) =>
  (row: Row): Stretch => ({
    from: dateIn(row, `${prefix}_start_date`) ?? (0 as PlainDate),
    to: dateIn(row, `${prefix}_end_date`),
    row,
  })

const holds = ({ from, to }: Stretch, day: PlainDate): boolean => from <= day && (to === null || day < to)

/** What holds on a day: what is named, while it does; otherwise of those that do the one that began last. */
class Days {
  readonly #all: readonly Stretch[]
  readonly #named: readonly Stretch[]

  constructor(all: readonly Stretch[], named: readonly Stretch[]) {
    this.#all = all.toSorted((one, other) => one.from - other.from)
    this.#named = named
  }

  on(day: PlainDate): Stretch | undefined {
    return this.#named.find((one) => holds(one, day)) ?? this.#all.findLast((one) => holds(one, day))
  }

  /** The days inside a stretch on which it may become another. */
  turns(from: PlainDate, to: PlainDate | null): readonly PlainDate[] {
    return [...this.#all, ...this.#named]
      .flatMap((one) => [one.from, ...(one.to === null ? [] : [one.to])])
      .filter((day) => day > from && (to === null || day < to))
  }
}

type Piece = { readonly record: SourceRow; readonly placed: Row | undefined; readonly law: Row | undefined }

function piecesOf(row: Row, lives: Days, law: Days): readonly Piece[] {
  const [from, to] = [dateIn(row, 'clae_cla_episode_start_date'), dateIn(row, 'clae_cla_episode_ceased_date')]
  if (from === null) return []
  const turns = [...new Set([...lives.turns(from, to), ...law.turns(from, to)])].toSorted((one, other) => one - other)
  const kept: PlainDate[] = [from]
  for (const day of turns) {
    const before = kept.at(-1) ?? from
    if (changes(lives, law, before, day)) kept.push(day)
  }
  return kept.map((day, at) =>
    pieceOf(row, { day, next: kept[at + 1] ?? null, before: kept[at - 1] ?? null }, lives, law),
  )
}

/** Whether a child lives elsewhere, or has another status, on the later day. A gap in what is told is no change. */
function changes(lives: Days, law: Days, before: PlainDate, day: PlainDate): boolean {
  const [now, status] = [lives.on(day)?.row, law.on(day)?.row]
  return (
    (now !== undefined && now !== lives.on(before)?.row) ||
    (status !== undefined && statusIn(status) !== statusIn(law.on(before)?.row))
  )
}

const statusIn = (row: Row | undefined): string | null => (row === undefined ? null : textIn(row, 'lega_legal_status'))

type Cut = { readonly day: PlainDate; readonly next: PlainDate | null; readonly before: PlainDate | null }

function pieceOf(row: Row, { day, next, before }: Cut, lives: Days, law: Days): Piece {
  const [placed, status] = [lives.on(day)?.row, law.on(day)?.row]
  const isFirst = before === null
  const endedOn = next ?? dateIn(row, 'clae_cla_episode_ceased_date')
  const said: Record<string, Value> = {
    startedOn: day,
    reasonStarted: isFirst ? textIn(row, 'clae_cla_episode_start_reason') : reasonFor(lives, law, before, day),
    legalStatus: statusIn(status),
    categoryOfNeed: textIn(row, 'clae_cla_primary_need_code'),
    ...(placed === undefined ? {} : placementIn(placed, endedOn)),
    endedOn,
    reasonEnded: next === null ? textIn(row, 'clae_cla_episode_ceased_reason') : 'X1',
  }
  const whole = identityIn(row, dateIn(row, 'clae_cla_episode_start_date'))
  const record = recordOf(Episode, row.person ?? '', isFirst ? whole : `${whole}|${toText(day)}`, said)
  const inferred = [...(isFirst ? [] : ['reasonStarted']), ...(next === null ? [] : ['endedOn', 'reasonEnded'])]
  return { record: { ...record, rowInFile: row.row, inferred }, placed, law: status }
}

function reasonFor(lives: Days, law: Days, before: PlainDate, day: PlainDate): string {
  const moved = lives.on(day)?.row !== lives.on(before)?.row
  const changed = statusIn(law.on(day)?.row) !== statusIn(law.on(before)?.row)
  if (moved && changed) return 'B'
  return moved ? 'P' : 'L'
}

/** Why a placement changed is told with the episode that ended with it. */
const placementIn = (placed: Row, endedOn: PlainDate | null): Readonly<Record<string, Value>> => ({
  placement: textIn(placed, 'clap_cla_placement_type'),
  provider: textIn(placed, 'clap_cla_placement_provider'),
  urn: textIn(placed, 'clap_cla_placement_urn'),
  placementPostcode: textIn(placed, 'clap_cla_placement_postcode'),
  distance: placed.values.get('clap_cla_placement_distance') ?? null,
  reasonForChange:
    endedOn !== null && dateIn(placed, 'clap_cla_placement_end_date') === endedOn
      ? textIn(placed, 'clap_cla_placement_change_reason')
      : null,
})

function faultsOf(
  row: Row,
  pieces: readonly Piece[],
  { placements, statuses }: Omit<CareRead, 'episodes'>,
): readonly Finding[] {
  const [from, to] = [dateIn(row, 'clae_cla_episode_start_date'), dateIn(row, 'clae_cla_episode_ceased_date')]
  const find = (rule: string, column: string, message: string, severity: Finding['severity'] = 'error') =>
    told(row, rule, [column], message, severity)
  const named = textIn(row, 'clae_cla_placement_id')
  return [
    ...(from !== null && to !== null && to < from
      ? [find('end-before-start', 'clae_cla_episode_ceased_date', 'The episode ends before it begins.')]
      : []),
    ...(to !== null && textIn(row, 'clae_cla_episode_ceased_reason') === null
      ? [find('end-without-a-reason', 'clae_cla_episode_ceased_reason', 'The episode ended, and no reason is given.')]
      : []),
    ...(placements.length > 0 && pieces.some(({ placed }) => placed === undefined)
      ? [
          find(
            'no-placement',
            'clae_cla_placement_id',
            `No placement holds on days of this episode${named === null ? '' : ` (it names ${named})`}.`,
          ),
        ]
      : []),
    ...(statuses.length > 0 && pieces.some(({ law }) => law === undefined)
      ? [find('no-legal-status', 'clae_cla_episode_start_date', 'No legal status holds on days of this episode.')]
      : []),
    ...(pieces.length > 1
      ? [
          find(
            'episode-in-parts',
            'clae_cla_episode_start_date',
            `Where the child lives or the legal status changes on days inside this episode: it was read as ${pieces.length}.`,
            'warning',
          ),
        ]
      : []),
  ]
}
