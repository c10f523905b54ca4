import { checkInstallation, type Finding } from '../../app/check.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'

export const check: Command = {
  name: 'check',
  usage: '[--format table|csv|json]',
  summary: 'definitions, calendar, store: what is wrong and what to do',
  words: { least: 0, most: 0 },
  options: formatOption,
  async run(args, around) {
    const app = await around.openApp('los check')
    const findings = await checkInstallation(app)
    printAnswer<Finding>(args, around, {
      rows: findings,
      json: findings,
      columns: [
        { heading: 'State', cell: ({ state }) => state },
        { heading: 'What', cell: ({ what }) => what },
        { heading: 'Found', cell: ({ found }) => found },
        { heading: 'What to do', cell: ({ advice }) => advice ?? '' },
      ],
    })
    return findings.some(({ state }) => state === 'wrong') ? 1 : undefined
  },
}
