import { sql } from 'kysely'
import type { MemberFacts } from '../../core/counting/count.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { copyRows, copyText } from '../copy-rows.ts'
import type { Db } from '../records/transaction.ts'
import { type KeptUnder, useLists } from './members.ts'

type Facts = Omit<MemberFacts, 'period'>

/** Periods of a list, one after another, over which a member answered the same: kept once. */
type Stretch = { readonly first: number; readonly batch: number; last: number; readonly facts: Facts }

type Value = string | number | null
type Written = { readonly list: readonly Value[]; readonly text: string }

/** Keeps members while more are being counted: the database writes those before meanwhile. */
export class MembersKept {
  /** So many members, each in each period. */
  count = 0
  readonly #db: Db
  /** Of the subject and list that is being counted, the last stretch of each record, or of the subject. */
  readonly #open = new Map<RecordId | null, Stretch>()
  #lines = ''
  #writing: Promise<unknown> = Promise.resolve()
  // Members that follow one another often have the same list, and many the same value in it.
  #measures: Written = { list: [], text: '[]' }
  #attributes: Written = { list: [], text: '[]' }
  readonly #texts = new Map<Value, string>()

  constructor(db: Db) {
    this.#db = db
  }

  /** Keeps a member of a list in a period: period after period of one subject in one list, and then `close`. */
  add({ id, batch }: KeptUnder, facts: Facts): void {
    this.count++
    const before = this.#open.get(facts.record)
    if (before?.last === id - 1 && before.batch === batch && answersSame(before.facts, facts)) {
      before.last = id
      return
    }
    if (before !== undefined) {
      // Two rows of one member in one period would count them twice.
      if (before.last === id) throw new RangeError(`Subject ${facts.subject} is counted twice in period ${id}`)
      this.#write(before)
    }
    this.#open.set(facts.record, { first: id, last: id, batch, facts })
  }

  /** After the last period of one subject in one list. */
  close(): void {
    for (const stretch of this.#open.values()) this.#write(stretch)
    this.#open.clear()
  }

  /** Sends what there is, if it is worth it. */
  async send(): Promise<void> {
    if (this.#lines.length >= CHARACTERS_AT_ONCE) await this.#copy()
  }

  async end(): Promise<void> {
    if (this.#lines !== '') await this.#copy()
    await this.#writing
  }

  #write({ first, last, facts }: Stretch): void {
    const { subject, record, placed, answers, measures, attributes } = facts
    if (measures !== this.#measures.list) this.#measures = this.#written(measures)
    if (attributes !== this.#attributes.list) this.#attributes = this.#written(attributes)
    this.#lines += `${first}\t${last}\t${subject}\t${record ?? '\\N'}\t${placed}\t${answers}\t${this.#measures.text}\t${this.#attributes.text}\n`
  }

  /** A list as JSON, for the text form of COPY. */
  #written(list: readonly Value[]): Written {
    let text = ''
    for (const value of list) text += `${text === '' ? '' : ','}${this.#textOf(value)}`
    return { list, text: `[${text}]` }
  }

  #textOf(value: Value): string {
    const before = this.#texts.get(value)
    if (before !== undefined) return before
    const text = copyText(JSON.stringify(value))
    this.#texts.set(value, text)
    return text
  }

  async #copy(): Promise<void> {
    await this.#writing
    const lines = Buffer.from(this.#lines)
    this.#lines = ''
    this.#writing = copyRows(this.#db, `member (${COLUMNS})`, [lines])
    // It is told when it is waited for.
    this.#writing.catch(() => {})
  }
}

const answersSame = (one: Facts, other: Facts): boolean =>
  one.placed === other.placed &&
  one.answers === other.answers &&
  isSame(one.measures, other.measures) &&
  isSame(one.attributes, other.attributes)

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some === others || (some.length === others.length && some.every((one, at) => one === others[at]))

/** As much as a socket takes at once. */
const CHARACTERS_AT_ONCE = 100_000
const COLUMNS = 'first_period, last_period, subject_id, record_id, placed, answers, measures, attributes'

/**
 * Waits until nobody else is counting these subjects, and forgets what they are counted as in some periods. Whoever calls counts them again in the same
 * transaction. A stretch that reaches beyond is kept for the periods before and after.
 */
export async function forgetMembers(
  db: Db,
  subjects: readonly SubjectId[],
  periodIds: readonly number[],
): Promise<void> {
  await useLists(db)
  await sql`select from subject where id = any(${[...subjects]}::bigint[]) order by id for update`.execute(db)
  const stretch = sql.raw(`int4multirange(int4range(first_period, last_period, '[]'))`)
  await sql`
    with forgotten as materialized (
      select range_agg(int4range(id, id, '[]')) as periods from unnest(${[...periodIds]}::integer[]) as id
    ), old as (
      delete from member using forgotten
      where subject_id = any(${[...subjects]}::bigint[]) and ${stretch} && periods returning member.*, ${stretch} - periods as others
    )
    insert into member (${sql.raw(COLUMNS)})
    select lower(other), upper(other) - 1, subject_id, record_id, placed, answers, measures, attributes
    from old, unnest(others) as other
    where exists (select from counted_period where id between lower(other) and upper(other) - 1)`.execute(db)
}
