import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { numberOfGuests, shareInAttic } from '../../../test/support/counted.ts'
import {
  account,
  extractDay,
  guestHouse,
  guestTypes,
  september,
  signedOff,
  writtenLate,
} from '../../../test/support/guest-house.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { Audience } from '../../core/figures/month.ts'
import { reportFormats } from '../../formats/reports/write.ts'
import type { Account } from '../../store/accounts.ts'
import { agreeAction, tellAction } from '../actions/make.ts'
import type { App } from '../app.ts'
import { openAgain, readMonth } from './cycle.ts'
import { freezeMonth } from './freeze.ts'
import { publishedFile, publishReport, readPublished } from './publish.ts'
import { draftReport, getReport, lastVersion } from './report.ts'
import { restatedSince } from './restated.ts'
import { decideRestated, restatedDecisions } from './restated-decisions.ts'

const guests = { ...september, report: 'guests' }
const publish = (app: App, who: Account, audience: Audience, words = '') =>
  publishReport(app, who, { ...guests, audience, words })

/** Everything of what was published of a version to the board: its words, and each of its files. */
async function everyByte(app: App, version = 1) {
  const asked = { ...guests, version, audience: 'board' } as const
  const files = await Promise.all(reportFormats.map((format) => publishedFile(app, { ...asked, format })))
  return {
    ...(await readPublished(app, asked)),
    files: files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes) })),
  }
}

