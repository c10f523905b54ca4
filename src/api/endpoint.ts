import type { App } from '../app/app.ts'
import type { Program } from '../app/programs/enter.ts'
import { Refused } from '../app/refused.ts'
import type { Json, Schema, Shape } from './shape.ts'

/** Something that an address says: in its path, or after its question mark. */
export type Parameter<Value> = {
  readonly description: string
  readonly schema: (app: App) => Schema
  readonly example: string
  /** @throws Refused, or a RangeError that says how it is written */
  readonly read: (given: string) => Value
}

type Parameters = Readonly<Record<string, Parameter<unknown>>>
type Given<Of extends Parameters> = {
  readonly [Key in keyof Of]: Of[Key] extends Parameter<infer Value> ? Value : never
}

type Definition<Path extends Parameters, Query extends Parameters, Answer> = {
  /** Below `/api/v1`; what stands in braces is one of `path`. */
  readonly address: string
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly path: Path
  readonly query: Query
  readonly opens: Program['opens']
  readonly answer: Shape<Answer>
  readonly find: (app: App, asked: Asked<Path, Query>, program: Program) => Promise<Answer>
}
type Asked<Path extends Parameters, Query extends Parameters> = Given<Path> & Partial<Given<Query>>

/** What came with a request, as text. */
type Sent = { readonly path: Readonly<Record<string, string>>; readonly query: URLSearchParams }

/** One address of the interface for programs: what describes it and what answers it. */
export type Endpoint = Pick<
  Definition<Parameters, Parameters, unknown>,
  'address' | 'name' | 'summary' | 'description' | 'path' | 'query' | 'opens'
> & {
  readonly schema: Schema
  readonly named: Readonly<Record<string, Schema>>
  /** @throws Refused when the address is not right, and as what it asks for is */
  answer(app: App, sent: Sent, program: Program): Promise<Json>
}

export function endpoint<Path extends Parameters, Query extends Parameters, Answer>(
  definition: Definition<Path, Query, Answer>,
): Endpoint {
  const { address, name, summary, description, path, query, opens, answer, find } = definition
  const readers = { ...path, ...query }
  return {
    ...{ address, name, summary, description, path, query, opens },
    schema: answer.schema,
    named: answer.named,
    async answer(app, sent, program) {
      const given = { ...sent.path, ...queryOf(sent.query, query) }
      const asked = Object.entries(given).map(([key, one]) => [key, readOne(key, readers[key], one)] as const)
      return answer.write(await find(app, Object.fromEntries(asked) as Asked<Path, Query>, program))
    },
  }
}

/** What is asked for, once each. What the address does not take is refused, or a slip of the pen would be another question. */
function queryOf(sent: URLSearchParams, takes: Parameters): Readonly<Record<string, string>> {
  const there = Object.keys(takes)
  for (const key of new Set(sent.keys())) {
    if (!there.includes(key))
      throw new Refused('bad usage', `This address takes no “${key}”. It takes: ${there.join(', ') || 'nothing'}.`)
    if (sent.getAll(key).length > 1) throw new Refused('bad usage', `“${key}” is given more than once.`)
  }
  return Object.fromEntries(sent)
}

function readOne(key: string, parameter: Parameter<unknown> | undefined, given: string): unknown {
  try {
    return parameter?.read(given)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('bad usage', `${key}: ${error.message}`)
    throw error
  }
}
