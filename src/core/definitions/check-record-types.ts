import { codeListProblems, type UsedList } from './check-code-lists.ts'
import { fieldsProblems, findField, nameProblems } from './check-fields.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import type { FieldDefinition, Fields } from './field.ts'
import { ALWAYS, type RecordType } from './record-type.ts'

/** A record type, and the key of the area that defines it. */
export type Placed = { readonly area: string; readonly type: RecordType }

/** All faults of record types and of the code lists that they use, each with its path: `people > person-name > startedOn`. */
export function recordTypesProblems(all: readonly Placed[]): readonly Problem[] {
  const defined = new Map(all.map(({ type }) => [type.key, type]))
  const placed = all.map(({ area, type }) => ({ path: `${area} > ${type.key}`, key: type.key, type }))
  return [
    ...keyProblems(placed),
    ...placed.flatMap(({ path, type }) => [
      ...(type.key.length > longest ? [{ path, problem: `a key has at most ${longest} characters` }] : []),
      ...emptyProblems(path, { label: type.label, plural: type.plural, source: type.source }),
      ...namesProblems(path, type),
      ...subjectsProblems(path, type),
      ...fieldsProblems(path, type.fields),
      ...datesProblems(path, type),
      ...chronologyProblems(path, type),
      ...identityProblems(path, type),
      ...stepsProblems(`${path} > steps`, type),
      ...referenceProblems(path, type, defined),
    ]),
    ...codeListProblems(placed.flatMap(({ path, type }) => listsOf(path, type.fields))),
  ]
}

/** A table is named after its record type; see the longest name of a field. */
const longest = 40

/** A record as rules read it has its roles, links and fields side by side. */
function namesProblems(path: string, { subjects, links, fields }: RecordType): readonly Problem[] {
  const seen = new Set<string>()
  return [subjects, links, fields].flatMap(Object.keys).flatMap((name) => {
    const here = `${path} > ${name}`
    const problems = [...nameProblems(here, name)]
    if (seen.has(name))
      problems.push({ path: here, problem: 'a role, link or field of this record has this name already' })
    seen.add(name)
    return problems
  })
}

function subjectsProblems(path: string, { subjects }: RecordType): readonly Problem[] {
  const roles = Object.entries(subjects)
  const problems = roles.flatMap(([name, { label }]) => emptyProblems(`${path} > ${name}`, { label }))
  if (roles.every(([, { optional }]) => optional))
    problems.push({
      path: `${path} > subjects`,
      problem: 'at least one has to be there always, or a record could be about nobody',
    })
  return problems
}

function datesProblems(path: string, type: RecordType): readonly Problem[] {
  return [...datedProblems(`${path} > dated`, type), ...endsProblems(`${path} > ends`, type)]
}

function datedProblems(path: string, { dated, fields }: RecordType): readonly Problem[] {
  if (dated === ALWAYS) return []
  const field = findField(fields, dated)
  if (field?.kind !== 'date' && field?.kind !== 'instant')
    return [{ path, problem: `there is no date or instant ${dated} in this record` }]
  const problems: Problem[] = []
  if (!field.required) problems.push({ path, problem: `${dated} is not required, so a record could have no date` })
  if (field.trueFrom !== undefined)
    problems.push({ path, problem: `${dated} dates the record and cannot have a trueFrom` })
  return problems
}

function endsProblems(path: string, { ends, dated, fields }: RecordType): readonly Problem[] {
  if (ends === undefined) return []
  const field = findField(fields, ends)
  if (field?.kind !== 'date') return [{ path, problem: `there is no date ${ends} in this record` }]
  const problems: Problem[] = []
  if (ends === dated) problems.push({ path, problem: 'a record cannot end by the date on which it begins' })
  if (field.trueFrom !== undefined)
    problems.push({ path, problem: `${ends} is true from itself and cannot have a trueFrom` })
  return problems
}

/** How it stands in a chronology. */
function chronologyProblems(path: string, { sorts, significant, fields }: RecordType): readonly Problem[] {
  const problems: Problem[] = []
  if (significant !== undefined && findField(fields, significant)?.kind !== 'yes-no')
    problems.push({ path: `${path} > significant`, problem: `there is no yes or no ${significant} in this record` })
  if (sorts === undefined) return problems
  const field = findField(fields, sorts.by)
  if (field?.kind !== 'code')
    return [...problems, { path: `${path} > sorts`, problem: `there is no code ${sorts.by} in this record` }]
  const strange = Object.keys(sorts.icons).filter((code) => !Object.hasOwn(field.list.codes, code))
  return [
    ...problems,
    ...strange.map((code) => ({ path: `${path} > sorts`, problem: `${field.list.key} has no code ${code}` })),
  ]
}

