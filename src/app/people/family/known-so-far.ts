import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Room } from '../../access/about.ts'
import type { App } from '../../app.ts'
import { homesOpenTo } from '../things.ts'
import { familyIn } from './family.ts'
import type { Known } from './shown.ts'

/** Somebody of a family, and in words what they are to the one whose family it is, where that is on the record. */
type Member = Pick<Known, 'subject' | 'name'> & { readonly is: string | undefined }

export type FamilyKnown = {
  /** The one whose family it is, then the nearest first. */
  readonly people: readonly Member[]
  readonly households: readonly SubjectId[]
}

const MOST = 60

/**
 * The family known so far, for a form: those of whom the page of the family tells a name (docs/decisions/0006-a-family-on-a-page.md), and the
 * households in which those live whose record the viewer may read.
 */
export async function familyKnown(app: App, room: Room, subject: SubjectId): Promise<FamilyKnown> {
  const { today } = app.clock
  const { self, relatives } = await familyIn(app, room, subject, { asAt: today, knownOn: today })
  const others = relatives.flatMap(({ who, relations }) =>
    who.kind === 'known' ? [{ subject: who.subject, name: who.name, is: relations[0]?.within }] : [],
  )
  const people = [{ subject: self.subject, name: self.name, is: undefined }, ...others.slice(0, MOST)]
  const all = people.map((one) => one.subject)
  return { people, households: [...new Set(await homesOpenTo(app, room, all))] }
}
