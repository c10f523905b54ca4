/**
 * The ways in which something is written down, beside those of `read.ts`: words in capitals stand for what is written there, what is in brackets
 * may be left out, and `-` is not recorded. The first word is the kind.
 */
const sentences = {
  // Health
  dental: 'dental DAY HOW',
  immunised: 'immunised ANSWER DAY',
  score: 'score DAY VALUE [because REASON]',
  // Permanence
  plan: 'plan OPTION SINCE [done DONE] [until UNTIL]',
  parallel: 'parallel OPTION SINCE [done DONE] [until UNTIL]',
  matched: 'matched DAY [moved MOVED] [until UNTIL]',
  escalation: 'escalation BEGAN SINCE [formal FORMAL] [stage STAGE on STAGED] [closed CLOSED]',
  // Adoption
  decision: 'decision SINCE [reversed UNTIL]',
  order: 'order SINCE [ended UNTIL] [by HOW]',
  adopters: 'adopters DAY [fosterers FOSTERERS]',
  enquiry: 'enquiry DAY [another ANOTHER]',
  stage: 'stage WHICH SINCE [ended UNTIL] [as HOW]',
  pause: 'pause SINCE [until UNTIL]',
  recommended: 'recommended DAY',
  suitable: 'suitable ANSWER DAY [ended UNTIL]',
  gone: 'gone DAY',
  // Leaving care
  adviser: 'adviser SINCE [until UNTIL]',
  awaited: 'awaited SINCE [until UNTIL]',
  contact: 'contact DAY ANSWER',
  home: 'home LETTER SUITS SINCE [until UNTIL]',
  pathway: 'pathway DAY',
  reviewed: 'reviewed DAY',
  does: 'does CODE SINCE [until UNTIL]',
  birthday: 'birthday DAY ANSWER CODE HOME',
  passport: 'passport OUTCOME DAY',
  // Education
  pep: 'pep SINCE [done DONE]',
  school: 'school AT STATUS SINCE [until UNTIL]',
  register: 'register AT FIRST LAST ATTENDED of POSSIBLE',
  ehcp: 'ehcp SINCE [until UNTIL]',
  suspended: 'suspended AT DAY SESSIONS [cancelled CANCELLED]',
  activity: 'activity CODE SINCE [until UNTIL]',
  // Fostering households
  approved: 'approved TYPE SINCE [placed PLACED] [extended EXTENDED] [resigned RESIGNED] [ended UNTIL] [as WHY]',
  hold: 'hold SINCE [until UNTIL]',
  applies: 'applies TYPE SINCE [assessed ASSESSED] [ended UNTIL] [as OUTCOME]',
  panel: 'panel DAY',
  visited: 'visited DAY HOW',
  lives: 'lives WHO FOOTING SINCE [until UNTIL]',
  accused: 'accused WHO MADE ROLE [referred REFERRED] [found OUTCOME DECIDED]',
} as const

type Sentences = typeof sentences
type Part<W extends string> = W extends `[${infer Rest}`
  ? Part<Rest>
  : W extends `${infer Rest}]`
    ? Part<Rest>
    : W extends Uppercase<W>
      ? Lowercase<W>
      : never
type Parts<S extends string> = S extends `${infer First} ${infer Rest}` ? Part<First> | Parts<Rest> : Part<S>

/** What a line says, part by part; empty where it is left out or not recorded. */
export type Line = {
  [K in keyof Sentences]: { readonly kind: K } & { readonly [P in Parts<Sentences[K]>]: string }
}[keyof Sentences]

const readers = Object.entries(sentences).map(([kind, sentence]) => {
  const named = sentence.replaceAll(/[A-Z]+/g, (part) => `(?<${part.toLowerCase()}>\\S+)`)
  const shape = named.replaceAll(/ \[([^\]]*)\](?!\+)/g, '(?: $1)?')
  return { kind, shape: new RegExp(`^${shape}$`), parts: sentence.match(/[A-Z]+/g) ?? [] }
})

/** Reads a line; undefined where no sentence is like it. */
export function readLine(text: string): Line | undefined {
  for (const { kind, shape, parts } of readers) {
    const groups = shape.exec(text)?.groups
    if (groups === undefined) continue
    const said = parts.map((part) => part.toLowerCase()).map((part) => [part, groups[part]] as const)
    return Object.fromEntries([
      ['kind', kind],
      ...said.map(([part, word]) => [part, word === undefined || word === '-' ? '' : word]),
    ])
  }
  return undefined
}
