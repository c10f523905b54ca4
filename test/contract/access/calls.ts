import { breakGlass } from '../../../src/app/access/break-glass.ts'
import { clocksOf, readClocks } from '../../../src/app/counting/clocks.ts'
import { exportChronology, exportDocuments, exportEverything } from '../../../src/app/exports/person.ts'
import { choicesForLetter } from '../../../src/app/letters/choices.ts'
import { getLetter, startLetter } from '../../../src/app/letters/letter.ts'
import { readAllocations } from '../../../src/app/people/allocations.ts'
import { choicesFor } from '../../../src/app/people/choices.ts'
import { comparePeople } from '../../../src/app/people/compare.ts'
import { keepDraft } from '../../../src/app/people/drafts.ts'
import { readFamily } from '../../../src/app/people/family/family.ts'
import { whoLooked } from '../../../src/app/people/looked.ts'
import { readOverview } from '../../../src/app/people/overview.ts'
import { printPerson, readPerson } from '../../../src/app/people/read.ts'
import { readThing } from '../../../src/app/people/read-thing.ts'
import { previewRemoval } from '../../../src/app/people/remove.ts'
import { readVersions } from '../../../src/app/people/versions.ts'
import { correct, whatToRecord, writable, writeNew } from '../../../src/app/people/write.ts'
import { Refused } from '../../../src/app/refused.ts'
import { CaseNote } from '../../../src/areas/people/notes.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import { doing, reading } from './answers.ts'
import { answerToDoing, reads } from './expected.ts'
import { filled } from './made-up-records.ts'
import { forgetGlass } from './pages-of-people.ts'
import { latestVersion, visit } from './pages-of-records.ts'
import { mergingAudited, mergingBoth, partnerIn, taking } from './pages-putting-right.ts'
import type { Outcome, Way } from './way.ts'
import type { World } from './world.ts'

/** Calls a function of the app: what it gives, or in what words it refuses. */
const call =
  (
    work: (world: World, who: World['accounts'][keyof World['accounts']], number: number) => Promise<unknown>,
  ): Way['go'] =>
  async (world, who, number) => {
    try {
      const given = await work(world, who, number)
      const isFault = typeof given === 'object' && given !== null && 'faults' in given
      return { answer: isFault ? 'fault' : 'shown', text: JSON.stringify(given, withMaps) ?? '' }
    } catch (error) {
      if (error instanceof Refused) return { answer: answerOf(error), text: `${error.kind}: ${error.message}` }
      throw error
    }
  }

const answerOf = ({ kind }: Refused): Outcome['answer'] =>
  kind === 'not found' ? 'gone' : kind === 'restricted' ? 'ring' : kind === 'not allowed' ? 'no' : 'fault'

const withMaps = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value)

const note = ({ working }: World, people: readonly SubjectId[]) => {
  const { subjects, ...others } = filled(CaseNote, visit(), { people, worker: [working.colleague] })
  return { ...others, subjects: { people: subjects['people'] ?? [] } }
}

const mineToRead = reading('o')
const mineToRecord = doing('r')
const mineToTakeOut = doing('e')
const now = ({ app }: World) => ({ asAt: app.clock.today, knownOn: app.clock.today })
const ownRecord: Way['number'] = ({ people }, person) => people[person].records.o

