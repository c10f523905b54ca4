import { expect } from 'vitest'
import {
  type AccountKey,
  accountKeys,
  findsByName,
  isShutOut,
  type PersonKey,
  peopleKeys,
  reads,
  readsJoint,
  readsLetter,
} from './expected.ts'
import { type Canary, letters, wordsCanary } from './people.ts'
import type { Outcome, Way } from './way.ts'
import type { World } from './world.ts'

type Step = {
  readonly world: World
  readonly way: Way
  readonly account: AccountKey
  readonly person: PersonKey
  /** How the way is answered of a number that is nobody's: that is asked once as each account. */
  readonly nothing: Map<string, Outcome>
}

/** Goes one way as every account to every person, and gives what is not as the tables say; empty when all is. */
export async function walk(
  world: World,
  way: Way,
  accounts: readonly AccountKey[] = accountKeys,
): Promise<readonly string[]> {
  const faults: string[] = []
  const nothing = new Map<string, Outcome>()
  for (const account of accounts)
    for (const person of peopleKeys) {
      const found = await faultsOf({ world, way, account, person, nothing })
      faults.push(...found.map((fault) => `${account} to ${person}: ${fault}`))
    }
  return faults
}

async function faultsOf(step: Step): Promise<readonly string[]> {
  const { world, way, account, person } = step
  const number = (await way.number?.(world, person)) ?? world.people[person].subject
  const before = await lastRow(world)
  const outcome = await way.go(world, world.accounts[account], number)
  const expected = way.expected(account, person)
  const faults = [
    ...(outcome.answer === expected ? [] : [`answered ${outcome.answer}, not ${expected}${whatStopped(outcome)}`]),
    ...leaks(world, account, outcome),
    ...(way.showsAll && expected === 'shown' ? lacks(account, person, outcome) : []),
    ...(await unaudited(step, expected, before)),
    ...(expected === 'gone' && way.begunBefore === undefined ? await tellsApart(step, number, outcome) : []),
  ]
  await way.undo?.(world)
  return faults
}

/** What a page says that stops something from being done. */
function whatStopped({ text }: Outcome): string {
  const [, summary] = /class="govuk-error-summary"([\s\S]*?)<\/ul>/.exec(text) ?? []
  return summary === undefined ? '' : `: ${summary.replaceAll(/<[^>]*>|^[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')}`
}

/** Words that stand in an answer and that the viewer may not read, whoever's page it is. */
export const leaks = (world: World, account: AccountKey, { text }: Outcome): readonly string[] =>
  world.canaries.flatMap((canary) => {
    if (!text.includes(canary.text)) return []
    return isTold(account, canary) ? [] : [`leaks ${canary.text}`]
  })

function isTold(account: AccountKey, canary: Canary): boolean {
  if (canary.kind === 'name') return findsByName(account, canary.of)
  if (canary.kind === 'day') return !canary.of.some((one) => isShutOut(account, one))
  const isTied = canary.tiedTo === undefined || !isShutOut(account, canary.tiedTo)
  return isTied && readsJoint(account, canary.of, canary.letter)
}

/** What may be read of the person's own records, and is not there: a page that shows nothing leaks nothing. */
const lacks = (account: AccountKey, person: PersonKey, { text }: Outcome): readonly string[] =>
  letters
    .filter((letter) => readsLetter(reads[account][person], letter) && !text.includes(wordsCanary(person, letter)))
    .map((letter) => `lacks ${wordsCanary(person, letter)}`)

const decisions: Readonly<Record<Outcome['answer'], string>> = {
  shown: 'yes',
  no: 'no',
  ring: 'restricted',
  gone: 'not there',
  fault: 'yes',
}

async function unaudited(
  { world, way, account, person }: Step,
  expected: Outcome['answer'],
  before: number,
): Promise<readonly string[]> {
  const rows = await world.store.db.selectFrom('audit').selectAll().where('id', '>', before).execute()
  if (way.action === undefined) return rows.length === 0 ? [] : ['is audited, though it says nothing']
  const subject = way.about?.(world, person) ?? world.people[person].subject
  const decision = decisions[way.audited?.(account, person) ?? expected]
  const isIt = (row: (typeof rows)[number]) =>
    row.account_id === world.accounts[account].account.id &&
    row.action === way.action &&
    row.subject_id === subject &&
    row.decision === decision
  return rows.some(isIt)
    ? []
    : [
        `left no row “${way.action}: ${decision}”, but ${JSON.stringify(rows.map(({ action, decision }) => `${action}: ${decision}`))}`,
      ]
}

/** What is not there for the viewer is answered byte for byte like a number that is nobody's, apart from the number. */
async function tellsApart(
  { world, way, account, nothing: known }: Step,
  number: number,
  { text }: Outcome,
): Promise<readonly string[]> {
  const nobody = world.nobodyLike(number)
  const key = `${account} ${nobody}`
  const other = known.get(key) ?? (await way.go(world, world.accounts[account], nobody))
  known.set(key, other)
  const nothing = other.text.split('\n')
  return text.split('\n').flatMap((line, at) => {
    const same = line === nothing[at] || without(number, line) === without(nobody, nothing[at] ?? '')
    return same ? [] : [`says “${line}”, and of nobody “${nothing[at]}”`]
  })
}

const without = (number: number, line: string): string => line.replaceAll(new RegExp(`\\b${number}\\b`, 'g'), 'N')

/** The number of the last row of the audit. */
export async function lastRow({ store }: World): Promise<number> {
  const { id } = await store.db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return id ?? 0
}

/** No fault; named so that a failure says which. */
export const none = (faults: readonly string[]): void => expect(faults).toEqual([])
