import { Person, PersonName } from '../../../areas/people/person.ts'
import type { SexCode } from '../../../areas/people/relation-words.ts'
import { ageOn } from '../../../core/dates/age.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { type Moment, type RecordAsAt, standsIn } from '../../../core/record/chronology.ts'
import { findVersionsOf } from '../../../store/records/find.ts'
import { findSamePeople } from '../../../store/records/merges.ts'
import type { Room } from '../../access/about.ts'
import { lastSaid } from '../../access/kept.ts'
import type { App } from '../../app.ts'
import { recordsOf } from '../../records-of.ts'
import { nameOf } from '../naming.ts'
import type { Access } from './meeting.ts'
import { dateIn, hasEnded, inRole, isOf, recordsShown, textIn } from './said.ts'

/** Somebody by name, age and sex, as at and as known on. */
export type Known = {
  readonly kind: 'known'
  readonly subject: SubjectId
  readonly name: string
  /** Null for a child who has no name yet. */
  readonly firstName: string | null
  readonly sex: SexCode
  /** Null for somebody not yet born, or whose birth is not known. */
  readonly bornOn: PlainDate | null
  readonly expectedOn: PlainDate | null
  readonly diedOn: PlainDate | null
  /** On the day, or at death. */
  readonly age: number | null
  readonly unborn: boolean
  /** Whether their record may be read, so that a page may lead to it. */
  readonly opens: boolean
}

/** Somebody of whom nothing may be said but whom to ring. */
type Restricted = { readonly kind: 'restricted'; readonly ring: string }

export type Shown = Known | Restricted

/** What may be shown of somebody met; undefined for whoever is not there. */
export async function shown(
  app: App,
  room: Room,
  subject: SubjectId,
  access: Access,
  moment: Moment,
): Promise<Shown | undefined> {
  if (access.kind === 'not there') return undefined
  if (access.kind === 'restricted') return { kind: 'restricted', ring: access.ring }
  const records = await foundBy(app, room, subject, moment)
  const own = records.filter((record) => inRole(record, 'person') === subject)
  const person = own.filter(isOf(Person)).at(-1)
  const date = (field: string) => (person === undefined ? null : dateIn(person, field))
  const [bornOn, expectedOn, diedOn] = [date('bornOn'), date('expectedOn'), date('diedOn')]
  const born = bornOn !== null && bornOn <= moment.asAt ? bornOn : null
  const unborn = born === null && (expectedOn !== null || bornOn !== null)
  return {
    kind: 'known',
    subject,
    name: nameOf(own, app) ?? (unborn ? 'Unborn child' : `Person ${subject}`),
    firstName: firstNameOf(own),
    sex: sexIn(person === undefined ? null : textIn(person, 'sex')),
    bornOn: born,
    expectedOn,
    diedOn,
    age: born === null ? null : ageOn(born, diedOn ?? moment.asAt),
    unborn,
    opens: access.own,
  }
}

/**
 * What whoever may find somebody knows of them: who they are and what they are called, as it stood. What was written of the wrong person, and has
 * been put right since, is not theirs.
 */
async function foundBy(app: App, { db }: Room, subject: SubjectId, moment: Moment): Promise<readonly RecordAsAt[]> {
  const types = [Person, PersonName]
  const [then, now] = [
    await recordsOf(app, db, subject, types, moment),
    await findVersionsOf(db, {
      subject,
      types: new Map(types.map((type) => [type.key, type])),
      knownOn: app.clock.today,
    }),
  ]
  const { kept } = await findSamePeople(db, [subject], app.clock.today)
  return then.filter(({ record }) => {
    const content = lastSaid(now.filter((version) => version.record === record))
    return content === undefined || standsIn(kept(subject), { content })
  })
}

/** Whose page it is has the name they have today, on days too when they had none. */
export async function withNameOfToday(app: App, room: Room, who: Shown): Promise<Shown> {
  if (who.kind === 'restricted' || who.firstName !== null) return who
  const { today } = app.clock
  const now = await recordsShown(app, room, who.subject, [PersonName], { asAt: today, knownOn: today })
  return { ...who, name: nameOf(now, app) ?? who.name, firstName: firstNameOf(now) }
}

const sexIn = (code: string | null): SexCode => (code === 'F' || code === 'M' || code === 'U' ? code : null)

function firstNameOf(records: Parameters<typeof nameOf>[0]): string | null {
  const name = records.filter(isOf(PersonName)).findLast((record) => !hasEnded(record))
  return name === undefined ? null : (textIn(name, 'knownAs') ?? textIn(name, 'given'))
}
