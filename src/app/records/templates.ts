import { areas } from '../../areas/index.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import { templates } from '../../formats/templates/columns.ts'
import { exampleOf } from '../../formats/templates/example.ts'
import { guideTo } from '../../formats/templates/guide.ts'
import { templateOf } from '../../formats/templates/index.ts'
import { listExample, listTemplate } from '../../formats/their-list/template.ts'
import { unknown } from '../app.ts'
import { Refused } from '../refused.ts'

/** Lists that others keep, which are held against our records. */
const reconciliations: ReadonlyMap<string, Reconciliation> = new Map(
  areas.flatMap((area) => (area.reconciliations ?? []).map((one) => [one.key, one] as const)),
)

export type TemplateFile = { readonly name: string; readonly text: string }

/**
 * The import templates of some record types and of lists that others keep, or of all types: each empty and, in a folder beside them, filled with an example; with
 * what each column holds.
 * @throws Refused for a type that has none
 */
export function templateFiles(keys: readonly string[] | 'all', today: PlainDate): readonly TemplateFile[] {
  // By name alone: what all are loaded with loads no list of others.
  const lists = keys === 'all' ? [] : keys.flatMap((key) => reconciliations.get(key) ?? [])
  const types =
    keys === 'all' ? [...templates.values()] : keys.filter((key) => !reconciliations.has(key)).map(getTemplate)
  return [
    ...lists.map((of) => ({ name: `${of.key}.csv`, text: listTemplate(of) })),
    ...lists.map((of) => ({ name: `examples/${of.key}.csv`, text: listExample(of) })),
    ...types.map((type) => ({ name: `${type.key}.csv`, text: templateOf(type, []) })),
    ...types.map((type) => ({ name: `examples/${type.key}.csv`, text: templateOf(type, exampleOf(type)) })),
    ...(types.length === 0 ? [] : [{ name: 'columns.csv', text: guideTo(types, today) }]),
  ]
}

function getTemplate(key: string): RecordType {
  const type = templates.get(key)
  if (type === undefined)
    throw new Refused('bad usage', unknown('template', key, [...templates.keys(), ...reconciliations.keys()]))
  return type
}
