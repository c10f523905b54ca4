import { stepOf } from '../../../areas/people/relation-words.ts'
import { Relationship } from '../../../areas/people/relationships.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { recordsAround, type Walking } from './around.ts'
import { followedFrom, isFamily, type Path, seenFrom, type Tie, tieIn } from './ties.ts'

/** Who was reached from somebody, by which ways, and all ties between those of them who are family, each from both sides. */
export type Walk = {
  readonly paths: ReadonlyMap<SubjectId, readonly Path[]>
  readonly ties: readonly Tie[]
}

/** Against data that go round in circles, or an import that made everybody everybody's cousin. */
const MOST_WAYS = 400

/**
 * From somebody outward along the relationships on record, at most three steps. A relationship of which both may be known is read from whichever
 * of their records it is met on; one with somebody restricted only from a record that the viewer may read, and nothing of it but its kind; one with
 * somebody who is not there for the viewer not at all.
 */
export async function walkFrom(walking: Walking, subject: SubjectId): Promise<Walk> {
  const loaded = new Map<SubjectId, Promise<readonly Tie[]>>()
  const tiesOf: TiesOf = (one) => {
    const ties = loaded.get(one) ?? tiesShown(walking, one)
    loaded.set(one, ties)
    return ties
  }
  const ways = await waysFrom(walking, subject, tiesOf)
  const paths = new Map<SubjectId, readonly Path[]>()
  for (const way of ways) {
    const end = way.at(-1)?.to ?? subject
    paths.set(end, [...(paths.get(end) ?? []), way])
  }
  const family = [subject, ...[...paths].flatMap(([one, some]) => (some.some(isFamily) ? [one] : []))]
  // Of somebody restricted no ties are read, but those with them from the other side.
  const among = await Promise.all(
    family.map(async (one) => ((await walking.meet(one)).kind === 'known' ? tiesOf(one) : [])),
  )
  return { paths, ties: among.flat().filter(({ to }) => family.includes(to)) }
}

type TiesOf = (one: SubjectId) => Promise<readonly Tie[]>

async function waysFrom({ meet }: Walking, subject: SubjectId, tiesOf: TiesOf): Promise<readonly Path[]> {
  const ways: Path[] = []
  const waiting: Path[] = [[]]
  for (const way of waiting) {
    const further = await onward(way, subject, tiesOf)
    for (const next of further.slice(0, MOST_WAYS - ways.length)) {
      ways.push(next)
      const end = next.at(-1)?.to
      if (end !== undefined && (await meet(end)).kind === 'known') waiting.push(next)
    }
  }
  return ways
}

/** One step further than a path, to whoever is not on it yet; from the beginning, to everybody. */
async function onward(path: Path, subject: SubjectId, tiesOf: TiesOf): Promise<readonly Path[]> {
  const followed = followedFrom(path)
  if (path.length > 0 && followed.length === 0) return []
  const passed = new Set([subject, ...path.map(({ to }) => to)])
  const ties = await tiesOf(path.at(-1)?.to ?? subject)
  return ties
    .filter(({ to, kind }) => !passed.has(to) && (path.length === 0 || followed.includes(stepOf(kind))))
    .map((tie) => [...path, tie])
}

async function tiesShown({ app, room, meet, moment }: Walking, one: SubjectId): Promise<readonly Tie[]> {
  const records = await recordsAround({ app, room, meet, moment }, one, [Relationship])
  const access = await meet(one)
  const isOwn = access.kind === 'known' && access.own
  const ties = records.flatMap((record) => tieIn(record) ?? []).map((tie) => seenFrom(tie, one))
  const shown = await Promise.all(
    ties.map(async (tie): Promise<readonly Tie[]> => {
      const other = await meet(tie.to)
      if (other.kind === 'known') return [tie]
      // The date of a birth, or a name they go by, would tell more than whom to ring.
      if (other.kind === 'restricted' && isOwn) return [{ ...tie, since: null, until: null, inTheirWords: null }]
      return []
    }),
  )
  return shown.flat()
}
