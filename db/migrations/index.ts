import type { Migration } from 'kysely'
import { assertions } from './0001-assertions.ts'
import { settings } from './0002-settings.ts'
import { records } from './0003-records.ts'
import { access } from './0004-access.ts'
import { puttingRight } from './0005-putting-right.ts'
import { documents } from './0006-documents.ts'
import { counting } from './0007-counting.ts'
import { windowsOfBeginnings } from './0008-windows-of-beginnings.ts'
import { accessHardened } from './0009-access-hardened.ts'
import { byRecordType } from './0020-by-record-type.ts'
import { byHand } from './0021-by-hand.ts'
import { publications } from './0022-publications.ts'
import { moreOfRecords } from './0023-more-of-records.ts'
import { published } from './0024-published.ts'
import { dataQuality } from './0025-data-quality.ts'
import { actions } from './0025b-actions.ts'
import { publicFigures } from './0026-public-figures.ts'
import { reconciliations } from './0027-reconciliation.ts'
import { nationalFigures } from './0028-national-figures.ts'
import { faultsBetweenReturns } from './0031-faults-between-returns.ts'
import { programs } from './0032-programs.ts'
import { visitsForAdoption } from './0033-visits-for-adoption.ts'
import { signedFigures } from './0033b-signed-figures.ts'
import { localities } from './0034-localities.ts'
import { rightAsItIs } from './0035-right-as-it-is.ts'
import { tokensExplained } from './0036-tokens-explained.ts'
import { stretchesOfMembers } from './0037-stretches-of-members.ts'
import { membersAsWritten } from './0038-members-as-written.ts'
import { worseThanTarget } from './0040-worse-than-target.ts'

/**
 * Every migration, by its name, which is also its place in the order. One that has been released is never edited. A store may have had a later one
 * before an earlier one: none may rely on what another of another part does not yet have, or has no longer.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-assertions': assertions,
  '0002-settings': settings,
  '0003-records': records,
  '0004-access': access,
  '0005-putting-right': puttingRight,
  '0006-documents': documents,
  '0007-counting': counting,
  '0008-windows-of-beginnings': windowsOfBeginnings,
  '0009-access-hardened': accessHardened,
  '0020-by-record-type': byRecordType,
  '0021-by-hand': byHand,
  '0022-publications': publications,
  '0023-more-of-records': moreOfRecords,
  '0024-published': published,
  '0025-data-quality': dataQuality,
  '0025b-actions': actions,
  '0026-public-figures': publicFigures,
  '0027-reconciliation': reconciliations,
  '0028-national-figures': nationalFigures,
  '0031-faults-between-returns': faultsBetweenReturns,
  '0032-programs': programs,
  '0033-visits-for-adoption': visitsForAdoption,
  '0033b-signed-figures': signedFigures,
  '0034-localities': localities,
  '0035-right-as-it-is': rightAsItIs,
  '0036-tokens-explained': tokensExplained,
  '0037-stretches-of-members': stretchesOfMembers,
  '0038-members-as-written': membersAsWritten,
  '0040-worse-than-target': worseThanTarget,
}
