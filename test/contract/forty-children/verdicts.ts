import { type Amount, type Figures, groupsOf, ofRecords } from './figures.ts'
import type { Groups } from './read.ts'

/**
 * What somebody is in a figure: counted, not counted, not known, not in it; `!` not known whether in it. For an average the number stands in place of
 * counted.
 */
export type Verdict = string

/** What somebody is in every figure: those of records with the letter of the record. Whatever is not there, they are not in. */
export const verdictsOf = (groups: Groups): ReadonlyMap<string, Verdict> =>
  new Map(
    [...groups].flatMap(([group, words]) => (/^[a-z]$/.test(group) ? ofRecord(group, words) : ofGroup(group, words))),
  )

function ofGroup(written: string, words: ReadonlySet<string>): readonly (readonly [string, Verdict])[] {
  const [, group = '', unsure, unaccompanied] = /^(.*?)(\?)?(, unaccompanied)?$/.exec(written) ?? []
  const some = groupsOf.get(group)
  if (some === undefined) throw new Error(`There is no group “${written}”.`)
  checkWords(words, some)
  const all = new Set(unaccompanied === undefined ? words : [...words, 'unaccompanied'])
  return some
    .filter(([key]) => unaccompanied === undefined || !key.endsWith('-excl-uasc'))
    .map(([key, word, amount]) => [key, unsure === undefined ? answer(all, word, amount) : '!'] as const)
}

/** `score 14` is the word `score #`. */
function answer(words: ReadonlySet<string>, word: string | null, amount: Amount | undefined): Verdict {
  if (word === null) return '1'
  const said = [...words].find((one) => isLike(one, word))
  if (said !== undefined) return amount === undefined ? '1' : (NUMBER.exec(said)?.[0] ?? '')
  if (amount === 'mean' || amount === 'pooled') return '?'
  return words.has(unsureOf(word)) ? '?' : '0'
}

const NUMBER = /[\d/]+$/
const isLike = (said: string, word: string): boolean => said.replace(NUMBER, '#') === word
const unsureOf = (word: string): string => `${word.replace(' #', '')}?`

function checkWords(words: ReadonlySet<string>, some: Figures): void {
  for (const said of words)
    if (!some.some(([, word]) => word !== null && (isLike(said, word) || said === unsureOf(word))))
      throw new Error(`There is no word “${said}” here.`)
}

function ofRecord(letter: string, words: ReadonlySet<string>): readonly (readonly [string, Verdict])[] {
  return [...words].flatMap((word) => {
    const found = ofRecords.get(word)
    if (found === undefined) throw new Error(`There is no word “${word}” of a record.`)
    const [key, is] = found
    return [[`${key} ${letter}`, is] as const]
  })
}
