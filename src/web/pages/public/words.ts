import type { PublicFigure } from '../../../core/disclosure/public-figure.ts'
import type { DisclosureRule } from '../../../core/disclosure/rule.ts'
import { smallText } from '../../../core/disclosure/rule.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'

/** A figure as a cell of a table says it. */
export function cellText({ shown, definition: { unit }, provisional }: PublicFigure): string {
  switch (shown.kind) {
    case 'whole':
      return `${written(shown.value, unit)}${provisional ? ' p' : ''}`
    case 'small':
      return shown.words
    case 'withheld':
      return 'Withheld'
    case 'exempt':
      return 'Not published'
    case 'none':
      return 'No figure'
  }
}

/** What beside a figure it is held against: “Our target is 70%. Across England it is 71%.” */
export function besideText({ judged, definition: { unit, goodIs } }: PublicFigure): string {
  const england = judged.benchmarks.find(({ comparator }) => comparator === 'england')
  const isBetter = goodIs === 'neither' ? '' : goodIs === 'low' ? 'Lower is better.' : ''
  return [
    isBetter,
    judged.target === null ? '' : `Our target is ${writtenShort(judged.target, unit)}.`,
    england === undefined
      ? ''
      : `Across England it is ${writtenShort(england.value, unit)}${england.year === null ? '' : ` (${england.year})`}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What stands where a figure does not, and why. */
export function suppressionWords(rule: DisclosureRule): readonly string[] {
  const small = smallText(rule)
  const rounded =
    rule.roundedTo === null
      ? []
      : [`Numbers are rounded to the nearest ${rule.roundedTo}, and shares to whole numbers.`]
  return [
    `“${small}” protects children and young people who could be recognised from a small number. We never publish a number from ${small} exactly. A nought is shown.`,
    `“Withheld” stands where a figure is about ${small} people, or about all but so few of a group, or would let such a number be worked out from the others that we publish, here or in an earlier month.`,
    '“Not published” stands where a figure is exempt; the reason is in the open data.',
    'A “p” marks a figure that may still change for lawful reasons, because the time for an answer was not over.',
    ...rounded,
    ...(rule.averagesWithin === undefined
      ? []
      : [
          'An average of few people is rounded to the nearest 10 or the like, so that nobody’s own number can be told from two averages; the open data says to what.',
        ]),
  ]
}
