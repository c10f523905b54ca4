import { setImmediate as turn } from 'node:timers/promises'

/** As much as a socket takes at once, so that the database has work while the next lot is made. */
const CHARACTERS_AT_ONCE = 50_000
/** Some 20 MB, which wait outside the heap. */
const LOTS_AHEAD = 400

/** Lines put together into lots for COPY, which can be made ahead while the database is at something else. */
export class LotsAhead implements Iterable<Uint8Array> {
  readonly #lots: Iterator<Uint8Array>
  readonly #ahead: (() => Uint8Array)[] = []
  #isOver = false

  constructor(lines: Iterable<string>) {
    this.#lots = lotsOf(lines)[Symbol.iterator]()
  }

  /** Makes some while work is going on. A line that cannot be made is no fault of that work: it is told when its turn comes. */
  async makeDuring<T>(work: Promise<T>): Promise<T> {
    let isGoingOn = true
    const done = work.finally(() => {
      isGoingOn = false
    })
    while (isGoingOn && !this.#isOver && this.#ahead.length < LOTS_AHEAD) {
      // First what the work has asked of the database has to be sent.
      await turn()
      this.#makeOne()
    }
    return done
  }

  *[Symbol.iterator](): Iterator<Uint8Array> {
    for (;;) {
      if (this.#ahead.length === 0 && !this.#isOver) this.#makeOne()
      const next = this.#ahead.shift()
      if (next === undefined) return
      yield next()
    }
  }

  #makeOne(): void {
    try {
      const { done, value } = this.#lots.next()
      if (done === true) this.#isOver = true
      else this.#ahead.push(() => value)
    } catch (fault) {
      this.#isOver = true
      this.#ahead.push(() => {
        throw fault
      })
    }
  }
}

/** As bytes at once: a long text made of many small ones keeps them all until somebody reads it, and to clear those away takes longer than all else. */
function* lotsOf(lines: Iterable<string>): Iterable<Uint8Array> {
  let lot = ''
  for (const line of lines) {
    lot += line
    if (lot.length < CHARACTERS_AT_ONCE) continue
    yield Buffer.from(lot)
    lot = ''
  }
  if (lot !== '') yield Buffer.from(lot)
}
