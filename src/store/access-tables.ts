import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Sensitivity, SubjectId } from '../core/definitions/field.ts'

/** Whether breaking the glass was needed: `unclear` where more must be asked. */
export type Verdict = 'needed' | 'not needed' | 'unclear'

/** What a program may ask for: figures alone, or the lists of people behind them too. */
export type Opens = 'figures' | 'lists'

type Unchanging<Value> = ColumnType<Value, Value, never>

/** The tables of who may sign in and who did what; part of `Tables`. */
export type AccessTables = {
  account: {
    id: GeneratedAlways<number>
    user_name: Unchanging<string>
    name: string
    worker_id: SubjectId | null
    roles: readonly string[]
    /** The localities that a partner sees figures of; null of everybody who works here. */
    partner_of: ColumnType<readonly string[] | null, readonly string[] | null | undefined, readonly string[] | null>
    password_hash: string
    /** Somebody else chose it: it must be changed before anything else is done. */
    password_is_first: ColumnType<boolean, boolean | undefined, boolean>
    failures: ColumnType<number, number | undefined, number>
    locked_until: ColumnType<Date | null, Date | null | undefined, Date | null>
    made_at: Unchanging<Date>
    ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  session: {
    token_hash: Unchanging<string>
    account_id: Unchanging<number>
    made_at: Unchanging<Date>
    seen_at: Date
    ends_at: Date
  }
  program_token: {
    id: GeneratedAlways<number>
    name: Unchanging<string>
    account_id: Unchanging<number>
    opens: Unchanging<Opens>
    token_hash: Unchanging<string>
    made_at: Unchanging<Date>
    made_by: Unchanging<string>
    ends_at: Unchanging<Date>
    used_at: ColumnType<Date | null, Date | null | undefined, Date>
    ended_at: ColumnType<Date | null, Date | null | undefined, Date>
    ended_by: ColumnType<string | null, string | null | undefined, string>
    purpose: Unchanging<string | null>
    ended_reason: ColumnType<string | null, string | null | undefined, string>
  }
  broken_glass: {
    id: GeneratedAlways<number>
    account_id: Unchanging<number>
    subject_id: Unchanging<SubjectId>
    reason: Unchanging<string>
    broken_at: Unchanging<Date>
    ends_at: Unchanging<Date>
    reviewed_by: ColumnType<string | null, string | null | undefined, string>
    reviewed_at: ColumnType<Date | null, Date | null | undefined, Date>
    verdict: ColumnType<Verdict | null, Verdict | null | undefined, Verdict>
    finding: ColumnType<string | null, string | null | undefined, string>
  }
  audit: {
    id: GeneratedAlways<number>
    at: Unchanging<Date>
    account_id: Unchanging<number | null>
    account_name: Unchanging<string>
    action: Unchanging<string>
    subject_id: Unchanging<SubjectId | null>
    record_id: Unchanging<number | null>
    decision: Unchanging<'yes' | 'no' | 'restricted' | 'not there'>
    by_role: Unchanging<string | null>
    sensitivity: ColumnType<Sensitivity, Sensitivity, never>
    detail: Unchanging<string>
    like_row: ColumnType<number | null, number | null | undefined, never>
  }
  audit_seal: {
    up_to: Unchanging<number>
    rows_sealed: Unchanging<number>
    hash: Unchanging<string>
    sealed_at: Unchanging<Date>
  }
}
