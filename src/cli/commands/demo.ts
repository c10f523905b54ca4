import { importShipped } from '../../app/benchmarks/import-national.ts'
import { loadDemonstration } from '../../app/demonstration.ts'
import { demonstrationSize, demonstrationWith, loadExampleshire } from '../../app/exampleshire.ts'
import { publishAugust } from '../../app/exampleshire-published.ts'
import { Refused } from '../../app/refused.ts'
import type { Command } from '../command.ts'

export const demo: Command = {
  name: 'demo',
  usage: '[--children 473]',
  summary:
    'loads the demonstration into the store: Dorset’s published figures, and a made-up authority with so many children in care',
  words: { least: 0, most: 0 },
  options: { children: { type: 'string' } },
  async run(args, around) {
    const inCare = readChildren(args.text('children'))
    let app = await around.openApp('los demo')
    const { figures, alreadyThere } = await loadDemonstration(app)
    around.remark(
      alreadyThere
        ? 'The demonstration is loaded already; nothing has changed.'
        : `The demonstration is loaded: ${figures} figures, of Dorset Council as it published them and of what Exampleshire’s partners sent, made up.`,
    )
    await importShipped(app)
    if (alreadyThere || inCare === 0) return undefined
    app = await around.openApp('los demo')
    await loadExampleshire(app, demonstrationWith(inCare), (what) => around.remark(`Making Exampleshire: ${what}...`))
    around.remark('Making Exampleshire: publishing August 2023...')
    await publishAugust(app)
    return undefined
  },
}

function readChildren(text: string | undefined): number {
  const children = text === undefined ? demonstrationSize.inCare : Number(text)
  if (Number.isInteger(children) && children >= 0 && children <= 5000) return children
  throw new Refused('bad usage', `"${text}" is no number of children in care. Write one from 0 to 5000.`)
}
