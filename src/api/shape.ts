/** A JSON schema, as OpenAPI 3.1 takes it. */
export type Schema = { readonly [word: string]: Json }
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/**
 * How something is written as JSON, and the schema that says so: of one thing, so that neither can say what the other does not.
 * `named`: the schemas that it refers to by their names.
 */
export type Shape<From> = {
  readonly schema: Schema
  readonly named: Readonly<Record<string, Schema>>
  readonly write: (from: From) => Json
}

const plain = <From extends Json>(schema: Schema): Shape<From> => ({ schema, named: {}, write: (from) => from })

export const text = plain<string>({ type: 'string' })
export const number = plain<number>({ type: 'number' })
export const whole = plain<number>({ type: 'integer' })
export const truth = plain<boolean>({ type: 'boolean' })
/** A date is written by `toText`; a moment by `toISOString`. */
export const date = plain<string>({ type: 'string', format: 'date' })
export const moment = plain<string>({ type: 'string', format: 'date-time' })

export const oneOf = <Word extends string>(words: readonly Word[]): Shape<Word> =>
  plain({ type: 'string', enum: words })

export const orNull = <From>({ schema, named, write }: Shape<From>): Shape<From | null> => ({
  schema: { anyOf: [schema, { type: 'null' }] },
  named,
  write: (from) => (from === null ? null : write(from)),
})

export const listOf = <From>({ schema, named, write }: Shape<From>): Shape<readonly From[]> => ({
  schema: { type: 'array', items: schema },
  named,
  write: (from) => from.map(write),
})

/** Something with keys that are not known beforehand. */
export const byKey = <From>({ schema, named, write }: Shape<From>): Shape<Readonly<Record<string, From>>> => ({
  schema: { type: 'object', additionalProperties: schema },
  named,
  write: (from) => Object.fromEntries(Object.entries(from).map(([key, one]) => [key, write(one)])),
})

type Field<From> = {
  readonly schema: Schema
  readonly named: Shape<From>['named']
  readonly write: (from: From) => Json
}
type MakeField<From> = <Value>(shape: Shape<Value>, of: (from: From) => Value, description: string) => Field<From>

/** An object with a name of its own in the description: each of its fields with what it means. Every field is always there. */
export function object<From>(
  name: string,
  description: string,
  fieldsOf: (field: MakeField<From>) => Readonly<Record<string, Field<From>>>,
): Shape<From> {
  const fields = Object.entries(
    fieldsOf((shape, of, says) => ({
      schema: { ...shape.schema, description: says },
      named: shape.named,
      write: (from) => shape.write(of(from)),
    })),
  )
  const schema: Schema = {
    type: 'object',
    description,
    properties: Object.fromEntries(fields.map(([key, field]) => [key, field.schema])),
    required: fields.map(([key]) => key),
    additionalProperties: false,
  }
  return {
    schema: { $ref: `#/components/schemas/${name}` },
    named: Object.assign({ [name]: schema }, ...fields.map(([, field]) => field.named)),
    write: (from) => Object.fromEntries(fields.map(([key, field]) => [key, field.write(from)])),
  }
}
