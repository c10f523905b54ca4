// npm run calibration: loads the demonstration into a store that is thrown away, and writes docs/calibration.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstrationSize, loadExampleshire } from '../../src/app/exampleshire.ts'
import { areas } from '../../src/areas/index.ts'
import { recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import { openStore } from '../../src/store/open.ts'
import { demonstrationOn } from '../support/app.ts'
import { comparedIn } from './compared-in.ts'
import { table } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'los-calibration-'))
const store = await openStore({ kind: 'embedded', folder, holder: 'npm run calibration' }, recordTypesOf(areas))
try {
  const app = await demonstrationOn(store)
  await loadExampleshire(app, demonstrationSize, (what) => process.stderr.write(`${what}\n`))
  const all = await comparedIn(app)
  writeFileSync(new URL('../../docs/calibration.md', import.meta.url), table(all, demonstrationSize))
  const off = all.filter(({ verdict }) => verdict === 'outside' || verdict === 'no figure' || verdict === 'not counted')
  process.stdout.write(
    `docs/calibration.md: ${all.length} figures, ${off.length} outside the tolerance or without a figure\n`,
  )
} finally {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}