eachDatabase(({ open }) => {
  describe('a frozen month', () => {
    it('is published to whom it is for, with who did it, and not before it is frozen', async () => {
      const { app, analyst, director } = await guestHouse(await open())
      await expect(publish(app, director, 'board')).rejects.toThrow('has not been frozen yet')
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const done = await publish(app, director, 'board')
      expect(done).toMatchObject({ report: 'guests', audience: 'board', by: 'director', words: '' })
      const { document, formats, published } = await everyByte(app)
      expect(published).toEqual(done)
      expect(formats).toEqual([...reportFormats].toSorted())
      expect(document).toMatchObject({ title: 'Guest report', marking: 'For the host.' })
      expect(document?.fixedAt).toEqual(new Date('2023-10-04T09:00:00Z'))
      const { taken } = await readMonth(app, september)
      expect(taken.at(-1)).toMatchObject({
        step: 'published',
        by: 'director',
        words: 'Guest report, version 1, to the board',
      })
    })

    it('keeps every published byte, whatever is recorded later; a correction is published beside it', async () => {
      const { app, ben, analyst, director } = await guestHouse(await open())
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      await publish(app, director, 'board')
      const before = await everyByte(app)
      const { later } = await writtenLate(app.store, app, ben)
      expect((await restatedSince(later, director, september)).figures.length).toBeGreaterThan(0)
      expect(await everyByte(later)).toEqual(before)
      // Not because nothing could have changed: the same report of today’s figures is another.
      await openAgain(later, director, september, 'A guest had not been written down')
      await expect(publish(later, director, 'internal')).rejects.toThrow('September 2023 is open again')
      await signedOff(later, analyst, director)
      await freezeMonth(later, analyst, { ...september, knownOn: plainDate('2023-10-14') })
      await publish(later, director, 'board')
      const second = await everyByte(later, 2)
      expect(second.document?.parts).not.toEqual(before.document?.parts)
      expect(second.document?.subtitle).toMatch(/September 2023, version 2$/)
      expect(second.files).not.toEqual(before.files)
      expect(await everyByte(later)).toEqual(before)
    })

    it('is published to each once; what the board has openly is not exempt, and what is withheld goes to no board', async () => {
      const { app, analyst, director } = await guestHouse(await open())
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      await expect(publish(app, director, 'withheld', ' ')).rejects.toThrow('Say why')
      await publish(app, director, 'withheld', 'A guest could be known by it')
      await expect(publish(app, director, 'board')).rejects.toThrow('it is withheld already, and that stays as it is')
      const withheld = { ...guests, version: 1, audience: 'withheld' } as const
      expect(await readPublished(app, withheld)).toMatchObject({ document: undefined, formats: [] })
      await publish(app, analyst, 'internal')
      await expect(publish(app, analyst, 'internal')).rejects.toThrow('to staff of children’s services already')
      // Nor does whoever runs the installation: it is the service that decides who reads its figures.
      for (const role of ['social-worker', 'operator'])
        await expect(publish(app, await account(app.store, role), 'internal')).rejects.toThrow(
          'Your role does not publish figures',
        )
      await expect(readPublished(app, { ...withheld, audience: 'board' })).rejects.toThrow('not published to the board')
      await expect(readPublished(app, { ...withheld, version: 3 })).rejects.toThrow('There is version 1.')
    })

    it('says what was promised as it stood when it was frozen, and to the public nothing of it', async () => {
      const { app, analyst, director } = await guestHouse(await open())
      const origin = { from: 'month', ...september, section: 'all', indicator: null } as const
      const terms = { owner: 'director', dueOn: plainDate('2023-10-31'), howKnown: 'They sleep' }
      const id = await agreeAction(app, director, origin, { ...terms, what: 'Buy beds' })
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      await tellAction(app, director, id, { step: 'closed', words: 'Bought', impact: 'Nobody lies awake' })
      await publish(app, director, 'board')
      await publish(app, director, 'public')
      const partsFor = async (audience: Audience) =>
        (await readPublished(app, { ...guests, version: 1, audience })).document?.parts ?? []
      const promised = (await partsFor('board')).find(
        (part) => part.kind === 'table' && part.caption === 'What was promised',
      )
      expect(promised).toMatchObject({
        rows: [
          [
            { text: 'Guests: Buy beds' },
            { text: 'director' },
            { value: '2023-10-31' },
            { text: 'Open' },
            { text: 'They sleep' },
          ],
        ],
      })
      expect(JSON.stringify(await partsFor('public'))).not.toMatch(/Buy beds|Promised|like it here/)
    })

    it('is drafted from what was frozen alone', async () => {
      const { app, ben, analyst } = await guestHouse(await open())
      const frozen = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const draft = () => draftReport(app, frozen, getReport(app, 'guests'))
      const before = await draft()
      expect(before.marking).toMatch(/^Draft/)
      await writtenLate(app.store, app, ben)
      expect(await draft()).toEqual(before)
    })
  })

  describe('a figure that would be another today', () => {
    it('is said so in the next version where somebody decides that, in their words', async () => {
      const { app, ben, analyst, director } = await guestHouse(await open())
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const decide = (on: App, decision: 'say so' | 'no note', words: string, indicator = numberOfGuests.key) =>
        decideRestated(on, analyst, { ...september, indicator, decision, words })
      await expect(decide(app, 'say so', 'x')).rejects.toThrow('is what it was when it was frozen')
      const { later } = await writtenLate(app.store, app, ben)
      await expect(decide(later, 'say so', ' ')).rejects.toThrow('Write what the report says of it.')
      await decide(later, 'no note', 'Not much')
      await decide(later, 'say so', 'A guest was written down late.')
      await decide(later, 'no note', 'The same guest', shareInAttic.key)
      expect([...(await restatedDecisions(later, september)).values()]).toMatchObject([
        { indicator: numberOfGuests.key, decision: 'say so', now: 3, by: 'performance-analyst' },
        { indicator: shareInAttic.key, decision: 'no note', words: 'The same guest' },
      ])
      await openAgain(later, director, september, 'A guest had not been written down')
      await signedOff(later, analyst, director)
      await freezeMonth(later, analyst, { ...september, knownOn: plainDate('2023-10-14') })
      const draft = await draftReport(later, await lastVersion(later, september), getReport(later, 'guests'))
      const at = draft.parts.findIndex((part) => part.kind === 'heading' && part.id === 'restated')
      expect(draft.parts[at + 1]).toEqual({
        kind: 'list',
        items: ['Guests, September 2023: reported as 2, now 3. A guest was written down late.'],
      })
    })
  })
}, guestTypes)
