import { DocumentSent, PersonDocument } from '../../areas/people/documents.ts'
import { type PlainDate, shortText, toText } from '../../core/dates/plain-date.ts'
import type { DocumentId, RecordId, SubjectId } from '../../core/definitions/field.ts'
import { fillLetter, type Letter, leftToSay } from '../../core/definitions/letter.ts'
import type { Content, Value } from '../../core/record/content.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import { documentTypes } from '../../formats/documents/document-types.ts'
import { cleanFileName } from '../../formats/documents/file-name.ts'
import { type LetterBlock, letterDocx } from '../../formats/letter/docx.ts'
import type { Account } from '../../store/accounts.ts'
import { addDocument } from '../../store/records/documents.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { naming } from '../people/naming.ts'
import type { NotWritten } from '../people/refused-for.ts'
import { put } from '../records/put.ts'
import { Refused } from '../refused.ts'
import { knownFor } from './known.ts'

/** A letter as it is to go: every line of it is what whoever sends it has seen. */
export type LetterWritten = {
  /** Whom it is about. */
  readonly people: readonly SubjectId[]
  readonly to: string
  readonly address: string
  readonly from: string
  readonly title: string
  readonly text: string
}

/** That a letter has gone; what is wrong with it is for the record's own rules. */
export type Sending = { readonly how: Value; readonly sentOn: Value; readonly explained: Value }

export type LetterStarted = Pick<LetterWritten, 'to' | 'from' | 'title' | 'text'>

/** The letter of a key. @throws Refused when no area offers it */
export function getLetter(app: App, key: string): Letter {
  const letter = app.catalogue.letters.get(key)
  if (letter === undefined) throw new Refused('not found', 'There is no letter of that name.')
  return letter
}

/**
 * Begins a letter about somebody, filled in from the record.
 * @throws Refused when they may not record about the person
 */
export function startLetter(
  app: App,
  account: Account,
  letter: Letter,
  { subject, to }: { readonly subject: SubjectId; readonly to: SubjectId | undefined },
): Promise<LetterStarted> {
  return about(app, account, asked([subject], `letter begun: ${letter.label}`), async (room) => {
    const known = await knownFor(app, room, subject, to)
    const from = [known.team, known.phone].filter((one) => one !== undefined).join('\n')
    return { to: known.to ?? '', from, ...fillLetter(letter, known) }
  })
}

/** The blocks of a letter, as they stand on paper one under the other. */
export function letterBlocks({ from, to, address, title, text }: LetterWritten, on: PlainDate): readonly LetterBlock[] {
  const paragraphs = linesOf(text)
    .join('\n')
    .split(/\n{2,}/)
  const blocks: readonly LetterBlock[] = [
    { kind: 'paragraph', lines: linesOf(from) },
    { kind: 'paragraph', lines: [to, ...linesOf(address)] },
    { kind: 'paragraph', lines: [shortText(on)] },
    { kind: 'heading', lines: linesOf(title) },
    ...paragraphs.map((one) => ({ kind: 'paragraph' as const, lines: linesOf(one) })),
  ]
  return blocks.filter(({ lines }) => lines.length > 0)
}

/**
 * Puts a letter on the record: its Word document, frozen as it is now; its words; and, when it has gone, to whom, when and how. All of it or
 * none. Faults are given back, by field, and nothing is written.
 * @throws Refused when they may not record about everybody it is about
 */
