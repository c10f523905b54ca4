const OFTEN = 3
const MOST = 200

/**
 * Which questions are prepared: planning one costs the database more than answering it, most of the time. Those that have been asked before get
 * a name, under which a connection keeps them planned; beyond so many none do, because every connection keeps them all.
 */
export class Prepared {
  readonly #asked = new Map<string, number>()
  readonly #names = new Map<string, string>()

  /** The name to ask a question under; undefined where it is not (or not yet) prepared. */
  nameOf(question: string): string | undefined {
    const name = this.#names.get(question)
    if (name !== undefined || this.#names.size >= MOST || !IS_QUESTION.test(question)) return name
    const times = (this.#asked.get(question) ?? 0) + 1
    this.#asked.set(question, times)
    if (times < OFTEN) return undefined
    this.#asked.delete(question)
    const given = `question ${this.#names.size + 1}`
    this.#names.set(question, given)
    return given
  }
}

const IS_QUESTION = /^\s*select\s/i
