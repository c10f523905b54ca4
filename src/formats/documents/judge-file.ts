import { type DocumentType, documentTypes, type Unfit } from './document-types.ts'
import { extensionOf } from './file-name.ts'
import { lookAt } from './look-at.ts'

/** Whether a file is taken and as what, or what is wrong with it, in words for whoever chose it. */
export type Judged = { readonly type: DocumentType } | { readonly problem: string }

const types: readonly DocumentType[] = Object.values(documentTypes)

/** Every ending that is taken, for the browser's own choice of files: `.pdf,.docx`. */
export const endingsTaken: string = types.flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(',')

/** What is taken, in words. */
export const kindsTaken =
  'PDF, Word (DOCX), Excel (XLSX), PowerPoint (PPTX), OpenDocument (ODT, ODS); pictures (PNG, JPEG, HEIC); plain text (TXT); e-mails (EML, MSG); recordings (MP3, M4A, WAV)'

/** Judges a file: what it is by its bytes must be taken, and be what its name says. */
export function judgeFile(name: string, bytes: Uint8Array): Judged {
  const shown = `“${name}”`
  if (bytes.length === 0) return { problem: `${shown} is empty. Look whether it is the right file.` }
  const ending = extensionOf(name)
  const named = types.find(({ extensions }) => extensions.includes(ending))
  if (named === undefined) {
    const what =
      ending === '' ? 'its name has no ending that says what it is' : `files that end in .${ending} are not taken`
    return { problem: `${shown} cannot be added: ${what}. Add one of these: ${kindsTaken}.` }
  }
  const looked = lookAt(bytes)
  if ('unfit' in looked) return { problem: `${shown} ${unfitting[looked.unfit](ending)}` }
  const found: DocumentType = documentTypes[looked.kind]
  // A text may begin as an e-mail does: somebody copied one into it.
  if (found === named || (named === documentTypes.text && found === documentTypes.mail)) return { type: named }
  return {
    problem: `${shown} ends in .${ending}, but what is in it is ${found.what}. Give it a name that ends in .${found.extensions[0]} if that is right, and add it again.`,
  }
}

const unfitting: Readonly<Record<Unfit, (ending: string) => string>> = {
  'web page': (ending) => `ends in .${ending}, but what is in it is a web page. Print it as a PDF and add that.`,
  program: (ending) =>
    `ends in .${ending}, but what is in it is a program. It cannot be added, and should not be opened.`,
  'older Office file': (ending) =>
    `is an Office file of before 2007, or locked with a password. Save it without one as ${ending === 'xlsx' ? 'XLSX' : 'DOCX'} or PDF and add that.`,
  macros: () => 'has macros in it, which can do harm. Save it without them, or as a PDF, and add that.',
  'packed folder': () => 'is a packed folder (ZIP). Unpack it and add what is in it, each by itself.',
  broken: () => 'is not whole, or has something hung on to it. Open it, save it again and add that.',
  unknown: (ending) =>
    `ends in .${ending}, but what is in it is something else. Open it, save it again as what it is, and add that.`,
}
