/** A kind of file that is taken: what it is, in words, how its names end, and as what it is sent. */
export type DocumentType = {
  readonly what: string
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** All kinds that are taken. None of them is a program, and Office files with macros are not among them. */
export const documentTypes = {
  pdf: { what: 'a PDF', extensions: ['pdf'], mediaType: 'application/pdf' },
  docx: { what: 'a Word document', extensions: ['docx'], mediaType: `${office}.wordprocessingml.document` },
  xlsx: { what: 'an Excel workbook', extensions: ['xlsx'], mediaType: `${office}.spreadsheetml.sheet` },
  pptx: { what: 'a PowerPoint presentation', extensions: ['pptx'], mediaType: `${office}.presentationml.presentation` },
  odt: { what: 'an OpenDocument text', extensions: ['odt'], mediaType: `${openDocument}.text` },
  ods: { what: 'an OpenDocument spreadsheet', extensions: ['ods'], mediaType: `${openDocument}.spreadsheet` },
  png: { what: 'a PNG picture', extensions: ['png'], mediaType: 'image/png' },
  jpeg: { what: 'a JPEG picture', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  heic: { what: 'an HEIC picture', extensions: ['heic', 'heif'], mediaType: 'image/heic' },
  text: { what: 'plain text', extensions: ['txt'], mediaType: 'text/plain' },
  mail: { what: 'an e-mail', extensions: ['eml'], mediaType: 'message/rfc822' },
  outlook: { what: 'an e-mail of Outlook', extensions: ['msg'], mediaType: 'application/vnd.ms-outlook' },
  mp3: { what: 'an MP3 recording', extensions: ['mp3'], mediaType: 'audio/mpeg' },
  m4a: { what: 'an M4A recording', extensions: ['m4a'], mediaType: 'audio/mp4' },
  wav: { what: 'a WAV recording', extensions: ['wav'], mediaType: 'audio/wav' },
} as const satisfies Readonly<Record<string, DocumentType>>
export type DocumentKind = keyof typeof documentTypes

/** What a file that is not taken seems to be: enough to say what to do about it. */
export type Unfit = 'web page' | 'program' | 'older Office file' | 'macros' | 'packed folder' | 'broken' | 'unknown'

/** What a file is, by its bytes. */
export type Looked = { readonly kind: DocumentKind } | { readonly unfit: Unfit }
