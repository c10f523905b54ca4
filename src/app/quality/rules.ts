import type { Timescale } from '../../core/counting/chronology.ts'
import type { WorkList } from '../../core/counting/work-list.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { QualityRule } from '../../core/quality/rule.ts'

/**
 * What is looked for. `not known`: a figure cannot answer one of its questions. `clock`: it cannot be told by when something is due. `list`: a work list cannot answer
 * its question, or is itself of what is missing. `contradiction`: records that cannot be so beside one another. `invalid`: a record that no form would have taken.
 * `return`: a record on which the returns of two years do not agree.
 */
export type RuleSort = 'not known' | 'clock' | 'list' | 'contradiction' | 'invalid' | 'return'

/** A rule of data quality. Nearly all are derived: what figures, clocks, lists and record types ask for by themselves. */
export type Rule = {
  readonly key: string
  readonly label: string
  readonly sort: RuleSort
  readonly source: string
}

/** One question in words is one rule, in however many figures it is asked. */
export const ruleOfQuestion = (question: string, { source }: Indicator): Rule => ({
  key: `not-known-${slug(question)}`,
  label: `Not known: ${question}`,
  sort: 'not known',
  source,
})

/** Who counts is known, and not the number of which the figure is made. */
export const ruleOfNumber = ({ key, label, source }: Indicator): Rule => ({
  key: `no-number-${key}`,
  label: `Not known: the number for “${label}”`,
  sort: 'not known',
  source,
})

export const ruleOfClock = ({ key, label, source }: Timescale): Rule => ({
  key: `clock-${key}`,
  label: `Cannot be told: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  sort: 'clock',
  source,
})

export const ruleOfList = ({ key, label, source, ofData }: WorkList): Rule => ({
  key: `list-${key}`,
  label: ofData === undefined ? `Cannot be told: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label,
  sort: 'list',
  source,
})

export const ruleOfContradiction = ({ key, label, source }: QualityRule): Rule => ({
  key: `contradiction-${key}`,
  label,
  sort: 'contradiction',
  source,
})

export const ruleOfType = ({ key, label, source }: RecordType): Rule => ({
  key: `invalid-${key}`,
  label: `${label}: something in it cannot be`,
  sort: 'invalid',
  source,
})

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
