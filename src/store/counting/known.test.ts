import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { day, when } from '../../../test/databases/importing.ts'
import { everything, placement, testTypes } from '../../../test/databases/record-types.ts'
import { rowOf } from '../../core/counting/rows.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { findVersionsOf } from '../records/find.ts'
import { addMerge } from '../records/merges.ts'
import { makeSubject, writeVersion } from '../records/write.ts'
import { findCandidates, loadAsked, loadKnown } from './known.ts'

const knownOn = day('03-01')
const stamp = { recordedAt: when, recordedBy: 'ann', reason: null, source: 'form' as const }

eachDatabase(({ open }) => {
  async function authority() {
    const { db } = await open()
    const somebody = () => makeSubject(db, { kind: 'person', madeAt: when, madeBy: 'ann' })
    const write = (type: RecordType, content: Content) =>
      writeVersion(db, { ...stamp, type, content, knownOn: day('01-01') })
    const [kept, merged, sister] = [await somebody(), await somebody(), await somebody()]
    return { db, write, kept, merged, sister }
  }
  const stay = (child: SubjectId, startedOn = day('01-01')): Content => ({
    subjects: { child: [child] },
    links: {},
    fields: { startedOn },
  })

  describe('whoever may be found', () => {
    it('is nobody too few, and of what had begun whoever it was ever said of', async () => {
      const { db, write, kept: before, merged: corrected, sister: later } = await authority()
      await write(placement, stay(before))
      const { record, version } = await write(placement, stay(corrected))
      const content = stay(corrected, day('02-20'))
      await writeVersion(db, { ...stamp, type: placement, content, knownOn: day('01-02'), record, basedOn: version })
      await write(placement, stay(later, day('02-20')))
      const days = { from: day('01-01'), to: day('02-01') }
      const search = { type: placement, role: 'child', on: 'startedOn', ...days }
      const found = await findCandidates(
        db,
        [
          { ...search, when: 'dated' },
          { ...search, when: 'open' },
          { ...search, when: 'begun' },
        ],
        knownOn,
      )
      expect(found).toEqual([[before], [before], [before, corrected]])
    })
  })

  describe('what is known of many at once', () => {
    it('names everybody under the number by which they are known, whoever was asked about', async () => {
      const { db, write, kept, merged, sister } = await authority()
      const { record } = await write(placement, stay(sister))
      await write(everything, {
        subjects: { child: [sister], present: [merged, sister, kept] },
        links: { follows: record },
        fields: { heldOn: day('01-01'), author: merged, points: [{ what: 'w', who: merged, steps: [] }] },
      })
      await addMerge(db, { kept, merged, knownOn, at: when, by: 'ann', reason: 'The same NHS number' })
      const shown = await findVersionsOf(db, { subject: sister, types: testTypes, knownOn })
      const known = await loadKnown(db, [sister], testTypes.values(), knownOn)
      const contents = shown.map(({ record, type, content }) => ({ record, type, content }))
      expect(known.get(sister)?.toSorted((a, b) => a.record - b.record)).toEqual(contents)
      expect(contents.at(-1)?.content).toMatchObject({
        subjects: { present: [kept, sister] },
        fields: { author: kept, points: [{ who: kept }] },
      })
      const asked = new Map([...testTypes.values()].map((type) => [type, [sister]] as const))
      const rows = await loadAsked(db, [sister], asked, knownOn)
      for (const { type, record, content } of contents) {
        const definition = testTypes.get(type)
        if (definition === undefined) throw new Error(`There is no type ${type}`)
        expect(rows.get(definition)?.get(sister)).toEqual([rowOf(definition, record, content)])
      }
    })
  })
}, testTypes)
