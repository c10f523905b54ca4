import type { FindingRead } from '../../../app/reconciliation/read.ts'

export const pathOf = (key: string): string => `/reconciliations/${key}`

/** The child's name as we have it; of nobody we know, as the list has it. */
export const nameIn = ({ child, said }: FindingRead): string =>
  child?.name ?? (said === null ? '' : said.name || Object.values(said.numbers).join(', '))
