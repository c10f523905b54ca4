import { emptyProblems, type Problem } from './check-key.ts'
import type { FieldDefinition, Fields } from './field.ts'
import { ALWAYS } from './record-type.ts'

/** PostgreSQL cuts names at 63 characters without a word; this leaves room for the underscores and for what is put before or after. */
const longest = 40

/** Names that mean something else: to rules, or in a form, which sends its own matters beside the fields. */
const reserved: ReadonlySet<string> = new Set(['id', ALWAYS, 'form', 'draft', 'do', 'basedOn'])

/** The fault of the name of a field, role or link, if it has one. */
export function nameProblems(path: string, name: string): readonly Problem[] {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    return [{ path, problem: 'a name begins with a small letter and has no spaces or signs, like “startedOn”' }]
  if (name.length > longest) return [{ path, problem: `a name has at most ${longest} characters` }]
  if (reserved.has(name) || name in {})
    return [{ path, problem: `“${name}” means something else already; choose another name` }]
  return []
}

/**
 * All faults of the fields of a record type that can be seen from them alone.
 * @param path where the fields are: the path of their record type
 */
export const fieldsProblems = (path: string, fields: Fields): readonly Problem[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const here = `${path} > ${name}`
    return [
      ...wordProblems(here, field),
      ...kindProblems(here, field),
      ...lookedUpProblems(here, field),
      ...trueFromProblems(here, name, field, fields),
    ]
  })

function wordProblems(path: string, { label, hint }: FieldDefinition): readonly Problem[] {
  return emptyProblems(path, hint === undefined ? { label } : { label, hint })
}

function kindProblems(path: string, field: FieldDefinition): readonly Problem[] {
  if (field.kind === 'number') return numberProblems(path, field)
  if (field.kind === 'group') return groupProblems(path, field.fields)
  return []
}

type NumberField = Extract<FieldDefinition, { kind: 'number' }>

function numberProblems(path: string, { decimals, least, most }: NumberField): readonly Problem[] {
  const problems: Problem[] = []
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    problems.push({ path: `${path} > decimals`, problem: 'is a whole number from 0 to 6' })
  if (least !== undefined && most !== undefined && least > most)
    problems.push({ path, problem: 'the least is more than the most, so no number would do' })
  return problems
}

function groupProblems(path: string, fields: Fields): readonly Problem[] {
  if (Object.keys(fields).length === 0) return [{ path, problem: 'has no fields' }]
  return Object.entries(fields).flatMap(([name, field]) => {
    const here = `${path} > ${name}`
    return [
      ...nameProblems(here, name),
      ...wordProblems(here, field),
      ...inGroupProblems(here, field),
      ...(field.kind === 'number' ? numberProblems(here, field) : []),
    ]
  })
}

function lookedUpProblems(path: string, { kind, lookedUp }: FieldDefinition): readonly Problem[] {
  if (lookedUp === undefined || kind === 'text' || (kind === 'date' && lookedUp === 'as written')) return []
  return [{ path: `${path} > lookedUp`, problem: `nobody can be looked for by a ${kind} ${lookedUp}` }]
}

/** Merges, removals and links look at the fields of a record, and the chronology hides whole fields: neither looks inside a group. */
function inGroupProblems(path: string, { kind, trueFrom, sensitivity, lookedUp }: FieldDefinition): readonly Problem[] {
  const problems: Problem[] = []
  if (kind === 'group') problems.push({ path, problem: 'a group cannot hold another group' })
  if (kind === 'subject' || kind === 'record' || kind === 'document')
    problems.push({
      path,
      problem: `a group cannot hold a ${kind}: it would not be found there. Make each row a record`,
    })
  if (kind === 'date' || kind === 'instant')
    problems.push({
      path,
      problem: `a group cannot hold a day on which something happened: it would show before that day. Make each row a record`,
    })
  if (trueFrom !== undefined || sensitivity !== undefined)
    problems.push({ path, problem: 'trueFrom and sensitivity belong to the group as a whole' })
  if (lookedUp !== undefined) problems.push({ path, problem: 'nobody can be looked for by what stands in a group' })
  return problems
}

function trueFromProblems(path: string, name: string, field: FieldDefinition, fields: Fields): readonly Problem[] {
  const { trueFrom, required } = field
  if (trueFrom === undefined || trueFrom === ALWAYS) return []
  const here = `${path} > trueFrom`
  if (trueFrom === name) return [{ path: here, problem: 'a date is true from itself anyway; leave this out' }]
  const from = findField(fields, trueFrom)
  if (from?.kind !== 'date' && from?.kind !== 'instant')
    return [{ path: here, problem: `there is no date or instant ${trueFrom} in this record` }]
  if (required && !from.required)
    return [{ path: here, problem: `is required, but true only from ${trueFrom}, which may be missing` }]
  return []
}

/** A field by its name; never what every object has by nature, such as `constructor`. */
export const findField = (fields: Fields, name: string): FieldDefinition | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined
