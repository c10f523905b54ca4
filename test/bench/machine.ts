import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

/** What it was measured on, and whether that was at other work when it began. */
export type Machine = {
  readonly processor: string
  readonly cores: number
  readonly memoryGigabytes: number
  readonly system: string
  readonly node: string
  /** How many processes wanted a core, on average over the minute before: of this many, ours had to wait. */
  readonly loadBefore: number
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'not known',
  cores: availableParallelism(),
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}`,
  node: process.versions.node,
  loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
})

export const isBusy = ({ cores, loadBefore }: Machine): boolean => loadBefore > cores / 2
