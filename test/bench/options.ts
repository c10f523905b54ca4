import { parseArgs } from 'node:util'
import { postgresqlPrograms } from '../databases/postgresql-server.ts'
import type { StoreKind } from './bench.ts'
import { benches } from './benches.ts'

export type Options = {
  readonly scales: readonly number[]
  readonly stores: readonly StoreKind[]
  readonly only: readonly string[]
  readonly json: boolean
}

/** An option that is not one, in words for whoever gave it. */
export class BadOption extends Error {}

export function readOptions(given: readonly string[]): Options {
  const { values } = parse(given)
  return {
    scales: values.scale.split(',').map(scale),
    stores: storesCalled(values.store),
    only: values.only === undefined ? benches.map(({ key }) => key) : values.only.split(',').map(benchCalled),
    json: values.json,
  }
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      options: {
        scale: { type: 'string', default: '1' },
        store: { type: 'string', default: 'both' },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error))
  }
}

function scale(text: string): number {
  const number = Number(text)
  if (number > 0 && number <= 100) return number
  throw new BadOption(`--scale is a number, or several with commas between: 1, or 0.01, or 1,10. This is ${text}.`)
}

function storesCalled(text: string): readonly StoreKind[] {
  const stores = { postgresql: ['postgresql'], embedded: ['embedded'], both: ['postgresql', 'embedded'] } as const
  const named = Object.entries(stores).find(([name]) => name === text)?.[1]
  if (named === undefined) throw new BadOption(`--store is postgresql, embedded or both. This is ${text}.`)
  if (text === 'embedded' || postgresqlPrograms() !== undefined) return named
  throw new BadOption(
    'PostgreSQL 15 or later is not installed. Install it (on Debian: apt-get install postgresql), or leave it out: --store embedded.',
  )
}

function benchCalled(text: string): string {
  const keys = benches.map(({ key }) => key)
  if (keys.includes(text)) return text
  throw new BadOption(`--only is one or several of ${keys.join(', ')}, with commas between. This is ${text}.`)
}
