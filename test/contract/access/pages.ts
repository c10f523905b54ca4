import { formToken } from '../../../src/app/access/sign-in.ts'
import type { RecordId } from '../../../src/core/definitions/field.ts'
import { answerToDoing, answerToReading, type Letter, type PersonKey } from './expected.ts'
import { letters } from './people.ts'
import type { Outcome, Way } from './way.ts'
import type { SignedIn, World } from './world.ts'

type Fields = Readonly<Record<string, string>>
export type Sending = { readonly method: 'GET' | 'POST'; readonly url: string; readonly fields?: Fields }

/** Sends a request as somebody; a form with the token of their session unless it has another. */
export async function send({ server }: World, who: SignedIn | undefined, { method, url, fields = {} }: Sending) {
  const form = new URLSearchParams(who === undefined ? fields : { form: formToken(who.token), ...fields })
  return server.inject({
    method,
    url,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(who === undefined ? {} : { cookie: `los_session=${encodeURIComponent(who.token)}` }),
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { payload: form.toString() } : {}),
  })
}

async function outcome(world: World, who: SignedIn, sending: Sending): Promise<Outcome> {
  const { statusCode, body, headers } = await send(world, who, sending)
  const { date: _, ...others } = headers
  const answer =
    statusCode === 200 || statusCode === 303
      ? 'shown'
      : statusCode === 404
        ? 'gone'
        : statusCode !== 403
          ? 'fault'
          : body.includes('Restricted: ring')
            ? 'ring'
            : 'no'
  return { answer, text: `${statusCode}\n${JSON.stringify(others)}\n${body}` }
}

const get =
  (url: (number: number) => string): Way['go'] =>
  (world, who, number) =>
    outcome(world, who, { method: 'GET', url: url(number) })

const post =
  (url: (number: number) => string, fields: (world: World, number: number) => Fields | Promise<Fields>): Way['go'] =>
  async (world, who, number) =>
    outcome(world, who, { method: 'POST', url: url(number), fields: await fields(world, number) })

const recordOf =
  (letter: Letter) =>
  ({ people }: World, person: PersonKey): number =>
    people[person].records[letter]

/** A note as somebody fills it in. */
export const noteFields = ({ working }: World, people: string): Fields => ({
  people,
  'happenedAt.day': '3',
  'happenedAt.month': '10',
  'happenedAt.year': '2023',
  kind: 'visit',
  heading: 'A visit',
  whatHappened: 'We talked.',
  worker: String(working.colleague),
  do: 'put',
})

/** The number of the version of a record that was written last. */
export const latestVersion = async ({ store }: World, record: number): Promise<number> =>
  (
    await store.db
      .selectFrom('version')
      .select(({ fn }) => fn.max('id').as('id'))
      .where('record_id', '=', record as RecordId)
      .executeTakeFirstOrThrow()
  ).id

const reading =
  (letter: Letter): Way['expected'] =>
  (account, person) =>
    answerToReading(account, person, letter)
const doing =
  (what: string): Way['expected'] =>
  (account, person) =>
    answerToDoing(account, person, what)

