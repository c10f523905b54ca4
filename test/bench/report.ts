import type { Measurement, StoreKind } from './bench.ts'
import { benches } from './benches.ts'
import { isBusy, type Machine } from './machine.ts'
import type { Measured } from './one-store.ts'

export type Result = { readonly store: StoreKind; readonly scale: number; readonly measured: readonly Measured[] }

/** The figures as a table in plain text, each with its aim and whether it was met. */
export function report(machine: Machine, results: readonly Result[]): string {
  const { processor, cores, memoryGigabytes, system, node, loadBefore } = machine
  const busy = isBusy(machine)
    ? [`The machine was busy when this began (${loadBefore} processes for ${cores} cores): only the ratios say much.`]
    : []
  return [
    `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}`,
    ...busy,
    ...results.flatMap(({ store, scale, measured }) => [
      '',
      `${store === 'postgresql' ? 'PostgreSQL' : 'Embedded (PGlite)'}, scale ${scale}`,
      ...measured.flatMap(({ bench, measurements }) => [labelOf(bench), ...measurements.map(line)]),
    ]),
    '',
  ].join('\n')
}

const labelOf = (key: string): string => benches.find((bench) => bench.key === key)?.label ?? key

function line({ what, value, unit, aim, ratio }: Measurement): string {
  const figure = `${written(value)} ${unit.padEnd(2)}`.padStart(12)
  const aimed = aim === undefined ? '' : `${value <= aim ? 'met    ' : 'NOT MET'} (aim ${written(aim)} ${unit})`
  const compared = ratio === undefined ? '' : `${ratio.times.toFixed(1)} times ${ratio.to}`
  return `  ${what.padEnd(50)}${figure}  ${aimed.padEnd(24)}${compared}`.trimEnd()
}

const written = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2))
