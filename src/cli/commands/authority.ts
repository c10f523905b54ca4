import { chooseOwnAuthority, OWN_NOT_SET } from '../../app/own-authority.ts'
import { Refused } from '../../app/refused.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'

export const authority: Command = {
  name: 'authority',
  usage: '[KEY] [--as USER] [--format table|csv|json]',
  summary:
    'whose children the store holds; with a key like dorset, says so: figures counted from the record are theirs',
  words: { least: 0, most: 1 },
  options: formatOption,
  async run(args, around) {
    const app = await around.openApp('los authority')
    const [key] = args.words
    const own = key === undefined ? app.own : await chooseOwnAuthority(app, args.text('as'), key)
    if (own === undefined) throw new Refused('in the way', OWN_NOT_SET.charAt(0).toUpperCase() + OWN_NOT_SET.slice(1))
    printAnswer(args, around, {
      rows: [own],
      json: own,
      columns: [
        { heading: 'Authority', cell: ({ key: of }) => of },
        { heading: 'Name', cell: ({ name }) => name },
        { heading: 'Code', cell: ({ code }) => code },
      ],
    })
    return undefined
  },
}
