import { hasAccounts } from '../../app/access/users.ts'
import { importShipped } from '../../app/benchmarks/import-national.ts'
import { showPlace } from '../../app/benchmarks/place.ts'
import { keepCounting, onNewDay } from '../../app/counting/nightly.ts'
import { isEmpty, loadDemonstration } from '../../app/demonstration.ts'
import { demonstrationSize, loadExampleshire } from '../../app/exampleshire.ts'
import { publishAugust } from '../../app/exampleshire-published.ts'
import { keepErrorsHeld } from '../../app/quality/held.ts'
import { Refused } from '../../app/refused.ts'
import type { Command } from '../command.ts'

const DEFAULT_PORT = 3000

export const serve: Command = {
  name: 'serve',
  usage: '[--port 3000] [--demonstration] [--authority KEY]',
  summary:
    'serves the pages; with --demonstration, loads that first into a store that is empty; with --authority, shows first what is published of that one, like kent',
  words: { least: 0, most: 0 },
  options: { port: { type: 'string' }, demonstration: { type: 'boolean' }, authority: { type: 'string' } },
  async run(args, around) {
    const port = readPort(args.text('port'))
    // With port 0 the address is known only when the server listens, after the store is opened.
    const holder = port === 0 ? 'los serve' : `los serve at http://localhost:${port}`
    let app = await around.openApp(holder)
    if (args.flag('demonstration') && (await isEmpty(app))) {
      around.remark('Loading the demonstration into a new store...')
      await loadDemonstration(app)
      app = await around.openApp(holder)
      await loadExampleshire(app, demonstrationSize, (what) => around.remark(`Making Exampleshire: ${what}...`))
      around.remark('Making Exampleshire: publishing August 2023...')
      await publishAugust(app)
    }
    const shown = args.text('authority')
    if (shown !== undefined) await showPlace(app, shown)
    const national = await importShipped(app)
    if (national !== undefined)
      around.remark(`${national.toLocaleString('en-GB')} national figures are loaded: every authority, at /places.`)
    const turn = onNewDay(app)
    await turn()
    if (!(await hasAccounts(app)))
      around.remark(
        'Nobody can sign in yet. Stop this and make the operator’s account: los users add USER --name "Full name" --role operator',
      )
    const counting = keepCounting(async (signal) => {
      const done = await turn()
      await keepErrorsHeld(app, signal)
      return done
    }, around.remark)
    try {
      await around.serve(app, port)
    } finally {
      await counting.stop()
    }
    return undefined
  },
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Refused('bad usage', `"${text}" is no port. Write a number from 0 to 65535; 0 takes any that is free.`)
}
