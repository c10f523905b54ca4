import type { ColumnType, GeneratedAlways } from 'kysely'
import type { PeriodKind } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SignedFigure } from '../../core/definitions/supply.ts'

/** What somebody signed is never changed. */
type Unchanging<Value> = ColumnType<Value, Value, never>

export type SupplyTables = {
  supply_sign_off: {
    id: GeneratedAlways<number>
    supply: Unchanging<string>
    authority: Unchanging<string>
    kind: Unchanging<PeriodKind>
    from_on: Unchanging<PlainDate>
    to_on: Unchanging<PlainDate>
    /** Written as JSON text. */
    figures: ColumnType<readonly SignedFigure[], string, never>
    words: Unchanging<string>
    signed_at: Unchanging<Date>
    account_id: Unchanging<number>
    signed_by: Unchanging<string>
  }
}
