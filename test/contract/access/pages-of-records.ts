import type { RecordId } from '../../../src/core/definitions/field.ts'
import { doing, reading } from './answers.ts'
import type { Letter, PersonKey } from './expected.ts'
import { letters } from './people.ts'
import { type Fields, get, post } from './sending.ts'
import type { Page } from './way.ts'
import type { World } from './world.ts'

export const recordOf =
  (letter: Letter) =>
  ({ people }: World, person: PersonKey): number =>
    people[person].records[letter]

/** Nothing goes on the record twice: each visit is another. */
let visits = 0
export const visit = (): string => `Visit number ${++visits}`

/** A note as somebody fills it in. */
export const noteFields = ({ working }: World, people: string): Fields => ({
  people,
  'happenedAt.day': '3',
  'happenedAt.month': '10',
  'happenedAt.year': '2023',
  kind: 'visit',
  heading: visit(),
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

/** Pages about a record, or for writing one. */
export const pagesOfRecords: readonly Page[] = [
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
  },
  {
    route: 'GET /people/:subject/letters',
    name: 'letters to choose from',
    expected: doing('r'),
    go: get((number) => `/people/${number}/letters`),
    action: 'record',
  },
  {
    route: 'GET /people/:subject/letters/:letter',
    name: 'a letter that was begun',
    expected: doing('r'),
    go: get((number) => `/people/${number}/letters/closing?to=${number}`),
    action: 'record',
  },
  {
    route: 'POST /people/:subject/letters/:letter',
    name: 'a letter that goes on the record',
    expected: doing('r'),
    go: post(
      (number) => `/people/${number}/letters/closing`,
      (_, number) => ({ people: String(number), to: 'The school', title: 'About it', text: 'Dear all', do: 'put' }),
    ),
    action: 'record',
  },
  {
    route: 'GET /people/:subject/letters/:letter/paper',
    name: 'a letter on paper, of which one has no draft',
    expected: () => 'gone',
    go: get((number) => `/people/${number}/letters/closing/paper?draft=1`),
    action: undefined,
  },
  {
    route: 'GET /records/:record/letter',
    name: 'a letter on the record',
    expected: reading('o'),
    go: get((number) => `/records/${number}/letter`),
    number: ({ people }, person) => people[person].letter,
    action: 'read',
  },
  {
    route: 'GET /documents/:document',
    name: 'a file',
    expected: reading('o'),
    go: get((number) => `/documents/${number}`),
    number: ({ people }, person) => people[person].document,
    action: 'read',
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
        return { ...noteFields(world, String(owner?.subject ?? number)), basedOn, 'form.reason': 'A test' }
      },
    ),
    number: recordOf('o'),
    action: 'correct',
  },
]
