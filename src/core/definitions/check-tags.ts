import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import type { RecordType } from './record-type.ts'
import type { Tag } from './tag.ts'

/** All faults of tags, each with its path: `people > alerts > reads`. */
export function tagsProblems(
  all: readonly { readonly area: string; readonly tag: Tag }[],
  records: ReadonlyMap<string, RecordType>,
): readonly Problem[] {
  const placed = all.map(({ area, tag }) => ({ path: `${area} > ${tag.key}`, key: tag.key, tag }))
  return [
    ...keyProblems(placed),
    ...placed.flatMap(({ path, tag: { label, source, reads } }) => [
      ...emptyProblems(path, { label, source }),
      ...(reads.length === 0 ? [{ path: `${path} > reads`, problem: 'is empty, so it could never say anything' }] : []),
      ...reads
        .filter((type) => records.get(type.key) !== type)
        .map((type) => ({ path: `${path} > reads`, problem: `${type.key} is not a record type of any area` })),
    ]),
  ]
}
