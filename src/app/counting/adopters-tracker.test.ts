import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { demonstrationOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { AdopterEnquiry } from '../../areas/adoption/adopter-records.ts'
import { HouseholdAllocation } from '../../areas/organisation/allocation.ts'
import { plainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import { getAccount } from '../access/accounts.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { exportTracker, findTracker } from './tracker.ts'

const asked = {
  key: 'adopters',
  show: 'all',
  page: 1,
  most: 50,
  on: plainDate('2023-10-04'),
  soon: plainDate('2023-11-04'),
} as const

/** A household that asked on a day, whose work is the team’s. */
async function household(app: App, team: SubjectId, enquiredOn: string): Promise<SubjectId> {
  const { db } = app.store
  const made = await makeSubject(db, { kind: 'household', madeAt: app.clock.now(), madeBy: 'test' })
  const write = (type: RecordType, subjects: Content['subjects'], fields: Content['fields']) =>
    writeVersion(db, {
      ...{ type, content: contentOf(type, subjects, fields), reason: null, source: 'form' },
      ...{ knownOn: app.clock.today, recordedAt: app.clock.now(), recordedBy: 'test' },
    })
  await write(HouseholdAllocation, { household: [made], team: [team] }, { startedOn: plainDate(enquiredOn) })
  await write(AdopterEnquiry, { household: [made] }, { enquiredOn: plainDate(enquiredOn) })
  return made
}

eachDatabase(({ open }) => {
  describe('the adopters tracker', () => {
    it('is taken out by the adoption service with each household and step, and by nobody else', async () => {
      const app = await demonstrationOn(await open())
      const [fran, marian, iain] = await Promise.all(['fran', 'marian', 'iain'].map((name) => getAccount(app, name)))
      if (fran === undefined || marian === undefined || iain === undefined) throw new Error('Somebody is missing')
      const [team] = (await viewerOf(app, app.store.db, fran)).teams
      if (team === undefined) throw new Error('The adoption manager has no team')
      const [late, early] = [await household(app, team, '2023-09-11'), await household(app, team, '2023-10-02')]
      const { tracker, rows } = await exportTracker(app, fran, asked)
      const [first, second] = rows
      expect([first?.subject, second?.subject, rows.length]).toEqual([late, early, 2])
      const { due } = { due: null, ...first?.steps[0] }
      expect([tracker.steps[0]?.key, first?.steps[0]?.kind, due === null ? null : toText(due)]).toEqual([
        'information',
        'overdue',
        '2023-09-18',
      ])
      for (const other of [marian, iain]) {
        expect(await findTracker(app, other, asked)).toMatchObject({ rows: [], notShown: { all: 2 } })
        await expect(exportTracker(app, other, asked)).rejects.toMatchObject({ kind: 'not allowed' })
      }
    })
  })
}, productTypes)
