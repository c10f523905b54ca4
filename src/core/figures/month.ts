import type { Rag } from './judge.ts'

/** Something that was done with a month of figures on its way to those it is for. `words`: what was accepted and why, or why it is opened again. */
export type StepTaken = {
  readonly step: 'quality seen' | 'signed off' | 'frozen' | 'published' | 'opened again'
  readonly words: string
  readonly at: Date
  readonly by: string
}

/** What is said of a section of a month, or of one figure in it. */
export type Commentary = {
  readonly section: string
  /** Null where it is about the section. */
  readonly indicator: string | null
  readonly goingWell: string
  readonly worries: string
  readonly doing: string
  readonly at: Date
  readonly by: string
}

/**
 * Whom a report of a frozen month is published to. `exempt`: to the board, as an item from which the public is excluded. `withheld`: to nobody
 * outside; that it is, and why, is kept as well.
 */
export const audiences = ['internal', 'board', 'exempt', 'public', 'withheld'] as const
export type Audience = (typeof audiences)[number]

/** Audiences for whom somebody has to say why. */
export const wantsReason = (audience: Audience): boolean => audience === 'exempt' || audience === 'withheld'

/** Those to whom what was published to one can no longer be published: what the public has cannot be withheld from it. */
const EXCLUDES: Readonly<Record<Audience, readonly Audience[]>> = {
  internal: [],
  board: ['exempt', 'withheld'],
  exempt: ['board', 'public', 'withheld'],
  public: ['exempt', 'withheld'],
  withheld: ['board', 'exempt', 'public'],
}

/** To which of those a report was published to already it stands in the way of another; none where it may be published. */
export const inTheWayOf = (audience: Audience, already: readonly Audience[]): Audience | undefined =>
  already.find((one) => one === audience || EXCLUDES[one].includes(audience))

/** Whether a report says that a frozen figure would be another by now. */
export type RestatedDecision = {
  readonly indicator: string
  readonly decision: 'say so' | 'no note'
  /** What it would have been when it was decided. */
  readonly now: number | null
  readonly words: string
  readonly at: Date
  readonly by: string
}

/**
 * A figure that misses its target has to be explained before the month is signed off, and so has one of which there should be none.
 * @param exceptional why even one is too many; undefined where only the target counts
 */
export const wantsExplaining = (
  { rag, value }: { readonly rag: Rag | null; readonly value: number | null },
  exceptional: string | undefined,
): boolean => rag === 'red' || rag === 'worse than target' || (exceptional !== undefined && (value ?? 0) > 0)

/** A figure is explained by what worries us about it, or by what is done about it; that something goes well explains no miss. */
const explains = ({ worries, doing }: Commentary): boolean => worries !== '' || doing !== ''

/** How far the commentary of one section has come. */
export type SectionState = {
  readonly key: string
  readonly state: 'written' | 'started' | 'not started'
  /** Of the figures that miss their targets, those of which somebody says why, and all of them. */
  readonly explained: readonly string[]
  readonly missed: readonly string[]
  readonly last: Pick<Commentary, 'at' | 'by'> | null
}

/**
 * How far a section has come: written when something is said of it, and of each of its figures that misses its target.
 * @param said in the order in which it was written; of several about one thing the last counts
 */
export function sectionState(
  { key, missed }: { readonly key: string; readonly missed: readonly string[] },
  said: readonly Commentary[],
): SectionState {
  const own = said.filter(({ section }) => section === key)
  const latest = new Map(own.map((one) => [one.indicator, one] as const))
  const explained = missed.filter((indicator) => {
    const one = latest.get(indicator)
    return one !== undefined && explains(one)
  })
  const aboutSection = latest.get(null)
  const isSaid = aboutSection !== undefined && (aboutSection.goingWell !== '' || explains(aboutSection))
  const isWritten = isSaid && explained.length === missed.length
  const last = own.at(-1)
  return {
    key,
    state: isWritten ? 'written' : own.length > 0 ? 'started' : 'not started',
    explained,
    missed,
    last: last === undefined ? null : { at: last.at, by: last.by },
  }
}

/**
 * Where a month stands, of what was done with it in order, whatever the clock said. What was signed off or frozen, and opened again after, is
 * neither now.
 */
export function standingOf(taken: readonly StepTaken[]) {
  const last = (step: StepTaken['step']) => taken.findLast((one) => one.step === step)
  const since = taken.slice(taken.findLastIndex(({ step }) => step === 'opened again') + 1)
  return {
    quality: last('quality seen'),
    signedOff: since.find(({ step }) => step === 'signed off'),
    frozen: since.find(({ step }) => step === 'frozen'),
    published: since.filter(({ step }) => step === 'published'),
    openedAgain: last('opened again'),
  }
}

/** Where a month is, in a word. */
export function placeOf(taken: readonly StepTaken[]): 'published' | 'frozen' | 'signed off' | 'open' {
  const { signedOff, frozen, published } = standingOf(taken)
  if (published.length > 0) return 'published'
  if (frozen !== undefined) return 'frozen'
  return signedOff === undefined ? 'open' : 'signed off'
}

/** What keeps a month from being signed off, in words; nothing where it can be. */
export function missingToSignOff(
  taken: readonly StepTaken[],
  sections: readonly (SectionState & { readonly label: string })[],
): readonly string[] {
  const unwritten = sections.filter(({ state }) => state !== 'written').map(({ label }) => label)
  return [
    ...(standingOf(taken).quality === undefined ? ['nobody has said that the quality of the data was looked at'] : []),
    ...(unwritten.length === 0 ? [] : [`${unwritten.join(', ')} ${unwritten.length === 1 ? 'is' : 'are'} not written`]),
  ]
}
