import { Alert } from '../../../src/areas/people/safety.ts'
import { partsOf } from '../../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { doing, reading } from './answers.ts'
import { draftOf } from './drafts.ts'
import { type PersonKey, reads } from './expected.ts'
import { daysFrom, since } from './made-up-records.ts'
import { latestVersion, noteFields, recordOf } from './pages-of-records.ts'
import { get, post } from './sending.ts'
import type { Page, Way } from './way.ts'
import type { SignedIn, World } from './world.ts'

const homeOf = ({ people }: World, person: PersonKey): SubjectId => people[person].home
const signedOf = ({ people }: World, person: PersonKey): number => people[person].signed

/** An alert that holds, to be ended; each from another day, or it would be the same one. */
const alert = async ({ write, people, working }: World, person: PersonKey): Promise<number> => {
  const subjects = { person: [people[person].subject], worker: [working.colleague] }
  return (await write.new(Alert, subjects, 'It may end', { startedOn: daysFrom(since, -++days) })).record
}
let days = 0

const endedToday = ({ working }: World, basedOn: number) => ({
  basedOn: String(basedOn),
  'endedOn.day': '1',
  'endedOn.month': '9',
  'endedOn.year': '2023',
  whyEnded: `It is over since ${working.today}`,
})

const addressFields = (household: number) => {
  const { year, month, day } = partsOf(daysFrom(since, -++days))
  return {
    household: String(household),
    'address.lines': '1 High Street',
    kind: 'home',
    'startedOn.day': String(day),
    'startedOn.month': String(month),
    'startedOn.year': String(year),
    do: 'put',
  }
}

/** With the draft of a note that the viewer had begun about somebody. */
const withDraft =
  (go: (draft: number, number: number) => Way['go']): Way['go'] =>
  async (world: World, who: SignedIn, number: number) =>
    go(await draftOf(world, who, { subject: number }), number)(world, who, number)

/** Nobody's work is lost: what was typed is kept, though it may not go on the record any more. */
const kept: Way['expected'] = (account, person) => (reads[account][person] === 'gone' ? 'gone' : 'shown')

/** Pages for recording by hand: drafts, households, what ends, what is signed. */
export const pagesByHand: readonly Page[] = [
  {
    route: 'GET /people/:subject/record',
    name: 'what may be recorded',
    expected: reading('o'),
    go: get((number) => `/people/${number}/record`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/allocation',
    name: 'whose work somebody is',
    expected: reading('o'),
    go: get((number) => `/people/${number}/allocation`),
    action: 'read',
  },
  {
    route: 'GET /drafts/:draft/choose/:name',
    name: 'choosing somebody for a draft that was begun',
    expected: doing('r'),
    go: withDraft((draft) => get(() => `/drafts/${draft}/choose/people`)),
    action: 'record',
    begunBefore: true,
  },
  {
    route: 'POST /drafts/:draft/choose/:name',
    name: 'putting somebody into a draft that was begun',
    expected: kept,
    go: withDraft((draft, number) =>
      post(
        () => `/drafts/${draft}/choose/people`,
        () => ({ choose: String(number) }),
      ),
    ),
    action: 'record',
    audited: doing('r'),
    begunBefore: true,
  },
  {
    route: 'GET /things/:subject',
    name: 'the household where they live',
    expected: reading('o'),
    go: get((number) => `/things/${number}`),
    number: homeOf,
    about: homeOf,
    action: 'read',
  },
  {
    route: 'GET /things/:subject/record/:type',
    name: 'the form of an address of their household',
    expected: doing('r'),
    go: get((number) => `/things/${number}/record/household-address`),
    number: homeOf,
    about: homeOf,
    action: 'record',
  },
  {
    route: 'POST /things/:subject/record/:type',
    name: 'an address of their household',
    expected: doing('r'),
    go: post(
      (number) => `/things/${number}/record/household-address`,
      (_, number) => addressFields(number),
    ),
    number: homeOf,
    about: homeOf,
    action: 'record',
  },
  {
    route: 'POST /records/:record/correct/merge',
    name: 'putting two corrections together',
    expected: doing('c'),
    go: async (world, who, number) => {
      const draft = await draftOf(world, who, { record: number })
      const theirs = String(await latestVersion(world, number))
      return post(
        () => `/records/${number}/correct/merge?draft=${draft}`,
        () => ({ theirs }),
      )(world, who, number)
    },
    number: recordOf('o'),
    action: 'correct',
  },
  {
    route: 'GET /records/:record/end',
    name: 'the form to end an alert',
    expected: doing('r'),
    go: get((number) => `/records/${number}/end`),
    number: alert,
    action: 'record',
  },
  {
    route: 'POST /records/:record/end',
    name: 'ending an alert',
    expected: doing('r'),
    go: post(
      (number) => `/records/${number}/end`,
      async (world, number) => endedToday(world, await latestVersion(world, number)),
    ),
    number: alert,
    action: 'record',
  },
  {
    route: 'POST /records/:record/sign',
    name: 'signing what waits for it',
    expected: doing('f'),
    go: post(
      (number) => `/records/${number}/sign`,
      async (world, number) => ({ do: 'sign', version: String(await latestVersion(world, number)) }),
    ),
    number: signedOf,
    action: 'sign off',
  },
  {
    route: 'POST /people/:subject/record/:type',
    name: 'a draft of a note',
    expected: kept,
    go: post(
      (number) => `/people/${number}/record/case-note`,
      (world, number) => ({ ...noteFields(world, String(number)), do: 'save' }),
    ),
    action: 'record',
    audited: doing('r'),
  },
]
