import { periodLabel } from '../../core/dates/period.ts'
import type { RestatedDecision } from '../../core/figures/month.ts'
import type { Account } from '../../store/accounts.ts'
import { findPublications } from '../../store/months/publications.ts'
import { addRestatedDecision, findRestatedDecisions } from '../../store/months/restated.ts'
import { type App, getIndicator } from '../app.ts'
import { Refused } from '../refused.ts'
import { inMonth } from './leave.ts'
import { type Month, monthOf } from './month.ts'
import { lastVersion } from './report.ts'
import { valuesRestated } from './restated.ts'

export type AskedDecision = Month & Pick<RestatedDecision, 'indicator' | 'decision' | 'words'>

/**
 * Keeps whether the next report says that a frozen figure would be another today, and in what words. What was decided before stays known.
 * @throws Refused when they may not, without words, or where the figure is as it was frozen
 */
export async function decideRestated(app: App, account: Account, asked: AskedDecision): Promise<void> {
  const { indicator, decision, period } = asked
  const words = asked.words.trim()
  const { label } = getIndicator(app, indicator)
  if (words === '')
    throw new Refused('bad input', decision === 'say so' ? 'Write what the report says of it.' : 'Say why not.')
  const about = `whether a report says that “${label}” has changed`
  await inMonth(app, account, { step: 'publish', month: asked, about }, async (db) => {
    const publication = (await findPublications(db, monthOf(app, asked))).at(-1)
    if (publication === undefined) throw new Refused('not found', `${periodLabel(period)} has not been frozen yet.`)
    const now = (await valuesRestated(app, db, publication)).get(indicator)
    if (now === undefined)
      throw new Refused('bad input', `“${label}” of ${periodLabel(period)} is what it was when it was frozen.`)
    const kept = { indicator, decision, now: now.value, words, at: app.clock.now(), by: account.name }
    await addRestatedDecision(db, publication.id, { ...kept, account: account.id })
  })
}

/** What was decided of the figures of a month's last version, by indicator. Refused where it was not frozen. */
export const restatedDecisions = async (app: App, month: Month): Promise<ReadonlyMap<string, RestatedDecision>> =>
  findRestatedDecisions(app.store.db, (await lastVersion(app, month)).id)
