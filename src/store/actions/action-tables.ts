import type { ColumnType, GeneratedAlways } from 'kysely'
import type { ActionSaid } from '../../core/actions/action.ts'
import type { PeriodKind } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'

/** Nothing of it is ever changed. */
type Unchanging<Value> = ColumnType<Value, Value, never>

type Terms = {
  what: Unchanging<string>
  owner_name: Unchanging<string>
  due_on: Unchanging<PlainDate>
  how_known: Unchanging<string>
  words: Unchanging<string>
  impact: Unchanging<string>
  step: Unchanging<ActionSaid['step']>
  said_on: Unchanging<PlainDate>
  said_by: Unchanging<string>
}

export type ActionTables = {
  action: {
    id: GeneratedAlways<number>
    authority: Unchanging<string>
    dataset: Unchanging<string | null>
    kind: Unchanging<PeriodKind | null>
    from_on: Unchanging<PlainDate | null>
    to_on: Unchanging<PlainDate | null>
    section: Unchanging<string | null>
    indicator: Unchanging<string | null>
    objective_id: Unchanging<number | null>
  }
  action_said: Terms & {
    id: GeneratedAlways<number>
    action_id: Unchanging<number>
    owner_id: Unchanging<number>
    said_at: Unchanging<Date>
    account_id: Unchanging<number>
  }
  publication_action: Terms & {
    publication_id: Unchanging<number>
    action_id: Unchanging<number>
    section: Unchanging<string>
    indicator: Unchanging<string | null>
    /** The month in which it was agreed, as it is written in addresses. */
    agreed_in: Unchanging<string>
  }
  service_plan: {
    id: GeneratedAlways<number>
    authority: Unchanging<string>
    area: Unchanging<string>
    title: Unchanging<string>
    from_on: Unchanging<PlainDate>
    to_on: Unchanging<PlainDate>
    made_at: Unchanging<Date>
    account_id: Unchanging<number>
    made_by: Unchanging<string>
  }
  plan_objective: { id: GeneratedAlways<number>; plan_id: Unchanging<number> }
  plan_objective_said: {
    id: GeneratedAlways<number>
    objective_id: Unchanging<number>
    what: Unchanging<string>
    indicator: Unchanging<string | null>
    measure: Unchanging<string>
    good_is: Unchanging<'high' | 'low'>
    baseline: Unchanging<number>
    target: Unchanging<number>
    stands_at: Unchanging<number | null>
    due_on: Unchanging<PlainDate>
    words: Unchanging<string>
    said_at: Unchanging<Date>
    account_id: Unchanging<number>
    said_by: Unchanging<string>
  }
  escalation: {
    id: GeneratedAlways<number>
    authority: Unchanging<string>
    about: Unchanging<string>
    step: Unchanging<'escalated' | 'answered'>
    words: Unchanging<string>
    said_at: Unchanging<Date>
    account_id: Unchanging<number>
    said_by: Unchanging<string>
  }
}
