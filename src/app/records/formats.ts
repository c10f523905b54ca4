import { annexA } from '../../formats/annex-a/index.ts'
import type { RecordFormat } from '../../formats/records.ts'
import { ssd } from '../../formats/ssd/index.ts'
import { ssda903 } from '../../formats/ssda903/index.ts'
import { templateFormat } from '../../formats/templates/index.ts'
import { unknown } from '../app.ts'
import { Refused } from '../refused.ts'

export type { RecordFormat }

/** Every format that carries records. A new one is added here. */
export const recordFormats: readonly RecordFormat[] = [ssda903, annexA, ssd, templateFormat]

export const findRecordFormat = (key: string): RecordFormat | undefined => recordFormats.find((one) => one.key === key)

export function getRecordFormat(key: string): RecordFormat {
  const format = findRecordFormat(key)
  if (format === undefined)
    throw new Refused(
      'bad usage',
      unknown(
        'format',
        key,
        recordFormats.map((one) => one.key),
      ),
    )
  return format
}
