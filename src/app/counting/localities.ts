import { Locality } from '../../areas/organisation/workers.ts'
import { type Attribute, attribute } from '../../core/counting/define.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Moment } from '../../core/record/chronology.ts'
import { standing } from '../../core/record/standing.ts'
import type { KeptMember } from '../../store/counting/members.ts'
import { findSubjectsOf } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'
import type { Place } from './lists.ts'

/** Which localities each of some teams serves; today's, or those of another moment. */
export async function localitiesOf(
  app: App,
  db: Db,
  teams: readonly SubjectId[],
  moment?: Moment,
): Promise<(team: SubjectId) => readonly string[]> {
  const served = await recordsOfAll(app, db, teams, [Locality], moment)
  return (team) => standing(served(team), Locality, 'teams', team).map(({ content }) => String(content.fields['name']))
}

/** Every locality that there is, by name; today, or at another moment. */
export async function listLocalities(app: App, db: Db, moment?: Moment): Promise<readonly string[]> {
  const teams = await findSubjectsOf(db, [Locality])
  const served = await localitiesOf(app, db, teams, moment)
  return [...new Set(teams.flatMap(served))].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
}

/** A figure that is by team is by locality too: no record of a child says it, those of the teams do. */
export type ByLocality = {
  readonly members: readonly KeptMember[]
  /** Where each member's locality stands among their attributes; undefined where no team of theirs serves any. */
  readonly offered: { readonly key: string; readonly at: number; readonly attribute: Attribute } | undefined
}

/** Members with the locality of their team, as it was at the moment, after what the list says of them. */
export async function byLocality(
  app: App,
  db: Db,
  { list, counting }: Place,
  { members, moment }: { readonly members: readonly KeptMember[]; readonly moment: Moment },
): Promise<ByLocality> {
  const own = list.placings[counting.placing]?.population.by['team']
  const team = list.attributes.findIndex(([, one]) => one === own)
  const teams = [...new Set(members.flatMap(({ attributes }) => attributes[team] ?? []))]
  const served = await localitiesOf(app, db, teams.map(teamIn), moment)
  const names = new Map(teams.map((one) => [one, served(teamIn(one)).join(', ') || null] as const))
  if (![...names.values()].some((name) => name !== null)) return { members, offered: undefined }
  const nameOf = ({ attributes }: KeptMember) => names.get(attributes[team] ?? '') ?? null
  return {
    members: members.map((member) => ({ ...member, attributes: [...member.attributes, nameOf(member)] })),
    offered: { key: 'locality', at: list.attributes.length, attribute: LOCALITY },
  }
}

const LOCALITY = attribute('Locality', [Locality], () => undefined)
const teamIn = (text: string): SubjectId => Number(text) as SubjectId
