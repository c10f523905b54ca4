import { CareLeaverContact } from '../../areas/care-leavers/contact.ts'
import { CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { Communication } from '../../areas/people/background.ts'
import { HouseholdMembership } from '../../areas/people/households.ts'
import { ConfidentialContactDetail, ContactDetail } from '../../areas/people/network.ts'
import { CaseNote, SeenAndHeard } from '../../areas/people/notes.ts'
import { Alert } from '../../areas/people/safety.ts'
import type { Occurrence } from '../../core/counting/chronology.ts'
import { isOpen } from '../../core/counting/work-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { inRole, standing } from '../../core/record/standing.ts'
import type { Account } from '../../store/accounts.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { clocksIn } from '../counting/clocks.ts'
import { listDrafts, type OwnDraft } from './drafts.ts'
import { familyIn } from './family/family.ts'
import type { FamilyRead } from './family/family-read.ts'
import { type PersonHead, personHead } from './head.ts'
import { type News, newsSince } from './news.ts'
import { pagesOfPerson } from './pages.ts'
import { type PutRight, putRight } from './put-right.ts'
import { type RecordRead, recordsRead } from './read.ts'

export type Overview = {
  readonly head: PersonHead
  /** That they were recorded more than once. */
  readonly merges: PutRight['merges']
  /** When the child was last seen and said or showed something, the latest first. */
  readonly words: readonly RecordRead[]
  readonly lastSeen: RecordRead | undefined
  readonly lastSeenAlone: RecordRead | undefined
  /** The last visits and times seen, the latest first. */
  readonly visits: readonly RecordRead[]
  /** What to know before one rings or visits: risks first, then how to talk together and how to ring safely. */
  readonly know: readonly RecordRead[]
  readonly homes: readonly RecordRead[]
  /** What the clocks that run ask for. */
  readonly clocks: readonly Occurrence[]
  readonly family: FamilyRead
  readonly news: News
  readonly drafts: readonly OwnDraft[]
  /** What is most often recorded, of what the viewer may record. */
  readonly mayRecord: readonly RecordType[]
}

const MOST_WORDS = 2
const MOST_VISITS = 5
const everyday: readonly RecordType[] = [CaseNote, SeenAndHeard, Alert]

/** What matters about a person now, for whoever is about to ring, visit or decide. */
export async function readOverview(app: App, account: Account, number: SubjectId): Promise<Overview> {
  const same = await findSamePeople(app.store.db, [number], app.clock.today)
  const subject = same.kept(number)
  const drafts = await listDrafts(app, account)
  const asked = { action: 'read', people: [subject], detail: pagesOfPerson.overview } as const
  return about(app, account, asked, async (room) => {
    const now = { asAt: app.clock.today, knownOn: app.clock.today }
    const { records, versions } = await recordsRead(app, room, subject, now)
    const latestFirst = records.toReversed()
    const heard = inRole(latestFirst, SeenAndHeard, 'child', subject)
    const cared = inRole(latestFirst, CareVisit, 'child', subject)
    const seen = latestOnFirst([...heard, ...cared])
    const notes = inRole(latestFirst, CaseNote, 'people', subject).filter(isVisit)
    const met = inRole(latestFirst, CareLeaverContact, 'youngPerson', subject).filter(isInPerson)
    return {
      head: await personHead(app, room, subject),
      merges: (await putRight(app, room, { numbers: same.numbers(subject), types: new Map(), moment: now })).merges,
      words: heard.filter(({ content }) => content.fields['childsWords'] !== null).slice(0, MOST_WORDS),
      lastSeen: seen.find(({ content }) => content.fields['seen'] === 'yes'),
      lastSeenAlone: seen.find(({ content }) => content.fields['seenAlone'] === 'yes'),
      visits: latestOnFirst([...heard, ...cared.filter(isToldOnce(heard)), ...notes, ...met]).slice(0, MOST_VISITS),
      know: toKnow(records, subject),
      homes: mainFirst(standing(records, HouseholdMembership, 'person', subject)),
      clocks: (await clocksIn(app, room, subject, now.asAt)).occurrences.filter((one) => isOpen(one, now.asAt)),
      family: await familyIn(app, room, subject, now),
      news: await newsSince(app, room, account, { subject, records, versions }),
      drafts: drafts.filter((draft) => draft.subject === subject),
      mayRecord: everyday.filter(({ sensitivity }) => room.may(sensitivity, 'record')),
    }
  })
}

const mainFirst = (homes: readonly RecordRead[]): readonly RecordRead[] =>
  homes.toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
const isMain = ({ content }: RecordRead): boolean => content.fields['mainHome'] === 'yes'

const latestOnFirst = (records: readonly RecordRead[]): readonly RecordRead[] =>
  records.toSorted((a, b) => (b.on ?? 0) - (a.on ?? 0))

/** What a child said at a visit in care stands by itself; the visit beside it would tell the same again. */
const isToldOnce =
  (heard: readonly RecordRead[]) =>
  ({ content }: RecordRead): boolean =>
    !heard.some(({ record }) => record === content.links['seenAndHeard'])

const isVisit = ({ content }: RecordRead): boolean => content.fields['kind'] === 'visit'

/** Of a care leaver whom the adviser visited, or met somewhere. */
const isInPerson = ({ content: { fields } }: RecordRead): boolean =>
  fields['how'] === 'visit' || fields['how'] === 'met'

/** Contact details only where there is something to mind. */
function toKnow(records: readonly RecordRead[], subject: SubjectId): readonly RecordRead[] {
  const contacts = [
    ...standing(records, ContactDetail, 'person', subject),
    ...standing(records, ConfidentialContactDetail, 'person', subject),
  ]
  return [
    ...standing(records, Alert, 'person', subject),
    ...standing(records, Communication, 'person', subject),
    ...contacts.filter(({ content: { fields } }) => fields['safeToRing'] !== 'yes' || fields['howSafely'] !== null),
  ]
}
