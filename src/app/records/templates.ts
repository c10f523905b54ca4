import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { templates } from '../../formats/templates/columns.ts'
import { exampleOf } from '../../formats/templates/example.ts'
import { guideTo } from '../../formats/templates/guide.ts'
import { templateOf } from '../../formats/templates/index.ts'
import { unknown } from '../app.ts'
import { Refused } from '../refused.ts'

export type TemplateFile = { readonly name: string; readonly text: string }

/**
 * The import templates of some record types, or of all: each empty and, in a folder beside them, filled with an example; with what each column holds.
 * @throws Refused for a type that has none
 */
export function templateFiles(keys: readonly string[] | 'all', today: PlainDate): readonly TemplateFile[] {
  const types = keys === 'all' ? [...templates.values()] : keys.map(getTemplate)
  return [
    ...types.map((type) => ({ name: `${type.key}.csv`, text: templateOf(type, []) })),
    ...types.map((type) => ({ name: `examples/${type.key}.csv`, text: templateOf(type, exampleOf(type)) })),
    { name: 'columns.csv', text: guideTo(types, today) },
  ]
}

function getTemplate(key: string): RecordType {
  const type = templates.get(key)
  if (type === undefined) throw new Refused('bad usage', unknown('template', key, templates.keys()))
  return type
}
