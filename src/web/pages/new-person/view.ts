import type { App } from '../../../app/app.ts'
import type { Choice } from '../../../app/people/choices.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { Likely } from '../../../app/people/likely.ts'
import { WORK } from '../../../app/people/new-person.ts'
import { otherFields, soughtFields } from '../../../app/people/new-person-form.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { partsOf } from '../../../core/dates/plain-date.ts'
import type { Fault } from '../../../core/record/validate.ts'
import type { Who } from '../../session.ts'
import { bornText } from '../people/born.ts'
import { fieldQuestions } from '../record/form.ts'
import { stopping } from '../record/form-view.ts'
import { FOR, madeFor } from '../record/open-form.ts'
import { chosenOf, NO_CHOICES, NO_FILES, type Question, question } from '../record/question.ts'

/** The names and the day for which it was looked whether we know them. */
export const LOOKED = 'form.looked'

export type NewPerson = {
  readonly typed: Typed
  readonly draft: { readonly id: number; readonly savedAt: Date } | undefined
  readonly faults: readonly Fault[]
  /** The names or the day are others than those for which it was looked. */
  readonly changed: boolean
}

/** What a change of it means another look. */
export const lookedFor = (typed: Typed): string =>
  ['given', 'family', 'bornOn.day', 'bornOn.month', 'bornOn.year']
    .map((name) => (typed[name]?.[0] ?? '').trim().toLowerCase())
    .join('|')

/** From inside another form it begins as family, known through the child; everywhere else as asked today. */
export function startOf(
  app: App,
  { made, name }: { readonly made: string | undefined; readonly name: string | undefined },
): Typed {
  const { year, month, day } = partsOf(app.clock.today)
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean)
  return {
    given: [words.length > 1 ? words.slice(0, -1).join(' ') : (words[0] ?? '')],
    family: [words.length > 1 ? (words.at(-1) ?? '') : ''],
    'askedOn.day': [String(day)],
    'askedOn.month': [String(month)],
    'askedOn.year': [String(year)],
    ...(made === undefined ? {} : { [FOR]: [made], is: ['family'], whoAsked: ['family'] }),
  }
}

type Shown = NewPerson & { readonly work: readonly Choice[]; readonly likely: readonly Likely[] | undefined }

/** The page in its two steps: whom it may be, and, once nobody of those is meant, everything else that is asked. */
export function newPersonView(app: App, who: Who, { typed, draft, faults, changed, work, likely }: Shown) {
  const around = {
    typed,
    faults,
    choices: NO_CHOICES,
    files: NO_FILES,
    today: app.clock.today,
    codesOn: () => app.clock.today,
  }
  const rows = (likely ?? []).map((one) => likelyRow(one, typed))
  const parent = madeFor(typed)
  return {
    page: { title: 'Somebody new', navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: headingFor(rows.length, likely !== undefined, changed),
    form: who.form,
    back:
      parent === undefined
        ? { href: '/people', label: 'People' }
        : { href: `/drafts/${parent.draft}`, label: 'Back to the form' },
    draft: draft?.id,
    saved: draft && londonText(draft.savedAt.getTime() as Instant),
    made: typed[FOR]?.[0],
    looked: typed[LOOKED]?.[0],
    choosing: parent,
    rows,
    faults: faults.map(({ field, message }) => ({ href: `#${field || 'main'}`, message })),
    stop: stopping(faults, draft !== undefined),
    all: likely !== undefined,
    sought: fieldQuestions(soughtFields, around),
    others: likely === undefined ? [] : [...fieldQuestions(otherFields, around), ...workQuestion(work, typed, faults)],
    put: rows.length > 0 ? 'None of these: put somebody new on the record' : 'Put on the record',
  }
}

function headingFor(many: number, looked: boolean, changed: boolean): string {
  if (!looked) return 'Do we know them already?'
  const found = many === 1 ? 'One person may be them already' : `${many} people may be them already`
  if (many === 0) return 'We do not know anybody like that'
  return changed ? `You changed the name or the day: ${found.toLowerCase()}` : found
}

function likelyRow({ found, why, mayChoose }: Likely, typed: Typed) {
  if (found.kind === 'restricted')
    return { label: `Restricted: ring ${found.ring} before you go on`, note: '', href: undefined, choose: undefined }
  return {
    label: found.name,
    note: [bornText(found), ...why].join('; '),
    href: `/people/${found.subject}`,
    choose: mayChoose && madeFor(typed) !== undefined ? found.subject : undefined,
  }
}

/** Asked only where there is a choice. */
function workQuestion(work: readonly Choice[], typed: Typed, faults: readonly Fault[]): readonly Question[] {
  if (work.length < 2) return []
  const base = question(WORK, { label: 'Whose work this is', required: true, hint: HINT }, { typed, faults })
  const inFamily = madeFor(typed) === undefined ? undefined : work.find(({ value }) => value.startsWith('team.'))?.value
  const given = typed[WORK] ?? (inFamily === undefined ? [] : [inFamily])
  return [{ ...base, control: 'radios', options: chosenOf(work, given) }]
}

const HINT = 'Only those whose work somebody is, and their team, can open the record.'
