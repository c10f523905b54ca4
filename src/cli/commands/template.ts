import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { templateFiles } from '../../app/records/templates.ts'
import { Refused } from '../../app/refused.ts'
import { londonDate } from '../../core/dates/instant.ts'
import type { Command } from '../command.ts'

export const template: Command = {
  name: 'template',
  usage: 'TYPE... | --all  --out FOLDER',
  summary:
    'writes import templates: each record type empty, and filled with an example, with what each column holds; for los import templates',
  words: { least: 0, most: Number.POSITIVE_INFINITY },
  options: { all: { type: 'boolean' }, out: { type: 'string' } },
  async run(args, around) {
    const [out, all] = [args.text('out'), args.flag('all')]
    if (out === undefined || all === args.words.length > 0)
      throw new Refused(
        'bad usage',
        'Say which record types, such as care-visit, or all of them, and where the files go: --all --out FOLDER',
      )
    const today = londonDate(Date.now() as Parameters<typeof londonDate>[0])
    for (const { name, text } of templateFiles(all ? 'all' : args.words, today)) {
      const path = join(out, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
      around.print(path)
    }
    around.remark(
      'Fill a template under its own name and load it: los import templates FOLDER/*.csv; a list of others: los reconcile LIST FILE',
    )
    return undefined
  },
}
