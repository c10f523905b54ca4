import { type Migration, sql } from 'kysely'

/**
 * Fields that record types have got since. The first is in some stores already: it came without a migration, and those that were older could not be opened.
 */
export const moreOfRecords: Migration = {
  async up(db) {
    for (const [table, column] of added)
      await sql`alter table if exists ${sql.table(table)} add column if not exists ${sql.raw(column)}`.execute(db)
  },
}

const added = [
  ['record_household', 'reference text'],
  ['record_care_leaver_home', 'exit_plan_on date'],
  ['record_personal_education_plan', 'better_by text'],
  ['record_personal_education_plan', 'better_on date'],
  ['record_health_assessment_request', "kind text check (kind <> '')"],
  ['record_health_assessment_request', 'consent_on date'],
  ['record_health_assessment_request', 'provider text'],
  ['record_health_assessment_request', "delay_reason text check (delay_reason <> '')"],
  ['record_emotional_health_need', "concern text check (concern <> '')"],
  ['record_emotional_health_need', "known_from text check (known_from <> '')"],
] as const
