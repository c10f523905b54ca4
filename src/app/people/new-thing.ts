import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { validate } from '../../core/record/validate.ts'
import type { Account } from '../../store/accounts.ts'
import { deleteDraft, holdDraft } from '../../store/records/drafts.ts'
import { makeSubject } from '../../store/records/write.ts'
import { aboutThing } from '../access/about-thing.ts'
import type { App } from '../app.ts'
import { put } from '../records/put.ts'
import { ownKind } from './choices.ts'
import type { NotWritten } from './refused-for.ts'
import { otherFaults } from './refused-for.ts'
import { GONE, stamp } from './write.ts'

/** The role in which a thing stands in the record that says what it is. */
const ownRole = (type: RecordType): string =>
  Object.entries(type.subjects).find(([, { kind, optional }]) => kind === ownKind(type) && !optional)?.[0] ?? ''

/** Stands for the thing that has no number yet while what is written about it is checked. */
const TO_BE_MADE = 1 as SubjectId

/**
 * Makes a household, a place or an agency, with the record that says what it is: both or neither.
 * @throws Refused when the viewer may not
 */
export async function writeNewThing(
  app: App,
  account: Account,
  type: RecordType,
  content: Content,
  draft?: number,
): Promise<{ readonly subject: SubjectId } | NotWritten> {
  const role = ownRole(type)
  const others = { ...content, subjects: { ...content.subjects, [role]: [] } }
  const faults = validate(type, withThing(content, role, TO_BE_MADE), app.clock.today)
  if (faults.length > 0) return { faults }
  const detail = `new ${type.label.toLowerCase()}`
  const asked = { action: 'record', kind: ownKind(type), subject: null, sensitivity: type.sensitivity, detail } as const
  return aboutThing(app, account, asked, async (room) => {
    const { db } = room
    const wrong = await otherFaults(app, room, account, { type, content: others })
    if (wrong.length > 0) return { faults: wrong }
    if (draft !== undefined && !(await holdDraft(db, draft))) return GONE
    const made = { kind: ownKind(type), madeAt: app.clock.now(), madeBy: account.name }
    const subject = await makeSubject(db, made)
    await put(app, db, { ...stamp(app, account), type, content: withThing(content, role, subject), reason: null })
    if (draft !== undefined) await deleteDraft(db, draft)
    return { subject }
  })
}

const withThing = (content: Content, role: string, subject: SubjectId): Content => ({
  ...content,
  subjects: { ...content.subjects, [role]: [subject] },
})
