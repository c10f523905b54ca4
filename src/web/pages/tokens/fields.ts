import type { placesOfTokens, TokenFor } from '../../../app/programs/tokens.ts'
import { addDays, longText, type PlainDate } from '../../../core/dates/plain-date.ts'
import { code, type Fields, paragraphs, text } from '../../../core/definitions/field.ts'
import { choiceOf } from '../actions/form.ts'
import { opensText } from './words.ts'

type Places = Awaited<ReturnType<typeof placesOfTokens>>

const LONGEST = 365

/** What a new token asks. */
export const tokenFields = ({ accounts, roles }: Places, today: PlainDate): Fields => ({
  name: text('Name of the token', {
    required: true,
    hint: 'Small letters, figures, dots and hyphens, like power-bi. Everything that is asked with it stands in the log under this name.',
  }),
  purpose: paragraphs('What it is for', {
    required: true,
    hint: 'What the program does with the figures, and who looks after it.',
  }),
  place: code(
    'In whose place it asks',
    choiceOf('Places', [
      ...roles.map(({ key, label }) => [`role.${key}`, `Nobody’s, in the role: ${label}`] as const),
      ...accounts.map(({ userName, name }) => [`user.${userName}`, `${name} (${userName})`] as const),
    ]),
    { required: true, hint: 'It opens what they may open on the day it asks. When they go, it opens nothing.' },
  ),
  opens: code(
    'What it opens',
    choiceOf('What it opens', [
      ['figures', opensText.figures],
      ['lists', `${opensText.lists}, by number and without names`],
    ]),
    { required: true },
  ),
  days: code(
    'Until when',
    choiceOf(
      'Days',
      [30, 90, 180, LONGEST].map(
        (days) =>
          [
            String(days),
            `${days === LONGEST ? 'A year' : `${days} days`}, until ${longText(addDays(today, days))}`,
          ] as const,
      ),
    ),
    { required: true },
  ),
})

/** What taking a token back asks. */
export const endFields: Fields = {
  reason: paragraphs('Why it is taken back', { required: true, hint: 'It stands with the token and in the log.' }),
}

/** In whose place a token asks, as the form has it. */
export function placeIn(chosen: string): TokenFor {
  const [kind, ...rest] = chosen.split('.')
  const key = rest.join('.')
  return kind === 'role' ? { roles: [key] } : { user: key }
}
