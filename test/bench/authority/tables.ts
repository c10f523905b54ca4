import { peopleTables } from './people-tables.ts'
import type { MakeTables } from './table.ts'
import { workTables } from './work-tables.ts'

/** Everything that the authority's system exports. */
export const exportedTables: MakeTables = (size, subjects) => [
  ...peopleTables(size, subjects),
  ...workTables(size, subjects),
]
