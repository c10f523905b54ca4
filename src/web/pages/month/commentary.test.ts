import { expect, it } from 'vitest'
import { wordsIn } from './commentary.ts'

const sent = (fields: Readonly<Record<string, string>>) =>
  wordsIn(new Map(Object.entries(fields).map(([name, value]) => [name, [value]] as const)))

it('takes what was typed, and leaves alone whatever stands as the form showed it', () => {
  const shown = { 'section-well': 'More carers\r\nthis month', 'section-well-was': 'More carers\nthis month' }
  const typed = { 'far-well': '', 'far-well-was': '', 'far-worries': 'Too few homes', 'far-worries-was': '' }
  const nothing = { goingWell: '', worries: '', doing: '' }
  expect(sent({ ...shown, ...typed })).toEqual([
    { indicator: 'far', ...nothing, worries: 'Too few homes', shown: nothing },
  ])
  expect(sent({ ...shown, 'section-well': ' ' })).toEqual([
    { indicator: null, ...nothing, shown: { ...nothing, goingWell: 'More carers\nthis month' } },
  ])
})
