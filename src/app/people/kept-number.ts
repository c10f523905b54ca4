import type { FieldDefinition, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { App } from '../app.ts'

/** The numbers by which people are known today. A number that is no number stays what it is. */
export async function keptNumbers(
  app: App,
  subjects: readonly SubjectId[],
): Promise<(subject: SubjectId) => SubjectId> {
  const real = [...new Set(subjects)].filter((subject) => Number.isSafeInteger(subject) && subject > 0)
  return (await findSamePeople(app.store.db, real, app.clock.today)).kept
}

/** What was typed into a form of a type, with people under the numbers by which they are known today. */
export async function typedUnderKept(
  app: App,
  type: RecordType,
  typed: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const people = Object.entries(typed).filter(([name]) => namesPeople(type, name))
  const kept = await keptNumbers(
    app,
    people.flatMap(([, values]) => values.map((value) => Number(value) as SubjectId)),
  )
  const renumbered = people.map(([name, values]) => {
    const numbers = values.map((value) => (value.trim() === '' ? value : String(kept(Number(value) as SubjectId))))
    return [name, [...new Set(numbers)]] as const
  })
  return { ...typed, ...Object.fromEntries(renumbered) }
}

/** Whether a question of a form asks for people: `child`, `author`, or `points.0.who` in a group. */
function namesPeople({ subjects, fields }: RecordType, name: string): boolean {
  const [first = '', ...rest] = name.split('.')
  if (Object.hasOwn(subjects, first)) return subjects[first]?.kind === 'person'
  return Object.hasOwn(fields, first) && asksForPeople(fields[first], rest)
}

function asksForPeople(field: FieldDefinition | undefined, rest: readonly string[]): boolean {
  if (field?.kind === 'subject') return field.of === 'person'
  const [, part = '', ...further] = rest
  return field?.kind === 'group' && Object.hasOwn(field.fields, part) && asksForPeople(field.fields[part], further)
}
