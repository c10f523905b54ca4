import { readFile } from 'node:fs/promises'
import { Refused } from '../app/refused.ts'

/** A file that was named on the command line. @throws Refused saying why it cannot be read */
export async function readInput(path: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  try {
    return { name: path, bytes: await readFile(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw new Refused('bad input', `There is no file ${path}. Look at the name and the folder.`)
    if (code === 'EISDIR') throw new Refused('bad input', `${path} is a folder. Name the files in it.`)
    if (code === 'EACCES')
      throw new Refused('bad input', `${path} may not be read by this user. Change its permissions or copy it.`)
    if (code === undefined) throw error
    throw new Refused('bad input', `${path} could not be read (${code}). Look at the name and the folder.`)
  }
}