/** Every function of the app that does something about somebody for an account. A new one fails a test until it is here, or in `others`. */
export const calls: readonly (Way & { readonly of: string })[] = [
  {
    of: 'readPerson',
    name: 'today',
    expected: mineToRead,
    go: call((world, { account }, number) => readPerson(world.app, account, number as SubjectId, now(world), 'a test')),
    action: 'read',
    showsAll: true,
  },
  {
    of: 'printPerson',
    name: 'today',
    expected: mineToRead,
    go: call((world, { account }, number) =>
      printPerson(world.app, account, number as SubjectId, now(world), 'a test'),
    ),
    action: 'read',
  },
  {
    of: 'readOverview',
    name: 'today',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => readOverview(app, account, number as SubjectId)),
    action: 'read',
  },
  {
    of: 'readFamily',
    name: 'today',
    expected: mineToRead,
    go: call((world, { account }, number) => readFamily(world.app, account, number as SubjectId, now(world))),
    action: 'read',
  },
  {
    of: 'clocksOf',
    name: 'today',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => clocksOf(app, account, number as SubjectId, app.clock.today)),
    action: 'read',
  },
  {
    of: 'readClocks',
    name: 'today',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => readClocks(app, account, number as SubjectId, app.clock.today)),
    action: 'read',
  },
  {
    of: 'exportChronology',
    name: 'today',
    expected: mineToTakeOut,
    go: call((world, { account }, number) =>
      exportChronology(world.app, account, number as SubjectId, now(world), 'a test'),
    ),
    action: 'export',
    showsAll: true,
  },
  {
    of: 'exportEverything',
    name: 'of all times',
    expected: mineToTakeOut,
    go: call(({ app }, { account }, number) => exportEverything(app, account, number as SubjectId)),
    action: 'export',
    showsAll: true,
  },
  {
    of: 'exportDocuments',
    name: 'of all times',
    expected: mineToTakeOut,
    go: call(({ app }, { account }, number) => exportDocuments(app, account, number as SubjectId)),
    action: 'export',
  },
  {
    of: 'startLetter',
    name: 'to themselves',
    expected: mineToRecord,
    go: call(({ app }, { account }, number) => {
      const subject = number as SubjectId
      return startLetter(app, account, getLetter(app, 'closing'), { subject, to: subject })
    }),
    action: 'record',
  },
  {
    of: 'choicesForLetter',
    name: 'to whom, and how',
    expected: mineToRecord,
    go: call(({ app }, { account }, number) => choicesForLetter(app, account, number as SubjectId)),
    action: 'record',
  },
  {
    of: 'comparePeople',
    name: 'with somebody else',
    expected: mergingBoth,
    audited: mergingAudited,
    go: call((world, { account }, number) =>
      comparePeople(world.app, account, number as SubjectId, partnerIn(world, number)),
    ),
    action: 'merge',
  },
  {
    of: 'previewRemoval',
    name: 'of a note',
    expected: taking('vd'),
    go: call(({ app }, { account }, number) => previewRemoval(app, account, number as RecordId)),
    number: ownRecord,
    action: 'read',
  },
  {
    of: 'readAllocations',
    name: 'today',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => readAllocations(app, account, number as SubjectId)),
    action: 'read',
  },
  {
    of: 'whatToRecord',
    name: 'and what they are called',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => whatToRecord(app, account, number as SubjectId)),
    action: 'read',
  },
  {
    of: 'readThing',
    name: 'the household where they live',
    expected: mineToRead,
    go: call(({ app }, { account }, number) => readThing(app, account, number as SubjectId)),
    number: ({ people }, person) => people[person].home,
    about: ({ people }, person) => people[person].home,
    action: 'read',
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
  },
  {
    of: 'breakGlass',
    name: 'for a reason',
    expected: (account, person) => (answerToDoing(account, person, 'g') === 'shown' ? 'shown' : 'gone'),
    go: call(({ app }, { account }, number) => breakGlass(app, account, number as SubjectId, 'A child cannot wait')),
    action: 'break glass',
    undo: forgetGlass,
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
  },
]

