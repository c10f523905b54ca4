import { breakGlass } from '../../../src/app/access/break-glass.ts'
import { choicesFor } from '../../../src/app/people/choices.ts'
import { keepDraft } from '../../../src/app/people/drafts.ts'
import { whoLooked } from '../../../src/app/people/looked.ts'
import { readPerson } from '../../../src/app/people/read.ts'
import { readVersions } from '../../../src/app/people/versions.ts'
import { correct, writable, writeNew } from '../../../src/app/people/write.ts'
import { Refused } from '../../../src/app/refused.ts'
import { CaseNote } from '../../../src/areas/people/notes.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import { answerToDoing, answerToReading, reads } from './expected.ts'
import { filled } from './made-up-records.ts'
import { latestVersion } from './pages.ts'
import type { Outcome, Way } from './way.ts'
import type { World } from './world.ts'

/** Calls a function of the app: what it gives, or in what words it refuses. */
const call =
  (
    work: (world: World, who: World['accounts'][keyof World['accounts']], number: number) => Promise<unknown>,
  ): Way['go'] =>
  async (world, who, number) => {
    try {
      return { answer: 'shown', text: JSON.stringify(await work(world, who, number), withMaps) ?? '' }
    } catch (error) {
      if (error instanceof Refused) return { answer: answerOf(error), text: `${error.kind}: ${error.message}` }
      throw error
    }
  }

const answerOf = ({ kind }: Refused): Outcome['answer'] =>
  kind === 'not found' ? 'gone' : kind === 'restricted' ? 'ring' : kind === 'not allowed' ? 'no' : 'fault'

const withMaps = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value)

const note = ({ working }: World, people: readonly SubjectId[]) => {
  const { subjects, ...others } = filled(CaseNote, 'A visit', { people, worker: [working.colleague] })
  return { ...others, subjects: { people: subjects['people'] ?? [] } }
}

const mineToRead: Way['expected'] = (account, person) => answerToReading(account, person, 'o')
const mineToRecord: Way['expected'] = (account, person) => answerToDoing(account, person, 'r')
const ownRecord: Way['number'] = ({ people }, person) => people[person].records.o

/** Every function of the app that does something about somebody for an account. A new one fails a test until it is here, or in `others`. */
export const calls: readonly (Way & { readonly of: string })[] = [
  {
    of: 'readPerson',
    name: 'today',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => {
      const moment = { asAt: app.clock.today, knownOn: app.clock.today }
      return readPerson(app, account, number as SubjectId, moment, 'a test')
    }),
    action: 'read',
    showsAll: true,
  },
  {
    of: 'readPerson',
    name: 'as known before anything was put right',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => {
      const moment = { asAt: app.clock.today, knownOn: plainDate('2023-06-01') }
      return readPerson(app, account, number as SubjectId, moment, 'a test')
    }),
    action: 'read',
  },
  {
    of: 'writable',
    name: 'what may be recorded',
    expected: mineToRead,
    go: call(async ({ app }, { account }, number) =>
      (await writable(app, account, number as SubjectId)).map(({ key }) => key),
    ),
    action: 'read',
  },
  {
    of: 'whoLooked',
    name: 'who has looked',
    expected: (account, person) => answerToDoing(account, person, 'l'),
    go: call(({ app }, { account }, number) => whoLooked(app, account, number as SubjectId)),
    action: 'see who looked',
  },
  {
    of: 'choicesFor',
    name: 'what can be chosen in a form',
    expected: mineToRecord,
    go: call(({ app }, { account }, number) =>
      choicesFor(app, account, { kind: 'person', subject: number as SubjectId }, CaseNote),
    ),
    action: 'record',
  },
  {
    of: 'readVersions',
    name: 'a note',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => readVersions(app, account, number as RecordId)),
    number: ownRecord,
    action: 'read',
  },
  {
    of: 'writeNew',
    name: 'a note',
    expected: mineToRecord,
    go: call((world, { account }, number) =>
      writeNew(world.app, account, CaseNote, note(world, [number as SubjectId])),
    ),
    action: 'record',
    writes: true,
  },
  {
    of: 'correct',
    name: 'a note',
    expected: (account, person) => answerToDoing(account, person, 'c'),
    go: call(async (world, { account }, number) => {
      const owner = Object.values(world.people).find(({ records }) => records.o === number)?.subject
      const content = note(world, owner === undefined ? [] : [owner])
      const basedOn = await latestVersion(world, number)
      return correct(world.app, account, { record: number as RecordId, basedOn, reason: 'A test', content })
    }),
    number: ownRecord,
    action: 'correct',
    writes: true,
  },
  {
    of: 'breakGlass',
    name: 'for a reason',
    expected: (account, person) => (answerToDoing(account, person, 'g') === 'shown' ? 'shown' : 'gone'),
    go: call(({ app }, { account }, number) => breakGlass(app, account, number as SubjectId, 'A child cannot wait')),
    action: 'break glass',
    writes: true,
  },
  {
    of: 'keepDraft',
    name: 'of a note',
    // Nobody's work is lost: what was typed is kept, though it may not go on the record any more.
    expected: (account, person) => (reads[account][person] === 'gone' ? 'gone' : 'shown'),
    go: call(({ app }, { account }, number) =>
      keepDraft(app, account, { type: CaseNote, subject: number as SubjectId, typed: {} }),
    ),
    action: 'record',
    audited: mineToRecord,
    writes: true,
  },
]

