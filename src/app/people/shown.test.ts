import { expect, it } from 'vitest'
import { productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { FosteringApproval } from '../../areas/fostering/approvals.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { Sensitivity } from '../../core/definitions/field.ts'
import type { App } from '../app.ts'
import { shownContent } from './shown.ts'

it('shows a code that is kept more closely to those alone who may read it: to others the field is empty, and not said to be withheld', () => {
  const app: App = { catalogue: { records: productTypes } } as never
  const seen = (kind: string, whyEnded: string, may: (kept: Sensitivity) => boolean) => {
    const fields = { approvedOn: plainDate('2022-01-10'), kind, endedOn: plainDate('2023-01-10'), whyEnded }
    const room = { db: undefined as never, viewer: undefined as never, may }
    const { content, withheld } = shownContent(app, room, FosteringApproval, contentOf(FosteringApproval, {}, fields))
    return [content.fields['kind'], content.fields['whyEnded'], withheld]
  }
  const fosteringTeam = (kept: Sensitivity) => kept === 'ordinary'
  expect(seen('foster-to-adopt', 'adopted', fosteringTeam)).toEqual([null, null, []])
  expect(seen('foster-to-adopt', 'adopted', () => true)).toEqual(['foster-to-adopt', 'adopted', []])
  expect(seen('mainstream', 'resigned', fosteringTeam)).toEqual(['mainstream', 'resigned', []])
})