/** Functions that take an account and ask or give nothing about anybody, and those that are called otherwise. */
export const others: Readonly<Record<string, string>> = {
  about: 'the door itself: what is behind it is called through the others',
  aboutRecord: 'the door to a record: called through readVersions and correct',
  getKept: 'what a record is, for what asks about everybody in it: through previewRemoval',
  auditTried: 'keeps that a number was tried, and reads nothing',
  auditListed: 'keeps who was shown, and reads nothing',
  auditTaken: 'keeps what was taken out, for what decided it: lists-of-the-day.test.ts',
  auditEntry: 'makes a row, and reads nothing',
  lookedBefore: 'makes a row of the demonstration, and reads nothing',
  viewerOf: 'says who is asking',
  staffOnly: 'says who works here: partner.test.ts',
  localitiesOfPartner: 'what a partner’s account is for',
  partnersLocality: 'figures that were published, which name nobody: test/contract/disclosure/localities.test.ts',
  staffLocality: 'numbers of lists: the same; what a part tells of whom is in partsOf',
  figuresOfLocality: 'numbers of lists, as partsOf tells them: src/app/localities/staff.test.ts',
  ownAccount: 'one’s own account',
  changeOwnPassword: 'one’s own account',
  signOutEverywhere: 'one’s own account',
  aboutThing: 'the door to a household or a place: called through readThing and choicesFor',
  enter: 'the doors, by what is written: called through writeNew',
  enterRecord: 'the doors, by what a record is about: called through readVersions and correct',
  mayStillRead: 'whether one may still open what one has just written about, and nothing of it',
  refusedFor: 'what is wrong with what is written, behind the door: called through writeNew and correct',
  otherFaults: 'what is wrong with what is written, behind the door: called through writeNew and correct',
  stamp: 'who wrote it and when, and reads nothing',
  getDraft: 'one’s own drafts: drafts.test.ts',
  findOwnDraft: 'one’s own drafts: drafts.test.ts',
  fillIn: 'one’s own drafts: drafts.test.ts',
  listDrafts: 'one’s own drafts: find.test.ts',
  dropDraft: 'one’s own drafts: drafts.test.ts',
  takeFile: 'a file for a form: documents.test.ts',
  filesOfForm: 'files of one’s own, or that the record has: documents.test.ts',
  documentFaults: 'the same, when it is written: documents.test.ts',
  newsSince: 'what is new of what was read already: through readOverview',
  recently: 'numbers of whom one has opened: through readMyWork',
  readMyWork: 'a list: lists-of-the-day.test.ts',
  findPeople: 'a list: find.test.ts',
  exportFound: 'a list: find.test.ts',
  findPeopleToChoose: 'a list: find.test.ts',
  findLikely: 'a list: find.test.ts',
  findThings: 'a list: find.test.ts',
  listWaiting: 'a list: lists-of-the-day.test.ts',
  workChoices: 'whose work somebody new can be: new.test.ts',
  mayRecordNew: 'whether one records anybody new: new.test.ts',
  recordNewPerson: 'somebody new: new.test.ts',
  writeNewThing: 'something new: new.test.ts',
  listOpenings: 'a list: lists.test.ts',
  countOpenings: 'a list: lists.test.ts',
  membersOf: 'a list: lists.test.ts',
  readList: 'a list: lists.test.ts',
  takeMembers: 'a list: lists.test.ts',
  exportList: 'a list: lists.test.ts',
  partsOf: 'numbers of a list: lists.test.ts',
  whyMoved: 'a list: lists.test.ts',
  restatedSince: 'a list: lists.test.ts',
  escalate: 'what was promised, which names nobody: board.test.ts',
  promising: 'the door to what was promised, which names nobody: actions.test.ts',
  agreeAction: 'what was promised, which names nobody: actions.test.ts',
  tellAction: 'what was promised, which names nobody: actions.test.ts',
  makePlan: 'what was promised, which names nobody: actions.test.ts',
  agreeObjective: 'what was promised, which names nobody: actions.test.ts',
  tellObjective: 'what was promised, which names nobody: actions.test.ts',
  readQuality: 'numbers of a list: quality.test.ts',
  readErrors: 'a list: lists.test.ts',
  exportErrors: 'a list: lists.test.ts',
  looking: 'what those look through: through them',
  isFor: 'whose errors are asked for, and reads nothing',
  atDoor: 'the doors, by what it is: called through errorsOfOne',
  errorsOfOne: 'through its page',
  assignError: 'through its page',
  sayRight: 'through the same page: of-imports.test.ts',
  freezeMonth: 'a month of figures, which names nobody: lists.test.ts and months.test.ts',
  inMonth: 'the door to a month of figures: called through freezeMonth',
  seeQuality: 'a month of figures, which names nobody: months.test.ts',
  writeCommentary: 'a month of figures, which names nobody: months.test.ts',
  signOff: 'of a record, through its page; of a month of figures, which names nobody: months.test.ts',
  openAgain: 'a month of figures, which names nobody: months.test.ts',
  publishReport: 'a month of figures, which names nobody: publish.test.ts',
  decideRestated: 'a month of figures, which names nobody: publish.test.ts',
  exchanger: 'the roles that somebody has today, and reads nothing of anybody',
  administers: 'whether to offer it: `tokens.test.ts`',
  programName: 'a name in the log',
  loadSupply: 'figures that others send, which name nobody: src/app/supplies/supply.test.ts',
  signOffSupply: 'the same',
  readReconciliation: 'a list: lists.test.ts',
  readFinding: 'one of a list: src/app/reconciliation/reconciliation.test.ts',
  readMeasures: 'a list: src/app/reconciliation/measures.test.ts',
  decideFinding: 'of one of a list: src/app/reconciliation/reconciliation.test.ts',
  takeOutReconciliation: 'a list: src/app/reconciliation/reconciliation.test.ts',
  insideOf: 'both of these: lists.test.ts',
  findWork: 'a list: lists-of-the-day.test.ts',
  findTracker: 'a list: lists-of-the-day.test.ts',
  exportTracker: 'a list: lists-of-the-day.test.ts',
  findWorkLists: 'a list: lists-of-the-day.test.ts',
  exportWork: 'a list: lists-of-the-day.test.ts',
  readCaseload: 'a list: src/web/pages/worker-away/worker-away.test.ts',
  markAway: 'the same; each is written through writeNew',
  markBack: 'the same; each is written through endRecord',
  openDocument: 'through its page',
  finishReview: 'through its page',
  endRecord: 'through its page',
  putLetter: 'through its page',
  beginComparing: 'through its page',
  previewParting: 'through its page',
  mergePeople: 'through its page',
  unmergePeople: 'through its page',
  removeRecord: 'through its page',
  previewMove: 'through its page',
  moveRecord: 'through its page',
}