/** Functions that take an account and ask or give nothing about anybody, and those that have a test of their own. */
export const others: Readonly<Record<string, string>> = {
  about: 'the door itself: what is behind it is called through the others',
  aboutRecord: 'the door to a record: called through readVersions and correct',
  auditEntry: 'makes a row, and reads nothing',
  viewerOf: 'says who is asking',
  ownAccount: 'one’s own account',
  changeOwnPassword: 'one’s own account',
  signOutEverywhere: 'one’s own account',
  findPeople: 'find.test.ts',
  getDraft: 'one’s own drafts: hostile.test.ts',
  listDrafts: 'one’s own drafts: find.test.ts',
  dropDraft: 'one’s own drafts: hostile.test.ts',
}

/** Functions about somebody that are not called for every kind of person yet, and the test that asks who may, where there is one: each is to move to `calls`. */
export const notCalled: Readonly<Record<string, string>> = {
  getKept: 'the doors, and what they write down: called through the others',
  auditTried: 'the doors, and what they write down: called through the others',
  auditListed: 'the doors, and what they write down: called through the others',
  listOpenings: 'src/app/access/openings.test.ts',
  countOpenings: 'src/app/access/openings.test.ts',
  finishReview: 'src/app/access/openings.test.ts',
  clocksOf: 'none yet',
  membersOf: 'src/app/counting/seen.test.ts',
  readList: 'src/app/counting/seen.test.ts',
  exportList: 'src/app/counting/seen.test.ts',
  partsOf: 'src/app/counting/seen.test.ts',
  whyMoved: 'src/app/counting/seen.test.ts',
  readClocks: 'src/web/pages/person/clocks/clocks.test.ts',
  findWork: 'src/web/pages/work-lists/work-lists.test.ts',
  findWorkLists: 'src/web/pages/work-lists/work-lists.test.ts',
  exportWork: 'src/web/pages/work-lists/work-lists.test.ts',
  readMyWork: 'src/app/my-work/attention.test.ts',
  recently: 'src/app/my-work/attention.test.ts',
  lookedBefore: 'src/app/my-work/attention.test.ts',
  filesOfForm: 'src/app/documents/documents.test.ts',
  documentFaults: 'src/app/documents/documents.test.ts',
  openDocument: 'src/app/documents/documents.test.ts',
  takeFile: 'src/app/documents/documents.test.ts',
  exportFound: 'src/app/exports/exports.test.ts',
  exportChronology: 'src/app/exports/exports.test.ts',
  exportEverything: 'src/app/exports/exports.test.ts',
  exportDocuments: 'src/app/exports/exports.test.ts',
  choicesForLetter: 'src/web/pages/letter/letter.test.ts',
  startLetter: 'src/web/pages/letter/letter.test.ts',
  putLetter: 'src/web/pages/letter/letter.test.ts',
  comparePeople: 'src/app/people/merge.test.ts',
  beginComparing: 'src/app/people/merge.test.ts',
  previewParting: 'src/app/people/merge.test.ts',
  mergePeople: 'src/app/people/merge.test.ts',
  unmergePeople: 'src/app/people/merge.test.ts',
  readFamily: 'src/app/people/family/family.test.ts',
  newsSince: 'src/app/people/overview.test.ts',
  readOverview: 'src/app/people/overview.test.ts',
  printPerson: 'src/web/pages/person/person.test.ts',
  previewRemoval: 'src/app/people/remove.test.ts',
  removeRecord: 'src/app/people/remove.test.ts',
  previewMove: 'src/app/people/remove.test.ts',
  moveRecord: 'src/app/people/remove.test.ts',
}
