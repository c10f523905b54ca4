import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Verdict } from '../../core/counting/tally.ts'
import type { PeriodKind } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { PublicFigure } from '../../core/disclosure/public-figure.ts'
import type { DisclosureRule } from '../../core/disclosure/rule.ts'
import type { Shown } from '../../core/disclosure/shown.ts'
import type { FrozenFigure } from '../../core/figures/frozen.ts'
import type { Rag } from '../../core/figures/judge.ts'
import type { Audience, RestatedDecision, StepTaken } from '../../core/figures/month.ts'

/** Nothing that was frozen is ever changed. */
type Unchanging<Value> = ColumnType<Value, Value, never>
/** Written as JSON text. */
type Json<Value> = ColumnType<Value, string, never>

export type PublicationTables = {
  publication: Of & {
    id: GeneratedAlways<number>
    version: Unchanging<number>
    known_on: Unchanging<PlainDate>
    /** The last that was written before it was frozen, of whatever record. */
    last_version: Unchanging<number>
    frozen_at: Unchanging<Date>
    account_id: Unchanging<number>
    frozen_by: Unchanging<string>
    reason: Unchanging<string | null>
  }
  publication_figure: {
    publication_id: Unchanging<number>
    place: Unchanging<number>
    section: Unchanging<string>
    indicator: Unchanging<string>
    kind: Unchanging<PeriodKind>
    from_on: Unchanging<PlainDate>
    to_on: Unchanging<PlainDate>
    value: Unchanging<number | null>
    numerator: Unchanging<number | null>
    denominator: Unchanging<number | null>
    not_known: Unchanging<number | null>
    not_placed: Unchanging<number>
    provisional: Unchanging<boolean>
    source: Unchanging<FrozenFigure['source']>
    definition: Json<FrozenFigure['definition']>
    judged: Json<FrozenFigure['judged']>
    fingerprint: Unchanging<string | null>
  }
  publication_member: {
    publication_id: Unchanging<number>
    indicator: Unchanging<string>
    subject_id: Unchanging<SubjectId>
    record_id: Unchanging<RecordId | null>
    verdict: Unchanging<Exclude<Verdict, '-'>>
    number: Unchanging<number | null>
    among: Unchanging<number | null>
  }
  month_step: Of & {
    id: GeneratedAlways<number>
    step: Unchanging<StepTaken['step']>
    words: Unchanging<string>
    taken_at: Unchanging<Date>
    account_id: Unchanging<number>
    taken_by: Unchanging<string>
  }
  commentary: Of & CommentaryTable & { id: GeneratedAlways<number> }
  publication_commentary: CommentaryTable & { publication_id: Unchanging<number> }
  published_report: {
    id: GeneratedAlways<number>
    publication_id: Unchanging<number>
    report: Unchanging<string>
    audience: Unchanging<Audience>
    words: Unchanging<string>
    document: Unchanging<string | null>
    published_at: Unchanging<Date>
    account_id: Unchanging<number>
    published_by: Unchanging<string>
  }
  published_file: {
    published_report_id: Unchanging<number>
    format: Unchanging<string>
    file_name: Unchanging<string>
    media_type: Unchanging<string>
    sha256: Unchanging<string>
    bytes: Unchanging<Uint8Array>
  }
  restated_decision: {
    id: GeneratedAlways<number>
    publication_id: Unchanging<number>
    indicator: Unchanging<string>
    decision: Unchanging<RestatedDecision['decision']>
    now: Unchanging<number | null>
    words: Unchanging<string>
    decided_at: Unchanging<Date>
    account_id: Unchanging<number>
    decided_by: Unchanging<string>
  }
  public_month: {
    publication_id: Unchanging<number>
    rule: Json<DisclosureRule>
    published_at: Unchanging<Date>
  }
  public_figure: {
    publication_id: Unchanging<number>
    place: Unchanging<number>
    section: Unchanging<string>
    indicator: Unchanging<string>
    kind: Unchanging<PeriodKind>
    from_on: Unchanging<PlainDate>
    to_on: Unchanging<PlainDate>
    provisional: Unchanging<boolean>
    shown: Unchanging<Shown['kind']>
    value: Unchanging<number | null>
    numerator: Unchanging<number | null>
    denominator: Unchanging<number | null>
    rounded_to: Unchanging<number | null>
    words: Unchanging<string | null>
    definition: Json<PublicFigure['definition']>
    judged: Json<PublicFigure['judged']>
  }
  frozen_locality_figure: LocalityFigure & {
    not_known: Unchanging<number | null>
    not_placed: Unchanging<number>
  }
  locality_figure: LocalityFigure & {
    shown: Unchanging<Shown['kind']>
    rounded_to: Unchanging<number | null>
    words: Unchanging<string | null>
  }
  publication_restatement: { publication_id: Unchanging<number>; decision_id: Unchanging<number> }
}

type Of = {
  dataset: Unchanging<string>
  authority: Unchanging<string>
  kind: Unchanging<PeriodKind>
  from_on: Unchanging<PlainDate>
  to_on: Unchanging<PlainDate>
}

type LocalityFigure = {
  publication_id: Unchanging<number>
  place: Unchanging<number>
  locality: Unchanging<string>
  indicator: Unchanging<string>
  value: Unchanging<number | null>
  numerator: Unchanging<number | null>
  denominator: Unchanging<number | null>
  rag: Unchanging<Rag | null>
}

type CommentaryTable = {
  section: Unchanging<string>
  indicator: Unchanging<string | null>
  going_well: Unchanging<string>
  worries: Unchanging<string>
  doing: Unchanging<string>
  written_at: Unchanging<Date>
  account_id: Unchanging<number>
  written_by: Unchanging<string>
}
