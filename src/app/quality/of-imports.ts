import type { RecordFormat } from '../../formats/records.ts'
import { findOpenFaults, type OpenFault } from '../../store/quality/import-faults.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { findRecordFormat } from '../records/formats.ts'
import type { ErrorFound } from './error-found.ts'

/** What does not fit between the returns of two years, once for each child, record and rule, while nothing was written of the record since. */
export async function faultsOfImports(app: App, db: Db): Promise<readonly ErrorFound[]> {
  const open = await findOpenFaults(db)
  const same = await findSamePeople(db, [...new Set(open.map(({ subject }) => subject))], app.clock.today)
  const found = open.flatMap((fault) => errorOf(app, { ...fault, subject: same.kept(fault.subject) }) ?? [])
  return [...new Map(found.map((one) => [`${one.rule.key}|${one.subject}|${one.record}`, one] as const)).values()]
}

function errorOf(
  app: App,
  { format: key, rule, earlier, later, field, type: typeKey, record, subject }: OpenFault,
): ErrorFound | undefined {
  const format: RecordFormat | undefined = findRecordFormat(key)
  const [words, type] = [format?.misfits?.rules[rule], app.catalogue.records.get(typeKey)]
  if (format?.misfits === undefined || words === undefined || type === undefined) return undefined
  return {
    rule: { key: `return-${rule}`, label: words.label, sort: 'return', source: format.misfits.source },
    subject,
    record,
    why: words.why({ earlier, later, field }),
    because: [record],
    reads: [type],
    asks: [type],
    kept: [],
  }
}
