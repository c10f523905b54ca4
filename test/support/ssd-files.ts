import type { SourceRow } from '../../src/formats/records.ts'
import { ssd } from '../../src/formats/ssd/index.ts'
import { inputFile } from './returns.ts'

/** Files of the standard safeguarding dataset as they are read: what is found in them, and the records of a type that they make. */
export async function readSsd(...files: readonly (readonly [name: string, ...lines: readonly string[]])[]) {
  const reading = await ssd.read(
    files.map(([name, ...lines]) => inputFile(name, `${lines.join('\n')}\n`)),
    undefined,
  )
  const rules = reading.findings
    .filter(({ rule }) => rule !== 'column-missing')
    .map(({ rule, row }) => `${rule} ${row}`)
  const rowsOf = (type: string): readonly SourceRow[] =>
    reading.refused ? [] : (reading.tables.find((table) => table.type.key === type)?.rows ?? [])
  const fields = (type: string, ...names: readonly string[]) =>
    rowsOf(type).map((row) => names.map((name) => row.fields[name] ?? null))
  return { reading, rules, rowsOf, fields }
}

/** The columns of episodes that are read. */
export const EPISODES =
  'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_cla_placement_id'
