import { describe, expect, it } from 'vitest'
import { lettersProblems } from './check-letters.ts'
import { fillLetter, leftToSay, letter } from './letter.ts'

const visit = letter('visit', {
  label: 'A visit',
  purpose: 'For the tests',
  source: 'The tests',
  title: 'A visit to {first-name}',
  text: 'Dear {to}\n\nWe come on [day]. Ring {phone}.',
})

describe('a letter', () => {
  it('is filled with what is known, and leaves the rest to be said', () => {
    const known = { 'first-name': 'Maya', to: 'Carys Ellwood' }
    expect(fillLetter(visit, known)).toEqual({
      title: 'A visit to Maya',
      text: 'Dear Carys Ellwood\n\nWe come on [day]. Ring [the phone number of your team].',
    })
  })

  it('fills in what looks like a place to be filled in as it is', () => {
    expect(fillLetter(visit, { to: '{phone}', phone: '$& $1' }).text).toBe(
      'Dear {phone}\n\nWe come on [day]. Ring $& $1.',
    )
  })

  it('names each thing that is left to be said once', () => {
    expect(leftToSay('On [day] at [place], or on [day].')).toEqual(['[day]', '[place]'])
    expect(leftToSay('Nothing [] is left here, (but) ]this[ is odd.')).toEqual([])
  })

  it('that is wrongly defined is refused, with all its faults', () => {
    const wrong = letter('Visit', { ...visit, title: 'A visit to {name}', text: ' ' })
    expect(
      lettersProblems([
        { area: 'people', letter: visit },
        { area: 'people', letter: { ...wrong, key: 'Visit' } },
        { area: 'care', letter: visit },
      ]).map(({ path, problem }) => `${path}: ${problem}`),
    ).toEqual([
      'people > Visit: a key is lower-case words joined by hyphens',
      'care > visit: this key is used twice',
      'people > Visit > text: is empty',
      expect.stringMatching(
        /^people > Visit: nothing is known to fill in for \{name\}; there is child, first-name, to/,
      ),
    ])
  })
})
