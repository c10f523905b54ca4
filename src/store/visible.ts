import type { Kysely } from 'kysely'
import type { PlainDate } from '../core/dates/plain-date.ts'
import { day } from './column-types.ts'
import type { Tables } from './tables.ts'

// What was visible on a day: for each identity, what was known last by then. Narrow these by columns of the identity only;
// any other condition would bring back an older row in place of the visible one.

/** Ordered by authority, indicator and period, oldest first. */
export const visibleFigures = (db: Kysely<Tables>, knownOn: PlainDate) =>
  db
    .selectFrom('figure')
    .distinctOn(['authority', 'indicator', 'period_kind', 'period_from', 'period_to', 'area', 'population_group'])
    .select(['authority', 'area', 'population_group', 'indicator', 'period_kind', 'period_from', 'period_to'])
    .select(['value', 'numerator', 'denominator', 'not_known', 'break_note', 'note', 'published_in', 'known_on'])
    .where('known_on', '<=', day(knownOn))
    .orderBy('authority')
    .orderBy('indicator')
    .orderBy('period_kind')
    .orderBy('period_from')
    .orderBy('period_to')
    .orderBy('area')
    .orderBy('population_group')
    .orderBy('known_on', 'desc')
    .orderBy('id', 'desc')

/** Ordered by authority, indicator and first day. */
export const visibleTargets = (db: Kysely<Tables>, knownOn: PlainDate) =>
  db
    .selectFrom('target')
    .distinctOn(['authority', 'indicator', 'applies_from'])
    .select(['authority', 'indicator', 'applies_from', 'applies_to'])
    .select(['target', 'red_beyond', 'published_in', 'note', 'known_on'])
    .where('known_on', '<=', day(knownOn))
    .orderBy('authority')
    .orderBy('indicator')
    .orderBy('applies_from')
    .orderBy('known_on', 'desc')
    .orderBy('id', 'desc')

/** Ordered by authority, indicator, comparator and first day. */
export const visibleBenchmarks = (db: Kysely<Tables>, knownOn: PlainDate) =>
  db
    .selectFrom('benchmark')
    .distinctOn(['authority', 'indicator', 'comparator', 'applies_from'])
    .select(['authority', 'indicator', 'comparator', 'applies_from', 'applies_to'])
    .select(['value', 'year', 'differs', 'published_in', 'known_on'])
    .where('known_on', '<=', day(knownOn))
    .orderBy('authority')
    .orderBy('indicator')
    .orderBy('comparator')
    .orderBy('applies_from')
    .orderBy('known_on', 'desc')
    .orderBy('id', 'desc')
