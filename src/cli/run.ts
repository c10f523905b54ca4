import { parseArgs } from 'node:util'
import { unknown } from '../app/app.ts'
import { Refused } from '../app/refused.ts'
import { BeyondCalendar } from '../core/dates/working-days.ts'
import type { Arguments, Command, Options, Surroundings } from './command.ts'
import { analysts } from './commands/analysts.ts'
import { authority } from './commands/authority.ts'
import { calculate } from './commands/calculate.ts'
import { check } from './commands/check.ts'
import { chronology } from './commands/chronology.ts'
import { clocks } from './commands/clocks.ts'
import { demo } from './commands/demo.ts'
import { due } from './commands/due.ts'
import { exportCommand } from './commands/export.ts'
import { figures } from './commands/figures.ts'
import { importCommand } from './commands/import.ts'
import { members } from './commands/members.ts'
import { merge } from './commands/merge.ts'
import { publish } from './commands/publish.ts'
import { reconcile } from './commands/reconcile.ts'
import { release } from './commands/release.ts'
import { report } from './commands/report.ts'
import { restated } from './commands/restated.ts'
import { serve } from './commands/serve.ts'
import { synthesise } from './commands/synthesise.ts'
import { template } from './commands/template.ts'
import { tokens } from './commands/tokens.ts'
import { users } from './commands/users.ts'
import { validate } from './commands/validate.ts'
import { why } from './commands/why.ts'
import { worklist } from './commands/worklist.ts'
import { checkFormat } from './output.ts'

const commands: readonly Command[] = [
  demo,
  serve,
  authority,
  synthesise,
  template,
  importCommand,
  validate,
  exportCommand,
  release,
  calculate,
  figures,
  members,
  why,
  publish,
  report,
  reconcile,
  restated,
  worklist,
  chronology,
  clocks,
  merge,
  due,
  users,
  tokens,
  analysts,
  check,
]

/** Promised by the contract of the command line, and not there yet. */
const notYet = ['backup', 'restore', 'dictionary']

/** Taken by every command. */
const commonOptions = {
  data: { type: 'string' },
  as: { type: 'string' },
  help: { type: 'boolean' },
} as const satisfies Options

/**
 * Runs one command. Answers go to `print`; a refusal becomes one readable line in `remark`.
 * @returns the exit code: 0, 1 (bad input, or something in the way) or 2 (bad usage)
 */
export async function run(
  argv: readonly string[],
  around: (options: Arguments) => Surroundings,
  remark: (text: string) => void,
): Promise<number> {
  const [name = 'help', ...rest] = argv
  try {
    if (name === 'help' || name === '--help') {
      remark(help())
      return argv.length === 0 ? 2 : 0
    }
    const command = find(name)
    const args = read(command, rest)
    if (args.flag('help')) {
      remark(`los ${command.name} ${command.usage}\n${command.summary}`)
      return 0
    }
    // Before anything is done: a command must not say that it was called wrongly after it has run.
    checkFormat(command, args)
    return (await command.run(args, around(args))) ?? 0
  } catch (error) {
    if (!(error instanceof Refused || error instanceof BeyondCalendar)) throw error
    remark(error.message)
    return error instanceof Refused && error.kind === 'bad usage' ? 2 : 1
  }
}

function find(name: string): Command {
  const command = commands.find((one) => one.name === name)
  if (command) return command
  if (notYet.includes(name))
    throw new Refused('bad usage', `los ${name}: not yet. Ready are: ${commands.map((one) => one.name).join(', ')}.`)
  throw new Refused(
    'bad usage',
    unknown(
      'command',
      name,
      commands.map((one) => one.name),
    ),
  )
}

function read(command: Command, rest: readonly string[]): Arguments {
  const { values: given, positionals } = parse(command, rest)
  const values = new Map(Object.entries(given))
  const { least, most } = command.words
  // Whoever asks how it is written need not have written it so.
  if (given['help'] !== true && (positionals.length < least || positionals.length > most))
    throw new Refused('bad usage', `Write it so: los ${command.name} ${command.usage}`)
  return {
    words: positionals,
    text: (option) => {
      const value = values.get(option)
      return typeof value === 'string' ? value : undefined
    },
    texts: (option) => [values.get(option) ?? []].flat().filter((one) => typeof one === 'string'),
    flag: (option) => (values.get(option) ?? false) !== false,
  }
}

function parse(command: Command, rest: readonly string[]) {
  try {
    return parseArgs({ args: [...rest], options: { ...command.options, ...commonOptions }, allowPositionals: true })
  } catch (error) {
    const fault = error instanceof Error ? error.message.split(/\.\s/)[0] : ''
    throw new Refused('bad usage', `${fault}. Write it so: los ${command.name} ${command.usage}`)
  }
}

function help(): string {
  return [
    'los: Line of Sight at the command line',
    '',
    ...commands.map((one) => `  los ${one.name} ${one.usage}\n      ${one.summary}`),
    '',
    '  --data FOLDER (or LOS_DATA) names the embedded store; DATABASE_URL a PostgreSQL instead.',
    `  To come: ${notYet.join(', ')}.`,
  ].join('\n')
}
