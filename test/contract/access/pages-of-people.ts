import { doing, reading } from './answers.ts'
import { type AccountKey, answerToDoing, type PersonKey } from './expected.ts'
import { get, post } from './sending.ts'
import type { Page, Way } from './way.ts'
import type { World } from './world.ts'

/** Whoever looks at openings may know that there is one which is not theirs to look at; to everybody else there is none. */
const looking: Way['expected'] = (account, person) => {
  const answer = lookingAudited(account, person)
  return answer === 'no' && !reviewers.includes(account) ? 'gone' : answer
}
const reviewers: readonly AccountKey[] = ['team-manager', 'records-officer', 'adoption-worker', 'without a worker']
/** No restriction is in the way: who looked is found out, and nothing that is restricted. */
const lookingAudited: Way['expected'] = (account, person) => {
  const answer = answerToDoing(account, person, 'o')
  return answer === 'ring' ? 'no' : answer
}

const HOUR = 3_600_000

/** That somebody opened a record without leave, which waits to be looked at. */
export async function opening({ store, people, accounts, app }: World, person: PersonKey): Promise<number> {
  const at = app.clock.now()
  const { id } = await store.db
    .insertInto('broken_glass')
    .values({
      account_id: accounts['without a role'].account.id,
      subject_id: people[person].subject,
      reason: 'It waits',
      broken_at: new Date(at.getTime() - 2 * HOUR),
      ends_at: new Date(at.getTime() - HOUR),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const forgetGlass = ({ store }: World) =>
  store.db.deleteFrom('broken_glass').where('reason', '<>', 'A test').execute()

/** Pages about somebody. */
export const pagesOfPeople: readonly Page[] = [
  {
    route: 'GET /people/:subject',
    name: 'a person’s page',
    expected: reading('o'),
    go: get((number) => `/people/${number}`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/chronology',
    name: 'a chronology, printed whole',
    expected: reading('o'),
    go: get((number) => `/people/${number}/chronology?print=yes`),
    action: 'read',
    showsAll: true,
  },
  {
    route: 'GET /people/:subject/chronology',
    name: 'a chronology as it was known before anything was put right',
    expected: reading('o'),
    go: get((number) => `/people/${number}/chronology?known-on=2023-06-01`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/chronology',
    name: 'a chronology by the number under which somebody was recorded a second time, before that was known',
    expected: reading('o'),
    go: get((number) => `/people/${number}/chronology?known-on=2023-06-01`),
    number: ({ people }, person) => people[person].second,
    action: 'read',
  },
  {
    route: 'GET /people/:subject/records',
    name: 'records by type',
    expected: reading('o'),
    go: get((number) => `/people/${number}/records?type=case-note`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/family',
    name: 'the family',
    expected: reading('o'),
    go: get((number) => `/people/${number}/family`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/family',
    name: 'the family as it was known before anything was put right',
    expected: reading('o'),
    go: get((number) => `/people/${number}/family?known-on=2023-06-01`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/clocks',
    name: 'the clocks',
    expected: reading('o'),
    go: get((number) => `/people/${number}/clocks`),
    action: 'read',
  },
  {
    route: 'GET /quality/of/:subject',
    name: 'the errors of data',
    expected: reading('o'),
    go: get((number) => `/quality/of/${number}`),
    action: 'read',
  },
  {
    route: 'POST /quality/of/:subject',
    name: 'asking somebody to put right what is none any more',
    expected: (account, person) => {
      const answer = reading('o')(account, person)
      return answer === 'shown' ? 'fault' : answer
    },
    audited: (account, person) => {
      const answer = reading('o')(account, person)
      return answer === 'shown' ? 'no' : answer
    },
    go: post(
      (number) => `/quality/of/${number}`,
      () => ({ rule: 'none', record: '', to: 'director', note: 'A test' }),
    ),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/looked',
    name: 'who has looked',
    expected: doing('l'),
    go: get((number) => `/people/${number}/looked`),
    action: 'see who looked',
  },
  {
    route: 'GET /people/:subject/export',
    name: 'what can be taken out',
    expected: doing('e'),
    go: get((number) => `/people/${number}/export`),
    action: 'export',
  },
  {
    route: 'GET /people/:subject/chronology.csv',
    name: 'the chronology as CSV',
    expected: doing('e'),
    go: get((number) => `/people/${number}/chronology.csv`),
    action: 'export',
    showsAll: true,
  },
  {
    route: 'GET /people/:subject/chronology.csv',
    name: 'the chronology as CSV as it was known before anything was put right',
    expected: doing('e'),
    go: get((number) => `/people/${number}/chronology.csv?known-on=2023-06-01`),
    action: 'export',
  },
  {
    route: 'GET /people/:subject/everything.csv',
    name: 'everything held',
    expected: doing('e'),
    go: get((number) => `/people/${number}/everything.csv`),
    action: 'export',
    showsAll: true,
  },
  {
    route: 'GET /people/:subject/documents.csv',
    name: 'the list of documents',
    expected: doing('e'),
    go: get((number) => `/people/${number}/documents.csv`),
    action: 'export',
  },
]

/** Opening somebody’s record without leave, and looking at it afterwards. */
export const pagesOfOpenings: readonly Page[] = [
  {
    route: 'GET /people/:subject/open',
    name: 'the glass to be broken',
    expected: () => 'shown',
    go: get((number) => `/people/${number}/open`),
    action: undefined,
  },
  {
    route: 'POST /people/:subject/open',
    name: 'breaking the glass',
    expected: (account, person) => (answerToDoing(account, person, 'g') === 'shown' ? 'shown' : 'gone'),
    go: post(
      (number) => `/people/${number}/open`,
      () => ({ reason: 'A child cannot wait' }),
    ),
    action: 'break glass',
    undo: forgetGlass,
  },
  {
    route: 'POST /openings/:opening',
    name: 'looking at an opening',
    expected: looking,
    audited: lookingAudited,
    go: post(
      (number) => `/openings/${number}`,
      () => ({ verdict: 'needed', finding: 'It was' }),
    ),
    number: opening,
    action: 'review openings',
    undo: forgetGlass,
  },
]
