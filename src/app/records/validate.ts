import type { InputFile } from '../../formats/issue.ts'
import type { Finding, RecordFormat } from '../../formats/records.ts'

/** What is wrong in the files of a return, without recording anything. Nothing of the store is looked at, so nobody's leave is asked. */
export function validateFiles(
  format: RecordFormat,
  files: readonly InputFile[],
  year: string | undefined,
): { readonly refused: boolean; readonly findings: readonly Finding[] } {
  const { refused, findings } = format.read(files, year)
  return { refused, findings }
}
