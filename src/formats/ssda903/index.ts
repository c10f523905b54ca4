import { PersonIdentifier } from '../../areas/people/person.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordFormat } from '../records.ts'
import { readReturn } from './read.ts'
import { compared, misfits, rollOver } from './roll-over.ts'
import { type Table, tables } from './tables.ts'
import { writeReturn } from './write.ts'

/** The yearly return about children looked after (DfE, SSDA903): every table, for every collection year from 2016/17 to 2026/27. */
export const ssda903 = {
  key: 'ssda903',
  label: 'Children looked after return (SSDA903)',
  sourceSystem: 'ssda903',
  read: readReturn,
  compared,
  compare: rollOver,
  misfits,
  written: [...new Set([PersonIdentifier, ...tables.flatMap(recordsIn)])],
  write: writeReturn,
} satisfies RecordFormat

function recordsIn({ record, columns }: Table): readonly RecordType[] {
  return [record, ...columns.flatMap(({ to }) => to?.[0] ?? [])]
}
