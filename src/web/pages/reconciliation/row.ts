import type { FindingRead, ReconciliationRead } from '../../../app/reconciliation/read.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { decisions } from '../../../core/reconciliation/standing.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { nameIn, pathOf } from './names.ts'
import { advice, dayText, decidedWord, stateMark, whoText } from './words.ts'

/** What somebody typed and chose, and why it was not kept. */
export type Tried = {
  readonly decision: string
  readonly words: string
  readonly field: string
  readonly fault: string
}

type Read = ReconciliationRead & { readonly finding: FindingRead }

/** One row beside ours: both days, who it is and how that is known, what to do, and what was decided by whom. */
export function rowView(read: Read, tried: Tried | undefined, who: Who) {
  const { of, list, lists, finding } = read
  const { item, state, decided } = finding
  const named = list === undefined || list === lists[0] ? undefined : String(list.id)
  const name = nameIn(finding)
  return {
    page: {
      title: `${of.label}: ${name}`,
      navigation: 'services' as const,
      who: { name: who.account.name, form: who.form },
    },
    back: { href: address(pathOf(of.key), { list: named }), label: of.label },
    heading: `${name}: ${item.label.toLowerCase()}`,
    mark: stateMark(of, finding),
    who: whoText(of, finding),
    advice: advice(of, finding),
    child: childOf(finding),
    theirs: theirsOf(read),
    ours: oursOf(read),
    take: finding.mayTake ? takeText(of.theirs, finding) : undefined,
    search: searchFor(finding),
    action: address(`${pathOf(of.key)}/rows/${finding.key}`, { list: named }),
    form: who.form,
    mayDecide: finding.mayDecide && state !== 'same',
    isDoubtful: state === 'doubtful',
    candidates: candidatesOf(finding, tried),
    choices: state === 'doubtful' ? [] : choicesOf(read, tried),
    typed: tried?.words ?? '',
    fault: tried && { field: tried.field, message: tried.fault },
    decided: decided.toReversed().map(({ decision, words, by, at }) => ({
      what: decision === 'same child' ? 'Which child it is' : decidedWord(of, decision),
      words,
      who: `${by}, ${londonText(at.getTime() as Instant)}`,
    })),
  }
}

const childOf = ({ child, by }: FindingRead) =>
  child && {
    name: child.name,
    href: `/people/${child.subject}`,
    born: child.bornOn === null ? undefined : shortText(child.bornOn),
    by: by ?? undefined,
  }

const theirsOf = ({ of, list, finding: { theirs, row, said } }: Read) => ({
  who: of.theirs,
  day: dayText(theirs),
  row: row === null ? undefined : `Row ${row} of ${list?.fileName ?? ''}.`,
  says: said === null ? [] : saidFacts(of, said),
})

const oursOf = ({ of, finding: { ours } }: Read) => ({
  who: of.ours,
  day: dayText(ours?.on ?? null),
  says: ours === null || ours.isHeld ? undefined : 'Our record says that it was not done.',
  href: ours === null ? undefined : `/records/${ours.record}`,
})

const searchFor = ({ state, said }: FindingRead): string | undefined =>
  state === 'not found' && said !== null
    ? address('/people', { q: said.name || Object.values(said.numbers)[0] })
    : undefined

const candidatesOf = ({ candidates }: FindingRead, tried: Tried | undefined) =>
  candidates.map(({ subject, name, bornOn, why }, at) => ({
    id: at === 0 ? 'child' : `child-${at + 1}`,
    value: String(subject),
    name,
    href: `/people/${subject}`,
    born: bornOn === null ? '' : `Born ${shortText(bornOn)}; `,
    why,
    chosen: tried?.decision === String(subject),
  }))

const choicesOf = ({ of, finding: { decided } }: Read, tried: Tried | undefined) =>
  decisions.map((value, at) => ({
    id: at === 0 ? 'decision' : `decision-${at + 1}`,
    value,
    label: decidedWord(of, value),
    chosen: (tried === undefined ? decided.at(-1)?.decision : tried.decision) === value,
  }))

const saidFacts = (of: Read['of'], said: NonNullable<FindingRead['said']>): readonly string[] => [
  ...(said.name === '' ? [] : [said.name]),
  ...(said.bornOn === null ? [] : [`born ${shortText(said.bornOn)}`]),
  ...of.knownBy.flatMap(({ key, label }) => (said.numbers[key] === undefined ? [] : [`${label} ${said.numbers[key]}`])),
]

/** What taking their day over is called; nothing where there is none to take, or nobody whose record it would be. */
function takeText(theirs: string, { state }: FindingRead): string | undefined {
  if (state === 'only theirs') return `Record it with ${theirs.toLowerCase()}’s day`
  return state === 'differs' || state === 'not held' ? `Correct ours to ${theirs.toLowerCase()}’s day` : undefined
}
