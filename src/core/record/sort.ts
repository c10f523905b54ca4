import { labelOf } from '../definitions/code-list.ts'
import type { Icon } from '../definitions/icon.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { RecordAsAt } from './chronology.ts'

/** What sort of thing a record is: its type, or one of those that the type holds. `key`: `case-note.visit`. */
export type Sort = { readonly key: string; readonly label: string; readonly icon: Icon }

/** The sort of a record, for its line in a chronology and to choose by. */
export function sortOf({ type, content }: Pick<RecordAsAt, 'type' | 'content'>): Sort {
  const { sorts } = type
  const code = sorts === undefined ? null : (content.fields[sorts.by] ?? null)
  const field = sorts === undefined ? undefined : type.fields[sorts.by]
  if (sorts === undefined || typeof code !== 'string' || field?.kind !== 'code') return ofType(type)
  return {
    key: `${type.key}.${code}`,
    label: labelOf(field.list, code),
    icon: sorts.icons[code] ?? type.icon ?? 'note',
  }
}

const ofType = ({ key, label, icon = 'note' }: RecordType): Sort => ({ key, label, icon })

/** Whether whoever wrote a record meant it to be found again in years to come. */
export const isSignificant = ({ type, content }: Pick<RecordAsAt, 'type' | 'content'>): boolean =>
  type.significant !== undefined && content.fields[type.significant] === 'yes'
