import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXACT, nearness, wordsOf } from './nearness.ts'

/** Misspellings that happen: what was written, and the name. */
const misspelt = `
  Sian Sean, Sean Shaun, Shaun Shawn, Mohammed Muhammad, Mohamed Mohammad, Muhamed Mohammed, Catherine Kathryn, Katharine Catherine,
  Neve Niamh, Shevaun Siobhan, Eefa Aoife, Zoey Zoe, Lee Leigh, Steven Stephen, Jeffrey Geoffrey, Alicia Alisha, Jaden Jayden, Kaylee Kayleigh,
  Aiden Aidan, Simon Szymon, Nguyan Nguyen, Yousef Yusuf, Hussein Hussain, Ahmad Ahmed, Fatma Fatimah, Ayesha Aisha, Smyth Smith, Clarke Clark,
  McDonald Macdonald, Thomson Thompson, Davis Davies, Reid Reed, Ila Isla, Elwood Ellwood, Maia Maya, Carris Carys, Evo Ivo, Rees Rhys,
  Calum Callum, Kieran Ciaran, Graeme Graham, Phillip Philip, Rachael Rachel, Rebekah Rebecca, Jon John, Louis Lewis, Megan Meghan,
  Katelyn Caitlin, Cloe Chloe, Jasmin Jasmine, Isobel Isabel, Amelia Emilia, Wright Right, Knight Night, Kahn Khan, Choudhury Chaudhry,
  Ibrahim Ebrahim, Zaynab Zainab, Kowalsky Kowalski, Tarik Tariq, Zander Xander, Krystal Crystal, Llewellyn Lewellyn, Cerys Carys
`
const others = `
  Sean Mark, Maya Theo, Catherine Charlotte, Smith Jones, Isla Ivo, Lee Amy, Mohammed Michael, Ellwood Edwards, Santander Anderson, Jack Mary,
  Ann Ian, Patel Khan, Grace Jade, Oliver Olivia
`
const pairs = (text: string) =>
  text
    .trim()
    .split(/,\s+/)
    .map((pair) => pair.trim().split(/\s+/))
const near = (one = '', other = '') => nearness(one.toLowerCase(), other.toLowerCase())

test.each(pairs(misspelt))('%s finds %s', (written, name) => {
  expect(near(written, name)).toBeGreaterThan(EXACT)
  expect(near(name, written)).toBeGreaterThan(EXACT)
})

test.each(pairs(others))('%s does not find %s', (written, name) => {
  expect(near(written, name)).toBeUndefined()
})

test('the nearer comes first: the same, its beginning, a slip, a sound', () => {
  const all = ['catherine', 'catherines', 'catherina', 'kathrynne'].map((name) => near('catherine', name) ?? Number.NaN)
  expect(all).toEqual([...all].sort((a, b) => a - b))
  expect(new Set(all).size).toBe(4)
})

describe('words', () => {
  test.each([
    ['Łukasz O’Brien-Żak', ['lukasz', 'obrien', 'zak']],
    ["Zoë D'Souza", ['zoe', 'dsouza']],
    ['  Anne   Marie ', ['anne', 'marie']],
    ['%_\\', []],
  ])('of “%s”', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

test('a word is as near to another as that one to it, but for beginnings', () => {
  const word = fc.stringMatching(/^[a-z]{1,10}$/)
  fc.assert(
    fc.property(word, word, (one, other) => {
      fc.pre(!one.startsWith(other) && !other.startsWith(one))
      expect(near(one, other)).toBe(near(other, one))
    }),
  )
})
