// Another process, for tests of what only two processes can show. Takes commands on lines of standard input
// (`take FOLDER`, `drop`, `open FOLDER`) and answers each on a line: `held`, `dropped`, or why not.
import { createInterface } from 'node:readline'
import { type Lock, takeLock } from '../../src/store/lock.ts'

let lock: Lock | undefined

async function answer(command: string | undefined, folder: string): Promise<string> {
  if (command === 'take') lock = takeLock(folder, `process ${process.pid}`)
  else if (command === 'drop') {
    lock?.release()
    lock = undefined
    return 'dropped'
  } else if (command === 'open') {
    // Loaded only where it is wanted: ten processes that need none of it start in a fraction of the time.
    const [{ openStore }, { saveSetting }] = await Promise.all([
      import('../../src/store/open.ts'),
      import('../../src/store/settings.ts'),
    ])
    const store = await openStore({ kind: 'embedded', folder, holder: 'los serve at http://localhost:3000' }, new Map())
    await saveSetting(store, 'saved by', 'the other process')
  }
  return 'held'
}

console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [command, folder = ''] = line.split(' ')
  console.log(
    await answer(command, folder).catch((error: unknown) => (error instanceof Error ? error.message : 'failed')),
  )
}
process.exit()
