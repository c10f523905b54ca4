import type { Bench } from './bench.ts'
import { benchmarks } from './benchmarks.ts'
import { chronologies } from './chronologies.ts'
import { counting } from './counting.ts'
import { imports } from './imports.ts'
import { pages } from './pages.ts'
import { reports } from './reports.ts'

/** What `npm run bench` measures, in this order. */
export const benches: readonly Bench[] = [imports, chronologies, pages, counting, reports, benchmarks]
