import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { type Compared, compare, type OurDay } from '../../core/reconciliation/compare.ts'
import { type ReconciledItem, type Reconciliation, roleOf } from '../../core/reconciliation/reconciliation.ts'
import { type FindingState, type Standing, standingOf } from '../../core/reconciliation/standing.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { type Decision, type Difference, findDecisions } from '../../store/reconciliation/decisions.ts'
import { findEntries, type TheirEntry, type TheirList } from '../../store/reconciliation/lists.ts'
import type { WhoSaid } from '../../store/reconciliation/reconciliation-tables.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { bareNumber, findDated } from '../../store/records/search.ts'
import type { Db } from '../../store/records/transaction.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'
import { knownAmong } from './known.ts'
import { type Candidate, type Match, matchOf } from './match.ts'

/** What of ours stands beside a row of theirs. */
type OursBeside = { readonly record: RecordId; readonly on: PlainDate; readonly isHeld: boolean }

/** One thing that a list says, or that it lacks, beside what we have: whoever looks. */
export type Finding = {
  /** Its entry in the list, or our record that the list lacks: the same for as long as the list is looked at. */
  readonly key: string
  readonly item: ReconciledItem
  readonly state: FindingState
  readonly standing: Standing
  /** By how many days theirs is the later; null where one side has none. */
  readonly days: number | null
  /** Theirs, or else ours. */
  readonly on: PlainDate
  readonly said: WhoSaid | null
  readonly row: number | null
  readonly theirs: PlainDate | null
  readonly ours: OursBeside | null
  /** Null where it is nobody whom we know for certain. */
  readonly subject: SubjectId | null
  /** By what the row was matched. */
  readonly by: string | null
  readonly candidates: readonly Candidate[]
  /** What was decided of just these two days, the last last. */
  readonly decided: readonly Decision[]
}

/** Whom a row names, as one text by which it is known again in the next list. */
export const whoText = ({ numbers, name, bornOn }: WhoSaid): string =>
  JSON.stringify([Object.entries(numbers).toSorted(([a], [b]) => (a < b ? -1 : 1)), name, bornOn])

/** Everything that a list says and lacks, worked out from the records as they are now. Never to be shown as it is: `readReconciliation` keeps back whomever the viewer may not read about. */
export async function findingsOf(app: App, db: Db, of: Reconciliation, list: TheirList): Promise<readonly Finding[]> {
  const entries = await findEntries(db, list.id)
  const decisions = await decisionsUnderKept(app, db, of)
  const matches = await matchesOf(app, db, of, entries, decisions)
  const children = new Map<SubjectId, TheirEntry[]>()
  for (const entry of entries) {
    const match = matches.get(whoText(entry.who))
    if (match?.is === 'one') children.set(match.subject, [...(children.get(match.subject) ?? []), entry])
  }
  const items = of.items.filter(({ key }) => list.items.includes(key))
  const ours = await ourDays(app, db, { items, list, also: [...children.keys()] })
  const subjects = new Set([...children.keys(), ...ours.subjects])
  const about = { matches, decisions }
  const doubts = entries.flatMap(({ who, item, on }) => {
    const match = matches.get(whoText(who))
    return match?.is === 'doubtful' ? match.candidates.map(({ subject }) => ({ subject, item, on })) : []
  })
  return [
    ...entries.flatMap((entry) => unmatched(of, entry, about)),
    ...[...subjects].flatMap((subject) =>
      items.flatMap((item) => {
        const said = (children.get(subject) ?? []).filter((entry) => entry.item === item.key)
        const theirs = said.map(({ id, on }) => ({ entry: id, on }))
        const compared = compare(item, { theirs: once(theirs), ours: ours.of(subject, item), listed: list })
        return compared
          .filter((one) => !mayBeDoubtful(one, { item, subject, doubtful: doubts }))
          .map((one) => matched(item, subject, one, { ...about, said }))
      }),
    ),
  ]
}

type Doubt = { readonly subject: SubjectId; readonly item: string; readonly on: PlainDate }

/** What of ours may be what a doubtful row means is not said to be missing: that is settled first. */
const mayBeDoubtful = (
  { state, ours }: Compared,
  {
    item,
    subject,
    doubtful,
  }: { readonly item: ReconciledItem; readonly subject: SubjectId; readonly doubtful: readonly Doubt[] },
): boolean =>
  state === 'only ours' &&
  doubtful.some(
    (one) => one.subject === subject && one.item === item.key && Math.abs(one.on - ours.on) <= item.oneEvent,
  )

/** A list that says the same day of a child in two rows says it once. */
const once = <Day extends { readonly on: PlainDate }>(days: readonly Day[]): readonly Day[] =>
  days.filter((one, at) => days.findIndex(({ on }) => on === one.on) === at)

type About = {
  readonly matches: ReadonlyMap<string, Match>
  readonly decisions: readonly Decision[]
}

/** Whom each row means, by how the list calls them; somebody's word that it is this child goes before. */
async function matchesOf(
  app: App,
  db: Db,
  of: Reconciliation,
  entries: readonly TheirEntry[],
  decisions: readonly Decision[],
): Promise<ReadonlyMap<string, Match>> {
  const said = new Map(entries.map(({ who }) => [whoText(who), who] as const))
  const among = await knownAmong(app, db, [...said.values()])
  const known = index(among)
  return new Map(
    [...said].map(([text, who]) => {
      const word = decisions.findLast((one) => one.decision === 'same child' && one.who === text)
      const match: Match =
        word === undefined || word.subject === null
          ? matchOf(of, who, known(who))
          : { is: 'one', subject: word.subject, by: `${word.by} said so` }
      return [text, match]
    }),
  )
}

