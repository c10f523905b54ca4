import { Mother } from '../../areas/children-in-care/circumstances.ts'
import { ImportantPerson } from '../../areas/people/network.ts'
import { FamilyTimeArrangement, ParentalResponsibility, Relationship } from '../../areas/people/relationships.ts'
import { decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { protectedPeople } from './protected.ts'

/**
 * Records of what two people are to each other, and the codes of it that are told where one of the two is restricted: a word, a day, how it came
 * about would tell of the other what their own record does. See docs/decisions/0006-a-family-on-a-page.md.
 */
const ties: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  [Relationship.key, ['kind']],
  [ParentalResponsibility.key, ['holds']],
  [FamilyTimeArrangement.key, ['how']],
  [ImportantPerson.key, []],
  [Mother.key, ['mother']],
])

/**
 * How a record may be told by those whom it ties together. `restricted`: one of them is, for the viewer; no more of it than a code. `not there`: one
 * of them is not, and so is the record.
 */
export type Tie = 'open' | 'restricted' | 'not there'

type Said = { readonly type: RecordType; readonly content: Pick<Content, 'subjects'> }

/** The fields of a record that ties two people together which are told though one of them is restricted. */
export const toldOfTie = ({ key }: RecordType): readonly string[] => ties.get(key) ?? []

/** Types of record that tie two people together. */
export const isTie = ({ key }: RecordType): boolean => ties.has(key)

/** Tells of records how they tie people together, for a viewer. Give all that is to be asked about: the people in them are looked up at once. */
export async function tiesAmong(
  app: App,
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  all: readonly Said[],
): Promise<(said: Said) => Tie> {
  const people = await protectedPeople(app, db, [...new Set(all.flatMap(tied))])
  return (said) => closest(tied(said).map((subject) => knownAs(viewer, people.get(subject))))
}

/** The one that lets least be told. */
export const closest = (all: readonly Tie[]): Tie =>
  (['not there', 'restricted'] as const).find((one) => all.includes(one)) ?? 'open'

const tied = ({ type, content }: Said): readonly SubjectId[] =>
  isTie(type)
    ? Object.entries(type.subjects).flatMap(([role, { kind }]) =>
        kind === 'person' ? (content.subjects[role] ?? []) : [],
      )
    : []

/** Whoever has broken the glass may read, though they would not find. */
function knownAs(viewer: Viewer, person: Protected | undefined): Tie {
  if (person === undefined) return 'not there'
  if (decide(viewer, 'read', person).may === 'yes') return 'open'
  const { may } = decide(viewer, 'find', person)
  return may === 'restricted' || may === 'not there' ? may : 'open'
}
