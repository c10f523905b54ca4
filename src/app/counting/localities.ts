import { Locality } from '../../areas/organisation/workers.ts'
import { type Attribute, attribute } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Moment } from '../../core/record/chronology.ts'
import { standing } from '../../core/record/standing.ts'
import type { KeptMember } from '../../store/counting/members.ts'
import { findSubjectsOf } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { recordsByDay } from '../records-of.ts'
import type { Place } from './lists.ts'

/** Which localities a team serves. */
export type Served = (team: SubjectId) => readonly string[]

/** Which localities each of some teams serves; today's, or those of another moment. */
export async function localitiesOf(
  app: App,
  db: Db,
  teams: readonly SubjectId[],
  { asAt, knownOn }: Moment = { asAt: app.clock.today, knownOn: app.clock.today },
): Promise<Served> {
  return (await localitiesByDay(db, teams, knownOn))(asAt)
}

/** The same on any days, of what was known on one: read once. */
export async function localitiesByDay(
  db: Db,
  teams: readonly SubjectId[],
  knownOn: PlainDate,
): Promise<(asAt: PlainDate) => Served> {
  const byDay = await recordsByDay(db, teams, [Locality], knownOn)
  return (asAt) => {
    const served = byDay(asAt)
    return (team) =>
      standing(served(team), Locality, 'teams', team).map(({ content }) => String(content.fields['name']))
  }
}

/** Every locality that there is, by name; today, or at another moment. */
export async function listLocalities(app: App, db: Db, moment?: Moment): Promise<readonly string[]> {
  const teams = await findSubjectsOf(db, [Locality])
  const served = await localitiesOf(app, db, teams, moment)
  return [...new Set(teams.flatMap(served))].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
}

/** Where each member's locality stands among their attributes. */
type ByLocality = { readonly key: string; readonly at: number; readonly attribute: Attribute }

/** Members with the locality of their team, as it was at the moment, after what the list says of them. */
export async function byLocality(
  app: App,
  db: Db,
  place: Place,
  { members, moment }: { readonly members: readonly KeptMember[]; readonly moment: Moment },
): Promise<{ readonly members: readonly KeptMember[]; readonly offered: ByLocality | undefined }> {
  const served = await localitiesOf(app, db, teamsOf(place, members), moment)
  const { attributesOf, offered } = withLocality(place, members, served)
  return { members: members.map((member) => ({ ...member, attributes: attributesOf(member) })), offered }
}

/**
 * A figure that is by team is by locality too: no record of a child says it, those of the teams do. `offered` is undefined where no team of these members
 * serves any; nothing is added then to what the list says of them.
 */
export function withLocality(
  place: Place,
  members: readonly KeptMember[],
  served: Served,
): { readonly attributesOf: (member: Said) => KeptMember['attributes']; readonly offered: ByLocality | undefined } {
  const localityOf = localityIn(place, teamsOf(place, members), served)
  if (!members.some((member) => localityOf(member) !== null))
    return { attributesOf: ({ attributes }) => attributes, offered: undefined }
  return {
    attributesOf: (member) => member.attributes.concat(localityOf(member)),
    offered: { key: 'locality', at: place.list.attributes.length, attribute: LOCALITY },
  }
}

type Said = Pick<KeptMember, 'attributes'>

/** The teams by which members of a figure are told apart. */
export function teamsOf(place: Place, members: readonly Said[]): readonly SubjectId[] {
  const at = teamAt(place)
  const teams = new Set<string>()
  for (const { attributes } of members) {
    const team = attributes[at] ?? null
    if (team !== null) teams.add(team)
  }
  return [...teams].map(teamIn)
}

/** In which locality members of a figure are, by what their teams serve: null where that is none, or it is not known which team is theirs. */
export function localityIn(place: Place, teams: readonly SubjectId[], served: Served): (member: Said) => string | null {
  const at = teamAt(place)
  const names = new Map(teams.map((team) => [String(team), served(team).join(', ') || null] as const))
  return ({ attributes }) => names.get(attributes[at] ?? '') ?? null
}

function teamAt({ list, counting }: Place): number {
  const own = list.placings[counting.placing]?.population.by['team']
  return list.attributes.findIndex(([, one]) => one === own)
}

const LOCALITY = attribute('Locality', [Locality], () => undefined)
const teamIn = (text: string): SubjectId => Number(text) as SubjectId
