import { doubleMetaphone } from 'double-metaphone'
import { distance } from 'fastest-levenshtein'
import { isSameName } from './same-name.ts'

/** How a word that was looked for stands to a word of a name; the smaller the nearer. */
export const EXACT = 0
/** The word is the beginning of the name. */
export const BEGINS = 1

/** `Łukasz O’Brien-Żak` as words that can be compared: lukasz, obrien, zak. */
export function wordsOf(text: string): readonly string[] {
  return plain(text)
    .replace(/['’‘`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Letters that Unicode does not take apart into a letter and a mark. */
const letters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' }

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœþı]/g, (letter) => letters[letter] ?? letter)

/** What of a name a word can be compared with: each of its words, and all of them as one (`Mc Donald` is `mcdonald`). */
export function partsOf(name: string): readonly string[] {
  const words = wordsOf(name)
  return words.length > 1 ? [...words, words.join('')] : words
}

/**
 * How near a word is to a word of a name; undefined when it is not. Tried on real misspellings (see the test): sound alone finds Kathryn for
 * Catherine, letters alone find Elwood for Ellwood, and a short list finds Niamh for Neve.
 */
export function nearness(word: string, part: string): number | undefined {
  if (word === part) return EXACT
  if (word.length >= 2 && part.startsWith(word)) return BEGINS
  if (isSameName(word, part)) return BEGINS
  const letters = distance(word, part)
  const longer = Math.max(word.length, part.length)
  const near = letters <= slips(longer) || (letters <= spellings(longer) && soundAlike(word, part))
  return near ? BEGINS + letters : undefined
}

/** So many letters may be wrong in a word of a length, however it sounds. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** In so many letters may two spellings of one sound differ. The sound of a short word is little more than one consonant. */
const spellings = (length: number): number => (length < 4 ? 1 : Math.max(2, Math.ceil(length / 2)))

function soundAlike(one: string, other: string): boolean {
  const sounds = soundsOf(other)
  return soundsOf(one).some((sound) => sounds.includes(sound))
}

/** The sounds of names do not change; a search compares some thousands. */
const sounds = new Map<string, readonly string[]>()
const MOST_KEPT = 50_000

function soundsOf(word: string): readonly string[] {
  const known = sounds.get(word)
  if (known !== undefined) return known
  if (sounds.size >= MOST_KEPT) sounds.clear()
  // “S” and “sh” are one: Sean and Shaun, Alicia and Alisha.
  const found = [...new Set(doubleMetaphone(word).map((sound) => sound.replaceAll('X', 'S')))].filter(Boolean)
  sounds.set(word, found)
  return found
}