type Among = Awaited<ReturnType<typeof knownAmong>>

/** Those among whom a row may be at all: to hold each row against everybody would take as long as rows times people. */
function index(among: Among) {
  const byNumber = new Map<string, Among[number][]>()
  const byBirth = new Map<number, Among[number][]>()
  const add = <Key>(map: Map<Key, Among[number][]>, key: Key, one: Among[number]) => {
    const others = map.get(key)
    if (others === undefined) map.set(key, [one])
    else others.push(one)
  }
  for (const one of among) {
    for (const number of [...one.numbers.map(({ bare }) => bare), ...one.ownNumbers.map(String)])
      add(byNumber, number, one)
    if (one.bornOn !== null) add(byBirth, one.bornOn, one)
  }
  return ({ numbers, bornOn }: WhoSaid): Among => [
    ...new Set([
      ...Object.values(numbers).flatMap((number) => byNumber.get(bareNumber(number)) ?? []),
      ...(bornOn === null ? [] : (byBirth.get(bornOn) ?? [])),
    ]),
  ]
}

/** Every decision, with whom it is about under the number by which they are known now. */
async function decisionsUnderKept(app: App, db: Db, { key }: Reconciliation): Promise<readonly Decision[]> {
  const decisions = await findDecisions(db, key)
  const subjects = [...new Set(decisions.flatMap(({ subject }) => subject ?? []))]
  const same = await findSamePeople(db, subjects, app.clock.today)
  return decisions.map((one) => (one.subject === null ? one : { ...one, subject: same.kept(one.subject) }))
}

/** Our records of what the list is of: of everybody on it, and of whoever has one in its days. */
async function ourDays(
  app: App,
  db: Db,
  {
    items,
    list,
    also,
  }: { readonly items: readonly ReconciledItem[]; readonly list: TheirList; readonly also: readonly SubjectId[] },
) {
  const span = { from: list.from, to: (list.to - 1) as PlainDate }
  const types = [...new Map(items.map((item) => [`${item.type.key} ${item.on}`, item])).values()]
  const dated: SubjectId[] = []
  for (const item of types)
    dated.push(...(await findDated(db, { type: item.type, role: roleOf(item), field: item.on }, span)))
  const same = await findSamePeople(db, dated, app.clock.today)
  const people = await protectedPeople(app, db, [...new Set([...also, ...dated.map(same.kept)])])
  const subjects = [...people].flatMap(([subject, { sealed }]) => (sealed ? [] : [subject]))
  const recordsOf = await recordsOfAll(
    app,
    db,
    subjects,
    types.map(({ type }) => type),
  )
  return {
    subjects,
    of: (subject: SubjectId, item: ReconciledItem): readonly OurDay[] =>
      recordsOf(subject).flatMap((record) => ourDay(item, subject, record)),
  }
}

function ourDay(item: ReconciledItem, subject: SubjectId, { record, type, content }: RecordAsAt): readonly OurDay[] {
  const on = content.fields[item.on]
  const says = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).every(([name, code]) => content.fields[name] === code)
  const isOne = type === item.type && content.subjects[roleOf(item)]?.includes(subject) === true && says(item.where)
  return isOne && typeof on === 'number' ? [{ record, on: on as PlainDate, isHeld: says(item.held) }] : []
}

function unmatched(of: Reconciliation, entry: TheirEntry, { matches, decisions }: About): readonly Finding[] {
  const who = whoText(entry.who)
  const match = matches.get(who) ?? { is: 'nobody' }
  const item = of.items.find(({ key }) => key === entry.item)
  if (match.is === 'one' || item === undefined) return []
  const state = match.is === 'nobody' ? 'not found' : 'doubtful'
  const decided = about(decisions, { who, subject: null, item: item.key, theirs: entry.on, ours: null })
  return [
    {
      ...{ key: `t${entry.id}`, item, state, days: null, on: entry.on, decided },
      standing: standingOf(state, lastOf(decided)),
      ...{ said: entry.who, row: entry.row, theirs: entry.on, ours: null, subject: null, by: null },
      candidates: match.is === 'doubtful' ? match.candidates : [],
    },
  ]
}

function matched(
  item: ReconciledItem,
  subject: SubjectId,
  compared: Compared,
  { matches, decisions, said }: About & { readonly said: readonly TheirEntry[] },
): Finding {
  const { state, theirs, ours, days } = compared
  const entry = theirs === null ? undefined : said.find(({ id }) => id === theirs.entry)
  const match = entry && matches.get(whoText(entry.who))
  const difference = { who: null, subject, item: item.key, theirs: theirs?.on ?? null, ours: ours?.on ?? null }
  const decided = about(decisions, difference)
  return {
    ...{
      key: compared.theirs === null ? `o${compared.ours.record}` : `t${compared.theirs.entry}`,
      item,
      state,
      days,
      subject,
      decided,
    },
    standing: standingOf(state, lastOf(decided)),
    on: compared.theirs === null ? compared.ours.on : compared.theirs.on,
    ...{ said: entry?.who ?? null, row: entry?.row ?? null, theirs: theirs?.on ?? null, ours },
    by: match?.is === 'one' ? match.by : null,
    candidates: [],
  }
}

/** What was decided of just this: a correction on either side is another difference, of which nothing is decided. */
const about = (decisions: readonly Decision[], one: Difference): readonly Decision[] =>
  decisions.filter(
    ({ who, subject, item, theirs, ours, decision }) =>
      decision !== 'same child' &&
      who === one.who &&
      subject === one.subject &&
      item === one.item &&
      theirs === one.theirs &&
      ours === one.ours,
  )

function lastOf(decided: readonly Decision[]) {
  const last = decided.at(-1)?.decision
  return last === 'same child' ? undefined : last
}
