import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team } from '../../areas/organisation/workers.ts'
import { Household, HouseholdAddress } from '../../areas/people/households.ts'
import { SeenAndHeard } from '../../areas/people/notes.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { templateFormat } from '../../formats/templates/index.ts'
import type { Store } from '../../store/open.ts'
import { listRecords } from '../../store/records/list.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import { importRecords } from './import-records.ts'

const operator = { id: null, name: 'Somebody', roles: ['operator'] } as const
const at = new Date('2023-10-01T09:00:00Z')

const load = (store: Store, files: Readonly<Record<string, string>>) => {
  const app = appOn(store)
  const inputs = Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(`${text}\n`) }))
  return importRecords(app, operator, templateFormat, { files: inputs, knownOn: app.clock.today })
}

eachDatabase(({ open }) => {
  describe('templates about households, teams and workers', () => {
    it('make a household when it is first named, and know it again by its identifier', async () => {
      const store = await open()
      const heading = 'household,address_line_1,address_postcode,kind,started_on'
      await load(store, { 'household-address': `${heading}\nH7,1 Moor Lane,ZZ99 9ZZ,home,2023-05-01` })
      const [address] = await listRecords(store.db, HouseholdAddress, null)
      expect(address?.content.fields['address']).toEqual({ lines: ['1 Moor Lane'], postcode: 'ZZ99 9ZZ', uprn: null })
      const named = async () =>
        (await listRecords(store.db, Household, null)).map(({ content }) => [
          content.subjects['household'],
          content.fields['name'],
        ])
      expect(await named()).toEqual([[address?.content.subjects['household'], 'H7']])
      await load(store, { household: 'household,name,kind\nH7,The Moors,foster-home' })
      expect(await named()).toEqual([[address?.content.subjects['household'], 'The Moors']])
    })

    it('know a team that somebody wrote down by its name, and a person by the number of an earlier template', async () => {
      const store = await open()
      const team = await makeSubject(store.db, { kind: 'team', madeAt: at, madeBy: 'test' })
      const content = contentOf(Team, { team: [team] }, { name: 'North team', service: 'fostering' })
      const stamp = { recordedAt: at, recordedBy: 'test', reason: null, source: 'form' } as const
      await writeVersion(store.db, { ...stamp, type: Team, content, knownOn: plainDate('2023-10-01') })
      const row = (day: string) => `person,team,worker,role,started_on\n77,North team,W1,social-worker,${day}`
      await load(store, { allocation: row('2023-05-01') })
      await load(store, { allocation: row('2023-06-01') })
      const [first, second] = (await listRecords(store.db, Allocation, null)).map(({ content: said }) => said.subjects)
      expect(first).toEqual(second)
      expect(first?.['team']).toEqual([team])
    })

    it('lead to records by what they are known by, in the same file or before it; a row that leads nowhere is told', async () => {
      const store = await open()
      const seen = 'child,worker,happened_at,seen,seen_alone\n77,W1,2023-05-04 10:30,yes,yes'
      const visits = (day: string) =>
        `child,visited_on,kind,seen,seen_and_heard_worker,seen_and_heard_happened_at\n77,${day},statutory,yes,W1,${day} 10:30`
      const given = { 'seen-and-heard': seen, 'care-visit': visits('2023-05-04') }
      expect(await load(store, given)).toMatchObject({ refused: false, findings: [] })
      const found = await load(store, { 'care-visit': visits('2023-06-04') })
      expect(found.findings).toMatchObject([{ rule: 'no-such-record', row: 2, subject: '77' }])
      const [heard] = await listRecords(store.db, SeenAndHeard, null)
      const held = await listRecords(store.db, CareVisit, null)
      expect(held.map(({ content }) => content.links['seenAndHeard'])).toEqual([heard?.record])
    })
  })
}, productTypes)
