import type { Chronology } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { CareLeaverHome } from './homes.ts'

/** Living in one place: a new judgement about it is no move. `until` is the first day after it. */
export type Move = {
  readonly from: PlainDate
  until: PlainDate | null
  readonly kind: string | null
  readonly regulated: string | null
  readonly because: readonly RecordId[]
}

/** Where a young person has lived since care, one place after another. */
export function movesIn(history: Chronology): readonly Move[] {
  const moves: Move[] = []
  for (const { id, startedOn, endedOn, kind, regulated } of history.all(CareLeaverHome)) {
    if (startedOn === null) continue
    const last = moves.at(-1)
    if (last !== undefined && last.until === startedOn && last.kind === kind) last.until = endedOn
    else moves.push({ from: startedOn, until: endedOn, kind, regulated, because: [id] })
  }
  return moves
}

const EMERGENCY: readonly (string | null)[] = ['V', 'W']

/** Bed and breakfast, and what is meant for an emergency only. */
export const isEmergency = ({ kind }: Pick<Move, 'kind'>): boolean => EMERGENCY.includes(kind)

/** Nobody registers bed and breakfast; of other homes the record says it. */
export const isAMoveNobodyRegulates = (move: Move): boolean => isEmergency(move) || move.regulated === 'no'

/** Times in homes that do not suit, one after another: a move from one to another does not end it. */
export function unsuitableTimes(history: Chronology): readonly Move[] {
  const times: Move[] = []
  for (const { id, startedOn, endedOn, kind, regulated, suitable } of history.all(CareLeaverHome)) {
    if (startedOn === null || suitable !== 'no') continue
    const last = times.at(-1)
    if (last !== undefined && last.until === startedOn) last.until = endedOn
    else times.push({ from: startedOn, until: endedOn, kind, regulated, because: [id] })
  }
  return times
}
