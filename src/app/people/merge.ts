import { decide } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { addMerge, endMerge, findMergesOf, holdMerges, type StoredMerge } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import { StoreError } from '../../store/store-error.ts'
import { about, type Room } from '../access/about.ts'
import { lookUpAnew } from '../access/looked-up.ts'
import { protectedPerson } from '../access/protected.ts'
import type { App } from '../app.ts'
import { recount } from '../counting/calculate.ts'
import { Refused } from '../refused.ts'
import { keptNumbers } from './kept-number.ts'

/** Two numbers, and which of them stays. */
export type Pair = { readonly kept: SubjectId; readonly merged: SubjectId }

const LEAST_WORDS = 10

/** What is wrong with a reason, if anything: somebody who was not there must be able to see from it whether it was right. */
export const reasonFault = (reason: string): string | undefined =>
  reason.trim().length < LEAST_WORDS
    ? 'Say how you know. Whoever looks at this later must be able to see whether it was right.'
    : undefined

/**
 * Records that two numbers are one person's. No record is touched; from today on all that is written under either is read as about the one that
 * is kept, and what holds for either (allocations, restrictions) holds for the person.
 * @throws Refused when the viewer may not, the two are one already, or there is no real reason
 */
export async function mergePeople(
  app: App,
  account: Account,
  { kept, merged }: Pair,
  reason: string,
): Promise<SubjectId> {
  const known = await keptNumbers(app, [kept, merged])
  const pair = { kept: known(kept), merged: known(merged) }
  const asked = {
    action: 'merge',
    people: [pair.kept, pair.merged],
    detail: `number ${pair.merged} is the same person as number ${pair.kept}`,
  } as const
  return about(app, account, asked, async (room) => {
    refuseWithout(reason)
    await holdMerges(room.db)
    // Not what the door saw: somebody may have sealed one of them since.
    lookUpAnew(room.db)
    await refuseSealedMeanwhile(app, room, pair)
    await inWords(addMerge(room.db, { ...pair, ...said(app, account, reason) }))
    lookUpAnew(room.db)
    await recount(app, room.db, [pair.kept, pair.merged])
    return pair.kept
  })
}

/**
 * Takes back that two numbers are one person's: each has again what names it. What was written meanwhile stays with the number it names.
 * @throws Refused when the viewer may not, they are not one, or there is no real reason
 */
export async function unmergePeople(app: App, account: Account, pair: Pair, reason: string): Promise<void> {
  const asked = {
    action: 'merge',
    people: [pair.kept, pair.merged],
    detail: `number ${pair.merged} is not the same person as number ${pair.kept} after all`,
  } as const
  await about(app, account, asked, async ({ db }) => {
    refuseWithout(reason)
    const { id } = await getMerge(db, pair)
    await inWords(endMerge(db, { merge: id, ...said(app, account, reason) }))
    lookUpAnew(db)
    await recount(app, db, [pair.kept, pair.merged])
  })
}

/**
 * The merge that makes two numbers one person's. For what is done behind the door.
 * @throws Refused when there is none that holds
 */
export async function getMerge(db: Db, { kept, merged }: Pair): Promise<StoredMerge> {
  const all = await findMergesOf(db, [merged])
  const merge = all.find((one) => one.ended === null && one.kept === kept && one.merged === merged)
  if (merge === undefined)
    throw new Refused('not found', `Number ${merged} is not recorded as the same person as number ${kept}.`)
  return merge
}

/** An adoption may have been sealed between the decision and the lock. */
async function refuseSealedMeanwhile(app: App, { db, viewer }: Room, { kept, merged }: Pair): Promise<void> {
  for (const subject of [kept, merged]) {
    const person = await protectedPerson(app, db, subject)
    if (person === undefined || decide(viewer, 'merge', person).may === 'not there')
      throw new Refused('not found', 'There is nobody of that number.')
  }
}

function refuseWithout(reason: string): void {
  const fault = reasonFault(reason)
  if (fault !== undefined) throw new Refused('bad input', fault)
}

const said = (app: App, account: Account, reason: string) => ({
  knownOn: app.clock.today,
  at: app.clock.now(),
  by: account.name,
  reason: reason.trim(),
})

/** What the store refuses here is for the person who asked: the two are one already, or somebody was quicker. */
async function inWords<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreError) throw new Refused('in the way', error.message)
    throw error
  }
}
