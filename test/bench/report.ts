import type { Measurement, StoreKind } from './bench.ts'
import { benches } from './benches.ts'
import { isBusy, type Machine } from './machine.ts'
import type { Measured } from './one-store.ts'

export type Result = { readonly store: StoreKind; readonly scale: number; readonly measured: readonly Measured[] }

/**
 * The figures as a table in plain text, each with its aim and whether it was met. The aims are of an authority of scale 1: of a larger one stands how many times as much it
 * takes, where the smaller one was measured in the same run.
 */
export function report(machine: Machine, results: readonly Result[]): string {
  const { processor, cores, memoryGigabytes, system, node, loadBefore } = machine
  const busy = isBusy(machine)
    ? [`The machine was busy when this began (${loadBefore} processes for ${cores} cores): only the ratios say much.`]
    : []
  return [
    `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}`,
    ...busy,
    ...results.flatMap((result) => ['', ...linesOf(result, smaller(result, results))]),
    '',
  ].join('\n')
}

/** The result of the next smaller authority in the same store. */
const smaller = ({ store, scale }: Result, results: readonly Result[]): Result | undefined =>
  results.filter((one) => one.store === store && one.scale < scale).toSorted((a, b) => b.scale - a.scale)[0]

function linesOf({ store, scale, measured }: Result, before: Result | undefined): readonly string[] {
  return [
    `${store === 'postgresql' ? 'PostgreSQL' : 'Embedded (PGlite)'}, scale ${scale}`,
    ...measured.flatMap(({ bench, measurements }) => [
      labelOf(bench),
      ...measurements.map((one) => line(one, scale > 1 ? grown(one, bench, before) : aimed(one))),
    ]),
  ]
}

const labelOf = (key: string): string => benches.find((bench) => bench.key === key)?.label ?? key

const aimed = ({ value, unit, aim }: Measurement): string =>
  aim === undefined ? '' : `${value <= aim ? 'met    ' : 'NOT MET'} (aim ${written(aim)} ${unit})`

function grown({ what, value }: Measurement, bench: string, before: Result | undefined): string {
  const measured = before?.measured.find((one) => one.bench === bench)?.measurements.find((one) => one.what === what)
  return before === undefined || measured === undefined
    ? ''
    : `${(value / measured.value).toFixed(1)} times that of ${before.scale}`
}

function line({ what, value, unit, ratio }: Measurement, told: string): string {
  const figure = `${written(value)} ${unit.padEnd(2)}`.padStart(12)
  const compared = ratio === undefined ? '' : `${ratio.times.toFixed(1)} times ${ratio.to}`
  return `  ${what.padEnd(50)}${figure}  ${told.padEnd(24)}${compared}`.trimEnd()
}

const written = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2))
