import { sizeText } from '../../../app/documents/largest-file.ts'
import { endingsTaken, kindsTaken } from '../../../app/documents/take.ts'
import type { DocumentId } from '../../../core/definitions/field.ts'

/** What a form shows for a field that is answered with a file. */
export type FileShown = {
  readonly hint: string
  readonly accept: string
  /** What is there already. */
  readonly there: { readonly label: string; readonly href: string } | undefined
}

/** The files that a form may show, by number, and the largest that is taken, in bytes. */
export type FilesShown = { readonly labels: ReadonlyMap<DocumentId, string>; readonly largest: number }

export function fileShown({ labels, largest }: FilesShown, number: string | undefined): FileShown {
  const id = Number(number) as DocumentId
  const label = labels.get(id)
  return {
    hint: `Up to ${sizeText(largest)}: ${kindsTaken}.`,
    accept: endingsTaken,
    there: label === undefined ? undefined : { label, href: `/documents/${id}` },
  }
}
