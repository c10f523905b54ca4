import { type EpisodeFaultKind, episodeFaults } from '../../areas/children-in-care/episode-faults.ts'
import { type EpisodeRow, isShortBreak } from '../../areas/children-in-care/episode-rows.ts'
import { type Changing, fittingReasons } from '../../areas/children-in-care/fitting-reasons.ts'
import type { Finding } from '../records.ts'
import { finding } from './findings.ts'
import { dateIn, type Row, textIn } from './rows.ts'

/** The faults in the episodes of every child: what cannot be so, and reasons that do not fit what changed. Told, and kept. */
export function checkEpisodes(rows: readonly Row[]): readonly Finding[] {
  const byChild = new Map<string, Read[]>()
  for (const row of rows) {
    const { child } = row.where
    const episodes = byChild.get(child)
    if (episodes === undefined) byChild.set(child, [read(row)])
    else episodes.push(read(row))
  }
  return [...byChild.values()].flatMap((episodes) => [...faults(episodes), ...reasons(episodes)])
}

type Read = EpisodeRow & Changing & { readonly row: Row }

const read = (row: Row): Read => ({
  row,
  startedOn: dateIn(row, 'DECOM'),
  endedOn: dateIn(row, 'DEC'),
  reasonStarted: textIn(row, 'RNE'),
  legalStatus: textIn(row, 'LS'),
  categoryOfNeed: textIn(row, 'CIN'),
  placement: textIn(row, 'PLACE'),
  provider: textIn(row, 'PLACE_PROVIDER'),
  reasonEnded: textIn(row, 'REC'),
  urn: textIn(row, 'URN'),
  placementPostcode: textIn(row, 'PL_POST'),
})

const columns: Readonly<Record<EpisodeFaultKind, readonly string[]>> = {
  'ends before it begins': ['DEC', 'DECOM'],
  'ends on the day it begins': ['DEC', 'DECOM'],
  'end without a reason': ['REC', 'DEC'],
  'reason without an end': ['DEC', 'REC'],
  'not closed': ['DEC'],
  'two open': ['DEC'],
  overlaps: ['DECOM'],
  gap: ['DECOM', 'REC'],
  'nothing follows': ['REC'],
  'ended, and goes on': ['RNE', 'REC'],
  'came back on the day it ended': ['RNE', 'REC'],
  'no beginning': ['RNE'],
  'need changed': ['CIN'],
  'begins with an absence': ['PLACE', 'RNE'],
  'ends with an absence': ['PLACE', 'REC'],
}

/** Such as leave the answer to nobody's question open: everything else that is told could be so. */
const onlyOdd: readonly EpisodeFaultKind[] = ['need changed', 'begins with an absence', 'ends with an absence']

const faults = (episodes: readonly Read[]): readonly Finding[] =>
  episodeFaults(episodes).map(({ kind, episode, other, message }) => {
    const where = other === null ? '' : ` See row ${other.row.where.row}.`
    const severity = onlyOdd.includes(kind) ? 'warning' : 'error'
    return finding(ruleOf(kind), episode.row.where, columns[kind], `${message}${where}`, severity)
  })

const ruleOf = (kind: EpisodeFaultKind): string => kind.replaceAll(',', '').replaceAll(' ', '-')

/** Reasons for new episodes against what changed, of episodes that follow the same day. */
function reasons(episodes: readonly Read[]): readonly Finding[] {
  return episodes.flatMap((episode) => {
    const { reasonStarted: reason, startedOn, row } = episode
    if (reason === null || reason === 'S' || startedOn === null) return []
    const before = episodes.filter((one) => one !== episode && one.endedOn === startedOn)
    const [only] = before
    if (only === undefined || before.length > 1 || isShortBreak(only) !== isShortBreak(episode)) return []
    const fitting = fittingReasons(only, episode)
    if (fitting.includes(reason)) return []
    const fits =
      fitting.length === 0
        ? 'Neither legal status nor placement changed'
        : `What changed would be ${fitting.join(' or ')}`
    const message = `The reason for the new episode, ${reason}, does not fit the one before, in row ${only.row.where.row}. ${fits}.`
    return [finding('reason-does-not-fit', row.where, ['RNE'], message, 'warning')]
  })
}
