/** The pictures that stand beside a word: what sort of thing a record is, or a status. Never without the word. */
export const icons = [
  'visit',
  'review',
  'legal',
  'home',
  'health',
  'edu',
  'family',
  'missing',
  'voice',
  'plan',
  'decision',
  'phone',
  'clock',
  'lock',
  'late',
  'star',
  'note',
] as const
export type Icon = (typeof icons)[number]
