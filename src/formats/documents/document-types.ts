/** A kind of file that is taken: what it is called on screen, how its names end, and as what it is sent. */
export type DocumentType = {
  readonly label: string
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** All kinds that are taken. None of them is a program, and Office files with macros are not among them. */
export const documentTypes = {
  pdf: { label: 'PDF', extensions: ['pdf'], mediaType: 'application/pdf' },
  docx: { label: 'Word', extensions: ['docx'], mediaType: `${office}.wordprocessingml.document` },
  xlsx: { label: 'Excel', extensions: ['xlsx'], mediaType: `${office}.spreadsheetml.sheet` },
  pptx: { label: 'PowerPoint', extensions: ['pptx'], mediaType: `${office}.presentationml.presentation` },
  odt: { label: 'OpenDocument text', extensions: ['odt'], mediaType: `${openDocument}.text` },
  ods: { label: 'OpenDocument spreadsheet', extensions: ['ods'], mediaType: `${openDocument}.spreadsheet` },
  png: { label: 'PNG picture', extensions: ['png'], mediaType: 'image/png' },
  jpeg: { label: 'JPEG picture', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  heic: { label: 'HEIC picture', extensions: ['heic', 'heif'], mediaType: 'image/heic' },
  text: { label: 'plain text', extensions: ['txt'], mediaType: 'text/plain' },
  mail: { label: 'e-mail', extensions: ['eml'], mediaType: 'message/rfc822' },
  outlook: { label: 'Outlook e-mail', extensions: ['msg'], mediaType: 'application/vnd.ms-outlook' },
  mp3: { label: 'MP3 recording', extensions: ['mp3'], mediaType: 'audio/mpeg' },
  m4a: { label: 'M4A recording', extensions: ['m4a'], mediaType: 'audio/mp4' },
  wav: { label: 'WAV recording', extensions: ['wav'], mediaType: 'audio/wav' },
} as const satisfies Readonly<Record<string, DocumentType>>
export type DocumentKind = keyof typeof documentTypes

/** What a file that is not taken seems to be: enough to say what to do about it. */
export type Unfit = 'web page' | 'program' | 'older Office file' | 'macros' | 'packed folder' | 'broken' | 'unknown'

/** What a file is, by its bytes. */
export type Looked = { readonly kind: DocumentKind } | { readonly unfit: Unfit }
