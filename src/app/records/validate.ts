import type { InputFile } from '../../formats/issue.ts'
import type { Finding, RecordFormat } from '../../formats/records.ts'

/** What is wrong in the files of a return, without recording anything. Nothing of the store is looked at, so nobody's leave is asked. */
export async function validateFiles(
  format: RecordFormat,
  files: readonly InputFile[],
  year: string | undefined,
): Promise<{ readonly refused: boolean; readonly findings: readonly Finding[] }> {
  const { refused, findings } = await format.read(files, year)
  return { refused, findings }
}
