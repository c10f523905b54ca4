import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropTemplates } from './postgresql.ts'
import { stopPostgresql } from './postgresql-server.ts'

let workshop: string | undefined

/**
 * One folder for the whole run, in which the first test that needs a database makes it and the others find it
 * (`made-once.ts`). Runs without databases pay nothing.
 */
export function setup(project: TestProject): void {
  workshop = mkdtempSync(join(tmpdir(), 'los-databases-'))
  project.provide('databaseWorkshop', workshop)
  // Vitest tears nothing down when it is stopped half-way.
  process.once('exit', clear)
  process.once('SIGTERM', exitOnSignal)
}

/** Runs when tests have failed too. */
export async function teardown(): Promise<void> {
  if (workshop !== undefined) await dropTemplates(workshop)
  clear()
  process.off('exit', clear)
  process.off('SIGTERM', exitOnSignal)
}

function clear(): void {
  if (workshop === undefined) return
  stopPostgresql(workshop)
  rmSync(workshop, { recursive: true, force: true })
  workshop = undefined
}

/** 128 and the number of the signal, as a shell reports it. */
function exitOnSignal(): void {
  process.exit(128 + 15)
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseWorkshop: string
  }
}
