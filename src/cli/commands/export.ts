import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exchangerOf } from '../../app/records/exchange.ts'
import { getRecordFormat, type RecordFormat } from '../../app/records/formats.ts'
import { writeReturn } from '../../app/records/write-return.ts'
import { Refused } from '../../app/refused.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { Arguments, Command } from '../command.ts'
import { readDate } from './due.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'FORMAT --year 2017/18 | --on DATE --out FOLDER [--known-on DATE] [--xml] [--as USER]',
  summary: 'writes the return of a year, or the lists (annex-a) or dataset (ssd) of a day, from what is recorded',
  words: { least: 1, most: 1 },
  options: {
    year: { type: 'string' },
    on: { type: 'string' },
    out: { type: 'string' },
    'known-on': { type: 'string' },
    xml: { type: 'boolean' },
  },
  async run(args, around) {
    const format = getRecordFormat(args.words[0] ?? '')
    const [of, out, asked] = [whichOf(format, args), args.text('out'), args.text('known-on')]
    if (out === undefined) throw new Refused('bad usage', 'Say where it goes: --out FOLDER')
    const knownOn = asked === undefined ? undefined : readDate(asked)
    const app = await around.openApp('los export')
    const who = await exchangerOf(app, args.text('as'))
    const {
      files,
      workbooks = [],
      findings,
    } = await writeReturn(app, who, format, {
      of,
      knownOn: knownOn ?? app.clock.today,
      as: args.flag('xml') ? 'xml' : 'csv',
    })
    await mkdir(out, { recursive: true })
    for (const { name, text } of files) {
      await writeFile(join(out, name), text)
      around.print(join(out, name))
    }
    for (const { name, bytes } of workbooks) {
      await writeFile(join(out, name), bytes)
      around.print(join(out, name))
    }
    for (const { file, message } of findings) around.remark(`Warning: ${file}: ${message}`)
    return undefined
  },
}

/** Which year's return, or which day's lists, is asked for. */
function whichOf({ key, of, readBy }: RecordFormat, args: Arguments): string {
  const [year, on] = [args.text('year'), args.text('on')]
  if (of === 'day') {
    if (on === undefined || year !== undefined)
      throw new Refused(
        'bad usage',
        `${readBy === 'programs' ? `The dataset ${key} is` : `The lists of ${key} are`} of a day. Say which: --on 2023-09-30`,
      )
    return toText(readDate(on))
  }
  if (year === undefined || on !== undefined)
    throw new Refused('bad usage', `The return ${key} is of a year. Say which: --year 2017/18`)
  return year
}
