import type { Measure } from './measure.ts'

/** Words that every question has and no measure. */
const passedOver = new Set(
  'a an and are at be by can do does for from getting go has have how i in is it its like long many more most much of off on or our so than that the them there they this to us was we were what when where which who why with you your worse better fewer less places place authority council years year putting placing'.split(
    ' ',
  ),
)

/** What people say, and what the measures say. */
const alike: Readonly<Record<string, string>> = {
  kids: 'children',
  child: 'children',
  young: 'children',
  looked: 'care',
  lac: 'care',
  cla: 'care',
  cic: 'care',
  placed: 'living',
  distance: 'miles',
  away: 'away',
  ehcp: 'ehc',
  ehcps: 'ehc',
  send: 'sen',
  fostered: 'foster',
  fostering: 'foster',
  adopted: 'adoption',
  excluded: 'exclusion',
  exclusions: 'exclusion',
  suspended: 'suspension',
  suspensions: 'suspension',
  truancy: 'absent',
  absence: 'absent',
  homes: 'home',
  dental: 'dentist',
  pupils: 'pupil',
  plans: 'plan',
  workers: 'worker',
  referrals: 'referral',
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const same = (word: string): string => alike[word] ?? word

const askedWords = (question: string): readonly string[] => [
  ...new Set(
    wordsOf(question)
      .filter((word) => !passedOver.has(word))
      .map(same),
  ),
]

/** Letters from which on the beginning of a word stands for it. */
const LEAST_BEGINNING = 4

/** Measures that answer a question in plain words, the nearest first; none where no word of it is in any. */
export function findMeasures(measures: Iterable<Measure>, question: string): readonly Measure[] {
  const asked = askedWords(question)
  const all = [...measures].map((measure) => ({ measure, words: wordsOfMeasure(measure) }))
  const weights = new Map(
    asked.map((word) => [word, weightOf(all.filter(({ words }) => has(words, word)).length, all.length)]),
  )
  const scored = all
    .map(({ measure, words }) => ({
      measure,
      score:
        asked.reduce((sum, word) => sum + (has(words, word) ? (weights.get(word) ?? 0) : 0), 0) -
        // Of two that say the same the shorter says it plainly, and a share says more than a number.
        words.size / 1000 -
        (measure.unit === 'count' ? 0.5 : 0),
      found: asked.some((word) => has(words, word)),
    }))
    .filter(({ found }) => found)
    .toSorted((a, b) => b.score - a.score)
  const least = (scored[0]?.score ?? 0) * LEAST_PART
  return scored.filter(({ score }) => score >= least).map(({ measure }) => measure)
}

/** What answers less than this part of what the best answers is about something else. */
const LEAST_PART = 0.5

const wordsOfMeasure = ({ title, words, theme, lait }: Measure): ReadonlySet<string> =>
  new Set(wordsOf(`${title} ${words} ${theme} ${lait}`).map(same))

const has = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(word) || (word.length >= LEAST_BEGINNING && [...words].some((one) => one.startsWith(word)))

/** A word that few measures have says more. */
const weightOf = (having: number, all: number): number => (having === 0 ? 0 : Math.log(1 + all / having))
