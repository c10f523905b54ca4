import type { App } from '../app/app.ts'
import type { Endpoint, Parameter } from './endpoint.ts'
import { BASE, endpoints } from './endpoints.ts'
import type { Json, Schema } from './shape.ts'

/** Of which version of the addresses and fields the description is: the second number grows with each addition. */
const VERSION = '1.0'

const fault: Schema = {
  type: 'object',
  description: 'Why there is no answer, and what to do.',
  properties: {
    fault: { type: 'string', description: 'What kind of fault it is.' },
    message: { type: 'string', description: 'What is wrong, where, and what to do: for a person.' },
  },
  required: ['fault', 'message'],
  additionalProperties: false,
}

const FAULTS = {
  400: 'The address is not right: something is missing, misspelt or too much.',
  401: 'There is no token, or it has ended.',
  403: 'The token does not open this, or the role of the account does not.',
  404: 'There is no such thing, or no figures of that period.',
  500: 'A fault of ours, which has been noted.',
} as const

/**
 * The interface described as OpenAPI 3.1, from the same definitions that answer: which datasets, indicators, authorities and measures there are stands in
 * it as they do in the catalogue.
 */
export function describe(app: App): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Line of Sight',
      version: VERSION,
      description:
        'The figures of children’s services, read-only, for programs: the same numbers and the same children as on the pages, each with its definition, source and the day as known on which it is. Ask the operator for a token (`los tokens add`). What a program asks for is kept in the log.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: BASE }],
    security: [{ token: [] }],
    paths: Object.fromEntries(endpoints.map((one) => [one.address, { get: operation(app, one) }])),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that the operator gave: Authorization: Bearer los_…',
        },
      },
      schemas: Object.assign({ Fault: fault }, ...endpoints.map(({ named }) => named)),
    },
  }
}

const operation = (app: App, { name, summary, description, opens, path, query, schema }: Endpoint): Json => ({
  operationId: name,
  summary,
  description: opens === 'lists' ? description : `${description} With any token.`,
  parameters: [
    ...Object.entries(path).map((one) => parameter(app, 'path', one)),
    ...Object.entries(query).map((one) => parameter(app, 'query', one)),
  ],
  responses: {
    200: { description: 'The answer.', content: { 'application/json': { schema } } },
    ...Object.fromEntries(
      Object.entries(FAULTS).map(([code, words]) => [
        code,
        { description: words, content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } } },
      ]),
    ),
  },
})

const parameter = (app: App, at: 'path' | 'query', [name, one]: readonly [string, Parameter<unknown>]): Json => ({
  name,
  in: at,
  required: at === 'path',
  description: one.description,
  schema: one.schema(app),
  example: one.example,
})
