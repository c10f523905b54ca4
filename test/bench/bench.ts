import type { App } from '../../src/app/app.ts'
import type { Store } from '../../src/store/open.ts'
import type { Size, Subjects } from './authority/families.ts'
import type { ExportedTable } from './authority/table.ts'

export type StoreKind = Store['kind']

/** One figure. Aims are of the machine that docs/bench.md names; a ratio to something measured in the same run says more on any other. */
export type Measurement = {
  readonly what: string
  readonly value: number
  readonly unit: 's' | 'ms' | 'MB'
  /** No more than this. */
  readonly aim?: number
  readonly ratio?: { readonly to: string; readonly times: number }
}

/** An authority in a store, whoever loaded it. */
export type Authority = {
  readonly app: App
  readonly store: Store
  readonly scale: number
  readonly size: Size
  readonly subjects: Subjects
}

/** An authority whose first export has been imported, and how many seconds that took. */
export type LoadedAuthority = Authority & {
  readonly tables: readonly ExportedTable[]
  readonly rows: number
  readonly firstImport: number
}

/** Something measured: a file of its own, listed in `benches.ts`. It throws when what it measured did not do what it should. */
export type Bench = {
  readonly key: string
  readonly label: string
  run(authority: LoadedAuthority): Promise<readonly Measurement[]>
  /** What is measured after that in a process of its own, so that the most memory it holds is of that alone, and not of an import. */
  readonly apart?: (authority: Authority) => Promise<readonly Measurement[]>
}
