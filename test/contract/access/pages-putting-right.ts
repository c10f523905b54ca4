import { CaseNote } from '../../../src/areas/people/notes.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import {
  type AccountKey,
  type Answer,
  answerOfAll,
  answerToDoing,
  answerToReading,
  type PersonKey,
  peopleKeys,
} from './expected.ts'
import { recordOf } from './pages-of-records.ts'
import { get, post } from './sending.ts'
import type { Page, Way } from './way.ts'
import type { World } from './world.ts'

/** Somebody who is compared with each of the others. */
export const partnerOf = (person: PersonKey): PersonKey => (person === 'mine' ? 'named' : 'mine')

/** Nobody merges whoever was adopted: not even those who know of it. */
export const merging = (account: AccountKey, person: PersonKey): Answer =>
  person === 'sealed' ? 'gone' : answerToDoing(account, person, 'm')
export const mergingBoth = (account: AccountKey, person: PersonKey): Answer =>
  answerOfAll(merging(account, person), merging(account, partnerOf(person)))

/** Of whom it is allowed, with somebody of whom it is not: the row says that it was not done. */
export const mergingAudited = (account: AccountKey, person: PersonKey): Answer => {
  const [own, both] = [merging(account, person), mergingBoth(account, person)]
  return own === 'shown' && both !== 'shown' ? 'no' : own
}
const merges: readonly AccountKey[] = ['team-manager', 'operator', 'records-officer']

const moving: Way['expected'] = (account, person) =>
  answerOfAll(answerToDoing(account, person, 'v'), answerToDoing(account, partnerOf(person), 'v'))

/** What is taken off a record is read first: whoever does not read it is told so. */
export const taking =
  (all: string): Way['expected'] =>
  (account, person) => {
    const read = answerToReading(account, person, 'o')
    if (read !== 'shown') return read
    return [...all].some((what) => answerToDoing(account, person, what) === 'shown') ? 'shown' : 'no'
  }

export const forgetMerge = ({ store }: World) =>
  store.db.deleteFrom('person_merge').where('reason', '<>', 'A test').execute()
const forgetParting = ({ store }: World) => store.db.deleteFrom('person_unmerge').execute()

/** A record of somebody's that may go. */
const another = async ({ write, people, working }: World, person: PersonKey): Promise<number> =>
  (await write.new(CaseNote, { people: [people[person].subject], worker: [working.colleague] }, 'It may go')).record

const personIn = ({ people }: World, number: number): PersonKey | undefined =>
  peopleKeys.find((key) => people[key].subject === number)

/** The number of whom somebody is compared with; of nobody, `mine`. */
export const partnerIn = (world: World, number: number): SubjectId => {
  const person = personIn(world, number)
  return world.people[person === undefined ? 'mine' : partnerOf(person)].subject
}

const secondIn = (world: World, number: number): number => {
  const person = personIn(world, number)
  return person === undefined ? number - 1 : world.people[person].second
}

/** Whose record it is, if it is one of a single person's. */
async function ownerOf(world: World, record: number): Promise<PersonKey | undefined> {
  const owner = await world.store.db
    .selectFrom('record_subject')
    .select('subject_id')
    .where('record_id', '=', record as RecordId)
    .executeTakeFirst()
  return owner === undefined ? undefined : personIn(world, owner.subject_id)
}

/** Pages for putting right what stands on the wrong record, or on two. */
export const pagesPuttingRight: readonly Page[] = [
  {
    route: 'GET /people/:subject/same',
    name: 'looking for another record of the same person',
    // It is read first, and said only then that a role merges nobody.
    expected: (account, person) => {
      const read = answerToReading(account, person, 'o')
      return read === 'shown' && !merges.includes(account) ? 'no' : read
    },
    go: get((number) => `/people/${number}/same`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/same/:other',
    name: 'two people side by side',
    expected: mergingBoth,
    audited: mergingAudited,
    go: (world, who, number) => get(() => `/people/${number}/same/${partnerIn(world, number)}`)(world, who, number),
    action: 'merge',
  },
  {
    route: 'POST /people/:subject/same/:other',
    name: 'recording two people as one',
    expected: mergingBoth,
    audited: mergingAudited,
    go: (world, who, number) =>
      post(
        () => `/people/${number}/same/${partnerIn(world, number)}`,
        () => ({ keep: String(number), reason: 'One and the same birth', compared: 'yes' }),
      )(world, who, number),
    action: 'merge',
    undo: forgetMerge,
  },
  {
    route: 'GET /people/:subject/part/:merged',
    name: 'what parting two numbers does',
    expected: merging,
    go: (world, who, number) => get(() => `/people/${number}/part/${secondIn(world, number)}`)(world, who, number),
    action: 'merge',
  },
  {
    route: 'POST /people/:subject/part/:merged',
    name: 'parting two numbers',
    expected: merging,
    go: (world, who, number) =>
      post(
        () => `/people/${number}/part/${secondIn(world, number)}`,
        () => ({ reason: 'They were twins all along' }),
      )(world, who, number),
    action: 'merge',
    undo: forgetParting,
  },
  {
    route: 'GET /records/:record/remove',
    name: 'how a note may be taken off a record',
    expected: taking('vd'),
    go: get((number) => `/records/${number}/remove`),
    number: recordOf('o'),
    action: 'read',
  },
  {
    route: 'POST /records/:record/remove',
    name: 'removing a note for good',
    // Those who only move it, or only what tells of an adoption, are shown their form again.
    expected: (account, person) => {
      const answer = taking('vd')(account, person)
      return answer === 'shown' && !['operator', 'records-officer'].includes(account) ? 'fault' : answer
    },
    go: post(
      (number) => `/records/${number}/remove`,
      () => ({ kind: 'retention', authority: 'Line 7', reason: 'It is old', do: 'confirmed' }),
    ),
    number: another,
    action: 'read',
    audited: taking('vd'),
  },
  {
    route: 'POST /records/:record/remove',
    name: 'moving a note to somebody else',
    expected: (account, person) => {
      const answer = taking('vd')(account, person)
      if (answer !== 'shown') return answer
      return account === 'adoption-worker' ? 'fault' : moving(account, person)
    },
    go: async (world, who, number) => {
      const person = await ownerOf(world, number)
      const [wrong, right] =
        person === undefined ? [0, 0] : [person, partnerOf(person)].map((one) => world.people[one].subject)
      return post(
        () => `/records/${number}/remove`,
        () => ({
          kind: 'wrong child',
          wrong: String(wrong),
          right: String(right),
          authority: 'The manager',
          reason: 'It is about another child',
          do: 'confirmed',
        }),
      )(world, who, number)
    },
    number: another,
    action: 'read',
    audited: taking('vd'),
  },
]
