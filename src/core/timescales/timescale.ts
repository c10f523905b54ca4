import type { Reads, Rule, Run, Timescale } from '../counting/chronology.ts'

/** Defines a timescale. */
export const timescale = (definition: Omit<Timescale, 'reads'> & { readonly reads: Reads }): Timescale => ({
  ...definition,
  reads: [...new Set(definition.reads.flatMap((one) => ('reads' in one ? one.reads : [one])))],
})

/** The rule that goes with a run: the one in force on the day it began; undefined where none was. */
export const ruleOf = ({ rules }: Timescale, { from }: Run): Rule | undefined =>
  rules.find((rule) => (rule.from === undefined || rule.from <= from) && (rule.to === undefined || from < rule.to))
