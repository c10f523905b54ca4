import type { RecordType } from '../core/definitions/record-type.ts'
import type { Value } from '../core/record/content.ts'

/** One record of a made-up child, whatever its type: dated and ended as that is. */
export type RowMade = { readonly type: RecordType; readonly fields: Readonly<Record<string, Value>> }
