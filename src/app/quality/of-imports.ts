import type { RecordFormat } from '../../formats/records.ts'
import { findAssignments } from '../../store/quality/assignments.ts'
import { findOpenFaults, type OpenFault } from '../../store/quality/import-faults.ts'
import { findVersionsOfAll, type StoredVersion } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { findRecordFormat, recordFormats } from '../records/formats.ts'
import { type ErrorFound, keyOf } from './error-found.ts'

/**
 * What does not fit between the returns of two years, once for each child, record and rule: until what is wrong is no longer so, whoever wrote that, or somebody said
 * that it is right as it is.
 */
export async function faultsOfImports(app: App, db: Db): Promise<readonly ErrorFound[]> {
  const told = await findOpenFaults(db)
  const isStill = await stillIn(app, db, told)
  const open = told.filter(isStill)
  const said = await findAssignments(db)
  const same = await findSamePeople(db, [...new Set([...open, ...said].map(({ subject }) => subject))], app.clock.today)
  const found = open.flatMap((fault) => errorOf(app, { ...fault, subject: same.kept(fault.subject) }) ?? [])
  const last = new Map(said.map((one) => [keyOf({ ...one, subject: same.kept(one.subject) }), one.isRight] as const))
  const once = new Map(found.map((one) => [keyOf({ ...one, rule: one.rule.key }), one] as const))
  return [...once].flatMap(([key, one]) => (last.get(key) === true ? [] : one))
}

/** Whether a fault is as it was told, by what its record says now. */
async function stillIn(app: App, db: Db, told: readonly OpenFault[]): Promise<(fault: OpenFault) => boolean> {
  const written = told.filter(({ isWritten }) => isWritten)
  const types = new Map(
    written.flatMap(({ type: key }) => {
      const type = app.catalogue.records.get(key)
      return type === undefined ? [] : [[key, type] as const]
    }),
  )
  const subjects = [...new Set(written.map(({ subject }) => subject))]
  const versions = await findVersionsOfAll(db, { subjects, types, knownOn: app.clock.today })
  return (fault) => {
    const type = types.get(fault.type)
    if (!fault.isWritten || type === undefined) return true
    const all = versions.filter(({ record }) => record === fault.record)
    const was = latestOf(all.filter(({ sequence }) => sequence <= fault.lastVersion))
    const now = latestOf(all)
    const rule = findRecordFormat(fault.format)?.misfits?.rules[fault.rule]
    if (rule === undefined || was === undefined || now === undefined) return true
    const { later, field } = fault
    return rule.isStill({ type, was: was.content.fields, now: now.content.fields, later, field })
  }
}

/** Of versions in the order in which they were written, the one that counts: known last. */
const latestOf = (versions: readonly StoredVersion[]): StoredVersion | undefined =>
  versions.toSorted((a, b) => a.knownOn - b.knownOn || a.sequence - b.sequence).at(-1)

/** What a rule of two returns is called, by the key of its errors. */
export const labelOfReturnRule = (key: string): string | undefined =>
  recordFormats
    .flatMap(({ misfits }) => Object.entries(misfits?.rules ?? {}))
    .find(([rule]) => keyOfRule(rule) === key)?.[1].label

const keyOfRule = (rule: string): string => `return-${rule}`

function errorOf(
  app: App,
  { format: key, rule, earlier, later, field, type: typeKey, record, subject }: OpenFault,
): ErrorFound | undefined {
  const format: RecordFormat | undefined = findRecordFormat(key)
  const [words, type] = [format?.misfits?.rules[rule], app.catalogue.records.get(typeKey)]
  if (format?.misfits === undefined || words === undefined || type === undefined) return undefined
  return {
    rule: { key: keyOfRule(rule), label: words.label, sort: 'return', source: format.misfits.source },
    subject,
    record,
    why: words.why({ earlier, later, field }),
    because: [record],
    reads: [type],
    asks: [type],
    kept: [],
  }
}