/** Every page about a person or a record, and how it is reached: `route` is the server's own name for it. */
export const pages: readonly (Way & { readonly route: string })[] = [
  {
    route: 'GET /people/:subject',
    name: 'a person’s page',
    expected: reading('o'),
    go: get((number) => `/people/${number}`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/chronology',
    name: 'a person’s chronology',
    expected: reading('o'),
    go: get((number) => `/people/${number}/chronology`),
    action: 'read',
    showsAll: true,
  },
  {
    route: 'GET /people/:subject/chronology',
    name: 'a person’s chronology as it was known before anything was put right',
    expected: reading('o'),
    go: get((number) => `/people/${number}/chronology?known-on=2023-06-01`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/records',
    name: 'a person’s records by type',
    expected: reading('o'),
    go: get((number) => `/people/${number}/records`),
    action: 'read',
  },
  {
    route: 'GET /people/:subject/clocks',
    name: 'a person’s clocks',
    expected: reading('o'),
    go: get((number) => `/people/${number}/clocks`),
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
    writes: true,
  },
  {
    route: 'GET /people/:subject/record/:type',
    name: 'the form of a note',
    expected: doing('r'),
    go: get((number) => `/people/${number}/record/case-note`),
    action: 'record',
  },
  {
    route: 'GET /people/:subject/record/:type',
    name: 'the form of an allocation',
    expected: doing('a'),
    go: get((number) => `/people/${number}/record/allocation`),
    action: 'allocate',
  },
  {
    route: 'GET /people/:subject/record/:type',
    name: 'the form of a restriction',
    expected: doing('s'),
    go: get((number) => `/people/${number}/record/restriction`),
    action: 'restrict',
  },
  {
    route: 'POST /people/:subject/record/:type',
    name: 'a new note',
    expected: doing('r'),
    go: post(
      (number) => `/people/${number}/record/case-note`,
      (world, number) => noteFields(world, String(number)),
    ),
    action: 'record',
    writes: true,
  },
  ...letters.map((letter) => ({
    route: 'GET /records/:record',
    name: `a record kept as ${letter}`,
    expected: reading(letter),
    go: get((number) => `/records/${number}`),
    number: recordOf(letter),
    action: 'read',
  })),
  {
    route: 'GET /records/:record/correct',
    name: 'the form to correct a note',
    expected: doing('c'),
    go: get((number) => `/records/${number}/correct`),
    number: recordOf('o'),
    action: 'correct',
  },
  {
    route: 'POST /records/:record/correct',
    name: 'correcting a note',
    expected: doing('c'),
    go: post(
      (number) => `/records/${number}/correct`,
      async (world, number) => {
        const owner = Object.values(world.people).find(({ records }) => records.o === number)
        const basedOn = String(await latestVersion(world, number))
        return { ...noteFields(world, String(owner?.subject ?? number)), basedOn, reason: 'A test' }
      },
    ),
    number: recordOf('o'),
    action: 'correct',
    writes: true,
  },
]

/** Every other address of the server, and why it needs no walk: it is for everybody, or for whoever is signed in, and about nobody. */
export const aboutNobody: Readonly<Record<string, 'everybody' | 'signed in'>> = {
  'GET /': 'everybody',
  'GET /datasets': 'everybody',
  'GET /datasets/:dataset': 'everybody',
  'GET /datasets/:dataset.csv': 'everybody',
  'GET /indicators/:indicator': 'everybody',
  'GET /indicators/:indicator.csv': 'everybody',
  'GET /definitions': 'everybody',
  'GET /definitions.csv': 'everybody',
  'GET /definitions/:indicator': 'everybody',
  'GET /accessibility': 'everybody',
  'GET /sign-in': 'everybody',
  'POST /sign-in': 'everybody',
  'POST /sign-out': 'signed in',
  'GET /account': 'signed in',
  'GET /account/changed': 'signed in',
  'POST /account/password': 'signed in',
  'POST /account/sign-out-everywhere': 'signed in',
  // Whom one may find there has a test of its own: `find.test.ts`.
  'GET /people': 'signed in',
}

/** Addresses about somebody that are not walked yet, and the test that asks who may: each is to become a page above. */
export const notWalked: Readonly<Record<string, string>> = {
  'GET /documents/:document': 'src/web/pages/document/document.test.ts',
  'GET /indicators/:indicator/list': 'src/web/pages/figure-list/figure-list.test.ts',
  'GET /indicators/:indicator/list.csv': 'src/web/pages/figure-list/figure-list.test.ts',
  'GET /indicators/:indicator/moved': 'src/web/pages/figure-list/figure-list.test.ts',
  'GET /my-work': 'src/web/pages/my-work/my-work.test.ts',
  'GET /work-lists': 'src/web/pages/work-lists/work-lists.test.ts',
  'GET /work-lists/:key': 'src/web/pages/work-lists/work-lists.test.ts',
  'GET /work-lists/:key.csv': 'src/web/pages/work-lists/work-lists.test.ts',
  'GET /services': 'src/web/pages/work-lists/work-lists.test.ts',
  'GET /services/:area': 'src/web/pages/work-lists/work-lists.test.ts',
  'GET /people/same': 'src/web/pages/same-person/same-person.test.ts',
  'GET /people/:subject/same': 'src/web/pages/same-person/same-person.test.ts',
  'GET /people/:subject/same/:other': 'src/web/pages/same-person/same-person.test.ts',
  'POST /people/:subject/same/:other': 'src/web/pages/same-person/same-person.test.ts',
  'GET /people/:subject/part/:merged': 'src/web/pages/same-person/same-person.test.ts',
  'POST /people/:subject/part/:merged': 'src/web/pages/same-person/same-person.test.ts',
  'GET /people/:subject/family': 'src/web/pages/person/family/family.test.ts',
  'GET /people/:subject/chronology.csv': 'src/web/pages/export/export.test.ts',
  'GET /people/:subject/export': 'src/web/pages/export/export.test.ts',
  'GET /people/:subject/everything.csv': 'src/web/pages/export/export.test.ts',
  'GET /people/:subject/documents.csv': 'src/web/pages/export/export.test.ts',
  'GET /people.csv': 'src/web/pages/export/export.test.ts',
  'GET /people/:subject/letters': 'src/web/pages/letter/letter.test.ts',
  'GET /people/:subject/letters/:letter': 'src/web/pages/letter/letter.test.ts',
  'POST /people/:subject/letters/:letter': 'src/web/pages/letter/letter.test.ts',
  'GET /people/:subject/letters/:letter/paper': 'src/web/pages/letter/letter.test.ts',
  'GET /records/:record/letter': 'src/web/pages/letter/letter.test.ts',
  'GET /records/:record/remove': 'src/web/pages/removal/removal.test.ts',
  'POST /records/:record/remove': 'src/web/pages/removal/removal.test.ts',
  'GET /openings': 'src/app/access/openings.test.ts',
  'POST /openings/:opening': 'src/app/access/openings.test.ts',
}
