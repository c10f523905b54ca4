import type { TokenSeen } from '../../../app/programs/tokens.ts'

/** What a token opens, in words. */
export const opensText: Readonly<Record<TokenSeen['opens'], string>> = {
  figures: 'Figures',
  lists: 'Figures, and the lists behind them',
}
