import type { FrozenFigure } from '../figures/frozen.ts'
import { isOfFew, nothing, smallShown, uncheckedShown, wholeShown, withheldShown } from './cells.ts'
import { knownTogether, type Undecided } from './known-together.ts'
import { type Protected, protect } from './protect.ts'
import { type Control, type Disclosed, exemptReason, type ReportAudience, type Shown } from './shown.ts'

/** What may be shown; `givenAway` are numbers of people that were published before, or follow from what was, and cannot be kept any more. */
export type ForAudience = { readonly figures: readonly Disclosed[]; readonly givenAway: readonly string[] }

/**
 * What may be shown of the figures of a month to those they are for. Staff and the board see everything, and the board what is exempt as such; the public does not
 * see what is exempt, what is small, nor anything from which that could be worked out with all that was published before.
 */
export function forAudience(figures: readonly FrozenFigure[], audience: ReportAudience, control: Control): ForAudience {
  if (audience !== 'public')
    return { figures: figures.map((figure) => ({ figure, shown: toStaff(figure, audience, control) })), givenAway: [] }
  const { knowledge, undecided } = knownTogether(figures, control)
  const decided = protect(knowledge, control.rule)
  return {
    figures: undecided.map((one) => ({ figure: one.figure, shown: toPublic(one, decided, control) })),
    givenAway: decided.givenAway,
  }
}

function toStaff(figure: FrozenFigure, audience: 'internal' | 'board', { exempt }: Control): Shown {
  const { value, numerator, denominator } = figure
  if (value === null) return nothing
  const why = exemptReason(figure, exempt)
  const words = audience === 'board' && why !== undefined ? `Not for publication: ${why}` : null
  return { kind: 'whole', value, numerator, denominator, roundedTo: null, words }
}

function toPublic(one: Undecided, { withheld, wordless }: Protected, { rule }: Control): Shown {
  const { figure, cell, exempt, isChecked } = one
  if (exempt !== undefined) return { kind: 'exempt', code: 'x', words: `Not published: ${exempt}` }
  if (figure.value === null) return nothing
  if (!withheld.has(cell.key)) return wholeShown(figure, rule)
  if (!isChecked) return uncheckedShown
  const isSaidSmall = cell.small.length > 0 && isOfFew(one, rule) && !wordless.has(cell.key)
  return isSaidSmall ? smallShown(rule) : withheldShown(rule)
}
