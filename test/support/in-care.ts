import { beforeAll } from 'vitest'
import { getAccount } from '../../src/app/access/accounts.ts'
import type { App } from '../../src/app/app.ts'
import { findPeople } from '../../src/app/people/find.ts'
import { Episode } from '../../src/areas/children-in-care/episodes.ts'
import { CareReview, CareVisit } from '../../src/areas/children-in-care/reviews-and-visits.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content } from '../../src/core/record/content.ts'
import { writeVersion } from '../../src/store/records/write.ts'
import { contentOf } from './content.ts'
import { demonstrationSite, type Visited } from './visitor.ts'

/**
 * The demonstration's family in care, on 4 October 2023. Maya's visit is overdue by 7 days and her third review far off; Theo's first review is due
 * on 9 October; Ivo, of another team, has had none, and it is 35 days overdue. So is that of Isla, whose record is restricted.
 */
const children = {
  Maya: { since: '2023-03-01', reviews: ['2023-03-20', '2023-06-27'], visits: ['2023-03-06', '2023-08-16'] },
  Theo: { since: '2023-09-11', reviews: [], visits: ['2023-09-15'] },
  Ivo: { since: '2023-08-01', reviews: [], visits: ['2023-10-02'] },
  Isla: { since: '2023-08-01', reviews: [], visits: [] },
} as const
const names = ['Maya', 'Theo', 'Ivo', 'Isla'] as const

type Numbers = Readonly<Record<(typeof names)[number], SubjectId>>

/** Puts them in care, in a store that the demonstration is loaded into. */
export async function putInCare(app: App): Promise<Numbers> {
  // The one who may find all of them: she is named in the restriction.
  const nasreen = await getAccount(app, 'nasreen')
  const numberOf = async (name: string) => {
    const found = (await findPeople(app, nasreen, name)).people[0]
    if (found?.kind !== 'person') throw new Error(`${name} is not there`)
    return found.subject
  }
  const numbers = {
    Maya: await numberOf('Maya Ellwood'),
    Theo: await numberOf('Theo Ellwood'),
    Ivo: await numberOf('Ivo Santander'),
    Isla: await numberOf('Isla Ellwood'),
  }
  for (const name of names) {
    const [child, { since, reviews, visits }] = [numbers[name], children[name]]
    const write = writing(app, child)
    await write(Episode, {
      startedOn: plainDate(since),
      reasonStarted: 'S',
      legalStatus: 'C2',
      categoryOfNeed: 'N1',
      placement: 'U6',
      provider: 'PR1',
    })
    for (const on of reviews) await write(CareReview, { heldOn: plainDate(on), participation: 'PN1' })
    for (const on of visits) await write(CareVisit, { visitedOn: plainDate(on), kind: 'statutory', seen: 'yes' })
  }
  return numbers
}

/** Writes a record about a child, known since today. */
export const writing =
  ({ store, clock }: App, child: SubjectId) =>
  (type: RecordType, fields: Content['fields']) =>
    writeVersion(store.db, {
      type,
      content: contentOf(type, { child: [child] }, fields),
      knownOn: clock.today,
      recordedAt: clock.now(),
      recordedBy: 'test',
      reason: null,
      source: 'form',
    })

/** Writes a record about one of them, of the type with that key. */
export function recordOf(app: App, child: SubjectId, key: string, fields: Content['fields']) {
  const type = app.catalogue.records.get(key)
  if (type === undefined) throw new Error(`There is no record type ${key}`)
  return writing(app, child)(type, fields)
}

/** The demonstration's pages with those children in care. */
export function careSite(): () => Visited & { readonly numbers: Numbers } {
  const site = demonstrationSite()
  let numbers: Numbers | undefined
  beforeAll(async () => {
    numbers = await putInCare(site().app)
  })
  return () => {
    if (numbers === undefined) throw new Error('The children are in care only while tests run.')
    return { ...site(), numbers }
  }
}