export async function putLetter(
  app: App,
  account: Account,
  letter: LetterWritten,
  sending: Sending | undefined,
): Promise<{ readonly record: RecordId } | NotWritten> {
  const blocks = letterBlocks(letter, app.clock.today)
  const faults = letterFaults(app, letter, sending)
  const [first, ...others] = letter.people
  if (faults.length > 0 || first === undefined) return { faults }
  return about(app, account, asked([first, ...others], 'new letter'), async (room) => {
    const { db, viewer } = room
    const [at, by] = [app.clock.now(), account.name]
    const document = await addDocument(db, {
      account: account.id,
      addedBy: by,
      addedAt: at,
      subject: first,
      name: cleanFileName(`${letter.title} - ${letter.to} ${toText(app.clock.today)}.docx`),
      mediaType: documentTypes.docx.mediaType,
      bytes: letterDocx({ title: letter.title, author: by, writtenAt: at.toISOString(), blocks }),
    })
    const stamp = { knownOn: app.clock.today, recordedAt: at, recordedBy: by, source: 'form', reason: null } as const
    const content = documentContent(app, letter, blocks, document)
    const written = await put(app, db, { ...stamp, type: PersonDocument, content })
    if (sending !== undefined) {
      const { fields, ...sent } = sentContent(letter, sending)
      await put(app, db, {
        ...stamp,
        type: DocumentSent,
        content: {
          ...sent,
          subjects: { ...sent.subjects, recipient: await calledSo(app, room, letter) },
          links: { document: written.record },
          fields: { ...fields, worker: viewer.worker },
        },
      })
    }
    return { record: written.record }
  })
}

const asked = (people: readonly [SubjectId, ...SubjectId[]], detail: string) =>
  ({ action: 'record', people, sensitivity: PersonDocument.sensitivity, detail }) as const

/** What is wrong with a letter, by the fields of its form; the rules are those of the two records. */
export function letterFaults(app: App, letter: LetterWritten, sending: Sending | undefined): readonly Fault[] {
  const { today } = app.clock
  const document = validate(PersonDocument, documentContent(app, letter, letterBlocks(letter, today), null), today)
  const sent = sending === undefined ? [] : validate(DocumentSent, sentContent(letter, sending), today)
  const left = leftToSay(`${letter.title} ${letter.text}`)
  return [
    ...(letter.to.trim() === '' ? [{ field: 'to', message: 'Say whom the letter is to.' }] : []),
    ...document
      .filter(({ field }) => field !== 'document')
      .map((fault) => (fault.field === 'says' ? { ...fault, field: 'text' } : fault)),
    ...(letter.text.trim() === '' ? [{ field: 'text', message: 'Write the letter.' }] : []),
    ...(left.length === 0
      ? []
      : [{ field: 'text', message: `Still to be said: ${left.join(', ')}. Write it in its place, or take it out.` }]),
    ...sent.filter(({ field }) => field === 'how' || field === 'sentOn' || field === 'explained'),
  ]
}

function documentContent(
  app: App,
  { people, title, to }: LetterWritten,
  blocks: readonly LetterBlock[],
  document: DocumentId | null,
): Content {
  return {
    subjects: { people },
    links: {},
    fields: {
      title: [title, to].some((one) => one.trim() === '') ? title : `${title} (letter to ${to.trim()})`,
      kind: 'letter',
      document,
      datedOn: app.clock.today,
      from: null,
      says: blocks.map(({ lines }) => lines.join('\n')).join('\n\n'),
    },
  }
}

/** Without the record that it belongs to, which is made with it, and those who only the store knows. */
const sentContent = ({ people, to }: LetterWritten, { how, sentOn, explained }: Sending): Content => ({
  subjects: { people, recipient: [] },
  links: { document: null },
  fields: { to: to.trim(), sentOn, how, explained, worker: null },
})

/** Whoever of those a letter is about it is to, if it is: a child who is written to. */
async function calledSo(app: App, room: Room, { people, to }: LetterWritten): Promise<readonly SubjectId[]> {
  const name = naming(app, room)
  const named = await Promise.all(people.map(async (one) => ({ one, ...(await name(one)) })))
  return named
    .filter(({ label, opens }) => opens && label === to.trim())
    .slice(0, 1)
    .map(({ one }) => one)
}

const linesOf = (text: string): readonly string[] => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
  return lines.every((line) => line === '') ? [] : lines
}

export { DocumentSent }
