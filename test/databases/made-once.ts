import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The text that `make` gives, made by whichever test thread asks first; the others wait for it. When making it fails, all
 * fail with the same message.
 */
export async function madeOnce(folder: string, name: string, make: () => Promise<string>): Promise<string> {
  const [claim, made, failed] = ['claim', 'made', 'failed'].map((state) => join(folder, `${name}.${state}`))
  if (!claim || !made || !failed) throw new Error('three files')
  if (isFirst(claim)) {
    await make().then(
      (text) => put(made, text),
      (error: unknown) => put(failed, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    )
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'))
    await pause(25)
  }
  return readFileSync(made, 'utf8')
}

function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim)
    return true
  } catch {
    return false
  }
}

/** Whole or not at all, so that nobody reads half of it. */
function put(file: string, text: string): void {
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
