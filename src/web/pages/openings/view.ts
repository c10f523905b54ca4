import type { finishReview, WaitingOpening } from '../../../app/access/openings.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import type { Who } from '../../session.ts'

type Verdict = Parameters<typeof finishReview>[3]['verdict']

/** What was typed about one of the openings. */
export type Reviewed = { readonly id: number; readonly verdict: Verdict | undefined; readonly finding: string }

const verdicts: readonly { readonly value: Verdict; readonly label: string }[] = [
  { value: 'needed', label: 'It was needed' },
  { value: 'not needed', label: 'It was not needed' },
  { value: 'unclear', label: 'It is not clear: more must be asked' },
]

export const reviewedIn = (id: number, fields: ReadonlyMap<string, readonly string[]>): Reviewed => ({
  id,
  verdict: verdicts.find(({ value }) => value === fields.get('verdict')?.[0])?.value,
  finding: (fields.get('finding')?.[0] ?? '').trim(),
})

/** Who opened what without leave, when and why, the longest waiting first. */
export function openingsView(openings: readonly WaitingOpening[], who: Who, reviewed: Reviewed | undefined) {
  return {
    page: {
      title: 'Opened without leave',
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    form: who.form,
    heading: headingOf(openings),
    openings: openings.map((opening) => openingView(opening, reviewed?.id === opening.id ? reviewed : undefined)),
  }
}

function headingOf(openings: readonly WaitingOpening[]): string {
  const forViewer = openings.filter(({ own }) => !own).length
  if (openings.length === 0) return 'No opening waits to be looked at'
  if (forViewer === 0) return 'What you opened waits for somebody else to look at'
  return forViewer === 1 ? 'One opening waits for you to look at' : `${forViewer} openings wait for you to look at`
}

function openingView(
  { id, accountName, at, endsAt, reason, person, subject, opened, own }: WaitingOpening,
  typed: Reviewed | undefined,
) {
  const errors = {
    verdict: typed !== undefined && typed.verdict === undefined ? 'Say whether it was needed.' : undefined,
    finding: typed?.finding === '' ? 'Say what you found.' : undefined,
  }
  return {
    id,
    heading: `${accountName} opened ${person.opens ? `the record of ${person.label}` : 'a restricted record'}`,
    whose: person.label,
    href: person.opens ? `/people/${subject}` : undefined,
    when: londonText(at.getTime() as Instant),
    until: londonText(endsAt.getTime() as Instant),
    reason,
    opened,
    own,
    verdicts: verdicts.map((one) => ({ ...one, chosen: one.value === typed?.verdict })),
    finding: typed?.finding ?? '',
    errors,
    faults: [
      ...(errors.verdict === undefined ? [] : [{ href: `#verdict-${id}`, message: errors.verdict }]),
      ...(errors.finding === undefined ? [] : [{ href: `#finding-${id}`, message: errors.finding }]),
    ],
  }
}
