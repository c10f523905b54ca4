import { answerToDoing, answerToReading, type Letter } from './expected.ts'
import type { Way } from './way.ts'

/** The answer to reading about somebody what is kept so. */
export const reading =
  (letter: Letter): Way['expected'] =>
  (account, person) =>
    answerToReading(account, person, letter)
/** The answer to doing something about somebody. */
export const doing =
  (what: string): Way['expected'] =>
  (account, person) =>
    answerToDoing(account, person, what)
