import type { App } from '../app/app.ts'
import { type Period, parsePeriod } from '../core/dates/period.ts'
import { type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { Parameter } from './endpoint.ts'

const keyOf = (description: string, example: string, keys: (app: App) => Iterable<string>): Parameter<string> => ({
  description,
  example,
  schema: (app) => ({ type: 'string', enum: [...keys(app)] }),
  read: (given) => given,
})

export const datasetKey = keyOf('Which dataset, by its key.', 'corporate-parenting', ({ catalogue }) =>
  catalogue.datasets.keys(),
)
export const indicatorKey = keyOf('Which indicator, by its key.', 'cic-number-month-end', ({ catalogue }) =>
  catalogue.indicators.keys(),
)
export const authorityKey = keyOf(
  'Whose figures, by the key of the authority. Left out, those of the authority whose records are held.',
  'dorset',
  ({ authorities }) => authorities.keys(),
)
export const measureKey = keyOf('Which national measure, by its key.', 'children-in-care', ({ national }) =>
  national.measures.keys(),
)

export const period: Parameter<Period> = {
  description: 'Which period: a month like 2023-09, a quarter, a year. Left out, the latest that there is.',
  example: '2023-09',
  schema: () => ({ type: 'string' }),
  read: parsePeriod,
}

export const month: Parameter<Period> = { ...period, description: 'Which month, like 2023-09.' }

export const knownOn: Parameter<PlainDate> = {
  description: 'Leave out what was recorded after this day. Left out, everything that is known today counts.',
  example: '2023-10-04',
  schema: () => ({ type: 'string', format: 'date' }),
  read: readDay,
}

function readDay(given: string): PlainDate {
  try {
    return plainDate(given)
  } catch {
    throw new RangeError(`“${given}” is no date. Write it like 2023-10-04.`)
  }
}

const MOST_PERIODS = 60

export const periods: Parameter<number> = {
  description: `How many periods back from that one, it included: 1 to ${MOST_PERIODS}. Left out, one.`,
  example: '6',
  schema: () => ({ type: 'integer', minimum: 1, maximum: MOST_PERIODS }),
  read: (given) => readWhole(given, MOST_PERIODS),
}

export const version: Parameter<number> = {
  description: 'Which version of the frozen month. Left out, the last.',
  example: '1',
  schema: () => ({ type: 'integer', minimum: 1 }),
  read: (given) => readWhole(given, 10_000),
}

function readWhole(given: string, most: number): number {
  const read = Number(given)
  if (!/^\d{1,5}$/.test(given) || read < 1 || read > most)
    throw new RangeError(`“${given}” is no whole number from 1 to ${most}.`)
  return read
}