/** Kinds by which two rows of an import can be known for the same record. */
const telling: readonly FieldDefinition['kind'][] = [
  'text',
  'number',
  'money',
  'yes-no',
  'date',
  'planned-date',
  'instant',
  'code',
  'subject',
  'record',
]

function identityProblems(path: string, type: RecordType): readonly Problem[] {
  const here = `${path} > identity`
  if (type.identity.length === 0) return [{ path: here, problem: 'is empty, so all records would be one' }]
  return type.identity.flatMap((name, index) => {
    const problem = type.identity.indexOf(name) < index ? `names ${name} twice` : identityProblem(type, name)
    return problem === undefined ? [] : [{ path: here, problem }]
  })
}

function identityProblem({ subjects, links, fields }: RecordType, name: string): string | undefined {
  const field = findField(fields, name)
  if (field !== undefined) {
    if (!field.required) return `${name} is not required, so two records without it could not be told apart`
    const isLong = field.kind === 'text' && field.length === 'paragraphs'
    return isLong || !telling.includes(field.kind)
      ? `${name} cannot tell records apart: choose a shorter field`
      : undefined
  }
  const other = Object.hasOwn(subjects, name) ? subjects[name] : Object.hasOwn(links, name) ? links[name] : undefined
  if (other === undefined) return `there is no role, link or field ${name} in this record`
  return other.optional ? `${name} is optional, so two records without it could not be told apart` : undefined
}

/** What no step asks could never be written; what two ask would be written twice. */
function stepsProblems(path: string, { steps, subjects, links, fields }: RecordType): readonly Problem[] {
  if (steps === undefined) return []
  const asked = steps.flatMap(({ asks }) => asks)
  const all = [subjects, links, fields].flatMap(Object.keys)
  return [
    ...steps.flatMap(({ label }) => emptyProblems(path, { label })),
    ...all.filter((name) => !asked.includes(name)).map((name) => ({ path, problem: `no step asks ${name}` })),
    ...asked.filter((name) => !all.includes(name)).map((name) => ({ path, problem: `there is no ${name} to ask` })),
    ...asked
      .filter((name, index) => asked.indexOf(name) < index)
      .map((name) => ({ path, problem: `${name} is asked twice` })),
  ]
}

/** Where a record points, and whether it has to. */
const references = ({ links, fields }: RecordType) => [
  ...Object.entries(links).map(([name, { to, optional }]) => ({ name, to, required: !optional })),
  ...Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'record' ? [{ name, to: field.of, required: field.required === true }] : [],
  ),
]

function referenceProblems(
  path: string,
  type: RecordType,
  defined: ReadonlyMap<string, RecordType>,
): readonly Problem[] {
  const labels = Object.entries(type.links).flatMap(([name, { label }]) =>
    emptyProblems(`${path} > ${name}`, { label }),
  )
  const lost = references(type)
    .filter(({ to }) => !defined.has(to))
    .map(({ name, to }) => ({ path: `${path} > ${name}`, problem: `there is no record type ${to}` }))
  const circle = needed(type, defined).has(type.key)
    ? [
        {
          path,
          problem: 'needs another record of its own type, directly or by others, so no first one could be recorded',
        },
      ]
    : []
  return [...labels, ...lost, ...circle]
}

/** The record types of which a record has to be there before one of this type can be. */
function needed(type: RecordType, defined: ReadonlyMap<string, RecordType>): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [type]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const { to, required } of references(one)) {
      if (!required || found.has(to)) continue
      found.add(to)
      const next = defined.get(to)
      if (next !== undefined) waiting.push(next)
    }
  }
  return found
}

const listsOf = (path: string, fields: Fields): readonly UsedList[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const here = `${path} > ${name}`
    if (field.kind === 'code' || field.kind === 'codes') return [{ path: here, list: field.list }]
    return field.kind === 'group' ? listsOf(here, field.fields) : []
  })
