import { type PGlite, parse, protocol } from '@electric-sql/pglite'

const { serialize } = protocol

/**
 * Questions that PGlite keeps planned under a name, which it has no method for: the messages of the database's own protocol, in one go.
 * Give it what one connection asks, one question after the other.
 */
export class EmbeddedQuestions {
  readonly #client: PGlite
  /** By name, the types of the parameters. */
  readonly #planned = new Map<string, readonly number[]>()

  constructor(client: PGlite) {
    this.#client = client
  }

  ask<Row>(name: string, text: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.#client.runExclusive(async () => {
      const types = this.#planned.get(name) ?? (await this.#plan(name, text))
      const values = parameters.map((value, at) => this.#written(value, types[at]))
      const messages = await this.#send(
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
      )
      const [result] = parse.parseResults(messages, this.#client.parsers)
      return (result?.rows ?? []) as Row[]
    })
  }

  async #plan(name: string, text: string): Promise<readonly number[]> {
    const messages = await this.#send(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const types = parse.parseDescribeStatementResults(messages)
    this.#planned.set(name, types)
    return types
  }

  async #send(...messages: readonly Uint8Array[]) {
    const answer = await this.#client.execProtocol(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false })
    return answer.messages
  }

  /** As PGlite's own `query` does. */
  #written(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null
    const serializer = type === undefined ? undefined : this.#client.serializers[type]
    return serializer === undefined ? String(value) : serializer(value)
  }
}
