import type { Chronology, Reads } from '../counting/chronology.ts'
import type { Each } from '../counting/define.ts'
import type { RecordId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'

/** What cannot be so as it is recorded: in words for whoever can put it right, and the records to look at, the one to correct first. */
type Contradiction = { readonly why: string; readonly because: readonly RecordId[] }

/**
 * Something to look for in what is recorded about one subject: records that contradict one another. What is missing needs no rule of its own: figures, clocks
 * and work lists say by themselves what they cannot answer.
 */
export type QualityRule = {
  readonly key: string
  readonly label: string
  readonly source: string
  /** About whom it is asked. */
  readonly each: Each
  readonly reads: readonly RecordType[]
  find(history: Chronology): readonly Contradiction[]
}

/** Defines a rule of data quality. */
export const qualityRule = (definition: Omit<QualityRule, 'reads'> & { readonly reads: Reads }): QualityRule => ({
  ...definition,
  reads: [...new Set(definition.reads.flatMap((one) => ('reads' in one ? one.reads : [one])))],
})
