import type { Counts, Each, Population } from '../counting/define.ts'
import type { Problem } from './check-key.ts'
import type { Indicator } from './indicator.ts'
import type { RecordType } from './record-type.ts'

/** Faults in how an indicator is counted. */
export function countsProblems(
  path: string,
  { counts, unit, variantOf }: Indicator,
  records: ReadonlyMap<string, RecordType>,
): readonly Problem[] {
  if (counts === undefined) return []
  const here = `${path} > counts`
  const problems: Problem[] = [...populationProblems(here, counts.population)]
  for (const problem of measureProblems(counts, unit)) problems.push({ path: here, problem })
  if (variantOf !== undefined && Object.keys(counts.without ?? {}).length === 0)
    problems.push({ path: here, problem: 'a variant has to say who is left out' })
  for (const type of readsOf(counts))
    if (records.get(type.key) !== type)
      problems.push({ path: here, problem: `reads records of type ${type.key}, which no area has` })
  return problems
}

/** Whether what is counted, or what number is taken, fits the unit of the figure. */
function measureProblems({ counted = {}, measure, whenNotKnown }: Counts, unit: Indicator['unit']): readonly string[] {
  const isShare = unit === 'per cent' || unit === 'ratio'
  const isNumber = unit === 'days' || unit === 'score'
  if (measure?.summary === 'pooled')
    return [
      ...(isShare ? [] : [`one number pooled over another is a per cent or a ratio, and no ${unit}`]),
      ...(whenNotKnown === 'leaves'
        ? []
        : ['of whom a number is not known they leave a pooled figure: it has no place for them']),
    ]
  return [
    ...(isShare && Object.keys(counted).length === 0 ? ['a share has to say which members count'] : []),
    ...(isNumber && measure === undefined ? ['a mean or median needs a measure'] : []),
    ...(!isNumber && measure !== undefined ? [`a ${unit} has no measure`] : []),
  ]
}

function populationProblems(path: string, { key, each, label, source }: Population): readonly Problem[] {
  const { type, role, on, of } = each
  const here = `${path} > ${key}`
  const problems: Problem[] = []
  if (label.trim() === '' || source.trim() === '') problems.push({ path: here, problem: 'needs a label and a source' })
  if (!Object.hasOwn(type.subjects, role)) problems.push({ path: here, problem: `${type.key} has no role ${role}` })
  if (type.fields[on]?.kind !== 'date') problems.push({ path: here, problem: `${on} is no date of ${type.key}` })
  if (each.when === 'open' && type.ends === undefined)
    problems.push({ path: here, problem: `a ${type.key} does not stay open: it has no end` })
  if (of !== undefined) for (const problem of codesProblems(type, of)) problems.push({ path: here, problem })
  return problems
}

/** A code that a field cannot have finds nobody, and nobody would notice. */
function codesProblems({ key, fields }: RecordType, { field, codes }: NonNullable<Each['of']>): readonly string[] {
  const definition = fields[field]
  if (definition?.kind !== 'code' || definition.trueFrom !== undefined)
    return [`${field} is no coded field of ${key} that is true from its beginning`]
  return codes
    .filter((code) => !Object.hasOwn(definition.list.codes, code))
    .map((code) => `${field} of ${key} is never ${code}`)
}

function readsOf({ population, counted = {}, without = {}, measure }: Counts): ReadonlySet<RecordType> {
  const among = measure?.summary === 'pooled' ? measure.among.reads : []
  const reads = new Set([population.each.type, ...(measure?.reads ?? []), ...among])
  const tests = [...Object.values(counted), ...Object.values(without)]
  for (let one: Population | undefined = population; one !== undefined; one = one.within)
    tests.push(...Object.values(one.include), ...Object.values(one.exclude))
  for (const one of [...tests, ...Object.values(population.by)]) for (const type of one.reads) reads.add(type)
  return reads
}
