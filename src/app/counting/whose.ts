import type { SubjectId } from '../../core/definitions/field.ts'
import type { naming } from '../people/naming.ts'

export type Part = { readonly id: SubjectId; readonly label: string }
/** Whose work somebody on a list is: a number and what it is called; null where there is none. */
export type WhoseWork = { readonly team: Part | null; readonly worker: Part | null }

type Counted = { readonly attributes: Readonly<Record<string, string | null>> }

/** Whose work those on a list are, each team and worker named once. */
export async function whoseWorkOf(
  name: ReturnType<typeof naming>,
  all: readonly Counted[],
): Promise<(one: Counted) => WhoseWork> {
  const parts = new Map<string, Part>()
  for (const text of new Set(all.flatMap(({ attributes }) => [attributes['team'], attributes['worker']]))) {
    if (typeof text !== 'string') continue
    const id = Number(text) as SubjectId
    parts.set(text, { id, label: (await name(id)).label })
  }
  return ({ attributes }) => ({
    team: parts.get(attributes['team'] ?? '') ?? null,
    worker: parts.get(attributes['worker'] ?? '') ?? null,
  })
}
