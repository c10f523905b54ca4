import { readFileSync } from 'node:fs'
import { type Line, readLine } from './lines.ts'

/** What was written down about somebody, every date as text. `name` is the letter that the fixture gives it. */
export type Noted = {
  readonly name: string
  readonly secondNumber: boolean
  readonly endKnown: string | null
  /** The day on which it became known; null: always. */
  readonly known: string | null
} & Said
export type Said =
  | Line
  | { readonly kind: 'born'; readonly on: string }
  | Care
  | { readonly kind: 'review'; readonly on: string; readonly participation: string | null }
  | { readonly kind: 'health'; readonly on: string; readonly assessment: string; readonly outcome: string }
  | { readonly kind: 'missing'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'away'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'unaccompanied'; readonly to: string | null }
export type Care = {
  readonly kind: 'care'
  readonly from: string
  readonly to: string | null
  readonly reason: string
  readonly status: string
  readonly placement: string | null
  readonly provider: string | null
  readonly location: string | null
  readonly miles: number | null
  readonly at: string | null
  readonly ended: string | null
}

/** What somebody is in for a month: groups with their words, and records that are counted by their letter. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>
/** What was worked out by hand of somebody in a month: of everything known, without one of the records, or as known on a day. */
export type ByHand = {
  readonly month: string
  readonly without: string | null
  readonly knownOn: string | null
  readonly groups: Groups
}
export type OnFile = {
  readonly title: string
  readonly records: readonly Noted[]
  readonly byHand: readonly ByHand[]
}

const DAY = String.raw`(\d{4}-\d\d-\d\d)`
const TO = `(?: to ${DAY})?`
const PLACED = String.raw`(\S+)(?: (PR\d))?(?: (in|out))?(?: ([\d.]+) miles)?(?: at (\w+))?`

type Parts = readonly (string | undefined)[]
/** The ways in which a line may say something. */
const lines: readonly (readonly [RegExp, (parts: Parts) => Said])[] = [
  [new RegExp(`^born ${DAY}$`), ([, on = '']) => ({ kind: 'born', on })],
  [new RegExp(`^care ${DAY}${TO} ([A-Z]) ([A-Z]\\d) ${PLACED}(?: then (\\w+))?$`), readCare],
  [
    new RegExp(`^review ${DAY} (\\S+)$`),
    ([, on = '', participation]) => ({ kind: 'review', on, participation: orNull(participation) }),
  ],
  [
    new RegExp(`^health ${DAY} (initial|review) (done|refused)$`),
    ([, on = '', assessment = '', outcome = '']) => ({ kind: 'health', on, assessment, outcome }),
  ],
  [new RegExp(`^missing ${DAY}${TO}$`), ([, from = '', to]) => ({ kind: 'missing', from, to: to ?? null })],
  [new RegExp(`^away ${DAY}${TO}$`), ([, from = '', to]) => ({ kind: 'away', from, to: to ?? null })],
  [new RegExp(`^unaccompanied(?: until ${DAY})?$`), ([, to]) => ({ kind: 'unaccompanied', to: to ?? null })],
]

function readCare(parts: Parts): Said {
  const [, from = '', to, reason = '', status = '', placement, provider, location, miles, at, ended] = parts
  return {
    kind: 'care',
    from,
    to: to ?? null,
    reason,
    status,
    placement: orNull(placement),
    provider: provider ?? null,
    location: location?.toUpperCase() ?? null,
    miles: miles === undefined ? null : Number(miles),
    at: at ?? null,
    ended: ended ?? null,
  }
}

function orNull(word: string | undefined): string | null {
  return word === undefined || word === '-' ? null : word
}

function readRecord(line: string): Noted {
  const [what = '', ...notes] = line.split('; ')
  const isBorn = what.startsWith('born')
  const about = {
    name: isBorn ? 'born' : what.slice(0, 1),
    secondNumber: notes.includes('second number'),
    endKnown: notes.find((note) => note.startsWith('the end known '))?.slice(-10) ?? null,
    known: notes.find((note) => note.startsWith('known '))?.slice(-10) ?? null,
  }
  const text = isBorn ? what : what.slice(2)
  for (const [shape, said] of lines) {
    const parts: Parts | null = shape.exec(text)
    if (parts !== null) return { ...about, ...said(parts) }
  }
  const said = readLine(text)
  if (said !== undefined) return { ...about, ...said }
  throw new Error(`No record is written like this: ${line}`)
}

const readGroups = (text: string): Groups =>
  new Map(
    text === 'nothing'
      ? []
      : text.split('; ').map((part): [string, ReadonlySet<string>] => {
          const [group = '', words = ''] = part.split(': ')
          return [group, new Set(words === '' ? [] : words.split(', '))]
        }),
  )

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthOf = (name: string, year: string): string =>
  `${year}-${String(MONTHS.indexOf(name.slice(0, 3)) + 1).padStart(2, '0')}`

const ASKED = new RegExp(`^(${MONTHS.join('|')}) (\\d{4})(?: without (\\w+))?(?: as known on (\\S+))?: (.*)$`)
const NOTED = /^(?:born|[a-z] [a-z]+) /

function readOne(block: string): OnFile {
  const [title = '', ...all] = block.split('\n\n')[0]?.split('\n') ?? []
  const said = all.map((line) => line.trim())
  return {
    title,
    records: said.filter((line) => NOTED.test(`${line} `)).map(readRecord),
    byHand: said.flatMap((line): readonly ByHand[] => {
      const asked: Parts | null = ASKED.exec(line)
      if (asked === null) return []
      const [, month = '', year = '', without = null, knownOn = null, groups = ''] = asked
      return [{ month: monthOf(month, year), without, knownOn, groups: readGroups(groups) }]
    }),
  }
}

/** A figure that was added up by hand: `12 / 25` is a share of 25, `mean 118.5 of 2` an average of two. */
export type Added = readonly [numerator: number, denominator: number | null, mean?: number]

export type Book = {
  readonly everybody: readonly OnFile[]
  /** The months that it asks about. */
  readonly months: readonly string[]
  /** By month and figure. */
  readonly added: ReadonlyMap<string, ReadonlyMap<string, Added>>
}

/** One of the fixtures, by its subject. */
export function readBook(name: string): Book {
  const text = readFileSync(new URL(`../../fixtures/forty-children/${name}.txt`, import.meta.url), 'utf8')
  const [told = '', ...sums] = text.split(/^The figures of /m)
  const everybody = told
    .split(/^(?=\d+\. )/m)
    .slice(1)
    .map(readOne)
  const asked = everybody.flatMap(({ byHand }) => byHand.map(({ month }) => month))
  return { everybody, months: [...new Set(asked)].toSorted(), added: new Map(sums.map(readSums)) }
}

function readSums(text: string): readonly [string, ReadonlyMap<string, Added>] {
  const [month = '', year = ''] = text.split(/[ ,]/)
  const shares = [...text.matchAll(/^ {2}([a-z0-9-]+) +(\d+)(?: \/ (\d+))?$/gm)].map(
    ([, key = '', counted, all]): [string, Added] => [key, [Number(counted), all === undefined ? null : Number(all)]],
  )
  const means = [...text.matchAll(/^ {2}([a-z0-9-]+) +mean ([\d.]+) of (\d+)$/gm)].map(
    ([, key = '', mean, of]): [string, Added] => [key, [Number(of), Number(of), Number(mean)]],
  )
  return [monthOf(month, year), new Map([...shares, ...means])]
}
