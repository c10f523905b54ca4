import type { Typed } from '../../../app/people/drafts.ts'
import type { VersionsRead } from '../../../app/people/versions.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import type { Content } from '../../../core/record/content.ts'
import { type Meeting, meeting } from '../../../core/record/differences.ts'
import type { Fault } from '../../../core/record/validate.ts'
import type { Who } from '../../session.ts'
import { stopping } from './form-view.ts'
import type { OpenForm } from './open-form.ts'
import { parseForm } from './parse.ts'
import { typedOf } from './typed.ts'
import { labelIn, writtenPart } from './written-part.ts'

type TwoSides = { readonly open: OpenForm; readonly versions: VersionsRead }
type Conflict = TwoSides & {
  readonly record: RecordId
  readonly faults?: readonly Fault[]
  readonly sent?: ReadonlyMap<string, readonly string[]>
}

/** What somebody chose for one field. */
const keepName = (name: string): string => `keep.${name}`

/** The version that somebody else wrote, and the one that both had before them. */
function sides({ open, versions }: TwoSides) {
  const theirs = versions.versions.at(-1)
  const base = versions.versions.find(({ sequence }) => sequence === open.correcting?.basedOn) ?? theirs
  return { theirs, base }
}

/** Field by field what either changed. What cannot be read of ours is ours as it was typed, and is told in the form. */
function met(conflict: TwoSides): readonly Meeting[] {
  const { theirs, base } = sides(conflict)
  if (theirs === undefined || base === undefined) return []
  const ours: Content = parseForm(conflict.open.type, conflict.open.typed).content
  return meeting(conflict.open.type, { base: base.content, theirs: theirs.content, ours })
}

/** Two people changed one record at once: what each made of it, side by side, to choose from field by field. */
export function conflictView(conflict: Conflict, who: Who) {
  const { open, versions, record, faults = [], sent } = conflict
  const { theirs, base } = sides(conflict)
  const by = theirs?.recordedBy === who.account.name ? 'You yourself, in another window,' : (theirs?.recordedBy ?? '')
  const told = met(conflict).map((one) => ({
    name: keepName(one.name),
    term: labelIn(open.type, one.name),
    changedBy: one.changedBy,
    base: writtenPart(open.type, one.name, one.base, versions) || 'nothing',
    theirs: writtenPart(open.type, one.name, one.theirs, versions) || 'nothing',
    ours: writtenPart(open.type, one.name, one.ours, versions) || 'nothing',
    error: faults.find(({ field }) => field === keepName(one.name))?.message,
    keep: sent?.get(keepName(one.name))?.[0] ?? (one.changedBy === 'us' ? 'ours' : undefined),
  }))
  return {
    page: {
      title: `Two corrections: ${open.type.label.toLowerCase()}`,
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: `${by} changed this record while you were correcting it`,
    form: who.form,
    action: `/records/${record}/correct/merge?draft=${open.draft?.id ?? ''}`,
    back: { href: `/records/${record}`, label: 'The record as it stands' },
    theirs: theirs?.sequence,
    them: theirs?.recordedBy ?? '',
    at: theirs === undefined ? '' : londonText(theirs.recordedAt.getTime() as Instant),
    since: base === undefined ? '' : londonText(base.recordedAt.getTime() as Instant),
    why: theirs?.reason,
    stop: stopping(faults, true),
    faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
    choose: told.filter(({ changedBy }) => changedBy === 'both differently'),
    ours: told.filter(({ changedBy }) => changedBy === 'us'),
    theirsOnly: told.filter(({ changedBy }) => changedBy === 'them' || changedBy === 'both alike'),
  }
}

/** The form with what was chosen: theirs where only they changed something or theirs was chosen, ours everywhere else. */
export function merged(
  conflict: TwoSides,
  sent: ReadonlyMap<string, readonly string[]>,
): { readonly typed: Typed; readonly faults: readonly Fault[] } {
  const { open } = conflict
  const { theirs } = sides(conflict)
  const theirsTyped = theirs === undefined ? {} : typedOf(open.type, theirs.content)
  const faults: Fault[] = []
  let typed: Typed = open.typed
  for (const { name, changedBy } of met(conflict)) {
    const kept = sent.get(keepName(name))?.[0]
    if (changedBy === 'both differently' && kept !== 'ours' && kept !== 'theirs')
      faults.push({ field: keepName(name), message: `Choose whose “${labelIn(open.type, name)}” is right.` })
    if (changedBy === 'them' || changedBy === 'both alike' || kept === 'theirs')
      typed = replaced(typed, name, theirsTyped)
  }
  return { typed, faults }
}

/** A field with all its parts (a day's day, month and year; the rows of a group) taken from another. */
function replaced(typed: Typed, name: string, from: Typed): Typed {
  const isOf = (key: string) => key === name || key.startsWith(`${name}.`)
  const others = Object.entries(typed).filter(([key]) => !isOf(key))
  return Object.fromEntries([...others, ...Object.entries(from).filter(([key]) => isOf(key))])
}
