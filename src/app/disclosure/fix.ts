import type { ByPart } from '../../core/disclosure/parts-alone.ts'
import { type PublicFigure, publicFigures } from '../../core/disclosure/public-figure.ts'
import type { Disclosed } from '../../core/disclosure/shown.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { addLocalityFigures, type LocalityFigure } from '../../store/months/localities.ts'
import { addPublicMonth, findPublicFigures, listPublicMonths } from '../../store/months/public.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { type Decided, decideForPublic, type Exemption } from './decide.ts'

/** What the public has of a frozen month, or would have; `decided` while it is not fixed. */
export type ForPublic = { readonly figures: readonly PublicFigure[]; readonly decided: Decided | undefined }

/** What the public would have of a frozen month if it were published now; what it has, where it was. */
export async function forPublic(app: App, publication: Publication, exempt: readonly Exemption[]): Promise<ForPublic> {
  const { db } = app.store
  const fixed = await findPublicFigures(db, publication.id)
  if (fixed.length > 0) return { figures: fixed, decided: undefined }
  const decided = await decideForPublic(app, db, publication, exempt)
  return { figures: publicFigures(decided.figures), decided }
}

/**
 * Keeps for ever what the public may see of a frozen month, in the transaction in which it is published.
 * @throws Refused where something else was published since it was decided: it limits what may be shown
 */
export async function fixForPublic(
  app: App,
  db: Db,
  { id, authority }: Publication,
  { figures, decided }: ForPublic,
): Promise<void> {
  const published = (await listPublicMonths(db)).filter((one) => one.publication.authority === authority)
  const before = published.map(({ publication }) => publication.id)
  if (decided === undefined && before.includes(id)) return
  if (decided === undefined || decided.before.join() !== before.join())
    throw new Refused('in the way', 'Something else was published to everybody meanwhile. Publish once more.')
  await addPublicMonth(db, { publication: id, rule: decided.rule, at: app.clock.now() }, figures)
  await addLocalityFigures(db, id, forPartners(decided.localities))
}

/** How a figure of a locality is rated is said where it is shown, by what is shown. */
const forPartners = (all: ByPart<Disclosed>): ByPart<LocalityFigure> =>
  new Map(
    [...all].map(([locality, disclosed]) => [
      locality,
      publicFigures(disclosed).map(({ indicator, shown, judged: { rag } }) => ({ indicator, shown, rag })),
    ]),
  )
