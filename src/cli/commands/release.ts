import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exchangerOf } from '../../app/records/exchange.ts'
import { getPartnerList, releaseList } from '../../app/records/partner-list.ts'
import { Refused } from '../../app/refused.ts'
import type { Command } from '../command.ts'
import { readDate } from './due.ts'

export const release: Command = {
  name: 'release',
  usage: 'PARTNER --out FOLDER [--on DATE] [--as USER]',
  summary:
    'writes the list of care leavers that was agreed with a partner; which columns it has stands in data/partner-lists.csv',
  words: { least: 1, most: 1 },
  options: { on: { type: 'string' }, out: { type: 'string' } },
  async run(args, around) {
    const [out, on] = [args.text('out'), args.text('on')]
    if (out === undefined) throw new Refused('bad usage', 'Say where it goes: --out FOLDER')
    const app = await around.openApp('los release')
    const list = getPartnerList(app, args.words[0] ?? '')
    const who = await exchangerOf(app, args.text('as'))
    const { name, text, people } = await releaseList(app, who, list, on === undefined ? app.clock.today : readDate(on))
    await mkdir(out, { recursive: true })
    await writeFile(join(out, name), text)
    around.print(join(out, name))
    around.remark(`${people} care leavers, for ${list.label}. That it was released stands in the log.`)
    return undefined
  },
}
