import type { PlainDate } from '../core/dates/plain-date.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content } from '../core/record/content.ts'
import type { InputFile, Issue } from './issue.ts'

// The contract of formats that carry records: files to rows of our record types, and back. A format knows nothing of the store: whom a row
// is about is said in the source's own words, and `app` finds out who that is.

/** What the case systems of an authority call a person; the same in every return that they write. */
export const caseNumber = { system: 'Case management system', kind: 'case-id' } as const

/** Before a number of our own, in lists that name somebody who has none in the case systems: `#123`. */
export const OWN_NUMBER = '#'

/** A record in the words of its source. A code may be one that its list does not have: what a file says is kept as it says it. */
export type SourceRow = {
  /** What the source calls the record: the same in every file that has it. */
  readonly identity: string
  /** By role: case numbers of people; of households, places, agencies, teams and workers the identifiers of the same system. */
  readonly subjects: Readonly<Record<string, readonly string[]>>
  /** Whoever is named in a field is named by an identifier too. */
  readonly fields: Content['fields']
  /** Other records that it leads to, by what they are known by. */
  readonly links?: Readonly<Record<string, NamedRecord>>
  /** Its row in the file, where a fault is told that shows only later. */
  readonly rowInFile?: number
  /** It is passed over for somebody who is known already: the file only happens to say who this is. */
  readonly forNewPeople?: true
  /** Fields that the file does not say and that were worked out: they are not held against what others wrote down. */
  readonly inferred?: readonly string[]
}

/** Another record as a source names it. */
export type NamedRecord = Pick<SourceRow, 'identity' | 'subjects' | 'fields'>

/** For which records a table speaks: those that began in the stretch, about these people. What of them it does not have is gone. */
type SourceWindow = { readonly from: PlainDate; readonly to: PlainDate; readonly people: readonly string[] }

/** The rows of one record type; a return has at most one of each type. */
export type SourceTable = {
  readonly type: RecordType
  /** Null: it speaks only for the rows that it has. */
  readonly window: SourceWindow | null
  readonly rows: readonly SourceRow[]
  /** It says less than others do: of somebody of whom another source has records of these types nothing is written, and what differs is told. */
  readonly yieldsTo?: readonly RecordType[]
}

/** A fault in the data. It keeps nothing from being read, unless the reading as a whole is refused. */
export type Finding = Issue & {
  /** What was looked for: the same word wherever the same thing is wrong. */
  readonly rule: string
  readonly table: string | null
  readonly fields: readonly string[]
}

/** What does not fit between two returns, and which record does not, as its source calls it; undefined where it is of all of them. */
export type Misfit = {
  readonly finding: Finding
  readonly of: { readonly type: RecordType; readonly identity: string } | undefined
}

/** A record that did not fit, as it stood when that was told and as it stands now. `field`: what differed, where only that did. */
type MisfitNow = {
  readonly type: RecordType
  readonly was: SourceRow['fields']
  readonly now: SourceRow['fields']
  readonly later: string
  readonly field: string
}

/** A misfit in words, for as long as it is one. `field`: what differs, where only that does. */
type MisfitWords = {
  readonly label: string
  /** Whether a record that was written to since, and still stands, is as wrong as it was. */
  isStill(record: MisfitNow): boolean
  why(between: { readonly earlier: string; readonly later: string; readonly field: string }): string
}

/** The stretch of time that a return is about: `2017/18`. */
export type ReturnYear = { readonly label: string; readonly from: PlainDate; readonly to: PlainDate }

export type RecordReading =
  /** Nothing of it can be used; the findings say why. */
  | { readonly refused: true; readonly findings: readonly Finding[] }
  | ({ readonly refused: false; readonly findings: readonly Finding[] } & SourceReturn)

/** What a return says: of which year, and about whom. */
export type SourceReturn = {
  readonly year: ReturnYear
  /** Everybody whom it names. */
  readonly people: readonly string[]
  readonly tables: readonly SourceTable[]
}

/** A record that is held, in the words of the source; with what it is known by, where that is to be written. */
export type HeldRow = Pick<SourceRow, 'subjects' | 'fields' | 'links'> & Partial<Pick<SourceRow, 'identity'>>

/** Records of many types, by the key of the type. */
export type SourceRows = ReadonlyMap<string, readonly HeldRow[]>

export type WrittenReturn = {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly workbooks?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** What the return of that year cannot say. */
  readonly findings: readonly Finding[]
}

export type CarryOn = (before: readonly SourceRow[], said: readonly SourceRow[]) => readonly SourceRow[]

export type RecordFormat = {
  readonly key: string
  readonly label: string
  /** Whose word the records are: those of one source meet one another, whatever the year. */
  readonly sourceSystem: string
  /** It names households, places, agencies, teams and workers by identifiers of their own: whatever is new is made. */
  readonly namesThings?: true
  /** What its files are of: left out, a year. */
  readonly of?: 'day'
  /** Programs read what it writes, and find workers and teams by their identifiers; left out, people do, and what is of a day names them. */
  readonly readBy?: 'programs'
  /** Reads the files of one return. Without a year it is inferred from what they hold, or the reading is refused. */
  read(files: readonly InputFile[], year: string | undefined): RecordReading | Promise<RecordReading>
  /**
   * For a type of which a file says only the latest: makes whole again, from what this source said before, what a file says of it. Both are rows of the type
   * about the people whom the file names, the former as they stood on the day on which the file is known.
   */
  readonly carriesOn?: ReadonlyMap<RecordType, CarryOn>
  /** The types that `compare` looks at. */
  readonly compared: readonly RecordType[]
  /** What does not fit between the returns of two years, of which the later follows the earlier. */
  compare(earlier: SourceReturn, later: SourceReturn): readonly Misfit[]
  /** What it can tell so of a record, by rule: kept as an error of data until it is put right. */
  readonly misfits?: { readonly source: string; readonly rules: Readonly<Record<string, MisfitWords>> }
  /** The types that `write` takes from. */
  readonly written: readonly RecordType[]
  /** The return of a year, or of a day like 2023-09-30, as files. @throws RangeError when there is no return of such a year */
  write(rows: SourceRows, of: string, as: 'csv' | 'xml'): WrittenReturn | Promise<WrittenReturn>
}
