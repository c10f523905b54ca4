import { ImportantPerson } from '../../../areas/people/network.ts'
import { CaseNote } from '../../../areas/people/notes.ts'
import { FamilyTimeArrangement, ParentalResponsibility } from '../../../areas/people/relationships.ts'
import { Alert } from '../../../areas/people/safety.ts'
import { addDays, daysBetween, type PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId, YesNo } from '../../../core/definitions/field.ts'
import type { RecordAsAt } from '../../../core/record/chronology.ts'
import { codeIn, dateIn, hasEnded, inRole, isOf, numberIn, textIn, yesNoIn } from './said.ts'

/** Record types that say what holds between a person and somebody around them. */
export const arrangementTypes = [ParentalResponsibility, FamilyTimeArrangement, ImportantPerson]
/** Record types in which others may be named besides. */
export const mentionTypes = [Alert, CaseNote]

/** Whether one has parental responsibility for the other: `for` the person whose page it is, or held `by` them. */
export type Responsibility = {
  readonly other: SubjectId
  readonly direction: 'for' | 'by'
  readonly holds: YesNo
  /** The rest is null where the other is restricted. */
  readonly acquiredBy: string | null
  readonly limits: string | null
  readonly evidenceSeen: YesNo | null
  readonly since: PlainDate | null
}

export function responsibilitiesIn(records: readonly RecordAsAt[], subject: SubjectId): readonly Responsibility[] {
  return standing(records, ParentalResponsibility).flatMap((record) => {
    const [child, holder] = [inRole(record, 'child'), inRole(record, 'holder')]
    const holds = yesNoIn(record, 'holds')
    if (child === undefined || holder === undefined || holds === null) return []
    return [
      {
        other: child === subject ? holder : child,
        direction: child === subject ? ('for' as const) : ('by' as const),
        holds,
        acquiredBy: codeIn(record, 'acquiredBy')?.label ?? null,
        limits: textIn(record, 'limits'),
        evidenceSeen: yesNoIn(record, 'evidenceSeen'),
        since: dateIn(record, 'startedOn'),
      },
    ]
  })
}

/** How two spend time together, and when they last did as case notes have it. */
export type FamilyTime = {
  readonly other: SubjectId
  readonly form: string
  /** They are not to spend time together. */
  readonly none: boolean
  /** The rest is null or false where the other is restricted. */
  readonly howOften: string | null
  readonly where: string | null
  readonly orderedByCourt: YesNo | null
  readonly childsView: string | null
  readonly reason: string | null
  readonly reviewOn: PlainDate | null
  readonly since: PlainDate | null
  readonly lastNotedOn: PlainDate | null
  /** Days beyond the most there should be from one time to the next; 0 when none. */
  readonly daysLate: number
}

export function familyTimesIn(
  records: readonly RecordAsAt[],
  subject: SubjectId,
  asAt: PlainDate,
): readonly FamilyTime[] {
  return standing(records, FamilyTimeArrangement).flatMap((record) => {
    const [child, withWhom] = [inRole(record, 'child'), inRole(record, 'withWhom')]
    const form = codeIn(record, 'how')
    if (child === undefined || withWhom === undefined || form === null) return []
    const other = child === subject ? withWhom : child
    const [since, lastNotedOn] = [dateIn(record, 'startedOn'), lastNotedIn(records, other)]
    const latest = lastNotedOn ?? since
    const everyDays = numberIn(record, 'everyDays')
    const due = latest === null || everyDays === null || form.code === 'none' ? null : addDays(latest, everyDays)
    return [
      {
        other,
        form: form.label,
        none: form.code === 'none',
        howOften: textIn(record, 'howOften'),
        where: textIn(record, 'where'),
        orderedByCourt: yesNoIn(record, 'orderedByCourt'),
        // On a parent's page the child's own words would stand on another's record.
        childsView: child === subject ? textIn(record, 'childsView') : null,
        reason: textIn(record, 'reason'),
        reviewOn: dateIn(record, 'reviewOn'),
        since,
        lastNotedOn,
        daysLate: due === null ? 0 : Math.max(0, daysBetween(due, asAt)),
      },
    ]
  })
}

/** Whether family time happens is written in case notes about both. */
function lastNotedIn(records: readonly RecordAsAt[], other: SubjectId): PlainDate | null {
  const noted = records.filter(
    (record) =>
      isOf(CaseNote)(record) &&
      textIn(record, 'kind') === 'family-time' &&
      record.content.subjects['people']?.includes(other) === true,
  )
  return noted.at(-1)?.on ?? null
}

/** Whoever the child says matters; not always somebody with a record, nor always a person. */
export type Important = {
  readonly other: SubjectId | null
  readonly name: string
  readonly who: string | null
  readonly why: string | null
  readonly since: PlainDate | null
}

export function importantIn(records: readonly RecordAsAt[], subject: SubjectId): readonly Important[] {
  return standing(records, ImportantPerson)
    .filter((record) => inRole(record, 'child') === subject)
    .flatMap((record) => {
      const name = textIn(record, 'name')
      if (name === null) return []
      const other = inRole(record, 'important') ?? null
      const since = dateIn(record, 'startedOn')
      return [{ other, name, who: textIn(record, 'who'), why: textIn(record, 'why'), since }]
    })
}

/** What everyone must know about somebody around the person, before they ring or visit. */
export type Warning = { readonly other: SubjectId; readonly text: string }

export function warningsIn(records: readonly RecordAsAt[], subject: SubjectId): readonly Warning[] {
  return standing(records, Alert)
    .filter((record) => inRole(record, 'person') === subject)
    .flatMap((record) => {
      const [other, text] = [inRole(record, 'because'), textIn(record, 'inShort')]
      return other === undefined || text === null ? [] : [{ other, text }]
    })
}

const standing = (records: readonly RecordAsAt[], type: Parameters<typeof isOf>[0]): readonly RecordAsAt[] =>
  records.filter((record) => isOf(type)(record) && !hasEnded(record))
