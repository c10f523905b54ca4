import type { FastifyRequest } from 'fastify'
import type { SentFile } from '../app/documents/take.ts'

/** A file of a form, and the name of the field that it came in. */
export type FileField = SentFile & { readonly field: string }

const sent = new WeakMap<FastifyRequest, readonly FileField[]>()

/** The files of a form that was sent; none where nobody chose any. */
export const filesOf = (request: FastifyRequest): readonly FileField[] => sent.get(request) ?? []

/** As much text as any other form may have. */
const MOST_TEXT = 1_048_576

/** What was sent is no form, or not a whole one, or too much: nobody's fault of ours. */
class Unreadable extends Error {
  readonly statusCode = 400
}

/**
 * Reads a form that may have files in it. Its fields are then where those of any form are, and its files in `filesOf`. A file of more than so
 * many bytes is thrown away as it comes, and so are all of them where none are wanted: only whoever is signed in may fill our memory.
 */
export async function readMultipart(request: FastifyRequest, largest: number | 'no files'): Promise<void> {
  if (!request.isMultipart()) return
  try {
    await readParts(request, largest)
  } catch (error) {
    throw new Unreadable('The form could not be read.', { cause: error })
  }
}

async function readParts(request: FastifyRequest, largest: number | 'no files'): Promise<void> {
  const fields = new Map<string, string[]>()
  const files: FileField[] = []
  let text = 0
  const limits = { fileSize: largest === 'no files' ? 1 : largest, fieldSize: MOST_TEXT, fields: 1000, files: 10 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      files.push({ field: part.fieldname, name: part.filename, bytes: await bytesOf(part.file) })
      continue
    }
    const value = typeof part.value === 'string' ? part.value : ''
    text += part.fieldname.length + value.length
    if (text > MOST_TEXT || part.valueTruncated) throw new Unreadable('The form has too much text.')
    fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), value])
  }
  request.body = Object.fromEntries(fields)
  sent.set(request, largest === 'no files' ? [] : files.filter(wasChosen))
}

/** A browser sends a file without name and content for a field in which nobody chose one. */
const wasChosen = ({ name, bytes }: FileField): boolean => name !== '' || bytes.length > 0

type Incoming = AsyncIterable<Uint8Array> & { readonly truncated: boolean }

/** Nothing that comes after the limit is kept; what was kept before it goes too. */
async function bytesOf(file: Incoming): Promise<Uint8Array | 'too large'> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file) chunks.push(chunk)
  return file.truncated ? 'too large' : Buffer.concat(chunks)
}
