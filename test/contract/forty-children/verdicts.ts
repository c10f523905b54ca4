import type { Groups } from './read.ts'

/** What a child is in a figure: counted, not counted, not known, not in it; `!` not known whether in it. */
export type Verdict = '1' | '0' | '?' | '-' | '!'

/** The figures of each group, and the word that makes a child count; all of the group count where there is none. */
const figures: Readonly<Record<string, readonly (readonly [key: string, word: string | null])[]>> = {
  'in care': [
    ['cic-number-month-end', null],
    ['cic-rate-month-end', null],
    ['cic-rate-month-end-excl-uasc', null],
    ['uasc-number-month-end', 'unaccompanied'],
    ['uasc-percent-of-cic', 'unaccompanied'],
    ['cic-3-plus-placements-12-months', 'three placements'],
    ['cic-3-plus-placements-12-months-excl-uasc', 'three placements'],
    ['cic-over-20-miles-from-home-excl-uasc', 'far'],
    ['cic-placed-outside-dorset', 'outside'],
    ['cic-placed-outside-dorset-excl-uasc', 'outside'],
    ['cic-placed-with-parents', 'parents'],
    ['unregulated-placements', 'unregulated'],
    ['unregulated-placements-excl-uasc', 'unregulated'],
    ['cic-in-foster-placement', 'foster'],
    ['cic-in-foster-placement-excl-uasc', 'foster'],
    ['cic-in-private-provision', 'private'],
    ['cic-in-private-provision-excl-uasc', 'private'],
  ],
  settled: [['cic-long-term-placement-stability-under-16', 'same carer']],
  'review due': [['cic-reviews-in-time', 'all in time']],
  came: [
    ['cic-started', null],
    ['cic-started-excl-uasc', null],
  ],
  'stayed 20 days': [
    ['iha-within-20-days', 'assessed'],
    ['iha-within-20-days-excl-uasc', 'assessed'],
  ],
  left: [['cic-ceased', null]],
  'left in 6 months': [
    ['permanence-returned-home-rolling-6-months', 'home'],
    ['permanence-adoption-rolling-6-months', 'adopted'],
    ['permanence-sgo-rolling-6-months', 'guardianship'],
  ],
  '6 months': [
    ['cic-missing-at-least-one-episode-12-months', 'missing'],
    ['cic-missing-more-than-one-episode', 'missing twice'],
  ],
}

export const figureKeys: readonly string[] = [
  ...Object.values(figures).flatMap((some) => some.map(([key]) => key)),
  'reviews-held-in-time',
  'cic-review-participation',
]

type In = Exclude<Verdict, '-'>

/** What a child is in every figure: those of reviews with the letter of the review. Whatever is not there, the child is not in. */
export const verdictsOf = (groups: Groups): ReadonlyMap<string, In> =>
  new Map(
    [...groups].flatMap(([group, words]) => (/^[a-z]$/.test(group) ? ofReview(group, words) : ofGroup(group, words))),
  )

function ofGroup(written: string, words: ReadonlySet<string>): readonly (readonly [string, In])[] {
  const [, group = '', unsure, unaccompanied] = /^(.*?)(\?)?(, unaccompanied)?$/.exec(written) ?? []
  const some = figures[group]
  if (some === undefined) throw new Error(`There is no group “${written}”.`)
  known(
    words,
    some.flatMap(([, word]) => (word === null ? [] : [word, `${word}?`])),
  )
  const all = new Set(unaccompanied === undefined ? words : [...words, 'unaccompanied'])
  return some
    .filter(([key]) => unaccompanied === undefined || !key.endsWith('-excl-uasc'))
    .map(([key, word]) => [key, unsure === undefined ? answer(all, word) : '!'] as const)
}

function ofReview(letter: string, words: ReadonlySet<string>): readonly (readonly [string, In])[] {
  known(words, ['in time', 'late', 'in time?', 'took part', 'no part', 'took part?', '4 or over?'])
  const part = words.has('4 or over?') ? '!' : answer(words, 'took part')
  const isAsked = ['4 or over?', 'took part', 'no part', 'took part?'].some((word) => words.has(word))
  return [
    [`reviews-held-in-time ${letter}`, answer(words, 'in time')],
    ...(isAsked ? [[`cic-review-participation ${letter}`, part] as const] : []),
  ]
}

const answer = (words: ReadonlySet<string>, word: string | null): In =>
  word === null || words.has(word) ? '1' : words.has(`${word}?`) ? '?' : '0'

function known(words: ReadonlySet<string>, list: readonly string[]): void {
  for (const word of words) if (!list.includes(word)) throw new Error(`There is no word “${word}” here.`)
}
