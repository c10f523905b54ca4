import { birthday } from '../core/dates/age.ts'
import { addDays, type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { Child } from './child.ts'
import type { Random } from './random.ts'

const YEAR = 365.25

/** A time in care, from coming in to leaving, whatever of it lies ahead. */
export type CareMade = { readonly startedOn: PlainDate; readonly endedOn: PlainDate; readonly reasonEnded: string }

/** Opposed or not. */
export const isAdopted = ({ reasonEnded }: Pick<CareMade, 'reasonEnded'>): boolean =>
  reasonEnded === 'E11' || reasonEnded === 'E12'

/** How long a child who comes in at an age stays, and why they leave: by 18 at the latest. */
export function careOf(random: Random, { bornOn, unaccompanied }: Child, startedOn: PlainDate): CareMade {
  const adult = birthday(bornOn, 18)
  const age = (startedOn - bornOn) / YEAR
  const [kind, days] = unaccompanied ? (['grown up', 9999] as const) : stay(random, age)
  const until = addDays(startedOn, days)
  if (until >= adult || kind === 'grown up') return { startedOn, endedOn: adult, reasonEnded: grownUp(random) }
  return { startedOn, endedOn: until, reasonEnded: codeOn(until, leaving(random, kind)) }
}

type Stay = 'home' | 'adopted' | 'guardian' | 'relatives' | 'other' | 'grown up'

function stay(random: Random, age: number): readonly [Stay, number] {
  const kind =
    age < 5
      ? random.weighted<Stay>({ home: 30, adopted: 27, guardian: 25, relatives: 6, other: 2, 'grown up': 10 })
      : age < 10
        ? random.weighted<Stay>({ home: 38, adopted: 3, guardian: 16, relatives: 6, other: 3, 'grown up': 34 })
        : random.weighted<Stay>({ home: 34, adopted: 0, guardian: 4, relatives: 5, other: 9, 'grown up': 48 })
  switch (kind) {
    case 'home':
      return [kind, random.chance(0.45) ? random.whole(3, 90) : random.whole(91, 800)]
    case 'adopted':
      return [kind, random.whole(700, 1130)]
    case 'guardian':
      return [kind, random.whole(150, 620)]
    case 'relatives':
      return [kind, random.whole(20, 300)]
    case 'other':
      return [kind, random.whole(30, 700)]
    case 'grown up':
      return [kind, 9999]
  }
}

const grownUp = (random: Random) => random.weighted({ E17: 28, E5: 42, E6: 18, E7: 4, E8: 8 })

function leaving(random: Random, kind: Exclude<Stay, 'grown up'>): string {
  switch (kind) {
    case 'home':
      return random.weighted({ E4A: 72, E4B: 28 })
    case 'adopted':
      return random.weighted({ E11: 35, E12: 65 })
    case 'guardian':
      return random.weighted({ E45: 35, E46: 15, E47: 40, E48: 10 })
    case 'relatives':
      return random.weighted({ E13: 60, E41: 40 })
    case 'other':
      return random.weighted({ E3: 35, E9: 20, E14: 20, E16: 10, E8: 15 })
  }
}

/** Until April 2018 there were two codes of special guardianship. */
const codeOn = (on: PlainDate, reason: string): string => (on < SPLIT ? (BEFORE_SPLIT[reason] ?? reason) : reason)
const SPLIT = plainDate('2018-04-01')
const BEFORE_SPLIT: Readonly<Record<string, string>> = { E45: 'E43', E46: 'E43', E47: 'E44', E48: 'E44' }
