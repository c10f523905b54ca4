import { expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { CareLeaverContact } from '../../areas/care-leavers/contact.ts'
import { CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { CaseNote, SeenAndHeard } from '../../areas/people/notes.ts'
import { Alert } from '../../areas/people/safety.ts'
import { parseInstant } from '../../core/dates/instant.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { readOverview } from './overview.ts'
import { correct, writeNew } from './write.ts'

eachDatabase((database) => {
  const store = database.share()
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    made ??= loadDemonstrationPeople(store().db, 'none')
    /** The app at a moment of 2023. */
    const at = (text: string) => {
      const moment = new Date(`2023-${text}`)
      return appOn(store(), {
        clock: { today: plainDate(`2023-${text.slice(0, 5)}`), standing: false, now: () => moment },
      })
    }
    return { at, ...(await made) }
  }

  it('says what is new since the last sitting, by others, and forgets it only in the next', async () => {
    const { at, theo, tom, dilys } = await setUp()
    const news = async (when: string) => {
      const { since, items } = (await readOverview(at(when), tom.account, theo)).news
      return [
        since?.toISOString().slice(5, 16),
        ...items.map(({ record, corrected }) => `${record.type.key}${corrected ? ' again' : ''}`),
      ]
    }
    expect(await news('10-05T09:00Z')).toEqual([undefined])
    const alert = (who: typeof tom, when: string, inShort: string) =>
      writeNew(at(when), who.account, Alert, {
        subjects: { person: [theo], because: [] },
        links: {},
        fields: {
          kind: 'other',
          inShort,
          whatToDo: null,
          startedOn: plainDate('2023-10-05'),
          reviewOn: null,
          endedOn: null,
        },
      })
    const written = await alert(dilys, '10-05T09:20Z', 'First')
    await alert(tom, '10-05T09:25Z', 'His own')
    expect(await news('10-05T09:40Z')).toEqual([undefined])
    expect(await news('10-06T09:00Z')).toEqual(['10-05T09:40'])
    if (!('record' in written)) throw new Error('it was not written')
    await correct(at('10-06T12:00Z'), dilys.account, {
      record: written.record,
      basedOn: written.version,
      reason: 'Clearer',
      content: {
        subjects: { person: [theo], because: [] },
        links: {},
        fields: {
          kind: 'other',
          inShort: 'Second',
          whatToDo: null,
          startedOn: plainDate('2023-10-05'),
          reviewOn: null,
          endedOn: null,
        },
      },
    })
    expect(await news('10-07T09:00Z')).toEqual(['10-06T09:00', 'alert again'])
    expect(await news('10-07T09:30Z')).toEqual(['10-06T09:00', 'alert again'])
    expect(await news('10-07T11:00Z')).toEqual(['10-07T09:30'])
  })

  it('gives the words of the child alone, the last time seen and seen alone, and visits among the notes', async () => {
    const { at, maya, theo, tom, write } = await setUp()
    const when = (text: string) => ({ at: parseInstant(`2023-${text}`), precision: 'minute' as const })
    await write(
      SeenAndHeard,
      { child: [maya] },
      { happenedAt: when('10-03T15:00Z'), seen: 'no', seenAlone: 'no', worker: tom.id },
    )
    const note = { kind: 'visit', whatHappened: 'We walked.', worker: tom.id }
    await write(
      CaseNote,
      { people: [maya, theo] },
      { ...note, happenedAt: when('10-02T15:00Z'), heading: 'By the river' },
    )
    await write(
      CaseNote,
      { people: [maya] },
      { ...note, happenedAt: when('10-02T16:00Z'), heading: 'A call', kind: 'phone-call' },
    )
    const { words, lastSeen, lastSeenAlone, visits } = await readOverview(at('10-04T09:00Z'), tom.account, maya)
    expect(words.map(({ content }) => content.fields['childsWords'])).toEqual([
      'She chose not to talk today.',
      '“I want to see Isla more than one time.”',
    ])
    expect([lastSeen?.on, lastSeenAlone?.on]).toEqual([plainDate('2023-09-27'), plainDate('2023-08-23')])
    expect(visits.map(({ type, content }) => content.fields['heading'] ?? type.key)).toEqual([
      'seen-and-heard',
      'By the river',
      'seen-and-heard',
      'seen-and-heard',
    ])
  })

  it('knows visits in care as visits, the last at which they were seen among them, and none twice', async () => {
    const { at, maya, tom } = await setUp()
    const app = at('10-06T09:00Z')
    const visit = async (visitedOn: string, seen: string, seenAlone: string, seenAndHeard: RecordId | null = null) => {
      const content = contentOf(
        CareVisit,
        { child: [maya] },
        { visitedOn: plainDate(visitedOn), kind: 'statutory', seen, seenAlone, whyNot: seen === 'no' ? 'Out' : null },
      )
      const written = await writeNew(app, tom.account, CareVisit, { ...content, links: { seenAndHeard } })
      if ('faults' in written) throw new Error(JSON.stringify(written.faults))
      return written.record
    }
    const heard = (await readOverview(app, tom.account, maya)).visits.find(({ type }) => type.key === SeenAndHeard.key)
    if (heard === undefined) throw new Error('Nobody has heard her yet')
    const told = await visit('2023-10-04', 'yes', 'no', heard.record)
    const alone = await visit('2023-10-05', 'yes', 'yes')
    const notSeen = await visit('2023-10-06', 'no', 'no')
    const { visits, lastSeen, lastSeenAlone } = await readOverview(app, tom.account, maya)
    const shown = visits.map(({ record }) => record)
    expect(shown.slice(0, 2)).toEqual([notSeen, alone])
    expect([shown.includes(heard.record), shown.includes(told)]).toEqual([true, false])
    expect([lastSeen?.record, lastSeenAlone?.record]).toEqual([alone, alone])
  })

  it('knows meetings with a personal adviser as visits, and their calls as none', async () => {
    const { at, theo, tom, write } = await setUp()
    const contact = (contactedOn: string, how: string) =>
      write(CareLeaverContact, { youngPerson: [theo] }, { contactedOn: plainDate(contactedOn), answer: 'YES', how })
    await contact('2023-10-01', 'visit')
    await contact('2023-10-02', 'met')
    await contact('2023-10-03', 'phone')
    const { visits } = await readOverview(at('10-06T09:00Z'), tom.account, theo)
    const met = visits.filter(({ type }) => type.key === CareLeaverContact.key)
    expect(met.map(({ content }) => content.fields['how'])).toEqual(['met', 'visit'])
  })
}, productTypes)
