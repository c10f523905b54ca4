import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exchangerOf } from '../../app/records/exchange.ts'
import { getRecordFormat } from '../../app/records/formats.ts'
import { writeReturn } from '../../app/records/write-return.ts'
import { Refused } from '../../app/refused.ts'
import type { Command } from '../command.ts'
import { readDate } from './due.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'FORMAT --year 2017/18 --out FOLDER [--known-on DATE] [--xml] [--as USER]',
  summary: 'writes the return of a year from what is recorded, as CSV or as XML',
  words: { least: 1, most: 1 },
  options: {
    year: { type: 'string' },
    out: { type: 'string' },
    'known-on': { type: 'string' },
    xml: { type: 'boolean' },
  },
  async run(args, around) {
    const format = getRecordFormat(args.words[0] ?? '')
    const [year, out, asked] = [args.text('year'), args.text('out'), args.text('known-on')]
    if (year === undefined || out === undefined)
      throw new Refused('bad usage', 'Say which return and where it goes: --year 2017/18 --out FOLDER')
    const knownOn = asked === undefined ? undefined : readDate(asked)
    const app = await around.openApp('los export')
    const who = await exchangerOf(app, args.text('as'))
    const { files, findings } = await writeReturn(app, who, format, {
      year,
      knownOn: knownOn ?? app.clock.today,
      as: args.flag('xml') ? 'xml' : 'csv',
    })
    await mkdir(out, { recursive: true })
    for (const { name, text } of files) {
      await writeFile(join(out, name), text)
      around.print(join(out, name))
    }
    for (const { file, message } of findings) around.remark(`Warning: ${file}: ${message}`)
    return undefined
  },
}
