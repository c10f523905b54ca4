import { type Migration, sql } from 'kysely'

/** That somebody looked at an error of data, and it is right as it is: in place of whom to ask, with the reason. */
export const rightAsItIs: Migration = {
  async up(db) {
    await sql`
      alter table if exists quality_assignment
        add column if not exists is_right boolean not null default false,
        add constraint quality_assignment_right check (not is_right or assigned_to is null)`.execute(db)
  },
}
